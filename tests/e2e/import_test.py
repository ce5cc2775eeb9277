#!/usr/bin/python3
"""`verbund import`: what other programs export, made into what a study takes."""

import csv
import io
import json
import unittest

import openpyxl
from _program import InFolder, verbund

#: As a German RVTools saves it: Windows-1252, CRLF, semicolons, thousands points, German truth, two vCenters.
HEAD = "VM;Powerstate;Template;SRM Placeholder;CPUs;Memory;Provisioned MB;In Use MB;Cluster\r\n"
ROWS = (
    ("dc01;poweredOn;FALSCH;FALSCH;2;8.192;102.400;51.200;CL-Büro"),
    ("exch1;poweredOn;FALSCH;FALSCH;8;65.536;1.024.000;512.000;CL-Büro"),
    ("\"dms; Müller\";poweredOn;FALSCH;FALSCH;8;49.152;512.000;256.000;CL-Büro"),
    ("web01;poweredOn;FALSCH;FALSCH;4;12.288;102.400;51.200;CL-DMZ"),
    ("web01;poweredOn;FALSCH;FALSCH;2;8.192;102.400;51.200;CL-DMZ"),
    ("x-unbekannt;poweredOn;FALSCH;FALSCH;6;16.384;102.400;51.200;CL-DMZ"),
    ("alt-db;poweredOff;FALSCH;FALSCH;4;16.384;51.200;25.600;CL-Büro"),
    ("vorlage;poweredOff;WAHR;FALSCH;4;16.384;102.400;20.480;CL-Büro"),
    ("exch1-srm;poweredOff;FALSCH;WAHR;8;65.536;1.024.000;0;CL-Büro"),
)


class Import(InFolder):
    def setUp(self):
        super().setUp()
        (self.folder / "vInfo.csv").write_bytes((HEAD + "\r\n".join(ROWS) + "\r\n").encode("cp1252"))

    @staticmethod
    def taking(inventory):
        key = "territory.administrations.neuss"
        return ("--set", f"{key}.inventory={inventory}", "--set", f"{key}.as_of=2024")

    def call(self, *arguments):
        return verbund("import", "inventory", *arguments, cwd=self.folder)

    def test_what_runs_counts_and_what_stands_still_is_kept(self):
        done = self.call("vInfo.csv", "--json", "--quiet", "-o", "inventory.csv")
        self.assertEqual(done.code, 0, done.stderr)
        found = json.loads(done.stdout)
        self.assertEqual((found["rows"], found["templates"], found["placeholders"]), (9, 1, 1))
        running = found["running"]
        self.assertEqual((running["vms"], running["vcpus"], running["ram_gib"]), (6, 30, 156))
        self.assertAlmostEqual(running["provisioned_tb"], 1945600 * 1.048576e-6)
        self.assertEqual((found["stopped"]["vms"], found["stopped"]["vcpus"]), (1, 4))
        self.assertEqual((found["unmapped"], found["repeated_names"]), (["x-unbekannt"], ["web01"]))
        self.assertAlmostEqual(found["unmapped_vcpu_share"], 0.2)
        rows = list(csv.DictReader(io.StringIO((self.folder / "inventory.csv").read_text())))
        stored = sum(int(row["count"]) * float(row["storage_gb"]) for row in rows)
        self.assertAlmostEqual(stored, (972800 + 25600) * 1.048576e-3, places=1)
        self.assertEqual({row["workload"] for row in rows}, {"directory", "groupware", "dms", "portal", "specialist"})

    def test_the_inventory_is_what_a_study_takes(self):
        self.assertEqual(self.call("vInfo.csv", "-o", "inventory.csv", "--quiet").code, 0)
        found = []
        for options in ((), self.taking("inventory.csv")):
            done = verbund("run", "study.yaml", "--engines", "annual", "--json", "--quiet", "--force", "-o", "x.h5", *options,
                           cwd=self.folder)
            self.assertEqual(done.code, 0, done.stderr)
            found.append(done.stdout)
        self.assertNotEqual(*found)
        checked = verbund("check", "study.yaml", *self.taking("inventory.csv"), cwd=self.folder)
        self.assertIn("neuss: inventory of 2024: 6 VMs with 30 vCPU and 156 GB, 0 physical servers, 1.05 TB", checked.stdout)
        self.assertIn("the survey would say:", checked.stdout)
        checked = verbund("check", "study.yaml", "--json", *self.taking("inventory.csv"), cwd=self.folder)
        [estate] = json.loads(checked.stdout)["inventories"]
        self.assertEqual((estate["year"], estate["counted"]["vcpu"], estate["survey_provider_share"]), (2024, 30, 0))
        self.assertGreater(estate["survey"]["vms"], 100)

    def test_a_workbook_is_the_same_list(self):
        """As RVTools writes it: vInfo first, numbers as numbers, truth as truth."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "vInfo"
        for row in csv.reader(io.StringIO(HEAD + "\r\n".join(ROWS)), delimiter=";"):
            cells = [cell.replace(".", "") if cell.replace(".", "").isdigit() else cell for cell in row]
            sheet.append([int(cell) if cell.isdigit() else {"WAHR": True, "FALSCH": False}.get(cell, cell) for cell in cells])
        book.create_sheet("vCPU").append(["VM"])
        book.save(self.folder / "export.xlsx")
        found = [json.loads(self.call(name, "--json", "--quiet").stdout) for name in ("vInfo.csv", "export.xlsx")]
        self.assertEqual(*found)
        self.assertEqual(self.call("export.xlsx", "-o", "inventory.csv", "--quiet").code, 0)
        with open(self.folder / "inventory.csv") as file:
            book = openpyxl.Workbook()
            for row in csv.reader(file):
                book.active.append([float(cell) if cell.replace(".", "").isdigit() else cell for cell in row])
        book.save(self.folder / "inventory.xlsx")
        answers = []
        for name in ("inventory.csv", "inventory.xlsx"):
            done = verbund("run", "study.yaml", "--engines", "annual", "--json", "--quiet", "--force", "-o", "x.h5",
                           *self.taking(name), cwd=self.folder)
            self.assertEqual(done.code, 0, done.stderr)
            answers.append(json.loads(done.stdout)["variants"])
        self.assertEqual(*answers)

    def test_own_rules_and_provisioned_disks(self):
        shown = self.call("--show-classes").stdout
        self.assertTrue(shown.startswith("pattern,workload,note\n"))
        (self.folder / "classes.csv").write_text(shown.replace("pattern,workload,note\n",
                                                               "pattern,workload,note\nunbekannt,gis,\n"))
        found = json.loads(self.call("vInfo.csv", "--classes", "classes.csv", "--json", "--quiet").stdout)
        self.assertEqual(found["unmapped"], [])
        self.assertEqual(found["classes"]["gis"]["vms"], 1)
        self.assertEqual(self.call("vInfo.csv", "--disks", "provisioned", "-o", "all.csv", "--quiet").code, 0)
        with open(self.folder / "all.csv") as file:
            stored = sum(int(row["count"]) * float(row["storage_gb"]) for row in csv.DictReader(file))
        self.assertAlmostEqual(stored, (1945600 + 51200) * 1.048576e-3, places=1)

    def test_the_text_says_it_in_both_languages(self):
        german = self.call("vInfo.csv").stdout
        self.assertIn("9 Zeilen: 6 VMs laufen, 1 stehen; 1 Vorlagen und 1 Platzhalter zählen nicht", german)
        self.assertIn("x-unbekannt", german)
        self.assertIn("Kept, not running: 1 VMs", self.call("vInfo.csv", "--lang", "en").stdout)

    def test_sizes_are_a_table_for_a_replay(self):
        (self.folder / "vms.csv").write_text("vm,vcpus,core_mhz,ram_mib\nlarge,8,2926.04,1024\nsmall,1,2926.04,1024\nidle,4,2926.04,1\n")
        rows = [f"large,{300 * i},{1000 + i % 5}\n" for i in range(2016)] + [f"small,{300 * i},2900\n" for i in range(2016)]
        (self.folder / "usage.csv").write_text("vm,t_s,cpu_mhz\n" + "".join(rows))
        (self.folder / "hosts.csv").write_text("host_type,count,cores,core_mhz,ram_mib,idle_w,max_w,shape\nh,1,12,3000,9000,1,2,linear\n")
        trace = ("--vms", "vms.csv", "--usage", "usage.csv")
        done = verbund("import", "sizes", *trace, "-o", "sized.csv", cwd=self.folder)
        self.assertEqual(done.code, 0, done.stderr)
        self.assertIn("3 VMs: 1 zu groß, 1 zu klein", done.stdout)
        self.assertIn("13 vergeben, 7 würden frei, 1 kämen hinzu", done.stdout)
        found = json.loads(verbund("import", "sizes", *trace, "--json", "--quiet", cwd=self.folder).stdout)
        self.assertEqual([(vm["needed_vcpus"], vm["confidence"]) for vm in found["vms"]], [(1, "low"), (2, "low"), (4, "none")])
        before, after = (verbund("replay", "--hosts", "hosts.csv", "--vms", vms, "--usage", "usage.csv", "--when-full", "refuse",
                                 "--json", "--quiet", cwd=self.folder) for vms in ("vms.csv", "sized.csv"))
        self.assertEqual(after.code, 0, after.stderr)
        self.assertEqual(json.loads(before.stdout)["vms_refused"], 1)
        self.assertEqual(json.loads(after.stdout)["vms_placed"], 3)

    def test_profiles_are_tables_that_a_study_takes(self):
        """Four weeks from Monday 2 March 2026: the e-file at 10 %, 60 % from 8 to 16 h of working days."""
        def use(hour):
            works = hour // 24 % 7 < 5 and 8 <= hour % 24 < 16
            return 8 * 2000 * (0.6 if works else 0.1)
        (self.folder / "vms.csv").write_text("vm,vcpus,core_mhz,ram_mib\ndms01,8,2000,1024\nnobody,2,2000,1024\n")
        rows = [f"dms01,{3600 * hour},{use(hour)}\nnobody,{3600 * hour},400\n" for hour in range(28 * 24)]
        (self.folder / "usage.csv").write_text("vm,t_s,cpu_mhz\n" + "".join(rows))
        given = ("import", "profile", "--vms", "vms.csv", "--usage", "usage.csv", "--from", "2026-03-02")
        done = verbund(*given, "-o", "measured", "--json", cwd=self.folder)
        self.assertEqual(done.code, 0, done.stderr)
        found = json.loads(done.stdout)
        fits = {row["workload"]: row for row in found["classes"]}
        self.assertEqual(set(fits), {"dms", "specialist"})
        self.assertEqual((fits["dms"]["at_peak"], fits["dms"]["floor"], fits["dms"]["vcpus"]), (0.6, 0.1, 8))
        self.assertEqual((found["unmapped"], found["unmapped_share"]), (["nobody"], 0.2))
        with open(self.folder / "measured" / "profiles.csv") as file:
            shapes = {row["day_kind"]: row for row in csv.DictReader(file) if row["id"] == "measured-dms"}
        self.assertEqual([shapes["friday"][f"h{hour}"] for hour in (7, 8, 15, 16)], ["0", "1", "1", "0"])
        self.assertEqual(shapes["weekend-or-holiday"]["h12"], "0")
        self.assertIn("profiles: measured/profiles.csv", done.stderr)
        answers = []
        for tables in ((), ("--set", "catalog={profiles: measured/profiles.csv, workloads: measured/workloads.csv}")):
            done = verbund("run", "study.yaml", "--engines", "annual", "--json", "--quiet", "--force", "-o", "x.h5", *tables,
                           cwd=self.folder)
            self.assertEqual(done.code, 0, done.stderr)
            answers.append(done.stdout)
        self.assertNotEqual(*answers)
        self.assertEqual(verbund(*given, "-o", "measured", cwd=self.folder).code, 1)
        self.assertIn("Ohne Regel", verbund(*given, cwd=self.folder).stdout)
        short = verbund(*given[:-1], "2026-02-30", cwd=self.folder)
        self.assertEqual(short.code, 3)
        self.assertIn("is no day", short.stderr)

    def test_hosts_become_todays_fleet(self):
        (self.folder / "vHost.csv").write_bytes(
            "Host;Cluster;CPU Model;Speed;# Cores;# Memory\r\n"
            "esx01;CL-Büro;Intel(R) Xeon(R) Gold 6338;2.000;64;1.048.243\r\n"
            "esx02;CL-Büro;Intel(R) Xeon(R) Gold 6338;2.000;64;1.048.243\r\n"
            "esx03;CL-DMZ;Unheard Of 1;2.400;16;262.010\r\n".encode("cp1252"))
        call = lambda *options: verbund("import", "hosts", "vHost.csv", *options, cwd=self.folder)
        found = json.loads(call("--json").stdout)
        self.assertEqual(found["installed"], [2022, 2022])
        self.assertEqual(found["unknown_processors"], ["Unheard Of 1"])
        self.assertEqual([(group["cluster"], group["hosts"], group["bought"]) for group in found["groups"]],
                         [("CL-Büro", 2, 2022), ("CL-DMZ", 1, None)])
        self.assertIn("hosts: {installed: [2021, 2021]}", call("--after", "0").stderr)
        self.assertIn("Kaufjahr nicht bekannt", call().stdout)
        (self.folder / "years.csv").write_text("pattern,launched\n*Unheard*,2019\n")
        self.assertEqual(json.loads(call("--processors", "years.csv", "--json").stdout)["installed"], [2020])
        done = verbund("check", "study.yaml", "--set", "hosts.installed=[2022, 2022]", cwd=self.folder)
        self.assertEqual(done.code, 0, done.stderr)

    def test_devices_become_racks(self):
        (self.folder / "devices.csv").write_text("Name,Site,Rack,U Height,Maximum draw\nsw1,RZ A,R1,1,150\nesx1,RZ A,R1,2,800\n")
        call = lambda *options: verbund("import", "racks", "devices.csv", *options, cwd=self.folder)
        done = call("--json", "-o", "racks.csv")
        self.assertEqual(done.code, 0, done.stderr)
        [room] = json.loads(done.stdout)["rooms"]
        self.assertEqual((room["racks"], room["height_units"], room["power_w"]), (1, 3, 950))
        with open(self.folder / "racks.csv") as file:
            self.assertEqual(list(csv.reader(file))[1], ["RZ A", "R1", "2", "3", "950"])
        self.assertIn("Leistung laut Liste", call().stdout)

    def test_bad_input_and_existing_files(self):
        (self.folder / "bad.csv").write_text("VM,Powerstate,CPUs,Memory,Provisioned MB\na,poweredOn,two,1,1\n")
        done = self.call("bad.csv", "-o", "inventory.csv")
        self.assertEqual(done.code, 3)
        self.assertIn("bad.csv:2: CPUs: \"two\" is no number of CPUs", done.stderr)
        self.assertFalse((self.folder / "inventory.csv").exists())
        (self.folder / "inventory.csv").write_text("mine")
        self.assertEqual(self.call("vInfo.csv", "-o", "inventory.csv").code, 1)
        self.assertEqual((self.folder / "inventory.csv").read_text(), "mine")
        self.assertEqual(self.call("vInfo.csv", "-o", "inventory.csv", "--force").code, 0)
        self.assertEqual(self.call("absent.csv").code, 3)

    def test_formats_are_listed_and_missing_words_are_usage(self):
        self.assertIn("RVTools", verbund("import", "--formats", cwd=self.folder).stdout)
        self.assertEqual(verbund("import", cwd=self.folder).code, 2)
        self.assertEqual(self.call().code, 2)


if __name__ == "__main__":
    unittest.main()
