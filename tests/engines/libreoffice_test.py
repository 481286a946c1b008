#!/usr/bin/env python3
"""LibreOffice as a second opinion: libreoffice_test.py PROGRAM SAMPLES

Each Word sample is opened by LibreOffice and saved anew as DOCX: other markup, other spans, other styles, but the same
notice, so the head and the rosters have to be the same. It is also saved as plain text, an independent reading of the
body: it has to hold as many characters as mingdan accounts for in the file that LibreOffice saved.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile


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


def count_characters(text):
    """Non-space characters, without the list numbers that LibreOffice computed and put before a line."""
    return sum(not c.isspace() for c in re.sub(r"(?m)^ {4}\d+\. ", "", text))


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
        inputs, saved, texts = (pathlib.Path(work) / name for name in ("in", "docx", "text"))
        inputs.mkdir()
        copies = []
        for original in originals:
            copies.append(inputs / f"{original.parent.parent.name}-{original.parent.name}.docx")
            copies[-1].write_bytes(original.read_bytes())
        save_as("docx", copies, saved)
        save_as("txt:Text (encoded):UTF8", copies, texts)
        for original, copy in zip(originals, copies):
            ours, theirs = convert(program, original), convert(program, saved / copy.name)
            complaint = difference(ours, theirs)
            read = ours["accounting"]["read"]
            seen = count_characters((texts / copy.name).with_suffix(".txt").read_text("utf-8-sig"))
            if read != seen:
                complaint += f" {read} characters read, LibreOffice's text has {seen}"
            failures += bool(complaint)
            print(f"{'FAILED' if complaint else 'ok'}  {original.parent.parent.name}/{original.parent.name}  {complaint}")
    print(f"{len(originals)} samples, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
