#!/usr/bin/env python3
"""The same notice in two formats: twins.py PROGRAM FOLDER FORMAT [--save]

Each notice.docx below FOLDER has a twin notice.FORMAT beside it (or in the folder that --save OUT makes with
LibreOffice). Both are converted; the notice's head, its columns and its records have to be the same. What LibreOffice
itself loses shows by its own text export of the twin: such twins are told apart and do not fail the run.

Prints a line for each twin and ends with 1 if one differs.
"""

import argparse
import difflib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PASSED_OVER = ("origin", "origins", "source", "trace")


def convert(program, path):
    run = subprocess.run([program, "convert", str(path)], capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        return {"error": run.stderr.strip()}
    return json.loads(run.stdout)


def office(form, paths, folder, profile):
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run(command + [str(path) for path in paths], check=True, capture_output=True, timeout=900)


def save_twins(originals, form, out):
    """Every original under its folder's name, saved by LibreOffice in the other format."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        copies = []
        for original in originals:
            copy = scratch / "in" / f"{'+'.join(original.parent.parts[-2:])}.docx"
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(original, copy)
            copies.append(copy)
        office(form, copies, scratch / "out", scratch / "profile")
        for original, copy in zip(originals, copies):
            saved = scratch / "out" / f"{copy.stem}.{form.split(':')[0]}"
            if saved.exists():
                folder = out / copy.stem
                folder.mkdir(exist_ok=True)
                shutil.copy(original, folder / "notice.docx")
                shutil.copy(saved, folder / f"notice.{form.split(':')[0]}")


def without_places(value):
    if isinstance(value, dict):
        return {key: without_places(part) for key, part in value.items() if key not in PASSED_OVER}
    return [without_places(part) for part in value] if isinstance(value, list) else value


def differences(ours, theirs):
    """The lines that differ between the two notices as indented JSON."""
    texts = []
    for document in (ours, theirs):
        kept = {key: without_places(document.get(key)) for key in ("notice", "rosters")}
        texts.append(json.dumps(kept, ensure_ascii=False, indent=1).splitlines())
    return [line for line in difflib.unified_diff(*texts, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]


def characters(text):
    return re.sub(r"\s", "", text)


def lost_by_writer(original, twin):
    """True if LibreOffice's own text export of the twin has less text than that of the original."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        texts = []
        for number, path in enumerate((original, twin)):
            office("txt:Text (encoded):UTF8", [path], scratch / str(number), scratch / "profile")
            texts.append(characters((scratch / str(number) / "notice.txt").read_text(encoding="utf-8-sig")))
    return len(texts[1]) < len(texts[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("format")
    parser.add_argument("--save", type=pathlib.Path, metavar="OUT", help="write the twins there first, with LibreOffice")
    parser.add_argument("--lines", type=int, default=12, help="how many differing lines to show of each twin")
    choice = parser.parse_args()
    form = choice.format.split(":")[0]
    folder = choice.folder
    if choice.save:
        save_twins(sorted(folder.rglob("notice.docx")), choice.format, choice.save)
        folder = choice.save
    twins = [(original, original.with_suffix(f".{form}")) for original in sorted(folder.rglob("notice.docx"))]
    twins = [(original, twin) for original, twin in twins if twin.exists()]
    if not twins:
        raise SystemExit(f"{folder} holds no notice.docx with a notice.{form} beside it")
    failed = lost = 0
    for original, twin in twins:
        ours, theirs = convert(choice.program, original), convert(choice.program, twin)
        if "error" in theirs:
            lines = [theirs["error"]]
        else:
            lines = differences(ours, theirs)
        name = original.parent.relative_to(folder)
        if not lines:
            print(f"equal    {name}")
        elif lost_by_writer(original, twin):
            lost += 1
            print(f"lost     {name}: LibreOffice did not write all of its text")
        else:
            failed += 1
            print(f"differs  {name}: {len(lines)} lines")
            print("\n".join(f"    {line}" for line in lines[: choice.lines]))
    print(f"{len(twins) - failed - lost} of {len(twins)} equal, {lost} not written whole, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
