#!/usr/bin/python3
"""scripts/run, scripts/test and scripts/setup: their help, their usage errors, and what setup installs for which purpose."""

import os
import pathlib
import subprocess
import tempfile
import unittest

from _program import TOP

SCRIPTS = TOP / "scripts"


def script(name, *arguments):
    return subprocess.run([SCRIPTS / name, *arguments], capture_output=True, text=True, timeout=300, check=False)


class Scripts(unittest.TestCase):
    def test_help_says_what_each_script_does_and_how_it_is_called(self):
        for name in ("run", "test", "setup"):
            with self.subTest(script=name):
                done = script(name, "--help")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(f"Usage: scripts/{name}", done.stdout)
                self.assertNotIn("#!", done.stdout)

    def test_unknown_options_are_usage_errors(self):
        for name in ("test", "setup"):
            with self.subTest(script=name):
                done = script(name, "--no-such-option")
                self.assertEqual(done.returncode, 2)
                self.assertIn("--no-such-option", done.stderr)

    def test_setup_has_nothing_to_do_when_everything_is_installed(self):
        # This test itself runs from a finished build, so every package is there.
        for purpose in ([], ["--python"], ["--test"]):
            with self.subTest(purpose=purpose):
                done = script("setup", *purpose)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertRegex(done.stdout, r"^setup: all \d+ packages are installed\n$")
                self.assertEqual(done.stderr, "")


class Purposes(unittest.TestCase):
    """On a machine where nothing is installed yet, and whose package tools only listen."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="verbund-")
        self.addCleanup(self.folder.cleanup)
        self.asked = pathlib.Path(self.folder.name) / "asked"
        for name, text in {"dpkg-query": "exit 1", "sudo": 'exec "$@"', "apt-get": f'echo "$@" >>{self.asked}'}.items():
            tool = pathlib.Path(self.folder.name) / name
            tool.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            tool.chmod(0o755)

    def packages(self, *arguments):
        self.asked.unlink(missing_ok=True)
        environment = {**os.environ, "PATH": f"{self.folder.name}:{os.environ['PATH']}"}
        done = subprocess.run([SCRIPTS / "setup", *arguments], capture_output=True, text=True, timeout=60, env=environment, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        installing = self.asked.read_text(encoding="utf-8").splitlines()[-1].split()
        return {word for word in installing[installing.index("install") + 1:] if not word.startswith("-")}

    def test_running_asks_for_no_browser_no_python_no_linter_and_no_test_library(self):
        running = self.packages()
        self.assertLessEqual({"g++", "cmake", "libsimgrid-dev", "libhdf5-dev", "esbuild"}, running)
        self.assertEqual({name for name in running if name.startswith(("python", "chrom", "clang"))}, set())
        self.assertFalse(running & {"catch2", "librapidcheck-dev", "shellcheck", "debootstrap", "netcdf-bin"})

    def test_each_purpose_asks_for_what_it_needs_besides(self):
        running = self.packages()
        self.assertEqual(self.packages("--fresh") - running, {"debootstrap"})
        self.assertEqual(self.packages("--lint") - running, {"clang-format", "clang-tidy", "shellcheck", "python3"})
        self.assertLess(self.packages("--python"), self.packages("--test"))
        self.assertLessEqual({"catch2", "chromium", "python3-h5netcdf"}, self.packages("--test"))


if __name__ == "__main__":
    unittest.main()
