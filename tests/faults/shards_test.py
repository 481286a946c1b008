#!/usr/bin/env python3
"""A job in shards whose processes are killed goes on: shards_test.py PROGRAM SAMPLES [MOMENTS]

Some sixty notices, all different, planned and done by one batch. Then, MOMENTS times (the seed is fixed): each of one to
three shards is killed by SIGKILL at a random moment, perhaps twice, and run once more; then a merge is killed likewise,
and the one after that has to give the bytes of the batch. Every second time the folder of the whole holds what an older
merge of other contents left. Every fourth time the documents are in processes of their own.
"""
import pathlib
import random
import shutil
import sys
import tempfile

import batches
import kill_test

OPTIONS = ["--to", kill_test.FORMS, "-j", "2"]


def do_after_kills(words, seconds, source):
    while kill_test.kill_after(words, source.uniform(0, seconds)) and source.random() < 0.5:
        pass
    kill_test.run(words)


def shard_words(program, root, job, number, of):
    return [program, "run", "--manifest", str(root / "manifest"), "--shard", f"{number}/{of}", "-o", str(job), *OPTIONS]


def merge_words(program, job, out):
    return [program, "merge", str(job), "-o", str(out), "-j", "2"]


def try_moment(number, program, root, expected, former, seconds):
    source = random.Random(f"shards-{number}")
    job, out = root / f"job-{number}", root / f"out-{number}"
    of = source.randint(1, 3)
    if number % 2:
        shutil.copytree(former, out)
    for shard in range(of):
        words = shard_words(program, root, job, shard, of) + (["--isolate"] if number % 4 == 3 else [])
        do_after_kills(words, seconds / of, source)
    do_after_kills(merge_words(program, job, out), seconds / 4, source)
    complaints = [f"{name} differs" for name in batches.differences(expected, batches.tree(out))]
    complaints += [f"{path} was left" for folder in (job, out) for path in folder.rglob("*.part")]
    shutil.rmtree(job)
    shutil.rmtree(out)
    return [f"moment {number}: {complaint}" for complaint in complaints]


def main():
    program, samples = sys.argv[1], batches.samples_in(sys.argv[2])
    moments = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    complaints = []
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work)
        plan = [program, "plan", str(root / "in"), "-o", str(root / "manifest")]
        batches.fill(root / "in", samples, kill_test.NOTICES)
        kill_test.run(plan)
        kill_test.run(shard_words(program, root, root / "job", 0, 1))
        kill_test.run(merge_words(program, root / "job", root / "former"))
        for number in range(0, kill_test.NOTICES, 2):
            path = next((root / "in").glob(f"*/{number:05}.*"))
            batches.vary(samples[(number + number // 10) % len(samples)], path, number + 1000)
        kill_test.run(plan)
        seconds = kill_test.run([program, "batch", "--manifest", str(root / "manifest"), "-o", str(root / "out"), *OPTIONS])
        expected = batches.tree(root / "out")
        shutil.copytree(root / "former", root / "after")  # whose database remembers what was replaced
        kill_test.run([program, "batch", "--manifest", str(root / "manifest"), "-o", str(root / "after"), *OPTIONS])
        after = batches.tree(root / "after")
        if batches.differences(expected, after) != ["dataset/mingdan.sqlite"]:
            raise SystemExit(f"a batch over former results gives other files: {batches.differences(expected, after)}")
        for number in range(moments):
            complaints += try_moment(number, program, root, after if number % 2 else expected, root / "former", seconds)
    print("\n".join(complaints[:20]))
    print(f"{moments} moments, {len(expected)} files each time, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
