#!/usr/bin/env python3
"""A dataset in other programs: dataset_test.py PROGRAM REPOSITORY MODULES

Notices of several years and forms, one of them re-issued, are made one dataset. Frictionless' rules are checked by Python;
Python's csv and json, SQLite's shell, PostgreSQL (a server of its own, by the shipped schema and \\copy) and DuckDB (from
npm, in MODULES/node_modules) have to count the same rows and characters.
"""
import glob
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

import frictionless

TABLES = ["notices", "rosters", "records", "members", "findings"]
REPOSITORY = pathlib.Path(sys.argv[2]).resolve()


def run(words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=600, check=False, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))}\nended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def notice(number, records, year=2024, awkward=""):
    rows = "".join(f"{row}\t城东区\t青山{number * 100 + row}中语文组{awkward}\t张三、李四\n" for row in range(1, records + 1))
    return (f"青山市教育局文件\n\n青教函〔{year}〕{number}号\n\n关于公布{year}年优秀教研组名单的通知\n\n各县（区）教育局：\n\n"
            f"现将{records}个优秀教研组予以公布。\n\n附件：优秀教研组名单\n\n青山市教育局\n\n{year}年3月1日\n\n附件\n\n"
            f"优秀教研组名单\n\n序号\t县区\t教研组名称\t教师\n{rows}")


def make_inputs(folder):
    for sample in sorted((REPOSITORY / "samples").glob("*/*/notice.*")):
        target = folder / sample.parent.parent.name / (sample.parent.name + sample.suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample, target)
    for number in range(1, 41):
        path = folder / str(2020 + number % 5) / f"{number:03}.txt"
        path.parent.mkdir(exist_ok=True)
        awkward = ["", ' "甲", 乙', "=1+1", "\\.", "'", "𠮷；丙", "－，"][number % 7]
        path.write_text(notice(number, number % 9 + 1, 2020 + number % 5, awkward), "utf-8")
    (folder / "更正.txt").write_text(notice(7, 2, 2022), "utf-8")  # is number 7 of 2022 once more
    run([sys.executable, REPOSITORY / "tests/bench/generate.py", "500", folder / "大.docx"])  # has the number of a sample


def counts_of(tables):
    """By Python; what all others have to count."""
    counts = {table: len(tables[table]) for table in TABLES}
    counts["characters"] = sum(len(row["record"]) for row in tables["records"])
    counts["regions"] = sum(row["region"] != "" for row in tables["records"])
    counts["body"] = sum(len(row["body"]) for row in tables["notices"])
    return counts


def check_against_notices(out, tables):
    """The records of the dataset are those of the NDJSON, key by key, and the members those of the lists in them."""
    by_notice = {}
    for row in tables["records"]:
        by_notice.setdefault(row["notice_key"], []).append(row)
    members = 0
    for row in tables["notices"]:
        lines = [json.loads(line) for line in (out / (row["source"] + ".ndjson")).read_text("utf-8").splitlines()]
        records = by_notice.get(row["notice_key"], [])
        if [line["record"] for line in lines] != [json.loads(record["record"]) for record in records]:
            raise SystemExit(f"{row['source']}: the records of the dataset are not those of the NDJSON")
        if [line["row"] for line in lines] != [int(record["row"]) for record in records]:
            raise SystemExit(f"{row['source']}: rows are numbered in another way")
        members += sum(len(value) for line in lines for value in line["record"].values() if isinstance(value, list))
    if members != len(tables["members"]):
        raise SystemExit(f"{len(tables['members'])} members, and {members} items in lists")


def check_the_checker(dataset, work):
    """It has to see a lost notice, a key that is taken, a number that is none."""
    for table, change, word in (("notices", lambda lines: lines[:-1], "have no notices"),
                                ("findings", lambda lines: lines + lines[-1:], "a key that is taken"),
                                ("records", lambda lines: [*lines[:-1], lines[-1].replace(b",1,", b",x,", 1)], "is no integer"),
                                ("rosters", lambda lines: [lines[0], *lines[:0:-1]], "another hash")):
        damaged = work / f"damaged-{table}"
        shutil.copytree(dataset, damaged)
        path = damaged / f"{table}.csv"
        rows = [row + b"\r\n" for row in path.read_bytes().split(b"\r\n")[:-1]]  # in values stands LF alone
        path.write_bytes(b"".join(change(rows)))
        if not any(word in complaint for complaint in frictionless.check(damaged)[0]):
            raise SystemExit(f"the check of Frictionless' rules does not see that {table} {word}")


COUNTS = ("SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in TABLES) +
          ", (SELECT coalesce(sum(length({record})), 0) FROM records), (SELECT count(region) FROM records)"
          ", (SELECT coalesce(sum(length(body)), 0) FROM notices)")


def numbered(line):
    names = [*TABLES, "characters", "regions", "body"]
    return dict(zip(names, map(int, line.strip().split("|")), strict=True))


def sqlite(out, replaced):
    database = out / "dataset/mingdan.sqlite"

    def ask(sql):
        return run(["sqlite3", "-readonly", database, sql])

    if ask("PRAGMA integrity_check").strip() != "ok" or ask("PRAGMA foreign_key_check").strip():
        raise SystemExit("SQLite finds the database damaged")
    if ask("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite_%'").strip() != "0":
        raise SystemExit("a table is not STRICT")
    if ask("SELECT count(*) FROM notices_history").strip() != str(replaced):
        raise SystemExit(f"the histories do not hold the {replaced} that were replaced")
    copy = out / "copy.sqlite"
    run(["sqlite3", copy], input=ask(".dump"))
    again = run(["sqlite3", copy, COUNTS.format(record="record")])
    seen = ask(COUNTS.format(record="record"))
    if again != seen:
        raise SystemExit("a dump that is read again counts otherwise")
    # And its own import of the CSV.
    run(["sqlite3", out / "imported.sqlite", ".mode csv", *[f".import {out}/dataset/{table}.csv {table}" for table in TABLES]])
    rows = run(["sqlite3", out / "imported.sqlite", "SELECT " + ", ".join(f"(SELECT count(*) FROM {t})" for t in TABLES)])
    if rows.strip().split("|") != seen.strip().split("|")[:len(TABLES)]:
        raise SystemExit(f"SQLite's import of the CSV counts {rows}, the database has {seen}")
    return numbered(seen)


def postgresql(out):
    """A server that nobody else can reach: a socket in a folder of its own, and no port."""
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if not programs:
        raise SystemExit("there is no PostgreSQL server (Debian: postgresql)")
    programs = pathlib.Path(programs[-1]).parent
    server = pathlib.Path(tempfile.mkdtemp(dir="/tmp"))  # a socket's path may be 107 bytes long
    as_user = []
    if os.getuid() == 0:  # which the server refuses to be
        user = pwd.getpwnam("postgres")
        os.chown(server, user.pw_uid, user.pw_gid)
        as_user = ["runuser", "-u", "postgres", "--"]
    data = server / "data"
    try:
        run([*as_user, programs / "initdb", "-D", data, "-U", "mingdan", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], cwd="/")
        run([*as_user, programs / "pg_ctl", "-D", data, "-l", server / "log", "-w", "-o",
             f"-c listen_addresses='' -c unix_socket_directories='{server}' -c fsync=off", "start"], cwd="/")
        ask = ["psql", "-h", server, "-U", "mingdan", "-d", "postgres", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"]
        run([*ask, "-f", REPOSITORY / "data/schema/postgresql.sql"], cwd=out / "dataset")
        if run([*ask, "-c", "SELECT count(*) FROM records WHERE record->>'序号' = record_index"]).strip() == "0":
            raise SystemExit("PostgreSQL does not read the records' JSON")
        return numbered(run([*ask, "-c", COUNTS.format(record="record::text")]))
    finally:
        if (data / "postmaster.pid").exists():
            run([*as_user, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], cwd="/")
        shutil.rmtree(server, ignore_errors=True)


def duckdb(out, modules, tables):
    counts = json.loads(run(["node", REPOSITORY / "tests/engines/duckdb.mjs", modules, out / "dataset", f"{out}/**/*.ndjson"]))
    lines = sum(len(path.read_bytes().splitlines()) for path in out.rglob("*.ndjson"))
    if counts.pop("ndjson") != lines:
        raise SystemExit(f"DuckDB counts other NDJSON lines than {lines}")
    if counts.pop("joined") != len(tables["members"]):
        raise SystemExit("DuckDB finds members without a record")
    return counts


def main():
    program, modules = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    failures = 0
    with tempfile.TemporaryDirectory() as root:
        work = pathlib.Path(root)
        work.chmod(0o755)
        make_inputs(work / "in")
        out = work / "out"
        run([program, "batch", work / "in", "-o", out, "--to", "ndjson,csv,sqlite"])
        report = [json.loads(line) for line in (out / "report.ndjson").read_text("utf-8").splitlines()]
        inputs = sum(line["status"] == "ok" for line in report)  # a folder's .xml is passed over
        (out / "report.ndjson").unlink()
        complaints, tables = frictionless.check(out / "dataset")
        print(f"{'FAILED' if complaints else 'ok'}  Frictionless' rules  {'; '.join(complaints[:10])}")
        failures += bool(complaints)
        check_the_checker(out / "dataset", work)
        check_against_notices(out, tables)
        expected = counts_of(tables)
        replaced = inputs - expected["notices"]
        if replaced < 2:
            raise SystemExit(f"{replaced} notices are met twice; this test needs some")
        print(f"ok  Python  {expected}")
        for name, count in (("SQLite", lambda: sqlite(out, replaced)),
                            ("PostgreSQL", lambda: postgresql(out)),
                            ("DuckDB", lambda: duckdb(out, modules, tables))):
            seen = count()
            failures += seen != expected
            print(f"{'ok' if seen == expected else 'FAILED'}  {name}  {'' if seen == expected else seen}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
