"""What is bought when, what it costs by the year and who pays (sim/annual: cost; models/economics)."""

import functools
import math

from .books import Books, Stock
from .network import geodesic

PARTS = {
    "energy": ("energy", "water"),
    "hardware": ("hosts", "servers", "storage", "backup-storage", "gear", "gear-maintenance"),
    "licences": ("licences",),
    "building": ("building", "room", "racks", "ups", "batteries", "cooling", "generator", "plant-maintenance"),
    "staff": ("staff",),
    "network": ("joins-once", "access", "uplinks", "joins"),
    "change": ("migration", "double-running", "exit"),
}
OF_THE_ROOM = PARTS["building"][:-1]
MAINTAINED = ("ups", "batteries", "cooling", "generator")
PATHS = ("single", "single-redundant-parts", "multiple", "multiple-fault-tolerant")  # classes 1 to 4


class Money:
    """The years of a plan at its sites, each paying for what stands there."""

    def __init__(self, plan, annual):
        self.plan, self.annual, self.study, self.figure = plan, annual, plan.study, plan.catalog.figure
        self.gross = 1 + self.study.get("economics.value_added_tax")
        self.books = {name: Books() for name in plan.sites}
        self.spent = {}  # EUR by year, site, purchases or depreciation or running, kind
        self.budget = {}
        for year in range(plan.first, plan.last + 1):
            self.play(year)

    def play(self, year):
        row = dict.fromkeys(("opening_eur", "purchases_eur", "depreciation_eur", "written_off_eur", "closing_eur",
                             "running_eur"), 0.0)
        for name, site in self.plan.sites.items():
            now, books = self.plan.years[year].sites.get(name), self.books[name]
            stock = self.stock(site, now, year)
            running = self.running(site, now, year, stock)
            for one in stock:
                one.price *= self.gross
            if year == self.plan.first:
                self.open(site, books, stock, year)
            row["opening_eur"] += books.value(year)
            bought, written_down, given_up = books.year(stock, year)
            running = {kind: eur * (1 if kind == "staff" else self.gross) for kind, eur in running.items() if eur}
            running |= self.drawn(name, year) | self.kept_running(site.id, year)
            self.spent |= {(year, name, table, kind): eur
                           for table, kinds in (("purchases", bought), ("depreciation", written_down), ("running", running))
                           for kind, eur in kinds.items()}
            row["purchases_eur"] += sum(bought.values())
            row["depreciation_eur"] += sum(written_down.values())
            row["written_off_eur"] += given_up
            row["running_eur"] += sum(running.values())
            row["closing_eur"] += books.value(year + 1)
        self.budget[year] = row

    def drawn(self, name, year):
        """Electricity and water."""
        now = self.plan.years[year].sites.get(name)
        if now is None or now.plant is None:
            return {}
        hours, _, water_m3 = self.annual.energy(self.plan.sites[name], now, year)
        water = {"water": water_m3 * self.figure["price.water"] * self.gross} if water_m3 else {}
        grid = hours["grid"]
        return {"energy": self.annual.bill_eur(grid.sum() / 1e3, grid.max(), now.plant.limits["grid"], year)} | water

    # What stands

    def stock(self, site, now, year):
        """At prices without tax."""
        if now is None or now.plant is None:
            return []
        machines = [("hosts", h, "hosts.refresh") for h in now.cluster + now.standby]
        machines += [("servers", h, "hosts.stand_alone_refresh") for h in now.machines]
        found = {}
        for kind, host, life in machines:
            key = (kind, host.year, host.series, host.price_eur)
            new = Stock(kind, 0.0, host.price_eur, self.study.get(life), key[1:], True, host.year)
            found.setdefault(key, new).quantity += 1
        n = year - self.study.get("estate.base_year")
        backup_gb = now.backed_up_gb * self.study.get("storage.backup_share")
        for kind, stored_gb in (("storage", now.storage_gb), ("backup-storage", backup_gb)):
            price = self.figure[f"cost.{kind}"] * (1 - self.figure[f"cost.{kind}.fall"]) ** n
            found[kind] = Stock(kind, stored_gb / 1e3, price, self.figure["life.storage"])
        for device, _, count in now.gear:
            new = Stock("gear", 0.0, device["price_mid_eur"], device["life_a"], device["id"])
            found.setdefault(device["id"], new).quantity += count
        return [stock for stock in [*self.plant(site, now), *found.values()] if stock.quantity > 0]

    def plant(self, site, now):
        """Room or building, racks, UPS, batteries, cooling, generator."""
        figure, plant = self.figure, now.plant
        factor, it_kw, racks = self.class_factor(site.center), plant.limits["it_power"], plant.limits["racks"]
        yield Stock("racks", racks, figure["cost.rack"], figure["life.rack"])
        if it_kw * 1e3 <= figure["cost.room.up-to"]:
            yield Stock("room", racks, figure["cost.room"] * factor, figure["life.room"])
        else:
            yield Stock("building", it_kw, self.by_size("building", it_kw) * factor, figure["life.building"])
        size = {"ups": 0.0, "cooling": 0.0, "generator": 0.0}
        for room in plant.rooms:
            spare = room.installed_w / 1e3 / room.ups_kw
            size["ups"] += room.installed_w / 1e3
            size["cooling"] += room.cooling_kw * spare
        size["generator"] += sum(each * number for kind, each, number, _ in getattr(plant, "units", []) if kind == "generator")
        yield Stock("ups", size["ups"], figure["cost.ups"], figure["life.ups"])
        yield Stock("batteries", size["ups"], figure["cost.ups-battery"], figure["life.ups-battery"])
        for kind, name in (("cooling", "cooling"), ("generator", "genset")):
            if size[kind]:
                yield Stock(kind, size[kind], self.by_size(name, size[kind]), figure[f"life.{name}"])

    def by_size(self, name, size):
        """EUR per unit of size: straight where both axes are logarithmic, the nearer price outside."""
        small, large = (self.figure[f"cost.{name}.{end}"] for end in ("small", "large"))
        small_at, large_at = (self.figure[f"cost.{name}.{end}-at"] / 1e3 for end in ("small", "large"))
        share = math.log(min(max(size, small_at), large_at) / small_at) / math.log(large_at / small_at)
        return small * (large / small) ** share

    def class_of(self, center):
        if center is None:
            return int(self.study.get("home.availability_class"))
        stated = self.study.of(center, "centers.<center>", "availability_class")
        paths = (self.study.of(center, "centers.<center>", f"{what}_path") for what in ("power", "cooling", "network"))
        return int(stated or min(PATHS.index(path) + 1 for path in paths))

    def class_factor(self, center):
        return self.figure.get(f"cost.building.class-{self.class_of(center)}", 1.0)  # of class 3

    def open(self, site, books, stock, year):
        """Ages as the horizon begins."""
        for one in stock:
            if one.bought is not None:
                if one.bought < year:
                    books.open(one, one.bought)
            elif site.center is not None and one.kind in OF_THE_ROOM:
                commissioned = int(site.center["commissioned"][:4])  # on 1 January in this study
                age = (year - commissioned) % math.ceil(one.life)
                if age > 0:
                    books.open(one, year - age)
            else:
                books.open_evenly(one, year)

    # What is paid by the year

    def running(self, site, now, year, stock):
        """By kind, without tax; adds the fibre that is laid once to the stock."""
        out = {}
        if stock:
            worth = lambda kinds: sum(one.quantity * one.price for one in stock if one.kind in kinds)
            out |= {"licences": self.licences_eur(now), "staff": self.staff_eur(site, now),
                    "plant-maintenance": worth(MAINTAINED) * self.figure["cost.maintenance.plant"],
                    "gear-maintenance": worth(("gear",)) * self.figure["cost.maintenance.hardware"]}
        if site.center is None:
            out |= {"access": self.access_eur(site.id.removeprefix("home:"), year)}
            moved = sum(self.moved(site.id.removeprefix("home:"), year).values())
            out |= {"migration": moved * self.figure["cost.migration"]}
            out |= {"exit": self.cleared_racks(site.id, year) * self.figure["cost.exit"]}
        elif stock:
            out |= {"uplinks": self.uplinks_eur(site, now, year)}
        return out | {"joins": self.joins_eur(site, year, stock)}

    def licences_eur(self, now):
        """Of standby hosts those of a warm standby, as in this study."""
        least, order = (self.figure[f"cost.licence.cores-per-{what}"] for what in ("socket", "order"))
        cores = sum(max(host.cores, host.sockets * least) for host in now.cluster + now.standby)
        return (max(cores, order) if cores else 0.0) * self.figure["cost.licence"]

    def staff_eur(self, site, now):
        figure, served = self.figure, now.servers or len(now.standby)
        if not served:
            return 0.0
        on_call = now.servers > 0 and site.role not in ("home", "own")
        floor = figure["staff.floor.on-call" if on_call else "staff.floor.office"]
        part = min(1.0, served / figure["staff.site-servers"])
        return max(floor, figure["staff.per-site"] * part + figure["staff.per-server"] * served) * figure["cost.staff-fte"]

    def by_rate(self, name, gbit_s):
        one, ten = (self.figure[f"cost.{name}.{rate}-gbit"] for rate in (1, 10))
        return one * gbit_s ** math.log10(ten / one)

    def sold(self, peak_gbit_s):
        return self.plan.network.sold_rate(peak_gbit_s * self.study.get("network.sizing_factor"))

    def access_eur(self, administration, year):
        lines = 2 if self.study.get("availability.second_access") else 1
        return lines * self.by_rate("access", self.sold(self.plan.peaks[year].get(("access", administration), 0.0)))

    def uplinks_eur(self, site, now, year):
        """For the users' traffic."""
        if now.traffic.max() <= 1e-9:
            return 0.0
        return (2 if self.class_of(site.center) >= 3 else 1) * self.by_rate("access", self.sold(now.traffic.max()))

    def joins_eur(self, site, year, stock):
        """Two routes from each primary, at the backup site; one pair in this study."""
        eur = 0.0
        for copy in self.plan.years[year].replications:
            if copy.backup == site.id and stock:
                km = geodesic(self.plan.sites[copy.primary].at, site.at) / 1e3
                yearly, once = self.join(km, self.plan.network.sold_rate(copy.window))
                eur += 2 * yearly
                if once:
                    stock.append(Stock("joins-once", 2.0, once, self.figure["life.wan-route"], copy.primary))
        return eur

    def join(self, km, gbit_s):
        """EUR by the year and once of the cheapest line."""
        figure, channels = self.figure, math.ceil(gbit_s / 100)
        fibre, once = km * figure["cost.wan-route"], km * figure["cost.wan-route.once"]
        offers = [(fibre + once / figure["life.wan-route"], fibre, once)] if km * 1e3 <= figure["cost.wan-route.reach"] else []
        offers += [(eur, eur, 0.0) for eur in (channels * (figure["cost.wavelength"] + km * figure["cost.wavelength.km"]),
                                               self.by_rate("ethernet", gbit_s))]
        return min(offers, key=lambda offer: offer[0])[1:]

    def moved(self, administration, year):
        """Its servers that left a site since the year before, as far as it has more at another now."""
        if year == self.plan.first:
            return {}
        more, stay = {}, set()
        for y, sign in ((year, 1), (year - 1, -1)):
            for p in self.plan.years[y].placements[administration]:
                more[p.site] = more.get(p.site, 0) + sign * p.count
                if y == year and p.count:
                    stay.add(p.site)
        more = {name: n for name, n in more.items() if n != -1 or name not in stay}  # whole numbers go to and fro
        arrived, left = sum(n for n in more.values() if n > 0), {}
        for name in self.order(more):
            left[name] = min(arrived, max(0, -more[name]))
            arrived -= left[name]
        return left

    def order(self, names):
        """Centers, then rooms, each as the study has them."""
        return [name for name in self.plan.sites if name in names]

    def cleared_racks(self, home, year):
        """Of a room that was given up since the year before."""
        if year == self.plan.first:
            return 0
        before, now = (self.racks(self.plan.years[y].sites.get(home)) for y in (year - 1, year))
        return 0 if now else before

    @staticmethod
    def racks(now):
        return now.plant.limits["racks"] if now is not None and now.plant is not None else 0

    def kept_running(self, name, year):
        """The part of machines and licences of the year before that is left, paid for a while."""
        left = sum(self.moved(a, year).get(name, 0) for a in self.plan.years[year].placements)
        if not left:
            return {}
        before = self.cost(name, year - 1)
        years = self.study.get("economics.double_running") / 86400 / 365.25
        part = min(1.0, left / self.plan.years[year - 1].sites[name].servers)
        return {"double-running": (before["cost_hardware_eur"] + before["cost_licences_eur"]) * years * part}

    # Sums

    @functools.lru_cache(None)
    def cost(self, name, year):
        """Depreciation and running costs by part, and their sum."""
        of = lambda kind: sum(self.spent.get((year, name, table, kind), 0.0) for table in ("depreciation", "running"))
        parts = {f"cost_{part}_eur": sum(of(kind) for kind in kinds) for part, kinds in PARTS.items()}
        return parts | {"cost_total_eur": sum(parts.values())}

    def items(self):
        """Rows of tables purchases and cost_items, all rooms of administrations together, and of table budget."""
        out = {}
        for (year, name, table, kind), eur in self.spent.items():
            if table != "depreciation":
                where = name if name in self.plan.centers else "home"
                key = ("purchases" if table == "purchases" else "cost_items", "eur", year, (where, kind))
                out[key] = out.get(key, 0.0) + eur
        factor, paid = 1.0, 0.0
        for year, row in self.budget.items():
            factor /= 1 + self.study.get("economics.discount_rate")
            paid += (row["purchases_eur"] + row["running_eur"]) * factor
            out |= {("budget", column, year, "all"): value for column, value in row.items()}
            out["budget", "capital_value_eur", year, "all"] = paid - row["closing_eur"] * factor
        return out

    def shares(self, year):
        """Cost of each administration: its room, and its share of every center."""
        placements, out = self.plan.years[year].placements, {}
        for a in placements:
            out[a] = self.cost(f"home:{a}", year)["cost_total_eur"]
        for name in self.plan.centers:
            primaries = [c.primary for c in self.plan.years[year].replications if c.backup == name]
            parts = [self.parts(sites, placements) for sites in ([name], primaries, list(self.plan.sites))]
            served, protected, anybody = parts
            reserve = self.reserve(self.plan.years[year].sites.get(name)) if served and protected else 0.0
            for a in placements:
                part = (served or protected or anybody)[a]
                part = (1 - reserve) * part + reserve * protected[a] if reserve else part
                out[a] += self.cost(name, year)["cost_total_eur"] * part
        return out

    @staticmethod
    def parts(sites, placements):
        """Of the servers at these sites by administration; nothing where there are none."""
        count = {a: sum(p.count for p in of if p.site in sites) for a, of in placements.items()}
        total = sum(count.values())
        return {a: n / total for a, n in count.items()} if total else {}

    @staticmethod
    def reserve(now):
        """The part of a site's hosts and machines, by price, that stands by, for one primary in this study."""
        worth = lambda machines: sum(machine.price_eur for machine in machines)
        return worth(now.standby) / worth(now.standby + now.cluster + now.machines) if now else 0.0
