"""The synthetic network, what its lines carry and how they are built (models/network; sim/deploy: lines)."""

import heapq
import math

import numpy

from . import days
from .tables import between

WGS84_A, WGS84_F = 6378137.0, 1 / 298.257223563


def geodesic(a, b):
    """Distance on WGS 84, m (T. Vincenty, Survey Review 23, 1975)."""
    if a == b:
        return 0.0
    minor = WGS84_A * (1 - WGS84_F)
    u1, u2 = (math.atan((1 - WGS84_F) * math.tan(math.radians(place[0]))) for place in (a, b))
    difference = lam = math.radians(b[1] - a[1])
    for _ in range(200):
        sin_s = math.hypot(math.cos(u2) * math.sin(lam),
                           math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam))
        cos_s = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        sigma = math.atan2(sin_s, cos_s)
        sin_alpha = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_s
        cos2_alpha = 1 - sin_alpha**2
        cos_2m = cos_s - 2 * math.sin(u1) * math.sin(u2) / cos2_alpha
        c = WGS84_F / 16 * cos2_alpha * (4 + WGS84_F * (4 - 3 * cos2_alpha))
        before, lam = lam, difference + (1 - c) * WGS84_F * sin_alpha * (
            sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1)))
        if abs(lam - before) < 1e-13:
            break
    u = cos2_alpha * (WGS84_A**2 / minor**2 - 1)
    big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    turn = big_b * sin_s * (cos_2m + big_b / 4 * (cos_s * (2 * cos_2m**2 - 1) - big_b / 6 * cos_2m * (
        4 * sin_s**2 - 3) * (4 * cos_2m**2 - 3)))
    return minor * big_a * (sigma - turn)


def unit_vector(place):
    lat, lon = map(math.radians, place)
    return numpy.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


class Network:
    """Gabriel graph of districts, cities and centers; municipalities hang on the nearest of these."""

    def __init__(self, study, catalog, administrations, centers):
        self.study, self.catalog = study, catalog
        self.places = {a.id: a.at for a in administrations} | {name: site.at for name, site in centers.items()}
        chord = lambda a, b: float(((unit_vector(self.places[a]) - unit_vector(self.places[b])) ** 2).sum())
        trunk = [a.id for a in administrations if a.kind != "municipality"] + list(centers)
        links = [(a, b) for i, a in enumerate(trunk) for b in trunk[i + 1:]
                 if all(chord(a, c) + chord(c, b) >= chord(a, b) for c in trunk if c not in (a, b))]
        towns = [a.id for a in administrations if a.kind == "municipality"]
        self.access = {town: (min(trunk, key=lambda node: chord(node, town)), town) for town in towns}
        self.length = {link: geodesic(self.places[link[0]], self.places[link[1]]) * study.get("network.route_factor")
                       for link in links + list(self.access.values())}
        self.trees = {center: self.tree(center) for center in centers}

    def tree(self, source):
        """Delay (s) and links of the fastest way from every node."""
        best, queue = {}, [(0.0, source, [])]
        while queue:
            delay, node, way = heapq.heappop(queue)
            if node in best:
                continue
            best[node] = (delay, way)
            for link, length in self.length.items():
                if node in link:
                    other = link[1] if link[0] == node else link[0]
                    more = length / 1e3 * self.study.get("network.per_kilometre") + self.study.get("network.per_hop")
                    heapq.heappush(queue, (delay + more, other, way + [link]))
        return best

    def way(self, node, site):
        return self.trees[site][node][1]

    def round_trip_s(self, node, site):
        return 2 * (self.trees[site][node][0] + 2 * self.study.get("network.gateway"))

    def sold_rate(self, need_gbit_s):
        """The least rate that carriers sell, Gbit/s; beyond the largest whole lines of that."""
        rates = sorted(row["rate_mbit_s"] / 1e3 for row in self.catalog.rows("line_rates"))
        fitting = [rate for rate in rates if rate >= need_gbit_s * (1 - 1e-9)]
        return fitting[0] if fitting else math.ceil(need_gbit_s / rates[-1]) * rates[-1]

    def usual_rate(self, kind, year):
        rows = [row for row in self.catalog.rows("access_links") if row["kind"] == kind]
        geometric = lambda a, b, share: a * (b / a) ** share
        return self.sold_rate(between(rows, "capacity_mbit_s", year, geometric) / 1e3)


class Profiles:
    """Shares of the peak by profile."""

    def __init__(self, catalog):
        self.table = {(row["id"], row["day_kind"]): ([row[f"h{hour}"] for hour in range(24)], row["quiet_factor"])
                      for row in catalog.rows("profiles")}
        self.known = {}

    def hours(self, profile, year, state):
        key = (profile, year, state)
        if key not in self.known:
            self.known[key] = days.hourly_share(self.table, profile, year, state)
        return self.known[key]

    def peak(self, traffic):
        """Largest hour, over all kinds of day, of traffic by profile."""
        most = numpy.zeros(24)
        for kind in days.KINDS:
            for quiet in (False, True):
                shares = {p: numpy.array(self.table[p, kind][0]) * (self.table[p, kind][1] if quiet else 1) for p in traffic}
                most = numpy.maximum(most, sum(traffic[p] * shares[p] for p in traffic))
        return most.max()


def line_peaks(network, profiles, year):
    """Peaks of accesses and links in Gbit/s of a year with `traffic[administration, site, profile]` and copies."""
    access, users = {}, {link: {} for link in network.length}
    for (administration, site, profile), gbit in year.traffic.items():
        own = access.setdefault(administration, {})
        own[profile] = own.get(profile, 0.0) + gbit
        for link in network.way(administration, site):
            users[link][profile] = users[link].get(profile, 0.0) + gbit
    peaks = {("access", name): profiles.peak(traffic) for name, traffic in access.items()}
    for link, traffic in users.items():
        copies = sum(c.window for c in year.replications if link in network.way(c.primary, c.backup))
        night = sum(c.mean for c in year.replications if link in network.way(c.primary, c.backup))
        night += sum(c.window for c in year.outside if link in network.way(c.primary, c.backup))
        peaks[link] = profiles.peak(traffic) + max(copies, night)
    return peaks


def line_means(network, profiles, year, states):
    """Means of accesses and links in Gbit/s, in the calendar of each owner."""
    mean = {}
    for (administration, site, profile), gbit in year.traffic.items():
        part = gbit * profiles.hours(profile, year.year, states[administration]).mean()
        for line in [("access", administration), *network.way(administration, site)]:
            mean[line] = mean.get(line, 0.0) + part
    for copy in year.replications + year.outside:
        for link in network.way(copy.primary, copy.backup):
            mean[link] = mean.get(link, 0.0) + copy.mean
    return mean


def line_stages(network, peaks, kinds, start):
    """Capacity of every line in every year: peaks[year][line], kinds[line]."""
    study, built = network.study, {}
    ahead = int(study.get("network.stage_years"))
    need = lambda year, line: peaks[year].get(line, 0.0) * study.get("network.sizing_factor")
    for year in sorted(peaks):
        for line, kind in kinds.items():
            stands = built.get((year - 1, line))
            if stands is not None and year > start and need(year, line) <= stands:
                built[year, line] = stands
                continue
            years = [y for y in peaks if year <= y < year + (1 if year <= start else ahead)]
            wanted = max(need(y, line) for y in years) * (1 + study.get("network.reserve"))
            least = stands if stands is not None and year > start else network.usual_rate(kind, year)
            built[year, line] = max(network.sold_rate(wanted), least)
    return built
