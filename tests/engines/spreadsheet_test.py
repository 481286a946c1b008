#!/usr/bin/env python3
"""LibreOffice reads our workbooks: spreadsheet_test.py PROGRAM SAMPLES

Each sample's workbook, and one of texts that spreadsheets like to change, is opened by LibreOffice and every sheet is saved
as CSV as it is shown there. It has to be what Python's zipfile and ElementTree read in the parts.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "readback"))
from readers import read_xlsx  # noqa: E402

# Comma, quotation mark, UTF-8, from the first line, texts not quoted, cells as shown, every sheet a file (-1).
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"

NASTY = "关于公布名单的通知\n附件 名单\n序号\t名称\t编号\t金额\n" + "".join(
    f"{i + 1}\t{text}\t33050219900101123{i % 10}\t{i}.50\n"
    for i, text in enumerate(["=1+1", "+86", "-甲", "@x", "_x0041_", "1e5", "TRUE", "3-4", "http://example.cn/", "#N/A", "''", "{=1}"]))


def inputs(samples):
    yield from sorted(path for path in samples.glob("*/*/notice.*") if path.suffix in (".docx", ".txt"))


def write_workbook(program, path, target):
    subprocess.run([program, "convert", str(path), "--to", "xlsx", "-o", str(target)], check=True, capture_output=True, timeout=60)


def read_by_libreoffice(folder, books):
    saved = folder / "csv"
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", EVERY_SHEET,
               "--outdir", str(saved)]
    subprocess.run(command + list(map(str, books)), check=True, capture_output=True, timeout=600)
    return saved


def trimmed(rows):
    """Without empty cells and rows at the ends, which a CSV file may have or not."""
    rows = [list(map(str, row)) for row in rows]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def difference(book, saved):
    for name, rows in read_xlsx(book.read_bytes()).items():
        file = saved / f"{book.stem}-{name}.csv"
        if not file.exists():
            return f"{name} was not saved"
        with open(file, encoding="utf-8", newline="") as lines:
            theirs = trimmed(csv.reader(lines))
        ours = trimmed([[cell.replace("\r", "\n") for cell in row] for row in rows])
        if ours != theirs:
            at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
            return f"{name}, row {at + 1}: {ours[at:at + 1]} became {theirs[at:at + 1]}"
    return ""


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        (folder / "nasty.txt").write_text(NASTY, encoding="utf-8")
        books = []
        for path in [folder / "nasty.txt", *inputs(samples)]:
            books.append(folder / f"{path.parent.parent.name}-{path.parent.name}-{path.name}.xlsx")
            write_workbook(program, path, books[-1])
        saved = read_by_libreoffice(folder, books)
        for book in books:
            complaint = difference(book, saved)
            failures += bool(complaint)
            print(f"{'FAILED' if complaint else 'ok'}  {book.stem}  {complaint}")
    print(f"{len(books)} workbooks, {failures} differ")
    return 1 if failures or len(books) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
