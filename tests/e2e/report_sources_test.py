#!/usr/bin/python3
"""What the report page is made of: texts in both languages, colours that can be told from their ground, no markup from data."""

import base64
import json
import re
import subprocess
import unittest

import _program

PAGE = _program.TOP / "results/report/page"
TEXT_CONTRAST = 4.5  # WCAG 2.1, 1.4.3
MARK_CONTRAST = 3.0  # WCAG 2.1, 1.4.11


def module(path):
    """The exports of a JavaScript module."""
    source = base64.b64encode((PAGE / path).read_bytes()).decode("ascii")
    code = f"import('data:text/javascript;base64,{source}').then((module) => console.log(JSON.stringify(module)))"
    done = subprocess.run(["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=False, timeout=60)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def ids_made(files, pattern):
    """What a pattern finds in sources: ids for which there is no list."""
    found = set()
    for path in files:
        source = (_program.TOP / path).read_text(encoding="utf-8")
        found |= set(re.findall(pattern, source))
    return found


def sources_below(folder):
    return [path.relative_to(_program.TOP) for path in sorted((_program.TOP / folder).rglob("*.cpp"))]


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.german, cls.english = module("texts/de.js")["default"], module("texts/en.js")["default"]
        cls.words = json.loads((_program.TOP / "results/report/words/de.json").read_text(encoding="utf-8"))
        cls.sources = {path.relative_to(PAGE).as_posix(): path.read_text(encoding="utf-8") for path in PAGE.rglob("*.js")}

    def test_both_languages_have_the_same_texts_with_the_same_places(self):
        self.assertEqual(sorted(self.german), sorted(self.english))
        for key, text in self.german.items():
            places = [sorted(set(re.findall(r"\{(\w+)\}", one))) for one in (text, self.english[key])]
            self.assertEqual(*places, key)

    def test_every_text_that_is_asked_for_is_there_and_none_is_left_over(self):
        code = "\n".join(text for path, text in self.sources.items() if not path.startswith("texts/"))
        asked = set(re.findall(r"\bt\(\s*'([^']+)'", code)) | set(re.findall(r"'((?:[a-z]+)\.[a-z-]+)'", code))
        for key in asked & {key for key in asked if key.split(".")[0] in {name.split(".")[0] for name in self.german}}:
            if not key.startswith("events.") and not key.endswith((".js",)):
                self.assertIn(key, self.german)
        prefixes = {text.split("$")[0] for text in re.findall(r"`([a-z.-]+\$)", code)}
        for key in self.german:
            self.assertTrue(key in code or any(key.startswith(prefix) for prefix in prefixes if prefix), f"nobody asks for {key}")

    def test_german_of_the_field_table_is_german(self):
        english = re.compile(r"\b(the|and|of|with|which|default|from|per|share|general knowledge)\b")
        point = re.compile(r"\d\.\d(?!\d\d\b)")  # 1.000 is a thousand
        no_number = re.compile(r"\bv\d\.\d|vSphere \d\.\d|\b\d+\.\d+\.(?=\d{4})")  # editions and dates
        for text, german in {**self.words["field"], **self.words["source"]}.items():
            prose = re.sub(r'"[^"]*"', "", german)  # words of study files stay as they are
            self.assertIsNone(english.search(prose), f"{text}: {german}")
            self.assertIsNone(point.search(no_number.sub("", prose)), f"decimal point: {german}")

    def test_every_id_that_is_made_has_its_word_and_no_word_is_left_over(self):
        """Enumerations with a list are compared in tests/unit/results/report/words; these are made where they are needed."""
        rule_codes = (_program.TOP / "models/rules/codes.cpp").read_text(encoding="utf-8")
        made = {
            "criterion": ids_made(sources_below("sim/batch/sites"), r'(?:add_criterion\(\s*facts, rows, |criterion = |\.at\(\w+, )"([a-z-]+)"'),
            "criticality": ids_made(["models/catalog/columns_estate.cpp"], r'"(very-critical|critical|normal|low)"'),
            "direction": ids_made(["sim/events/latency/typical_day_links.cpp"], r'"(up|down)"'),
            "pair": ids_made(["sim/batch/route_rows.cpp"], r'"([a-z]+-?[a-z]*)"') - {"serves", "backup", "replication", "administration", "center"},
            "role": ids_made(["sim/batch/route_rows.cpp"], r'return "(serves|backup|replication)";'),
            "rule": ids_made(sources_below("models/rules"), r'"((?:enefg|eed|kritis|nis2|bsi|blauer-engel|en50600|check-list)\.[a-z0-9-]+)"'),
            "takeover": ids_made(["sim/events/drill/drill.cpp"], r'takeover = fails \? "(fails)"') | ids_made(["sim/events/drill/drill.cpp"], r'"fails" : "([a-z]+)"'),
            "verdict": ids_made(["sim/batch/sites/site_rows.cpp", "sim/events/night/night.cpp"], r'return (?:\w+\("\w+"\) \? )?"([a-z-]+)"')
            | ids_made(["sim/batch/sites/site_rows.cpp"], r'"justify" : "([a-z]+)"')
            | set(re.findall(r'"([a-z-]+)"', re.search(r"code\(Verdict.*?codes\{(.*?)\}", rule_codes, re.S)[1])),
        }
        for group, ids in made.items():
            self.assertEqual(ids, set(self.words[group]), group)

    def test_no_group_of_words_is_unused(self):
        code = "\n".join(self.sources.values()) + "\n".join(
            path.read_text(encoding="utf-8") for path in sorted((_program.TOP / "results/report").rglob("*.[ch]pp")))
        columns = set(re.findall(r"^\| `(\w+)` \| text \|", (_program.TOP / "results/store/FORMAT.md").read_text(encoding="utf-8"), re.M))
        for group in self.words:
            self.assertTrue(f"'{group}'" in code or f'"{group}"' in code or group in columns, f"nobody asks for words of {group}")

    def test_every_table_that_no_section_draws_has_a_title(self):
        source = (PAGE / "sections/checks.js").read_text(encoding="utf-8")
        drawn = set(re.findall(r"'(\w+)'", source[source.index("drawnElsewhere = ["):source.index("];")]))
        run = (_program.TOP / "results/outcome/outcome.hpp").read_text(encoding="utf-8")
        rows = set(re.findall(r"std::vector<(\w+)>", run[run.index("RowTables ="):].partition(";")[0]))
        elsewhere, names = {}, set()
        for path in (_program.TOP / "results/outcome/tables").glob("*.cpp"):
            for table in path.read_text(encoding="utf-8").split("\ntemplate <>\n")[1:]:  # some files have several
                name = re.search(r'\.name = "(\w+)"', table)[1]
                elsewhere[name] = "always = true" in table or "on_page = false" in table
                if re.search(r"table_of<(\w+)>", table)[1] in rows:
                    names.add(name)
        self.assertEqual(len(names), len(rows))
        left = {name for name in names if not elsewhere[name]} - drawn
        self.assertEqual(left, set(self.words["table"]))

    def test_no_text_becomes_markup(self):
        for path, text in self.sources.items():
            for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(", "XMLHttpRequest"):
                self.assertNotIn(sink, text, path)


class Colours(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        style = (PAGE / "style.css").read_text(encoding="utf-8")
        cls.css = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style))
        cls.outside = set(re.findall(r"#[0-9a-f]{6}\b", re.sub(r"(?s):root \{.*?\}", "", style)))
        cls.charts = module("base/colours.js")

    def test_texts_of_the_page_stand_out(self):
        grounds = ("paper", "card", "accent-soft")
        for text in ("ink", "soft", "accent", "warn", "good"):
            for ground in grounds:
                self.assertGreaterEqual(contrast(self.css[text], self.css[ground]), TEXT_CONTRAST, f"{text} on {ground}")
        for ground in ("accent", "ink"):  # pressed buttons, the box beside the pointer
            self.assertGreaterEqual(contrast("#ffffff", self.css[ground]), TEXT_CONTRAST, f"white on {ground}")
        self.assertEqual(self.outside, {"#ffffff"}, "colours belong into :root")

    def test_series_and_parts_stand_out(self):
        charts = self.charts
        for colour in charts["series"]:
            self.assertGreaterEqual(contrast(colour, "#ffffff"), MARK_CONTRAST, colour)
        for name, colour in {**charts["chain"], **charts["costs"], **charts["payments"], **dict(enumerate(charts["rooms"]))}.items():  # they carry white names
            self.assertGreaterEqual(contrast(colour, "#ffffff"), TEXT_CONTRAST, name)
        for text in ("ink", "soft", "warning", "accent"):
            self.assertGreaterEqual(contrast(charts[text], "#ffffff"), TEXT_CONTRAST, text)
        calm, near, beyond = charts["shares"]
        self.assertGreaterEqual(contrast(charts["ink"], calm), TEXT_CONTRAST)
        self.assertGreaterEqual(contrast(charts["ink"], near), TEXT_CONTRAST)
        self.assertGreaterEqual(contrast("#ffffff", beyond), TEXT_CONTRAST)

    def test_series_differ_by_more_than_colour(self):
        looks = list(zip(map(tuple, self.charts["dashes"]), self.charts["shapes"]))
        self.assertEqual(len(looks), len(self.charts["series"]))
        self.assertEqual(len(set(self.charts["shapes"])), len(looks))
        self.assertEqual(len({dash for dash, _ in looks}), len(looks))


class Libraries(unittest.TestCase):
    def test_the_lock_pins_every_package_by_its_checksum_and_names_no_host(self):
        text = (_program.TOP / "scripts/report-page/package-lock.json").read_text(encoding="utf-8")
        self.assertNotIn("resolved", text)
        self.assertNotIn("://registry", text)
        for name, package in json.loads(text)["packages"].items():
            if name:
                self.assertTrue(package["integrity"].startswith("sha512-"), name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
