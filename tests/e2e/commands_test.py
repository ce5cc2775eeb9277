#!/usr/bin/python3
"""scripts/run, scripts/test and scripts/setup: their help, their usage errors, and a setup with nothing to do."""

import subprocess
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
        done = script("setup")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"^setup: all \d+ packages are installed\n$")
        self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    unittest.main()
