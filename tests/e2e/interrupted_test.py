#!/usr/bin/python3
"""Outputs that cannot be written and runs that are stopped: the right exit code, path and cause, nothing half-written."""

import contextlib
import os
import pathlib
import resource
import signal
import subprocess
import sys
import time
import unittest

import openpyxl

from _program import ANNUAL, PROGRAM, TOP, InFolder, slowness, verbund

FLAGSHIP = TOP / "scenarios" / "landkreise-2025" / "study.yaml"
FEW_YEARS = ("--set", "availability.simulated_years=200")
HANG_S = 10.0  # a hang, not a race: promptness is measured, not tested


@contextlib.contextmanager
def mounted(folder, *options):
    """A file system over the folder; skips the test where this process may not mount."""
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise unittest.SkipTest(f"may not mount: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


class Outputs(InFolder):
    def refused(self, target, *options, cause, quick=True):
        done = verbund("run", self.study, *ANNUAL, "--out", target, *options)
        self.assert_code(done, 1)
        self.assertEqual(done.stdout, "")
        self.assertIn(str(target), done.stderr)
        self.assertIn(cause, done.stderr)
        if quick:
            self.assertLess(done.seconds, HANG_S * slowness())
            self.assertNotIn("%", done.stderr, "it should be found before the simulation")

    def test_existing_results_stay_untouched_without_force(self):
        target = self.folder / "result.h5"
        target.write_text("somebody's work")
        os.utime(target, (0, 0))
        self.refused(target, cause="exists already")
        self.assertEqual(target.read_text(), "somebody's work")
        self.assertEqual(target.stat().st_mtime, 0)
        self.assertEqual(self.names(), ["result.h5"])

    def test_force_replaces_results(self):
        target = self.folder / "result.h5"
        target.write_text("old")
        self.assert_code(verbund("run", self.study, *ANNUAL, "--out", target, "--force"), 0)
        self.assertEqual(target.read_bytes()[:4], b"\x89HDF")
        self.assertEqual(self.names(), ["result.h5", "result.h5.journal.json"])

    def test_missing_folder(self):
        self.refused(self.folder / "absent" / "result.h5", cause="does not exist")
        self.assertEqual(self.names(), [])

    def test_path_below_a_regular_file(self):
        self.refused(self.study / "result.h5", cause="is a file, not a folder")

    def test_target_that_is_a_folder_or_a_device(self):
        self.refused(self.folder, "--force", cause="it is a folder")
        self.refused("/dev/null", "--force", cause="it is a device or pipe")

    def test_folder_where_nothing_can_be_created(self):
        self.refused("/proc/result.h5", cause="cannot be created", quick=False)

    def test_read_only_folder(self):
        folder = self.folder / "fixed"
        folder.mkdir()
        if os.geteuid() != 0:
            folder.chmod(0o500)
            self.refused(folder / "result.h5", cause="permission denied")
            return
        with mounted(folder, "-t", "tmpfs", "-o", "ro", "none"):
            self.refused(folder / "result.h5", cause="read-only")

    def test_full_disk_leaves_nothing(self):
        folder = self.folder / "small"
        folder.mkdir()
        with mounted(folder, "-t", "tmpfs", "-o", "size=64k", "none"):
            self.refused(folder / "result.h5", cause="no space left", quick=False)
            self.assertEqual(os.listdir(folder), [])

    def test_full_disk_keeps_the_earlier_results(self):
        folder = self.folder / "small"
        folder.mkdir()
        with mounted(folder, "-t", "tmpfs", "-o", "size=64k", "none"):
            (folder / "result.h5").write_text("earlier")
            self.refused(folder / "result.h5", "--force", cause="no space left", quick=False)
            self.assertEqual(os.listdir(folder), ["result.h5"])
            self.assertEqual((folder / "result.h5").read_text(), "earlier")

    def test_file_size_limit_is_an_error_and_not_a_death(self):
        # SIGXFSZ would kill the program; Python ignores it, which a child inherits, so it is set back first.
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        target = self.folder / "result.h5"
        done = verbund("run", self.study, *ANNUAL, "--out", target, preexec_fn=limit)
        self.assert_code(done, 1)
        self.assertIn(f"{target}: cannot be written (the file would exceed the size", done.stderr)
        self.assertEqual(self.names(), [])

    def test_export_does_not_overwrite_without_force(self):
        results = self.folder / "result.h5"
        self.assert_code(verbund("run", self.study, *ANNUAL, "--out", results), 0)
        book = self.folder / "book.xlsx"
        book.write_text("somebody's work")
        done = verbund("export", results, "--xlsx", book)
        self.assert_code(done, 1)
        self.assertIn(f"{book}: exists already", done.stderr)
        self.assertEqual(book.read_text(), "somebody's work")


    def book_of(self, results, folder, **options):
        """Exports over an earlier workbook, which stays if it fails."""
        book = folder / "book.xlsx"
        book.write_text("somebody's work")
        return book, verbund("export", results, "--xlsx", book, "--force", **options)

    def test_a_full_folder_for_temporary_files_harms_no_workbook(self):
        results = self.folder / "result.h5"
        self.assert_code(verbund("run", self.study, *ANNUAL, "--out", results), 0)
        full = self.folder / "full"
        full.mkdir()
        with mounted(full, "-t", "tmpfs", "-o", "size=4k", "none"):
            (full / "filler").write_bytes(bytes(4096))
            book, done = self.book_of(results, self.folder, env={"TMPDIR": str(full)})
        self.assert_code(done, 0)
        self.assertGreater(openpyxl.load_workbook(book)["summary"].max_row, 10)

    def test_a_workbook_on_a_full_disk_keeps_the_earlier_one(self):
        results = self.folder / "result.h5"
        self.assert_code(verbund("run", self.study, *ANNUAL, "--out", results), 0)
        small = self.folder / "small"
        small.mkdir()
        # Each holds more of its making: a few sheets, most sheets, almost the packed workbook.
        for size in ("32k", "64k", "128k"):
            with self.subTest(size=size), mounted(small, "-t", "tmpfs", "-o", f"size={size}", "none"):
                book, done = self.book_of(results, small)
                self.assert_code(done, 1)
                self.assertIn(f"{book}: cannot be written", done.stderr)
                self.assertNotIn("written:", done.stderr)
                self.assertEqual(book.read_text(), "somebody's work")
                self.assertEqual(os.listdir(small), ["book.xlsx"])


class Streams(InFolder):
    def fails(self, *arguments, **options):
        done = verbund(*arguments, cwd=self.folder, **options)
        self.assert_code(done, 1)
        self.assertIn("cannot write to stdout", done.stderr)
        return done

    def test_full_stdout(self):
        for arguments in (["new"], ["schema"], ["--help"], ["run", "--help"], ["check", "study.yaml"],
                          ["run", "study.yaml", *ANNUAL, "--out", "result.h5", "--force"]):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                self.assertIn("No space left", self.fails(*arguments, stdout=full).stderr)

    def test_closed_stdout_never_lands_in_the_results(self):
        def close_stdout():
            os.close(1)

        self.fails("run", "study.yaml", *ANNUAL, "--out", "result.h5", stdout=None, preexec_fn=close_stdout)
        self.assert_code(verbund("info", self.folder / "result.h5"), 0)

    def test_closed_stderr_and_stdin_change_nothing(self):
        def close_both():
            os.close(0)
            os.close(2)

        done = verbund("run", "study.yaml", *ANNUAL, "--out", "result.h5", cwd=self.folder, preexec_fn=close_both)
        self.assert_code(done, 0)
        self.assert_code(verbund("info", self.folder / "result.h5"), 0)


class Signals(InFolder):
    """The flagship study runs long enough to be hit in the middle."""

    def stopped_by(self, number):
        """Sends the signal at the first progress line; returns exit code, stderr and seconds until the end."""
        command = [PROGRAM, "run", str(FLAGSHIP), *ANNUAL, "--out", "result.h5"]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            first = next(line for line in child.stderr if not line.startswith(b"hint: "))
            self.assertIn(b"%", first)
            sent = time.monotonic()
            child.send_signal(number)
            stdout, rest = child.communicate(timeout=300)
            seconds = time.monotonic() - sent
        self.assertEqual(stdout, b"")
        return child.returncode, rest.decode("utf-8"), seconds

    def test_signal_ends_the_run_at_once_with_its_code_and_nothing_left(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number.name):
                returned, stderr, seconds = self.stopped_by(number)
                self.assertEqual(returned, code, stderr)
                self.assertIn("Interrupted: nothing was written", stderr)
                self.assertLess(seconds, HANG_S * slowness())
                self.assertEqual(self.names(), [])

    def test_killed_run_leaves_nothing_that_looks_whole(self):
        returned, _, _ = self.stopped_by(signal.SIGKILL)
        self.assertEqual(returned, -signal.SIGKILL)
        self.assertNotIn("result.h5", self.names())

    def test_signal_keeps_the_earlier_results(self):
        earlier = self.folder / "result.h5"
        earlier.write_text("earlier")
        command = [PROGRAM, "run", str(FLAGSHIP), *ANNUAL, "--out", "result.h5", "--force"]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            child.stderr.readline()
            child.send_signal(signal.SIGINT)
            child.communicate(timeout=300)
        self.assertEqual(child.returncode, 130)
        self.assertEqual(earlier.read_text(), "earlier")
        self.assertEqual(self.names(), ["result.h5"])

    def test_signal_at_any_moment_leaves_whole_results_or_none(self):
        # The quick study, stopped at moments spread over reading, simulating with all engines and writing.
        whole = verbund("run", self.study, *FEW_YEARS, "--out", self.folder / "whole.h5", "-q")
        self.assert_code(whole, 0)
        expected = (self.folder / "whole.h5").read_bytes()
        target = self.folder / "result.h5"
        for step in range(12):
            with subprocess.Popen([PROGRAM, "run", str(self.study), *FEW_YEARS, "--out", str(target)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as child:
                time.sleep(whole.seconds * step / 10)
                child.terminate()
            self.assertIn(child.returncode, (0, 143, -signal.SIGTERM))
            self.assertFalse(pathlib.Path(f"{target}.part").exists())
            if target.exists():
                self.assertEqual(target.read_bytes(), expected)
                target.unlink()


if __name__ == "__main__":
    sys.exit(unittest.main())
