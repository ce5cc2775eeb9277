#!/usr/bin/python3
"""scripts/lint_units.py names every source in which a finding of a change can show."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

UNITS = pathlib.Path(os.environ.get("VERBUND_SOURCE") or pathlib.Path(__file__).resolve().parents[2]) / "scripts" / "lint_units.py"
FILES = {
    "models/base/low.hpp": "#pragma once\n",
    "models/base/middle.hpp": '#pragma once\n#include "models/base/low.hpp"\n',
    "models/base/direct.cpp": '#include "models/base/low.hpp"\n',
    "sim/annual/indirect.cpp": '#include "models/base/middle.hpp"\n',
    "tests/unit/also.cpp": '#include "models/base/middle.hpp"\n',
    "sim/annual/other.cpp": "int other = 1;\n",
}


class Units(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.git("init", "--quiet", "--initial-branch=main")
        self.write(FILES, "all")

    def git(self, *arguments):
        identity = ("-c", "user.name=test", "-c", "user.email=test@localhost")
        subprocess.run(("git", *identity, *arguments), cwd=self.folder, check=True, capture_output=True)

    def write(self, files, message=None):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if message:
            self.git("add", "-A")
            self.git("commit", "--quiet", "-m", message)

    def units(self, *arguments):
        done = subprocess.run((sys.executable, UNITS, *arguments), cwd=self.folder, check=True, capture_output=True,
                              text=True)
        self.told = done.stderr
        return done.stdout.split()

    def changed(self, name):
        self.write({name: FILES[name] + "// changed\n"}, f"change {name}")

    def test_a_changed_header_brings_all_that_see_it(self):
        self.changed("models/base/low.hpp")
        self.assertEqual(self.units("HEAD~1"),
                         ["models/base/direct.cpp", "sim/annual/indirect.cpp", "tests/unit/also.cpp"])

    def test_a_header_that_only_headers_include_is_seen_too(self):
        self.changed("models/base/middle.hpp")
        self.assertEqual(self.units("HEAD~1"), ["sim/annual/indirect.cpp", "tests/unit/also.cpp"])

    def test_uncommitted_and_new_files_belong_to_the_change(self):
        self.write({"sim/annual/other.cpp": "int other = 2;\n", "sim/annual/new.cpp": "int fresh = 1;\n"})
        self.assertEqual(self.units("HEAD"), ["sim/annual/other.cpp", "sim/annual/new.cpp"])

    def test_a_branch_is_what_it_adds_to_main(self):
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.changed("sim/annual/other.cpp")
        self.changed("tests/unit/also.cpp")
        self.assertEqual(sorted(self.units()), ["sim/annual/other.cpp", "tests/unit/also.cpp"])

    def test_in_a_fresh_clone_the_latest_files_come_first(self):
        self.changed("sim/annual/other.cpp")
        self.changed("models/base/middle.hpp")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.assertEqual(self.units("--limit", "2"), ["sim/annual/other.cpp", "sim/annual/indirect.cpp"])
        self.assertIn("1 further sources", self.told)
        self.assertEqual(len(self.units()), 4)

    def test_every_header_is_seen_once_before_others_are_seen_twice(self):
        self.write({"models/base/lone.hpp": "#pragma once\n", "sim/annual/zz.cpp": '#include "models/base/lone.hpp"\n'}, "lone")
        self.changed("models/base/low.hpp")
        self.write({"models/base/lone.hpp": "#pragma once\n// changed\n"}, "change")
        self.assertEqual(set(self.units("--limit", "2", "HEAD~2")), {"models/base/direct.cpp", "sim/annual/zz.cpp"})
        self.assertIn("2 further sources", self.told)


if __name__ == "__main__":
    unittest.main(verbosity=2)
