#!/usr/bin/python3
"""Names decide nothing: a study whose things are called otherwise, in another order, finds the same."""

import math
import re
import unittest

import h5py
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
"""
THINGS = ("town", "village", "neighbour", "main", "beside", "far", "node", "other_node", "duct", "other_duct", "large",
          "small", *(f"line_{letter}" for letter in "abcdefghi"))
NAMES = {thing: f"nn{i:02}nn" for i, thing in enumerate(THINGS)}
OTHER_NAMES = {thing: f"nn{len(THINGS) - 1 - i:02}nn" for i, thing in enumerate(THINGS)}
BACK = {OTHER_NAMES[thing]: NAMES[thing] for thing in THINGS}
#: Sums may run in another order.
ROUNDING = 1e-9


def with_first_names(text):
    return re.sub(r"nn\d\dnn", lambda found: BACK[found[0]], text)


class Labels(InFolder):
    def tables(self, names, back):
        """Rows of every table, sorted by their texts and whole numbers."""
        self.study.write_text(STUDY % names, encoding="utf-8")
        self.assert_code(verbund("run", "study.yaml", "-o", "out", cwd=self.folder), 0)
        tables = {}
        with h5py.File(self.folder / "out" / "study.h5") as results:
            for table, group in results.items():
                if not isinstance(group, h5py.Group) or table in ("assumptions", "settings"):
                    continue
                columns = sorted(name for name in group if group[name].ndim == 1)
                rows = []
                for row in zip(*(group[name][()] for name in columns)):
                    keys = tuple(back(v.decode()) for v in row if isinstance(v, bytes))
                    rows.append((keys, tuple(float(v) for v in row if not isinstance(v, bytes))))
                tables[table] = (columns, sorted(rows, key=lambda r: (r[0], [round(v, 6) for v in r[1]])))
        return tables

    def test_no_engine_finds_anything_else_when_all_is_called_otherwise(self):
        first = self.tables(NAMES, str)
        second = self.tables(OTHER_NAMES, with_first_names)
        self.assertEqual(set(first), set(second))
        self.assertIn("outages", first)
        for table, (columns, rows) in first.items():
            others = second[table][1]
            self.assertEqual([keys for keys, _ in rows], [keys for keys, _ in others], table)
            for (keys, numbers), (_, same) in zip(rows, others):
                with self.subTest(table=table, of=keys, columns=columns):
                    for a, b in zip(numbers, same):
                        self.assertTrue(math.isclose(a, b, rel_tol=ROUNDING, abs_tol=1e-12)
                                        or math.isnan(a) and math.isnan(b), f"{numbers} {same}")


if __name__ == "__main__":
    unittest.main()
