#!/usr/bin/python3
"""Names decide nothing: a study whose things are called otherwise, in another order, finds the same."""

import csv
import math
import re
import unittest

from _program import InFolder, verbund

STUDY = """\
verbund: 1
title: Names
horizon: {first: 2025, last: 2027}
milestones: [2026, 2027]
precision: quick
availability: {simulated_years: 400}
territory:
  administrations:
    %(town)s: {ags: "05162004", seats: 700}
    %(village)s: {ags: "05162008", seats: 90}
    %(neighbour)s: {ags: "05162024", seats: 300}
estate: {provider_share: 0 %%}
centers:
  %(main)s: {at: {lat: 51.20, lon: 6.69}, commissioned: 2020-01-01, rooms: {r1: {}}}
  %(beside)s: {at: {lat: 51.20, lon: 6.69}, commissioned: 2020-01-01, rooms: {r1: {redundancy: 2N}}}
  %(far)s: {at: {lat: 50.11, lon: 8.68}, commissioned: 2020-01-01, rooms: {r1: {}}}
network:
  topology: given
  nodes:
    %(node)s: {at: {lat: 51.15, lon: 6.76}}
    %(other_node)s: {at: {lat: 51.14, lon: 6.75}}
  links:
    %(line_a)s: {from: %(town)s, to: %(node)s, capacity: 1 Gbit/s, ducts: [%(duct)s]}
    %(line_b)s: {from: %(town)s, to: %(node)s, capacity: 500 Mbit/s, ducts: [%(duct)s]}
    %(line_c)s: {from: %(village)s, to: %(other_node)s, capacity: 1 Gbit/s}
    %(line_d)s: {from: %(neighbour)s, to: %(node)s, capacity: 1 Gbit/s, ducts: [%(other_duct)s]}
    %(line_e)s: {from: %(other_node)s, to: %(main)s, capacity: 10 Gbit/s, ducts: [%(other_duct)s]}
    %(line_f)s: {from: %(node)s, to: %(main)s, capacity: 10 Gbit/s}
    %(line_g)s: {from: %(main)s, to: %(beside)s, capacity: 10 Gbit/s}
    %(line_h)s: {from: %(main)s, to: %(far)s, capacity: 10 Gbit/s}
    %(line_i)s: {from: %(node)s, to: %(far)s, capacity: 10 Gbit/s}
moves:
  %(large)s: {who: [%(town)s], to: %(main)s, years: 2026}
  %(small)s: {who: [%(village)s, %(neighbour)s], to: %(beside)s, years: 2026}
backups:
  %(main)s: {center: %(far)s, replication: async, standby: warm}
drills:
  fire: {fail: "center:%(main)s", destroyed: true, replaced_after: 30 d, year: 2027}
variants:
  as-planned: {}
"""
THINGS = ("town", "village", "neighbour", "main", "beside", "far", "node", "other_node", "duct", "other_duct", "large",
          "small", *(f"line_{letter}" for letter in "abcdefghi"))
NAMES = {thing: f"nn{i:02}nn" for i, thing in enumerate(THINGS)}
OTHER_NAMES = {thing: f"nn{len(THINGS) - 1 - i:02}nn" for i, thing in enumerate(THINGS)}
SYNTHETIC = re.sub(r"network:\n(  .*\n)+", "", STUDY)
#: Where something stands in a list, and which end of a link comes first.
POSITIONS = {"main_center", "link_from", "link_to"}
#: Sums may run in another order.
ROUNDING = 1e-9


def with_first_names(names, text):
    """A text with the names of `NAMES`; a link of a network of our own without direction."""
    of = {names[thing]: NAMES[thing] for thing in THINGS}
    named = re.sub(r"nn\d\dnn", lambda found: of[found[0]], text)
    return "--".join(sorted(named.split("--"))) if re.fullmatch(r"nn\d\dnn--nn\d\dnn", named) else named


def same_number(a, b):
    try:
        return math.isclose(float(a), float(b), rel_tol=ROUNDING, abs_tol=1e-12)
    except ValueError:
        return False


class Labels(InFolder):
    def tables(self, study, names):
        """Of every exported table its columns and rows as (texts, numbers), sorted."""
        self.study.write_text(study % names, encoding="utf-8")
        self.assert_code(verbund("run", "study.yaml", "-o", "out.h5", "--force", cwd=self.folder), 0)
        folder = self.folder / names["town"]
        self.assert_code(verbund("export", "out.h5", "--csv", folder, cwd=self.folder), 0)
        tables = {}
        for file in sorted(folder.glob("*.csv")):
            with file.open(encoding="utf-8-sig", newline="") as lines:
                columns, *rows = csv.reader(lines)
            tables[file.stem] = columns, sorted([with_first_names(names, cell) for cell in row] for row in rows)
        return tables

    def check_alike(self, study):
        first = self.tables(study, NAMES)
        second = self.tables(study, OTHER_NAMES)
        self.assertEqual(set(first), set(second))
        self.assertIn("availability", first)
        self.assertIn("latency_days", first)
        for table, (columns, rows) in first.items():
            for row, other in zip(rows, second[table][1], strict=True):
                for column, a, b in zip(columns, row, other, strict=True):
                    with self.subTest(table=table, column=column, of=row[:4]):
                        self.assertTrue(a == b or same_number(a, b) or column in POSITIONS, f"{a} and {b}")

    def test_no_engine_finds_anything_else_when_all_is_called_otherwise(self):
        self.check_alike(STUDY)

    def test_nor_on_a_network_of_our_own(self):
        self.check_alike(SYNTHETIC)


if __name__ == "__main__":
    unittest.main()
