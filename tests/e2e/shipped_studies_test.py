#!/usr/bin/python3
"""Checks the shipped studies: each is valid, tells its assumptions with sources, and has a README that answers.

Reads VERBUND (the program) and VERBUND_SOURCE (the repository top).
"""

import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

TOP = Path(os.environ.get("VERBUND_SOURCE") or Path(__file__).resolve().parents[2])
PROGRAM = os.environ.get("VERBUND", str(TOP / "build" / "verbund"))
STUDIES = sorted(TOP.glob("scenarios/*/study.yaml"))
FLAGSHIP = TOP / "scenarios" / "landkreise-2025" / "study.yaml"


def verbund(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=600, check=False)


def variants_of(study):
    """Ids below the top-level key `variants`, read without a YAML parser: the file's layout is two blanks per level."""
    text = study.read_text(encoding="utf-8")
    block = text.split("\nvariants:\n", 1)[1]
    return re.findall(r"^  ([a-z0-9][a-z0-9-]*):", block, flags=re.MULTILINE)


class ShippedStudies(unittest.TestCase):
    def test_the_studies_of_the_cases_are_there(self):
        names = {study.parent.name for study in STUDIES}
        self.assertLessEqual({"landkreise-2025", "dormagen", "haan", "kdo-cloud-workplace", "akdb-twin"}, names)

    def test_every_shipped_study_is_valid_and_explains_the_survey_anchor_with_its_source(self):
        # 154 servers per district is a survey figure that no shipped study overrides.
        for study in STUDIES:
            with self.subTest(study=study.parent.name):
                result = verbund("check", "--explain", study)
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
                lines = [line for line in result.stdout.splitlines() if "servers_per_district" in line]
                self.assertTrue(lines, "check --explain does not name estate.servers_per_district")
                self.assertRegex(lines[0], r"\b154\b")
                self.assertIn("Landkreistag", result.stdout)

    def test_a_shipped_study_is_a_start_with_all_that_it_reads(self):
        with tempfile.TemporaryDirectory() as folder:
            for study in STUDIES:
                name = study.parent.name
                own = Path(folder) / name
                result = verbund("new", "--from", name, "-o", own)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual((own / "study.yaml").read_bytes(), study.read_bytes())
                checked = verbund("check", own / "study.yaml", "--quiet")
                self.assertEqual(checked.returncode, 0, checked.stderr)
                self.assertEqual(verbund("new", "--from", name, "-o", own).returncode, 1)
                self.assertEqual(verbund("new", "--from", name, "-o", own, "--force").returncode, 0)
        self.assertIn("-o FOLDER", verbund("new", "--from", "haan").stderr)
        self.assertEqual(verbund("new", "--from", "dormagen").stderr, "")

    def test_readme_states_question_answer_and_assumptions(self):
        for study in STUDIES:
            with self.subTest(study=study.parent.name):
                readme = (study.parent / "README.md").read_text(encoding="utf-8")
                for heading in ("Question", "Answer", "Assumptions", "Run it", "What would change the answer"):
                    self.assertIn(f"\n## {heading}\n", readme)
                self.assertLess(readme.index("<!-- answer:begin -->"), readme.index("<!-- answer:end -->"))

    def test_readme_names_every_variant(self):
        for study in STUDIES:
            with self.subTest(study=study.parent.name):
                readme = (study.parent / "README.md").read_text(encoding="utf-8")
                for variant in variants_of(study):
                    named = f"`{variant}`" in readme or (variant.endswith("-gemeinden") and "`*-gemeinden`" in readme)
                    self.assertTrue(named, f"{variant} is not in the README")

    def test_assumptions_are_marked_as_given_or_assumed(self):
        for study in STUDIES:
            with self.subTest(study=study.parent.name):
                readme = (study.parent / "README.md").read_text(encoding="utf-8")
                section = readme.split("## Assumptions", 1)[1].split("\n## ", 1)[0]
                rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
                marks = [row.strip("| ").split("|")[-1].strip() for row in rows]
                self.assertGreater(len(marks), 10)
                self.assertNotIn("", marks)
                self.assertTrue(any(mark.startswith("G") for mark in marks))
                self.assertTrue(any(re.search(r"\bA\b", mark) for mark in marks))

    def test_flagship_has_four_ways_each_with_and_without_municipalities(self):
        ways = ["status-quo", "land", "region", "federation"]
        self.assertEqual(variants_of(FLAGSHIP), ways + [f"{way}-gemeinden" for way in ways])


if __name__ == "__main__":
    unittest.main()
