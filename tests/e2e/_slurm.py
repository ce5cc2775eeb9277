"""A real Slurm with two virtual nodes on this machine, without systemd: for tests.  Needs root, slurm-wlm and munge."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import unittest

CONFIGURATION = """\
ClusterName=test
SlurmctldHost=localhost
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerParameters=batch_sched_delay=0,sched_interval=2
ReturnToService=2
SlurmctldPidFile={root}/ctld.pid
SlurmdPidFile={root}/d-%n.pid
SlurmctldPort=26817
StateSaveLocation={root}/ctld
SlurmdSpoolDir={root}/d-%n
SlurmctldLogFile={root}/ctld.log
SlurmdLogFile={root}/d-%n.log
SlurmctldTimeout=30
SlurmdTimeout=10
InactiveLimit=0
KillWait=5
MinJobAge=300
DefMemPerCPU=512
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port=26901 CPUs=1 RealMemory=4000 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port=26902 CPUs=1 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES State=UP
"""


class TwoNodes:
    """Starts the cluster; `environment` is for calls of sbatch and squeue."""

    def __init__(self, root):
        if os.geteuid() != 0:
            raise unittest.SkipTest("Slurm's daemons need root")
        if shutil.which("slurmctld") is None or shutil.which("munged") is None:
            raise unittest.SkipTest("slurm-wlm or munge is not installed")
        self.root = pathlib.Path(root)
        self.environment = {"SLURM_CONF": str(self.root / "slurm.conf")}
        for folder in ("ctld", "d-n1", "d-n2"):
            (self.root / folder).mkdir(parents=True)
        host = socket.gethostname().split(".")[0]
        (self.root / "slurm.conf").write_text(CONFIGURATION.format(root=self.root, host=host), encoding="utf-8")
        if subprocess.run(["munge", "-n"], capture_output=True, check=False).returncode != 0:
            run = pathlib.Path("/run/munge")
            run.mkdir(exist_ok=True)
            shutil.chown(run, "munge", "munge")
            subprocess.run(["su", "-s", "/bin/sh", "munge", "-c", "/usr/sbin/munged"], check=True)
        self.call("slurmctld")
        for node in ("n1", "n2"):
            self.call("slurmd", "-N", node)
        self.wait_for(lambda: self.call("sinfo", "-h", "-N", "-o", "%t").count("idle") == 2, "idle nodes")

    def call(self, *command):
        done = subprocess.run(command, env={**os.environ, **self.environment}, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def wait_for(self, condition, what, seconds=300.0):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"no {what} after {seconds:.0f} s:\n{self.call('squeue')}\n{self.call('sinfo')}")
            time.sleep(0.2)

    def jobs(self):
        return self.call("squeue", "-h", "-o", "%i %T").split("\n")

    def processes_of_jobs(self, node):
        """What the tasks on a node have started, by process id and name."""
        found = {}
        for folder in pathlib.Path("/proc").iterdir():
            try:
                if f"SLURMD_NODENAME={node}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                    found[int(folder.name)] = (folder / "comm").read_text().strip()
            except (OSError, ValueError):
                continue  # it has ended, or is no process
        return found

    def stop_one_at_work(self, node, name, seconds=300.0):
        """Waits for a process of that name on a node and holds it, so that it cannot end before the node does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for process, comm in self.processes_of_jobs(node).items():
                if comm != name:
                    continue
                try:
                    os.kill(process, signal.SIGSTOP)
                    if pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX":
                        return process
                except OSError:
                    continue  # it was through already
            time.sleep(0.01)
        raise AssertionError(f"nothing named {name} was at work on {node} within {seconds:.0f} s:\n{self.call('squeue')}")

    def kill_node(self, node):
        """Takes a node away, with what runs on it."""
        daemon = int((self.root / f"d-{node}.pid").read_text())
        children = subprocess.run(["pgrep", "-P", str(daemon)], capture_output=True, text=True, check=False).stdout.split()
        for process in (daemon, *map(int, children), *self.processes_of_jobs(node)):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def stop(self):
        """Ends the daemons, and waits for them: they write into the folder to the last."""
        for name in ("d-n1", "d-n2", "ctld"):
            try:
                process = int((self.root / f"{name}.pid").read_text())
                os.kill(process, signal.SIGTERM)
            except (OSError, ValueError):
                continue
            end = time.monotonic() + 20.0
            while pathlib.Path(f"/proc/{process}").exists() and time.monotonic() < end:
                time.sleep(0.1)
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
