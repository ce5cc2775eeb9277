#!/usr/bin/python3
"""scripts/verbund_results.py gives the numbers of the file, and the example draws its charts."""

import importlib.util
import subprocess
import sys
import tempfile
import pathlib
import unittest

import h5py
import numpy
import pandas

import _program

SCRIPTS = _program.TOP / "scripts"


def load_module():
    spec = importlib.util.spec_from_file_location("verbund_results", SCRIPTS / "verbund_results.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


vr = load_module()


class Python(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.file = cls.folder / "results.h5"
        done = _program.verbund("run", "dormagen", *_program.ANNUAL, "--out", cls.file, "--quiet")
        assert done.code == 0, done.stderr

    def test_every_group_of_the_file_opens_as_dataset_and_frame(self):
        with h5py.File(self.file) as file:
            groups = sorted(name for name in file if name != "study")
        self.assertEqual(vr.tables(self.file), groups)
        with vr.open(self.file) as results:
            for table in groups:
                with self.subTest(table=table):
                    self.assertGreater(len(results.dataset(table).data_vars), 0)
                    self.assertIsInstance(results.frame(table), pandas.DataFrame)
                    self.assertIn("meaning", results.describe(table).columns)

    def test_the_numbers_are_those_of_the_file(self):
        summary = vr.dataset(self.file, "summary")
        with h5py.File(self.file) as file:
            numpy.testing.assert_array_equal(summary.energy_grid_mwh.values, file["summary/energy_grid_mwh"][()])
            self.assertEqual(summary.energy_grid_mwh.attrs["units"], "MW h")
            grid = file["yearly/grid_kw"][0, -1, 0]
        yearly = vr.frame(self.file, "yearly")
        row = yearly[(yearly.variant == summary.variant.values[0]) & (yearly.year == 2035) & (yearly.center == "itk-neuss")]
        self.assertEqual(row.grid_kw.item(), grid)
        self.assertEqual(row.center_name.item(), "ITK Rheinland, Neuss")

    def test_codes_are_words_and_flags_are_true_or_false(self):
        with vr.open(self.file) as results:
            self.assertEqual(results.frame("assumptions").given.dtype, bool)
            self.assertIn("uplink", set(results.frame("bottlenecks").resource))
            self.assertIn("variants:", results.study)
            self.assertEqual(results.unit("yearly", "it_power_kw"), "kW")

    def test_other_and_damaged_files_are_refused_with_the_cause(self):
        plain = self.folder / "plain.h5"
        with h5py.File(plain, "w") as file:
            file.attrs["format"] = "something"
        with self.assertRaisesRegex(vr.UnreadableResults, "no results file"):
            vr.open(plain)
        newer = self.folder / "newer.h5"
        newer.write_bytes(self.file.read_bytes())
        with h5py.File(newer, "r+") as file:
            file.attrs["schema_version"] = "9.0"
        with self.assertRaisesRegex(vr.UnreadableResults, "schema version 9.0"):
            vr.open(newer)
        cut = self.folder / "cut.h5"
        cut.write_bytes(self.file.read_bytes()[:5000])
        with self.assertRaisesRegex(vr.UnreadableResults, "cannot be read"):
            vr.open(cut)
        self.assertEqual(_program.verbund("info", newer).code, 1)
        self.assertEqual(_program.verbund("info", cut).code, 1)

    def test_the_example_draws_three_charts(self):
        done = subprocess.run([sys.executable, SCRIPTS / "examples/redraw_charts.py", self.file, self.folder / "charts"],
                              capture_output=True, text=True, check=False, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        charts = sorted((self.folder / "charts").iterdir())
        self.assertEqual([chart.name for chart in charts], ["duration.png", "energy.png", "limits.png"])
        for chart in charts:
            self.assertTrue(chart.read_bytes().startswith(b"\x89PNG"))
            self.assertGreater(chart.stat().st_size, 10_000)


if __name__ == "__main__":
    unittest.main(verbosity=2)
