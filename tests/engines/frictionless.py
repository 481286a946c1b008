"""Frictionless' rules for a Tabular Data Package, checked by Python's own csv and json: complaints_of(FOLDER).

Written after the specifications (Data Package, Data Resource, CSV Dialect, Table Schema; v1), not after what mingdan writes:
bytes and hash of each resource, the header, types, required, minimum, enum, pattern, primary keys, foreign keys.
"""
import csv
import hashlib
import io
import json
import pathlib
import re

csv.field_size_limit(1 << 30)


def rows_of(path, dialect):
    """The header and the rows of a file, as its dialect says."""
    text = path.read_bytes().decode("utf-8")
    if text.startswith("\ufeff"):
        raise ValueError(f"{path.name} begins with a byte order mark")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"],
                        doublequote=dialect["doubleQuote"], strict=True)
    header = next(reader)
    return header, list(reader)


def is_of_type(text, kind):
    if kind == "integer":
        return re.fullmatch(r"[+-]?[0-9]+", text) is not None
    if kind in ("array", "object"):
        try:
            return isinstance(json.loads(text), list if kind == "array" else dict)
        except ValueError:
            return False
    return kind == "string"


def check_value(text, field, missing):
    constraints = field.get("constraints", {})
    if text in missing:
        return "is missing" if constraints.get("required") else ""
    if not is_of_type(text, field["type"]):
        return f"is no {field['type']}: {text[:60]!r}"
    if "enum" in constraints and text not in constraints["enum"]:
        return f"is none of {constraints['enum']}: {text!r}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        return f"does not match {constraints['pattern']}: {text[:60]!r}"
    if "minimum" in constraints and int(text) < constraints["minimum"]:
        return f"is below {constraints['minimum']}: {text}"
    return ""


def key_of(row, places):
    return tuple(row[place] for place in places)


def check_resource(folder, resource):
    """Complaints, and the rows by name."""
    path = folder / resource["path"]
    content = path.read_bytes()
    complaints = []
    if len(content) != resource["bytes"]:
        complaints.append(f"{path.name} has {len(content)} bytes, not {resource['bytes']}")
    if resource["hash"] != "sha256:" + hashlib.sha256(content).hexdigest():
        complaints.append(f"{path.name} has another hash")
    if b"\0" in content:
        complaints.append(f"{path.name} holds a NUL")
    schema = resource["schema"]
    fields = schema["fields"]
    names = [field["name"] for field in fields]
    header, rows = rows_of(path, resource["dialect"])
    if header != names:
        return [*complaints, f"{path.name} has the header {header}"], []
    for number, row in enumerate(rows, 1):
        if len(row) != len(fields):
            complaints.append(f"{path.name}, row {number} has {len(row)} fields")
            continue
        for text, field in zip(row, fields):
            said = check_value(text, field, schema["missingValues"])
            if said:
                complaints.append(f"{path.name}, row {number}: {field['name']} {said}")
    places = [names.index(name) for name in schema["primaryKey"]]
    keys = [key_of(row, places) for row in rows if len(row) == len(fields)]
    if len(set(keys)) != len(keys):
        complaints.append(f"{path.name} has {len(keys) - len(set(keys))} rows with a key that is taken")
    return complaints, [dict(zip(names, row)) for row in rows]


def check_references(resource, tables):
    complaints = []
    for foreign in resource["schema"].get("foreignKeys", []):
        target = foreign["reference"]
        there = {key_of(row, target["fields"]) for row in tables[target["resource"] or resource["name"]]}
        lost = sum(key_of(row, foreign["fields"]) not in there for row in tables[resource["name"]])
        if lost:
            complaints.append(f"{lost} rows of {resource['name']} have no {target['resource']}")
    return complaints


def check(folder):
    """All complaints, and the rows of all tables: {"notices": [{"notice_key": …}, …], …}"""
    folder = pathlib.Path(folder)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    complaints, tables = [], {}
    if not re.fullmatch(r"[a-z0-9._-]+", package["name"]) or package["profile"] != "tabular-data-package":
        complaints.append("the package has no name or profile as it should be")
    for resource in package["resources"]:
        for key in ("name", "path", "profile", "schema", "encoding", "bytes", "hash"):
            if key not in resource:
                complaints.append(f"a resource has no {key}")
        said, tables[resource["name"]] = check_resource(folder, resource)
        complaints += said
    for resource in package["resources"]:
        complaints += check_references(resource, tables)
    return complaints, tables
