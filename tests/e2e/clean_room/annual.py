"""Energy, emissions and electricity bill of a site in a year (sim/annual, models/economics)."""

import functools

import numpy

from . import weather
from .tables import between

COMMERCIAL_UP_TO_MWH = 100.0
ALL_RENEWABLE_FROM = 2027
PARTS = ("it", "distribution", "ups", "auxiliary", "cooling", "transformer", "grid")


class Annual:
    """The years of a plan, hour by hour."""

    def __init__(self, plan):
        self.plan, self.study, self.catalog = plan, plan.study, plan.catalog
        self.seed, self.played = plan.study.tree["seed"], {}

    @functools.lru_cache(None)
    def weather(self, region, year):
        return weather.hourly(self.catalog, region, year, self.seed)

    def energy(self, site, now, year):
        """kW of every part in every hour, free cooling in h, water in m3."""
        key = (site.id, year)
        if key not in self.played:
            self.played[key] = self.play(site, now, year)
        return self.played[key]

    def play(self, site, now, year):
        hours = {part: 0.0 for part in (*PARTS, "ups_load", "heat")}
        free_h, litres = 0.0, 0.0
        for room in now.plant.rooms:
            effort, free, water = room.cooling_effort(*self.weather(site.region, year))
            chain = room.chain(now.it_w * room.share, effort)
            hours = {part: total + chain[part] / 1e3 for part, total in hours.items()}
            free_h += room.share * free.sum()
            litres += (chain["heat"] / 1e3 * water).sum()
        return hours, free_h, litres / 1e3

    def bill_eur(self, mwh, peak_kw, connection_kw, year):
        """The first 100 MWh at the commercial price, the rest at the industry price and by its part of the peak, with VAT."""
        price = lambda kind: between(self.catalog.rows("electricity_price"), f"{kind}_mid_ct_per_kwh", year) * 10
        first = min(mwh, COMMERCIAL_UP_TO_MWH)
        net = first * price("commercial") + (mwh - first) * price("industry")
        if mwh > COMMERCIAL_UP_TO_MWH:
            figure, own = self.catalog.figure, connection_kw * 1e3 >= self.study.get("facility.transformer_from")
            medium = figure["price.demand.medium-voltage"]
            contained = medium * mwh * 1e3 / figure["price.demand.full-load-hours"]
            net += (1 - first / mwh) * ((medium if own else figure["price.demand.low-voltage"]) * peak_kw - contained)
        return net * (1 + self.study.get("economics.value_added_tax"))

    def co2_t(self, mwh, year):
        """Location-based and market-based."""
        grid = between(self.catalog.rows("grid_emission"), "direct_mid_g_per_kwh", year)
        share = self.study.get("economics.renewable_share" + ("_from_2027" if year >= ALL_RENEWABLE_FROM else ""))
        market = (1 - share) * grid + share * self.study.get("economics.renewable_upstream")
        return mwh * grid / 1e3, mwh * market / 1e3

    def embodied_t(self, now):
        """Carbon of hosts, drives, racks and building, each over the years that it serves."""
        figure, get = self.catalog.figure, self.study.get
        per_year = sum(self.server_kg(host, 0) for host in now.machines) / get("hosts.stand_alone_refresh")
        per_year += sum(self.server_kg(host, 1) for host in now.cluster + now.standby) / get("hosts.refresh")
        backup_gb = now.backed_up_gb * get("storage.backup_share")
        drives_tb = (now.storage_gb + backup_gb / get("storage.backup_density")) / 1e3
        per_year += drives_tb * figure["embodied.ssd"] / figure["life.storage"]
        per_year += now.needs["racks"] * figure["embodied.rack"] / figure["life.rack"]
        built_kw = now.plant.limits["it_power"]
        return (per_year + built_kw * figure["embodied.building"] / figure["life.building"]) / 1e3

    def server_kg(self, host, network_cards):
        part = {key.removeprefix("embodied."): value for key, value in self.catalog.figure.items()}
        chassis = part["chassis" if host.height_units > 1 else "chassis.one-unit"]
        disks_tb = part["disks.host"] * part["size.disk.system"] / 1e3
        silicon = host.sockets * part["cpu"] + host.ram_gb * part["memory"] + disks_tb * part["ssd"]
        return chassis + silicon + network_cards * part["network-card"]

    def site(self, name, year):
        """Columns of the results for a site that runs anything."""
        site, now = self.plan.sites[name], self.plan.years[year].sites.get(name)
        if now is None or now.plant is None:
            return {}
        hours, free_h, water_m3 = self.energy(site, now, year)
        out = {f"energy_{part}_mwh": hours[part].sum() / 1e3 for part in PARTS}
        mwh = out["energy_grid_mwh"]
        performance = sum(h.performance for h in now.cluster + now.machines)
        use = sum(now.load.values()) / performance if performance else numpy.zeros_like(now.it_w)
        out["co2_location_t"], out["co2_market_t"] = self.co2_t(mwh, year)
        ages = [year - h.year + 0.5 for h in now.cluster + now.machines + now.standby]
        out |= {
            "pue": mwh / out["energy_it_mwh"], "water_m3": water_m3, "free_cooling_h": free_h,
            "it_power_kw": hours["it"].max(), "it_power_mean_kw": hours["it"].mean(),
            "it_peak_hour": int(hours["it"].argmax()),
            "ups_kw": hours["ups_load"].max(), "cooling_kw": hours["heat"].max(), "grid_kw": hours["grid"].max(),
            "grid_power_mean_kw": hours["grid"].mean(), "grid_peak_hour": int(hours["grid"].argmax()),
            "utilisation_mean": use.mean(), "utilisation_peak": use.max(), "host_age_years": sum(ages) / len(ages),
            "co2_embodied_t": self.embodied_t(now),
            "traffic_mean_gbit_s": now.traffic.mean(), "traffic_peak_gbit_s": now.traffic.max(),
            "replication_gbit_s": sum(c.window for c in self.plan.years[year].replications if c.backup == name),
            "servers_asked": now.servers, "servers_placed": now.servers, "vms": now.vms,
            "physical_servers": now.physical,
            "hosts": len(now.cluster + now.standby), "standby_hosts": len(now.standby), "hosts_bought": now.bought,
            "vcpu": now.vcpu, "ram_tb": now.ram_gb / 1e3, "storage_tb": now.storage_gb / 1e3,
            "workplaces": now.workplaces,
            "height_units": now.height_units, "racks": now.needs["racks"], "rack_power_kw": now.needs["rack_power"],
            "uplink_gbit_s": now.needs["uplink"],
        }
        limits = {"it_power": "it_power_kw", "ups": "ups_kw", "cooling": "cooling_kw", "grid": "grid_kw",
                  "racks": "racks", "storage": "storage_need_tb", "uplink": "uplink_gbit_s"}
        return out | {f"limit_{column}": now.plant.limits[r] for r, column in limits.items() if r in now.plant.limits}

    def hourly(self, year):
        """IT and grid power of all sites in kW, hour by hour."""
        sites = self.plan.years[year].sites.items()
        played = [self.energy(self.plan.sites[name], now, year)[0] for name, now in sites if now.plant]
        return sum(h["it"] for h in played), sum(h["grid"] for h in played)
