#!/usr/bin/python3
"""The recipe for Slurm with the real Slurm: slurm_test.py PROGRAM SAMPLES RECIPE

As root, on loopback, with ports and folders of its own: munged, slurmctld and slurmd are started, arrays of 1, 2 and 7
tasks are submitted by the recipe, and what merge makes of each is compared with what one machine makes. Once a task is
killed in the middle; merge has to name its shard, and the recipe runs it once more by itself. No cgroups are needed.
The daemons are stopped at the end, whatever happened.
"""
import os
import pathlib
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time

import jobs

CONFIGURATION = """
ClusterName=mingdan
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={root}/munge.socket
CredType=cred/munge
SlurmctldPort={controller}
SlurmdPort={node}
SlurmctldPidFile={root}/slurmctld.pid
SlurmdPidFile={root}/slurmd.pid
SlurmctldLogFile={root}/slurmctld.log
SlurmdLogFile={root}/slurmd.log
StateSaveLocation={root}/state
SlurmdSpoolDir={root}/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0
SlurmdParameters=config_overrides
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Slurm:
    """The daemons, in a folder."""

    def __init__(self, root):
        self.root = root
        self.daemons = []
        self.environment = {**os.environ, "SLURM_CONF": str(root / "slurm.conf")}
        for folder in ("state", "spool"):
            (root / folder).mkdir()
        key = root / "munge.key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o400)
        (root / "slurm.conf").write_text(CONFIGURATION.format(
            root=root, host=socket.gethostname().split(".")[0], controller=free_port(), node=free_port()))

    def __enter__(self):
        try:
            self.start("munged", "--foreground", "--force", f"--key-file={self.root}/munge.key",
                       f"--socket={self.root}/munge.socket", f"--pid-file={self.root}/munged.pid",
                       f"--seed-file={self.root}/munged.seed")
            jobs.wait_until("munged listens", 10, (self.root / "munge.socket").exists)
            self.start("slurmctld", "-D", "-c")
            self.start("slurmd", "-D", "-N", socket.gethostname().split(".")[0])
            jobs.wait_until("a node is idle", 30, lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T"))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.send_signal(signal.SIGTERM)
        for daemon in reversed(self.daemons):
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()

    def start(self, *words):
        with open(self.root / f"{words[0]}.out", "wb") as log:
            self.daemons.append(subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                                                 stderr=log))

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=30, check=False).stdout

    def submit(self, recipe, array, job, out, shards):
        environment = {**self.environment, "MANIFEST": str(job.manifest), "JOB": str(out), "MINGDAN": job.program,
                       "MINGDAN_SHARDS": str(shards)}
        done = subprocess.run(["sbatch", "--parsable", f"--array={array}", str(recipe), *jobs.OPTIONS],
                              env=environment, cwd=self.root, capture_output=True, text=True, timeout=30, check=False)
        if done.returncode != 0:
            raise SystemExit(f"sbatch: {done.stderr}")
        return done.stdout.strip()

    def wait(self, number):
        jobs.wait_until(f"job {number} ends", 60, lambda: not self.ask("squeue", "-h", "-j", number).strip())

    def states(self, number):
        """Of the tasks of an array, as the controller remembers them."""
        text = self.ask("scontrol", "show", "job", number, "-o")
        return [word.partition("=")[2] for word in text.split() if word.startswith("JobState=")]


def try_array(slurm, recipe, job, shards):
    parts, out = job.root / f"job-{shards}", job.root / f"out-{shards}"
    number = slurm.submit(recipe, f"0-{shards - 1}", job, parts, shards)
    slurm.wait(number)
    states = slurm.states(number)
    job.merge(parts, out)
    complaints = job.complaints(out)
    if states != ["COMPLETED"] * shards:
        complaints.append(f"{shards} tasks ended as {states}")
    return complaints


def try_kill(slurm, recipe, job):
    parts, out = job.root / "job-killed", job.root / "out-killed"
    number = slurm.submit(recipe, "0-1", job, parts, 2)
    jobs.wait_for_middle(parts / "parts" / "1-of-2")
    victims = [pid for pid in jobs.pids_of([job.program, "run", str(parts)])
               if "SLURM_ARRAY_TASK_ID=1" in jobs.environment_of(pid)]
    jobs.kill(victims)
    slurm.wait(number)
    complaints = []
    if len(victims) != 1 or (parts / "parts" / "1-of-2.done").exists():
        complaints.append(f"no task was killed in the middle, but {victims}")
    if sorted(slurm.states(number)) != ["COMPLETED", "FAILED"]:
        complaints.append(f"with one killed, the tasks ended as {slurm.states(number)}")
    refused = jobs.run([job.program, "merge", str(parts), "-o", str(out)], codes=(4,))
    if "1 of 2 shards is not done: 1\n" not in refused.stderr:
        complaints.append(f"merge said {refused.stderr!r}")
    slurm.wait(slurm.submit(recipe, "1", job, parts, 2))  # an array of one task, which is still the second of two
    job.merge(parts, out)
    return complaints + job.complaints(out)


def main():
    program, samples, recipe = os.path.abspath(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
    if os.geteuid() != 0:
        raise SystemExit("only root can start Slurm's daemons")
    begin = time.monotonic()
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        job = jobs.Job(program, samples, root)
        daemons = root / "slurm"
        daemons.mkdir(mode=0o755)
        with Slurm(daemons) as slurm:
            for shards in (1, 2, 7):
                complaints += try_array(slurm, recipe, job, shards)
            complaints += try_kill(slurm, recipe, job)
        if complaints:
            complaints += [log.read_text(errors="replace")[-2000:] for log in daemons.glob("*.log")]
    print("\n".join(complaints[:20]))
    print(f"Slurm: arrays of 1, 2 and 7 tasks, one killed: {len(complaints)} complaints, {time.monotonic() - begin:.0f} s")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
