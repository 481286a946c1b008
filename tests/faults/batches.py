"""What the tests of batches share: folders of notices that all differ, trees to compare."""
import json
import pathlib
import re
import sqlite3
import zipfile


def vary_docx(source, target, number):
    """The same package with one paragraph more, which no other copy has."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                mark = f"<w:p><w:r><w:t>第{number}份</w:t></w:r></w:p>".encode()
                content = re.sub(rb"(<w:sectPr|</w:body>)", lambda found: mark + found.group(0), content, count=1)
            new.writestr(zipfile.ZipInfo(entry.filename), content, zipfile.ZIP_DEFLATED)


def vary(source, target, number):
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix == ".docx":
        vary_docx(source, target, number)
    else:
        mark = f"<!-- 第{number}份 -->" if source.suffix == ".xml" else f"第{number}份"
        target.write_bytes(source.read_bytes() + f"\n{mark}\n".encode())


def samples_in(folder):
    found = sorted(pathlib.Path(folder).glob("*/*/notice.*"))
    if not found:
        raise SystemExit(f"{folder} holds no sample")
    return found


def fill(folder, samples, count, first=0):
    """`count` notices in folders by tens, no two of one content."""
    for number in range(first, first + count):
        source = samples[number % len(samples)]
        vary(source, folder / f"{number // 10:03}" / f"{number:05}{source.suffix}", number)


def report_of(text):
    """A report without its times."""
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        del line["seconds"]
    return lines


def dump_of(path):
    """What a database holds, in no order; the bytes may differ."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return sorted(database.iterdump())
    finally:
        database.close()


def content_of(path):
    if path.name == "report.ndjson":
        return report_of(path.read_text())
    return dump_of(path) if path.suffix == ".sqlite" else path.read_bytes()


def tree(folder):
    """All that a batch gives: names with their bytes; nothing of its own below .mingdan, no times."""
    files = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and not name.startswith(".mingdan/"):
            files[name] = content_of(path)
    return files


def differences(expected, seen):
    names = sorted(set(expected) | set(seen))
    return [name for name in names if expected.get(name) != seen.get(name)]
