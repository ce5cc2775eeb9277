"""Host types by series and year of purchase, and their power (models/compute)."""

import functools
import math
from dataclasses import dataclass

import numpy

from .tables import card_row

LOADS = numpy.linspace(0, 1, 11)
STAND_ALONE_SERIES = ("entry", "one-socket", "two-socket")
MEASURED_UNTIL = 2022


@dataclass(frozen=True, eq=False)
class Host:
    series: str
    year: int
    cores: int
    ram_gb: float
    performance: float  # ssj_ops
    watts: numpy.ndarray  # at the load points
    height_units: int
    sockets: int
    price_eur: float = 0.0


def power(hosts, use):
    """Hosts that run at the same use, W."""
    return numpy.interp(use, LOADS, sum(host.watts for host in hosts)) if hosts else 0.0


def even(cores):
    return max(2, 2 * math.floor(cores / 2 + 0.5))


class Machines:
    """What is on sale in a year."""

    def __init__(self, study, catalog):
        self.study, self.catalog, self.figure = study, catalog, catalog.figure
        self.shape = numpy.array(card_row(catalog.folder.parent / "compute" / "README.md", "g"))
        reference = self.bare("two-socket", 2018)
        self.reference_core = reference.performance / reference.cores

    def on_sale(self, series, year):
        return any(row["series"] == series and row["year"] <= year for row in self.catalog.rows("servers"))

    def measured(self, series, year):
        """Median of the rows of the last year measured until then, or of the first."""
        rows = [row for row in self.catalog.rows("servers") if row["series"] == series]
        latest = max([row["year"] for row in rows if row["year"] <= year], default=min(row["year"] for row in rows))
        median = lambda key: float(numpy.median([row[key] for row in rows if row["year"] == latest]))
        watts = numpy.array([median(f"w_{load}") for load in range(0, 101, 10)])
        height_units = math.ceil(median("height_units"))
        return Host(series, year, even(median("cores")), 0.0, median("performance_ops"), watts, height_units,
                    math.ceil(median("sockets")))

    @functools.lru_cache(None)
    def bare(self, series, year):
        """As benchmarked; after the last measured year of all by the trend."""
        last = self.measured(series, year)
        if year <= MEASURED_UNTIL:
            return last
        rows = [row for row in self.catalog.rows("server_trend") if row["year"] <= year]
        trend = max(rows, key=lambda row: row["year"])
        more_power = 1.0 if series == "entry" else trend["full_load_power_factor"]
        performance = trend["performance_per_watt_factor"] * more_power * last.performance
        cores = even(performance / (trend["performance_per_core_factor"] * last.performance / last.cores))
        idle = trend["idle_share"]
        watts = more_power * last.watts[-1] * (idle + (1 - idle) * self.shape)
        return Host(series, year, cores, 0.0, performance, watts, last.height_units, last.sockets)

    def module_gb(self, year):
        return self.figure["size.memory-module"] * 2.0 ** math.floor((year - 2018) / 4)

    def price_eur(self, series, cores, ram_gb, year):
        """Chassis, cores and memory; the smallest modules on sale are of a quarter of the usual size."""
        figure, smallest = self.figure, self.module_gb(year) / 4
        bought_tb = math.ceil(ram_gb / smallest - 1e-9) * smallest / 1e3
        parts = cores * figure["cost.host.core"] + bought_tb * figure["cost.host.memory"]
        return figure[f"cost.host.chassis.{series}"] + parts

    def equipped(self, series, year, ram_gb, disks):
        bare, figure = self.bare(series, year), self.figure
        modules = math.ceil(ram_gb / self.module_gb(year) - 1e-9)
        disk = figure["power.disk.spinning" if year < figure["year.local-ssd"] else "power.disk.ssd"]
        extra = max(0, modules - figure[f"modules.benchmarked.{series}"]) * figure["power.memory-module"]
        extra += max(0, disks - 1) * disk
        watts = (bare.watts + extra) * self.study.get("hosts.real_host_factor")
        price = self.price_eur(series, bare.cores, ram_gb, year)
        return Host(series, year, bare.cores, ram_gb, bare.performance, watts, bare.height_units, bare.sockets,
                    price)

    @functools.lru_cache(None)
    def host(self, series, year):
        """A virtualisation host: a stated RAM per core leaves one configuration of a series."""
        ram = self.bare(series, year).cores * self.study.get("hosts.ram_per_core")
        return self.equipped(series, year, ram, self.figure["disks.host"])

    def most_memory(self, series, year):
        rise = self.figure["growth.memory.entry"] if series == "entry" else 0.0
        return self.figure[f"memory.{series}"] * (1 + rise) ** (year - 2022)

    def stand_alone(self, year, vcpu, peak_share, ram_gb, rack_w):
        """The smallest machine that a rack feeds with the memory, the peak and the vCPUs as cores of 2018, its memory
        in whole modules."""
        for series in STAND_ALONE_SERIES:
            if not self.on_sale(series, year) or self.host(series, year).watts[-1] > rack_w:
                continue
            performance = self.bare(series, year).performance
            enough = vcpu * peak_share * self.reference_core <= performance * self.study.get("hosts.cpu_target")
            if ram_gb <= self.most_memory(series, year) and enough and vcpu * self.reference_core <= performance:
                size = self.module_gb(year)
                whole_gb = math.ceil(ram_gb / size - 1e-9) * size
                return self.equipped(series, year, whole_gb, self.figure[f"disks.{series}"])
        raise ValueError(f"no machine of {year} for {vcpu} vCPU and {ram_gb} GB")
