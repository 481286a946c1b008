#!/usr/bin/python3
"""Every sample's JSON is valid by the schema, and its CSV, NDJSON and XLSX say the same.

check_samples.py MINGDAN SCHEMA FOLDER…
"""

import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

from readers import csv_rows, read_csv, read_json, read_ndjson, read_xlsx, schema_faults, xlsx_members, xlsx_rows

INPUTS = {".docx", ".docm", ".dotx", ".txt"}


def inputs(folders):
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in INPUTS and "expected" not in path.parts:
                yield path


def run_bytes(program, *arguments):
    rules = pathlib.Path(arguments[0]).parent / "rules.toml"
    if rules.exists():
        arguments += ("--rules", rules)
    done = subprocess.run([program, "convert", *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode == 0, f"exit {done.returncode}: {done.stderr.decode()}"
    return done.stdout


def run(program, *arguments):
    return run_bytes(program, *arguments).decode("utf-8")


def check_trace(read):
    counts = Counter(fix["code"] for fix in read["trace"]["fixes"])
    assert counts == Counter({code: int(count) for code, count in read["fixes"].items()}), "the trace has other fixes than the counts"
    for fix in read["trace"]["fixes"]:
        assert resolve(read, fix["at"]) is not None, f"{fix['at']} is no place in the output"
    for roster, origins in zip(read["rosters"], read["trace"]["origins"]["rosters"], strict=True):
        for record, origin in zip(roster["records"], origins["records"], strict=True):
            assert list(record) == list(origin["values"])
            for value, place in zip(record.values(), origin["values"].values(), strict=True):
                assert (value is None) == (place is None)
                assert not isinstance(value, list) or len(value) == len(place)


def resolve(read, at):
    """What stands at a place (`at`) of the output."""
    here = read["notice"] if "roster" not in at else read["rosters"][int(at["roster"])]
    if "field" in at:
        here = here[at["field"]]
    for key, rows in (("record", "records"), ("total", "totals")):
        if key in at:
            here = here[rows][int(at[key])][at["column"]]
    if "item" in at and isinstance(here, list):
        here = here[int(at["item"])]
    return here[at["key"]] if "key" in at else here


def check_accounting(read):
    accounting = read["accounting"]
    left_out = sum(int(piece["characters"]) for piece in accounting["left_out"])
    assert int(accounting["read"]) == int(accounting["kept"]) + left_out, "read is not kept + left out"


def check_csv(program, path, rosters):
    with tempfile.TemporaryDirectory() as folder:
        run(program, path, "--to", "csv", "-o", folder)
        files = sorted(pathlib.Path(folder).iterdir(), key=lambda file: int(file.stem.rpartition("-")[2]))
        assert len(files) == len(rosters), f"{len(files)} CSV files for {len(rosters)} rosters"
        for file, roster in zip(files, rosters):
            assert read_csv(file.read_bytes().decode("utf-8")) == csv_rows(roster), f"{file.name} is not the JSON's roster"


def check_xlsx(program, path, read):
    data = run_bytes(program, path, "--to", "xlsx")
    assert data == run_bytes(program, path, "--to", "xlsx"), "two workbooks of one notice differ"
    sheets = read_xlsx(data)
    for i, roster in enumerate(read["rosters"]):
        number = str(i + 1) if len(read["rosters"]) > 1 else ""
        assert sheets["记录" + number] == xlsx_rows(roster), f"记录{number} is not the JSON's roster"
        assert sheets.get("成员" + number, [[]])[1:] == xlsx_members(roster), f"成员{number} is not the JSON's lists"
    assert len(sheets["问题"]) == len(read["findings"]) + 1


def check(program, schema, path):
    text = run(program, path)
    traced = run(program, path, "--trace")
    for form in (text, traced):
        faults = schema_faults(schema, form)
        assert not faults, faults
    read = read_json(text)
    with_trace = read_json(traced)
    check_trace(with_trace)
    del with_trace["trace"]
    assert read == with_trace, "--trace changes more than it adds"
    check_accounting(read)

    lines = read_ndjson(run(program, path, "--to", "ndjson"))
    assert [line["record"] for line in lines] == [record for roster in read["rosters"] for record in roster["records"]]
    assert [line["row"] for line in lines] == [str(i + 1) for roster in read["rosters"] for i in range(len(roster["records"]))]

    if read["rosters"]:
        check_csv(program, path, read["rosters"])
    check_xlsx(program, path, read)
    return len(lines)


def main():
    program, schema, *folders = sys.argv[1:]
    paths = list(inputs(folders))
    if not paths:
        sys.exit(f"no inputs in {folders}")
    failed = 0
    for path in paths:
        try:
            print(f"{path}: {check(program, schema, path)} records")
        except AssertionError as fault:
            failed += 1
            print(f"{path}: {fault}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
