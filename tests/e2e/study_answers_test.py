#!/usr/bin/python3
"""Every table of numbers in a shipped study's README is what a run of that study gives today."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import _program

SCRIPT = _program.TOP / "scripts" / "study_answers.py"
STUDIES = sorted(_program.TOP.glob("scenarios/*/study.yaml"))


def check(results, readme):
    return subprocess.run([sys.executable, SCRIPT, "--check", results, readme],
                          capture_output=True, text=True, timeout=300, check=False)


class StudyAnswers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)

    def run_study(self, study):
        out = self.folder / f"{study.parent.name}.h5"
        done = _program.verbund("run", study, *_program.ANNUAL, "--out", out, "--force", "--quiet")
        self.assertEqual(done.code, 0, done.stderr)
        return out

    def test_the_tables_in_the_readmes_are_those_of_a_run(self):
        for study in STUDIES:
            with self.subTest(study=study.parent.name):
                readme = study.parent / "README.md"
                self.assertIn("<!-- table:", readme.read_text(encoding="utf-8"))
                done = check(self.run_study(study), readme)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_slip_in_a_table_is_found(self):
        study = _program.TOP / "scenarios" / "dormagen" / "study.yaml"
        text = (study.parent / "README.md").read_text(encoding="utf-8")
        row = next(line for line in text.splitlines() if line.startswith("| electricity of both rooms"))
        slip = self.folder / "README.md"
        slip.write_text(text.replace(row, row.replace(".", "1.", 1)), encoding="utf-8")
        self.assertEqual(check(self.run_study(study), slip).returncode, 1)


if __name__ == "__main__":
    unittest.main()
