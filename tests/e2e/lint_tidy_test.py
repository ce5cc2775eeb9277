#!/usr/bin/python3
"""scripts/lint_tidy.py reads a unit again when something of it changed, and only then."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ.get("VERBUND_SOURCE") or pathlib.Path(__file__).resolve().parents[2])

# Stands for clang-tidy: notes what it reads, and finds fault with the word WRONG.
CHECKER = """#!/bin/sh
[ "$1" = --version ] && { cat "$VERSION"; exit 0; }
for unit; do :; done
echo "$unit" >>"$READ"
! cat "$(dirname "$unit")"/* | grep WRONG
"""


class Tidy(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.clone = self.new_clone("first")
        self.write("bin/clang-tidy", CHECKER).chmod(0o755)
        self.write("version", "1")
        self.write("first/.clang-tidy", "Checks: all")

    def new_clone(self, name):
        clone = self.folder / name
        self.write(f"{name}/sim/a.hpp", "int a();\n")
        self.write(f"{name}/sim/a.cpp", '#include "a.hpp"\nint a() { return 1; }\n')
        self.write(f"{name}/.clang-tidy", "Checks: all")
        unit = clone / "sim" / "a.cpp"
        self.write(f"{name}/build/compile_commands.json", json.dumps(
            [{"directory": str(clone / "build"), "file": str(unit), "command": f"c++ -I{clone} -o a.o -c {unit}"}]))
        (clone / "scripts").mkdir()
        shutil.copy(SOURCE / "scripts" / "lint_tidy.py", clone / "scripts")
        return clone

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def clean(self, clone=None):
        """Whether the unit is found clean, and how often it was read for that."""
        read = self.write("read", "")
        environment = os.environ | {"PATH": f"{self.folder}/bin:{os.environ['PATH']}", "READ": str(read),
                                    "VERSION": f"{self.folder}/version", "XDG_CACHE_HOME": f"{self.folder}/cache"}
        done = subprocess.run((sys.executable, (clone or self.clone) / "scripts" / "lint_tidy.py", "--build", "build",
                               "sim/a.cpp"), env=environment, capture_output=True, text=True)
        self.assertNotIn("Traceback", done.stderr)
        return done.returncode == 0, len(read.read_text(encoding="utf-8").splitlines())

    def test_what_was_clean_is_not_read_again(self):
        self.assertEqual(self.clean(), (True, 1))
        self.assertEqual(self.clean(), (True, 0))

    def test_a_clone_elsewhere_knows_it_too(self):
        self.clean()
        self.assertEqual(self.clean(self.new_clone("second")), (True, 0))

    def test_a_changed_unit_header_setting_or_version_is_read_again(self):
        for name, text in (("first/sim/a.cpp", '#include "a.hpp"\n\nint a() { return 1; }\n'),
                           ("first/sim/a.hpp", "int a();  // a comment may hold a NOLINT\n"),
                           ("first/.clang-tidy", "Checks: some"), ("version", "2")):
            with self.subTest(name):
                self.clean()
                self.write(name, text)
                self.assertEqual(self.clean(), (True, 1))

    def test_a_finding_is_told_every_time(self):
        self.write("first/sim/a.hpp", "int a();  // WRONG\n")
        self.assertEqual(self.clean(), (False, 1))
        self.assertEqual(self.clean(), (False, 1))

    def test_a_unit_that_nobody_compiles_is_a_finding(self):
        self.write("first/build/compile_commands.json", "[]")
        self.assertEqual(self.clean(), (False, 0))


if __name__ == "__main__":
    unittest.main()
