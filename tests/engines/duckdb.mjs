// DuckDB reads a dataset: duckdb.mjs MODULES DATASET NDJSON-PATTERN; prints what it counted as JSON.
// Nothing is told to it but the files' names.
import { createRequire } from "node:module";

const [modules, dataset, pattern] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(modules + "/")("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();

async function values(sql) {
    const rows = (await connection.runAndReadAll(sql)).getRows();
    return rows[0].map(value => Number(value));
}

const counts = {};
for (const table of ["notices", "rosters", "records", "members", "findings"]) {
    [counts[table]] = await values(`SELECT count(*) FROM read_csv('${dataset}/${table}.csv', header = true)`);
}
[counts.characters, counts.regions] = await values(
    `SELECT coalesce(sum(length(record)), 0), count(region) FROM read_csv('${dataset}/records.csv', header = true)`);
[counts.body] = await values(`SELECT coalesce(sum(length(body)), 0) FROM read_csv('${dataset}/notices.csv', header = true)`);
[counts.ndjson] = await values(`SELECT count(*) FROM read_json_objects('${pattern}', format = 'newline_delimited')`);
[counts.joined] = await values(
    `SELECT count(*) FROM read_csv('${dataset}/members.csv', header = true) JOIN read_csv('${dataset}/records.csv', ` +
    `header = true) USING (notice_key, roster, "row")`);
console.log(JSON.stringify(counts));
