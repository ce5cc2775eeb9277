"""What the plan comes to, as the results file tables it: {(table, column, year, thing): value}."""

import numpy

from .annual import PARTS, Annual
from .money import PARTS as COST_PARTS
from .money import Money
from .network import line_means

LIMITS = {"it_power": "it-power", "racks": "racks", "ups": "ups", "cooling": "cooling", "grid": "grid",
          "storage": "storage", "uplink": "uplink"}  # in the words of table build


def tables(plan):
    annual, out = Annual(plan), {}
    money = Money(plan, annual)
    for year in range(plan.first, plan.last + 1):
        sites = {name: annual.site(name, year) for name in plan.sites}
        for name in plan.sites:
            sites[name] |= money.cost(name, year)
        for name in plan.centers:
            out |= {("yearly", column, year, name): value for column, value in sites[name].items()}
        out |= summary(plan, annual, year, sites) | duration(plan, annual, year)
        out |= administrations(plan, year, sites, money) | links(plan, year) | gear(plan, year) | units(plan, year)
    return out | lengths(plan) | steps(plan) | money.items()


SUMS = ("servers_asked", "servers_placed", "hosts", "physical_servers", "standby_hosts", "racks", "storage_tb", "water_m3",
        "it_power_mean_kw", "grid_power_mean_kw", "co2_location_t", "co2_market_t", "co2_embodied_t",
        *(f"cost_{part}_eur" for part in (*COST_PARTS, "total")), *(f"energy_{part}_mwh" for part in PARTS))


def summary(plan, annual, year, sites):
    """All sites together; peaks are those of the sum."""
    row = {column: sum(site.get(column, 0.0) for site in sites.values()) for column in SUMS}
    it_kw, grid_kw = annual.hourly(year)
    seats = sum(a.seats for a in plan.administrations) * (1 + plan.study.get("estate.growth.seats")) ** (year - plan.start)
    row |= {
        "administrations": len(plan.administrations), "workplaces": seats, "it_power_peak_kw": it_kw.max(),
        "grid_power_peak_kw": grid_kw.max(), "pue": row["energy_grid_mwh"] / row["energy_it_mwh"],
        "energy_per_workplace_kwh": row["energy_grid_mwh"] * 1e3 / seats,
        "wan_peak_gbit_s": sum(sites[name].get("traffic_peak_gbit_s", 0.0) for name in plan.centers),
    }
    return {("summary", column, year, "all"): value for column, value in row.items()}


def duration(plan, annual, year):
    """Grid power that is reached in so many percent of the hours; milestone years."""
    out = {}
    for name in plan.centers if year in plan.study.tree["milestones"] else ():
        now = plan.years[year].sites.get(name)
        if now and now.plant:
            falling = numpy.sort(annual.energy(plan.sites[name], now, year)[0]["grid"])[::-1]
            for percent in range(101):
                at = int(percent / 100 * (len(falling) - 1) + 0.5)
                out["duration", "grid_kw", year, (name, percent)] = falling[at]
    return out


def administrations(plan, year, sites, money):
    out, shares, states = {}, money.shares(year), {a.id: a.state for a in plan.administrations}
    means = line_means(plan.network, plan.profiles, plan.years[year], states)
    for a in plan.administrations:
        room, line = sites[f"home:{a.id}"], ("access", a.id)
        placements = plan.years[year].placements[a.id]
        row = {
            "workplaces": a.seats * (1 + plan.study.get("estate.growth.seats")) ** (year - plan.start),
            "servers": sum(p.count for p in placements),
            "servers_at_home": sum(p.count for p in placements if p.site == f"home:{a.id}"),
            "home_racks": room["racks"], "home_it_power_mean_kw": room["it_power_mean_kw"],
            "home_grid_energy_mwh": room["energy_grid_mwh"], "home_pue": room["pue"],
            "latency_mean_ms": latency_ms(plan, a, placements), "access_mean_gbit_s": means.get(line, 0.0),
            "access_peak_gbit_s": plan.peaks[year].get(line, 0.0), "access_limit_gbit_s": plan.lines[year, line],
            "cost_eur": shares[a.id], "bill_eur": shares[a.id],
        }
        out |= {("administrations", column, year, a.id): value for column, value in row.items()}
    return out


def latency_ms(plan, a, placements):
    """Mean round trip over the interactions."""
    local = plan.study.get("network.local_round_trip")
    total = sum(p.interactions() for p in placements)
    away = lambda site: local if site == f"home:{a.id}" else plan.network.round_trip_s(a.id, site)
    return sum(p.interactions() * away(p.site) for p in placements) / total * 1e3


def links(plan, year):
    out = {}
    means = line_means(plan.network, plan.profiles, plan.years[year], {a.id: a.state for a in plan.administrations})
    for link in plan.network.length:
        peak, name = plan.peaks[year].get(link, 0.0), "--".join(link)
        row = {"mean_gbit_s": means.get(link, 0.0), "peak_gbit_s": peak, "limit_gbit_s": plan.lines[year, link],
               "need_gbit_s": peak * plan.study.get("network.sizing_factor")}
        out |= {("links", column, year, name): value for column, value in row.items()}
    return out


def lengths(plan):
    length = plan.network.length.items()
    return {("links", "link_length_km", None, "--".join(link)): metres / 1e3 for link, metres in length}


def gear(plan, year):
    """Devices of centers by name, of all offices together."""
    out = {}
    for name, now in plan.years[year].sites.items():
        where = name if name in plan.centers else "home"
        for device, inside, count in now.gear:
            for column, each in (("count", 1), ("power_w", device["power_mid_w"])):
                key = ("gear", column, year, (where, device["id"], int(inside)))
                out[key] = out.get(key, 0.0) + count * each
    return out


def units(plan, year):
    """Modules of UPS, units of cooling, generators of centers: size, those that carry the load, those installed."""
    out = {}
    for name in plan.centers:
        now = plan.years[year].sites.get(name)
        for number, (kind, *values) in enumerate(now.plant.units if now and now.plant else []):
            columns = zip(("size", "needed", "installed"), values)
            out |= {("plant_modules", column, year, (name, number, kind)): value for column, value in columns}
    return out


def steps(plan):
    """Building stages of centers and lines, and of home rooms that are built on, but for a move."""
    out, years = {}, range(plan.first, plan.last + 1)
    for name in plan.sites:
        for year in years:
            now, before = (plan.years[y].sites.get(name) for y in (year, year - 1))
            if plan.years[year].moves.get(name) != plan.years[year - 1].moves.get(name):
                continue
            built = before.plant.limits if before and before.plant else {}
            for resource, value in (now.plant.limits if now and now.plant else {}).items():
                if value > built.get(resource, 0.0):
                    out["build", "to", year, (name, LIMITS[resource])] = value
    for year in years:
        for line in plan.kinds:
            if plan.lines[year, line] > plan.lines[year - 1, line]:
                name = ":".join(line) if line[0] == "access" else "link:" + "--".join(line)
                out["line_build", "to_gbit_s", year, name] = plan.lines[year, line]
    return out
