#!/usr/bin/python3
"""The recipe for Dask with the real distributed: dask_test.py PROGRAM SAMPLES RECIPE

A LocalCluster of two worker processes gets shards by the recipe, 1, 2 and 7 of them, and what comes out is compared
with what one machine makes. Then a worker is killed in the middle of a shard: the recipe has to end well all the same,
with the same bytes.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from distributed import LocalCluster

import jobs


def recipe_words(recipe, job, cluster, name, shards):
    return [sys.executable, str(recipe), "--program", job.program, "--scheduler", cluster.scheduler_address,
            "--manifest", str(job.manifest), "--job", str(job.root / f"job-{name}"), "--shards", str(shards),
            "--out", str(job.root / f"out-{name}"), "--", *jobs.OPTIONS]


def try_shards(recipe, job, cluster, shards):
    jobs.run(recipe_words(recipe, job, cluster, shards, shards), codes=(jobs.SOME_FAILED,))
    return job.complaints(job.root / f"out-{shards}")


def parents_of(pids):
    """The processes that started these."""
    return {int(jobs.words_of(pid, "stat")[0].rpartition(")")[2].split()[1]) for pid in pids if jobs.words_of(pid, "stat")}


def try_kill(recipe, job, cluster):
    part = job.root / "job-killed" / "parts" / "0-of-2"
    with subprocess.Popen(recipe_words(recipe, job, cluster, "killed", 2) + ["-j", "1"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True) as process:
        jobs.wait_for_middle(part)
        children = jobs.pids_of([job.program, "run", "0/2", str(job.root / "job-killed")])
        workers = parents_of(children)
        jobs.kill(workers)
        jobs.kill(children)  # a node that goes takes all with it
        in_the_middle = len(workers) == 1 and not part.with_name("0-of-2.done").exists()
        said = process.communicate(timeout=60)[1]
    complaints = [] if in_the_middle else [f"no worker was killed in the middle, but {workers}"]
    if process.returncode != jobs.SOME_FAILED:
        complaints.append(f"with a worker killed, the recipe ended with {process.returncode}: {said[-2000:]}")
        return complaints
    return complaints + job.complaints(job.root / "out-killed")


def main():
    program, samples, recipe = os.path.abspath(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
    begin = time.monotonic()
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        job = jobs.Job(program, samples, folder)
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            for shards in (1, 2, 7):
                complaints += try_shards(recipe, job, cluster, shards)
            complaints += try_kill(recipe, job, cluster)
    print("\n".join(complaints[:20]))
    print(f"Dask: 1, 2 and 7 shards, a worker killed: {len(complaints)} complaints, {time.monotonic() - begin:.0f} s")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
