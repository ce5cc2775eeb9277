#!/usr/bin/python3
"""`verbund sweep --break-even`: at which value of a figure the order of two variants turns."""

import json
import unittest

import h5py
from _program import InFolder, verbund
from sweep_test import STUDY

#: Apart from the price of a licence, which only the first pays, they differ in staff alone.
TURNING = STUDY.replace(
    "  stay: {moves: {everyone: null}}\n  together: {}\n",
    "  vendor: {}\n  open: {economics: {hypervisor: open-source}, prices: {staff-fte: 91000 EUR/a}}\n",
)


class BreakEven(InFolder):
    def setUp(self):
        super().setUp()
        self.study.write_text(TURNING, encoding="utf-8")

    def call(self, *arguments, **options):
        return verbund("sweep", "study.yaml", "--quiet", *arguments, cwd=self.folder, **options)

    def cost(self, licence):
        """Over the horizon, of both variants, by runs of their own."""
        done = verbund("run", "study.yaml", "--engines", "annual", "--json", "--force", "--quiet", "-o", "run.h5",
                       "--set", f"prices.licence={licence} EUR/a", cwd=self.folder)
        self.assertEqual(done.code, 0, done.stderr)
        with h5py.File(self.folder / "run.h5") as file:
            summary = file["summary"]
            return {name.decode(): float(cost.sum()) for name, cost in zip(summary["variant"][:], summary["cost_total_eur"][:])}

    def test_on_either_side_of_the_turn_another_variant_costs_less(self):
        done = self.call("--json", "--break-even", "prices.licence=0 EUR/a..500 EUR/a")
        self.assertEqual(done.code, 0, done.stderr)
        found = json.loads(done.stdout)
        turn = [t for t in found["turns"] if t["outcome"] == "cost_total_eur"]
        self.assertEqual(len(turn), 1)
        self.assertEqual((turn[0]["less_below"], turn[0]["less_above"]), ("vendor", "open"))
        below = self.cost(turn[0]["value"] - 1)
        above = self.cost(turn[0]["value"] + 1)
        self.assertLess(below["vendor"], below["open"])
        self.assertGreater(above["vendor"], above["open"])
        self.assertFalse((self.folder / "study-sweep").exists())

    def test_it_reads_as_a_sentence_in_both_languages(self):
        german = self.call("--break-even", "prices.licence", "--lang", "de").stdout
        self.assertIn("prices.licence von 150 EUR/a bis 350 EUR/a", german)
        self.assertRegex(german, r"Kosten: unter [\d,]+ EUR/a braucht vendor weniger, darüber open|kehrt sich nirgends dazwischen um")
        english = self.call("--break-even", "prices.licence", "--lang", "en").stdout
        self.assertIn("all else as in the study", english)

    def test_a_figure_that_cannot_be_moved_is_told(self):
        for key, words in (("prices.licenze=1 EUR/a..2 EUR/a", "Did you mean"), ("prices.licence=1 EUR/a", "no two ends"),
                           ("horizon.last", "no ends of its own"), ("prices.licence=2 EUR/a..1 EUR/a", "does not rise"),
                           ("prices.licence=1 kW..2 kW", "EUR/a")):
            with self.subTest(key=key):
                done = self.call("--break-even", key)
                self.assertEqual(done.code, 3, done.stdout)
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
