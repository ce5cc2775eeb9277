#!/usr/bin/python3
"""Files that a study takes as they are: hourly weather, and networks as graphs."""

import csv
import json
import unittest

from _program import ANNUAL, InFolder, verbund

GRAPH = """graph [
  node [ id 0 label "Köln" Latitude 50.93 Longitude 6.95 ]
  node [ id 1 label "Frankfurt" Latitude 50.11 Longitude 8.68 ]
  node [ id 2 label "DUS" Latitude 51.22 Longitude 6.78 ]
  edge [ source 0 target 1 LinkSpeedRaw 100000000000 ]
  edge [ source 0 target 2 LinkLabel "2x10 G" ]
  edge [ source 1 target 1 ]
]
"""


def year_of(temperature_c):
    """A weather of one temperature."""
    return "temperature_c,relative_humidity_pct\n" + f"{temperature_c},70\n" * 8760


class Files(InFolder):
    def run_with(self, *options):
        done = verbund("run", "study.yaml", *ANNUAL, "--json", "--force", "-o", "out.h5", *options, cwd=self.folder)
        self.assert_code(done, 0)
        self.assert_code(verbund("export", "out.h5", "--csv", "tables", "--force", "--quiet", cwd=self.folder), 0)
        return done

    def rows(self, table):
        with open(self.folder / "tables" / f"{table}.csv", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def free_cooling_h(self, site):
        return {int(row["year"]): float(row["free_cooling_h [h]"]) for row in self.rows("centers")
                if row["center"] == site and row["variant"] == "shared" and int(row["year"]) > 2023}

    def test_weather_of_a_file_decides_how_long_cooling_is_free(self):
        for name, temperature_c in (("cold.csv", -1.5), ("hot.csv", 39.5)):
            (self.folder / name).write_text(year_of(temperature_c))
        self.run_with("--set", "facility.weather=cold.csv", "--set", "centers.south.weather=hot.csv")
        for year, hours in self.free_cooling_h("north").items():
            self.assertEqual(hours, 8784 if year % 4 == 0 else 8760)
        self.assertEqual(set(self.free_cooling_h("south").values()), {0.0})
        self.run_with()
        for hours in self.free_cooling_h("north").values():
            self.assertTrue(0 < hours < 8760, hours)

    def test_weather_that_cannot_be_read_is_one_message(self):
        (self.folder / "short.csv").write_text("temperature_c,relative_humidity_pct\n1,70\n")
        done = verbund("check", "study.yaml", "--set", "facility.weather=short.csv", cwd=self.folder)
        self.assert_code(done, 3)
        self.assertIn("short.csv:2: has 1 hours. A year has 8760 hours, or 8784 with 29 February.", done.stderr)
        self.assertIn("1 mistake;", done.stderr)
        done = verbund("check", "study.yaml", "--set", "centers.north.weather=absent.csv", cwd=self.folder)
        self.assert_code(done, 3)
        self.assertIn("centers.north.weather", done.stderr)

    def test_a_graph_is_the_network_and_the_rest_hangs_on_it(self):
        (self.folder / "net.gml").write_text(GRAPH, encoding="utf-8")
        done = self.run_with("--set", "network.topology=given", "--set", "network.file=net.gml")
        self.assertIn("5 administrations and centers have no link", done.stderr)
        self.assertIn("1 loop left out", done.stderr)
        links = {row["link"]: row for row in self.rows("links") if row["variant"] == "shared"}
        self.assertIn("koeln--frankfurt", links)
        self.assertIn("south--frankfurt", links)
        # Neuss, Dormagen, Grevenbroich and the center north lie nearer to Düsseldorf or Cologne.
        hung = {name for name in links if name.endswith(("--dus", "--koeln"))} - {"koeln--dus"}
        self.assertEqual(len(hung), 4, hung)
        unused = verbund("check", "study.yaml", "--set", "network.file=net.gml", cwd=self.folder)
        self.assert_code(unused, 0)
        self.assertIn("network.file: without effect", unused.stderr)

    def test_nodes_without_a_place_are_one_message(self):
        (self.folder / "net.gml").write_text(GRAPH.replace("Latitude 51.22 Longitude 6.78", ""), encoding="utf-8")
        given = ("--set", "network.topology=given", "--set", "network.file=net.gml")
        done = verbund("check", "study.yaml", *given, cwd=self.folder)
        self.assert_code(done, 3)
        self.assertIn("1 node without a place: dus", done.stderr)
        self.assertIn("1 mistake;", done.stderr)
        stated = ("--set", "network.nodes={dus: {at: {lat: 51.22, lon: 6.78}}}")
        self.assert_code(verbund("check", "study.yaml", *given, *stated, cwd=self.folder), 0)

    def test_imports_tell_what_the_files_hold(self):
        (self.folder / "cold.csv").write_text(year_of(-1.5))
        (self.folder / "net.gml").write_text(GRAPH, encoding="utf-8")
        weather = json.loads(verbund("import", "weather", "cold.csv", "--json", "--quiet", cwd=self.folder).stdout)
        self.assertEqual((weather["hours"], weather["mean_c"], weather["latitude_deg"]), (8760, -1.5, None))
        network = json.loads(verbund("import", "network", "net.gml", "--json", "--quiet", cwd=self.folder).stdout)
        self.assertEqual((network["nodes"], network["links"], network["without_place"]), (3, 2, []))
        german = verbund("import", "weather", "cold.csv", cwd=self.folder).stdout
        self.assertIn("In Schaltjahren wiederholt der 29. Februar den 28.", german)
        self.assertEqual(verbund("import", "network", "cold.csv", cwd=self.folder).code, 3)


if __name__ == "__main__":
    unittest.main()
