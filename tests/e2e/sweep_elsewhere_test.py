#!/usr/bin/python3
"""A sweep on a cluster, and by GNU parallel and Snakemake: the same bytes as on this machine."""

import os
import re
import shutil
import subprocess
import unittest

from _program import PROGRAM, TOP, InFolder, slowness, verbund
from _slurm import TwoNodes
from sweep_test import DRAWN, LISTS, STUDY


class Cluster(InFolder):
    def test_a_job_array_on_a_cluster_that_loses_a_node_gives_the_same_bytes(self):
        if slowness() > 1.0:
            self.skipTest("the scripts are the same; the optimised program runs them")
        self.study.write_text(STUDY + DRAWN.replace("draws: 60", "draws: 40").replace("uncertain: catalog", "uncertain: catalog\n  sensitivity: false"),
                              encoding="utf-8")
        self.assert_code(verbund("sweep", "study.yaml", "-o", "whole", cwd=self.folder), 0)
        cluster = TwoNodes(self.folder / "slurm")
        try:
            done = verbund("sweep", "study.yaml", "-o", "out", "--slurm", 8, "--submit", cwd=self.folder, env=cluster.environment)
            self.assert_code(done, 0)
            self.assertIn("Submitted batch job", done.stdout)
            at_work = cluster.stop_one_at_work("n2", "verbund")
            self.assertFalse((self.folder / "out" / "sweep.h5").exists())
            cluster.kill_node("n2")
            cluster.wait_for(lambda: at_work not in cluster.processes_of_jobs("n2"), "end of what was at work", 60.0)
            merged = self.folder / "out" / "sweep.h5"
            cluster.wait_for(merged.exists, "merged file", 240.0 * slowness())
        finally:
            cluster.stop()
        self.assertEqual(merged.read_bytes(), (self.folder / "whole" / "sweep.h5").read_bytes())

    def test_a_folder_of_any_name_goes_to_a_cluster(self):
        name = "a\n#SBATCH --exclusive\nb %A \"c\" it's"
        top = self.folder / name
        top.mkdir()
        (top / "study.yaml").write_text(STUDY + LISTS, encoding="utf-8")
        self.assert_code(verbund("sweep", "study.yaml", "-o", "out", "--slurm", 3, cwd=top), 0)
        for script, number in (("array.sbatch", 1), ("array.sbatch", 3), ("merge.sbatch", 0)):
            path = top / "out" / script
            self.assertEqual([line for line in path.read_text().split("exec >>")[0].splitlines() if not line.startswith("#")], [])
            done = subprocess.run(["sh", path], cwd="/", env={**os.environ, "SLURM_ARRAY_TASK_ID": str(number)}, check=False)
            self.assertEqual(done.returncode, 0)
        self.assertEqual(sorted(entry.name for entry in (top / "out").iterdir()),
                         ["array.sbatch", "merge.sbatch", "part-1-of-3.db", "part-3-of-3.db", "slurm-merge.log",
                          "slurm-verbund-sweep-1.log", "slurm-verbund-sweep-3.log", "sweep.db", "sweep.h5"])


class Workflows(InFolder):
    """What the README says of GNU parallel and Snakemake is what runs here."""

    def setUp(self):
        super().setUp()
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "verbund").symlink_to(PROGRAM)
        self.environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.folder)}
        (self.folder / "my.yaml").write_text(STUDY + LISTS, encoding="utf-8")
        self.assert_code(verbund("sweep", "my.yaml", "-o", "whole", cwd=self.folder), 0)

    def fenced(self, first_word):
        blocks = re.findall(r"^```\n(.*?)^```$", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        return next(block for block in blocks if block.startswith(first_word))

    def call(self, *command, **options):
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False, **options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def assert_the_same(self):
        ledgers = sorted(entry.name for entry in (self.folder / "folder").glob("part-*.db"))
        self.assertEqual(ledgers, [f"part-{k}-of-8.db" for k in range(1, 9)])
        self.assertEqual((self.folder / "folder" / "sweep.h5").read_bytes(), (self.folder / "whole" / "sweep.h5").read_bytes())

    def test_parts_by_gnu_parallel_are_the_whole(self):
        if shutil.which("parallel") is None:
            self.skipTest("the package parallel is not installed")
        self.call("sh", "-c", self.fenced("parallel "))
        self.assert_the_same()

    def test_cases_by_gnu_parallel_are_the_whole(self):
        if shutil.which("parallel") is None:
            self.skipTest("the package parallel is not installed")
        self.call("sh", "-c", "parallel --jobs 1 verbund sweep my.yaml -o folder --only {} ::: 0 1 2 3 && verbund sweep my.yaml -o folder")
        self.assertEqual((self.folder / "folder" / "sweep.h5").read_bytes(), (self.folder / "whole" / "sweep.h5").read_bytes())

    def test_parts_by_snakemake_are_the_whole(self):
        if shutil.which("snakemake") is None:
            self.skipTest("the package snakemake is not installed")
        (self.folder / "Snakefile").write_text(self.fenced("rule "), encoding="utf-8")
        self.call("snakemake", "--cores", "2", "folder/sweep.h5")
        self.assert_the_same()

    def test_the_commands_of_the_snakefile_are_the_whole(self):
        part, whole = re.findall(r'shell: "(.*)"', self.fenced("rule "))
        for k in range(1, 9):
            self.call("sh", "-c", part.replace("{wildcards.k}", str(k)))
        self.call("sh", "-c", whole)
        self.assert_the_same()


if __name__ == "__main__":
    unittest.main()
