#!/usr/bin/python3
"""Name the translation units that clang-tidy has to read for a change, one a line.

Usage: scripts/lint_units.py [--limit N] [BASE]

BASE is the commit that the change starts from.  Without it the change is what a branch adds to origin/main; where
HEAD is already part of that (a fresh clone), it is the files in the order in which they were changed last, as many
as the limit allows.  Files that are not committed always belong to it.

Of a changed source file that is the file itself; of a changed header every source that includes it, directly or
through others, since a finding in a header, or in a template that it holds, shows in some of them only.  First each
header gets one source that sees it, then the others follow until the limit (default 100: some ten minutes on two
cores); how many were left out is told on stderr.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys

ROOMS = ("models", "sim", "scenarios", "results", "tests")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"', re.MULTILINE)


def git(*arguments):
    return subprocess.run(("git", *arguments), check=True, stdout=subprocess.PIPE, text=True).stdout.split("\n")


def is_code(name):
    return name.endswith((".cpp", ".hpp")) and name.split("/")[0] in ROOMS and pathlib.Path(name).is_file()


def unique(names):
    return list(dict.fromkeys(name for name in names if is_code(name)))


def fork_from_main():
    """Where this branch left origin/main; None when it adds nothing to it, or there is no such branch."""
    fork = subprocess.run(("git", "merge-base", "HEAD", "origin/main"), stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
    if fork.returncode != 0 or fork.stdout.strip() == git("rev-parse", "HEAD")[0]:
        return None
    return fork.stdout.strip()


def changed_files(base):
    """The change's files, and whether they have an end (else they go back to the first commit)."""
    uncommitted = git("diff", "--name-only", "HEAD") + git("ls-files", "--others", "--exclude-standard")
    base = base or fork_from_main()
    if base:
        return unique(uncommitted + git("diff", "--name-only", base)), True
    return unique(uncommitted + git("log", "--name-only", "--format=")), False


def sources_seeing():
    """Header -> the sources that include it, directly ones first."""
    included_by = collections.defaultdict(list)
    for room in ROOMS:
        for path in sorted(pathlib.Path(room).rglob("*.?pp")):
            for name in INCLUDE.findall(path.read_text(encoding="utf-8", errors="replace")):
                included_by[name].append(str(path))

    def seeing(header):
        found, open_files, known = [], [header], {header}
        while open_files:
            following = []
            for name in open_files:
                for user in included_by[name]:
                    if user not in known:
                        known.add(user)
                        (found if user.endswith(".cpp") else following).append(user)
            open_files = following
        return found

    return seeing


def units_of(files, seeing, limit, has_end):
    """The units to read, and how many more there would be."""
    if not has_end:  # as many of the latest files as fit, each with one unit
        files = files[:limit]
    units = dict.fromkeys(name for name in files if name.endswith(".cpp"))
    headers = {name: seeing(name) for name in files if name.endswith(".hpp")}
    for sources in headers.values():
        if sources and not any(source in units for source in sources):
            units[sources[0]] = None
    wanted = dict.fromkeys(source for sources in headers.values() for source in sources)
    further = [source for source in wanted if source not in units]
    room = max(0, limit - len(units))
    return list(units) + further[:room], len(further) - len(further[:room])


def main():
    parser = argparse.ArgumentParser(description="Translation units that clang-tidy has to read for a change.")
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("base", nargs="?")
    arguments = parser.parse_args()
    files, has_end = changed_files(arguments.base)
    units, left_out = units_of(files, sources_seeing(), arguments.limit, has_end)
    print("\n".join(units))
    if left_out > 0:
        print(f"lint_units: {left_out} further sources that see a changed header are not read "
              f"(limit {arguments.limit}); scripts/lint --all reads every one", file=sys.stderr)


if __name__ == "__main__":
    main()
