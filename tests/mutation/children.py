"""Child processes that end with what started them."""

import contextlib
import os
import signal
import subprocess
import threading


class Stopped(Exception):
    """The run ends before a child process had its say."""


class Children:
    """Child processes, each with what it starts itself: none outlives its time limit or this run."""

    def __init__(self):
        self.lock = threading.Lock()
        self.running = set()
        self.stopped = False

    def run(self, command, limit_s=None, **options):
        """Exit code and output. Throws subprocess.TimeoutExpired and Stopped."""
        with self.lock:
            if self.stopped:
                raise Stopped
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace",
                                       start_new_session=True, **options)
            self.running.add(process)
        with process:
            try:
                output, _ = process.communicate(timeout=limit_s)
            finally:
                kill_group(process)
                with self.lock:
                    self.running.remove(process)
        if self.stopped:
            raise Stopped
        return process.returncode, output

    def stop(self):
        with self.lock:
            self.stopped = True
            for process in self.running:
                kill_group(process)


def kill_group(process):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
