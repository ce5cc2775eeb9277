#!/usr/bin/python3
"""`verbund sweep`: many cases, found again after whatever happens, the same bytes wherever they were played."""

import contextlib
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

import h5py
import numpy
import xarray
from _program import PROGRAM, TOP, InFolder, of_numbers, slowness, verbund
from interrupted_test import mounted

sys.path.insert(0, str(TOP / "scripts"))
import verbund_results  # noqa: E402  (lies beside the program)

STUDY = """\
verbund: 1
title: Wie sicher?
horizon: {first: 2024, last: 2030}
milestones: [2025, 2030]
territory:
  administrations:
    neuss: {ags: "05162024"}
    dormagen: {ags: "05162004", seats: 700}
estate: {provider_share: 0 %}
centers:
  north:
    at: {lat: 51.2, lon: 6.69}
    commissioned: 2023-06-01
    rooms: {r1: {it_power: 20 kW, racks: 6}}
moves:
  everyone: {who: all, to: north, years: [2024, 2026]}
variants:
  stay: {moves: {everyone: null}}
  together: {}
"""
LISTS = """\
sweep:
  estate.growth.compute: [3 %/a, 9 %/a]
  hosts.overcommit: [2, 4]
"""
DRAWN = """\
sweep:
  draws: 60
  uncertain: catalog
"""
#: All engines, with few samples; what fails in the drills differs in how it ends.
SERVICES = """\
availability: {simulated_years: 300}
drills:
  loss: {fail: "center:north", at: 9.5 h, destroyed: true, replaced_after: 30 d, year: 2030}
  outage: {fail: "center:north", at: 9.5 h, for: 24 h, year: 2025}
"""
ENGINES = SERVICES + """\
sweep:
  engines: [annual, availability, events]
  replications: 2
  hosts.overcommit: [2, 4]
"""
#: The least of 20 GB is more than the most of 16 GB.
CONTRADICTORY = """\
sweep:
  hosts.ram_per_core_least: [8 GB, 20 GB]
  hosts.ram_per_core_most: [16 GB, 32 GB]
"""


def children_of(process):
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False).stdout
    return [int(child) for child in found.split()]


def kill(process):
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Sweep(InFolder):
    def write(self, sweep):
        self.study.write_text(STUDY + sweep, encoding="utf-8")

    def sweep(self, *arguments, folder="out", **options):
        return verbund("sweep", "study.yaml", "-o", folder, *arguments, cwd=self.folder, **options)

    def bytes(self, folder="out"):
        return (self.folder / folder / "sweep.h5").read_bytes()

    def start(self, folder="out", *arguments):
        return subprocess.Popen([PROGRAM, "sweep", "study.yaml", "-o", folder, "--quiet", *arguments], cwd=self.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_a_case_has_the_numbers_of_a_run_with_its_values(self):
        self.write(LISTS)
        done = self.sweep()
        self.assert_code(done, 0)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 100)
        run = verbund("run", "study.yaml", "--engines", "annual", "--set", "estate.growth.compute=9 %/a", "--set",
                      "hosts.overcommit=2", "-o", "one.h5", cwd=self.folder)
        self.assert_code(run, 0)
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep, h5py.File(self.folder / "one.h5") as one:
            self.assertEqual(sweep["cases/energy_grid_mwh"].shape, (4, 2, 7))
            self.assertEqual(list(sweep["cases/estate.growth.compute"].asstr()), ["3 %/a", "3 %/a", "9 %/a", "9 %/a"])
            self.assertEqual(list(sweep["cases/hosts.overcommit"].asstr()), ["2", "4", "2", "4"])
            for name in one["summary"]:
                if one["summary"][name].ndim == 2:
                    numpy.testing.assert_array_equal(sweep[f"cases/{name}"][2], one[f"summary/{name}"][()], err_msg=name)

    def test_a_case_has_the_numbers_that_all_engines_find_in_a_run(self):
        self.write(ENGINES)
        done = self.sweep("--lang", "en")
        self.assert_code(done, 0)
        self.assertIn("Each case played 2 times", done.stdout)
        self.assertIn("Critical outage", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 130)
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            self.assertEqual(sweep["cases"].attrs["engines"], "annual availability events")
            self.assertEqual(sweep["cases/replication"][()].tolist(), [0, 1, 0, 1])
            self.assertEqual(list(sweep["cases/hosts.overcommit"].asstr()), ["2", "2", "4", "4"])
            seeds = list(sweep["replications/seed"].asstr())
            cases = {name: sweep[f"cases/{name}"][()] for name in sweep["cases"] if sweep[f"cases/{name}"].ndim == 3}
        self.assertEqual(seeds[0], "1")
        run = verbund("run", "study.yaml", "--seed", seeds[1], "--set", "hosts.overcommit=4", "-o", "one.h5", cwd=self.folder)
        self.assert_code(run, 0)
        with h5py.File(self.folder / "one.h5") as one:
            for name in one["summary"]:
                if one["summary"][name].ndim == 2:
                    numpy.testing.assert_array_equal(cases[name][3], one[f"summary/{name}"][()], err_msg=name)
            played = 0
            for name, group in (("downtime_h", "critical"), ("downtime_other_h", "other")):
                table = one["availability"]
                rows = zip(table["variant"].asstr(), table["year"], table["group"].asstr(), table["downtime_h"])
                for variant, year, of, downtime in rows:
                    if of == group:
                        self.assertEqual(cases[name][3, ["stay", "together"].index(variant), year - 2024], downtime)
                        played += 1
            table = one["latency_days"]
            for variant, year, day, kind, p95 in zip(table["variant"].asstr(), table["year"], table["day"].asstr(),
                                                     table["transaction"].asstr(), table["p95_ms"]):
                if day == "year" and kind == "all":
                    self.assertEqual(cases["response_p95_ms"][3, ["stay", "together"].index(variant), year - 2024], p95)
                    played += 1
            table = one["drills"]
            for variant, year, rto, rpo in zip(table["variant"].asstr(), table["year"], table["rto_max_s"], table["rpo_max_s"]):
                place = (3, ["stay", "together"].index(variant), year - 2024)
                self.assertEqual(cases["drills_rto_max_s"][place], numpy.inf if numpy.isnan(rto) else rto)
                self.assertEqual(cases["drills_rpo_max_s"][place], numpy.inf if numpy.isnan(rpo) else rpo)
                played += 1
        # two variants, two milestones, three numbers of services; the two drills of either variant
        self.assertEqual(played, 2 * 2 * 3 + 2 * 2)
        for name in ("downtime_h", "response_p95_ms"):
            self.assertEqual(numpy.isfinite(cases[name]).sum(), 4 * 2 * 2)  # in milestones alone
            # the p95 is known in steps of a thousandth, so that two replications may have the same
            differ = cases[name][::2, :, 1::5] != cases[name][1::2, :, 1::5]
            self.assertTrue(differ.all() if name == "downtime_h" else differ.any(), name)

    @of_numbers
    def test_replications_scatter_as_the_interval_of_one_says(self):
        self.write(SERVICES + "sweep:\n  engines: [availability]\n  replications: 20\n")
        done = self.sweep("--json")
        self.assert_code(done, 0)
        found = json.loads(done.stdout)
        self.assertEqual((found["cases"], found["replications"], found["draws"], len(found["seeds"])), (20, 20, 0, 20))
        best = [chance["share"] for chance in found["chances"] if chance["what"] == "least-outage"]
        self.assertAlmostEqual(sum(best), 1.0)
        self.assertIn("downtime_h", {pair["outcome"] for pair in found["pairs"]})
        run = verbund("run", "study.yaml", "--engines", "availability", "-o", "one.h5", cwd=self.folder)
        self.assert_code(run, 0)
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep, h5py.File(self.folder / "one.h5") as one:
            table = one["availability"]
            rows = [(variant, year, low, high) for variant, year, group, low, high in zip(
                table["variant"].asstr(), table["year"], table["group"].asstr(), table["low_h"], table["high_h"]) if group == "critical"]
            self.assertEqual(len(rows), 4)
            for variant, year, low, high in rows:
                values = sweep["cases/downtime_h"][:, ["stay", "together"].index(variant), year - 2024]
                self.assertEqual(len(set(values)), 20)
                # An interval is 1.96 standard errors of one replication to either side.  Of twenty the standard deviation
                # lies within half and twice that of all, and the mean within one of the first and its interval doubled.
                self.assertTrue(0.4 < values.std(ddof=1) / ((high - low) / (2 * 1.96)) < 2.2, (variant, year))
                self.assertTrue(low - (high - low) / 2 < values.mean() < high + (high - low) / 2, (variant, year))

    @of_numbers
    def test_the_names_of_variants_change_no_number(self):
        self.write(ENGINES)
        self.assert_code(self.sweep("--draws", "8"), 0)
        self.study.write_text((STUDY + ENGINES).replace("stay:", "zz-bleiben:").replace("together:", "gemeinsam:"), encoding="utf-8")
        done = self.sweep("--draws", "8")
        self.assert_code(done, 0)
        self.assertIn(", 0 played", done.stderr)  # and what was played is known again
        self.assert_code(self.sweep(folder="anew"), 0)
        with h5py.File(self.folder / "out" / "sweep.h5") as known, h5py.File(self.folder / "anew" / "sweep.h5") as anew:
            for name in ("cost_total_eur", "downtime_h", "response_p95_ms", "drills_rto_max_s"):
                numpy.testing.assert_array_equal(known[f"cases/{name}"][()], anew[f"cases/{name}"][()], err_msg=name)

    def test_simulations_that_are_killed_cost_their_case_alone_and_are_played_when_asked_again(self):
        self.write(ENGINES)
        self.assert_code(self.sweep(folder="whole"), 0)
        process = self.start("out", "--jobs", "2")
        chance = random.Random(14)
        end = time.monotonic() + 4.0 * slowness()
        while time.monotonic() < end and process.poll() is None:
            for worker in children_of(process.pid):
                for simulation in children_of(worker):
                    if chance.random() < 0.2:
                        kill(simulation)
            time.sleep(0.05)
        self.assertIn(process.wait(), (0, 4))
        process = self.start("out", "--jobs", "2")
        time.sleep(1.0 * slowness())
        workers = children_of(process.pid)
        simulations = [simulation for worker in workers for simulation in children_of(worker)]
        process.kill()
        process.wait()
        time.sleep(0.5 * slowness())
        for orphan in workers + simulations:
            self.assertFalse(os.path.exists(f"/proc/{orphan}/exe"), "a process lives on")
        self.assert_code(self.sweep(), 0)
        self.assertEqual(self.bytes(), self.bytes("whole"))

    def test_engines_named_on_the_command_line_are_those_of_the_study(self):
        self.write(ENGINES)
        self.assert_code(self.sweep(folder="whole"), 0)
        self.study.write_text(STUDY + SERVICES + "sweep:\n  hosts.overcommit: [2, 4]\n", encoding="utf-8")
        self.assert_code(self.sweep("--engines", "events,availability", "--replications", "2"), 0)
        with h5py.File(self.folder / "out" / "sweep.h5") as named, h5py.File(self.folder / "whole" / "sweep.h5") as whole:
            numpy.testing.assert_array_equal(named["cases/response_p95_ms"][()], whole["cases/response_p95_ms"][()])
        plan = verbund("plan", "study.yaml", "--json", "--engines", "availability", "--replications", "3", cwd=self.folder)
        self.assert_code(plan, 0)
        found = json.loads(plan.stdout)
        self.assertEqual((found["engines"], found["replications"], found["cases"], found["plays"]), (["annual", "availability"], 3, 6, 12))

    @of_numbers
    def test_xarray_knows_the_dimensions(self):
        self.write(LISTS)
        self.assert_code(self.sweep(), 0)
        with xarray.open_dataset(self.folder / "out" / "sweep.h5", group="cases", engine="h5netcdf") as cases:
            self.assertEqual(dict(cases["cost_total_eur"].sizes), {"case": 4, "variant": 2, "year": 7})
            frame = cases["cost_total_eur"].to_dataframe()
            self.assertEqual(len(frame), 4 * 2 * 7)
        frame = verbund_results.frame(self.folder / "out" / "sweep.h5", "cases")
        self.assertEqual(len(frame), 4 * 2 * 7)
        self.assertEqual(set(frame["hosts.overcommit"]), {"2", "4"})

    @of_numbers
    def test_the_format_page_names_what_the_file_has(self):
        self.write(DRAWN.replace("draws: 60", "draws: 60\n  hosts.overcommit: [2, 4]"))
        self.assert_code(self.sweep(), 0)
        page = (TOP / "results" / "store" / "FORMAT.md").read_text(encoding="utf-8").split("# Sweep file")[1].split("\n# ")[0]
        rows = {row[0]: row[2] for row in re.findall(r"^\| /(\w+) \| ([^|]*) \| (.*) \|$", page, re.MULTILINE)}
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            self.assertEqual(set(sweep), {*rows, "study"})
            for group, text in rows.items():
                axes = {"row"} if "row" in sweep[group] else {"combination", "key", "draw", "group", "replication"}
                if group != "cases":
                    self.assertEqual(set(sweep[group]) - axes, set(re.findall(r"`(\w+)`", text)), group)

    def test_draws_tell_how_sure_the_answer_is(self):
        self.write(DRAWN)
        text = self.sweep()
        self.assert_code(text, 0)
        self.assertLessEqual(max(map(len, text.stdout.splitlines())), 130)
        done = self.sweep("--json")
        self.assert_code(done, 0)
        found = json.loads(done.stdout)
        self.assertEqual(found["failed_cases"], [])
        self.assertLessEqual(len(found["groups"]), 12)
        for band in found["bands"]:
            self.assertLessEqual(band["p10"], band["p50"])
            self.assertLessEqual(band["p50"], band["p90"])
        cost = [band for band in found["bands"] if band["outcome"] == "cost_total_eur" and band["year"] == 0]
        self.assertEqual([band["variant"] for band in cost], ["stay", "together"])
        for band in cost:
            self.assertLess(1.05 * band["p10"], band["p90"])
        self.assertEqual({pair["outcome"] for pair in found["pairs"]}, {"cost_total_eur", "energy_grid_mwh", "co2_location_t"})
        for chance in found["chances"]:
            self.assertTrue(0.0 <= chance["low"] <= chance["share"] <= chance["high"] <= 1.0)
        best = [chance["share"] for chance in found["chances"] if chance["what"] == "least-cost"]
        self.assertAlmostEqual(sum(best), 1.0)
        # bands are those of the values in the file, of the draws that share no values: sets A and B
        self.assertEqual(found["independent_draws"], 2 * (found["draws"] // (len(found["groups"]) + 2)))
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            values = sweep["cases/cost_total_eur"][:found["independent_draws"], 1, :].sum(axis=1)
            self.assertAlmostEqual(cost[1]["p50"], numpy.quantile(values, 0.5), delta=1e-6 * cost[1]["p50"])

    def test_what_was_played_is_not_played_again(self):
        self.write(LISTS)
        first = self.sweep()
        self.assertIn("0 of 8 known from before, 8 played", first.stderr)
        before = self.bytes()
        self.assertIn("8 of 8 known from before, 0 played", self.sweep().stderr)
        self.assertEqual(self.bytes(), before)
        self.write(LISTS.replace("[2, 4]", "[2, 4, 5]"))
        self.assertIn("8 of 12 known from before, 4 played", self.sweep().stderr)
        self.study.write_text((STUDY + LISTS).replace("stay: {moves: {everyone: null}}", "stay: {moves: {everyone: null}, home: {rooms: 2}}"))
        self.assertIn("4 of 8 known from before, 4 played", self.sweep().stderr)

    @of_numbers
    def test_the_number_of_jobs_changes_no_byte(self):
        self.write(DRAWN)
        self.assert_code(self.sweep("--jobs", "1", folder="one"), 0)
        self.assert_code(self.sweep("--jobs", "2", folder="two"), 0)
        self.assertEqual(self.bytes("one"), self.bytes("two"))

    def test_parts_merged_are_the_whole(self):
        self.write(DRAWN)
        self.assert_code(self.sweep(folder="whole"), 0)
        for part in (3, 1, 2):
            done = self.sweep("--part", f"{part}/3")
            self.assert_code(done, 0)
            self.assertEqual(done.stdout, "")
        merged = self.sweep()
        self.assert_code(merged, 0)
        self.assertIn(", 0 played", merged.stderr)
        self.assertEqual(self.bytes(), self.bytes("whole"))

    def test_one_case_is_played_alone_and_shown(self):
        self.write(LISTS)
        for language, words in (("de", "Wie sicher?: Fall 2 von 4"), ("en", "Wie sicher?: case 2 of 4")):
            done = self.sweep("--only", "2", "--lang", language)
            self.assert_code(done, 0)
            self.assertIn(words, done.stdout)
            self.assertIn("estate.growth.compute = 9 %/a", done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)
        done = self.sweep("--only", "2", "--json")
        self.assert_code(done, 0)
        (case,) = json.loads(done.stdout)["cases"]
        self.assertEqual(case["values"], {"estate.growth.compute": "9 %/a", "hosts.overcommit": "2"})
        self.assert_code(self.sweep(folder="whole"), 0)
        with h5py.File(self.folder / "whole" / "sweep.h5") as sweep:
            for row in case["outcomes"]:
                at = (2, ["stay", "together"].index(row["variant"]), row["year"] - 2024)
                for name, value in row.items():
                    if name not in ("variant", "year") and value is not None:
                        self.assertEqual(value, sweep[f"cases/{name}"][at], name)
        self.assertEqual(len(case["outcomes"]), 2 * 7)
        self.assertIn("2 of 8 known from before, 6 played", self.sweep().stderr)
        refused = self.sweep("--only", "4")
        self.assert_code(refused, 3)
        self.assertIn("there is no case 4. Cases go from 0 to 3.", refused.stderr)

    def test_killed_at_any_moment_nothing_that_was_finished_is_lost(self):
        self.write(DRAWN.replace("60", "400" if slowness() == 1.0 else "60"))
        self.assert_code(self.sweep(folder="whole"), 0)
        whole = self.bytes("whole")
        chance = random.Random(14)
        for attempt in range(50 if slowness() == 1.0 else 10):
            process = self.start("out", "--jobs", "2")
            time.sleep(chance.uniform(0.02, 0.3) * slowness())
            process.send_signal(signal.SIGKILL if attempt % 2 else signal.SIGTERM)
            process.wait()
        self.assert_code(self.sweep(), 0)
        self.assertEqual(self.bytes(), whole)

    def test_workers_that_are_killed_stop_nothing(self):
        self.write(DRAWN)
        self.assert_code(self.sweep(folder="whole"), 0)
        process = self.start("out", "--jobs", "2")
        end = time.monotonic() + 0.5 * slowness()
        while time.monotonic() < end and process.poll() is None:
            for worker in children_of(process.pid):
                kill(worker)
            time.sleep(0.05)
        self.assertIn(process.wait(), (0, 4))
        self.assert_code(self.sweep(), 0)
        self.assertEqual(self.bytes(), self.bytes("whole"))

    def test_a_case_that_cannot_be_is_told_and_stops_nothing(self):
        self.write(CONTRADICTORY)
        done = self.sweep("--lang", "en")
        self.assert_code(done, 4)
        self.assertIn("2 without an outcome", done.stdout)
        self.assertIn("is more than ram_per_core_most (16 GB)", done.stdout)
        self.assertIn("again: verbund sweep study.yaml -o out --only 2", done.stdout)
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            finite = numpy.isfinite(sweep["cases/cost_total_eur"][:, 0, 0])
            self.assertEqual(finite.tolist(), [True, True, False, True])
            self.assertEqual(list(sweep["failed_cases/case"]), [2, 2])

    def test_a_case_without_an_outcome_is_shown_with_its_reason(self):
        self.write(CONTRADICTORY)
        done = self.sweep("--only", "2", "--lang", "en")
        self.assert_code(done, 4)
        self.assertIn("stay without an outcome", done.stdout)
        self.assertIn("is more than ram_per_core_most (16 GB)", done.stdout)

    def test_what_another_program_played_is_told_and_played_again(self):
        self.write(LISTS)
        self.assert_code(self.sweep(), 0)
        before = self.bytes()
        with contextlib.closing(sqlite3.connect(self.folder / "out" / "sweep.db")) as ledger, ledger:
            self.assertEqual(ledger.execute("SELECT count(DISTINCT program), count(*) FROM played").fetchone(), (1, 8))
            ledger.execute("UPDATE played SET program = 'rebuilt' WHERE id <= 3")
        done = self.sweep()
        self.assert_code(done, 0)
        self.assertIn("3 of 8 were played by another version of the program and are played again", done.stderr)
        self.assertIn("5 of 8 known from before, 3 played", done.stderr)
        self.assertEqual(self.bytes(), before)
        self.assertNotIn("another version", self.sweep().stderr)

    @of_numbers
    def test_a_program_is_known_by_its_content(self):
        if slowness() > 1.0:
            self.skipTest("the linker is the same")
        self.write(LISTS)
        self.assert_code(self.sweep(), 0)
        note = subprocess.run(["readelf", "--notes", PROGRAM], capture_output=True, text=True, check=True).stdout
        (build,) = re.findall(r"Build ID: ([0-9a-f]{40})", note)
        with contextlib.closing(sqlite3.connect(self.folder / "out" / "sweep.db")) as ledger:
            self.assertEqual(ledger.execute("SELECT DISTINCT program FROM played").fetchall(), [(build,)])

    def test_a_million_cases_by_mistake_are_refused(self):
        thousand = ", ".join(f"{1.0 + n / 1000.0:.3f}" for n in range(1000))
        self.write(f"sweep:\n  hosts.overcommit: [{thousand}]\n  hosts.real_host_factor: [{thousand}]\n")
        for command in ("check", "plan", "sweep"):
            done = verbund(command, "study.yaml", cwd=self.folder)
            self.assert_code(done, 3)
            self.assertIn("has more than 100000 cases (1000 of hosts.overcommit x 1000 of hosts.real_host_factor)", done.stderr)
        self.assertEqual(self.names(), [])

    def test_a_case_that_eats_memory_is_told(self):
        self.write(LISTS)
        done = self.sweep("--memory-limit", "1 MB")
        if "AddressSanitizer" in done.stderr or slowness() > 1.0:
            self.skipTest("instrumented programs do not take a limit of memory")
        self.assert_code(done, 4)
        self.assertIn("--only 0", done.stdout)

    def test_two_sweeps_in_one_folder_are_one_too_many(self):
        self.write(DRAWN.replace("60", "2000"))
        process = self.start()
        try:
            ledger = self.folder / "out" / "sweep.db"
            end = time.monotonic() + 20.0 * slowness()
            while time.monotonic() < end and not (ledger.exists() and ledger.stat().st_size > 0):
                time.sleep(0.02)
            second = self.sweep()
        finally:
            process.kill()
            process.wait()
        self.assert_code(second, 1)
        self.assertIn("another sweep is working in this folder", second.stderr)

    def test_a_full_disk_is_told_and_loses_nothing_that_was_finished(self):
        self.write(DRAWN)
        self.assert_code(self.sweep(folder="whole"), 0)
        (self.folder / "out").mkdir()
        with mounted(self.folder / "out", "-t", "tmpfs", "-o", "size=200k", "tmpfs"):
            done = self.sweep()
            self.assert_code(done, 1)
            self.assertIn("sweep.db cannot be written (database or disk is full)", done.stderr)
            subprocess.run(["mount", "-o", "remount,size=20m", str(self.folder / "out")], check=True)
            again = self.sweep()
            self.assert_code(again, 0)
            self.assertRegex(again.stderr, r"[1-9][0-9]* of [0-9]+ known from before")
            self.assertEqual(self.bytes(), self.bytes("whole"))

    def test_a_folder_that_may_not_be_written_is_told(self):
        self.write(LISTS)
        (self.folder / "out").mkdir()
        with mounted(self.folder / "out", "-t", "tmpfs", "-o", "ro", "tmpfs"):
            done = self.sweep()
        self.assert_code(done, 1)
        self.assertIn("out/sweep.db cannot be opened", done.stderr)

    def test_a_ledger_that_is_none_is_told(self):
        self.write(LISTS)
        (self.folder / "out").mkdir()
        (self.folder / "out" / "sweep.db").write_bytes(b"x" * 4096)
        done = self.sweep()
        self.assert_code(done, 1)
        self.assertIn("file is not a database", done.stderr)

    def test_mistakes_are_told_before_anything_is_played(self):
        self.write("sweep:\n  hosts.overcommit: {uniform: [4, 2]}\n")
        done = self.sweep()
        self.assert_code(done, 3)
        self.assertIn("study.yaml:21:3: sweep.hosts.overcommit: [4, 2] does not rise", done.stderr)
        self.assertEqual(self.names(), [])
        self.write("")
        done = self.sweep()
        self.assert_code(done, 3)
        self.assertIn("varies nothing", done.stderr)

    def test_a_folder_that_is_a_file_is_told(self):
        self.write(LISTS)
        (self.folder / "out").write_text("somebody's work")
        done = self.sweep()
        self.assert_code(done, 1)
        self.assertIn("out cannot be made a folder", done.stderr)

    def test_some_variants_are_played_alone(self):
        self.write(LISTS)
        self.assertIn("0 of 4 known from before, 4 played", self.sweep("--variants", "together").stderr)
        self.assertIn("4 of 8 known from before, 4 played", self.sweep().stderr)
        done = self.sweep("--variants", "apart")
        self.assert_code(done, 3)
        self.assertIn('the study has no variant "apart". There are: stay, together.', done.stderr)

    @of_numbers
    def test_a_tornado_orders_figures_by_what_they_move(self):
        self.write("sweep:\n  sequence: tornado\n  uncertain: catalog\n")
        done = self.sweep("--lang", "en")
        self.assert_code(done, 0)
        self.assertIn("each by itself at both ends", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 130)
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            rows = {(variant, key): (base, low, high) for variant, key, what, base, low, high in zip(
                *(sweep[f"tornado/{name}"].asstr()[()] for name in ("variant", "key", "outcome")),
                *(sweep[f"tornado/{name}"][()] for name in ("base", "at_low", "at_high"))) if what == "cost_total_eur"}
        run = verbund("run", "study.yaml", "--engines", "annual", "--set", "economics.price=high", "-o", "one.h5", cwd=self.folder)
        self.assert_code(run, 0)
        with h5py.File(self.folder / "one.h5") as one:
            stays = one["summary/cost_total_eur"][0].sum()
        self.assertAlmostEqual(rows["stay", "economics.price"][2], stays, delta=1e-6 * stays)

    def test_a_run_tells_how_sure_its_answer_is(self):
        self.write("")
        done = verbund("run", "study.yaml", "--engines", "annual", "--uncertainty", "quick", "--lang", "en", cwd=self.folder)
        self.assert_code(done, 0)
        self.assertIn("70 draws", done.stdout)
        self.assertIn("Variants in the same draws, over all years", done.stdout)
        self.assertEqual(self.names(), ["study-uncertainty.h5", "study.h5", "study.h5.journal.json"])

    def test_an_axis_that_changes_nothing_is_told(self):
        self.write("sweep:\n  hosts.overcommit: [2, 4]\n  events.night.reduction: [2, 3]\n")
        done = self.sweep("--lang", "en")
        self.assert_code(done, 0)
        self.assertIn("Changes none of these numbers: events.night.reduction", done.stdout)

    def test_the_plan_tells_what_there_is_to_do(self):
        self.write(LISTS)
        done = verbund("plan", "study.yaml", "--json", cwd=self.folder)
        self.assert_code(done, 0)
        plan = json.loads(done.stdout)
        self.assertEqual((plan["cases"], plan["plays"], plan["deployments"]), (4, 8, 8))
        self.assertGreater(plan["core_seconds"], 0.0)
        # of a child that plays: what is read, and the play; a program alone has some ten
        self.assertTrue(10.0 < plan["memory_mb"] < 1000.0, plan["memory_mb"])
        money = verbund("plan", "study.yaml", "--json", "--set", "sweep.estate.growth.compute=null", "--set",
                        "sweep.hosts.overcommit=null", "--set", "sweep.economics.price=[low, mid, high]", cwd=self.folder)
        plan = json.loads(money.stdout)
        self.assertEqual((plan["cases"], plan["plays"], plan["deployments"]), (3, 6, 2))


if __name__ == "__main__":
    unittest.main()
