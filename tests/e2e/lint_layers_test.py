#!/usr/bin/python3
"""scripts/lint_layers.py finds every kind of wrong include and German below the report, and nothing in clean code."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

LINT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "lint_layers.py"

CLEAN = {
    "models/base/units.hpp": "#pragma once\n#include <cmath>\n#include <fmt/format.h>\n",
    "models/facility/ups.hpp": '#pragma once\n#include "models/base/units.hpp"\n',
    "models/facility/room.hpp": '#pragma once\n#include "models/facility/ups.hpp"\n',
    "models/economics/cost.hpp": '#pragma once\n#include "models/facility/ups.hpp"\n',
    "models/network/paths.cpp": "#include <boost/graph/adjacency_list.hpp>\n",
    "models/optimisation/program.cpp": '#include <CbcModel.hpp>\n#include "OsiClpSolverInterface.hpp"\n',
    "scenarios/study/study.hpp": '#include "models/facility/ups.hpp"\n',
    "scenarios/read/yaml.cpp": '#include <libfyaml.h>\n#include <csv.h>\n#include "scenarios/study/study.hpp"\n',
    "results/outcome/outcome.hpp": '#include "models/base/units.hpp"\n',
    "results/store/file.cpp": '#include <hdf5.h>\n#include <hdf5_hl.h>\n#include "results/outcome/outcome.hpp"\n',
    "results/report/table.cpp": '#include "results/outcome/outcome.hpp"\n',
    "results/report/words/words.hpp": '#pragma once\n',
    "results/report/terminal/answer.cpp": '#include "results/report/words/words.hpp"\n',
    "sim/events/world/links.hpp": '#pragma once\n',
    "sim/events/night/night.hpp": '#include "sim/events/world/links.hpp"\n',
    "sim/deploy/deploy.hpp": '#include "scenarios/study/study.hpp"\n#include "models/facility/ups.hpp"\n',
    "sim/annual/annual.hpp": '#include "sim/deploy/deploy.hpp"\n#include "results/outcome/outcome.hpp"\n',
    "sim/events/run.cpp": '#include <simgrid/s4u.hpp>\n#include "sim/deploy/deploy.hpp"\n',
    "sim/batch/batch.hpp": '#include "sim/annual/annual.hpp"\n#include "scenarios/study/study.hpp"\n',
    "sim/cli/main.cpp": '#include "sim/batch/batch.hpp"\nint main() { std::cout << 1; std::exit(0); }\n',
    "results/outcome/names.cpp": 'auto a = Column{"name_de", "", "name in German"}; auto b = Column{"name_en"};\n',
    "results/report/sentences.cpp": 'auto a = "Der Ersatz braucht {} kW, der Standort hat {}.";\nauto b = "text_de";\n',
    "models/base/states.cpp": (
        'auto a = "Baden-Württemberg"; auto b = "ä"; // "Der Standort fällt aus"\n'
        'auto c = "the mean of all sites, an hour each (see there)";\n'
    ),
    "sim/deploy/harmless.cpp": (
        "// std::exit(1); std::cout << 1; fmt::print(\"x\")\n"
        "/* printf(\"x\")\n#include \"sim/cli/main.cpp\" */\n"
        'auto a = "std::cout std::exit(";\n'
        'auto b = R"(printf("x"); stdout)";\n'
        "auto c = 1'000'000;\n"
        'void f() { fmt::print(stderr, "x"); fmt::print(file, "x"); std::snprintf(p, 1, "x"); std::fprintf(stderr, "x"); }\n'
        "void g() { at_exit(h); object.exit(); on_exit (1); }\n"
    ),
}

# name of the rule -> (file, its text, line of the finding, part of the message)
VIOLATIONS = {
    "base above": ("models/base/a.cpp", '#include "models/facility/ups.hpp"\n', 1, "may not include models/facility"),
    "models to study": ("models/facility/a.cpp", '\n#include "scenarios/study/study.hpp"\n', 2, "may not include scenarios/study"),
    "study to read": ("scenarios/study/a.cpp", '#include "scenarios/read/yaml.cpp"\n', 1, "may not include scenarios/read"),
    "read to sim": ("scenarios/read/a.cpp", '#include "sim/deploy/deploy.hpp"\n', 1, "may not include sim/deploy"),
    "outcome to models": ("results/outcome/a.cpp", '#include "models/facility/ups.hpp"\n', 1, "may not include models/facility"),
    "store to report": ("results/store/a.cpp", '#include "results/report/table.cpp"\n', 1, "may not include results/report"),
    "report to sim": ("results/report/a.cpp", '#include "sim/deploy/deploy.hpp"\n', 1, "may not include sim/deploy"),
    "deploy to outcome": ("sim/deploy/a.cpp", '#include "results/outcome/outcome.hpp"\n', 1, "may not include results/outcome"),
    "annual to events": ("sim/annual/a.cpp", '#include "sim/events/run.cpp"\n', 1, "may not include sim/events"),
    "annual to read": ("sim/annual/a.cpp", '#include "scenarios/read/yaml.cpp"\n', 1, "may not include scenarios/read"),
    "availability to batch": ("sim/availability/a.cpp", '#include "sim/batch/batch.hpp"\n', 1, "may not include sim/batch"),
    "events to store": ("sim/events/a.cpp", '#include "results/store/file.cpp"\n', 1, "may not include results/store"),
    "batch to cli": ("sim/batch/a.cpp", '#include "sim/cli/main.cpp"\n', 1, "may not include sim/cli"),
    "angle brackets": ("sim/batch/a.cpp", "#include <sim/cli/main.cpp>\n", 1, "may not include sim/cli"),
    "tests": ("sim/batch/a.cpp", '#include "tests/support/catch.hpp"\n', 1, "from the repository top"),
    "relative path": ("models/facility/a.cpp", '#include "ups.hpp"\n', 1, "from the repository top"),
    "missing file": ("models/facility/a.cpp", '#include "models/facility/nothing.hpp"\n', 1, "no such file"),
    "unknown folder": ("sim/other/a.cpp", "int x;\n", 1, "not in the layer table"),
    "code in a study": ("scenarios/dormagen/a.cpp", "int x;\n", 1, "not in the layer table"),
    "room cycle": ("sim/events/world/links.hpp", '#include "sim/events/night/night.hpp"\n', 1,
                   "cycle among rooms: sim/events/world -> sim/events/night -> sim/events/world"),
    "model cycle": ("models/facility/a.cpp", '#include "models/economics/cost.hpp"\n', 1,
                    "cycle among models: models/facility -> models/economics -> models/facility"),
    "graph elsewhere": ("models/facility/a.cpp", "#include <boost/graph/adjacency_list.hpp>\n", 1, "only models/network may use"),
    "graph in a header": ("models/network/a.hpp", "#include <boost/graph/adjacency_list.hpp>\n", 1, "not into headers"),
    "solver elsewhere": ("models/facility/a.cpp", "#include <CbcModel.hpp>\n", 1,
                         "only models/optimisation may use coin-or CBC"),
    "solver part": ("sim/batch/a.cpp", '#include "coin/OsiClpSolverInterface.hpp"\n', 1, "may use coin-or CBC"),
    "solver in a header": ("models/optimisation/a.hpp", "#include <ClpSimplex.hpp>\n", 1, "not into headers"),
    "hdf5": ("results/report/a.cpp", "#include <hdf5.h>\n", 1, "only results/store may use HDF5"),
    "hdf5 part": ("sim/cli/a.cpp", "#include <H5public.h>\n", 1, "only results/store may use HDF5"),
    "yaml": ("scenarios/study/a.cpp", "#include <libfyaml.h>\n", 1, "only scenarios/read may use the YAML"),
    "csv": ("models/catalog/a.cpp", '#include "csv.h"\n', 1, "only scenarios/read may use the CSV"),
    "simgrid": ("sim/annual/a.cpp", "#include <simgrid/s4u.hpp>\n", 1, "only sim/events may use SimGrid"),
    "exit": ("sim/batch/a.cpp", "void f() { std::exit(1); }\n", 1, "std::exit ends the process"),
    "bare exit": ("sim/batch/a.cpp", "void f() {\n    exit(1);\n}\n", 2, "exit ends the process"),
    "cout": ("models/facility/a.cpp", "void f() { std::cout << 1; }\n", 1, "writes to stdout"),
    "printf": ("models/facility/a.cpp", 'void f() { std::printf("x"); }\n', 1, "writes to stdout"),
    "fmt": ("results/report/a.cpp", '// comment\nvoid f() { fmt::print("{}", 1); }\n', 2, "writes to stdout"),
    "fmt over lines": ("results/report/a.cpp", 'void f() {\n    fmt::print(\n        "{}", 1);\n}\n', 2, "writes to stdout"),
    "fmt raw string": ("results/report/a.cpp", 'void f() { fmt::print(R"({})", 1); }\n', 1, "writes to stdout"),
    "German sentence": ("sim/events/a.cpp", 'auto a = "x";\nauto b = "Raum {} fällt aus";\n', 2, 'German ("fällt")'),
    "German without umlaut": ("models/facility/a.cpp", 'auto a = "Kopie in {} ist zu alt";\n', 1, 'German ("ist")'),
    "German in the store": ("results/store/a.hpp", 'auto a = R"(Datei für alle)";\n', 1, 'German ("für")'),
    "column of sentences": ("results/outcome/a.cpp", 'auto a = Column{"shared_de", "", "what they share"};\n', 1,
                            '"shared_de": a column of sentences'),
    "fmt to stdout": ("results/report/a.cpp", 'void f() { fmt::print(stdout, "{}", 1); }\n', 1, "writes to stdout"),
}


def lint(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, LINT, folder], capture_output=True, text=True, check=False)


class LintLayers(unittest.TestCase):
    def test_clean_code_passes(self):
        result = lint(CLEAN)
        self.assertEqual((result.stdout, result.stderr, result.returncode), ("", "", 0))

    def test_each_violation_is_found_where_it_is(self):
        for rule, (file, text, line, message) in VIOLATIONS.items():
            with self.subTest(rule):
                result = lint({**CLEAN, file: text})
                self.assertEqual(result.returncode, 1, result.stderr)
                found = [row for row in result.stdout.splitlines() if row.startswith(f"{file}:{line}: ") and message in row]
                self.assertEqual(len(found), 1, result.stdout)

    def test_a_violation_is_the_only_finding(self):
        result = lint({**CLEAN, "models/facility/a.cpp": "void f() { std::cout << 1; }\n"})
        self.assertEqual(len(result.stdout.splitlines()), 1, result.stdout)


if __name__ == "__main__":
    unittest.main()
