#!/usr/bin/python3
"""What is made of a sweep's file: `info`, `report`, `export` and `compare`, and the draws beside a run."""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest
import zipfile

import h5py
import numpy
import pandas

from _chromium import Browser
from _program import TOP, verbund
from _report import choose, table_of
from sweep_test import DRAWN, LISTS, STUDY

sys.path.insert(0, str(TOP / "scripts"))
import verbund_results  # noqa: E402  (lies beside the program)

HOSTILE = "</script><script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'>"
TORNADO = """\
sweep:
  uncertain: catalog
  sequence: tornado
"""
#: The least of 20 GB is more than the most of 16 GB: one case has no outcome.
SOME_FAIL = """\
sweep:
  hosts.ram_per_core_least: [8 GB, 20 GB]
  hosts.ram_per_core_most: [16 GB, 32 GB]
"""


class Made(unittest.TestCase):
    """Sweeps of each kind, played once."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.texts = {}
        hostile = STUDY.replace("title: Wie sicher?", f'title: "{HOSTILE}"')
        for name, study, code in (("drawn", STUDY + DRAWN, 0), ("lists", STUDY + LISTS, 0), ("tornado", STUDY + TORNADO, 0),
                                  ("failing", hostile + SOME_FAIL, 4)):
            (cls.folder / f"{name}.yaml").write_text(study, encoding="utf-8")
            done = verbund("sweep", f"{name}.yaml", "-o", name, "--quiet", cwd=cls.folder)
            assert done.code == code, done.stderr
            cls.texts[name] = done.stdout

    def call(self, *arguments, code=0):
        done = verbund(*arguments, cwd=self.folder)
        self.assertEqual(done.code, code, f"{arguments}\n{done.stdout[-1000:]}\n{done.stderr[-2000:]}")
        self.assertNotIn("internal error", done.stderr)
        return done


class Files(Made):
    def test_info_tells_what_the_file_holds(self):
        text = self.call("info", "drawn/sweep.h5", "--lang", "en").stdout
        self.assertIn("Draws", text)
        self.assertIn("/cases", text)
        found = json.loads(self.call("info", "lists/sweep.h5", "--json").stdout)
        self.assertEqual((found["cases"], found["combinations"], found["draws"]), (4, 4, 0))
        self.assertEqual(found["listed_keys"], ["estate.growth.compute", "hosts.overcommit"])
        self.assertEqual(found["milestones"], [2025, 2030])

    def test_the_text_of_the_sweep_is_printed_again(self):
        for name, text in self.texts.items():
            with self.subTest(sweep=name):
                self.assertEqual(self.call("report", f"{name}/sweep.h5", "--terminal").stdout, text)
        again = json.loads(self.call("report", "drawn/sweep.h5", "--terminal", "--json").stdout)
        self.assertEqual(again, json.loads(verbund("sweep", "drawn.yaml", "-o", "drawn", "--json", cwd=self.folder).stdout))
        self.call("report", "drawn/sweep.h5", code=2)

    def test_tables_equal_what_python_reads(self):
        for name in ("drawn", "lists", "tornado"):
            self.call("export", f"{name}/sweep.h5", "--csv", f"{name}-csv", "--quiet")
            with verbund_results.open(self.folder / name / "sweep.h5") as file:
                for csv in sorted((self.folder / f"{name}-csv").glob("*.csv")):
                    with self.subTest(sweep=name, table=csv.stem):
                        self.same(pandas.read_csv(csv, dtype=object, keep_default_na=False), file, csv.stem)
        self.assertEqual({file.stem for file in (self.folder / "drawn-csv").iterdir()},
                         {"draws", "drawn_keys", "bands", "sensitivities", "chances", "pairs", "failed_cases", "cases"})
        self.assertIn("tornado", {file.stem for file in (self.folder / "tornado-csv").iterdir()})

    def same(self, written, file, table):
        frame = file.frame(table)
        written.columns = [column.split(" [")[0] for column in written.columns]
        if table in ("draws", "combinations"):  # a column for each group or key there, a row for each here
            values = frame.pivot(index=frame.columns[0], columns=frame.columns[1], values=frame.columns[2])
            frame = values.reset_index()
        if table == "cases":
            frame = frame.sort_values(["case", "variant", "year"]).reset_index(drop=True)
            written = written.assign(case=written["case"].astype(int)).sort_values(["case", "variant", "year"]).reset_index(drop=True)
        frame = frame.drop(columns=[column for column in ("row",) if column in frame])
        self.assertEqual(set(written.columns), set(frame.columns))
        self.assertEqual(len(written), len(frame))
        for column in frame.columns:
            ours, theirs = frame[column], written[column]
            if ours.dtype.kind == "f":
                numbers = pandas.to_numeric(theirs, errors="coerce")
                numpy.testing.assert_allclose(numbers.to_numpy(float), ours.to_numpy(float), rtol=1e-12, err_msg=column)  # 15 digits
            elif ours.dtype.kind == "b":
                self.assertEqual(list(theirs == "yes"), list(ours), column)
            else:
                self.assertEqual([str(value).lstrip("'") for value in theirs], [str(value) for value in ours], column)

    def test_a_workbook_has_a_sheet_for_each_table(self):
        self.call("export", "drawn/sweep.h5", "--xlsx", "drawn.xlsx", "--tables", "bands,pairs,cases", "--quiet")
        with zipfile.ZipFile(self.folder / "drawn.xlsx") as book:
            self.assertEqual([name for name in ("Deckblatt", "bands", "pairs", "cases") if name not in book.read("xl/workbook.xml").decode()], [])
        refused = self.call("export", "drawn/sweep.h5", "--csv", "none", "--tables", "summary", code=1)
        self.assertIn('no table "summary"', refused.stderr)

    def test_variants_are_compared_in_their_draws(self):
        text = self.call("compare", "drawn/sweep.h5", "--lang", "en").stdout
        self.assertIn("Against stay", text)
        self.assertRegex(text, r"cost: together against stay .* less in \d+ %|cannot be told apart")
        found = json.loads(self.call("compare", "drawn/sweep.h5", "--base", "together", "--json").stdout)
        self.assertEqual([pair["variant"] for pair in found["pairs"]], ["stay"] * 3)
        with h5py.File(self.folder / "drawn" / "sweep.h5") as sweep:
            groups, draws = len(sweep["draws/group"]), len(sweep["draws/draw"])
            independent = 2 * (draws // (groups + 2)) if sweep["sweep"].attrs["sensitivity"] else draws
            cost = sweep["cases/cost_total_eur"][:independent].sum(axis=2)
        pair = next(pair for pair in found["pairs"] if pair["outcome"] == "cost_total_eur")
        self.assertAlmostEqual(pair["less_share"], numpy.mean(cost[:, 0] < cost[:, 1]))
        self.assertAlmostEqual(pair["difference_p50"], numpy.quantile(cost[:, 0] / cost[:, 1] - 1.0, 0.5))

    def test_a_sweep_beside_itself_differs_in_nothing(self):
        shutil.copytree(self.folder / "drawn", self.folder / "copy", dirs_exist_ok=True)
        found = json.loads(self.call("compare", "drawn/sweep.h5", "copy/sweep.h5", "--json").stdout)
        self.assertTrue(found["same_draws"])
        self.assertEqual(found["variants"], ["drawn:stay", "drawn:together", "copy:stay", "copy:together"])
        same = [pair for pair in found["pairs"] if pair["variant"] == "copy:stay"]
        self.assertEqual([(pair["less_share"], pair["difference_p10"], pair["difference_p90"]) for pair in same], [(0.0, 0.0, 0.0)] * 3)

    def test_what_cannot_be_compared_is_refused(self):
        self.assertIn("draws nothing", self.call("compare", "lists/sweep.h5", code=1).stderr)
        self.assertIn("no variant \"x\"", self.call("compare", "drawn/sweep.h5", "--base", "x", code=1).stderr)


class RunWithDraws(unittest.TestCase):
    def test_a_run_keeps_its_draws_for_report_and_compare(self):
        with tempfile.TemporaryDirectory(prefix="verbund-") as name:
            folder = pathlib.Path(name)
            (folder / "study.yaml").write_text(STUDY, encoding="utf-8")

            def call(*arguments):
                done = verbund(*arguments, cwd=folder)
                self.assertEqual(done.code, 0, done.stderr)
                return done.stdout

            call("run", "study.yaml", "--engines", "annual", "--uncertainty", "quick", "-o", "r.h5", "--quiet")
            self.assertTrue((folder / "r-uncertainty.h5").exists())
            text = call("compare", "r.h5", "--lang", "en")
            self.assertIn("In the same draws, over all years", text)
            self.assertIn("cost: together against stay", text)
            self.assertEqual(len(json.loads(call("compare", "r.h5", "--json"))["draws"]["pairs"]), 3)
            call("report", "r.h5", "-o", "r.html")
            self.assertIn('"sweep":{"kind":"draws"', (folder / "r.html").read_text(encoding="utf-8"))
            # Draws of another study are none of this run's.
            call("run", "study.yaml", "--engines", "annual", "--seed", "9", "-o", "r.h5", "--force", "--quiet")
            self.assertNotIn("In the same draws", call("compare", "r.h5", "--lang", "en"))


class Page(Made):
    """The page in a real browser, in both languages."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in cls.texts:
            done = verbund("report", f"{name}/sweep.h5", "-o", f"{name}.html", cwd=cls.folder)
            assert done.code == 0, done.stderr
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def sections(self):
        return self.browser.run("return [...document.querySelectorAll('main > section')].map((section) => section.id)")

    def open(self, name, language="de"):
        self.browser.open(self.folder / f"{name}.html")
        if language != "de":
            self.browser.run(f"document.querySelector('.languages [lang=\"{language}\"]').click()")
            self.browser.wait_until_drawn()

    def test_each_kind_of_sweep_has_its_sections(self):
        self.browser.complaints()
        self.browser.requests()
        for language in ("de", "en"):
            for name, wanted in (("drawn", {"draws", "bands", "pairs", "chances", "shares", "drawn"}), ("lists", {"draws", "bands"}),
                                 ("tornado", {"draws", "tornado", "drawn"}), ("failing", {"draws", "bands", "failures"})):
                with self.subTest(sweep=name, language=language):
                    self.open(name, language)
                    self.assertEqual(set(self.sections()), wanted | {"study", "repeat"})
                    links = self.browser.run("return [...document.querySelectorAll('.contents a')].map((link) => link.hash.slice(1))")
                    self.assertEqual(links, self.sections())
                    self.assertEqual(self.browser.complaints(), [])
                    text = self.browser.run("return document.body.innerText")
                    self.assertNotIn("undefined", text)
                    self.assertNotIn("NaN", text)
        self.assertEqual([url for url in self.browser.requests() if not url.startswith(("file:", "data:"))], [])

    def test_every_chart_is_drawn(self):
        for name in ("drawn", "lists", "tornado"):
            self.open(name)
            charts = self.browser.run("return [...document.querySelectorAll('figure .chart')].map((chart) => [chart.id, chart.querySelectorAll('svg').length])")
            self.assertGreater(len(charts), 0)
            self.assertEqual([chart for chart, drawn in charts if drawn != 1], [])

    def test_names_from_a_study_are_text(self):
        self.open("failing")
        self.assertIsNone(self.browser.run("return window.harmed ?? null"))
        self.assertEqual(self.browser.run("return document.querySelector('h1').textContent"), HOSTILE)
        rows = table_of(self.browser, "failed-cases")[1]
        self.assertIn("verbund sweep failing.yaml", rows[0][3])

    def test_the_bands_are_those_of_the_file(self):
        self.open("drawn", "en")
        choose(self.browser, "bands-years", "outcome", "hosts")
        rows = table_of(self.browser, "bands-years")[1]
        with verbund_results.open(self.folder / "drawn" / "sweep.h5") as file:
            bands = file.frame("bands")
        hosts = bands[(bands["outcome"] == "hosts") & (bands["year"] != 0)].set_index(["variant", "year"])
        self.assertEqual(len(rows), len(hosts))
        for variant, year, low, middle, high in rows:
            of = hosts.loc[(variant, int(year))]
            for shown, stored in ((low, of["p10"]), (middle, of["p50"]), (high, of["p90"])):
                self.assertAlmostEqual(float(shown.replace(",", "")), stored, delta=1e-3 * abs(stored) + 1e-9)

    def test_a_phone_shows_the_page_without_scrolling_sideways(self):
        self.browser.size(390, 800, mobile=True)
        self.open("drawn")
        self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 390)
        self.browser.size(1280, 900)


if __name__ == "__main__":
    unittest.main()
