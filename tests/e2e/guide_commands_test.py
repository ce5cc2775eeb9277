#!/usr/bin/python3
"""Every command of the guide, of README.md's list and of the studies' READMEs runs as it is written.

Commands are the lines of ```sh fences in scenarios/guide, and of plain fences elsewhere that begin with `verbund` or
`scripts/run`. Those of a page run one after the other in one folder; those of README.md in a folder for each paragraph of
its list. The exit code is 0, or the one that a comment on the line states ("# exit code 3").

* A yaml or csv block of the guide below "Write this as `my.yaml`:" is written to that file before the commands that
  follow, one below "Append this to `my.yaml`:" is added to it.
* A text block must be in what the commands of the last sh fences before it print, line by line and in that order. Lines "..."
  stand for others, "..." within a line for its end or middle. Numbers may be others, since a better model changes them.
* Files that a reader brings along (an export of RVTools, a year of weather, a trace) are small and made here.
* So that this takes two minutes: whole runs of the shipped studies get `--engines annual`, sweeps with draws 8 of them,
  runs 200 simulated years of availability, `sites` 2 choices. `compare` of the flagship takes a run of another study.
* What cannot run here is in `NOT_RUN`, with its reason.
"""

import csv
import datetime
import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import openpyxl
from _program import LONGEST_S, PROGRAM, TOP, slowness

GUIDE = sorted((TOP / "scenarios" / "guide").glob("*.md"))
STUDIES = sorted(path.parent for path in (TOP / "scenarios").glob("*/study.yaml"))

#: Beginning of a command -> why it does not run here.
NOT_RUN = {
    "scripts/setup": "installs packages",
    "scripts/test": "runs this test",
    "scripts/run": "without arguments: builds the program and plays all districts",
    "parallel": "GNU parallel: sweep_elsewhere_test runs it",
    "sbatch": "a cluster: sweep_elsewhere_test runs its scripts",
}
DRAWS = 8
#: A study with the names that README.md's list uses, small enough to be played often.
STUDY = """\
verbund: 1
title: Names of the README
horizon: {first: 2029, last: 2030}
milestones: [2030]
territory:
  administrations:
    neuss: {ags: "05162024"}
    dormagen: {ags: "05162004", seats: 700}
estate: {provider_share: 0 %}
centers:
  north: {at: {lat: 51.20, lon: 6.69}, commissioned: 2023-06-01, rooms: {r1: {}}}
  south: {at: {lat: 48.14, lon: 11.58}, commissioned: 2023-06-01, rooms: {r1: {}}}
variants:
  shared: {moves: {everyone: {who: all, to: north, years: 2030}}, backups: {north: {center: south}}}
  status-quo: {}
sweep:
  draws: 8
  prices.licence: {triangular: [25 EUR/a, 90 EUR/a, 250 EUR/a]}
"""
PLACES = """id,name,lat,lon,it_power,racks,rent
kassel,Kassel,51.31,9.49,,,
leipzig,Leipzig,51.34,12.37,200 kW,20,
"""
GRAPH = """graph [
  node [ id 0 label "Köln" Latitude 50.93 Longitude 6.95 ]
  node [ id 1 label "Oldenburg" Latitude 53.14 Longitude 8.21 ]
  node [ id 2 label "Bremen" Latitude 53.08 Longitude 8.81 ]
  edge [ source 0 target 1 LinkSpeedRaw 100000000000 ]
  edge [ source 1 target 2 LinkSpeedRaw 100000000000 ]
  edge [ source 2 target 0 LinkSpeedRaw 100000000000 ]
]
"""
VM_ROWS = (("dc01", "poweredOn", False, False, 2, 8192, 102400, 51200, "CL-A"),
           ("exch1", "poweredOn", False, False, 8, 65536, 1024000, 512000, "CL-A"),
           ("dms01", "poweredOn", False, False, 8, 49152, 512000, 256000, "CL-A"),
           ("web01", "poweredOn", False, False, 4, 12288, 102400, 51200, "CL-A"),
           ("x-unbekannt", "poweredOn", False, False, 6, 16384, 102400, 51200, "CL-A"),
           ("alt-db", "poweredOff", False, False, 4, 16384, 51200, 25600, "CL-A"))
VM_HEAD = ("VM", "Powerstate", "Template", "SRM Placeholder", "CPUs", "Memory", "Provisioned MB", "In Use MB", "Cluster")
HOST_HEAD = ("Host", "Cluster", "CPU Model", "Speed", "# CPU", "Cores per CPU", "# Cores", "# Memory")
HOST_ROWS = (("esx01", "CL-A", "Intel(R) Xeon(R) Gold 6338", 2000, 2, 32, 64, 1048243),
             ("esx02", "CL-A", "Intel(R) Xeon(R) Gold 6338", 2000, 2, 32, 64, 1048243))
GWA_HEAD = ("Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\t"
            "Memory capacity provisioned [KB];\tMemory usage [KB]\n")
WEEKS = 4


def workbook(path):
    """An export of RVTools: sheets vInfo and vHost."""
    book = openpyxl.Workbook()
    book.active.title = "vInfo"
    for row in (VM_HEAD, *VM_ROWS):
        book.active.append(list(row))
    hosts = book.create_sheet("vHost")
    for row in (HOST_HEAD, *HOST_ROWS):
        hosts.append(list(row))
    book.save(path)


def reference_year():
    """A test reference year of the German weather service, 1 °C at night and 11 °C by day."""
    lines = ["Koordinatensystem : Lambert konform konisch", "Rechtswert        : 3873500 Meter", "",
             "     RW      HW MM DD HH     t    p  WR   WG N    x  RF    B    D   A    E IL", "***"]
    first = datetime.datetime(2023, 1, 1)
    for hour in range(8760):
        of = first + datetime.timedelta(hours=hour)
        lines.append(f"3873500 2755500 {of.month:2} {of.day:2} {of.hour + 1:2} {11.0 if 8 <= of.hour < 20 else 1.0:5.1f} "
                     "1003 220  3.4 6  6.0  80    0    0 300 -330  1")
    return "\r\n".join(lines) + "\r\n"


def use_of(hour):
    """Use of an e-file in MHz: 60 % of 8 vCPU of 2 GHz in office hours of workdays from Monday on, else 10 %."""
    works = hour // 24 % 7 < 5 and 8 <= hour % 24 < 16
    return 8 * 2000 * (0.6 if works else 0.1)


def measured(folder):
    """Hosts, VMs and four weeks of their use: as tables and as a folder in the layout of GWA-T-12."""
    (folder / "hosts.csv").write_text("host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\n"
                                      "h,2,32,2000,262144,100,400,linear\n")
    (folder / "vms.csv").write_text("vm,vcpus,core_mhz,ram_mib\ndms01,8,2000,1024\n")
    rows = "".join(f"dms01,{3600 * hour},{use_of(hour)}\n" for hour in range(WEEKS * 7 * 24))
    (folder / "usage.csv").write_text("vm,t_s,cpu_mhz\n" + rows)
    (folder / "folder").mkdir(exist_ok=True)
    rows = "".join(f"{1376314846 + 300 * i};8;16000;{160 * (i % 60)};{i % 60};1048576;0\n" for i in range(300))
    (folder / "folder" / "1.csv").write_text(GWA_HEAD + rows)


#: File that a command reads -> what makes it in a folder. Where several are made, each is enough.
MADE = {
    "RVTools.xlsx": lambda folder: workbook(folder / "RVTools.xlsx"),
    "netbox_devices.csv": lambda folder: (folder / "netbox_devices.csv").write_text(
        "Name,Site,Rack,U Height,Allocated draw\nsw1,RZ A,R1,1,150\nesx1,RZ A,R1,2,800\n"),
    "TRY2015_515708081105_Jahr.dat": lambda folder: (folder / "TRY2015_515708081105_Jahr.dat").write_text(reference_year()),
    "Dfn.gml": lambda folder: (folder / "Dfn.gml").write_text(GRAPH, encoding="utf-8"),
    "places.csv": lambda folder: (folder / "places.csv").write_text(PLACES, encoding="utf-8"),
    "hosts.csv": measured,
    "vms.csv": measured,
    "--gwa folder": measured,
}


def commands(block):
    """The commands of a fence: lines joined at a backslash, comments kept."""
    joined = re.sub(r"\\\n\s*", "", block)
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def stated_code(command):
    """Exit code that its comment states, else 0."""
    found = re.search(r"#.*\bexit code (\d+)\b(?! if)", command)
    return int(found[1]) if found else 0


def reason_not_to_run(command):
    words = shlex.split(command, comments=True)
    if words[0] == "scripts/run" and len(words) > 1:
        return None
    return NOT_RUN.get(words[0])


def shortened(command, cut_engines):
    """The command as this test runs it: see the top of this file."""
    command, comment = re.match(r"(.*?)(\s+#.*)?$", command).groups()
    words = shlex.split(command)
    kind = next((word for word in words[1:2] if words[0] in ("verbund", "scripts/run")), "")
    if kind in ("sweep", "plan"):
        command = re.sub(r"--draws \d+", f"--draws {DRAWS}", command)
        if "--uncertain" in words and "--draws" not in words:
            command += f" --draws {DRAWS}"
    if kind in ("run", "sites") or (kind == "sweep" and "availability" in command):
        command += " --set availability.simulated_years=200"
    if kind == "sites":
        command += " --shortlist 2"
    if cut_engines and kind == "run" and "--engines" not in words:
        command += " --engines annual"
    return command + (comment or "")


class Page:
    """A page's fences in their order: (kind, file, text)."""

    FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    TO_WRITE = re.compile(r"(?:\A|.*\s)(Write this as|Append this to) `([\w./-]+)`:\s*\Z", re.DOTALL | re.IGNORECASE)

    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")

    def fences(self):
        end = 0
        for found in self.FENCE.finditer(self.text):
            before = self.text[end:found.start()]
            end = found.end()
            to_write = self.TO_WRITE.match(before)
            kind = found[1]
            yield (kind, to_write.groups() if to_write else None, found[2])


class Folder:
    """A temporary folder in which the repository's paths and programs are reachable."""

    def __init__(self, case):
        held = tempfile.TemporaryDirectory(prefix="verbund-guide-")
        case.addCleanup(held.cleanup)
        self.path = pathlib.Path(held.name)
        (self.path / "bin").mkdir()
        (self.path / "bin" / "verbund").symlink_to(PROGRAM)
        (self.path / "build" / "out").mkdir(parents=True)
        (self.path / "scenarios").symlink_to(TOP / "scenarios")
        (self.path / "scripts").mkdir()
        for script in (TOP / "scripts").iterdir():
            if script.name != "run":
                (self.path / "scripts" / script.name).symlink_to(script)
        shim = self.path / "scripts" / "run"
        shim.write_text('#!/bin/sh\nexec verbund "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
        self.made = set()

    def make_what_is_read(self, command):
        for name, make in MADE.items():
            if name in command and name not in self.made and not (self.path / name).exists():
                make(self.path)
                self.made.add(name)

    def forget_results(self):
        for file in (*self.path.glob("my.h5*"), *self.path.glob("my-sites.h5*")):
            file.unlink()

    def call(self, command):
        environment = {**os.environ, "PATH": f"{self.path / 'bin'}:/usr/bin:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1",
                       "HOME": str(self.path), "LC_ALL": "C.UTF-8"}
        return subprocess.run(["bash", "-c", "set -o pipefail\n" + command], cwd=self.path, env=environment, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=LONGEST_S * slowness())


def masked(line):
    """A line without what a better model changes: numbers, the width of columns, the height of bars."""
    line = re.sub(r"[▁▂▃▄▅▆▇█]+", "▁", line)
    line = re.sub(r"[-+]?\d+(?:[.,:]\d+)*", "#", line)
    line = re.sub(r"-{4,}", "-", line)
    return re.sub(r"\s+", " ", line).strip()


def missing_line(shown, printed):
    """The first line of a text block that is not in what was printed, in its order; None if all are."""
    lines = [masked(line) for line in printed.splitlines()]
    at = 0
    for line in shown.splitlines():
        if line.strip() in ("", "..."):
            continue
        parts = [masked(part) for part in line.split("...")]
        whole = len(parts) == 1
        fits = [i for i in range(at, len(lines)) if (lines[i] == parts[0] if whole else all(part in lines[i] for part in parts))]
        if not fits:
            return line
        at = fits[0] + 1
    return None


class GuideTest(unittest.TestCase):
    """Runs commands and tells which one of which page fails."""

    def run_command(self, folder, page, command, cut_engines=False):
        if reason_not_to_run(command):
            return ""
        folder.make_what_is_read(command)
        done = folder.call(shortened(command, cut_engines))
        self.assertEqual(done.returncode, stated_code(command), f"{page}: {command}\n{done.stdout[-3000:]}")
        self.assertNotIn("internal error", done.stdout)
        return done.stdout

    def write(self, folder, how, text):
        verb, name = how
        path = folder.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = path.read_text(encoding="utf-8") if verb.lower().startswith("append") else ""
        path.write_text(kept + text, encoding="utf-8")

    def play(self, path, folder):
        """Plays a page of the guide; gives the number of its commands."""
        count, printed, last = 0, "", ""
        for kind, how, text in Page(path).fences():
            if how is not None:
                self.write(folder, how, text)
            elif kind == "sh":
                if last != "sh":
                    printed = ""
                for command in commands(text):
                    printed += self.run_command(folder, path.name, command)
                    count += 1
            elif kind == "text":
                missing = missing_line(text, printed)
                self.assertIsNone(missing, f"{path.name} shows what is not printed:\n{missing}\n\nprinted:\n{printed[-6000:]}")
            if how is None and kind in ("sh", "text"):
                last = kind
        return count


class Guide(GuideTest):
    def test_every_command_of_every_page_runs_and_prints_what_the_page_shows(self):
        counts = {}
        for path in GUIDE:
            with self.subTest(page=path.name):
                counts[path.name] = self.play(path, Folder(self))
        self.assertGreater(counts.get("tutorial.md", 0), 10)
        self.assertGreater(counts.get("how-to.md", 0), 10)

    def test_the_index_names_every_page(self):
        index = (TOP / "scenarios" / "guide" / "README.md").read_text(encoding="utf-8")
        for path in GUIDE:
            if path.name != "README.md":
                self.assertIn(f"({path.name})", index)

    def test_files_that_the_pages_name_are_there(self):
        for path in GUIDE:
            for name in re.findall(r"`((?:models|sim|scenarios|results|tests|scripts)/[\w./-]+\.(?:cpp|hpp|csv|py|md|json))`",
                                   path.read_text(encoding="utf-8")):
                with self.subTest(page=path.name, file=name):
                    self.assertTrue((TOP / name).exists())


class Mistakes(GuideTest):
    ROW = re.compile(r"^\| `(?P<wrong>[^`]+)` \| (?P<message>.+) \| `(?P<mended>[^`]+)` \|$", re.MULTILINE)

    def test_each_mistake_of_the_tutorial_gives_the_message_quoted(self):
        page = Page(TOP / "scenarios" / "guide" / "tutorial.md")
        folder = Folder(self)
        for _, how, text in page.fences():
            if how is not None:
                self.write(folder, how, text)
        right = (folder.path / "my.yaml").read_text(encoding="utf-8")
        rows = list(self.ROW.finditer(page.text[page.text.index("## Ten mistakes"):]))
        self.assertEqual(len(rows), 10)
        for row in rows:
            with self.subTest(wrong=row["wrong"]):
                # "r1" and "r2" are alike but for the name: the first place counts
                self.assertIn(row["mended"], right)
                place = right.index(row["mended"])
                if row["mended"].startswith("ags"):
                    place = right.index('ags: "03451001"')
                spoilt = right[:place] + right[place:].replace(row["mended"], row["wrong"], 1)
                (folder.path / "my.yaml").write_text(spoilt, encoding="utf-8")
                done = folder.call("verbund check my.yaml --quiet")
                self.assertEqual(done.returncode, 3)
                self.assertIn("1 mistake;", done.stdout)
                told = re.sub(r"^my\.yaml:\d+:\d+: ", "", done.stdout.splitlines()[0])
                parts = [re.escape(part) for part in row["message"].split("...")]
                self.assertRegex(told, "^" + ".*".join(parts) + "$")


class Readme(GuideTest):
    def blocks(self, path):
        """Plain fences with commands, whole."""
        found = re.findall(r"^```\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        return [block for block in found if re.match(r"(verbund|scripts/|parallel) ?", block)]

    def test_the_list_of_commands(self):
        """A folder for each paragraph: two of them use "folder" for different things."""
        count = 0
        for block in self.blocks(TOP / "README.md"):
            for paragraph in block.split("\n\n"):
                folder = Folder(self)
                (folder.path / "my.yaml").write_text(STUDY, encoding="utf-8")
                if "trace.h5" in paragraph:
                    measured(folder.path)
                    packed = folder.call("verbund import usage --vms vms.csv --usage usage.csv -o trace.h5")
                    self.assertEqual(packed.returncode, 0, packed.stdout)
                for command in commands(paragraph):
                    if re.match(r"verbund (run|sites) ", command):
                        folder.forget_results()  # the list shows ways to run one study, of which a reader takes one
                    with self.subTest(command=command):
                        self.run_command(folder, "README.md", command)
                        count += 1
        self.assertGreater(count, 35)

    def test_the_commands_of_the_studies(self):
        for study in STUDIES:
            folder = Folder(self)
            if study.name == "landkreise-2025":  # in place of what `scripts/run` alone makes in many seconds
                made = "verbund run dormagen --engines annual --quiet --out build/out/landkreise-2025.h5"
                self.assertEqual(folder.call(made).returncode, 0)
            blocks = self.blocks(study / "README.md")
            self.assertTrue(blocks, study.name)
            for command in (line for block in blocks for line in commands(block)):
                with self.subTest(command=command):
                    self.run_command(folder, f"{study.name}/README.md", command, cut_engines=True)

    def test_what_a_study_says_to_turn_can_be_turned(self):
        """`--set ...` in the READMEs of the studies: a check takes them, all of a study at once."""
        for study in STUDIES:
            turned = re.findall(r"`(--set [^`]+)`", (study / "README.md").read_text(encoding="utf-8"))
            with self.subTest(study=study.name):
                done = Folder(self).call(f"verbund check scenarios/{study.name}/study.yaml --quiet {' '.join(turned)}")
                self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_examples_of_this_test_are_as_their_programs_write_them(self):
        """That the fixtures hold what their names say: else a command could run on nothing."""
        folder = Folder(self)
        for name in ("RVTools.xlsx", "hosts.csv"):
            MADE[name](folder.path)
        found = folder.call("verbund import inventory RVTools.xlsx --json --quiet")
        self.assertEqual(json.loads(found.stdout)["running"]["vms"], 5)
        with open(folder.path / "usage.csv", encoding="utf-8") as file:
            self.assertEqual(len(list(csv.DictReader(io.StringIO(file.read())))), WEEKS * 7 * 24)


if __name__ == "__main__":
    unittest.main()
