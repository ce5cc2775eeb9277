#!/usr/bin/python3
"""The event and availability engines through the program: tables filled, same bits for any --jobs, failures told."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy
from _program import of_numbers

VERBUND = os.environ.get("VERBUND", "build/verbund")


def verbund(*arguments, status=0):
    done = subprocess.run([VERBUND, *map(str, arguments)], capture_output=True, timeout=900, check=False)
    if done.returncode != status:
        raise AssertionError(f"verbund {arguments}: exit {done.returncode}, {status} expected\n"
                             + done.stderr.decode(errors="replace"))
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Events(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = pathlib.Path(cls.folder.name)
        cls.options = ["run", "dormagen", "--engines", "annual,events,availability", "--quiet", "--set",
                       "availability.simulated_years=200", "--set", "events.years=[2030]"]
        cls.file = cls.path / "one.h5"
        cls.text, _ = verbund(*cls.options, "--out", cls.file)

    def test_every_table_of_the_engines_holds_rows(self):
        with h5py.File(self.file) as file:
            for table in ("transactions", "latency_days", "latency_administrations", "busy_links", "backups",
                          "replication", "waves", "cutovers", "drills", "drill_results", "drill_events",
                          "energy_checks", "availability", "availability_administrations", "availability_causes",
                          "route_pairs", "route_cuts"):
                with self.subTest(table=table):
                    self.assertGreater(len(file[table]["row"]), 0)
            for table in ("failed_cases", "missing_standby", "site_options", "site_criteria", "site_reach",
                          "sites_left_out"):
                with self.subTest(table=table):
                    self.assertEqual(len(file[table]["row"]), 0)

    @of_numbers
    def test_the_file_is_the_same_whatever_the_number_of_jobs(self):
        other = self.path / "other.h5"
        verbund(*self.options, "--jobs", 1, "--out", other)
        self.assertEqual(self.file.read_bytes(), other.read_bytes())

    def test_both_engines_agree_on_the_energy_of_a_day_within_half_a_percent(self):
        with h5py.File(self.file) as file:
            deviation = file["energy_checks"]["deviation"][()]
        self.assertTrue((numpy.abs(deviation) < 0.005).all(), deviation)
        journal = json.loads((self.path / "one.h5.journal.json").read_text(encoding="utf-8"))
        self.assertEqual(len(journal["energy_checks"]), len(deviation))

    def test_the_terminal_shows_what_the_engines_found(self):
        for heading in ("Antwortzeiten", "Replikation", "Nacht", "Umzugswellen", "Übungen"):
            self.assertIn(heading, self.text)
        self.assertLessEqual(max(map(len, self.text.splitlines())), 100)

    def test_the_default_run_is_all_engines_and_shows_the_annual_part_first(self):
        told, progress = verbund("run", "dormagen", "--set", "availability.simulated_years=200", "--out",
                                 self.path / "default.h5", "--lang", "en")
        annual, _, others = told.partition("At a glance")
        self.assertIn("bottleneck", annual)
        self.assertNotIn("Response times", annual)
        for heading in ("Response p95", "Response times", "Availability", "Night"):
            self.assertIn(heading, others)
        self.assertIn("winter workday", others)
        self.assertIn("100 % after", progress)
        with h5py.File(self.path / "default.h5") as file:
            self.assertEqual(set(file["latency_days"]["day"].asstr()[()]), {"winter-workday", "year"})
            self.assertGreater(len(file["availability"]["row"]), 0)

    def test_full_precision_plays_all_kinds_of_days(self):
        shown, _ = verbund("run", "dormagen", "--precision", "full", "--case", "zweckverband/2030/saturday", "--json",
                           "--quiet")
        self.assertEqual({row["day"] for row in json.loads(shown)["latency_days"]}, {"saturday"})
        _, told = verbund("run", "dormagen", "--case", "zweckverband/2030/saturday", "--quiet", status=3)
        self.assertIn("no simulation is called", told)

    def test_one_case_can_be_played_by_itself(self):
        shown, _ = verbund("run", "dormagen", "--case", "zweckverband/2030/night", "--json", "--quiet")
        night = json.loads(shown)
        self.assertEqual((night["variant"], night["year"]), ("zweckverband", 2030))
        self.assertGreater(len(night["backups"]), 0)
        self.assertNotIn("latency_days", night)
        shown, _ = verbund("run", "dormagen", "--case", "zweckverband/2030/energy", "--lang", "en", "--quiet")
        self.assertIn("by the annual engine", shown)
        _, told = verbund("run", "dormagen", "--case", "nobody/2030/night", "--quiet", status=3)
        self.assertIn('no simulation is called "nobody/2030/night"', told)

    def test_bad_questions_get_an_answer_that_says_what_is_wrong(self):
        for arguments, message in (
                (["--fail", "center:raum-x"], 'no center or administration "raum-x"'),
                (["--fail", "center:raum-a", "--at", "25:30"], '"25:30" is not a time of day'),
                (["--fail", "center:raum-a", "--year", "2099"], "2099 is outside the study's years"),
                (["--fail", "center:raum-a", "--variant", "zwei-raume"], 'Did you mean "zwei-raeume"?'),
                (["--fail", "center:raum-a", "--for", "0 h"], "no duration above zero"),
                (["--fail", "center:raum-a", "--set", "events.night.lasts=0 h"], "out of range"),
                (["--fail", "center:raum-a,center:raum-a"], '"center:raum-a" is named twice'),
                (["--all-single", "--kinds", "centre"], 'Did you mean "center"?'),
        ):
            with self.subTest(arguments=arguments):
                _, told = verbund("drill", "dormagen", *arguments, status=3)
                self.assertIn(message, told)

    def test_several_things_fail_together(self):
        for arguments in (["--fail", "utility:raum-a, utility:raum-b"],
                          ["--fail", "utility:raum-a", "--fail", "utility:raum-b"]):
            with self.subTest(arguments=arguments):
                both = json.loads(verbund("drill", "dormagen", *arguments, "--for", "24 h", "--json")[0])
                self.assertEqual(both["fails"], "utility:raum-a, utility:raum-b")
                # Neither room can take over: people wait for the power.
                self.assertGreater(both["rto_max_s"], 23.0 * 3600.0)

    def test_a_drill_says_which_variant_and_year_it_takes(self):
        told, _ = verbund("drill", "dormagen", "--fail", "center:raum-a", "--lang", "en")
        told = " ".join(told.split())
        self.assertTrue(told.startswith("Variant zwei-raeume (the first of"), told[:200])
        self.assertIn("year 2025 (the first milestone; --year names another).", told)
        # Moves end in 2025 there: the first milestone that is not before them.
        moved, _ = verbund("drill", "dormagen", "--variant", "zweckverband-backup-2030", "--fail", "center:raum-a", "--lang", "en")
        self.assertIn("year 2030 (the first milestone in which all moves are done;", " ".join(moved.split()))

    def test_a_fire_is_no_long_outage(self):
        arguments = ["dormagen", "--variant", "zweckverband", "--fail", "center:itk-neuss", "--json"]
        outage = json.loads(verbund("drill", *arguments, "--for", "720 h")[0])
        fire = json.loads(verbund("drill", *arguments, "--destroyed", "--replaced-after", "30 d")[0])
        self.assertFalse(outage["destroyed"])
        self.assertEqual(outage["rpo_all_max_s"], 0.0)
        self.assertTrue(fire["destroyed"])
        self.assertEqual(fire["rpo_all_max_s"], 3.5 * 3600.0)  # at 9:30 the copy of 6:00
        self.assertGreater(fire["rto_max_s"], outage["rto_max_s"])
        _, told = verbund("drill", *arguments, "--destroyed", "--for", "720 h", status=3)
        self.assertIn("--for: destroyed, and out for", told)

    def test_check_says_where_outside_copies_lie(self):
        told, _ = verbund("check", "dormagen")
        self.assertIn("raum-a: in raum-b, its backup site", told)
        self.assertIn("itk-neuss: elsewhere (not stated)", told)

    def test_single_failures_are_played_of_the_kinds_asked_for(self):
        ranked = json.loads(verbund("drill", "dormagen", "--all-single", "--kinds", "center,link", "--json")[0])
        kinds = {d["fails"].split(":")[0] for d in ranked}
        self.assertEqual(kinds, {"center", "link"})

    @of_numbers
    def test_a_drill_is_the_same_alone_and_among_all(self):
        alone = json.loads(verbund("drill", "dormagen", "--fail", "center:raum-a", "--json")[0])
        ranked = json.loads(verbund("drill", "dormagen", "--all-single", "--json")[0])
        same = [d for d in ranked if d["fails"] == "center:raum-a"]
        self.assertEqual(len(same), 1)
        for key in ("rto_max_s", "rpo_max_s", "transactions_lost", "workplaces_hit"):
            self.assertEqual(same[0][key], alone[key])


if __name__ == "__main__":
    unittest.main()
