#!/usr/bin/python3
"""Writes the tables of numbers in a shipped study's README from a results file of that study.

    scripts/study_answers.py build/out/dormagen.h5 scenarios/dormagen/README.md           # rewrites the tables
    scripts/study_answers.py --check build/out/dormagen.h5 scenarios/dormagen/README.md   # exit 1 if they differ

A table stands between `<!-- table:NAME -->` and `<!-- table:end -->`; the sentences around it are written by people.
Needs what scripts/verbund_results.py needs.
"""

import argparse
import difflib
import math
import pathlib
import re
import sys

import verbund_results

MARK = re.compile(r"(<!-- table:(?P<name>[a-z-]+) -->\n)(?P<body>.*?)(<!-- table:end -->)", re.DOTALL)
MILESTONES = (2025, 2030, 2035)


def rounded(value, digits=3):
    """Three significant digits, thousands with commas; whole numbers below 1,000 as they are."""
    if value is None or math.isnan(value):
        return "-"
    if value == 0:
        return "0"
    places = digits - 1 - math.floor(math.log10(abs(value)))
    number = round(value, places)
    return f"{number:,.{max(places, 0)}f}" if places > 0 else f"{number:,.0f}"


def fixed(places):
    return lambda value: "-" if math.isnan(value) else f"{value:,.{places}f}"


def signed(places):
    return lambda value: f"{value:+,.{places}f}"


def whole(value):
    return f"{value:,.0f}" if abs(value) < 1000 else rounded(value)


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


class Study:
    def __init__(self, results):
        self.summary = results.dataset("summary")
        self.yearly = results.dataset("yearly")
        self.administrations = results.dataset("administrations")
        self.bottlenecks = results.frame("bottlenecks")
        self.findings = results.frame("findings")
        self.budget = results.frame("budget")

    def total(self, variant, year, column):
        return float(self.summary[column].sel(variant=variant, year=year))

    def center(self, variant, year, center, column):
        return float(self.yearly[column].sel(variant=variant, year=year, center=center))

    def administration(self, variant, year, administration, column):
        return float(self.administrations[column].sel(variant=variant, year=year, administration=administration))


def by_year(study, variants, years, label, column, show, scale=1.0):
    cells = [" / ".join(show(study.total(v, y, column) * scale) for y in years) for v in variants]
    return [label, " / ".join(map(str, years)), *cells]


def capital_value(study, variants):
    """What all payments are worth at the beginning of the first year, less the book value at the end."""
    last = {v: study.budget[study.budget.variant == v].sort_values("year").iloc[-1] for v in variants}
    return ["capital value of all payments, million EUR", f"to {int(last[variants[0]].year)}",
            *(whole(last[v].capital_value_eur * 1e-6) for v in variants)]


def pair_in_year(study, variants, year, label, columns, show):
    cells = [" / ".join(show(study.total(v, year, c)) for c in columns) for v in variants]
    return [label, str(year), *cells]


def first_shortage(study, variant):
    short = study.bottlenecks[study.bottlenecks.variant == variant]
    if short.empty:
        return "nothing runs out"
    year = int(short.year.min())
    return f"{year}, {', '.join(sorted(set(short[short.year == year].resource)))}"


def kind_of_place(site):
    kinds = {"access": "WAN accesses", "link": "links", "home": "server rooms"}
    return kinds.get(site.split(":", 1)[0], "centers") if ":" in site else "centers"


def places_short(study, variant, year):
    short = study.bottlenecks[(study.bottlenecks.variant == variant) & (study.bottlenecks.year <= year)]
    kinds = short.drop_duplicates("site").site.map(kind_of_place).value_counts()
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items())) or "none"


def missed(study, variant, year, law):
    rows = study.findings[(study.findings.variant == variant) & (study.findings.year == year)]
    rows = rows[rows.verdict == "missed"]
    is_law = rows.rule.str.startswith("enefg")
    return int(is_law.sum() if law else (~is_law).sum())


def missed_by_year(study, variants, label, law):
    return [label, " / ".join(map(str, MILESTONES)),
            *(" / ".join(str(missed(study, v, y, law)) for y in MILESTONES) for v in variants)]


def districts(study, suffix, full):
    """The flagship's variants side by side; `full` adds hosts, standby and CO2."""
    ways = {"(a) status-quo": "status-quo", "(b) land": "land", "(c) region": "region", "(d) federation": "federation"}
    variants = [way + suffix for way in ways.values()]

    def row(label, column, show=whole, scale=1.0):
        return by_year(study, variants, MILESTONES, label, column, show, scale)

    power = ["it_power_mean_kw", "it_power_peak_kw"]
    rows = [row("servers (VMs and physical)", "servers_placed"), row("servers without a place", "servers_refused")]
    if full:
        rows += [
            row("virtualisation hosts, standby included", "hosts"),
            row("of them standby", "standby_hosts"),
            row("physical servers", "physical_servers"),
            row("CPU use of running hosts, mean, %", "utilisation_mean", fixed(1), 100.0),
            row("sites in use", "sites"),
        ]
    rows.append(row("racks", "racks"))
    rows += [pair_in_year(study, variants, y, "IT power mean / peak, kW", power, whole) for y in MILESTONES]
    rows += [
        row("grid power peak, kW", "grid_power_peak_kw"),
        row("PUE", "pue", fixed(2)),
        row("electricity, GWh", "energy_grid_mwh", fixed(1), 1e-3),
        row("electricity, kWh per workplace", "energy_per_workplace_kwh"),
        row("CO2, location-based, t", "co2_location_t"),
        row("total cost, million EUR", "cost_total_eur", whole, 1e-6),
        row("of it licences, million EUR", "cost_licences_eur", whole, 1e-6),
        capital_value(study, variants),
        pair_in_year(study, variants, 2035, "round trip p50 / p95, ms", ["latency_p50_ms", "latency_p95_ms"], fixed(1)),
        ["first year and resource that binds", "", *(first_shortage(study, v) for v in variants)],
        ["places that run short by 2035", "", *(places_short(study, v, 2035) for v in variants)],
        missed_by_year(study, variants, "law missed (rule x center)", True),
        missed_by_year(study, variants, "recommendations missed", False),
    ]
    return table(["", "year", *ways], rows)


DORMAGEN = {"(a)": "zwei-raeume", "(b)": "zweckverband", "(c)": "zweckverband-backup", "(d)": "hybrid"}


def dormagen_effect(study):
    comparisons = [("(b)", "zweckverband", "(a)", "zwei-raeume"), ("(c)", "zweckverband-backup", "(a+)", "zwei-raeume-backup"),
                   ("(d)", "hybrid", "(a)", "zwei-raeume")]

    def differences(column, variant, other, scale, show):
        return [show((study.total(variant, y, column) - study.total(other, y, column)) * scale) for y in MILESTONES]

    rows = []
    for letter, variant, other_letter, other in comparisons:
        against = f"{other_letter} `{other}`"
        rows.append([f"{letter} `{variant}`", against + ", MWh", *differences("energy_grid_mwh", variant, other, 1.0, signed(1))])
        costs = zip(differences("cost_total_eur", variant, other, 1e-3, signed(0)),
                    differences("cost_energy_eur", variant, other, 1e-3, signed(1)))
        rows.append([letter, against + ", thousand EUR in all / of which energy", *(" / ".join(pair) for pair in costs)])
    return table(["variant", "compared with", *map(str, MILESTONES)], rows)


def dormagen_city(study, year=2030):
    """The city's servers, rooms and line in one year."""
    rooms = ["raum-a", "raum-b"]

    def city(column, show=whole):
        return [show(study.administration(v, year, "dormagen", column)) for v in DORMAGEN.values()]

    def room(column, show=whole):
        return [" / ".join(show(study.center(v, year, r, column)) for r in rooms) for v in DORMAGEN.values()]

    def both(column, show):
        return [show(sum(study.center(v, year, r, column) for r in rooms)) for v in DORMAGEN.values()]

    def first_of_city(variant):
        places = [*rooms, "access:dormagen"]
        short = study.bottlenecks[(study.bottlenecks.variant == variant) & study.bottlenecks.site.isin(places)]
        return "nothing" if short.empty else f"{int(short.year.min())}, {short.sort_values('year').resource.iloc[0]}"

    pue = [" / ".join(fixed(2)(study.center(v, year, c, "pue")) for c in ("raum-a", "itk-neuss")) for v in DORMAGEN.values()]
    rows = [
        ["servers", str(year), *city("servers")],
        ["of them at home", str(year), *city("servers_at_home")],
        ["hosts in room A / in room B", str(year), *room("hosts")],
        ["standby hosts in room A / in room B", str(year), *room("standby_hosts")],
        ["IT power of both rooms, mean, kW", str(year), *both("it_power_mean_kw", fixed(1))],
        ["electricity of both rooms, MWh", str(year), *both("energy_grid_mwh", fixed(1))],
        ["PUE of room A / of the center", str(year), *pue],
        ["round trip mean, ms", str(year), *city("latency_mean_ms", fixed(2))],
        ["access link: peak load, Gbit/s", str(year), *city("access_peak_gbit_s", fixed(2))],
        ["what runs out first at Dormagen, and when", "", *(first_of_city(v) for v in DORMAGEN.values())],
        ["rules missed (rule x site)", str(year), *(str(int(study.total(v, year, "rules_missed"))) for v in DORMAGEN.values())],
    ]
    return table(["", "year", *DORMAGEN], rows)


TABLES = {
    "districts": lambda study: districts(study, "", full=True),
    "districts-municipalities": lambda study: districts(study, "-gemeinden", full=False),
    "dormagen-effect": dormagen_effect,
    "dormagen-city": dormagen_city,
}


def rewritten(text, study):
    return MARK.sub(lambda found: found.group(1) + TABLES[found.group("name")](study) + found.group(4), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", help="results file (.h5) of the study")
    parser.add_argument("readme", type=pathlib.Path, help="README.md of the study")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the tables differ")
    arguments = parser.parse_args()
    before = arguments.readme.read_text(encoding="utf-8")
    with verbund_results.open(arguments.results) as results:
        after = rewritten(before, Study(results))
    if not arguments.check:
        arguments.readme.write_text(after, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), after.splitlines(True), "README", "run"))
    return int(before != after)


if __name__ == "__main__":
    sys.exit(main())
