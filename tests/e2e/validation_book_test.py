#!/usr/bin/python3
"""tests/validation/README.md is what the validation tests give today, and a slip in it is found."""

import importlib.util
import math
import pathlib
import subprocess
import sys
import unittest

import _program

SCRIPT = _program.TOP / "scripts" / "validation_book.py"
TESTS = pathlib.Path(_program.PROGRAM).parent / "tests" / "verbund_validation"


def module():
    spec = importlib.util.spec_from_file_location("validation_book", SCRIPT)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


class ValidationBook(unittest.TestCase):
    def test_the_book_is_what_the_tests_give(self):
        done = subprocess.run([sys.executable, SCRIPT, "--check", TESTS], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_differences_are_read_from_every_kind_of_comparison(self):
        difference = module().difference
        self.assertAlmostEqual(difference("102.0 == Approx( 100.0 )"), 2 / 102)
        self.assertAlmostEqual(difference("Approx( 100.0 )\n==\n102.0"), 2 / 102)
        self.assertAlmostEqual(difference("0.321 and 0.32 are within 3% of each other"), 1 / 321)
        self.assertAlmostEqual(difference("9.5 is within 0.6 of 10.0"), 0.05)
        self.assertEqual(difference("0.0 == Approx( 0.0 )"), 0.0)
        for other in ("3 == 3", "1.2 < 1.3", "true"):
            self.assertIsNone(difference(other))

    def test_a_claim_tells_its_largest_difference_or_how_often_it_holds(self):
        book = module()
        self.assertEqual(book.differs(book.Claim("c", 5, 3, 0.01234)), "1.2 % in 3")
        self.assertEqual(book.differs(book.Claim("c", 5, 3, 1e-12)), "none in 3")
        self.assertEqual(book.differs(book.Claim("c", 5, 0, math.nan)), "holds in 5")


if __name__ == "__main__":
    unittest.main()
