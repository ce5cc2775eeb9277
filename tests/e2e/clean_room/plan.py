"""A variant through the years: who runs what where, on which hosts, in which plant (sim/deploy)."""

import math
from dataclasses import dataclass, field, replace

import numpy

from . import estate, fleet, hosts, rooms
from .network import Network, Profiles, geodesic, line_peaks, line_stages

BITS_PER_BYTE = 8
DAY_S = 86400.0
NEVER = -10000


@dataclass
class Administration:
    id: str
    kind: str
    state: str
    at: tuple
    seats: float


@dataclass
class Copy:
    """Data sent from a center to its backup site, Gbit/s."""

    primary: str
    backup: str
    window: float
    mean: float


@dataclass
class SiteYear:
    """A site in a year."""

    servers: int = 0
    vms: int = 0
    physical: int = 0
    vcpu: float = 0.0
    ram_gb: float = 0.0
    storage_gb: float = 0.0
    backed_up_gb: float = 0.0  # primary data whose backups, local or outside ones, lie here
    workplaces: float = 0.0
    cluster: list = field(default_factory=list)
    machines: list = field(default_factory=list)
    standby: list = field(default_factory=list)
    bought: int = 0
    bought_in: dict = field(default_factory=dict)
    load: dict = field(default_factory=dict)  # ssj_ops in every hour by physical or not
    it_w: object = 0.0  # in every hour
    traffic: object = 0.0  # Gbit/s in every hour
    gear: list = field(default_factory=list)
    height_units: float = 0.0
    needs: dict = field(default_factory=dict)
    plant: object = None


@dataclass
class Year:
    year: int
    sites: dict = field(default_factory=dict)
    placements: dict = field(default_factory=dict)
    estates: dict = field(default_factory=dict)
    traffic: dict = field(default_factory=dict)  # Gbit/s by administration, site, profile
    replications: list = field(default_factory=list)
    outside: list = field(default_factory=list)
    moves: dict = field(default_factory=dict)  # made until then, by home room


class Site:
    """Where servers stand, with what goes on from year to year."""

    def __init__(self, name, at, state, region, center, machines):
        self.id, self.at, self.state, self.region, self.center = name, at, state, region, center
        phase = estate.phase_of(at)
        self.phase = phase
        self.cluster = fleet.Fleet(machines, phase, int(machines.study.get("hosts.reserve")))
        self.standby = fleet.Fleet(machines, phase, 0)  # is itself the reserve
        self.plant, self.moves = None, 0

    @property
    def role(self):
        return "home" if self.center is None else self.center.get("role", "shared")

    def first_year(self):
        year, rest = self.center.get("commissioned", "2000-01-01").split("-", 1)
        return int(year) + (rest != "01-01")


def nearest_district(catalog, at):
    return min(catalog.rows("districts"), key=lambda d: (d["lat"] - at[0]) ** 2 + ((d["lon"] - at[1]) * 0.63) ** 2)


class Plan:
    """One variant, from the base year of the estate to the end of the last stage of a center or line."""

    def __init__(self, study, catalog):
        self.study, self.catalog = study, catalog
        self.machines, self.profiles = hosts.Machines(study, catalog), Profiles(catalog)
        self.start = int(study.get("estate.base_year"))
        self.first, self.last = (study.tree["horizon"][key] for key in ("first", "last"))
        stated = sorted(study.get("territory.administrations").items())
        self.administrations = [self.administration(*item) for item in stated]
        self.sites = {name: self.center(name, center) for name, center in sorted(study.named("centers").items())}
        self.centers = dict(self.sites)
        for a in self.administrations:
            region = int(nearest_district(catalog, a.at)["climate_region"])
            self.sites[f"home:{a.id}"] = Site(f"home:{a.id}", a.at, a.state, region, None, self.machines)
        self.network = Network(study, catalog, self.administrations, self.centers)
        self.years = {}
        last = self.last + int(max(study.get("network.stage_years"), study.get("centers.<center>.stage_years"))) - 1
        for year in range(min(self.start, self.first), last + 1):
            self.years[year] = self.play(year)
        for name in self.centers:
            self.size_center(name)
        self.peaks = {year: line_peaks(self.network, self.profiles, self.years[year]) for year in self.years}
        self.kinds = {("access", a.id): a.kind for a in self.administrations}
        self.kinds |= {link: "center" for link in self.network.length if link not in self.network.access.values()}
        self.lines = line_stages(self.network, self.peaks, self.kinds, self.start)
        self.lines |= {(year, self.network.access[line[1]]): rate for (year, line), rate in self.lines.items()
                       if line[0] == "access" and line[1] in self.network.access}

    def administration(self, name, stated):
        table = "districts" if len(stated["ags"]) == 5 else "municipalities"
        row = next(row for row in self.catalog.rows(table) if row["ags"] == stated["ags"])
        kind = row["kind"] if table == "districts" else "municipality"
        return Administration(name, kind, stated["ags"][:2], (row["lat"], row["lon"]), stated["seats"])

    def center(self, name, center):
        at = center["at"]["lat"], center["at"]["lon"]
        return Site(name, at, center["state"], center["climate_region"], center, self.machines)

    def stands(self, site, year):
        return site.center is None or year >= site.first_year()

    def provider_of(self, a, year):
        found = [s for s in self.centers.values() if s.role == "provider" and self.stands(s, year)]
        return min(found, key=lambda s: geodesic(a.at, s.at)).id if found else None

    def allocate(self, a, groups, year):
        """Placements of an administration, and how many moves it has made."""
        phase = estate.phase_of(a.at)
        share, provider = self.study.get(f"estate.provider_share_by_kind.{a.kind}"), self.provider_of(a, year)
        placements = estate.at_home_and_provider(groups, f"home:{a.id}", provider, share, phase)
        renewals = min(1.0, max(0.0, (year - self.start) / self.study.get("hosts.stand_alone_refresh")))
        renewed = self.study.get("hosts.virtualise_on_refresh") * renewals
        placements, moves = estate.renew(placements, renewed, phase), 0
        for move in self.study.named("moves").values():
            if a.id in move["who"] and year >= move["years"][0]:  # one wave
                virtualised = self.study.of(move, "moves.<move>", "virtualise_physical")
                placements, moves = estate.move(placements, move["to"], virtualised, renewed, phase), moves + 1
        via_terminal = self.study.get("estate.terminals.via_terminal_share")
        return estate.keep_inside(placements, f"home:{a.id}", via_terminal), moves

    def play(self, year):
        out = Year(year)
        by_site = {name: [] for name in self.sites}
        for a in self.administrations:
            groups = estate.estate(self.study, self.catalog, a.kind, a.seats, year)
            placements, moves = self.allocate(a, groups, year)
            out.estates[a.id], out.placements[a.id] = groups, placements
            for p in placements:
                by_site[p.site].append((a, p))
                key = (a.id, p.site, p.group.workload["profile"])
                if p.site != f"home:{a.id}" and p.group.traffic_kbit_s:
                    out.traffic[key] = out.traffic.get(key, 0.0) + p.traffic_kbit_s() / 1e6
            self.reset(self.sites[f"home:{a.id}"], moves)
            out.moves[f"home:{a.id}"] = moves
        shapes = {name: fleet.shapes_of([p for _, p in owned]) for name, owned in by_site.items()}
        self.add_copies(out, shapes)
        for name, site in self.sites.items():
            if self.stands(site, year):
                out.sites[name] = self.build(site, by_site[name], shapes, out)
        return out

    def reset(self, home, moves):
        if moves != home.moves:  # a room is sized anew after each move
            home.plant, home.moves = None, moves

    def backups(self, year):
        for primary, rule in self.study.named("backups").items():
            pair = self.sites[primary], self.sites[rule["center"]]
            if all(self.stands(site, year) for site in pair):
                yield pair

    def add_copies(self, out, shapes):
        n = out.year - self.start
        changed = lambda some: sum(s.storage_gb * estate.daily_change_share(self.study, s.workload, n) for s in some)
        gbit_s = lambda gb, seconds: gb * BITS_PER_BYTE / seconds
        night = {key: self.study.get(f"events.night.{key}") for key in ("image_factor", "reduction", "lasts")}
        for primary, backup in self.backups(out.year):
            daily = changed(fleet.protected(shapes[primary.id]))
            window = min(DAY_S, self.study.get("network.replication_window"))
            out.replications.append(Copy(primary.id, backup.id, gbit_s(daily, window), gbit_s(daily, DAY_S)))
            sent = changed(shapes[primary.id]) * night["image_factor"] / night["reduction"]
            out.outside.append(Copy(primary.id, backup.id, gbit_s(sent, night["lasts"]), gbit_s(sent, DAY_S)))

    def build(self, site, owned, shapes, out):
        """Hosts, what they draw, and what the site needs."""
        year, mine = out.year, shapes[site.id]
        now = SiteYear(servers=sum(s.count for s in mine), physical=sum(s.count for s in mine if s.physical))
        now.vms = now.servers - now.physical
        now.vcpu = sum(s.count * s.vcpu for s in mine if not s.physical)
        now.ram_gb = sum(s.count * s.ram_gb for s in mine)
        now.storage_gb = now.backed_up_gb = sum(s.storage_gb for s in mine)
        seats = {a.id: a.seats * estate.growth(self.study, "seats", year - self.start) for a, _ in owned}
        total = {a: sum(g.count for g in groups) for a, groups in out.estates.items()}
        now.workplaces = sum(seats[a.id] * p.count / total[a.id] for a, p in owned)
        self.renew_fleet(site.cluster, mine, year, self.earliest(site))
        copied = [primary.id for primary, backup in self.backups(year) if backup is site]
        for primary in copied:  # one rule in this study
            copies = [replace(s, physical=False) for s in fleet.protected(shapes[primary])]
            self.renew_fleet(site.standby, copies, year, year)
            now.storage_gb += sum(s.storage_gb for s in copies)
            now.backed_up_gb += sum(s.storage_gb for s in shapes[primary])
        kinds = rooms.rack_kinds(self.study, site.center)
        most_fed = max(kind.watts if kind.is_limit else math.inf for kind in kinds)
        now.cluster, now.standby = site.cluster.hosts(), site.standby.hosts()
        now.machines = fleet.stand_alone_servers(self.machines, mine, year, site.phase, most_fed)
        now.bought = site.cluster.bought + site.standby.bought
        self.add_load(now, owned, year)
        self.add_gear_and_racks(site, now, mine, seats, kinds, year)
        self.add_power(now, year)
        self.add_needs(site, now, out)
        if site.center is None and now.servers:
            self.fit_home(site, now, year)
        return now

    def earliest(self, site):
        return NEVER if site.role in ("home", "own") else site.first_year()

    def renew_fleet(self, cluster, shapes, year, earliest):
        if year <= self.start:
            cluster.begin(shapes, year, earliest)
        else:
            cluster.renew(shapes, year)

    def add_load(self, now, owned, year):
        hours = len(self.profiles.hours("flat", year, "05"))
        now.load = {False: numpy.zeros(hours), True: numpy.zeros(hours)}
        now.traffic = numpy.zeros(hours)
        for a, p in owned:
            w = p.group.workload
            share = self.profiles.hours(w["profile"], year, a.state)
            use = w["cpu_floor"] + (w["cpu_at_peak"] - w["cpu_floor"]) * share
            now.load[p.physical] += p.count * p.group.vcpu * self.machines.reference_core * use
            if p.site != f"home:{a.id}":
                now.traffic += p.traffic_kbit_s() / 1e6 * share

    def add_gear_and_racks(self, site, now, shapes, seats, kinds, year):
        own_seats = seats.get(site.id.removeprefix("home:"), 0.0) if site.center is None else 0.0
        amounts = {"office": float(own_seats > 0), "seats": own_seats}
        count = len(now.cluster) + len(now.standby) + len(now.machines)
        if now.servers or now.standby or now.storage_gb:
            amounts |= {"workplaces": max(own_seats, now.workplaces), "room": 1, "hosts": count}
            if now.storage_gb >= self.study.get("storage.array_from"):
                amounts["array-hosts"] = count
            if site.role in ("provider", "shared"):
                amounts |= {"center": 1, "center-hosts": count}
        phones = any(s.workload["profile"] == "telephony" for s in shapes)
        wired = self.study.get("gear.wired_seats")
        now.gear = rooms.gear(self.catalog, amounts, phones, wired)
        units = int(rooms.in_room(now.gear, "height_units"))
        devices = [(1, h.height_units, h.watts[-1]) for h in now.cluster + now.machines + now.standby]
        devices.append(rooms.shelves(self.study, now, year, rooms.strongest(kinds)))
        devices.append((units, 1, rooms.in_room(now.gear, "power_mid_w") / units if units else 0.0))
        now.height_units = sum(number * high for number, high, _ in devices)
        racks, drawn = rooms.racks_needed(devices, self.study.get("facility.usable_height_units"), kinds)
        now.needs |= {"racks": racks, "rack_power": drawn / 1e3, "storage": now.storage_gb / 1e3}
        if "room" in amounts:
            now.gear += rooms.gear(self.catalog, {"racks": racks}, phones, wired)

    def add_power(self, now, year):
        steady = rooms.in_room(now.gear, "power_mid_w") + rooms.storage_w(self.study, now, year)
        now.it_w = numpy.full_like(now.traffic, steady)
        for pool, physical in ((now.cluster, False), (now.machines, True)):
            if pool:
                now.it_w = now.it_w + hosts.power(pool, now.load[physical] / sum(h.performance for h in pool))
        now.it_w = now.it_w + self.study.get("hosts.warm_running") * hosts.power(now.standby, 0.0)

    def add_needs(self, site, now, out):
        sent = [c for c in out.replications if c.primary == site.id]
        received = [c for c in out.replications if c.backup == site.id]
        night_out = sum(c.mean for c in sent) + sum(c.window for c in out.outside if c.primary == site.id)
        night_in = sum(c.mean for c in received) + sum(c.window for c in out.outside if c.backup == site.id)
        copies = max(sum(c.window for c in sent), sum(c.window for c in received), night_out, night_in)
        now.needs["it_power"] = now.it_w.max() / 1e3
        now.needs["uplink"] = (now.traffic.max() + copies) * self.study.get("network.sizing_factor")

    def fit_home(self, home, now, year):
        """Kept while it is enough; else the need with its reserve, and nothing is taken back but by a move."""
        if year <= self.start:
            home.plant = None
        built = home.plant.limits if home.plant else {"it_power": 0.0, "racks": 0.0}
        if any(now.needs[r] > built[r] for r in ("it_power", "racks")):
            reserve = 1 + self.study.get("home.reserve")
            need = {r: max(built[r], now.needs[r] * reserve) for r in ("it_power", "racks")}
            home.plant = rooms.HomePlant(self.study, self.catalog, need)
        now.plant = home.plant

    def size_center(self, name):
        """A stage serves the needs of its years with their reserve, and never takes anything back."""
        center, plant = self.centers[name].center, None
        reserve = 1 + self.study.of(center, "centers.<center>", "reserve")
        ahead = int(self.study.of(center, "centers.<center>", "stage_years"))
        sized = ("it_power", "racks", "storage", "uplink")
        for year in range(self.start, self.last + 1):
            now = self.years[year].sites.get(name)
            if now is None or not (now.servers or now.standby or now.storage_gb):
                continue
            if plant is None or any(now.needs[r] > plant.limits[r] for r in sized):
                stage = [self.years[y].sites[name].needs for y in range(year, year + ahead)]
                need = {r: reserve * max(n[r] for n in stage) for r in sized}
                if plant:
                    need = {r: max(need[r], plant.limits[r]) for r in sized}
                plant = rooms.CenterPlant(self.study, self.catalog, center, need, self.network.sold_rate)
            now.plant = plant
