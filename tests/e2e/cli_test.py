#!/usr/bin/python3
"""The command line as its users meet it: the quick start, help, streams, options, and results that do not depend on how
many threads made them."""

import filecmp
import json
import os
import pty
import re
import select
import shlex
import subprocess
import unittest

import h5py
import numpy

from _program import ANNUAL, PROGRAM, InFolder, of_numbers, slowness, verbund

COMMANDS = ("run", "check", "new", "schema", "catalog", "compare", "info", "export")
SHIPPED = ("landkreise-2025", "dormagen")


class QuickStart(InFolder):
    def test_from_a_new_study_to_tables(self):
        self.assert_code(verbund("check", "study.yaml", cwd=self.folder), 0)
        done = verbund("run", "study.yaml", "--out", "my.h5", cwd=self.folder)
        self.assert_code(done, 0)
        for word in ("status-quo", "shared", "2025", "2030", "2035", "PUE", "GWh"):
            self.assertIn(word, done.stdout)
        self.assertIn("written: my.h5\n", done.stderr)
        self.assertEqual(self.names(), ["my.h5", "my.h5.journal.json"])

        info = verbund("info", "my.h5", cwd=self.folder)
        self.assert_code(info, 0)
        self.assertIn("Three administrations", info.stdout)
        compare = verbund("compare", "my.h5", "--year", "2030", cwd=self.folder)
        self.assert_code(compare, 0)
        self.assertIn("2030", compare.stdout)
        self.assert_code(verbund("export", "my.h5", "--csv", "tables", "--xlsx", "my.xlsx", cwd=self.folder), 0)
        self.assertIn("summary.csv", os.listdir(self.folder / "tables"))
        self.assertEqual((self.folder / "my.xlsx").read_bytes()[:2], b"PK")

    @of_numbers
    def test_shipped_studies_are_starting_points(self):
        for name in SHIPPED:
            with self.subTest(study=name):
                done = verbund("new", "--from", name)
                self.assert_code(done, 0)
                copy = self.folder / "copy.yaml"
                copy.write_text(done.stdout, encoding="utf-8")
                self.assert_code(verbund("run", copy, "--dry-run"), 0)

    def test_results_are_named_after_the_study(self):
        self.assert_code(verbund("run", "study.yaml", *ANNUAL, cwd=self.folder), 0)
        self.assertEqual(self.names(), ["study.h5", "study.h5.journal.json"])
        os.rename(self.study, self.folder / "plan.yaml")
        self.assert_code(verbund("run", "plan.yaml", *ANNUAL, cwd=self.folder), 0)
        self.assertIn("plan.h5", self.names())

    def test_dry_run_says_what_would_run_and_writes_nothing(self):
        done = verbund("run", "study.yaml", "--dry-run", cwd=self.folder)
        self.assert_code(done, 0)
        self.assertIn("2 variants, years 2022-2035, seed 1", done.stdout)
        self.assertIn("engines: annual, events, availability\nwould write study.h5", done.stdout)
        self.assertEqual(self.names(), [])

    def test_a_network_that_no_variant_uses_is_a_hint_and_no_mistake(self):
        network = "\nnetwork: {links: {direct: {from: north, to: south, ducts: [d1]}}}\nestate:\n"
        text = (self.folder / "study.yaml").read_text(encoding="utf-8").replace("\nestate:\n", network, 1)
        (self.folder / "study.yaml").write_text(text, encoding="utf-8")
        line = text[:text.index("\nnetwork:")].count("\n") + 2
        hint = f"study.yaml:{line}:18: network.links: without effect: 1 link with ducts"
        done = verbund("check", "study.yaml", cwd=self.folder)
        self.assert_code(done, 0)
        self.assertIn("hint: " + hint, done.stderr)
        self.assertIn(hint, verbund("run", "study.yaml", "--dry-run", cwd=self.folder).stderr)
        done = verbund("check", "study.yaml", "--json", "--quiet", cwd=self.folder)
        self.assertEqual(done.stderr, "")
        self.assertTrue(any(hint in told for told in json.loads(done.stdout)["hints"]), done.stdout)

    def test_journal_tells_what_the_run_took(self):
        self.assert_code(verbund("run", "study.yaml", "--jobs", "2", cwd=self.folder), 0)
        journal = json.loads((self.folder / "study.h5.journal.json").read_text())
        self.assertEqual(journal["command"][1:], ["run", "study.yaml", "--jobs", "2"])
        self.assertEqual(journal["jobs"], 2)
        self.assertGreater(journal["host_hours"], 0)
        self.assertGreater(journal["peak_memory_mb"], 1)


class Help(InFolder):
    def test_help_of_every_command_begins_with_examples(self):
        for command in ((), *((name,) for name in COMMANDS)):
            with self.subTest(command=command):
                done = verbund(*command, "--help")
                self.assert_code(done, 0)
                self.assertEqual(done.stderr, "")
                lines = done.stdout.splitlines()
                self.assertEqual(lines[0], "Examples:")
                self.assertRegex(lines[1], "^  verbund " + (command[0] if command else ""))
                self.assertIn("Usage:", done.stdout)
                self.assertEqual(done.stdout.count("Examples:"), 1)

    def test_examples_of_help_that_name_a_shipped_study_work(self):
        tried = 0
        for name in {*COMMANDS, "drill", "sites"}:
            for line in verbund(name, "--help").stdout.splitlines():
                call = re.match(r"  verbund (\w+ dormagen .*?)(?:   |$)", line)
                if call:
                    tried += 1
                    self.assert_code(verbund(*shlex.split(call[1]), "--quiet", cwd=self.folder), 0)
        self.assertGreater(tried, 0)

    def test_version(self):
        self.assertRegex(verbund("--version").stdout, r"^verbund \d+\.\d+\.\d+ \(.+\)\n$")

    def test_usage_errors_exit_with_2_and_name_the_culprit(self):
        cases = {
            (): "Usage",
            ("ran",): "ran",
            ("run",): "STUDY",
            ("run", "study.yaml", "--fast"): "--fast",
            ("run", "study.yaml", "--jobs", "0"): "--jobs",
            ("run", "study.yaml", "--jobs", "many"): "--jobs",
            ("run", "study.yaml", "--seed", "-1"): "--seed",
            ("run", "study.yaml", "--lang", "fr"): "--lang",
            ("compare", "x.h5", "--year", "soon"): "--year",
            ("export", "x.h5"): "--csv FOLDER or --xlsx FILE",
            ("check", "study.yaml", "--explain", "--limits"): "--explain",
        }
        for arguments, culprit in cases.items():
            with self.subTest(arguments=arguments):
                done = verbund(*arguments, cwd=self.folder)
                self.assert_code(done, 2)
                self.assertEqual(done.stdout, "")
                self.assertIn(culprit, done.stderr)
                self.assertEqual(self.names(), [])

    def test_files_that_are_no_results_are_named_with_the_cause(self):
        for command in ("info", "compare"):
            done = verbund(command, self.study)
            self.assert_code(done, 1)
            self.assertIn(f"{self.study}: is not a results file", done.stderr)
            self.assert_code(verbund(command, self.folder / "absent.h5"), 1)


class Streams(InFolder):
    def test_stdout_is_only_data_and_json_parses(self):
        done = verbund("run", "study.yaml", *ANNUAL, "--out", "my.h5", "--json", cwd=self.folder)
        self.assert_code(done, 0)
        summary = json.loads(done.stdout)
        self.assertEqual([variant["id"] for variant in summary["variants"]], ["status-quo", "shared"])
        self.assertEqual(len(summary["variants"][0]["years"]), 14)
        calls = (("check", "study.yaml"), ("check", "study.yaml", "--explain"), ("info", "my.h5"),
                 ("compare", "my.h5"))
        for arguments in calls:
            with self.subTest(arguments=arguments):
                done = verbund(*arguments, "--json", cwd=self.folder)
                self.assert_code(done, 0)
                self.assertIsInstance(json.loads(done.stdout), dict)
        self.assertIn("properties", json.loads(verbund("schema").stdout))

    def test_quiet_leaves_stderr_empty(self):
        for arguments in (("run", "study.yaml", *ANNUAL, "--out", "my.h5"), ("check", "study.yaml"), ("info", "my.h5"),
                          ("compare", "my.h5"), ("export", "my.h5", "--csv", "tables")):
            with self.subTest(arguments=arguments):
                done = verbund(*arguments, "--quiet", cwd=self.folder)
                self.assert_code(done, 0)
                self.assertEqual(done.stderr, "")

    def test_progress_in_a_pipe_is_a_line_per_tenth(self):
        done = verbund("run", "study.yaml", *ANNUAL, cwd=self.folder)
        self.assert_code(done, 0)
        tenths = re.findall(r"^ *(\d+) % after [0-9.]+ s \((?:status-quo|shared)\)$", done.stderr, flags=re.MULTILINE)
        self.assertEqual([int(tenth) for tenth in tenths], sorted({int(tenth) for tenth in tenths}))
        self.assertEqual(tenths[-1], "100")
        self.assertLessEqual(len(tenths), 10)
        self.assertNotIn("\r", done.stderr)

    def test_no_escape_codes_in_a_pipe(self):
        done = verbund("run", "study.yaml", *ANNUAL, cwd=self.folder)
        self.assertNotIn("\x1b", done.stdout + done.stderr)

    def terminal_output(self, environment):
        """What `run` prints on a terminal."""
        leader, follower = pty.openpty()
        try:
            tight = ("--set", "territory.administrations.neuss.access=1 Mbit/s")  # what runs out is in colour
            with subprocess.Popen([PROGRAM, "run", str(self.study), *ANNUAL, *tight, "--out", str(self.folder / "t.h5"), "--force", "-q"],
                                  stdout=follower, env=environment) as child:
                os.close(follower)
                content = b""
                while True:
                    select.select([leader], [], [], 60 * slowness())
                    try:
                        piece = os.read(leader, 65536)
                    except OSError:  # Linux reports the closed terminal as an error
                        break
                    if not piece:
                        break
                    content += piece
            self.assertEqual(child.returncode, 0)
        finally:
            os.close(leader)
        return content.decode("utf-8")

    def test_colours_only_on_a_terminal_and_never_with_no_color(self):
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        self.assertIn("\x1b[", self.terminal_output(environment))
        self.assertNotIn("\x1b[", self.terminal_output({**environment, "NO_COLOR": "1"}))

    def test_language_and_ascii(self):
        german = verbund("run", "study.yaml", *ANNUAL, "--out", "a.h5", cwd=self.folder).stdout
        english = verbund("run", "study.yaml", *ANNUAL, "--out", "b.h5", "--lang", "en", "--ascii", cwd=self.folder).stdout
        self.assertIn("Jahr", german)
        self.assertIn("Year", english)
        table = english[english.index("status-quo:"):]
        self.assertTrue(table.isascii(), table)


class Check(InFolder):
    def test_explain_lists_every_default_with_its_source(self):
        done = verbund("check", "study.yaml", "--explain", "--json", cwd=self.folder)
        self.assert_code(done, 0)
        rows = json.loads(done.stdout)["assumptions"]
        self.assertGreater(len(rows), 100)
        for row in rows:
            with self.subTest(key=row["key"]):
                if not row["given"]:
                    self.assertTrue(row["source"] and row["evidence"] and row["text"], row)
        given = {row["key"]: row["given"] for row in rows}
        self.assertTrue(given["estate.provider_share"])
        self.assertFalse(given["estate.physical_share"])

    def test_explain_prices_lists_those_that_carry_the_cost_with_their_weights(self):
        done = verbund("check", "study.yaml", "--explain", "prices", "--json", "-q", cwd=self.folder)
        self.assert_code(done, 0)
        told = json.loads(done.stdout)
        weights = [max(abs(weight) for weight in row["weight"].values()) for row in told["prices"]]
        self.assertEqual(weights, sorted(weights, reverse=True))
        self.assertGreater(told["others"], len(weights))
        self.assertTrue(all(row["value"] and row["low"] and row["high"] for row in told["prices"]))
        table = verbund("check", "study.yaml", "--explain", "prices", "-q", cwd=self.folder).stdout
        self.assertIn(told["prices"][0]["price"], table)
        wrong = verbund("check", "study.yaml", "--explain", "price", cwd=self.folder)
        self.assert_code(wrong, 2)
        self.assertIn("prices", wrong.stderr)
        self.assert_code(verbund("check", "study.yaml", "prices", cwd=self.folder), 2)

    def test_explain_shows_what_set_gave(self):
        done = verbund("check", "study.yaml", "--explain", "--set", "estate.physical_share=20 %", cwd=self.folder)
        self.assertIn("estate.physical_share = 20 %  [given]\n", done.stdout)

    def test_limits_exit_with_5_and_name_what_runs_out(self):
        tight = ("--set", "territory.administrations.neuss.access=1 Mbit/s")
        done = verbund("check", "study.yaml", "--limits", *tight, cwd=self.folder)
        self.assert_code(done, 5)
        self.assertRegex(done.stdout, r"shared: WAN-Anschluss Neuss ab \d{4}: nötig [0-9,]+, vorhanden 0,001 Gbit/s")
        english = verbund("check", "study.yaml", "--limits", "--lang", "en", *tight, cwd=self.folder)
        self.assertRegex(english.stdout, r"shared: .*Neuss from \d{4}: needs [0-9.]+, has 0\.001 Gbit/s")
        rows = json.loads(verbund("check", "study.yaml", "--limits", *tight, "--json", cwd=self.folder).stdout)
        self.assertFalse(rows["ok"])
        self.assertIn("access:neuss", {row["site"] for row in rows["bottlenecks"]})
        self.assertEqual(self.names(), [])

    def test_limits_exit_with_0_when_nothing_runs_out(self):
        wide = [option for who in ("neuss", "dormagen", "grevenbroich")
                for option in ("--set", f"territory.administrations.{who}.access=100 Gbit/s")]
        done = verbund("check", "study.yaml", "--limits", *wide, cwd=self.folder)
        self.assert_code(done, 0)
        self.assertIn("ok: kein Bedarf übersteigt seine Grenze", done.stdout)


class SameSeedSameBytes(InFolder):
    def run_to(self, name, *options):
        self.assert_code(verbund("run", "study.yaml", *ANNUAL, "--out", name, *options, cwd=self.folder), 0)
        return self.folder / name

    def test_jobs_do_not_change_a_byte(self):
        one = self.run_to("one.h5", "--jobs", "1")
        for jobs in (2, 3, 8):
            self.assertTrue(filecmp.cmp(one, self.run_to(f"{jobs}.h5", "--jobs", jobs), shallow=False), f"--jobs {jobs}")
        self.assertTrue(filecmp.cmp(one, self.run_to("again.h5"), shallow=False))

    @of_numbers
    def test_jobs_do_not_change_a_byte_of_a_shipped_study(self):
        files = []
        for jobs in (1, 4):
            files.append(self.folder / f"dormagen-{jobs}.h5")
            self.assert_code(verbund("run", "dormagen", *ANNUAL, "--out", files[-1], "--jobs", jobs), 0)
        self.assertTrue(filecmp.cmp(*files, shallow=False))

    @of_numbers
    def test_seed_changes_what_the_weather_decides_and_nothing_else(self):
        # The only random thing is the climate year.  Cooling follows it; servers, IT, UPS and latency do not.
        first = self.run_to("first.h5", "--seed", "1")
        second = self.run_to("second.h5", "--seed", "2")
        weather = {"energy_cooling_mwh", "energy_grid_mwh", "pue", "grid_power_mean_kw"}
        steady = {"servers_placed", "hosts", "racks", "it_power_mean_kw", "energy_it_mwh", "energy_ups_mwh",
                  "energy_distribution_mwh", "latency_p50_ms", "latency_p95_ms", "cost_hardware_eur",
                  "cost_building_eur", "cost_staff_eur", "utilisation_mean"}
        with h5py.File(first) as one, h5py.File(second) as two:
            for name in weather:
                self.assertFalse(numpy.array_equal(one["summary"][name][()], two["summary"][name][()]), name)
            for name in steady:
                numpy.testing.assert_array_equal(one["summary"][name][()], two["summary"][name][()], name)
            # Two climate years of the same normals: their yearly energy differs by per cents, not by factors.
            energy = [numpy.asarray(file["summary"]["energy_grid_mwh"][()]) for file in (one, two)]
            numpy.testing.assert_allclose(*energy, rtol=0.03)

    @of_numbers
    def test_seed_of_the_study_and_of_the_option_are_the_same_thing(self):
        option = self.run_to("option.h5", "--seed", "7")
        self.study.write_text(self.study.read_text(encoding="utf-8") + "seed: 7\n", encoding="utf-8")
        stated = self.run_to("stated.h5")
        with h5py.File(option) as one, h5py.File(stated) as two:
            for name in ("energy_cooling_mwh", "energy_grid_mwh", "pue"):
                numpy.testing.assert_array_equal(one["summary"][name][()], two["summary"][name][()], name)


if __name__ == "__main__":
    unittest.main()
