#!/usr/bin/python3
"""Bad input: a clear message with place, cause and remedy, exit code 3, without a hang, and nothing written."""

import os
import re
import unittest

from _program import InFolder, slowness, starter, verbund

NOTHING = "nothing was run and nothing written"

# name: (text of the starter study, what it is replaced by, place of the mistake as a text on its line, cause, remedy)
MISTAKES = {
    "wrong unit": ("rack_power: 8 kW,", "rack_power: 8 kWh,", "8 kWh", "is an energy (a power is needed)", '"8 kW"'),
    "no unit": ("rack_power: 8 kW,", "rack_power: 8,", "8,", "has no unit", '"8 kW"'),
    "unknown key": ("ups: modern", "upss: modern", "upss", "unknown key", '"ups"'),
    "unquoted AGS": ('ags: "05162024"', "ags: 05162024", "05162024", "leading zero", "in quotation marks"),
    "AGS not in the catalog": ('"05162024"', '"05999999"', '{ags: "05999999"', "not in the catalog",
                               "correct the AGS key"),
    "decimal comma that splits a map": ("lat: 51.20", "lat: 51,20", "51,20", "decimal comma", '"51.20"'),
    "decimal comma in a quantity": ("provider_share: 0 %", "provider_share: 0,5 %", "0,5 %", "decimal comma",
                                    '"0.5 %"'),
    "negative power": ("rack_power: 8 kW,", "rack_power: -8 kW,", "-8 kW", "out of range", "Check the value"),
    "absurd number of workplaces": ("seats: 700", "seats: 70000000000", "70000000000", "out of range",
                                    "Check the value"),
    "latitude beyond the pole": ("lat: 51.20", "lat: 151.20", "151.20", "out of range", "Check the value"),
    "no number": ("seats: 700", "seats: .nan", ".nan", "is no number", "Write digits"),
    "month 13": ("2023-06-01\n    availability_class: 3", "2023-13-01\n    availability_class: 3", "2023-13-01",
                 "is no date", "2026-07-01"),
    "move to a center that is not built yet": ("2023-06-01\n    availability_class: 3",
                                               "2030-06-01\n    availability_class: 3", "[2024, 2026]",
                                               "does not stand on 2024-01-01", "Move later"),
    "move to an unknown center": ("to: north", "to: nort", "nort,", 'no center "nort"', '"north"'),
    "circular base": ("    title: Everyone alone", "    base: status-quo", "status-quo", "circular",
                      "stand on its own"),
    "move after the horizon": ("{first: 2022, last: 2035}", "{first: 2022, last: 2023}", "[2024, 2026]",
                               "after the horizon", "extend it"),
    "horizon that ends before it begins": ("{first: 2022, last: 2035}", "{first: 2035, last: 2022}", "{first: 2035",
                                           "lies before the first", "earlier year"),
    "waves that end before they begin": ("years: [2024, 2026]", "years: [2026, 2024]", "[2026, 2024]",
                                         "lies before the first", "earlier year"),
    "center without rooms": ("    rooms:\n      r1: {}  # every value left to the defaults, sizes to the run\n", "",
                             "name: Backup site south", "has no room", "Add rooms"),
    "tab as indentation": ("  growth:", "\tgrowth:", "growth:", "is no YAML", "no tabs"),
    "class with no traffic": ("\nestate:\n", "\nevents: {latency: {workloads: [management]}}\nestate:\n",
                              "[management]", "has no traffic that people wait for", "Name one of directory"),
    "alias": ("r1: {}", "r1: &x {}", "&x", "anchor", "base:"),
}

# Anywhere in a message: file:line:column.
PLACE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): ", flags=re.MULTILINE)


class BadInput(InFolder):
    def refused(self, *arguments):
        """Checks what every refusal has in common and returns its stderr."""
        before = self.names()
        done = verbund(*arguments, cwd=self.folder)
        self.assert_code(done, 3)
        self.assertEqual(done.stdout, "")
        self.assertIn(NOTHING, done.stderr)
        self.assertLess(done.seconds, 10.0 * slowness())  # a hang, not a race
        self.assertEqual(self.names(), before)
        return done.stderr

    def refused_study(self, text):
        self.study.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return self.refused("run", "study.yaml", "--out", "result.h5")

    def test_each_mistake_names_place_cause_and_remedy(self):
        for name, (good, bad, mark, cause, remedy) in MISTAKES.items():
            with self.subTest(mistake=name):
                self.assertIn(good, starter())
                text = starter().replace(good, bad, 1)
                message = self.refused_study(text)
                self.assertIn(cause, message)
                self.assertIn(remedy, message)
                # The line named is the one with the mistake, or next to it where the mistake is that something lacks.
                line = text[:text.index(mark, text.index(bad) if bad and mark in bad else 0)].count("\n") + 1
                places = [int(place["line"]) for place in PLACE.finditer(message) if place["file"] == "study.yaml"]
                self.assertTrue(any(abs(found - line) <= 2 for found in places), f"line {line} expected:\n{message}")

    def test_mistakes_of_drills_are_told_at_their_lines_before_anything_runs(self):
        drills = ("\ndrills:\n  power: {fail: ['utility:nort']}\n"
                  "  room: {fail: ['room:north/r9'], variants: [shared]}\nestate:\n")
        text = starter().replace("\nestate:\n", drills, 1)
        self.study.write_text(text, encoding="utf-8")
        line = text[:text.index("  power:")].count("\n") + 1
        for command in (("check", "study.yaml"), ("run", "study.yaml", "--engines", "annual,events", "--out", "r.h5")):
            with self.subTest(command=command):
                message = self.refused(*command)
                self.assertIn(f"study.yaml:{line}:17: drills.power.fail: no center or administration \"nort\"", message)
                self.assertIn('Did you mean "north"?', message)
                self.assertIn(f"study.yaml:{line + 1}:16: drills.room.fail: no room \"r9\"", message)

    def test_column_points_at_the_value(self):
        message = self.refused_study(starter().replace("rack_power: 8 kW,", "rack_power: 8 kWh,", 1))
        lines = self.study.read_text(encoding="utf-8").splitlines()
        place = PLACE.search(message)
        self.assertTrue(lines[int(place["line"]) - 1][int(place["column"]) - 1:].startswith("8 kWh"), message)

    def test_repeated_key_names_both_places(self):
        horizon = "horizon: {first: 2022, last: 2035}\n"
        message = self.refused_study(starter().replace(horizon, horizon + horizon, 1))
        line = starter()[:starter().index(horizon)].count("\n") + 1
        self.assertIn(f"study.yaml:{line + 1}:1: horizon: the key appears twice (first in line {line})", message)

    def test_all_mistakes_show_at_once_in_the_order_of_their_places(self):
        text = starter()
        for name in ("unquoted AGS", "decimal comma in a quantity", "latitude beyond the pole", "no unit",
                     "unknown key"):
            good, bad, *_ = MISTAKES[name]
            text = text.replace(good, bad, 1)
        message = self.refused_study(text)
        self.assertIn("5 mistakes;", message)
        lines = [int(place["line"]) for place in PLACE.finditer(message)]
        self.assertEqual(len(lines), 5)
        self.assertEqual(lines, sorted(lines))

    def test_territory_without_administrations(self):
        head, tail = starter().split("  administrations:\n", 1)
        text = head + "  administrations: {}\n\nestate:" + tail.split("\nestate:", 1)[1]
        message = self.refused_study(text)
        self.assertRegex(message, r"study\.yaml:\d+:\d+: territory: no administration is selected")
        self.assertIn("districts: all", message)

    def test_circle_of_two_variants_shows_the_way_round(self):
        text = starter().replace("    title: Everyone alone", "    base: shared").replace(
            "    title: Shared center with backup site", "    base: status-quo")
        self.assertIn("status-quo -> shared -> status-quo", self.refused_study(text))

    def test_missing_file_names_the_shipped_studies(self):
        message = self.refused("run", "absent.yaml")
        self.assertIn("absent.yaml: cannot be read (no such file", message)
        self.assertIn("landkreise-2025", message)

    def test_folder_and_device_are_no_studies(self):
        for path in (self.folder, "/dev/zero"):
            with self.subTest(path=path):
                self.assertIn("is no file", self.refused("check", path))

    def test_file_of_100_megabytes_is_refused_by_its_size(self):
        with open(self.study, "wb") as file:
            file.truncate(100 * 1024 * 1024)
        message = self.refused("run", "study.yaml")
        self.assertIn("study.yaml: has 100.0 MiB", message)
        self.assertIn("at most 16 MiB", message)

    def test_deep_nesting_is_refused_at_the_limit(self):
        for text in ("verbund: " + "[" * 100_000, "verbund: 1\n" + "".join(" " * i + "a:\n" for i in range(1000))):
            message = self.refused_study(text)
            self.assertRegex(message, r"study\.yaml:\d+")
            self.assertIn("nested deeper than 64 levels", message)

    def test_alias_bomb_is_refused_at_its_first_anchor(self):
        bomb = "a0: &a0 [x, x, x]\n" + "".join(
            f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n" for i in range(1, 30))
        self.assertRegex(self.refused_study(bomb), r"study\.yaml:1:\d+: has an anchor")

    def test_too_many_values(self):
        message = self.refused_study("verbund: 1\n" + "".join(f"a{i}: b\n" for i in range(300_000)))
        self.assertIn("more than 250000 values", message)

    def test_binary_garbage(self):
        for garbage in (bytes(range(128, 256)) * 100, b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 500,
                        starter().encode("utf-16")):
            self.assertRegex(self.refused_study(garbage), r"study\.yaml:\d+:\d+: byte 0x[0-9a-f]{2} is no UTF-8 text")

    def test_empty_and_unfinished_files(self):
        for text in ("", "#\n", "verbund", "verbund: {", "- a\n- b\n", "verbund: 1\n---\nverbund: 1\n", "'"):
            with self.subTest(text=text):
                self.assertRegex(self.refused_study(text), r"study\.yaml:\d+")

    def test_every_prefix_of_a_study_is_answered_without_a_crash(self):
        # Odd cuts through the middle of words, keys and quotation marks.
        for length in range(40, len(starter()), 151):
            self.study.write_text(starter()[:length], encoding="utf-8")
            self.assertIn(verbund("check", self.study).code, (0, 3))

    def test_set_without_equals_sign(self):
        message = self.refused("run", "study.yaml", "--set", "estate.provider_share")
        self.assertIn('--set: estate.provider_share: no "="', message)
        self.assertIn("Write --set", message)

    def test_set_of_an_unknown_path(self):
        message = self.refused("run", "study.yaml", "--set", "estate.growth.computer=3 %/a")
        self.assertIn("--set estate.growth.computer=3 %/a: estate.growth.computer: unknown key", message)
        self.assertIn('Did you mean "compute"', message)

    def test_set_of_a_bad_value(self):
        message = self.refused("check", "study.yaml", "--set", "estate.growth.compute=3")
        self.assertIn('"3" has no unit (a yearly rate is needed). Did you mean "3 %/a"?', message)

    def test_unknown_shipped_study(self):
        self.assertIn("dormagen", self.refused("new", "--from", "dormagem"))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable_file(self):
        self.study.chmod(0)
        self.assertIn("cannot be read", self.refused("run", "study.yaml"))


if __name__ == "__main__":
    unittest.main()
