#!/usr/bin/python3
"""Random rosters of nasty texts go through every emitter and are read back by independent readers.

check_emitters.py EMIT_PROBE SCHEMA [ROUNDS [SEED]]
"""

import random
import subprocess
import sys

from readers import (Digits, csv_rows, read_csv, read_json, read_markdown_tables, read_ndjson, read_xlsx, schema_faults,
                     xlsx_members, xlsx_rows)

NASTY = list("""",'\\|`*_~[]<>&#-+=@;:/%$!?(){}^ \t\r\n\v\f""") + [
    "\0", "\x01", "\x1f", "\x7f", "\x85", "\u00a0", "\u200b", "\u2028", "\u2029", "\ufeff", "\ufffd", "\uffff", "\U0010ffff",
    "\u3000", "；", "，", "、", "：", "＝", "＋", "－", "＠", "\r\n", "<br>", "_x0041_", "_x005F_", "1.", "null", "&lt;", "\\u0041", '""', "'",
    "甲", "市直属", "湖州师范学院", "思政一体 立德优师", "𠮷", "𬱖", "é", "a", "Z", "0", "007", "-5", "=1+1", "||", "---"]
BLANKS = set(" \u3000\u00a0\v\f\ufeff\u200b\u200c\u200d\u2060\x85\u1680\u2028\u2029\u202f\u205f") | set(map(chr, range(0x2000, 0x200B)))


def random_text(rng):
    if rng.random() < 0.2:
        return "".join(chr(rng.choice([c for c in (rng.randrange(0x20, 0x3000), rng.randrange(0x3000, 0xD800), rng.randrange(0x10000, 0x110000))]))
                       for _ in range(rng.randrange(1, 8)))
    return "".join(rng.choice(NASTY) for _ in range(rng.randrange(1, 7)))


def random_number(rng):
    return Digits(rng.choice(["0", "7", "-5", "2.50", "123456789012345", "-0.05", "10"]))


def random_roster(rng):
    types = [rng.choice(["string", "integer", "number", "list"]) for _ in range(rng.randrange(1, 6))]
    names = list(dict.fromkeys(random_text(rng) for _ in types))
    columns = [{"name": name, "type": type_} for name, type_ in zip(names, types)]

    def value(type_):
        if type_ == "list":
            return [random_text(rng) for _ in range(rng.randrange(0, 4))]
        if rng.random() < 0.2:
            return None
        return random_text(rng) if type_ == "string" else random_number(rng)

    records = [{c["name"]: value(c["type"]) for c in columns} for _ in range(rng.randrange(0, 6))]
    return {"title": random_text(rng), "notes": [random_text(rng)], "columns": columns, "records": records}


def probe_input(roster):
    def hexadecimal(text):
        return text.encode().hex()

    def cell(value):
        items = value if isinstance(value, list) else [] if value is None else [value]
        return ",".join(map(hexadecimal, items)) or "-"

    lines = [f"title {hexadecimal(roster['title'])}", f"note {hexadecimal(roster['notes'][0])}",
             "columns " + " ".join(f"{c['type']}:{hexadecimal(c['name'])}" for c in roster["columns"])]
    lines += ["record " + " ".join(map(cell, record.values())) for record in roster["records"]]
    return "\n".join(lines) + "\n"


class Checker:
    def __init__(self, probe, schema):
        self.probe, self.schema = probe, schema

    def run_bytes(self, roster, *arguments):
        done = subprocess.run([self.probe, *arguments], input=probe_input(roster).encode(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout, done.stderr.decode().splitlines()

    def run(self, roster, *arguments):
        out, found = self.run_bytes(roster, *arguments)
        return out.decode("utf-8"), found

    def json(self, roster):
        text, _ = self.run(roster, "json", "--trace")
        faults = schema_faults(self.schema, text)
        assert not faults, faults
        read = read_json(text)
        got = read["rosters"][0]
        assert read["notice"]["title"] == roster["title"] and got["notes"] == roster["notes"]
        same([(c["name"], c["type"]) for c in got["columns"]], [(c["name"], c["type"]) for c in roster["columns"]])
        same(got["records"], roster["records"])
        same([list(record) for record in got["records"]], [list(record) for record in roster["records"]])

    def ndjson(self, roster):
        lines = read_ndjson(self.run(roster, "ndjson")[0])
        same([line["record"] for line in lines], roster["records"])
        same([line["row"] for line in lines], [str(i + 1) for i in range(len(lines))])
        assert all(line["notice"]["title"] == roster["title"] for line in lines)

    def csv(self, roster):
        for separator in ("；", "|", '"', "\n"):
            text, found = self.run(roster, "csv", "--separator", separator)
            same(read_csv(text), csv_rows(roster, "wide", separator))
            want = [f"separator-in-item {i} {name.encode().hex()}" for i, record in enumerate(roster["records"])
                    for name, value in record.items() if isinstance(value, list) and any(separator in item for item in value)]
            same(found, want)
        same(read_csv(self.run(roster, "csv", "--long")[0]), csv_rows(roster, "long"))

    def excel(self, roster):
        text, found = self.run(roster, "csv", "--long", "--excel")
        assert text.startswith("\ufeff")
        types = [c["type"] for c in roster["columns"]]
        guarded = 0
        for i, (got, want) in enumerate(zip(read_csv(text[1:]), csv_rows(roster, "long"), strict=True)):
            for cell, plain, type_ in zip(got, want, types, strict=True):
                runs = plain.lstrip("".join(BLANKS))[:1] in set("=+-@\t\r\n＝＋－＠") - {""} and plain.strip("".join(BLANKS)) != ""
                runs = runs and not (i > 0 and type_ in ("integer", "number"))
                same(cell, "'" + plain if runs else plain)
                guarded += runs
        same(sum(line.startswith("guarded-cell ") for line in found), guarded)

    def markdown(self, roster):
        def cell(value):
            items = value if isinstance(value, list) else [value or ""]
            return "\n".join(item.replace("\r\n", "\n").replace("\r", "\n") for item in items).strip(" ")

        table = read_markdown_tables(self.run(roster, "markdown")[0])[-1]
        same(table, [[cell(c["name"]) for c in roster["columns"]]] + [list(map(cell, r.values())) for r in roster["records"]])

    def xlsx(self, roster):
        data, found = self.run_bytes(roster, "xlsx")
        assert not found, found
        assert self.run_bytes(roster, "xlsx")[0] == data, "two runs differ"
        sheets = read_xlsx(data)
        same_cells(sheets["记录"], xlsx_rows(roster))
        same_cells(sheets.get("成员", [[]])[1:], xlsx_members(roster))
        assert sheets["名单"][0][0] == roster["title"] and sheets["名单"][-1][0] == roster["notes"][0]


def same_cells(got, want):
    """The cells, and which of them are numbers."""
    same(got, want)
    same([[isinstance(cell, Digits) for cell in row] for row in got], [[isinstance(cell, Digits) for cell in row] for row in want])


def same(got, want):
    assert got == want, f"\n got {got!r}\nwant {want!r}"


def main():
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    checker = Checker(sys.argv[1], sys.argv[2])
    for number in range(seed, seed + rounds):
        roster = random_roster(random.Random(number))
        for check in (checker.json, checker.ndjson, checker.csv, checker.excel, checker.markdown, checker.xlsx):
            try:
                check(roster)
            except AssertionError as fault:
                sys.exit(f"seed {number}, {check.__name__}: {fault}")
    print(f"{rounds} rosters came back from every form")


if __name__ == "__main__":
    main()
