"""What the tests of engines share: a plan of notices that all differ, what one machine makes of it, and a look at parts."""
import os
import pathlib
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "faults"))
import batches  # noqa: E402

NOTICES = 240
OPTIONS = ["--to", "json,csv"]
SOME_FAILED = 3


def run(words, codes=(0, SOME_FAILED)):
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in codes:
        raise SystemExit(f"{words} ended with {done.returncode}\n{done.stderr}")
    return done


class Job:
    """A folder of notices, two that fail among them, planned, and done by one machine."""

    def __init__(self, program, samples, root):
        self.program = program
        self.root = pathlib.Path(root)
        self.manifest = self.root / "manifest.ndjson"
        inputs = self.root / "in"
        batches.fill(inputs, batches.samples_in(samples), NOTICES)
        (inputs / "empty.docx").write_bytes(b"")
        (inputs / "cut.docx").write_bytes(b"PK\3\4 and no more")
        (inputs / "~$lock.docx").write_bytes(b"x")
        run([program, "plan", str(inputs), "-o", str(self.manifest)], codes=(0,))
        run([program, "batch", "--manifest", str(self.manifest), "-o", str(self.root / "single"), *OPTIONS],
            codes=(SOME_FAILED,))
        self.expected = batches.tree(self.root / "single")
        if len(self.expected) < NOTICES:
            raise SystemExit(f"only {len(self.expected)} files came out")

    def complaints(self, out):
        return [f"{out.name}: {name} differs" for name in batches.differences(self.expected, batches.tree(out))]

    def merge(self, job, out):
        return run([self.program, "merge", str(job), "-o", str(out)])


def lines_in(path):
    try:
        return path.read_bytes().count(b"\n")
    except OSError:
        return 0


def wait_until(what, seconds, condition, pause=0.2):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not after {seconds} seconds")
        time.sleep(pause)


def wait_for_middle(part):
    """Until some of a shard's inputs are done, and not all."""
    wait_until(f"{part} is begun", 30, lambda: lines_in(part / ".mingdan" / "state") > 20, 0.002)


def words_of(pid, file):
    """What /proc says of a process between its NULs; nothing where it has gone."""
    try:
        return [os.fsdecode(word) for word in pathlib.Path("/proc", str(pid), file).read_bytes().split(b"\0")]
    except OSError:
        return []


def environment_of(pid):
    return words_of(pid, "environ")


def pids_of(part_of_command):
    return [int(pid) for pid in filter(str.isdigit, os.listdir("/proc"))
            if set(part_of_command) <= set(words_of(pid, "cmdline"))]


def kill(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
