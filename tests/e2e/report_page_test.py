#!/usr/bin/python3
"""The page of `verbund report` in a real browser: nothing fetched, nothing complained about, everything works, the
numbers are those of the results file, and no name from a study does harm."""

import pathlib
import re
import subprocess
import tempfile
import unittest

import h5py
import numpy

import _program
from _chromium import Browser
from _report import choose, german, make_report, rounded, table_of

HOSTILE = ("</script><script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'>\"'`${7*7}{{data}} &amp; "
           "\U0001F4A5 \u05d0\u05d1\u05d2 \u202etxet\u202c <!-- ")
LONG = "sehr lang " * 999  # a study takes 10,000 bytes
MOST_BYTES = 8_000_000


class Page(unittest.TestCase):
    """The shipped study of Dormagen: several variants, centers, rules and links."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="verbund-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.results, cls.page = make_report(cls.folder, "dormagen")
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.browser.size(1280, 900)
        self.browser.open(self.page)

    def js(self, script, *arguments):
        return self.browser.run(script, *arguments)

    def choose(self, figure, control, value):
        choose(self.browser, figure, control, value)

    def table(self, figure):
        return table_of(self.browser, figure)

    def test_it_opens_without_a_complaint_and_fetches_nothing(self):
        self.browser.complaints()
        self.browser.requests()
        self.browser.open(self.page)
        self.js("window.scrollTo(0, document.body.scrollHeight)")
        self.assertEqual(self.browser.complaints(), [])
        self.assertEqual([url for url in self.browser.requests() if not url.startswith(("file:", "data:"))], [])
        self.assertEqual(len([url for url in self.browser.requests() if url.startswith("file:")]), 0)

    def test_code_from_outside_does_not_run(self):
        for attempt in ("const script = document.createElement('script'); script.text = 'window.harmed = 3'; document.body.append(script)",
                        "document.body.innerHTML += '<img src=x onerror=\"window.harmed = 4\">'",
                        "const script = document.createElement('script'); script.append('window.harmed = 5'); document.body.append(script)",
                        "setTimeout('window.harmed = 6')"):
            self.js(f"try {{ {attempt} }} catch {{ /* refused at once */ }}")
        self.assertIsNone(self.js("return window.harmed ?? null"))
        self.browser.complaints()

    def test_every_chart_is_drawn_and_has_a_sentence_and_a_table(self):
        figures = self.js("""
            return [...document.querySelectorAll('figure')].map((figure) => ({
              id: figure.id, sentence: figure.querySelector('.sentence').textContent,
              chart: figure.querySelector('.chart') ? figure.querySelectorAll('.chart svg').length : null,
              label: figure.querySelector('.chart')?.getAttribute('aria-label') ?? '',
              table: figure.querySelectorAll('details summary').length}))""")
        self.assertGreater(len(figures), 20)
        for figure in figures:
            with self.subTest(figure=figure["id"]):
                self.assertGreater(len(figure["sentence"]), 5)
                self.assertEqual(figure["table"], 1)
                nothing = "PUE" in figure["sentence"] or "wird nichts knapp" in figure["sentence"]
                if figure["chart"] is not None and not nothing:
                    self.assertEqual(figure["chart"], 1)
                    self.assertEqual(figure["label"], figure["sentence"])

    def test_contents_lead_to_every_section(self):
        links = self.js("return [...document.querySelectorAll('.contents a')].map((link) => link.hash.slice(1))")
        sections = self.js("return [...document.querySelectorAll('main > section')].map((section) => section.id)")
        self.assertEqual(links, sections)
        for section in ("answer", "map", "limits", "chain", "load", "efficiency", "latency", "cost", "rules", "plan",
                        "assumptions", "study", "repeat"):
            self.assertIn(section, sections)
        self.assertNotIn("against", sections)

    def test_every_number_of_the_answer_leads_to_a_section_that_is_there(self):
        answers = self.js("""
            return [...document.querySelectorAll('#answer li')].map((point) => ({
              text: point.textContent,
              links: [...point.querySelectorAll('a')].map((link) => [link.textContent, document.querySelector(link.hash) !== null])}))""")
        self.assertGreater(sum(len(answer["links"]) for answer in answers), 20)
        for answer in answers:
            for text, is_there in answer["links"]:
                self.assertTrue(is_there, text)
            unlinked = answer["text"]
            for text, _ in answer["links"]:
                unlinked = unlinked.replace(text, "", 1)
            numbers = re.findall(r"(?<![\w.,-])[+-]?\d+[.,]\d+(?![\w-])", unlinked)
            self.assertEqual(numbers, [], answer["text"])

    def test_the_answer_is_that_of_the_terminal(self):
        stdout = _program.verbund("run", "dormagen", *_program.ANNUAL, "--out", self.folder / "again.h5", "--quiet").stdout
        printed = " ".join(stdout.replace("\n  ", " ").split())
        points = self.js("""
            return [...document.querySelectorAll('#answer li:not([data-topic=drills], [data-topic=availability])')]
              .map((point) => point.textContent)""")
        self.assertGreater(len(points), 10)
        for point in points:
            self.assertIn(" ".join(point.split()), printed)

    def test_key_figures_are_those_of_the_results_file(self):
        with h5py.File(self.results) as file:
            summary = file["summary"]
            years = list(summary["year"][()])
            for year in (years[0], years[5], years[-1]):
                self.choose("figures", "year", years.index(year))
                _, rows = self.table("figures")
                shown = {row[0]: row[1:] for row in rows}
                for label, name, factor in (("Energie aus dem Netz [MWh]", "energy_grid_mwh", 1), ("PUE", "pue", 1),
                                            ("Racks", "racks", 1), ("Kosten gesamt [Mio. EUR]", "cost_total_eur", 1e-6),
                                            ("Latenz p95 [ms]", "latency_p95_ms", 1)):
                    for cell, value in zip(shown[label], summary[name][:, years.index(year)], strict=True):
                        expected = rounded(value) * factor
                        self.assertAlmostEqual(german(cell), expected, delta=abs(expected) * 2e-6 + 1e-12, msg=f"{label} {year}")

    def test_every_summary_figure_over_the_years_is_that_of_the_results_file(self):
        with h5py.File(self.results) as file:
            summary = file["summary"]
            for name in ("it_power_peak_kw", "energy_cooling_mwh", "co2_location_t", "hosts"):
                self.choose("course-figure", "metric", name)
                _, rows = self.table("course-figure")
                for row, values in zip(rows, summary[name][()], strict=True):
                    self.assertEqual([german(cell) for cell in row[1:]], [rounded(value) for value in values])

    def test_needs_and_limits_of_centers_are_those_of_the_results_file(self):
        head, rows = self.table("limits-matrix")
        with h5py.File(self.results) as file:
            yearly = file["yearly"]
            names = [name.decode() for name in yearly["center_name"][()]]
            years = list(yearly["year"][()])
            self.assertGreater(len(rows), 10)
            for row in rows:
                at = (0, years.index(int(row[1])), names.index(row[0]))
                for column, name in (("Racks: Bedarf", "racks"), ("Racks: Grenze", "limit_racks"), ("Kühlung: Bedarf [kW]", "cooling_kw"),
                                     ("Netzanschluss: Grenze [kW]", "limit_grid_kw")):
                    value = yearly[name][at]
                    cell = row[head.index(column)]
                    self.assertEqual(cell == "–", bool(numpy.isnan(value)))
                    if not numpy.isnan(value):
                        self.assertEqual(german(cell), rounded(value))

    def test_the_load_duration_curve_keeps_peak_and_trough(self):
        _, rows = self.table("load-duration")
        with h5py.File(self.results) as file:
            hourly = file["hourly"]
            grid = hourly["grid_kw"][0, -1]
            grid = grid[~numpy.isnan(grid)].astype("f8")
        self.assertEqual(german(rows[0][1]), rounded(grid.max()))
        self.assertEqual(german(rows[-1][1]), rounded(grid.min()))
        self.assertEqual(german(rows[50][1]), rounded(numpy.sort(grid)[::-1][round(0.5 * (len(grid) - 1))]))

    def test_the_slider_moves_the_map_through_the_years(self):
        titles = set()
        for position in (0, 6, 13):
            self.choose("map-figure", "year", position)
            titles.add(self.js("return document.querySelector('#map-figure figcaption').textContent"))
        self.assertEqual(titles, {"Server 2022", "Server 2028", "Server 2035"})
        _, rows = self.table("map-figure")
        with h5py.File(self.results) as file:
            group = file["administrations"]
            expected = {name.decode(): rounded(value) for name, value in zip(group["administration_name"][()], group["servers"][0, -1])}
        self.assertEqual({row[0].removeprefix("Kreis "): german(row[1]) for row in rows},
                         {name.removeprefix("Kreis "): value for name, value in expected.items()})

    def test_the_map_answers_the_pointer(self):
        self.js("document.querySelector('#map-figure .chart').scrollIntoView({block: 'center'})")
        x, y = self.js("""
            const marks = [...document.querySelectorAll('#map-figure .mark-symbol path')];
            const box = marks.map((mark) => mark.getBoundingClientRect()).sort((a, b) => b.width - a.width)[0];
            return [box.x + box.width / 2, box.y + box.height / 2]""")
        self.browser.move_to(x - 60, y - 60)
        self.browser.move_to(x, y)
        bubble = self.browser.wait("return document.querySelector('.bubble')?.textContent")
        self.assertIn("Server", bubble)
        self.browser.move_to(2, 2)
        self.browser.wait("return document.querySelector('.bubble') === null")

    def test_names_on_the_map_do_not_cover_each_other(self):
        # Names are drawn twice, the first time with a white edge.
        for width in (390, 1280):
            self.browser.size(width, 900)
            self.browser.open(self.page)
            boxes = self.js("""
                return [...document.querySelectorAll('#map-figure .mark-text text')].filter((text) => !text.getAttribute('stroke'))
                  .map((text) => [text.textContent, text.getBoundingClientRect().toJSON()])""")
            self.assertGreaterEqual(len(boxes), 2)
            for i, (name, one) in enumerate(boxes):
                for other_name, other in boxes[:i]:
                    apart = (one["right"] <= other["left"] or other["right"] <= one["left"]
                             or one["bottom"] <= other["top"] or other["bottom"] <= one["top"])
                    self.assertTrue(apart, f"{name} / {other_name} at {width} px")

    def test_thresholds_of_latency_are_rules_in_the_chart_words_and_rows(self):
        with h5py.File(self.results) as file:
            limits = file["workload_limits"]
            strictest = float(numpy.nanmin(limits["rtt_limit_ms"][()]))
            name = limits["name_de"][()][int(numpy.nanargmin(limits["rtt_limit_ms"][()]))].decode()
        label = f"{strictest:.0f}\u00a0ms ({name})"
        for figure in ("latency-p95", "latency-places"):
            with self.subTest(figure):
                drawn = self.js("return [...document.querySelectorAll(`#${arguments[0]} .mark-text text`)].map((text) => text.textContent)", figure)
                self.assertIn(label, drawn)
                self.assertIn(label, self.js("return document.querySelector(`#${arguments[0]} .sentence`).textContent", figure))
                _, rows = self.table(figure)
                self.assertIn(label, " ".join(row[0] for row in rows))

    def test_the_legend_hides_and_shows_a_series(self):
        lines = "return document.querySelectorAll('#course-figure .mark-line path').length"
        click = """
            delete document.documentElement.dataset.ready;
            const button = document.querySelector('#course-figure .legend button');
            button.click();
            return document.querySelector('#course-figure .legend button').getAttribute('aria-pressed')"""
        before = self.js(lines)
        self.assertEqual(self.js(click), "false")
        self.assertEqual(self.js(lines), before - 1)
        self.assertEqual(self.js(click), "true")
        self.assertEqual(self.js(lines), before)

    def test_the_language_switches_without_reload_and_leaves_nothing_behind(self):
        self.js("window.notReloaded = true; document.querySelector('.languages [lang=en]').click()")
        self.browser.wait_until_drawn()
        self.assertTrue(self.js("return window.notReloaded"))
        self.assertEqual(self.js("return document.documentElement.lang"), "en")
        texts = self.js("""
            return [...document.querySelectorAll('h2, figcaption, .sentence, .note, summary, .controls span, #answer li')]
              .map((node) => node.textContent).join(' ')""")
        for word in (" und ", " nicht ", " Jahr ", "Größe", " wird ", "Engpass", "Verwaltungen", "Zentren "):
            self.assertNotIn(word, texts)
        _, rows = self.table("figures")
        with h5py.File(self.results) as file:
            value = file["summary/energy_grid_mwh"][0, -1]
        cell = next(row for row in rows if "[MWh]" in row[0])[1]
        self.assertEqual(float(cell.replace(",", "")), rounded(value))
        self.js("document.querySelector('.languages [lang=de]').click()")
        self.browser.wait_until_drawn()
        self.assertEqual(self.js("return document.querySelector('h2').textContent"), "Die Antwort")
        self.assertEqual(self.browser.complaints(), [])

    def test_the_language_of_the_command_line_comes_first(self):
        page = self.folder / "english.html"
        self.assertEqual(_program.verbund("report", self.results, "-o", page, "--lang", "en").code, 0)
        self.browser.open(page)
        self.assertEqual(self.js("return document.querySelector('h2').textContent"), "The answer")

    def test_nothing_is_wider_than_a_phone(self):
        for width in (360, 390):
            self.browser.size(width, 800, mobile=True)
            self.browser.open(self.page)
            self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), width)

    def test_it_prints_on_a4_with_all_charts(self):
        pdf = self.folder / "report.pdf"
        pdf.write_bytes(self.browser.pdf())
        info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        self.assertRegex(info, r"Page size:\s+59[45]\.\d+ x 84[12]")
        self.assertLess(int(re.search(r"Pages:\s+(\d+)", info)[1]), 40)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Die Antwort", "Bedarf und Grenzen", "Kosten 2035 und ihre Teile", "Prüfungen je Regel und Jahr"):
            self.assertIn(words, text)

    def test_another_run_stands_beside_this_one(self):
        other, page = self.folder / "other.h5", self.folder / "against.html"
        _program.verbund("run", "dormagen", *_program.ANNUAL, "--set", "estate.growth.compute=9 %/a", "--out", other, "--quiet")
        done = _program.verbund("report", self.results, "-o", page, "--against", other)
        self.assertEqual(done.code, 0, done.stderr)
        self.browser.open(page)
        head, rows = self.table("against-year")
        with h5py.File(other) as file:
            value = file["summary/servers_placed"][0, -1]
        column = next(i for i, text in enumerate(head) if text.startswith("other:"))
        cell = next(row for row in rows if row[0].startswith("Server untergebracht"))[column]
        self.assertEqual(german(cell.split()[0]), rounded(value))
        row = next(row for row in rows if row[0].startswith("Auslastung Mittel"))
        base = german(next(cell for cell in row[1:] if "(" not in cell))
        here, percent = re.fullmatch(r"(\S+) \(([+−][\d.,]+) %\)", row[column]).groups()
        self.assertAlmostEqual(german(percent.replace("−", "-")), 100.0 * (german(here) / base - 1.0), delta=0.1)
        self.assertEqual(self.browser.complaints(), [])


class HostileNames(_program.InFolder):
    def test_names_from_a_study_are_only_ever_text(self):
        browser = Browser(390, 844, mobile=True)
        self.addCleanup(browser.close)
        text = (_program.TOP / "scenarios/dormagen/study.yaml").read_text(encoding="utf-8")
        quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') + '"'
        text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted}", text)
        text, changed = re.subn(r"(?m)^(\s+)name: (?!\{).*$", lambda found: f"{found[1]}name: {quoted}", text)
        self.assertGreater(changed, 1)
        text, changed = re.subn(r"(?m)^(\s+)title: .*$", lambda found: f'{found[1]}title: "{LONG}"', text)
        self.assertGreater(changed, 1)
        self.study.write_text(text, encoding="utf-8")
        _, page = make_report(self.folder, self.study)
        browser.open(page)
        for language in ("en", "de"):
            browser.run("document.querySelector(`.languages [lang=${arguments[0]}]`).click()", language)
            browser.wait_until_drawn()
        browser.run("for (const details of document.querySelectorAll('details')) details.open = true")
        browser.wait("return document.querySelectorAll('details[open] tbody tr').length > 100")
        self.assertIsNone(browser.run("return window.harmed ?? null"))
        self.assertEqual(browser.run("return document.querySelectorAll('#page img, #page script').length"), 0)
        self.assertEqual(browser.complaints(), [])
        self.assertIn("</script><script>window.harmed = 1</script>", browser.run("return document.querySelector('h1').textContent"))
        self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), 390)


class ManyAdministrations(_program.InFolder):
    def test_twelve_hundred_of_them_over_fourteen_years_make_a_small_page_that_opens(self):
        # Schleswig-Holstein and Baden-Württemberg: 46 districts, 1,286 municipalities; from 2022 to 2035
        text = (_program.TOP / "scenarios/landkreise-2025/study.yaml").read_text(encoding="utf-8")
        variants = "variants:\n  heute: {}\n  doppelt: {estate: {growth: {compute: 12 %/a}}}\n"
        text = re.sub(r"(?ms)^variants:.*\Z", variants, text)
        text = re.sub(r"(?m)^  districts: all.*$", '  districts: all\n  states: ["01", "08"]', text)
        text = re.sub(r"(?m)^  municipalities: false.*$", "  municipalities: true", text)
        text = re.sub(r"(?m)^base_variant:.*$", "base_variant: heute", text)
        self.study.write_text(text, encoding="utf-8")
        results, page = make_report(self.folder, self.study)
        with h5py.File(results) as file:
            variants, years, administrations = file["administrations/servers"].shape
        self.assertGreater(administrations, 1200)
        self.assertEqual(years, 14)
        self.assertLess(page.stat().st_size, MOST_BYTES)
        browser = Browser()
        self.addCleanup(browser.close)
        seconds = browser.work_seconds(page)
        self.assertEqual(browser.complaints(), [])
        print(f"{variants} variants x {years} years x {administrations} administrations: {page.stat().st_size / 1e6:.1f} MB, "
              f"drawn in {seconds:.1f} s")


class CommandLine(_program.InFolder):
    def test_an_existing_page_is_kept_and_mistakes_are_said(self):
        results, page = make_report(self.folder, self.study)
        before = page.read_bytes()
        done = _program.verbund("report", results, "-o", page)
        self.assert_code(done, 1)
        self.assertIn("--force", done.stderr)
        self.assertEqual(page.read_bytes(), before)
        self.assert_code(_program.verbund("report", results, "-o", page, "--force"), 0)
        self.assertEqual(page.read_bytes(), before, "the same results give the same page")
        self.assert_code(_program.verbund("report", self.study, "-o", self.folder / "x.html"), 1)
        self.assert_code(_program.verbund("report", results), 2)
        self.assert_code(_program.verbund("report", results, "-o", self.folder / "x.html", "--against", self.study), 1)
        self.assertFalse((self.folder / "x.html").exists())

    def test_a_cut_results_file_is_refused(self):
        results, _ = make_report(self.folder, self.study)
        results.write_bytes(results.read_bytes()[:-200])
        done = _program.verbund("report", results, "-o", self.folder / "x.html")
        self.assert_code(done, 1)
        self.assertFalse((self.folder / "x.html").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
