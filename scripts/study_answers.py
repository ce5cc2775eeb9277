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
        self.results = results

    def rows(self, name, **where):
        """Rows of a table in which the named columns have these values."""
        frame = self.results.frame(name)
        for column, value in where.items():
            frame = frame[frame[column] == value]
        return frame

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


def exchange_row(study, variants):
    """Of all centers' lines: at their peak, beside all traffic."""
    sums = [{c: study.yearly[c].sel(variant=v).sum("center") for c in ("exchange_gbit_s", "traffic_peak_gbit_s")}
            for v in variants]
    cells = [" / ".join(fixed(2)(float(of["exchange_gbit_s"].sel(year=y))) for y in MILESTONES) for of in sums]
    shares = [100 * float(of["exchange_gbit_s"].sel(year=2035)) / float(of["traffic_peak_gbit_s"].sel(year=2035)) for of in sums]
    return ["data exchanged over centers' lines, Gbit/s (of all traffic there in 2035)", " / ".join(map(str, MILESTONES)),
            *(f"{cell} ({fixed(0)(share)} %)" for cell, share in zip(cells, shares))]


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
    if full:
        rows.append(exchange_row(study, variants))
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


HAAN = {"(a)": "heute", "(b)": "krzn", "(b+)": "krzn-viel-gemeinsam", "(c)": "regio-it", "(d)": "sit", "(e)": "krzn-reserve",
        "(e+)": "krzn-reserve-zwei-wege", "(f)": "geteilt", "(g)": "wechsel"}
HAAN_YEARS = range(2027, 2036)


def haan_city(study):
    """What the city has, takes and pays, mean of the years after the move; single years hang on which host is renewed."""
    def mean(value):
        return [sum(value(v, y) for y in HAAN_YEARS) / len(HAAN_YEARS) for v in HAAN.values()]

    def city(column):
        return mean(lambda v, y: study.administration(v, y, "haan", column))

    def emission(v, y):  # kg per kWh, of all sites alike
        return study.total(v, y, "co2_location_t") / study.total(v, y, "energy_grid_mwh")

    def part_of(v, y, operator):
        """Its part of a center by servers, of its cost, where all that is not at home is there."""
        row = study.rows("operators", variant=v, year=y, operator=operator).iloc[0]
        away = study.administration(v, y, "haan", "servers") - study.administration(v, y, "haan", "servers_at_home")
        return away / float(row.servers), float(row.cost_eur)

    def reserve(v, y):
        """Its part of the reserve."""
        if not v.startswith("krzn-reserve"):
            return 0.0
        return study.administration("krzn-reserve", y, "haan", "cost_eur") - study.administration("krzn", y, "haan", "cost_eur")

    def at_home(v, y):
        """Own room and lines: all but its part of the center and the reserve."""
        if v in ("geteilt", "wechsel"):
            return math.nan
        part, cost = part_of(v, y, v if v in ("regio-it", "sit") else "krzn")
        return study.administration(v, y, "haan", "cost_eur") - part * cost - reserve(v, y)

    seats, own, center = city("workplaces"), city("home_grid_energy_mwh"), city("center_grid_energy_mwh")
    cost, rest, fallback = city("cost_eur"), mean(at_home), mean(reserve)
    carbon = mean(lambda v, y: emission(v, y) * (study.administration(v, y, "haan", "home_grid_energy_mwh")
                                                 + study.administration(v, y, "haan", "center_grid_energy_mwh")))
    servers = [study.administration(v, 2030, "haan", "servers") for v in HAAN.values()]
    kept = [study.administration(v, 2030, "haan", "servers_at_home") for v in HAAN.values()]
    latency = [study.administration(v, 2030, "haan", "latency_mean_ms") for v in HAAN.values()]
    access = [study.administration(v, 2030, "haan", "access_peak_gbit_s") * 1e3 for v in HAAN.values()]
    line = [study.administration(v, 2030, "haan", "access_limit_gbit_s") * 1e3 for v in HAAN.values()]
    rows = [
        ["servers, of them at home, 2030", *(f"{a:.0f}, {b:.0f}" for a, b in zip(servers, kept))],
        ["round trip mean, ms, 2030", *map(fixed(2), latency)],
        ["line: peak / rate, Mbit/s, 2030", *(f"{a:.0f} / {b:.0f}" for a, b in zip(access, line))],
        ["electricity of own room + part of the centers, MWh a year", *(f"{a:.1f} + {b:.1f}" for a, b in zip(own, center))],
        ["electricity per workplace, kWh a year", *(whole((a + b) * 1e3 / s) for a, b, s in zip(own, center, seats))],
        ["CO2 per workplace, kg a year", *(whole(c * 1e3 / s) for c, s in zip(carbon, seats))],
        ["cost, thousand EUR a year", *(whole(c * 1e-3) for c in cost)],
        ["of it own room and lines, thousand EUR a year", *("-" if math.isnan(c) else whole(c * 1e-3) for c in rest)],
        ["its part of the reserve, thousand EUR a year", *(whole(c * 1e-3) if c else "-" for c in fallback)],
        ["per workplace and month, EUR", *(whole(c / s / 12) for c, s in zip(cost, seats))],
    ]
    return table(["mean of 2027-2035", *HAAN], rows)


def haan_providers(study, year=2030):
    """The three providers with the city as a client."""
    ways = {"KRZN": ("krzn", "krzn"), "regio iT": ("regio-it", "regio-it"), "Südwestfalen-IT": ("sit", "sit")}
    labels = ("Haan's servers of listed procedures: before / after merging", "IT power of the center, mean, kW",
              "of it the town, kW", "PUE", "cost of the study's clients there, EUR per workplace and month")
    rows = [[label] for label in labels]
    for variant, center in ways.values():
        listed = study.rows("procedures", variant=variant, year=year, site=center)
        listed = listed[listed.kind != "rest"]
        shared = study.rows("shared_centers", variant=variant, year=year, site=center).iloc[0]
        pue = study.center(variant, year, center, "pue")
        city = study.administration(variant, year, "haan", "center_grid_energy_mwh") / pue / 8.76
        operator = study.rows("operators", variant=variant, year=year, operator=center).iloc[0]
        cells = [f"{listed.servers_before.sum():.0f} / {listed.servers_after.sum():.0f}",
                 whole(shared.clients_it_kw + shared.other_it_kw), rounded(city, 2), fixed(2)(pue),
                 fixed(1)(operator.workplace_month_eur)]
        for row, cell in zip(rows, cells):
            row.append(cell)
    return table([str(year), *ways], rows)


KDO = {"(a)": "vor-ort", "(b)": "pc-am-zentrum", "(c)": "arbeitsplatz", "(d)": "arbeitsplatz-zwei-wege",
       "(g)": "buero-aussen"}
KDO_HOUSES = {"Heeseberg": "heeseberg", "Dötlingen": "doetlingen", "Apen": "apen", "Löningen": "loeningen",
              "Landkreis Cloppenburg": "landkreis-cloppenburg"}


def kdo_lines(study, year=2027):
    """Peak of every house's line at 10 o'clock and at 8, where the load is nine tenths of it, and the rate built or stated."""
    rows = []
    for name, house in KDO_HOUSES.items():
        def cell(variant, column, house=house):
            return study.administration(variant, year, house, column) * 1e3

        peaks = [rounded(cell(v, "access_peak_gbit_s")) for v in list(KDO.values())[:3]]
        lines = [whole(cell(v, "access_limit_gbit_s")) for v in ("arbeitsplatz", "arbeitsplatz-schmal")]
        rows.append([name, whole(study.administration("arbeitsplatz", year, house, "workplaces")), *peaks, *lines,
                     rounded(study.administration("arbeitsplatz", 2035, house, "access_peak_gbit_s") * 1e3)])
    return table([f"Mbit/s, {year}", "workplaces", *(f"({v}) peak" for v in "abc"), "(c) line", "(e) line", "(c) peak in 2035"],
                 rows)


def kdo_center(study, year=2030):
    """What the center needs for 1,000 workplaces, and what stays in the houses."""
    ways = {key: KDO[key] for key in ("(b)", "(c)")}

    def per_thousand(column, show=whole, scale=1.0):
        seats = {v: study.total(v, year, "workplaces") for v in ways.values()}
        return [show(study.center(v, year, "kdo", column) * scale * 1e3 / seats[v]) for v in ways.values()]

    positions = [study.rows("operators", variant=v, year=year, operator="kdo").positions.iloc[0] for v in ways.values()]
    seats = [study.total(v, year, "workplaces") for v in ways.values()]
    homes = [sum(study.administration(v, year, h, "home_grid_energy_mwh") for h in KDO_HOUSES.values()) for v in ways.values()]
    rows = [
        ["VMs", *per_thousand("vms")],
        ["hosts", *per_thousand("hosts", fixed(1))],
        ["memory, TB", *per_thousand("ram_tb", fixed(1))],
        ["data, TB", *per_thousand("storage_tb")],
        ["IT power, mean, kW", *per_thousand("it_power_mean_kw", fixed(1))],
        ["electricity from the grid, MWh a year", *per_thousand("energy_grid_mwh")],
        ["peak of the users' traffic, Mbit/s", *per_thousand("traffic_peak_gbit_s", whole, 1e3)],
        ["positions", *(fixed(1)(p * 1e3 / s) for p, s in zip(positions, seats))],
        ["beside it in the houses, MWh a year", *(whole(h * 1e3 / s) for h, s in zip(homes, seats))],
    ]
    return table([f"per 1,000 workplaces, {year}", *ways], rows)


def kdo_energy(study, year=2030):
    """Electricity and money per workplace: houses, center, desks."""
    ways = KDO
    labels = ("own rooms, kWh", "center, kWh", "desks: PCs or thin clients, kWh", "desks: screens, kWh", "in all, kWh",
              "rooms, lines and center, EUR a month", "devices on desks with their electricity, EUR a month",
              "in all, EUR a month", "flat rate that covers the center, EUR a month")
    rows = [[label] for label in labels]
    for variant in ways.values():
        seats = study.total(variant, year, "workplaces")
        homes = sum(study.administration(variant, year, h, "home_grid_energy_mwh") for h in KDO_HOUSES.values())
        center = study.center(variant, year, "kdo", "energy_grid_mwh")
        desks = study.rows("endpoints", variant=variant, year=year)
        screens = desks[desks.device == "monitor"].energy_mwh.sum()
        boxes = desks.energy_mwh.sum() - screens
        money = study.total(variant, year, "cost_total_eur")
        devices = desks.cost_energy_eur.sum() + desks.cost_devices_eur.sum()
        covering = study.rows("operators", variant=variant, year=year, operator="kdo").workplace_month_eur.iloc[0]
        cells = [*(v * 1e3 / seats for v in (homes, center, boxes, screens, homes + center + boxes + screens)),
                 *(v / seats / 12 for v in (money, devices, money + devices)), covering]
        for row, cell in zip(rows, cells):
            row.append(whole(cell))
    return table([f"per workplace, {year}", *ways], rows)


def kdo_houses(study, year=2030):
    """What every house costs: own room and lines, and its share of the center."""
    rows = []
    for name, house in KDO_HOUSES.items():
        seats = study.administration("vor-ort", year, house, "workplaces")
        costs = [study.administration(v, year, house, "cost_eur") / seats / 12 for v in KDO.values()]
        rows.append([name, whole(seats), *map(whole, costs)])
    return table([f"EUR per workplace and month, {year}", "workplaces", *KDO], rows)


AKDB = {"(a)": "ein-zentrum", "(b)": "zwilling", "(c)": "zwilling-kopie", "(d)": "zwilling-fern", "(e)": "zwilling-foederation"}


def akdb_capacity(study):
    """What both houses need by year, the study's clients alone where not said otherwise."""
    variant, houses, years = "zwilling", ("haus-1", "haus-2"), (2024, 2025, 2026, 2027, 2030, 2035)

    def both(column, show=whole, scale=1.0):
        return [show(sum(study.center(variant, y, h, column) for h in houses) * scale) for y in years]

    def of_center(column):
        def at(house, year):
            return study.rows("shared_centers", variant=variant, year=year, site=house)[column].sum()

        return [whole(sum(at(h, y) for h in houses)) for y in years]

    def there(administration, year):
        position = int(study.administration(variant, year, administration, "main_center"))
        return position >= 0 and str(study.yearly.center.values[position]) in houses

    names = [str(a) for a in study.administrations.administration.values]

    def moved(online):
        return [whole(sum(there(a, y) for a in names if a.startswith("online-") == online)) for y in years]

    def online():
        cells = []
        for year in years:
            rows = study.rows("procedures", variant=variant, year=year, kind="online-services")
            rows = rows[rows.site.isin(houses)]
            cells.append(f"{rows.servers_before.sum():.0f} / {rows.servers_after.sum():.0f}")
        return cells

    def users():
        """Sum of the peaks of all lines, and of those of the online services."""
        cells = []
        for year in years:
            peaks = {a: study.administration(variant, year, a, "access_peak_gbit_s") for a in names}
            cells.append(" / ".join(rounded(v, 2) for v in (sum(peaks.values()),
                                                            sum(p for a, p in peaks.items() if a.startswith("online-")))))
        return cells

    rows = [
        ["districts / states there at the end of the year", *(" / ".join(pair) for pair in zip(moved(False), moved(True)))],
        ["servers", *both("servers_placed")],
        ["of them online services: each state by itself / shared", *online()],
        ["hosts, standby included", *both("hosts")],
        ["racks of both houses, all clients", *both("racks")],
        ["IT power of the study's clients, mean, kW", *both("it_power_mean_kw")],
        ["IT power of the other clients, mean, kW", *of_center("other_it_kw")],
        ["grid power of both houses, peak, kW", *both("grid_kw")],
        ["grid connection of both houses, kW", *both("limit_grid_kw")],
        ["data with copies, PB", *both("storage_need_tb", fixed(1), 1e-3)],
        ["users' traffic, all / online services, Gbit/s", *users()],
        ["uplinks needed, copies included, Gbit/s", *both("uplink_gbit_s")],
    ]
    return table(["(b) twin", *map(str, years)], rows)


def akdb_variants(study):
    ways = list(AKDB.values())

    def row(label, column, show=whole, scale=1.0):
        return by_year(study, ways, (2030, 2035), label, column, show, scale)

    def rules(label, law):
        return [label, "2030 / 2035", *(" / ".join(str(missed(study, v, y, law)) for y in (2030, 2035)) for v in ways)]

    rows = [
        row("hosts, standby included", "hosts"), row("of them standby", "standby_hosts"),
        row("electricity, GWh", "energy_grid_mwh", fixed(2), 1e-3), row("PUE of all sites", "pue", fixed(2)),
        row("CO2, location-based, t", "co2_location_t"), row("total cost, million EUR", "cost_total_eur", fixed(1), 1e-6),
        capital_value(study, ways), row("round trip p95, ms", "latency_p95_ms", fixed(1)),
        rules("law missed (rule x center)", True), rules("recommendations missed", False),
    ]
    return table(["", "year", *AKDB], rows)


def akdb_duties(study, years=(2025, 2030)):
    """What the law and the criteria say of house 1 of the twin."""
    names = {"enefg.scope": "EnEfG applies from 300 kW connection: kW", "enefg.pue": "PUE limit of the EnEfG",
             "enefg.erf": "reused heat", "enefg.renewable": "renewable electricity, %",
             "enefg.management-system": "energy management system",
             "enefg.management-certificate": "certificate of it", "enefg.register": "report to the register",
             "eed.scope": "EED report from 500 kW of IT", "kritis.scope": "KRITIS from 3,500 kW",
             "blauer-engel.pue": "Blauer Engel, PUE",
             "blauer-engel.erf": "Blauer Engel, reused heat", "blauer-engel.utilisation": "Blauer Engel, CPU use, %"}
    rows = []
    for rule, name in names.items():
        row = [name]
        for year in years:
            found = study.rows("findings", variant="zwilling", year=year, rule=rule, subject="AKDB, Haus 1").iloc[0]
            value = "" if math.isnan(found.value) else f", {rounded(found.value)}"
            limit = "" if math.isnan(found.limit) else f" ({found.bound.replace('-', ' ')} {rounded(found.limit)})"
            row.append(found.verdict + value + limit)
        rows.append(row)
    for rule, name in {"bsi.georedundancy": "BSI georedundancy of the twin, km",
                       "bsi.operational-redundancy": "BSI operational redundancy of the twin, km"}.items():
        row = [name]
        for year in years:
            found = study.rows("findings", variant="zwilling", year=year, rule=rule).iloc[0]
            row.append(f"{found.verdict}, {rounded(found.value)} ({found.bound.replace('-', ' ')} {rounded(found.limit)})")
        rows.append(row)
    return table(["house 1 of (b)", *map(str, years)], rows)


TABLES = {
    "districts": lambda study: districts(study, "", full=True),
    "districts-municipalities": lambda study: districts(study, "-gemeinden", full=False),
    "dormagen-effect": dormagen_effect,
    "dormagen-city": dormagen_city,
    "haan-city": haan_city,
    "haan-providers": haan_providers,
    "kdo-lines": kdo_lines,
    "kdo-center": kdo_center,
    "kdo-energy": kdo_energy,
    "kdo-houses": kdo_houses,
    "akdb-capacity": akdb_capacity,
    "akdb-variants": akdb_variants,
    "akdb-duties": akdb_duties,
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
