#!/usr/bin/python3
"""Replays transcripts of the command line: run_transcripts.py PROGRAM TRANSCRIPT.md...

A transcript is Markdown. Each block fenced as `console` holds commands ("$ mingdan ...", given to sh) and what they
are to print: lines of standard output as they are, lines of standard error behind "! ", and "[exit N]" where N is not
0. A block fenced as `terminal` runs on a terminal, where both streams are one. Carriage return and escape show as
U+240D and U+241B. All commands of a transcript share one folder, which holds the files of fixtures.py. With MINGDAN_ACCEPT=1
the transcripts are rewritten with what was seen.
"""
import difflib
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

import fixtures

FENCE = re.compile(r"^```(console|terminal)\n(.*?)^```$", re.M | re.S)
NO_NEWLINE = "\\ no newline at the end"
NOBODY = 65534


def lines_of(text, mark=""):
    """The lines as a transcript shows them; a missing last line end is said."""
    if not text:
        return []
    text = text.replace("\r", "\u240d").replace("\x1b", "\u241b")
    lines = [mark + line for line in text.split("\n")]
    if text.endswith("\n"):
        lines.pop()
    else:
        lines.append(mark + NO_NEWLINE)
    return lines


def as_anybody():
    """Root may write everywhere, so that refusals could not be seen: the program runs as nobody then."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def run_piped(command, folder, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60, check=False, **as_anybody())
    return (lines_of(done.stdout.decode("utf-8")) + lines_of(done.stderr.decode("utf-8"), "! "), done.returncode)


def run_on_terminal(command, folder, environment):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                               stdout=theirs, stderr=theirs, **as_anybody())
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    text = seen.decode("utf-8").replace("\r\n", "\n")
    return lines_of(text), process.wait(timeout=60)


def replay(block, folder, environment):
    """The block as it should stand: its commands with what they print now."""
    run = run_on_terminal if block.group(1) == "terminal" else run_piped
    result = []
    for command in [line[2:] for line in block.group(2).split("\n") if line.startswith("$ ")]:
        lines, code = run(command, folder, environment)
        result += ["$ " + command] + lines + ([f"[exit {code}]"] if code else [])
    if not result:
        raise SystemExit(f"a block without a command:\n{block.group(0)}")
    return "\n".join([f"```{block.group(1)}"] + result + ["```"])


def prepare(root, program):
    """The program under its name and a folder of fixtures, open to whoever runs it."""
    (root / "bin").mkdir()
    shutil.copy(program, root / "bin" / "mingdan")
    folder = root / "work"
    folder.mkdir()
    fixtures.build(folder)
    if os.geteuid() == 0:
        for path in [root, *root.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
    return folder


def check(program, transcript):
    expected = transcript.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as root:
        folder = prepare(pathlib.Path(root), program)
        environment = {"PATH": f"{root}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        seen = FENCE.sub(lambda block: replay(block, folder, environment), expected)
        for path in folder.rglob("*"):
            if path.is_dir():
                path.chmod(0o700)
    if seen == expected:
        return FENCE.search(expected) is not None
    if os.environ.get("MINGDAN_ACCEPT"):
        transcript.write_text(seen, encoding="utf-8")
        print(f"{transcript.name}: rewritten")
        return True
    print("\n".join(difflib.unified_diff(expected.split("\n"), seen.split("\n"), f"{transcript.name} expected",
                                         f"{transcript.name} seen", lineterm="")))
    return False


def main():
    program, transcripts = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    good = [check(program, transcript) for transcript in transcripts]
    sys.exit(0 if good and all(good) else 1)


if __name__ == "__main__":
    main()
