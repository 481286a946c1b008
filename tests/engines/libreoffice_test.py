#!/usr/bin/env python3
"""LibreOffice as a second opinion: libreoffice_test.py PROGRAM SAMPLES

Each Word sample is opened by LibreOffice and saved anew as DOCX: other markup, other spans, other styles, but the same
notice, so the head and the rosters have to be the same. Of both files the characters are counted by Python's XML
parser: mingdan has to account for just as many.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile


def convert(program, path):
    run = subprocess.run([program, "convert", str(path), "--trace"], capture_output=True, text=True, timeout=60)
    if run.returncode != 0:
        raise SystemExit(f"{path}: mingdan ended with {run.returncode}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def save_as(form, paths, folder):
    """Saves all files in another form; one start of LibreOffice for all."""
    profile = pathlib.Path(folder).parent / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run(command + [str(path) for path in paths], check=True, capture_output=True, timeout=600)


def count_characters(path):
    """The non-space characters of all text elements, read by another XML parser than ours."""
    count = 0
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name):
                for element in xml.etree.ElementTree.fromstring(package.read(name)).iter():
                    if element.tag.rsplit("}", 1)[-1] in ("t", "delText", "instrText", "delInstrText"):
                        count += sum(not c.isspace() for c in element.text or "")
    return count


def difference(ours, theirs):
    """The first place where two notices differ, for people."""
    for key in ("notice", "rosters"):
        if ours[key] != theirs[key]:
            a = json.dumps(ours[key], ensure_ascii=False)
            b = json.dumps(theirs[key], ensure_ascii=False)
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            return f"{key}: …{a[max(0, at - 40):at + 60]}… became …{b[max(0, at - 40):at + 60]}…"
    return ""


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    originals = sorted(samples.glob("*/*/notice.docx"))
    if not originals:
        raise SystemExit(f"{samples} holds no Word sample")
    failures = 0
    with tempfile.TemporaryDirectory() as work:
        inputs, saved = (pathlib.Path(work) / name for name in ("in", "docx"))
        inputs.mkdir()
        copies = []
        for original in originals:
            copies.append(inputs / f"{original.parent.parent.name}-{original.parent.name}.docx")
            copies[-1].write_bytes(original.read_bytes())
        save_as("docx", copies, saved)
        for original, copy in zip(originals, copies):
            ours, theirs = convert(program, original), convert(program, saved / copy.name)
            complaint = difference(ours, theirs)
            for path, result in ((original, ours), (saved / copy.name, theirs)):
                read, there = result["accounting"]["read"], count_characters(path)
                if read != there:
                    complaint += f" {read} characters read of {path.name}, which holds {there}"
            failures += bool(complaint)
            print(f"{'FAILED' if complaint else 'ok'}  {original.parent.parent.name}/{original.parent.name}  {complaint}")
    print(f"{len(originals)} samples, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
