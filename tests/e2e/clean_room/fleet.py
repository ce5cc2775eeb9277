"""Hosts of a site from year to year (models/compute: packing; sim/deploy: hosts, physical servers, standby)."""

import math
from dataclasses import dataclass

from .estate import CRITICALITY


@dataclass
class Shape:
    """Equal servers at a site, whoever owns them."""

    workload: dict
    index: int
    physical: bool
    vcpu: float
    ram_gb: float
    count: int = 0
    storage_gb: float = 0.0

    def order(self):
        return (self.index, self.physical, -self.vcpu, -self.ram_gb)


def shapes_of(placements):
    found = {}
    for p in placements:
        key = (p.group.index, p.physical, p.group.vcpu, p.group.ram_gb)
        shape = found.setdefault(key, Shape(p.group.workload, p.group.index, p.physical, p.group.vcpu, p.group.ram_gb))
        shape.count += p.count
        shape.storage_gb += p.share * p.group.storage_gb
    return sorted(found.values(), key=Shape.order)


def protected(shapes):
    return [s for s in shapes if CRITICALITY.index(s.workload["criticality"]) <= CRITICALITY.index("critical")]


class Fleet:
    """Virtualisation hosts of one cluster."""

    def __init__(self, machines, phase, reserve):
        self.machines, self.study, self.phase, self.reserve = machines, machines.study, phase, reserve
        self.series = self.study.get("hosts.series")
        self.life = int(self.study.get("hosts.refresh"))
        self.years, self.bought = [], 0

    def hosts(self):
        return [self.machines.host(self.series, year) for year in self.years]

    def begin(self, shapes, year, earliest):
        """The fewest hosts that do, bought in equal parts in each year of their life, but not before `earliest`."""
        since = max(earliest, year - self.life + 1)
        cycle = sorted(range(since, year + 1), key=lambda bought: bought % self.life)
        self.years = []
        while not self.holds(shapes, self.years):
            n = len(self.years) + 1
            parts = [min(math.floor((i + self.phase) * len(cycle) / n), len(cycle) - 1) for i in range(n)]
            self.years = sorted(cycle[part] for part in parts)
        self.bought = self.years.count(year)

    def renew(self, shapes, year):
        """Hosts at the end of their life go, what lacks is bought; in a year without purchase the oldest are given up."""
        self.years = [bought for bought in self.years if year - bought < self.life] if shapes else []
        self.bought = 0
        while not self.holds(shapes, self.years):
            self.years.append(year)
            self.bought += 1
        while self.bought == 0 and self.years and self.holds(shapes, self.years[1:]):
            self.years = self.years[1:]

    def holds(self, shapes, years):
        items = [s for s in shapes if not s.physical and s.count]
        if not items:
            return True
        hosts = [self.machines.host(self.series, year) for year in sorted(years)]
        working = sorted(hosts, key=lambda h: (-h.ram_gb, -h.cores))[self.reserve :]  # of equal hosts the oldest wait
        return bool(working) and self.pack(items, sorted(working, key=lambda h: h.year), hosts)

    def pack(self, items, working, hosts):
        """First fit: priority classes first, then the larger in its largest part of the largest host."""
        target, failed = self.study.get("hosts.cpu_target"), self.study.get("hosts.cpu_target_failed")
        room = lambda h: [h.cores * self.study.get("hosts.overcommit"), h.ram_gb, h.performance * target]
        need = lambda s: [s.vcpu, s.ram_gb, s.vcpu * s.workload["cpu_at_peak"] * self.machines.reference_core]
        largest = [max(column) for column in zip(*map(room, hosts))]
        size = lambda s: max(n / most for n, most in zip(need(s), largest))
        free = [room(h) for h in working]
        left = min(sum(f[2] for f in free), failed * sum(h.performance for h in working))
        for s in sorted(items, key=lambda s: (CRITICALITY.index(s.workload["criticality"]), -size(s))):
            each, waiting = need(s), s.count
            left -= each[2] * waiting
            for f in free:
                n = min([waiting] + [int(f[r] / each[r] * (1 + 1e-9) + 1e-9) for r in range(3) if each[r] > 0])
                waiting -= n
                for r in range(3):
                    f[r] -= n * each[r]
            if waiting or left < -1e-6:
                return False
        return True


def stand_alone_servers(machines, shapes, year, phase, rack_w):
    """The machine of each physical server, by its year of purchase, sized for the end of its life."""
    study, found, number = machines.study, [], 0
    life = int(study.get("hosts.stand_alone_refresh"))
    compute, memory = 1 + study.get("estate.growth.compute"), 1 + study.get("estate.growth.memory")
    for s in shapes:
        for _ in range(s.count if s.physical else 0):
            turn = number + math.floor(life * phase)
            bought = next(y for y in range(year - life + 1, year + 1) if (y - turn) % life == 0)
            ahead = bought + life - 1 - year
            need = (s.vcpu * compute**ahead, s.workload["cpu_at_peak"], s.ram_gb * memory**ahead)
            found.append(machines.stand_alone(bought, *need, rack_w))
            number += 1
    return found
