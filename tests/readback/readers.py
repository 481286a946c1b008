"""Independent readers of what mingdan writes: Python's csv, json, zipfile and ElementTree, jsonschema, and GFM's own rules for table rows."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

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


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def unescape_cell(text):
    """ST_Xstring: _xHHHH_ is a character (ECMA-376 part 1, 22.9.2.19)."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def read_xlsx(data):
    """Sheet name -> rows of cells; a number is Digits as its format shows it, an empty cell \"\"."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in package.infolist()), "a part has a date"
    assert "<f>" not in str(data) and not any("hyperlink" in name for name in parts)
    shared = parts.get("xl/sharedStrings.xml")
    strings = [] if shared is None else [unescape_cell("".join(t.text or "" for t in si.iter(MAIN + "t"))) for si in shared]
    styles = parts["xl/styles.xml"]
    codes = {"0": "", "1": "0", "2": "0.00", "49": "@"} | {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
    formats = [codes[xf.get("numFmtId")] for xf in styles.find(MAIN + "cellXfs")]
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(MAIN + "sheet")]
    assert len({name.lower() for name in names}) == len(names) and all(len(name) <= 31 for name in names)
    return {name: read_sheet(parts[f"xl/worksheets/sheet{i + 1}.xml"], strings, formats) for i, name in enumerate(names)}


def read_sheet(sheet, strings, formats):
    rows = {}
    for cell in sheet.iter(MAIN + "c"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        value = cell.find(MAIN + "v")
        if value is None:
            text = ""
        elif cell.get("t") == "s":
            text = strings[int(value.text)]
        else:
            form = formats[int(cell.get("s", "0"))]
            text = Digits(f"{float(value.text):.{len(form.partition('.')[2])}f}")
        rows.setdefault(int(row), {})[column] = text
    width = max((max(row) for row in rows.values()), default=0)
    return [[rows.get(i, {}).get(j, "") for j in range(1, width + 1)] for i in range(1, max(rows, default=0) + 1)]


def xlsx_rows(roster, separator="；"):
    """The sheet 记录 as it should be: numbers as Digits, all else as text."""
    rows = csv_rows(roster, "wide", separator)
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((i + 1 for row in rows for i, cell in enumerate(row) if cell), default=0)
    return [row[:width] for row in rows]


def xlsx_members(roster):
    """The sheet 成员, without its header."""
    plain = [c["name"] for c in roster["columns"] if c["type"] != "list"]
    lists = [c["name"] for c in roster["columns"] if c["type"] == "list"]
    return [[Digits(i + 1)] + [record[name] or "" for name in plain] + [name, Digits(j + 1), item]
            for i, record in enumerate(roster["records"]) for name in lists for j, item in enumerate(record[name])]
