#!/usr/bin/env python3
"""Damaged files by the thousand: damage_test.py PROGRAM SAMPLES

Each sample is cut at 200 places, has bytes flipped and blocks swapped, always with the same random seeds. PROGRAM (built
with the sanitizers) has to end with 0 or 4 within ten seconds each time: no crash, no hang, no report, and with 4 a
message and nothing on standard output.
"""

import concurrent.futures
import os
import pathlib
import random
import subprocess
import sys
import tempfile

FLIPS = 150
SWAPS = 50


def cuts(content):
    for place in range(200):
        yield f"cut-{place}", content[:len(content) * place // 200]


def flips(content, name):
    for number in range(FLIPS):
        source = random.Random(f"{name}-flip-{number}")
        damaged = bytearray(content)
        for _ in range(source.choice([1, 1, 1, 3, 10])):
            damaged[source.randrange(len(damaged))] = source.randrange(256)
        yield f"flip-{number}", bytes(damaged)


def swaps(content, name):
    for number in range(SWAPS):
        source = random.Random(f"{name}-swap-{number}")
        a, b, c = sorted(source.randrange(len(content)) for _ in range(3))
        yield f"swap-{number}", content[:a] + content[b:c] + content[a:b] + content[c:]


def run(program, folder, name, content):
    path = folder / name
    path.write_bytes(content)
    try:
        done = subprocess.run([program, "convert", str(path)], capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return f"{name}: no end within ten seconds"
    finally:
        path.unlink()
    if done.returncode not in (0, 4):
        return f"{name}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')[:2000]}"
    if done.returncode == 4 and (done.stdout or not done.stderr):
        return f"{name}: an error has a message, and no output"
    return ""


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    originals = sorted(samples.glob("*/*/notice.*"))
    if not originals:
        raise SystemExit(f"{samples} holds no sample")
    complaints = []
    count = 0
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = []
        for original in originals:
            content = original.read_bytes()
            prefix = f"{original.parent.parent.name}-{original.parent.name}"
            for what, damaged in [*cuts(content), *flips(content, prefix), *swaps(content, prefix)]:
                jobs.append(pool.submit(run, program, pathlib.Path(work), f"{prefix}-{what}{original.suffix}", damaged))
        for job in jobs:
            count += 1
            if job.result():
                complaints.append(job.result())
    print("\n".join(complaints[:20]))
    print(f"{count} damaged files, {len(complaints)} ended badly")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
