#!/usr/bin/python3
"""Plants one slip at a time and sees whether the tests find it.

Each slip of slips.toml is written into a copy of the sources, the unit and validation tests are built and run on it (then
the end-to-end tests that the slip names), and the slip is taken out again. A slip that no test finds has survived.

What was found is kept in results.jsonl of the folder, so that a stopped run goes on where it was; a slip whose text has
changed is tried again.

Examples:
  tests/mutation/run.py                         all slips that have no result yet
  tests/mutation/run.py --only annual           slips whose id or file contains "annual"
  tests/mutation/run.py --survivors             those that survived, again (after a test was added)
  tests/mutation/run.py --list                  slips and their results
"""

import argparse
import concurrent.futures
import contextlib
import dataclasses
import functools
import hashlib
import json
import os
import pathlib
import queue
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib

from children import Children

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
NOT_COPIED = "tests/mutation/"
SOURCES = (".cpp", ".hpp")
PROGRAMS = ("verbund_unit", "verbund_validation")
SOUND_SOURCE = "models/facility/cooling.cpp"  # linked in front as it is, to prove the copy
UNUSED = ("variable", "but-set-variable", "parameter", "function", "const-variable")
FIRST_BY_FOLDER = (  # Catch2 tags worth a try before everything
    ("sim/annual", "[annual]"), ("sim/deploy", "[deploy]"), ("sim/batch", "[batch]"), ("sim/events", "[events]"),
    ("sim/availability", "[availability]"), ("models/network", "[network]"), ("models/compute", "[compute]"),
    ("models/facility", "[facility]"), ("models/estate", "[estate]"), ("models/economics", "[economics]"),
    ("models/rules", "[rules]"), ("models/continuity", "[continuity]"), ("models/siting", "[siting]"),
    ("results/report", "[report],[html]"), ("results/store", "[store]"),
    ("scenarios", "[read],[csv],[tables],[resolve],[messages]"),
)


@dataclasses.dataclass(frozen=True)
class Slip:
    id: str
    area: str
    file: str
    text: str
    replacement: str
    words: str
    e2e: tuple = ()
    survives: str = ""  # why no test finds it, where that is accepted

    def digest(self):
        return hashlib.sha256("\0".join((self.file, self.text, self.replacement)).encode()).hexdigest()[:16]


def load_slips(path=HERE / "slips.toml"):
    with open(path, "rb") as file:
        rows = tomllib.load(file)["slip"]
    return [Slip(**{**row, "e2e": tuple(row.get("e2e", ()))}) for row in rows]


def mistakes(slips, top=TOP):
    """What is wrong with the list: every text must occur exactly once in its file, so that a slip is what it says."""
    found = []
    ids = [slip.id for slip in slips]
    found += [f"{slip_id}: the id occurs {ids.count(slip_id)} times" for slip_id in sorted(set(ids)) if ids.count(slip_id) > 1]
    for slip in slips:
        path = top / slip.file
        if not path.is_file():
            found.append(f"{slip.id}: {slip.file} does not exist")
            continue
        times = path.read_text(encoding="utf-8").count(slip.text)
        if times != 1:
            found.append(f"{slip.id}: the text occurs {times} times in {slip.file}")
        if slip.text == slip.replacement:
            found.append(f"{slip.id}: the replacement changes nothing")
    return found


class Results:
    """Lines of results.jsonl; the last one of a slip counts."""

    def __init__(self, path):
        self.path = path
        self.lock = threading.Lock()
        self.by_slip = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                self.by_slip[row["id"], row["digest"]] = row

    def of(self, slip):
        return self.by_slip.get((slip.id, slip.digest()))

    def add(self, slip, verdict, by, seconds):
        row = {"id": slip.id, "digest": slip.digest(), "verdict": verdict, "by": by, "seconds": round(seconds)}
        with self.lock:
            self.by_slip[row["id"], row["digest"]] = row
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


class Tree:
    """A copy of the sources, with its build folder inside it as a clone's is: then the compiler's cache, which keeps paths
    relative to the build folder, knows all but the file with the slip."""

    def __init__(self, folder, limit_s, children):
        self.folder = folder
        self.proof = folder / "sound.txt"  # end-to-end tests that passed with all others without a slip
        self.children = children
        self.source = folder / "source"
        self.build = self.source / "build"
        self.limit_s = limit_s

    def prepare(self):
        """Copies what differs, so that a second run rebuilds little, and builds everything once."""
        listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=TOP, check=True,
                                capture_output=True, text=True).stdout.splitlines()
        wanted = {name for name in listed if (TOP / name).is_file() and not name.startswith(NOT_COPIED)}
        for path in [p for p in self.source.rglob("*") if p.is_file() and not p.is_relative_to(self.build)]:
            if str(path.relative_to(self.source)) not in wanted:
                self.proof.unlink(missing_ok=True)
                path.unlink()
        for name in wanted:
            target = self.source / name
            content = (TOP / name).read_bytes()
            if target.is_file() and target.read_bytes() == content:
                continue
            self.proof.unlink(missing_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / name, target)
        # As other builds are configured, for the sake of the compiler's cache.
        werror = os.environ.get("VERBUND_WERROR", "OFF")
        configured = subprocess.run(["cmake", "-S", self.source, "-B", self.build, "-G", "Ninja", "-DVERBUND_TESTS=ON",
                                     f"-DVERBUND_WERROR={werror}"], capture_output=True, text=True, check=False)
        if configured.returncode != 0:
            raise SystemExit(f"the copy cannot be configured:\n{configured.stderr}")
        self.make_sound()

    def make_sound(self):
        for target in (*PROGRAMS, "verbund"):
            if not self.make(target):
                raise SystemExit(f"{target} cannot be built without a slip in {self.build}")

    def prove(self, e2e):
        """Without a slip every test must pass, linked as with one: else each slip would seem to be found."""
        if self.proof.exists() and set(e2e) <= set(self.proof.read_text(encoding="utf-8").split()):
            return
        verdict, by = self.trial(Slip("none", "none", SOUND_SOURCE, "", "", "no slip", tuple(sorted(e2e))))
        if verdict != "survived":
            raise SystemExit(f"without a slip: {verdict} {by}")
        self.proof.write_text(" ".join(sorted(e2e)) + "\n", encoding="utf-8")

    def make(self, target):
        return self.runs(["ninja", "-C", self.build, target])

    @contextlib.contextmanager
    def planted(self, slip):
        """The copy with the slip; afterwards its libraries are made anew, or the next slip would be linked with this one."""
        path = self.source / slip.file
        clean = path.read_text(encoding="utf-8")
        path.write_text(spoilt(clean, slip), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(clean, encoding="utf-8")
            self.make_sound()

    def programs_with(self, slip):
        """Test programs that hold the slip, made one after the other; None where one cannot be built.

        A source by itself is compiled alone and linked in front of the libraries, where it hides its own sound object: far
        less work than making the libraries anew, and the copy stays as it is."""
        if slip.file.endswith(".cpp"):
            yield from self.linked_with(slip)
            return
        with self.planted(slip):
            for name in PROGRAMS:
                yield self.build / "tests" / name if self.make(name) else None

    def linked_with(self, slip):
        entry = next(row for row in json.loads((self.build / "compile_commands.json").read_text(encoding="utf-8"))
                     if row["file"] == str(self.source / slip.file))
        spoilt_file = self.folder / "slip.cpp"
        spoilt_object = self.folder / "slip.o"
        clean = (self.source / slip.file).read_text(encoding="utf-8")
        spoilt_file.write_text(spoilt(clean, slip), encoding="utf-8")
        command = shlex.split(entry["command"])
        command[command.index("-o") + 1] = str(spoilt_object)
        command[command.index("-c") + 1] = str(spoilt_file)
        if not self.runs(command):
            yield None
            return
        for name in PROGRAMS:
            program = self.folder / name
            link = self.link_command(name)
            link[link.index("-o") + 1] = str(program)
            first_library = next(i for i, part in enumerate(link) if part.endswith(".a"))
            yield program if self.runs([*link[:first_library], str(spoilt_object), *link[first_library:]]) else None

    @functools.cache
    def link_line(self, program):
        lines = subprocess.run(["ninja", "-C", self.build, "-t", "commands", f"tests/{program}"], capture_output=True, text=True,
                               check=True).stdout.splitlines()
        return lines[-1].split("&&")[1]

    def link_command(self, program):
        return shlex.split(self.link_line(program))

    def runs(self, command):
        return self.children.run(command, cwd=self.build)[0] == 0

    def program_fails(self, program, *arguments):
        """Name of the first test that fails; empty if none does."""
        try:
            code, output = self.children.run([program, "--abort", *arguments], self.limit_s, cwd=self.build)
        except subprocess.TimeoutExpired:
            return f"{program.name}: over the time limit"
        return f"{program.name}: {failed_test(output) or f'exit {code}'}" if code != 0 else ""

    def e2e_fails(self, name):
        environment = {**os.environ, "VERBUND": str(self.build / "verbund"), "VERBUND_SOURCE": str(self.source)}
        script = self.source / "tests" / "e2e" / f"{name}_test.py"
        try:
            code, _ = self.children.run(["/usr/bin/python3", script, "--failfast"], self.limit_s, env=environment)
        except subprocess.TimeoutExpired:
            return f"e2e.{name}: over the time limit"
        return f"e2e.{name}" if code != 0 else ""

    def found_by_e2e(self, slip):
        """The first named end-to-end test that fails; empty if none does, None where the program cannot be built."""
        if not slip.e2e:
            return ""
        with self.planted(slip):
            if not self.make("verbund"):
                return None
            return next((by for by in map(self.e2e_fails, slip.e2e) if by), "")

    def found_by_programs(self, slip):
        """The first unit or validation test that fails; empty if none does, None where a program cannot be built."""
        tags = next((tags for folder, tags in FIRST_BY_FOLDER if slip.file.startswith(folder)), None)
        with contextlib.closing(self.programs_with(slip)) as programs:
            for program in programs:
                if program is None:
                    return None
                if tags and program.name == "verbund_unit" and (by := self.program_fails(program, tags)):
                    return by
                if by := self.program_fails(program):
                    return by
        return ""

    def trial(self, slip):
        """("found", by whom), ("survived", "") or ("no build", "")."""
        finders = (self.found_by_programs, self.found_by_e2e)
        for find in finders if slip.file.endswith(SOURCES) else reversed(finders):
            by = find(slip)
            if by is None:
                return "no build", ""
            if by:
                return "found", by
        return "survived", ""


def spoilt(text, slip):
    unused_may_be = "".join(f'#pragma GCC diagnostic ignored "-Wunused-{what}"\n' for what in UNUSED)
    head = unused_may_be if slip.file.endswith(SOURCES) else ""
    return head + text.replace(slip.text, slip.replacement)


def failed_test(output):
    """The sentence above the first failure, without its place."""
    block = re.search(r"^-{60,}\n(.+?)\n-{60,}\n", output, re.MULTILINE | re.DOTALL)
    return " ".join(block.group(1).split()) if block else ""


def say_summary(slips, results):
    """Prints a row per area and what was not found; returns what is to be mended."""
    verdict_of = {slip: row["verdict"] if (row := results.of(slip)) else "not tried" for slip in slips}
    by_verdict = {}
    for slip, verdict in verdict_of.items():
        by_verdict.setdefault(verdict, []).append(slip)
    print("| area | in the list | tried | found |\n|---|---|---|---|")
    for area in dict.fromkeys(slip.area for slip in slips):
        some = [verdict_of[slip] for slip in slips if slip.area == area]
        print(f"| {area} | {len(some)} | {len(some) - some.count('not tried')} | {some.count('found')} |")
    print(f"| all | {len(slips)} | {len(slips) - len(by_verdict.get('not tried', []))} | {len(by_verdict.get('found', []))} |")
    for slip in by_verdict.get("survived", []):
        print(f"  survived: {slip.id} ({slip.file}): {slip.words}" + (f"; accepted: {slip.survives}" if slip.survives else ""))
    for slip in by_verdict.get("no build", []):
        print(f"  no build: {slip.id} ({slip.file})")
    return [slip for slip in by_verdict.get("survived", []) if not slip.survives] + by_verdict.get("no build", [])


def run_all(slips, results, folder, jobs, limit_s):
    if not slips:
        return
    children = Children()
    e2e = {name for slip in slips for name in slip.e2e}
    trees = queue.SimpleQueue()

    def prepare(job):
        tree = Tree(folder / f"tree-{job}", limit_s, children)
        print(f"preparing {tree.folder}", flush=True)
        tree.prepare()
        tree.prove(e2e)
        trees.put(tree)

    def one(slip):
        tree = trees.get()
        start = time.monotonic()
        try:
            verdict, by = tree.trial(slip)
        finally:
            trees.put(tree)
        results.add(slip, verdict, by, time.monotonic() - start)
        print(f"{verdict:9} {time.monotonic() - start:5.0f} s  {slip.id}{': ' + by if by else ''}", flush=True)

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        try:
            for work, what in ((prepare, range(jobs)), (one, slips)):
                for future in [pool.submit(work, item) for item in what]:
                    future.result()
        except BaseException:  # a stop, too: the rest must not be tried one after the other
            children.stop()
            pool.shutdown(cancel_futures=True)
            raise


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="TEXT", action="append", default=[], help="slips whose id, area or file contains it")
    parser.add_argument("--survivors", action="store_true", help="try again what survived without a reason or did not build")
    parser.add_argument("--list", action="store_true", help="say what is known and stop")
    parser.add_argument("--jobs", type=int, default=1, help="copies of the sources that work at once (1)")
    parser.add_argument("--limit", type=int, default=300, metavar="S", help="seconds that a test program may take (300)")
    parser.add_argument("--folder", type=pathlib.Path, default=TOP / "build-mutation", help="where it works (build-mutation)")
    options = parser.parse_args()

    slips = load_slips()
    if wrong := mistakes(slips):
        print("\n".join(wrong), file=sys.stderr)
        return 2
    slips = [slip for slip in slips
             if not options.only or any(text in f"{slip.id} {slip.area} {slip.file}" for text in options.only)]
    options.folder.mkdir(parents=True, exist_ok=True)
    results = Results(options.folder / "results.jsonl")
    if not options.list:
        wanted = ("survived", "no build") if options.survivors else (None,)
        tried = [slip for slip in slips if (results.of(slip) or {"verdict": None})["verdict"] in wanted]
        run_all([slip for slip in tried if not (options.survivors and slip.survives)], results, options.folder, options.jobs,
                options.limit)
    return 1 if say_summary(slips, results) else 0


if __name__ == "__main__":
    sys.exit(main())
