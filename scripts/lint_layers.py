#!/usr/bin/python3
"""Enforce the layer table: which folder may include which, who alone may use a library or stdout, and that only
results/report speaks a human language.

Usage: scripts/lint_layers.py [REPOSITORY]

Every line of output is `file:line: message`; the exit status is 1 if there is one. See DESIGN, section "Layers".
"""

import pathlib
import re
import sys

ROOMS = ("models", "sim", "scenarios", "results")
SUFFIXES = {".hpp", ".cpp", ".h", ".cc", ".hh", ".inl"}

ENGINE = ("models", "scenarios/study", "sim/deploy", "results/outcome")
ALL = ("models", "scenarios", "results", "sim")
# folder -> folders it may include besides itself and models/base, which stands below everything
MAY_INCLUDE = {
    "models/base": (),
    "models/*": ("models",),
    "scenarios/study": ("models",),
    "scenarios/read": ("models", "scenarios/study"),
    "results/outcome": (),
    "results/store": ("results/outcome",),
    "results/report": ("results/outcome", "results/store"),
    "sim/deploy": ("models", "scenarios/study"),
    "sim/annual": ENGINE,
    "sim/events": ENGINE,
    "sim/replay": ENGINE,
    "sim/availability": ENGINE,
    "sim/batch": ("models", "scenarios", "results", "sim/deploy", "sim/annual", "sim/events", "sim/availability"),
    "sim/cli": ALL,
}

# folders whose subfolders, like the folders of models, may not include each other in a circle
ROOMED = ("sim/events", "results/report")

# library, header pattern, the folders that alone may include it, in .cpp files only
LIBRARY_OWNERS = (
    ("Boost.Graph", re.compile(r"boost/(graph|pending|property_map)/"), ("models/network",), True),
    ("coin-or CBC", re.compile(r"(coin(-or)?/|(Cbc|Cgl|Clp|Coin|Osi)\w*\.h)"), ("models/optimisation",), True),
    ("HDF5", re.compile(r"(H5\w*\.h|hdf5(_hl)?\.h|hdf5/|highfive/)"), ("results/store",), False),
    ("the YAML parser", re.compile(r"(libfyaml\.h|libfyaml/|yaml\.h|yaml-cpp/)"), ("scenarios/read",), False),
    ("the CSV parser", re.compile(r"csv\.h$"), ("scenarios/read",), False),
    ("SQLite", re.compile(r"sqlite3\.h$"), ("sim/batch",), True),
    ("SimGrid", re.compile(r"(simgrid|xbt)(/|\.h)"), ("sim/events",), False),
)

# what only sim/cli may do
CLI_ONLY = (
    ("ends the process", re.compile(r"\bstd\s*::\s*(exit|quick_exit|_Exit)\b|(?<![\w.>:])(?:::\s*)?exit\s*\(")),
    ("writes to stdout", re.compile(r"\bstd\s*::\s*w?cout\b|\bstdout\b|\bSTDOUT_FILENO\b")),
    ("writes to stdout", re.compile(r"(?<![\w.>])v?printf\s*\(|(?<![\w.>])(puts|putchar)\s*\(")),
    # fmt::print without a FILE* or stream: its first argument is a string or a text style
    ("writes to stdout", re.compile(
        r"\bfmt\s*::\s*v?print(ln)?\s*\(\s*((u8)?R?\"|FMT_STRING|FMT_COMPILE|fmt\s*::|fg\s*\(|\))")),
)

# Below the report there are codes and values, no sentences. Names that are data (name_de, name_en; one word, as of a
# state) and single letters are none; comments and diagnostics, which are English, do not count.
CODES_ONLY = ("models", "sim", "results/outcome", "results/store")
GERMAN = re.compile(
    r"\w*[äöüÄÖÜß]\w*"
    r"|\b(aus|bei|beide|ein|eine|einen|einer|fehlt|ist|kein|keine|keinen|mit|nach|nicht|nur|oder|sind|und|von|wird|"
    r"zu|zum|zur|Standort|Strecke|Trasse|Übung|Verwaltung|Verwaltungen|Weg|Wege)\b")
COLUMNS = ("results/outcome", "results/store")
COLUMN = re.compile(r'"(?!name_)\w+_(de|en)"')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
TOKEN = re.compile(
    r"""(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)"""
    r"""|(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")"""
    r"""|(?P<text>"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*')""",
    re.DOTALL | re.VERBOSE,
)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(source, keep_text):
    """The source with comments (and, unless kept, the inside of literals) blanked, line numbers unchanged."""

    def replace(match):
        token = match.group()
        if match.lastgroup == "comment" or match.group("comment"):
            return blank(token)
        if keep_text:
            return token
        return token[0] + blank(token[1:-1]) + token[-1] if token[0] != "R" else 'R"' + blank(token[2:-1]) + '"'

    return TOKEN.sub(replace, source)


def layer_of(path):
    """The row of the table that a path belongs to, or None."""
    parts = path.split("/")
    folder = "/".join(parts[:2])
    if folder in MAY_INCLUDE:
        return folder
    return "models/*" if parts[0] == "models" and len(parts) > 2 else None


def folder_of(path):
    return "/".join(path.split("/")[:2])


def room_of(path):
    """The subfolder of a folder with rooms that a file lies in, or None."""
    parts = path.split("/")
    return "/".join(parts[:3]) if folder_of(path) in ROOMED and len(parts) > 3 else None


def is_below(path, folder):
    return path == folder or path.startswith(folder + "/")


def may_include(path, target):
    allowed = (folder_of(path), "models/base") + MAY_INCLUDE[layer_of(path)]
    return any(is_below(target, folder) for folder in allowed)


class Lint:
    def __init__(self, root):
        self.root = root
        self.findings = []
        self.edges = {"models": {}, "rooms": {}}  # (folder, folder) -> first (file, line)

    def report(self, path, line, message):
        self.findings.append((path, line, message))

    def run(self):
        for room in ROOMS:
            for file in sorted((self.root / room).rglob("*")):
                if file.suffix in SUFFIXES and file.is_file():
                    self.check_file(file.relative_to(self.root).as_posix(), file.read_text(encoding="utf-8"))
        self.check_cycles()
        return sorted(self.findings)

    def check_file(self, path, source):
        if layer_of(path) is None:
            self.report(path, 1, f"{folder_of(path)} is not in the layer table (scripts/lint_layers.py)")
            return
        text = without_comments(source, keep_text=True)
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(1)) + 1
            self.check_library(path, line, match[2])
            is_ours = match[2].split("/")[0] in ROOMS + ("tests",)
            if is_ours or (match[1] == '"' and not self.is_library(match[2])):
                self.check_include(path, line, match[2])
        if folder_of(path) != "sim/cli":
            self.check_process(path, without_comments(source, keep_text=False))
        self.check_language(path, text)

    @staticmethod
    def is_library(header):
        return any(pattern.match(header) for _, pattern, _, _ in LIBRARY_OWNERS)

    def check_library(self, path, line, header):
        for library, pattern, owners, source_only in LIBRARY_OWNERS:
            if not pattern.match(header):
                continue
            folders = " and ".join(owners)
            if folder_of(path) not in owners:
                self.report(path, line, f'"{header}": only {folders} may use {library}')
            elif source_only and not path.endswith(".cpp"):
                self.report(path, line, f'"{header}": {library} belongs into .cpp files of {folders}, not into headers')

    def check_include(self, path, line, header):
        if header.split("/")[0] not in ROOMS:
            self.report(path, line, f'"{header}": write the path from the repository top, e.g. "models/base/units.hpp"')
            return
        if not (self.root / header).is_file():
            self.report(path, line, f'"{header}": no such file below the repository top')
        if not may_include(path, header):
            allowed = ", ".join(dict.fromkeys(("models/base",) + MAY_INCLUDE[layer_of(path)]))
            self.report(path, line, f'"{header}": {folder_of(path)} may not include {folder_of(header)} '
                                    f"(it may include itself, {allowed})")
        elif is_below(path, "models") and is_below(header, "models"):
            self.add_edge("models", folder_of(path), folder_of(header), path, line)
        elif room_of(path) and room_of(header):
            self.add_edge("rooms", room_of(path), room_of(header), path, line)

    def add_edge(self, group, start, end, path, line):
        if start != end:
            self.edges[group].setdefault((start, end), (path, line))

    def check_process(self, path, text):
        for what, pattern in CLI_ONLY:
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                call = " ".join(match.group().split()).rstrip('("')
                self.report(path, line, f"{call.strip()} {what}: only sim/cli may do that")

    def check_language(self, path, text):
        for offset, message in self.prose(path, text):
            self.report(path, text.count("\n", 0, offset) + 1, message)

    @staticmethod
    def prose(path, text):
        """(offset, message) of every German text and every column of sentences below the report."""
        if not any(is_below(path, folder) for folder in CODES_ONLY):
            return
        for match in TOKEN.finditer(text):
            literal = match.group()
            if INCLUDE.match(text, text.rfind("\n", 0, match.start()) + 1) or " " not in literal[1:-1]:
                continue
            word = GERMAN.search(literal)
            if word:
                yield match.start(), f'{literal[:60]}: German ("{word.group()}"): only results/report speaks a language'
        if any(is_below(path, folder) for folder in COLUMNS):
            for match in COLUMN.finditer(text):
                yield match.start(), f"{match.group()}: a column of sentences: only results/report speaks a language"

    def check_cycles(self):
        """Report every edge between folders of models, or between rooms, that is part of a cycle."""
        for group, edges in self.edges.items():
            following = {}
            for start, end in edges:
                following.setdefault(start, set()).add(end)
            for (start, end), (path, line) in edges.items():
                way = self.find_way(following, end, start)
                if way:
                    self.report(path, line, f"cycle among {group}: " + " -> ".join([start] + way))

    @staticmethod
    def find_way(following, start, goal):
        ways, seen = [[start]], {start}
        while ways:
            way = ways.pop(0)
            if way[-1] == goal:
                return way
            for step in sorted(following.get(way[-1], set()) - seen):
                seen.add(step)
                ways.append(way + [step])
        return None


def main(arguments):
    if any(argument in ("-h", "--help") for argument in arguments):
        print(__doc__.strip())
        return 0
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    if not root.is_dir():
        print(f"lint_layers: {root}: no such folder", file=sys.stderr)
        return 2
    findings = Lint(root).run()
    for path, line, message in findings:
        print(f"{path}:{line}: {message}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
