#!/usr/bin/python3
"""Numbers and colours that the page of `verbund report` makes itself out of those of the results file: sums of parts, shares
in percent, levels of need against limit."""

import json
import pathlib
import re
import tempfile
import unittest

import h5py
import numpy

import _program
from _chromium import Browser
from _report import choose, german, make_report, rounded, table_of

COLOURS = _program.TOP / "results" / "report" / "page" / "base" / "colours.js"
NEAR = 1e-3  # the page's data have four significant digits


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.results, cls.page = make_report(cls.folder, "dormagen")
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def open(self, page):
        self.browser.size(1280, 900)
        self.browser.open(page)

    def assert_near(self, shown, value, where):
        self.assertAlmostEqual(german(shown), value, delta=abs(value) * NEAR, msg=where)

    def test_the_parts_of_the_cost_are_those_of_the_results_file_and_add_up_to_the_total(self):
        self.open(self.page)
        head, rows = table_of(self.browser, "cost-parts")
        self.assertEqual([title.split(" [")[0] for title in head],
                         ["Variante", "Strom und Wasser", "Hardware", "Lizenzen", "Räume und Technik", "Personal", "WAN-Strecken", "Umzug",
                          "gesamt"])
        with h5py.File(self.results) as file:
            for variant, row in enumerate(rows):
                names = ("energy", "hardware", "licences", "building", "staff", "network", "change", "total")
                for shown, name in zip(row[1:], names, strict=True):
                    self.assert_near(shown, file[f"summary/cost_{name}_eur"][variant, -1] * 1e-6, f"{row[0]}: {name}")
                total = german(row[-1])
                self.assertAlmostEqual(sum(map(german, row[1:-1])), total, delta=total * 5 * NEAR)

    def test_payments_and_purchases_are_those_of_the_results_file(self):
        self.open(self.page)
        with h5py.File(self.results) as file:
            budget = {name: file[f"budget/{name}"][()] for name in ("year", "purchases_eur", "running_eur", "cash_flow_eur")}
            variants = [name.decode() for name in file["summary/variant"][()]]
            owners = numpy.array([variants.index(name.decode()) for name in file["budget/variant"][()]])
            capital = file["budget/capital_value_eur"][()]
            buyers = numpy.array([variants.index(name.decode()) for name in file["purchases/variant"][()]])
            bought = file["purchases/eur"][()]
        for chosen in (0, len(variants) - 1):
            choose(self.browser, "cost-cash", "variant", chosen)
            _, rows = table_of(self.browser, "cost-cash")
            of_variant = {name: values[owners == chosen] for name, values in budget.items()}
            self.assertEqual([int(row[0]) for row in rows], list(of_variant["year"]))
            for i, row in enumerate(rows):
                for shown, name in zip(row[1:4], ("purchases_eur", "running_eur", "cash_flow_eur"), strict=True):
                    self.assert_near(shown, of_variant[name][i] * 1e-6, f"{row[0]}: {name}")
            _, kinds = table_of(self.browser, "cost-purchases")
            total = sum(bought[buyers == chosen]) * 1e-6
            self.assertGreater(total, 0.0)
            self.assertAlmostEqual(sum(german(row[-1]) for row in kinds), total, delta=total * NEAR)
        _, rows = table_of(self.browser, "cost-capital")
        for variant, row in enumerate(rows):
            self.assert_near(row[1], capital[owners == variant][-1] * 1e-6, row[0])

    def test_who_runs_centers_stands_with_the_cost(self):
        self.open(self.page)
        self.assertEqual(self.browser.run("return document.querySelectorAll('#cost figure[id=cost-operators]').length"), 1)
        self.assertEqual(self.browser.run("return document.querySelectorAll('#checks figure[id=table-operators]').length"), 0)
        with h5py.File(self.results) as file:
            operators = file["operators"]
            year = operators["year"][-1]
            first = file["summary/variant"][0]
            here = (operators["year"][()] == year) & (operators["variant"][()] == first)
            needed = operators["positions"][()][here]
        choose(self.browser, "cost-operators", "variant", 0)
        head, rows = table_of(self.browser, "cost-operators")
        self.assertEqual(len(rows), here.sum())
        column = next(i for i, title in enumerate(head) if title.startswith("Stellen nötig"))
        for row, value in zip(rows, needed, strict=True):
            self.assert_near(row[column], value, row[0])

    def test_shares_stand_in_percent(self):
        self.open(self.page)
        with h5py.File(self.results) as file:
            for name in ("utilisation_mean", "latency_over_limit_share", "erf"):
                choose(self.browser, "course-figure", "metric", name)
                head, rows = table_of(self.browser, "course-figure")
                values = file[f"summary/{name}"][()]
                for row, expected in zip(rows, values, strict=True):
                    for shown, value in zip(row[1:], expected, strict=True):
                        if numpy.isnan(value):
                            self.assertEqual(shown, "–")
                        else:
                            self.assert_near(shown, 100.0 * value, f"{name}: {row[0]}")
                self.assertTrue(any("%" in title for title in head) or "%" in self.browser.run(
                    "return document.querySelector('#course-figure .sentence').textContent"), name)
            head, rows = table_of(self.browser, "limits-matrix")
            names = [name.decode() for name in file["yearly/center_name"][()]]
            years = list(file["yearly/year"][()])
            for row in rows:
                value = file["yearly/binding_share"][0, years.index(int(row[1])), names.index(row[0])]
                self.assert_near(row[head.index("Bedarf / Grenze [%]")], 100.0 * value, f"{row[0]} {row[1]}")
            fullest = numpy.nanmax(file["yearly/binding_share"][0, -1])
        sentence = self.browser.run("return document.querySelector('#limits-center .sentence').textContent")
        self.assertAlmostEqual(german(re.search(r"mit ([\d.,]+) % der Grenze", sentence)[1]), 100.0 * fullest, delta=0.1)

    def test_the_colour_of_a_year_tells_whether_a_center_is_near_or_over_its_limit(self):
        # Up to 80 % of the limit, up to 100 %, above: of the first center one year is just full, the next a little over.
        text = self.page.read_text(encoding="utf-8")
        found = re.search(r'(<script type="application/json" id="verbund-data">)(.*?)(</script>)', text, re.DOTALL)
        data = json.loads(found[2])
        centers = data["sections"]["centers"]
        centers["values"]["binding_share"][0][:5] = [1.0, 1.01, 0.8, 0.81, 0.2]
        page = self.folder / "full.html"
        page.write_text(text[:found.start(2)] + json.dumps(data).replace("<", "\\u003c") + text[found.end(2):], encoding="utf-8")
        self.open(page)
        drawn = self.browser.run("""
            return [...document.querySelectorAll('#limits-matrix .mark-rect path')].map((path) => path.getAttribute('fill'))""")
        with h5py.File(self.results) as file:
            running = (file["yearly/in_operation"][0] == 1).T  # [center][year]
        shares = numpy.concatenate([numpy.array(centers["values"]["binding_share"][i])[running[row["center"]]]
                                    for i, row in enumerate(centers["rows"]) if row["variant"] == 0])
        expected = [numpy.sum(shares <= 0.8), numpy.sum((shares > 0.8) & (shares <= 1.0)), numpy.sum(shares > 1.0)]
        colours = re.search(r"export const shares = \[(.*)\];", COLOURS.read_text(encoding="utf-8"))[1].replace("'", "").split(", ")
        self.assertEqual([drawn.count(colour) for colour in colours], expected)
        self.assertGreater(min(expected), 0)


if __name__ == "__main__":
    unittest.main()
