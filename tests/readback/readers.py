"""Independent readers of what mingdan writes: Python's csv and json, jsonschema, and GFM's own rules for table rows."""

import csv
import io
import json
import re

from jsonschema import Draft202012Validator


class Digits(str):
    """A JSON number, kept as the digits that stand there: 2.50 is not 2.5."""


def read_json(text):
    def refuse(name):
        raise ValueError(f"{name} is no JSON number")
    return json.loads(text, parse_int=Digits, parse_float=Digits, parse_constant=refuse)


def read_ndjson(text):
    assert text == "" or text.endswith("\n"), "the last line has no end"
    return [read_json(line) for line in text.split("\n")[:-1]]


def read_csv(text):
    rest = re.sub(r'"[^"]*"', "", text)
    assert "\n" not in rest.replace("\r\n", ""), "a line ends without CR LF"
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def read_markdown_tables(text):
    """Every table as its rows of cells (GFM section 4.10), without the delimiter row; cells without escapes."""
    tables, rows = [], []
    for line in text.split("\n"):
        if line.startswith("|"):
            rows.append([unescape(cell.strip(" ")) for cell in re.findall(r"((?:\\.|[^\\|])*)\|", line[1:])])
        elif rows:
            tables.append([rows[0]] + rows[2:])
            rows = []
    assert not rows, "the page ends inside of a table"
    return tables


def unescape(cell):
    return re.sub(r"\\([!-/:-@\[-`{-~])|<br>", lambda m: m[1] or "\n", cell)


def schema_faults(schema_path, text):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in Draft202012Validator(schema).iter_errors(json.loads(text))]


def csv_rows(roster, shape="wide", separator="；"):
    """The rows that a roster's CSV should hold, from the roster as the JSON gives it."""
    lists = [column["name"] for column in roster["columns"] if column["type"] == "list"]
    rows = [[column["name"] for column in roster["columns"]]]
    for record in roster["records"]:
        if shape == "wide":
            rows.append([separator.join(v) if k in lists else v or "" for k, v in record.items()])
            continue
        for i in range(max([1] + [len(record[k]) for k in lists])):
            rows.append([(v[i] if i < len(v) else "") if k in lists else v or "" for k, v in record.items()])
    return rows
