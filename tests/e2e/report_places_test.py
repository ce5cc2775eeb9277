#!/usr/bin/python3
"""The pages of `verbund sites` and of the availability engine in a real browser: choices, ways and what prevents them
as the results file has them."""

import pathlib
import tempfile
import unittest

import h5py
import numpy

from _chromium import Browser
from _report import german, make_page, rounded, table_of


class Sites(unittest.TestCase):
    """The page of `verbund sites`: choices by rank, criteria, ways to the backup site, candidates left out."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.results, cls.page = make_page(pathlib.Path(folder.name), ("sites", "dormagen", "--set", "availability.simulated_years=200"))
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.browser.complaints()
        cls.browser.open(cls.page)

    def table(self, figure):
        return table_of(self.browser, figure)

    def test_it_opens_without_a_complaint_and_every_chart_is_drawn(self):
        self.assertEqual(self.browser.complaints(), [])
        for figure in ("sites-scatter", "sites-map", "sites-reach"):
            self.assertEqual(self.browser.run("return document.querySelectorAll(`#${arguments[0]} .chart svg`).length", figure), 1, figure)

    def test_choices_stand_by_rank_with_the_numbers_of_the_file(self):
        head, rows = self.table("sites-ranking")
        with h5py.File(self.results) as file:
            options = {name: file["site_options"][name][()] for name in ("rank", "distance_km", "round_trip_ms", "downtime_h")}
        order = numpy.argsort(options["rank"])
        self.assertEqual(len(rows), len(order))
        for title, name in (("Abstand [km]", "distance_km"), ("Umlaufzeit [ms]", "round_trip_ms"), ("Ausfall [h]", "downtime_h")):
            shown = [german(row[head.index(title)]) for row in rows]
            self.assertEqual(shown, [rounded(options[name][i]) for i in order], name)

    def test_every_candidate_left_out_and_every_choice_is_told_with_its_reason(self):
        with h5py.File(self.results) as file:
            self.assertEqual(len(self.table("sites-left-out")[1]), len(file["sites_left_out"]["row"]))
        for row in self.table("sites-left-out")[1]:
            self.assertGreater(len(row[-1]), 10, row)
        self.assertEqual(len(self.table("sites-criteria")[1]), len(self.table("sites-ranking")[1]))

    def test_the_answer_leads_to_the_section_and_no_table_stands_twice(self):
        self.assertIn("Platz 1 von", self.browser.run("return document.querySelector('#answer').innerText"))
        self.assertGreater(self.browser.run("return document.querySelectorAll('#answer a[href=\"#sites\"]').length"), 3)
        self.assertEqual(self.browser.run("return [...document.querySelectorAll('#checks figure')].filter(({id}) => id.startsWith('table-site')).length"), 0)


class Routes(unittest.TestCase):
    """The page of a run with the availability engine: who has two routes to the center, and what prevents them."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.results, cls.page = make_page(pathlib.Path(folder.name), ("run", "dormagen", "--engines", "annual,availability",
                                                                      "--set", "availability.simulated_years=100"))
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        with h5py.File(cls.results) as file:
            cls.pairs = {name: list(file["route_pairs"].get(name).asstr()[()]) for name in ("variant", "from_kind", "from", "role", "kind")}

    def setUp(self):
        self.browser.complaints()
        self.browser.open(self.page)

    def test_it_opens_without_a_complaint_and_the_chart_is_drawn(self):
        self.assertEqual(self.browser.complaints(), [])
        self.assertEqual(self.browser.run("return document.querySelectorAll('#routes-count .chart svg').length"), 1)
        self.assertEqual(self.browser.run("return document.querySelectorAll('#checks figure[id=table-route_pairs]').length"), 0)

    def test_administrations_are_counted_as_in_the_file(self):
        whose = "Verwaltungen zu ihren Zentren"
        counted = {row[0]: [int(cell) for cell in row[2:]] for row in table_of(self.browser, "routes-count")[1] if row[1] == whose}
        self.assertGreater(len(counted), 0)
        for variant, (everyone, apart, *others) in counted.items():
            with self.subTest(variant=variant):
                rows = [(start, kind) for of, start, role, kind in zip(*(self.pairs[name] for name in ("variant", "from", "role", "kind")))
                        if of == variant and role == "serves"]
                with_something = {start for start, kind in rows if kind not in ("disjoint", "same-place")}
                self.assertEqual(everyone, len({start for start, _ in rows}))
                self.assertEqual(apart, everyone - len(with_something))
                self.assertEqual(everyone, apart + sum(others))

    def test_rows_that_share_something_come_first_and_the_others_are_counted(self):
        variants = self.browser.run("return [...document.querySelectorAll('#routes-pairs [data-control=variant] option')].map(({textContent}) => textContent)")
        number = next(i for i, text in enumerate(variants) if text.split(" ")[0] in self.pairs["variant"])
        self.browser.run("""
            const input = document.querySelector('#routes-pairs [data-control=variant]');
            delete document.documentElement.dataset.ready;
            input.value = String(arguments[0]);
            input.dispatchEvent(new Event('change', {bubbles: true}));""", number)
        self.browser.wait_until_drawn()
        head, rows = table_of(self.browser, "routes-pairs")
        shown = [row[head.index("Wegepaar")] for row in rows if row[head.index("Aufgabe")] != "Kopien"]
        separate = [kind == "getrennt" for kind in shown]
        self.assertEqual(separate, sorted(separate))
        everything = self.pairs["variant"].count(variants[number].split(" ")[0])
        sentence = self.browser.run("return document.querySelector('#routes-pairs .sentence').textContent")
        self.assertIn(str(everything - len(rows) or everything), sentence)
        for row in rows:
            self.assertEqual(row[-1] == "–", row[head.index("Wegepaar")] in ("getrennt", "am selben Ort"), row)


if __name__ == "__main__":
    unittest.main(verbosity=2)
