#!/usr/bin/python3
"""`verbund catalog`: the built-in tables, whole or by row, and a copy that a study can replace a table with."""

import csv
import json
import unittest

from _program import TOP, InFolder, verbund

FOLDER = TOP / "models/catalog"


def rows_of(name):
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Catalog(InFolder):
    def test_every_table_is_listed_with_its_rows(self):
        done = verbund("catalog", "--json")
        self.assert_code(done, 0)
        listed = {table["table"]: table["rows"] for table in json.loads(done.stdout)["tables"]}
        files = {path.stem for path in FOLDER.glob("*.csv")} - {"unread"}
        self.assertEqual(set(listed), files)
        for name, count in listed.items():
            self.assertEqual(count, len(rows_of(name)), name)
        self.assertIn("workloads", verbund("catalog").stdout)

    def test_json_holds_every_cell_as_it_stands_in_the_table(self):
        for name in ("ups", "workloads", "climate_normals", "figures"):
            with self.subTest(table=name):
                done = verbund("catalog", name, "--json")
                self.assert_code(done, 0)
                answer = json.loads(done.stdout)
                self.assertEqual([column["name"] for column in answer["columns"]], list(rows_of(name)[0]))
                for told, row in zip(answer["rows"], rows_of(name), strict=True):
                    for column, cell in row.items():
                        value = told[column]
                        if isinstance(value, bool):
                            self.assertEqual(str(value).lower(), cell)
                        elif isinstance(value, (int, float)):
                            self.assertEqual(value, float(cell))
                        else:
                            self.assertEqual(value, cell)

    def test_a_row_is_shown_with_its_source(self):
        done = verbund("catalog", "ups", "legacy")
        self.assert_code(done, 0)
        row = next(row for row in rows_of("ups") if row["id"] == "legacy")
        self.assertIn(row["name"], done.stdout)
        self.assertIn(f"a0 {row['a0']}", done.stdout)
        self.assertIn(f"{row['evidence']}: {row['source']}", done.stdout)
        self.assertNotIn("high-efficiency", done.stdout)
        profile = verbund("catalog", "profiles", "office")
        self.assertEqual(profile.stdout.count("day_kind"), 4)

    def test_figures_that_no_model_reads_are_marked(self):
        self.assertIn("cost.firewall-pair  (not read yet: money)", verbund("catalog", "figures", "cost.firewall-pair").stdout)
        self.assertNotIn("not read", verbund("catalog", "figures", "cost.storage").stdout)

    def test_columns_tell_unit_meaning_and_limits(self):
        done = verbund("catalog", "ups", "--columns")
        self.assertRegex(done.stdout, r"a0 +loss without load / installed power \[0 to 0.5\]")

    def test_a_printed_table_can_replace_the_built_in_one(self):
        done = verbund("catalog", "ups", "--csv")
        self.assertEqual(done.stdout, (FOLDER / "ups.csv").read_text(encoding="utf-8"))
        (self.folder / "my-ups.csv").write_text(done.stdout, encoding="utf-8")
        study = self.study.read_text(encoding="utf-8") + "\ncatalog: {ups: my-ups.csv}\n"
        (self.folder / "own.yaml").write_text(study, encoding="utf-8")
        self.assert_code(verbund("check", "own.yaml", cwd=self.folder), 0)

    def test_unknown_names_say_how_to_list_the_known_ones(self):
        for arguments, message in ((("upz",), 'no table "upz". Did you mean "ups"? `verbund catalog` lists all.'),
                                   (("ups", "legcy"),
                                    'no row "legcy". Did you mean "legacy"? `verbund catalog ups` lists all.')):
            done = verbund("catalog", *arguments)
            self.assert_code(done, 3)
            self.assertIn(message, done.stderr)
            self.assertEqual(done.stdout, "")


class Explanation(InFolder):
    def test_rows_of_the_catalog_follow_the_values_of_the_study(self):
        done = verbund("check", "study.yaml", "--explain", "--json", cwd=self.folder)
        self.assert_code(done, 0)
        told = {row["key"]: row for row in json.loads(done.stdout)["assumptions"]}
        figure = next(row for row in rows_of("figures") if row["id"] == "failure.server")
        self.assertEqual(told["catalog.figures.failure.server"]["value"], figure["value"])
        self.assertEqual(told["catalog.figures.failure.server"]["source"], figure["source"])
        self.assertIn("capacity_mbit_s", told["catalog.access_links.municipality.2020"]["value"])
        self.assertFalse(told["catalog.figures.failure.server"]["given"])


if __name__ == "__main__":
    unittest.main()
