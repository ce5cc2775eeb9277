#!/usr/bin/python3
"""`verbund sweep`: many cases, found again after whatever happens, the same bytes wherever they were played."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import unittest

import h5py
import numpy
import xarray
from _program import PROGRAM, TOP, InFolder, slowness, verbund
from _slurm import TwoNodes
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
#: The least of 20 GB is more than the most of 16 GB.
CONTRADICTORY = """\
sweep:
  hosts.ram_per_core_least: [8 GB, 20 GB]
  hosts.ram_per_core_most: [16 GB, 32 GB]
"""


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
        done = verbund("info", "out/sweep.h5", cwd=self.folder)
        self.assert_code(done, 1)
        self.assertIn("is the file of a sweep", done.stderr)

    def test_the_format_page_names_what_the_file_has(self):
        self.write(DRAWN.replace("draws: 60", "draws: 60\n  hosts.overcommit: [2, 4]"))
        self.assert_code(self.sweep(), 0)
        page = (TOP / "results" / "store" / "FORMAT.md").read_text(encoding="utf-8").split("# Sweep file")[1]
        rows = {row[0]: row[2] for row in re.findall(r"^\| /(\w+) \| ([^|]*) \| (.*) \|$", page, re.MULTILINE)}
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            self.assertEqual(set(sweep), {*rows, "study"})
            for group, text in rows.items():
                axes = {"row"} if "row" in sweep[group] else {"combination", "key", "draw", "group"}
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
        # bands are those of the values in the file
        with h5py.File(self.folder / "out" / "sweep.h5") as sweep:
            values = sweep["cases/cost_total_eur"][:, 1, :].sum(axis=1)
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

    def test_one_case_is_played_alone(self):
        self.write(LISTS)
        self.assert_code(self.sweep("--only", "2"), 0)
        self.assertIn("2 of 8 known from before, 6 played", self.sweep().stderr)
        refused = self.sweep("--only", "4")
        self.assert_code(refused, 3)
        self.assertIn("there is no case 4. Cases go from 0 to 3.", refused.stderr)

    def test_killed_at_any_moment_nothing_that_was_finished_is_lost(self):
        self.write(DRAWN.replace("60", "400" if slowness() == 1.0 else "60"))
        self.assert_code(self.sweep(folder="whole"), 0)
        whole = self.bytes("whole")
        chance = random.Random(14)
        for attempt in range(40 if slowness() == 1.0 else 10):
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
            workers = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False).stdout
            for worker in workers.split():
                try:
                    os.kill(int(worker), signal.SIGKILL)
                except ProcessLookupError:
                    pass
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
        self.assertEqual(self.names(), ["study.h5", "study.h5.journal.json"])

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
        money = verbund("plan", "study.yaml", "--json", "--set", "sweep.estate.growth.compute=null", "--set",
                        "sweep.hosts.overcommit=null", "--set", "sweep.economics.price=[low, mid, high]", cwd=self.folder)
        plan = json.loads(money.stdout)
        self.assertEqual((plan["cases"], plan["plays"], plan["deployments"]), (3, 6, 2))


class Cluster(InFolder):
    def test_a_job_array_on_a_cluster_that_loses_a_node_gives_the_same_bytes(self):
        if slowness() > 1.0:
            self.skipTest("the scripts are the same; the optimised program runs them")
        self.study.write_text(STUDY + DRAWN.replace("draws: 60", "draws: 40").replace("uncertain: catalog", "uncertain: catalog\n  sensitivity: false"),
                              encoding="utf-8")
        self.assert_code(verbund("sweep", "study.yaml", "-o", "whole", cwd=self.folder), 0)
        cluster = TwoNodes(self.folder / "slurm")
        try:
            done = verbund("sweep", "study.yaml", "-o", "out", "--slurm", 8, "--submit", cwd=self.folder, env=cluster.environment)
            self.assert_code(done, 0)
            self.assertIn("Submitted batch job", done.stdout)
            cluster.wait_for(lambda: any("RUNNING" in job for job in cluster.jobs()), "running job")
            cluster.kill_node("n2")
            merged = self.folder / "out" / "sweep.h5"
            cluster.wait_for(merged.exists, "merged file", 240.0 * slowness())
        finally:
            cluster.stop()
        self.assertEqual(merged.read_bytes(), (self.folder / "whole" / "sweep.h5").read_bytes())


if __name__ == "__main__":
    unittest.main()
