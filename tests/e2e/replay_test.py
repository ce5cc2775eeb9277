#!/usr/bin/python3
"""`verbund replay`: measured VMs on given hosts, from the files that people have to the numbers they ask for."""

import gzip
import json
import unittest

from _program import InFolder, verbund

ONE_HOST = "host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\nh,1,1,2000,1000,100,200,linear\n"
VMS = "vm,vcpus,core_mhz,ram_mib,start_s,duration_s\nfirst,1,2000,10,0,600\nsecond,1,2000,10,0,300\n"
USAGE = "vm,t_s,cpu_mhz\nfirst,0,1000\nsecond,0,2000\n"
GWA_HEAD = (
    "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\t"
    "Memory capacity provisioned [KB];\tMemory usage [KB]\n"
)


class Replay(InFolder):
    def setUp(self):
        super().setUp()
        self.write("hosts.csv", ONE_HOST)
        self.write("vms.csv", VMS)
        self.write("usage.csv", USAGE)

    def write(self, name, text):
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def call(self, *arguments):
        return verbund("replay", "--hosts", "hosts.csv", *arguments, cwd=self.folder)

    def found(self, *arguments):
        done = self.call(*arguments, "--json", "--quiet")
        self.assertEqual(done.code, 0, done.stderr)
        return json.loads(done.stdout)

    def test_another_simulators_worked_numbers(self):
        """One host, 1 core at 2000 MHz, linear 100..200 W: 10 min at 1000 MHz; a second waits, 5 min at 2000 MHz."""
        found = self.found("--vms", "vms.csv", "--usage", "usage.csv")
        self.assertAlmostEqual(found["energy_j"], 150_000, places=6)
        self.assertEqual(found["end_s"], 900)
        self.assertEqual(found["mean_wait_s"], 300)
        self.assertEqual((found["vms_placed"], found["vms_refused"], found["vm_steps"]), (2, 0, 2))
        self.assertEqual(found["energy_by_host_type"], {"h": found["energy_j"]})
        alone = self.found("--vms", "vms.csv", "--usage", "usage.csv", "--when-full", "refuse")
        self.assertAlmostEqual(alone["energy_j"], 90_000, places=6)
        self.assertEqual((alone["end_s"], alone["vms_refused"]), (600, 1))
        self.assertEqual(alone["vm_steps_clipped"]["refused"], 1)

    def test_rules_change_what_they_say(self):
        always = ("--vms", "vms.csv", "--usage", "usage.csv")
        self.write("hosts.csv", ONE_HOST.replace("h,1,", "h,2,"))
        self.assertAlmostEqual(self.found(*always)["energy_j"], 90_000 + 300 * 200 + 300 * 100, places=6)
        self.assertAlmostEqual(self.found(*always, "--hosts-idle", "off")["energy_j"], 150_000, places=6)
        self.assertAlmostEqual(self.found(*always, "--host-power", "constant-max")["energy_j"], 240_000, places=6)
        self.assertAlmostEqual(self.found(*always, "--horizon", "5 min")["energy_j"], 45_000 + 60_000, places=6)
        packed = self.found(*always, "--overcommit", "2")
        self.assertEqual(packed["overloaded_host_s"], 300)
        self.assertAlmostEqual(packed["use_clipped_mhz_s"], 1000 * 300, places=6)

    def test_the_same_use_in_all_layouts_is_the_same_energy(self):
        """Two hours of 5-minute values of two VMs: as a table, packed, in any order, as GWA-T-12, as PlanetLab, from Prometheus."""
        percent = {"1": [(7 * i) % 101 for i in range(24)], "2": [(31 * i + 5) % 101 for i in range(24)]}
        self.write("hosts.csv", ONE_HOST.replace("h,1,1,2000,1000", "h,1,4,2000,9000"))
        self.write("vms.csv", "vm,vcpus,core_mhz,ram_mib,duration_s\n1,2,2000,1024,7200\n2,2,2000,1024,7200\n")
        rows = [f"{vm},{300 * i},{40 * p}" for vm, of in percent.items() for i, p in enumerate(of)]
        self.write("usage.csv", "\n".join(["vm,t_s,cpu_mhz", *rows]) + "\n")
        self.write("shuffled.csv", "\n".join(["vm,t_s,cpu_mhz", *rows[::-1]]) + "\n")
        with gzip.open(self.folder / "usage.csv.gz", "wt") as packed:
            packed.write("\n".join(["vm,t_s,cpu_mhz", *rows]) + "\n")
        for vm, of in percent.items():
            self.write(f"planetlab/{vm}", "".join(f"{p}\n" for p in of))
            ending = f"{1376314846 + 7200};2;4000;0;0;1048576;0\n"
            self.write(f"gwa/{vm}.csv", GWA_HEAD + "".join(
                f"{1376314846 + 300 * i};2;4000;{40 * p};{p};1048576;0\n" for i, p in enumerate(of)) + ending)
        series = [{"metric": {"vm": vm}, "values": [[1376314846 + 300 * i, str(40 * p / 2000)] for i, p in enumerate([*of, 0])]}
                  for vm, of in percent.items()]
        self.write("range.json", json.dumps({"data": {"resultType": "matrix", "result": series}}))
        energies = [self.found(*way)["energy_j"] for way in (
            ("--vms", "vms.csv", "--usage", "usage.csv"), ("--vms", "vms.csv", "--usage", "shuffled.csv"),
            ("--vms", "vms.csv", "--usage", "usage.csv.gz"), ("--planetlab", "planetlab", "--vms", "vms.csv"),
            ("--planetlab", "planetlab", "--vm-type", "2,2000,1024"), ("--gwa", "gwa"),
            ("--prometheus", "range.json", "--vm-type", "2,2000,1024"))]
        used = sum(min(1.0, 40 * (a + b) / 8000) for a, b in zip(*percent.values()))
        for energy in energies:
            self.assertAlmostEqual(energy, 100 * 7200 + 100 * 300 * used, places=5)

    def test_a_bundle_is_the_trace_it_was_made_of(self):
        self.write("usage.csv", "vm,t_s,cpu_mhz\n" + "".join(f"first,{300 * i},{100 * (i % 7)}\n" for i in range(50))
                   + "second,1,5\nsecond,7,900\nsecond,7.5,10\nsecond,200,30\nsecond,333,7\nsecond,334,8\nsecond,400,0\n")
        self.write("vms.csv", VMS.replace("0,600", ",").replace("0,300", "60,"))
        self.write("hosts.csv", ONE_HOST.replace("h,1,1,", "h,1,4,"))
        text = ("--vms", "vms.csv", "--usage", "usage.csv")
        done = verbund("import", "usage", *text, "-o", "trace.h5", "--lang", "en", cwd=self.folder)
        self.assertEqual(done.code, 0, done.stderr)
        self.assertIn("2 VMs, 57 steps", done.stdout)
        self.assertEqual(self.found("--bundle", "trace.h5") | {"read": {}}, self.found(*text) | {"read": {}})
        self.assertEqual(verbund("import", "usage", *text, "-o", "trace.h5", cwd=self.folder).code, 1)
        (self.folder / "trace.h5").write_bytes((self.folder / "trace.h5").read_bytes()[:-100])
        damaged = self.call("--bundle", "trace.h5")
        self.assertEqual(damaged.code, 1)
        self.assertIn("trace.h5", damaged.stderr)

    def test_every_step_read_is_accounted_for(self):
        self.write("usage.csv", "vm,t_s,cpu_mhz\nfirst,0,1000\nfirst,0,900\nfirst,1200,5\nsecond,0,NaN\nsecond,1,7\nsec")
        found = self.found("--vms", "vms.csv", "--usage", "usage.csv")
        self.assertEqual(found["read"] | {"gaps": 0}, {"repeated": 1, "unordered": 0, "missing": 1, "gaps": 0,
                                                       "truncated": 1, "vms_without_steps": 0, "vms_without_size": 0})
        self.assertEqual(found["vm_steps"], found["vm_steps_applied"] + sum(found["vm_steps_clipped"].values()))

    def test_the_text_says_it_in_both_languages(self):
        german = self.call("--vms", "vms.csv", "--usage", "usage.csv", "--when-full", "refuse").stdout
        self.assertIn("1 VMs auf 1 Hosts", german)
        self.assertIn("VMs ohne Platz: 1 kein Host frei", german)
        english = self.call("--vms", "vms.csv", "--usage", "usage.csv", "--lang", "en").stdout
        self.assertIn("Mean wait of a VM 5", english)
        self.assertIn("Steps: 2 read, 2 applied whole", english)

    def test_bad_input_is_told_once_with_its_place(self):
        usage = ("--vms", "vms.csv", "--usage", "usage.csv")
        self.write("usage.csv", USAGE + "third,0,1\n")
        for arguments, words in (
            (usage, "usage.csv:4: vm: \"third\" is not in the table of VMs"),
            ((*usage[:3], "absent.csv"), "absent.csv: the file does not exist"),
            ((*usage, "--horizon", "0 h"), "--horizon"),
            ((*usage, "--horizon", "7 kW"), "--horizon"),
            (("--gwa", "nowhere"), "nowhere: the folder cannot be read"),
        ):
            with self.subTest(arguments=arguments):
                done = self.call(*arguments)
                self.assertEqual(done.code, 3, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 2, done.stderr)
                self.assertEqual(done.stdout, "")
        self.write("hosts.csv", ONE_HOST.replace("linear", "flat"))
        self.assertIn("hosts.csv:2: shape: \"flat\" is not known", self.call(*usage).stderr)

    def test_contradictory_or_missing_options_are_usage(self):
        for arguments in (("--usage", "usage.csv"), (), ("--gwa", "x", "--planetlab", "y"),
                          ("--planetlab", "x", "--vm-type", "1,2")):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.call(*arguments).code, 2)


if __name__ == "__main__":
    unittest.main()
