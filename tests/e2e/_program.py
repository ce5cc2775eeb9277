"""Runs the program for the tests.  Reads VERBUND (the program), VERBUND_SOURCE (the repository top) and VERBUND_SLOW
(a factor on every time limit, for instrumented builds; found out by itself where it is not set)."""

import functools
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

TOP = pathlib.Path(os.environ.get("VERBUND_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
PROGRAM = os.path.abspath(os.environ.get("VERBUND", TOP / "build" / "verbund"))
LONGEST_S = 600
INSTRUMENTED_FACTOR = 5.0
#: For tests of what the annual engine finds, or of what is done with any results.
ANNUAL = ("--engines", "annual")


@functools.cache
def slowness():
    """1 for an optimised program, 5 for one under a sanitizer."""
    if "VERBUND_SLOW" in os.environ:
        return float(os.environ["VERBUND_SLOW"])
    content = pathlib.Path(PROGRAM).read_bytes()
    return INSTRUMENTED_FACTOR if b"AddressSanitizer" in content or b"__asan_init" in content else 1.0


def of_numbers(test):
    """A test of what numbers come out, whose code other tests of its file run as well: not under the sanitizers, which
    look at how that code treats memory and are five times as slow."""
    return unittest.skipIf(slowness() > 1, "numbers are compared in the Release build")(test)


class Done:
    """A finished call: exit code, both streams as text, seconds."""

    def __init__(self, code, stdout, stderr, seconds):
        self.code, self.stdout, self.stderr, self.seconds = code, stdout, stderr, seconds


def verbund(*arguments, cwd=None, env=None, **options):
    """Runs the program; `env` is laid over this process's environment."""
    start = time.monotonic()
    options.setdefault("stdout", subprocess.PIPE)
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env={**os.environ, **(env or {})}, check=False,
                          stderr=subprocess.PIPE, timeout=LONGEST_S, **options)
    return Done(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8", "replace"),
                time.monotonic() - start)


@functools.cache
def starter():
    """The study that `verbund new` prints."""
    done = verbund("new")
    assert done.code == 0, done.stderr
    return done.stdout


class InFolder(unittest.TestCase):
    """A test with a folder of its own, `self.folder`, that holds the starter study as `self.study`."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.study = self.folder / "study.yaml"
        self.study.write_text(starter(), encoding="utf-8")

    def names(self):
        """Everything in the folder besides the study."""
        return sorted(entry.name for entry in self.folder.iterdir() if entry != self.study)

    def assert_code(self, done, code):
        self.assertEqual(done.code, code, f"stdout:\n{done.stdout[-2000:]}\nstderr:\n{done.stderr[-4000:]}")
        self.assertNotIn("internal error", done.stderr)
        self.assertNotIn("terminate called", done.stderr)
        self.assertNotIn("Sanitizer", done.stderr)
