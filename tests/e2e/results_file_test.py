#!/usr/bin/python3
"""What `verbund run` writes opens in other programs (h5py, xarray, pandas, ncdump, openpyxl) with the same numbers."""

import csv
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import warnings

import h5py
import netCDF4  # noqa: F401  (imported before warnings become errors: its own import warns)
import numpy
import openpyxl
import xarray

VERBUND = os.environ.get("VERBUND", "build/verbund")
TOP = pathlib.Path(os.environ.get("VERBUND_SOURCE", pathlib.Path(__file__).parents[2]))
FORMAT = (TOP / "results/store/FORMAT.md").read_text(encoding="utf-8")  # itself compared with what is written
SECTIONS = dict(re.findall(r"^## `/(\w+)`\n(.*?)(?=^## |\Z)", FORMAT, re.M | re.S))
GROUPS = list(SECTIONS)
ROW_TABLES = [group for group, section in SECTIONS.items() if "\n| `row` |" in section]
ALWAYS = {re.search(r'\.name = "(\w+)"', source)[1]
          for source in (path.read_text(encoding="utf-8") for path in (TOP / "results/outcome/tables").glob("*.cpp"))
          if ".always = true" in source}
ALL_ENGINES = ("--engines", "annual,events,availability", "--set", "availability.simulated_years=200")


def verbund(*arguments, status=0):
    """Runs the program and returns its stdout."""
    done = subprocess.run([VERBUND, *map(str, arguments)], capture_output=True, timeout=600, check=False)
    if done.returncode != status:
        raise AssertionError(f"verbund {arguments}: exit {done.returncode}, {status} expected\n"
                             + done.stderr.decode(errors="replace"))
    return done.stdout.decode("utf-8")


def text(value):
    return value.decode("utf-8") if isinstance(value, bytes) else value


class ResultsFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = pathlib.Path(cls.folder.name)
        cls.study = cls.path / "study.yaml"
        made = verbund("new")
        if not cls.study.exists():  # `new` prints the starter study
            cls.study.write_text(made, encoding="utf-8")
        cls.file = cls.path / "result.h5"
        cls.stdout = verbund("run", cls.study, *ALL_ENGINES, "--out", cls.file)
        with h5py.File(cls.file) as file:  # a table without a row is exported only where that says something
            cls.tables = ["summary", "centers", "administrations", "links", "hourly", "duration"] + [
                table for table in ROW_TABLES if table in ALWAYS or len(file[table]["row"]) > 0]

    def open(self, group, engine="netcdf4"):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return xarray.open_dataset(self.file, group=group, engine=engine).load()

    def test_every_group_opens_in_xarray_with_both_engines_and_without_warnings(self):
        for engine in ("netcdf4", "h5netcdf"):
            for group in GROUPS:
                with self.subTest(engine=engine, group=group):
                    self.assertGreater(len(self.open(group, engine).data_vars), 0)

    def test_both_engines_and_h5py_read_the_same_numbers(self):
        with h5py.File(self.file) as file:
            for group in ("summary", "yearly", "administrations", "hourly", "duration"):
                first, second = self.open(group), self.open(group, "h5netcdf")
                for name, variable in first.data_vars.items():
                    if variable.dtype.kind != "f":
                        continue
                    numpy.testing.assert_array_equal(variable.values, second[name].values)
                    numpy.testing.assert_array_equal(variable.values, file[group][name][()])

    def test_every_dataset_has_a_scale_on_every_axis_and_says_what_it_is(self):
        with h5py.File(self.file) as file:
            self.assertEqual(sorted(file), sorted(GROUPS))
            for group in file.values():
                for name, dataset in group.items():
                    with self.subTest(dataset=dataset.name):
                        self.assertIn("long_name", dataset.attrs)
                        if dataset.attrs.get("CLASS") == b"DIMENSION_SCALE":
                            continue
                        for axis in range(dataset.ndim):
                            self.assertEqual(len(dataset.dims[axis]), 1)
                            scale = dataset.dims[axis][0].name
                            self.assertEqual(scale.rsplit("/", 1)[0], group.name)
                        if dataset.dtype.kind == "f":
                            self.assertIn("units", dataset.attrs)
                            self.assertTrue(numpy.isnan(dataset.attrs["_FillValue"]).all())
                        if dataset.dtype == numpy.int8:
                            words = text(dataset.attrs["flag_meanings"]).split()
                            self.assertEqual(len(words), len(dataset.attrs["flag_values"]))

    def test_the_root_says_what_the_file_is(self):
        with h5py.File(self.file) as file:
            self.assertEqual(text(file.attrs["format"]), "verbund-results")
            self.assertEqual(text(file.attrs["schema_version"]), "2.3")
            self.assertEqual(text(file.attrs["Conventions"]), "CF-1.10")
            self.assertEqual(file.attrs["complete"], 1)
            self.assertRegex(text(file.attrs["study_sha256"]), r"^[0-9a-f]{64}$")
            self.assertIn("variants", text(file["study/resolved_study"][0]))

    def test_pandas_gets_tables(self):
        findings = self.open("findings").to_dataframe()
        self.assertEqual(findings.index.name, "row")
        self.assertLessEqual(set(findings["verdict"]), {"met", "missed", "exempt", "upcoming", "info", "not-reached", "to-be-shown"})
        summary = self.open("summary").to_dataframe()
        self.assertEqual(list(summary.index.names), ["variant", "year"])
        self.assertTrue((summary["energy_grid_mwh"] >= summary["energy_it_mwh"]).all())

    def test_energy_parts_sum_to_the_grid_energy(self):
        for group in ("summary", "yearly"):
            data = self.open(group)
            parts = sum(data[f"energy_{part}_mwh"]
                        for part in ("it", "distribution", "ups", "auxiliary", "cooling", "transformer"))
            numpy.testing.assert_allclose(parts, data["energy_grid_mwh"], rtol=1e-9, atol=1e-9)

    def test_hours_sum_to_the_year(self):
        summary, hourly = self.open("summary"), self.open("hourly")
        for variant in hourly["variant"].values:
            for year in hourly["milestone"].values:
                series = hourly["it_kw"].sel(variant=variant, milestone=year)
                leap = year % 4 == 0
                self.assertEqual(int(series.notnull().sum()), 8784 if leap else 8760)
                energy = float(summary["energy_it_mwh"].sel(variant=variant, year=year))
                # hours are stored in single precision: 2^-24 relative each
                self.assertAlmostEqual(float(series.astype("f8").sum()) / 1000 / energy, 1, places=6)

    def test_ncdump_reads_the_whole_header(self):
        done = subprocess.run(["ncdump", "-h", self.file], capture_output=True, check=True)
        header = done.stdout.decode("utf-8")
        for group in GROUPS:
            self.assertIn(f"group: {group} {{", header)
        self.assertIn("double pue(variant, year, center)", header)

    def test_the_same_run_gives_the_same_bytes(self):
        again = self.path / "again.h5"
        verbund("run", self.study, *ALL_ENGINES, "--out", again, "--jobs", "1")
        self.assertEqual(self.file.read_bytes(), again.read_bytes())

    def test_an_existing_result_is_not_replaced_without_force(self):
        before = self.file.read_bytes()
        verbund("run", self.study, "--out", self.file, status=1)
        self.assertEqual(self.file.read_bytes(), before)
        self.assertFalse(self.file.with_name("result.h5.part").exists())

    def test_summary_shows_every_variant_within_100_columns(self):
        summary = self.open("summary")
        for variant in summary["variant"].values:
            self.assertIn(variant, self.stdout)
        self.assertLessEqual(max(map(len, self.stdout.splitlines())), 100)

    def test_json_of_info_and_compare(self):
        info = json.loads(verbund("info", self.file, "--json"))
        summary = self.open("summary")
        self.assertTrue(info["complete"])
        self.assertEqual([variant["id"] for variant in info["variants"]], list(summary["variant"].values))
        compared = json.loads(verbund("compare", self.file, "--json"))
        first = compared["years"][0]
        for variant in summary["variant"].values:
            value = first["metrics"]["energy_grid_mwh"]["values"][variant]["value"]
            self.assertEqual(value, float(summary["energy_grid_mwh"].sel(variant=variant, year=first["year"])))

    def test_the_starter_study_fills_tables_of_every_engine_and_leaves_some_empty(self):
        self.assertLessEqual({"build", "findings", "busy_links", "waves", "availability", "route_cuts"}, set(self.tables))
        self.assertFalse({"failed_cases", "drills", "site_options"} & set(self.tables))  # none fails, none stated, not compared

    def test_csv_holds_the_same_numbers_with_units_in_the_header(self):
        folder = self.path / "csv"
        verbund("export", self.file, "--csv", folder)
        self.assertEqual(sorted(path.stem for path in folder.iterdir()), sorted(self.tables))
        summary = self.open("summary")
        with open(folder / "summary.csv", newline="", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        self.assertEqual(len(rows), summary.sizes["variant"] * summary.sizes["year"])
        for row in rows:
            expected = summary["energy_grid_mwh"].sel(variant=row["variant"], year=int(row["year"]))
            self.assertEqual(float(row["energy_grid_mwh [MWh]"]), float(expected))

    def test_csv_for_a_german_spreadsheet(self):
        folder = self.path / "csv-comma"
        verbund("export", self.file, "--csv", folder, "--decimal", "comma")
        with open(folder / "summary.csv", newline="", encoding="utf-8-sig") as lines:
            row = next(csv.DictReader(lines, delimiter=";"))
        self.assertNotIn(".", row["pue"])
        self.assertGreater(float(row["pue"].replace(",", ".")), 1)

    def test_excel_has_typed_cells_units_filters_and_a_cover(self):
        target = self.path / "result.xlsx"
        verbund("export", self.file, "--xlsx", target)
        book = openpyxl.load_workbook(target)
        self.assertEqual(tuple(book.sheetnames), ("Deckblatt", *self.tables))
        sheet = book["summary"]
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertIsNotNone(sheet.auto_filter.ref)
        header = [cell.value for cell in sheet[1]]
        column = header.index("energy_grid_mwh [MWh]")
        summary = self.open("summary")
        for row in sheet.iter_rows(min_row=2, values_only=True):
            expected = float(summary["energy_grid_mwh"].sel(variant=row[0], year=row[1]))
            self.assertIsInstance(row[column], (int, float))
            self.assertAlmostEqual(row[column] / expected, 1, places=12)
        self.assertIn("Wiederholen", [cell.value for cell in book["Deckblatt"]["A"]])

    def test_a_damaged_file_is_refused(self):
        damaged = self.path / "damaged.h5"
        content = bytearray(self.file.read_bytes())
        content[len(content) // 2] ^= 1
        damaged.write_bytes(content)
        verbund("info", damaged, status=1)
        damaged.write_bytes(self.file.read_bytes()[:-100])
        verbund("info", damaged, status=1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
