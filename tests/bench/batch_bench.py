#!/usr/bin/env python3
"""What a batch costs: CPU time beside the floor of the same files, what a second thread gains, what a second run of an
unchanged folder takes, how memory grows.
  batch_bench.py [--check] PROGRAM FLOOR SAMPLES FOLDER
Each figure is the best of some runs: noise only adds. FOLDER keeps the notices that are made of the samples."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "faults"))
import batches  # noqa: E402

ROUNDS = 3


def cost(command, stdin=None):
    """Seconds by the clock, seconds of CPU, peak memory in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{command} ended with {status}")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def best(costs):
    return tuple(min(figures) for figures in zip(*costs))


def notices(folder, samples, count):
    target = folder / f"notices-{count}"
    if not target.exists():
        made = folder / "being-made"
        shutil.rmtree(made, ignore_errors=True)
        batches.fill(made, samples, count)
        made.rename(target)
    return target


def batch(program, inputs, output, threads, forms="json"):
    return cost([program, "batch", inputs, "-o", output, "--to", forms, "-j", str(threads)])


def fresh(program, inputs, folder, threads, forms="json", rounds=ROUNDS):
    """Each into a folder of its own: a file system may be slow in making files where many were just deleted."""
    costs = []
    for number in range(rounds):
        costs.append(batch(program, inputs, folder / f"{inputs.name}-{forms}-{threads}-{number}", threads, forms))
    return best(costs)


def floor_of(program, inputs, folder):
    names = folder / "names"
    names.write_text("".join(f"{path}\n" for path in sorted(inputs.rglob("*.docx"))))
    costs = []
    for _ in range(ROUNDS):
        with names.open() as stdin:
            costs.append(cost([program], stdin))
    return best(costs)


def main():
    words = [word for word in sys.argv[1:] if word != "--check"]
    if len(words) != 4:
        raise SystemExit(__doc__)
    program, floor, samples, folder = words[0], words[1], pathlib.Path(words[2]), pathlib.Path(words[3])
    folder.mkdir(parents=True, exist_ok=True)
    output = folder / f"output-{os.getpid()}"
    inputs = notices(folder, sorted(samples.glob("docx/*/notice.docx")), 2000)
    many = notices(folder, sorted(samples.glob("docx/*/notice.docx")), 10000)

    _, floor_cpu, _ = floor_of(floor, inputs, folder)
    one_wall, one_cpu, one_memory = fresh(program, inputs, output, 1)
    two_wall, _, two_memory = fresh(program, inputs, output, 2)
    again_wall, _, _ = best(
        [batch(program, inputs, output / f"{inputs.name}-json-2-0", 2) for _ in range(ROUNDS)])
    _, _, many_memory = fresh(program, many, output, 2, rounds=1)
    lines = [
        ("2,000 notices to JSON, CPU / floor", one_cpu / floor_cpu, 2.0),
        ("two threads, seconds / of one", two_wall / one_wall, 1 / 1.8),
        ("second run, seconds / of the first", again_wall / two_wall, 0.05),
        ("10,000 notices, memory / of 2,000", many_memory / two_memory, 1.10),
        ("2,000 notices, peak memory in MiB, one thread", one_memory, None),
    ]
    for forms in ("csv", "sqlite", "xlsx"):
        wall, cpu, _ = fresh(program, inputs, output, 2, forms, rounds=1)
        lines.append((f"2,000 notices to {forms}, CPU / floor", cpu / floor_cpu, None))
    held = True
    for name, value, limit in lines:
        over = limit is not None and value > limit
        held = held and not over
        print(f"{name:<52} {value:8.3f} {'' if limit is None else f'<= {limit:.3f}':>10} {'OVER' if over else ''}")
    shutil.rmtree(output, ignore_errors=True)
    return 0 if held or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
