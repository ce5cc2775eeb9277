"""From seats to servers, and who runs them where (models/estate; sim/deploy: what goes, renewals)."""

import math
from dataclasses import dataclass, replace

from .tables import apportion, round_together

PLASTIC = 1.32471795724474602596  # g^3 = g + 1
ROUNDING = 1e-9
CRITICALITY = ("very-critical", "critical", "normal", "low")


@dataclass
class Group:
    """All servers of a class of an administration in a year."""

    index: int
    workload: dict
    physical: bool
    count: int
    vcpu: float  # of each, as the next
    ram_gb: float
    storage_gb: float  # of all together, as what follows
    traffic_kbit_s: float
    interactions: float
    sessions_kbit_s: float = 0.0  # of the traffic, on terminal servers
    beside_kbit_s: float = 0.0  # of the traffic, of services that sessions ask for


@dataclass
class Placement:
    """Part of a group at a site; `share` is its part of the group's users and data."""

    group: Group
    site: str
    physical: bool
    provider_run: bool
    count: int
    share: float
    inside_kbit_s: float = 0.0  # between sessions and a service in one site

    def traffic_kbit_s(self):
        return self.share * self.group.traffic_kbit_s - self.inside_kbit_s

    def interactions(self):
        """Of people, not of their sessions beside the service."""
        whole = self.share * self.group.traffic_kbit_s
        return self.share * self.group.interactions * ((whole - self.inside_kbit_s) / whole if whole > 0 else 1)


def phase_of(at):
    """Place in a cycle, by coordinates alone."""
    return 100 * (at[0] / PLASTIC + at[1] / PLASTIC**2) % 1


def servers_by_seats(study, catalog, kind, seats):
    law = "estate.servers_by_seats."
    base = study.get(f"{law}{kind}_base")
    if kind != "district":
        return base + study.get(f"{law}{kind}_per_seat") * seats
    people = [d["population"] for d in catalog.rows("districts") if d["kind"] == "district"]
    mean_seats = sum(people) / len(people) / 1000 * study.get("estate.seats_per_thousand.district")
    return base + (study.get("estate.servers_per_district") - base) / mean_seats * seats


def growth(study, name, years):
    return (1 + study.get(f"estate.growth.{name}")) ** years


def traffic_growth(study, workload, years):
    stated = study.get("estate.growth.traffic")
    return (1 + (workload["traffic_growth"] if stated == "auto" else stated)) ** years


def daily_change_share(study, workload, years):
    use = traffic_growth(study, workload, years) * growth(study, "seats", years)
    return min(1.0, workload["daily_change_share"] * use / growth(study, "storage", years))


def class_counts(total, shares):
    """One server for each class whose quota is below one, again until there is none; the rest by largest remainder.  Of
    fewer servers than classes the first classes get one each."""
    counts, shares = [0] * len(shares), list(shares)
    some = [i for i, share in enumerate(shares) if share > 0]
    if total <= len(some):
        return [int(i in some[:total]) for i in range(len(shares))]
    while True:
        small = [i for i, share in enumerate(shares) if share > 0 and total * share < sum(shares)]
        if not small:
            return [a + b for a, b in zip(counts, apportion(total, shares))]
        for i in small:
            counts[i], shares[i] = 1, 0.0
        total -= len(small)


def estate(study, catalog, kind, seats, year):
    """Groups of an administration of so many seats in the base year."""
    n = year - int(study.get("estate.base_year"))
    g = {name: growth(study, name, n) for name in ("vms", "compute", "memory", "storage", "seats")}
    servers = servers_by_seats(study, catalog, kind, seats)
    p, r = study.get("estate.physical_share"), study.get("estate.vms_per_host")
    dedicated = max(0, p - (1 - p) / r) * servers
    physical = math.floor(dedicated + 0.5)
    total = math.floor((1 - p) * servers * g["vms"] + dedicated + 0.5)
    classes = catalog.rows("workloads")
    shares = {kind: [w["server_share"] * (w["physical"] == kind) for w in classes] for kind in (False, True)}
    virtual_counts = class_counts(total - physical, shares[False])
    counts = [a + b for a, b in zip(virtual_counts, class_counts(physical, shares[True]))]
    groups = []
    for index, (w, count) in enumerate(zip(classes, counts)):
        if not w["server_share"]:
            continue  # nobody has it
        each = 1.0 if w["physical"] else g["vms"]
        active = seats * g["seats"] * w["active_share"] * w["traffic_kbit_s"] * traffic_growth(study, w, n)
        data = count * w["storage_gb"] / each + seats * w["storage_gb_per_seat"]
        vcpu, ram_gb = w["vcpu"] * g["compute"] / each, w["ram_gb"] * g["memory"] / each
        interactions = seats * g["seats"] * w["interactions_per_seat_hour"]
        groups.append(Group(index, w, w["physical"], count, vcpu, ram_gb, data * g["storage"], active, interactions,
                            active * (w["id"] == study.get("estate.terminals.class")),
                            active * (w["id"] in study.list_of("estate.terminals.services"))))
    return share_servers(groups)


def share_servers(groups):
    """Data, traffic and interactions of classes without a server go to the class that people work with most."""
    served = [g for g in groups if g.count]
    carrier = max(served, key=lambda g: g.workload["interactions_per_seat_hour"])
    for g in groups:
        if not g.count:
            carrier.storage_gb += g.storage_gb
            carrier.traffic_kbit_s += g.traffic_kbit_s
            carrier.interactions += g.interactions
            carrier.sessions_kbit_s += g.sessions_kbit_s
            carrier.beside_kbit_s += g.beside_kbit_s
    return served


def whole(quotas, phase):
    """The whole number below the sum, or the next one if the place's phase reaches it."""
    total = sum(quotas)
    below = math.floor(total + ROUNDING)
    return below + (total - below > ROUNDING and total - below + phase >= 1 - ROUNDING)


def share_of(share, counts, phase):
    quotas = [share * count for count in counts]
    return round_together(quotas, whole(quotas, phase))


def at_home_and_provider(groups, home, provider, share, phase):
    """The provider share of all servers, from the classes that may leave, ties to the smaller server."""
    order = sorted(groups, key=lambda g: (g.vcpu, g.ram_gb, g.index, g.physical))
    movable = [0 if g.workload["keep_local"] else g.count for g in order]
    wanted = whole([share * sum(g.count for g in groups)], phase) if provider else 0
    placements = []
    for group, gone in zip(order, apportion(min(wanted, sum(movable)), movable)):
        part = gone / group.count
        if group.count > gone:
            placements.append(Placement(group, home, group.physical, False, group.count - gone, 1 - part))
        if gone:
            placements.append(Placement(group, provider, group.physical, True, gone, part))
    return placements


def split(placements, counts, changed):
    """Takes `counts` off the placements and appends them, changed."""
    kept, parts = [], []
    for p, n in zip(placements, counts):
        if n:
            parts.append(replace(p, count=n, share=p.share * n / p.count, **changed))
        if p.count > n:
            kept.append(replace(p, count=p.count - n, share=p.share * (1 - n / p.count)))
    return kept + parts


def renew(placements, renewed, phase):
    """Physical servers of the administration, wherever they stand, that became VMs when they were renewed."""
    turned = share_of(renewed, [p.count if p.physical else 0 for p in placements], phase)
    return split(placements, turned, {"physical": False})


def move(placements, target, virtualised, renewed, phase):
    """Everything that may leave goes; `virtualised` of the physical servers arrive as VMs, renewals included."""
    goes = [not p.group.workload["keep_local"] and p.site != target for p in placements]
    going = [p for p, leaves in zip(placements, goes) if leaves]
    left = max(0.0, (virtualised - renewed) / (1 - renewed))
    turned = share_of(left, [p.count * (p.physical and leaves) for p, leaves in zip(placements, goes)], phase)
    turned = [n for n, leaves in zip(turned, goes) if leaves]
    arrived = split([replace(p, site=target) for p in going], turned, {"physical": False})
    return [p for p, leaves in zip(placements, goes) if not leaves] + arrived


def keep_inside(placements, home, via_terminal):
    """What sessions ask of services in the same site does not leave it."""
    sessions = sum(p.share * p.group.sessions_kbit_s for p in placements)
    for p in placements:
        if p.site != home and sessions:
            here = sum(o.share * o.group.sessions_kbit_s for o in placements if o.site == p.site) / sessions
            p.inside_kbit_s = via_terminal * here * p.share * p.group.beside_kbit_s
    return placements
