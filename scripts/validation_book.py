#!/usr/bin/python3
"""Writes tests/validation/README.md: every claim of the validation tests, against what it is held, and by how much it
differs at most.

Usage: scripts/validation_book.py [--check] PROGRAM
  PROGRAM   build/tests/verbund_validation
  --check   changes nothing; exit code 1 if the book is not what the tests give today
"""

import argparse
import collections
import math
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TOP = pathlib.Path(__file__).resolve().parents[1]
FOLDER = TOP / "tests" / "validation"
BOOK = FOLDER / "README.md"
BEGIN, END = "<!-- claims -->", "<!-- /claims -->"
NUMBER = r"(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)f?"
#: How Catch2 writes a comparison of two numbers.
COMPARED = (
    re.compile(rf"^{NUMBER} == Approx\( {NUMBER} \)$"),
    re.compile(rf"^Approx\( {NUMBER} \) == {NUMBER}$"),
    re.compile(rf"^{NUMBER} and {NUMBER} are within"),
    re.compile(rf"^{NUMBER} is within [0-9.eE+-]+ of {NUMBER}$"),
)
#: Smaller differences come from rounding.
EXACT = 1e-9


def header_of(path):
    """The comment that says what a file's tests are held against: its first one."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("//"):
            lines.append(line.lstrip("/").strip())
        elif lines:
            break
    return " ".join(lines)


def difference(expanded):
    """Relative difference of a comparison of two numbers; nothing for any other assertion."""
    text = " ".join(expanded.split())
    for pattern in COMPARED:
        found = pattern.match(text)
        if found:
            ours, theirs = (float(number) for number in found.groups())
            scale = max(abs(ours), abs(theirs))
            return abs(ours - theirs) / scale if scale > 0 else 0.0
    return None


Claim = collections.namedtuple("Claim", "text assertions compared largest")


def claims_of(program, stem):
    done = subprocess.run([program, "--filenames-as-tags", f"[#{stem}]", "-s", "-r", "xml"], capture_output=True, text=True,
                          cwd=TOP, check=False)
    if done.returncode:
        sys.exit(f"validation_book: a test of {stem} fails; a book of wrong claims is none")
    for case in ElementTree.fromstring(done.stdout).iter("TestCase"):
        expressions = list(case.iter("Expression"))
        found = [difference(one.findtext("Expanded") or "") for one in expressions]
        compared = [one for one in found if one is not None]
        yield Claim(case.get("name"), len(expressions), len(compared), max(compared, default=math.nan))


def differs(claim):
    if not claim.compared:
        return f"holds in {claim.assertions}" if claim.assertions else "holds"
    if claim.largest < EXACT:
        return f"none in {claim.compared}"
    return f"{float(f'{100 * claim.largest:.1e}'):.12g} % in {claim.compared}"


def chapter(program, path):
    yield f"### {path.stem.replace('_', ' ')}"
    yield f"{header_of(path)} ([{path.name}]({path.relative_to(FOLDER)}))"
    yield ""
    yield "| claim | largest difference |"
    yield "|---|---|"
    for claim in claims_of(program, path.stem):
        yield f"| {claim.text.replace('|', '/')} | {differs(claim)} |"
    yield ""


def book(program):
    text = BOOK.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    paths = sorted(FOLDER.rglob("*.cpp"), key=lambda path: (path.parent == FOLDER, path.name))
    lines = [line for path in paths if "TEST_CASE" in path.read_text(encoding="utf-8") for line in chapter(program, path)]
    return f"{before}{BEGIN}\n" + "\n".join(lines) + f"{END}{after}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wanted = book(arguments.program.resolve())
    if not arguments.check:
        BOOK.write_text(wanted, encoding="utf-8")
    elif wanted != BOOK.read_text(encoding="utf-8"):
        sys.exit(f"{BOOK.relative_to(TOP)} is not what the tests give today: "
                 f"scripts/validation_book.py {arguments.program} writes it")


if __name__ == "__main__":
    main()
