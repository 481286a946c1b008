#!/usr/bin/python3
"""A mingdan job on a Dask cluster, one shard a task (docs/scaling.md):

    mingdan plan /data/notices -o manifest.ndjson
    dask_mingdan.py --scheduler tcp://head:8786 --manifest manifest.ndjson --job job --shards 40 --out out -- --to json,csv

Without --scheduler it starts workers on this machine. Paths are those of a file system that all workers share. Words
behind -- are options of mingdan run. A worker that dies costs nothing but time: Dask gives its shard to another one,
which goes on where the first was. The same command again does what is missing.
"""
import argparse
import subprocess
import sys
import time

from distributed import Client, LocalCluster, as_completed

SOME_FAILED = 3  # inputs, which the report has
BUSY = "another mingdan is at work"  # what a dead worker had started may live on: it ends by itself
PATIENCE = 600  # seconds


def run_shard(program, manifest, job, shard, shards, options):
    """On a worker. Gives what mingdan said of the shard."""
    words = [program, "run", "--manifest", manifest, "--shard", f"{shard}/{shards}", "-o", job, *options]
    until = time.monotonic() + PATIENCE
    while True:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode in (0, SOME_FAILED):
            return done.stderr
        if BUSY not in done.stderr or time.monotonic() > until:
            raise RuntimeError(f"shard {shard}/{shards} ended with {done.returncode}: {done.stderr}")
        time.sleep(1)


def run_all(client, words):
    futures = [
        client.submit(run_shard, words.program, words.manifest, words.job, shard, words.shards, words.options,
                      pure=False, retries=2)
        for shard in range(words.shards)
    ]
    for future in as_completed(futures):
        print(future.result(), end="", file=sys.stderr)


def read_words():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="mingdan")
    parser.add_argument("--scheduler", help="such as tcp://head:8786; workers on this machine without it")
    parser.add_argument("--manifest", required=True)
    parser.add_argument("--job", required=True, help="the folder that the shards share")
    parser.add_argument("--shards", type=int, required=True)
    parser.add_argument("--out", required=True, help="the folder that gets the whole")
    parser.add_argument("options", nargs="*", help="of mingdan run, behind --")
    return parser.parse_args()


def main():
    words = read_words()
    if words.scheduler:
        with Client(words.scheduler) as client:
            run_all(client, words)
    else:
        with LocalCluster(dashboard_address=None) as cluster, Client(cluster) as client:
            run_all(client, words)
    return subprocess.run([words.program, "merge", words.job, "-o", words.out], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
