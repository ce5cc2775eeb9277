"""Storage, gear, racks, plant and the power chain of a site (models/compute: gear; sim/deploy; models/facility)."""

import math
from dataclasses import dataclass

import numpy

from . import weather

ROUNDING = 1e-9
ZERO_CELSIUS = 273.15
SMALLEST_LIFT_K, ADIABATIC_APPROACH_K = 8.0, 2.0
POWER_FACTOR = 0.8
BY_ROOM = {"room", "hosts", "array-hosts", "racks"}


def storage_w(study, now, year):
    """Controllers, drives and backup disks; power per data falls by the gain of density."""
    drives = now.storage_gb * study.get("storage.power_per_data")
    drives += now.backed_up_gb * study.get("storage.backup_share") * study.get("storage.backup_power_per_data")
    fall = (1 - study.get("storage.density_gain")) ** (year - study.get("estate.base_year"))
    return study.get("storage.base") * min(1.0, now.storage_gb / study.get("storage.array_from")) + drives * fall


def shelves(study, now, year, rack_w):
    """(number, height units, W) of drive shelves, backup included; split until a rack feeds each."""
    fall = (1 - study.get("storage.density_gain")) ** (year - study.get("estate.base_year"))
    stored = now.storage_gb + now.backed_up_gb * study.get("storage.backup_share") / study.get("storage.backup_density")
    units = study.get("storage.shelf_height_units")
    all_w = storage_w(study, now, year)
    by_data = stored * fall / study.get("storage.per_height_unit") / units
    count = math.ceil(max(by_data, all_w / rack_w * (1 - ROUNDING)))
    return (count, units, all_w / count) if count else (0, 0, 0.0)


def gear(catalog, amounts, telephony, wired_seats):
    """(device id, in the room, number) by what the devices are counted by."""
    lines = []
    for device in catalog.rows("gear"):
        if device["per"] not in amounts or (device["profile"] == "telephony" and not telephony):
            continue
        count = number_of(device, amounts[device["per"]])
        inside = {"desks": 0, "floors": min(count, number_of(device, min(amounts[device["per"]], wired_seats)))}
        inside = inside.get(device["place"], count)
        lines += [(device, True, inside), (device, False, count - inside)]
    return [line for line in lines if line[2]]


def number_of(device, amount):
    if amount <= 0 or amount < device["from"]:
        return 0
    return int(device["count"] * (math.ceil(amount / device["each"] * (1 - ROUNDING)) if device["each"] else 1))


def in_room(lines, column):
    return sum(count * device[column] for device, inside, count in lines if inside)


@dataclass(frozen=True)
class Racks:
    """Racks of a kind: the W that each may draw or is planned for, and their number, if anybody states it."""

    watts: float
    is_limit: bool = False
    number: float = math.inf

    def strength(self):
        return not self.is_limit, self.watts

    def filled_to(self):
        """W to which a rack is filled: a stated number without a stated power by height alone."""
        return self.watts if self.is_limit or self.number == math.inf else math.inf

    def to_itself(self, device):
        """Whether a device of more than is planned has a rack to itself."""
        return not self.is_limit and self.number == math.inf and device[2] > self.watts * (1 + ROUNDING)


def strongest(kinds):
    return max(kind.watts for kind in kinds)


def racks_needed(devices, height_units, kinds):
    """(racks, W of them all): first fit of (number, height units, W), the largest first, and what is left into further
    racks."""
    size = lambda d: max(d[1] / height_units, d[2] / strongest(kinds))
    waiting = [list(d) for d in sorted((d for d in devices if d[0]), key=size, reverse=True)]
    racks, drawn = 0, 0.0
    for kind in [*kinds, Racks(strongest(kinds), all(kind.is_limit for kind in kinds))]:
        used, empty, alone = [], (height_units, kind.filled_to()), 0
        for d in filter(kind.to_itself, waiting):
            alone, d[0] = alone + d[0], 0
        for d in waiting:
            while d[0] and place(d, used, empty, kind.number):
                d[0] -= 1
        racks += alone + len(used)
        drawn += (alone + len(used)) * kind.watts
    return racks, drawn


def place(device, racks, empty, number):
    _, *needs = device
    fits = lambda rack: all(free >= need * (1 - ROUNDING) for free, need in zip(rack, needs))
    rack = next(filter(fits, racks), None)
    if rack is None:
        if len(racks) >= number or not fits(empty):
            return False
        rack = list(empty)
        racks.append(rack)
    rack[:] = [free - need for free, need in zip(rack, needs)]
    return True


def modules_for(load_kw, most, sizes):
    """(size, number): the smallest size of which no more than `most` carry the load, else the largest."""
    size = next((s for s in sizes if s * most >= load_kw * (1 - ROUNDING)), sizes[-1])
    return size, max(1, math.ceil(load_kw / size * (1 - ROUNDING)))


class Room:
    """Plant of one room for an IT load."""

    def __init__(self, study, catalog, it_kw, ups, most, redundancy, cooling, auxiliary):
        self.study, self.auxiliary = study, auxiliary
        self.ups, self.cooling = catalog.row("ups", ups), catalog.row("cooling", cooling)
        self.distribution = study.get("facility.distribution_losses")
        self.it_kw, self.share, self.transformer_w = it_kw, 1.0, 0.0
        size, n = modules_for(it_kw * (1 + self.distribution), most, catalog.sizes("ups"))
        installed = {"N": n, "N+1": n + 1, "2N": 2 * n}[redundancy]
        self.ups_kw, self.installed_w, self.units = size * n, 1e3 * size * installed, [("ups", size, n, installed)]
        kind = "cooling-chilled" if self.cooling["kind"].startswith("chilled-water") else "cooling-dx"
        size, n = modules_for(self.before_cooling(it_kw * 1e3)["heat"] / 1e3, most, catalog.sizes(kind))
        self.cooling_kw = size * n
        self.units.append(("cooling", size, n, n))

    def before_cooling(self, it_w):
        out = {"it": it_w, "distribution": self.distribution * it_w, "auxiliary": self.auxiliary * it_w}
        out["ups_load"] = it_w + out["distribution"]
        x = out["ups_load"] / self.installed_w
        out["ups"] = self.installed_w * (self.ups["a0"] + self.ups["a1"] * x + self.ups["a2"] * x * x)
        out["heat"] = out["ups_load"] + out["ups"]
        return out

    def chain(self, it_w, effort):
        """All of the room's power, W; `effort` is electricity per heat."""
        out = self.before_cooling(it_w)
        out["cooling"] = out["heat"] * effort
        load = sum(out[part] for part in ("it", "distribution", "ups", "auxiliary", "cooling"))
        out["transformer"] = 0 * load
        if self.transformer_w:
            loss = {key: self.study.get(f"facility.transformer_{key}") for key in ("no_load", "load")}
            x = load / self.transformer_w
            out["transformer"] = self.transformer_w * (loss["no_load"] + loss["load"] * x * x)
        out["grid"] = load + out["transformer"]
        return out

    def cooling_effort(self, air, humidity=None):
        """(electricity per heat, share of free cooling, litres per kWh of heat) at an outside temperature."""
        plant, wet = self.cooling, 0.0
        if plant["kind"] == "effective-cop":
            return 1 / plant["effective_cop"] + 0 * air, 0 * air, 0 * air
        if plant["kind"].endswith("adiabatic") and humidity is not None:
            wet = air > plant["adiabatic_above_c"]
            air = numpy.where(wet, numpy.minimum(air, weather.wet_bulb(air, humidity) + ADIABATIC_APPROACH_K), air)
        condenser = numpy.maximum(air + plant["condenser_approach_k"], plant["condenser_min_c"])
        lift = numpy.maximum(condenser - plant["evaporator_c"], SMALLEST_LIFT_K)
        carnot = plant["carnot_efficiency"] * (plant["evaporator_c"] + ZERO_CELSIUS) / lift
        cop = numpy.minimum(carnot, plant["cop_limit"])
        free, pumps = 0 * air, 0.0
        if plant["kind"].startswith("chilled-water"):
            reached = air + plant["free_cooling_approach_k"]
            free = numpy.clip((plant["return_c"] - reached) / (plant["return_c"] - plant["supply_c"]), 0, 1)
            pumps = plant["pump_share"]
        effort = ((1 - free) / cop + plant["fan_share"] + pumps) * self.study.get("facility.imperfection")
        return effort, free, wet * (plant["water_l_per_kwh"] or 0.0)


def fit_grid(study, rooms, it_kw):
    """Connection in whole kW for full IT load at the design temperature; large ones have a transformer."""
    effort = lambda room: room.cooling_effort(study.get("facility.design_temperature"))[0]
    design = lambda: math.ceil(sum(r.chain(it_kw * 1e3 * r.share, effort(r))["grid"] for r in rooms) / 1e3 - ROUNDING)
    connection = design()
    if connection * 1e3 < study.get("facility.transformer_from"):
        return connection
    for room in rooms:
        room.transformer_w = connection * 1e3 * room.share
    return design()


def whole_kw(kw):
    return math.ceil(kw - ROUNDING)


class HomePlant:
    """Of a server room such as section `home` describes, for needs with its reserve."""

    def __init__(self, study, catalog, need):
        self.limits = {"it_power": whole_kw(need["it_power"]), "racks": math.ceil(need["racks"])}
        room = Room(study, catalog, self.limits["it_power"], study.get("home.ups"), 1, study.get("home.redundancy"),
                    study.get("home.cooling"), study.get("facility.auxiliary_small_room"))
        self.rooms = [room]
        self.limits |= {"ups": room.ups_kw, "cooling": room.cooling_kw}
        self.limits["grid"] = fit_grid(study, self.rooms, self.limits["it_power"])


class CenterPlant:
    """Of a center: what is stated, the rest for the needs of its stage."""

    SECTION = "centers.<center>.rooms.<room>"

    def __init__(self, study, catalog, center, need, sold_rate):
        keys = ("racks", "it_power", "ups", "ups_modules", "redundancy", "cooling")
        stated = [{key: study.of(room, self.SECTION, key) for key in keys} for room in center["rooms"].values()]
        given = sum(room["it_power"] or 0 for room in stated) / 1e3
        open_rooms = sum(room["it_power"] is None for room in stated)
        rest = whole_kw(max(0.0, need["it_power"] - given) / open_rooms) if open_rooms else 0
        kw = [room["it_power"] / 1e3 if room["it_power"] else rest for room in stated]
        fixed_racks = sum(room["racks"] or 0 for room in stated)
        sized = any(room["racks"] is None for room in stated)
        racks = max(fixed_racks, math.ceil(need["racks"])) if sized else fixed_racks
        self.limits = {"it_power": sum(kw), "racks": racks}
        small = center.get("role") == "own"
        auxiliary = study.get("facility.auxiliary_small_room" if small else "facility.auxiliary_center")
        self.rooms = [Room(study, catalog, each, room["ups"], room["ups_modules"], room["redundancy"], room["cooling"],
                           auxiliary) for each, room in zip(kw, stated)]
        for room in self.rooms:
            room.share = room.it_kw / self.limits["it_power"]
        self.limits["ups"] = sum(room.ups_kw for room in self.rooms)
        self.limits["cooling"] = sum(room.cooling_kw for room in self.rooms)
        self.limits["grid"] = fit_grid(study, self.rooms, self.limits["it_power"])
        size, n = modules_for(self.limits["grid"] / POWER_FACTOR, 1, catalog.sizes("generator"))
        self.units = [unit for room in self.rooms for unit in room.units] + [("generator", size, n, n)]
        self.limits["storage"] = math.ceil(need["storage"])
        self.limits["uplink"] = sold_rate(need["uplink"])


def rack_kinds(study, center):
    """By strength, the strongest first; rooms that state no number are one kind, the last."""
    if center is None:
        return [Racks(study.get("home.rack_power"))]
    stated, still_open = [], []
    for room in center["rooms"].values():
        number, watts = (study.of(room, CenterPlant.SECTION, key) for key in ("racks", "rack_power"))
        kind = Racks(watts or study.get("facility.rack_power"), watts is not None, number or math.inf)
        (stated if number else still_open).append(kind)
    stated.sort(key=Racks.strength, reverse=True)
    return stated + ([max(still_open, key=Racks.strength)] if still_open else [])
