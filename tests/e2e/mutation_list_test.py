#!/usr/bin/python3
"""The list of planted slips (tests/mutation/slips.toml) is true: every text occurs exactly once where it is said to be."""

import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from _program import TOP

MUTATION = TOP / "tests" / "mutation"
GRAVE = {"capacity", "energy", "money", "emissions", "availability"}


def runner():
    sys.path.insert(0, str(MUTATION))
    spec = importlib.util.spec_from_file_location("mutation_run", MUTATION / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class MutationList(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_py = runner()
        cls.children = sys.modules["children"]
        cls.slips = cls.run_py.load_slips(MUTATION / "slips.toml")

    def test_every_slip_is_planted_in_one_place(self):
        self.assertEqual(self.run_py.mistakes(self.slips, TOP), [])

    def test_a_text_that_is_gone_or_stands_twice_is_told(self):
        slip = self.slips[0]
        gone = self.run_py.Slip("gone", "money", slip.file, "no such text", "x", "")
        twice = self.run_py.Slip("twice", "money", slip.file, "return ", "x", "")
        nowhere = self.run_py.Slip("nowhere", "money", "no/such/file.cpp", "a", "b", "")
        same = self.run_py.Slip("same", "money", slip.file, slip.text, slip.text, "")
        told = self.run_py.mistakes([gone, twice, nowhere, same, same], TOP)
        for part in ("gone: the text occurs 0 times", "twice: the text occurs", "nowhere: no/such/file.cpp does not exist",
                     "same: the replacement changes nothing", "same: the id occurs 2 times"):
            self.assertTrue(any(part in line for line in told), f"{part}\n{told}")

    def test_it_covers_the_layers_and_weighs_what_planners_read(self):
        self.assertGreaterEqual(len(self.slips), 120)
        grave = [slip for slip in self.slips if slip.area in GRAVE]
        self.assertGreaterEqual(len(grave), 0.6 * len(self.slips))
        for folder in ("models/", "sim/deploy/", "sim/annual/", "sim/events/", "sim/availability/", "sim/batch/", "scenarios/",
                       "results/report/page/"):
            self.assertTrue(any(slip.file.startswith(folder) for slip in self.slips), folder)

    def test_what_survives_says_why(self):
        for slip in self.slips:
            self.assertGreater(len(slip.words), 10, slip.id)
            if slip.survives:
                self.assertGreater(len(slip.survives), 20, slip.id)

    def test_a_slip_in_a_header_does_not_stay_in_the_libraries_of_the_copy(self):
        slip = self.run_py.Slip("one", "money", "a.hpp", "plus", "minus", "")
        with tempfile.TemporaryDirectory() as folder:
            tree = self.run_py.Tree(pathlib.Path(folder), 1, self.run_py.Children())
            header = tree.source / slip.file
            header.parent.mkdir()
            header.write_text("1 plus 1")
            built = []
            tree.make = lambda target: bool(built.append((target, header.read_text().splitlines()[-1]))) or True
            with self.assertRaises(KeyError), tree.planted(slip):
                tree.make("verbund")
                raise KeyError
        self.assertEqual(built[0], ("verbund", "1 minus 1"))
        self.assertEqual(built[1:], [(target, "1 plus 1") for target in (*self.run_py.PROGRAMS, "verbund")])

    def test_a_program_over_its_time_limit_leaves_nothing_running(self):
        with tempfile.TemporaryDirectory() as folder:
            note = pathlib.Path(folder) / "pid"
            with self.assertRaises(subprocess.TimeoutExpired):
                self.run_py.Children().run(["sh", "-c", f"sleep 60 & echo $! > {note}; wait"], limit_s=3.0)
            self.assertTrue(ends(int(note.read_text())))

    def test_a_stopped_run_starts_nothing_more(self):
        running = self.children.Children()
        running.stop()
        with self.assertRaises(self.children.Stopped):
            running.run(["true"])


def ends(pid):
    """Whether a process is gone (or only waits to be collected) within a few seconds."""
    for _ in range(50):
        try:
            state = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


if __name__ == "__main__":
    unittest.main()
