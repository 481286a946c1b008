#!/usr/bin/env python3
"""A batch that is killed goes on: kill_test.py PROGRAM SAMPLES [MOMENTS]

Some sixty notices, all different. A run that nothing disturbs says what is to come out. Then, at each of MOMENTS random
moments (the seed is fixed): a run is killed by SIGKILL, perhaps the next one too, and the one after that has to end with
the same bytes. Every third time the folder holds results of a former run, and half of the inputs have changed since;
every fourth time the documents are in processes of their own, which have to be gone with their parent. Of the database the
sorted dump counts; that of a run after a former one holds what the former one had, too.
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import batches

NOTICES = 60
FORMS = "json,csv,ndjson,markdown,sqlite"


def command(program, folder, out, isolated):
    return [program, "batch", str(folder), "-o", str(out), "--to", FORMS, "-j", "2"] + (["--isolate"] if isolated else [])


def run(words):
    begin = time.monotonic()
    done = subprocess.run(words, capture_output=True, timeout=300, check=False)
    if done.returncode != 0:
        raise SystemExit(f"exit code {done.returncode}\n{done.stderr.decode()}")
    return time.monotonic() - begin


def kill_after(words, seconds):
    """Whether it still ran."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return process.returncode == -signal.SIGKILL


def orphans(out):
    """Workers that work for a folder whose batch is gone."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            words = pathlib.Path("/proc", pid, "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"batch-worker" in words and str(out).encode() in words:
            found.append(pid)
    return found


def try_moment(number, program, root, inputs, expected, former, seconds):
    source = random.Random(f"kill-{number}")
    out = root / f"out-{number}"
    isolated = number % 4 == 3
    if former:
        shutil.copytree(former, out)
    words = command(program, inputs, out, isolated)
    kills = 0
    while kill_after(words, source.uniform(0, seconds)) and source.random() < 0.5:
        kills += 1
    for _ in range(50):
        if not orphans(out):
            break
        time.sleep(0.1)
    complaints = [f"worker {pid} outlived its batch" for pid in orphans(out)]
    run(words)
    complaints += [f"{name} differs" for name in batches.differences(expected, batches.tree(out))]
    complaints += [f"{path} was left" for path in out.rglob("*.part")]
    shutil.rmtree(out)
    return [f"moment {number}: {complaint}" for complaint in complaints]


def main():
    program, samples = sys.argv[1], batches.samples_in(sys.argv[2])
    moments = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    complaints = []
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work)
        inputs = root / "in"
        batches.fill(inputs, samples, NOTICES)
        run(command(program, inputs, root / "former", False))
        for number in range(0, NOTICES, 2):  # of another content, and some of another format under the old name
            path = next(inputs.glob(f"*/{number:05}.*"))
            batches.vary(samples[(number + number // 10) % len(samples)], path, number + 1000)
        seconds = run(command(program, inputs, root / "out", False))
        expected = batches.tree(root / "out")
        shutil.copytree(root / "former", root / "after")
        run(command(program, inputs, root / "after", False))
        after = batches.tree(root / "after")
        if batches.differences(expected, after) != ["dataset/mingdan.sqlite"]:
            raise SystemExit(f"a second run gives other files: {batches.differences(expected, after)}")
        if len(expected) < 3 * NOTICES:
            raise SystemExit(f"only {len(expected)} files came out")
        for number in range(moments):
            is_after = number % 3 == 2
            complaints += try_moment(number, program, root, inputs, after if is_after else expected,
                                     root / "former" if is_after else None, seconds)
    print("\n".join(complaints[:20]))
    print(f"{moments} moments, {len(expected)} files each time, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
