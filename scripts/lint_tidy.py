#!/usr/bin/python3
"""Let clang-tidy read translation units; one that it found clean is not read again until something of it changes.

Usage: scripts/lint_tidy.py [--build FOLDER] [--jobs N] UNIT...

FOLDER (default build-lint) holds compile_commands.json.  What counts as the same: the unit and every file that it
includes, by content; the command that compiles it; .clang-tidy; and clang-tidy's version.  The place of the clone does
not count.  Clean units are remembered under $XDG_CACHE_HOME/verbund/tidy (default ~/.cache), for 60 days after their
last use.  Exit code 1 when a unit has a finding.
"""

import argparse
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "verbund" / "tidy"
KEPT_DAYS = 60
CHECK = ("--quiet", "--warnings-as-errors=*", "--extra-arg=-Wno-unknown-warning-option")
# clang-tidy says on stderr how many warnings of system headers it kept to itself: noise.
NOISE = re.compile(r"^(\d+ warnings? (and \d+ errors? )?generated|Suppressed|Use -header-filter)")


def placeless(text):
    return text.replace(str(REPOSITORY), ".")


@functools.lru_cache(maxsize=None)
def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


@functools.lru_cache(maxsize=None)
def settings():
    version = subprocess.run(("clang-tidy", "--version"), check=True, stdout=subprocess.PIPE, text=True).stdout
    return "\n".join((version, digest(REPOSITORY / ".clang-tidy"), *CHECK))


def included(command, folder):
    """Every file that the unit is made of, by its compiler; nothing when it does not compile."""
    arguments = shlex.split(command)
    output = arguments.index("-o")
    del arguments[output:output + 2]
    listed = subprocess.run((*arguments, "-M"), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            text=True)
    if listed.returncode != 0:
        return None
    names = listed.stdout.replace("\\\n", " ").split(":", 1)[1].split()
    return sorted({os.path.normpath(os.path.join(folder, name)) for name in names})


def key_of(entry):
    files = included(entry["command"], entry["directory"])
    if files is None:
        return None
    told = [settings(), placeless(entry["command"])] + [f"{placeless(name)} {digest(name)}" for name in files]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def read(unit, entry, build):
    """Whether the unit is clean, and whether it was read for that."""
    key = key_of(entry)
    if key and (CACHE / key).exists():
        (CACHE / key).touch()
        return True, False
    found = subprocess.run(("clang-tidy", "-p", build, *CHECK, unit), cwd=REPOSITORY, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, text=True)
    sys.stdout.write(found.stdout)
    sys.stderr.write("".join(line + "\n" for line in found.stderr.splitlines() if not NOISE.match(line)))
    if found.returncode != 0:
        return False, True
    if key:
        (CACHE / key).touch()
    return True, True


def forget_old():
    oldest = time.time() - KEPT_DAYS * 86400
    for kept in CACHE.iterdir():
        if kept.stat().st_mtime < oldest:
            kept.unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("units", nargs="+", metavar="UNIT")
    parser.add_argument("--build", default="build-lint")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    CACHE.mkdir(parents=True, exist_ok=True)
    forget_old()
    commands = json.loads((REPOSITORY / options.build / "compile_commands.json").read_text(encoding="utf-8"))
    entries = {os.path.relpath(entry["file"], REPOSITORY): entry for entry in commands}
    unknown = [unit for unit in options.units if unit not in entries]
    for unit in unknown:
        print(f"{unit}: {options.build}/compile_commands.json does not compile it", file=sys.stderr)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        known = [unit for unit in options.units if unit in entries]
        results = list(pool.map(lambda unit: read(unit, entries[unit], options.build), known))
    read_now = sum(was_read for _, was_read in results)
    print(f"{len(results)} units, {read_now} read, {len(results) - read_now} known to be clean")
    return 0 if not unknown and all(clean for clean, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
