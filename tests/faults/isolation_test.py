#!/usr/bin/env python3
"""Faults around a batch: isolation_test.py PROGRAM SAMPLES [--uncapped]

Workers that are stopped or killed from outside cost one document each; a full disk ends the batch with 5, and the next
run completes it, the database too; a file that grows while it is read is done again; a notice that needs too much memory is named; SIGINT
ends with 130 and the next run goes on; a terminal sees a bar. --uncapped: the program is built with a sanitizer, under which memory is not capped.
"""
import json
import os
import pathlib
import pty
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import batches

NOTICES = 200


def words(program, folder, out, *more):
    return [program, "batch", str(folder), "-o", str(out), "--to", "json,csv", *more]


def report(out):
    return [json.loads(line) for line in (out / "report.ndjson").read_text().splitlines()]


def expect(condition, text):
    if not condition:
        raise SystemExit(text)


def worker_of(batch):
    """The one worker of a batch with one thread, once it is there."""
    for _ in range(2000):
        for pid in pathlib.Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text().split():
            if b"batch-worker" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes():
                return int(pid)
        if batch.poll() is not None:
            break
        time.sleep(0.001)
    raise SystemExit("no worker was seen")


def disturbed_worker(program, inputs, out, expected, number, code):
    """One worker gets a signal; one document fails for it, all others are right, and the next run does that one."""
    command = words(program, inputs, out, "--isolate", "-j", "1", "--time", "3")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as batch:
        worker = worker_of(batch)
        os.kill(worker, number)
        said = batch.stderr.read().decode()
    expect(batch.returncode == 3, f"exit code {batch.returncode} after signal {number}\n{said}")
    failed = [line for line in report(out) if line["status"] == "failed"]
    expect([line["error"]["code"] for line in failed] == [code], f"not one {code}: {failed}")
    expect(failed[0]["path"] in said and "try:" in said, f"the summary does not name it:\n{said}")
    without = {name: content for name, content in expected.items()
               if not name.startswith(failed[0]["id"]) and name != "report.ndjson"}
    seen = batches.tree(out)
    seen.pop("report.ndjson")
    expect(without == seen, f"others differ: {batches.differences(without, seen)}")
    again = subprocess.run(command, capture_output=True, check=False)
    expect(again.returncode == 0, again.stderr.decode())
    expect(batches.tree(out) == expected, "the next run did not complete it")


def full_disk(program, inputs, out, expected):
    """A limit on file sizes stands in for a disk: the state file reaches it in the middle of the run."""
    command = words(program, inputs, out)
    limit = (out.parent / "limit").stat().st_size

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run(command, capture_output=True, check=False, preexec_fn=limited)
    said = ended.stderr.decode()
    expect(ended.returncode == 5, f"exit code {ended.returncode} on a full disk\n{said}")
    expect("the same command goes on" in said, f"no word of how to go on:\n{said}")
    expect(not (out / "report.ndjson").exists(), "a report of half a run")
    done = len(batches.tree(out))
    expect(0 < done < len(expected), f"{done} files: the disk was not full in the middle")
    again = subprocess.run(command, capture_output=True, check=False)
    expect(again.returncode == 0, again.stderr.decode())
    expect(batches.tree(out) == expected, "the next run did not complete it")


def full_database(program, inputs, root):
    """The database needs more than there is: the former one stays, nothing else of it does, the next run makes it."""
    out = root / "database"
    command = [program, "batch", str(inputs), "-o", str(out), "--to", "sqlite"]
    database = out / "dataset" / "mingdan.sqlite"
    expect(subprocess.run(command, capture_output=True, check=False).returncode == 0, "no database")
    before, size = batches.dump_of(database), database.stat().st_size
    sample = next(inputs.glob("*/*.txt"))
    added = inputs / "added.txt"
    added.write_bytes(sample.read_bytes() + "".join(f"{i}\t添\t名{i}\n" for i in range(3000)).encode())
    ended = subprocess.run(command, capture_output=True, check=False,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    said = ended.stderr.decode()
    expect(ended.returncode == 5 and "mingdan.sqlite" in said and "try:" in said, f"exit code {ended.returncode}\n{said}")
    expect(batches.dump_of(database) == before, "the former database did not stay")
    expect(sorted(path.name for path in database.parent.iterdir()) == [database.name], "something was left beside it")
    expect(subprocess.run(command, capture_output=True, check=False).returncode == 0, "the next run did not complete it")
    expect(batches.dump_of(database) != before, "the next run added nothing")
    added.unlink()


def small_disk(program, inputs, root, expected):
    """A file system of 256 KiB, where this may be made (root does)."""
    disk = root / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, check=False)
    if made.returncode != 0:
        print("no small file system may be mounted here; the limit on file sizes has to do")
        return
    try:
        command = words(program, inputs, disk / "out")
        ended = subprocess.run(command, capture_output=True, check=False)
        expect(ended.returncode == 5, f"exit code {ended.returncode} on a full disk\n{ended.stderr.decode()}")
        for name, content in batches.tree(disk / "out").items():
            expect(expected[name] == content, f"{name} is not whole")
        expect(subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=False).returncode == 0, "remount")
        again = subprocess.run(command, capture_output=True, check=False)
        expect(again.returncode == 0, again.stderr.decode())
        expect(batches.tree(disk / "out") == expected, "the next run did not complete it")
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def too_much_memory(program, root):
    folder = root / "large"
    folder.mkdir()
    (folder / "large.txt").write_text("序号\t姓名\n" + "".join(f"{i}\t张三\n" for i in range(400_000)))
    (folder / "small.txt").write_text("序号\t姓名\n1\t张三\n2\t李四\n")
    ended = subprocess.run(words(program, folder, root / "large-out", "--isolate", "--memory", "96M"),
                           capture_output=True, check=False)
    said = ended.stderr.decode()
    if "--uncapped" not in sys.argv:
        expect(ended.returncode == 3, f"exit code {ended.returncode}\n{said}")
        lines = report(root / "large-out")
        expect([line["status"] for line in lines] == ["failed", "ok"], f"{lines}")
        expect(lines[0]["error"]["code"] == "out-of-memory", f"{lines[0]}")
    subprocess.run(words(program, folder, root / "large-out", "--isolate", "--time", "0.02", "--list-separator", "|"),
                   capture_output=True, check=False)
    expect(report(root / "large-out")[0]["error"]["code"] == "over-time", f"{report(root / 'large-out')[0]}")


def interrupted(program, inputs, out, expected, number, *more):
    command = words(program, inputs, out, "-j", "1", *more)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as batch:
        while not list(out.glob("000/*.json")):
            time.sleep(0.001)
        batch.send_signal(number)
        said = batch.stderr.read().decode()
    expect(batch.returncode == 130, f"exit code {batch.returncode} after signal {number}\n{said}")
    expect("the same command goes on" in said, said)
    expect(not (out / "report.ndjson").exists(), "a report of half a run")
    again = subprocess.run(command, capture_output=True, check=False)
    expect(again.returncode == 0 and " 0 unchanged" not in again.stderr.decode(), again.stderr.decode())
    expect(batches.tree(out) == expected, "the next run did not complete it")


def growing(program, root, sample):
    """Bytes are added while the batch runs; whatever it read, the run after that has the whole."""
    folder, out = root / "growing", root / "growing-out"
    folder.mkdir()
    whole = sample.read_bytes()
    path = folder / "notice.txt"
    path.write_bytes(whole[:len(whole) // 2])
    with subprocess.Popen(words(program, folder, out), stderr=subprocess.DEVNULL) as batch:
        with path.open("ab") as file:
            file.write(whole[len(whole) // 2:])
        batch.wait()
    subprocess.run(words(program, folder, out), stderr=subprocess.DEVNULL, check=True)
    alone = subprocess.run([program, "convert", str(path)], capture_output=True, check=True)
    expect((out / "notice.txt.json").read_bytes() == alone.stdout, "the grown file was not done again")


def on_a_terminal(program, inputs, out):
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(words(program, inputs, out, "-j", "1", "--isolate"), stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=theirs, env=environment) as batch:
        os.close(theirs)
        worker = worker_of(batch)
        time.sleep(0.3)
        os.kill(worker, signal.SIGSTOP)
        time.sleep(0.2)
        os.kill(worker, signal.SIGCONT)
        seen = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            seen += piece
    os.close(ours)
    text = seen.decode()
    expect("\r\x1b[K[" in text and f" of {NOTICES}" in text, f"no bar: {text!r}")
    expect(text.rindex("\r\x1b[K") < text.index(f"{NOTICES} inputs:"), "the bar was not taken away")


def main():
    program, samples = sys.argv[1], batches.samples_in(sys.argv[2])
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work)
        inputs = root / "in"
        batches.fill(inputs, samples, NOTICES)
        plain = subprocess.run(words(program, inputs, root / "plain"), capture_output=True, check=False)
        expect(plain.returncode == 0, plain.stderr.decode())
        expected = batches.tree(root / "plain")
        state = (root / "plain" / ".mingdan" / "state").stat().st_size
        (root / "limit").write_bytes(bytes(state // 2))
        disturbed_worker(program, inputs, root / "stopped", expected, signal.SIGSTOP, "over-time")
        disturbed_worker(program, inputs, root / "killed", expected, signal.SIGKILL, "worker-died")
        full_disk(program, inputs, root / "full", expected)
        full_database(program, inputs, root)
        small_disk(program, inputs, root, expected)
        too_much_memory(program, root)
        interrupted(program, inputs, root / "int", expected, signal.SIGINT)
        interrupted(program, inputs, root / "term", expected, signal.SIGTERM, "--isolate")
        growing(program, root, next(sample for sample in samples if sample.suffix == ".txt"))
        on_a_terminal(program, inputs, root / "terminal")
        shutil.rmtree(root / "plain")
    print("all faults were met")


if __name__ == "__main__":
    main()
