"""The study, the defaults of its fields and the catalog, as the documents state them: W, GB, kbit/s, s, m and shares."""

import csv
import json
import math
import re

UNITS = {
    "%": 0.01, "%/a": 0.01, "/a": 1.0, "a": 1.0, "d": 86400.0, "h": 3600.0, "min": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6,
    "W": 1.0, "kW": 1e3, "MW": 1e6, "MB": 1e-3, "GB": 1.0, "TB": 1e3, "W/TB": 1e-3, "km": 1e3, "m": 1.0,
    "kbit/s": 1.0, "Mbit/s": 1e3, "Gbit/s": 1e6, "g/kWh": 1.0, "°C": 1.0, "kg": 1.0,
    "EUR": 1.0, "EUR/a": 1.0, "EUR/kW": 1.0, "EUR/TB": 1.0, "EUR/km": 1.0,
}
TEXT_COLUMNS = {"ags", "state", "district", "id", "kind", "series", "profile"}


def quantity(text):
    """'20 kW' is 20000; a bare number is itself; anything else stays text."""
    if not isinstance(text, str):
        return text
    match = re.fullmatch(r"(-?[0-9.]+)(?: (\S+))?", text.strip())
    if match and (match[2] is None or match[2] in UNITS):
        return float(match[1]) * UNITS.get(match[2], 1.0)
    return {"true": True, "false": False}.get(text.strip(), text.strip())


class Catalog:
    """Tables of models/catalog, read when asked for."""

    def __init__(self, folder):
        self.folder, self.tables = folder, {}
        self.figure = {row["id"]: quantity(row["value"]) for row in self.rows("figures")}

    def rows(self, table):
        if table not in self.tables:
            with open(self.folder / f"{table}.csv", encoding="utf-8", newline="") as file:
                self.tables[table] = [
                    {key: value if key in TEXT_COLUMNS else quantity(value) for key, value in row.items()}
                    for row in csv.DictReader(file)
                ]
        return self.tables[table]

    def row(self, table, name):
        return next(row for row in self.rows(table) if row["id"] == name)

    def sizes(self, kind):
        """Sizes of plant on offer, kW, smallest first."""
        return sorted(row["size"] for row in self.rows("plant_modules") if row["kind"] == kind)


def between(rows, key, year, mean=lambda a, b, share: a + (b - a) * share):
    """Value of a table by year: `mean` of the rows around it, the nearest row outside."""
    before = [row for row in rows if row["year"] <= year]
    after = [row for row in rows if row["year"] >= year]
    a = max(before or after[:0] or [min(rows, key=lambda r: r["year"])], key=lambda r: r["year"])
    b = min(after or [a], key=lambda r: r["year"])
    if a["year"] == b["year"]:
        return a[key]
    return mean(a[key], b[key], (year - a["year"]) / (b["year"] - a["year"]))


def card_row(card, label):
    """Numbers of the row of a card's table that begins with a label."""
    line = next(line for line in card.read_text(encoding="utf-8").splitlines() if line.strip().startswith(f"| {label} |"))
    return [float(cell) for cell in line.strip().strip("|").split("|")[1:]]


def field_defaults(reference):
    """Defaults by 'section.key' from scenarios/STUDY.md, whose range in brackets is left out."""
    values, section = {}, ""
    for line in reference.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:].strip("` ")
        cells = [cell.strip() for cell in line.split(" | ")]
        if line.startswith("| `") and len(cells) >= 4:
            values[f"{section}.{cells[0].strip('|` ')}"] = quantity(re.sub(r" ?\(.*\)$", "", cells[2]))
    return values


class Study:
    """A variant of the study; what it does not state has the default of its field."""

    def __init__(self, path, variant, defaults):
        self.tree = json.loads(path.read_text(encoding="utf-8"))  # JSON is YAML, and needs no reader of its own
        merge(self.tree, self.tree["variants"][variant])
        self.defaults = defaults

    def get(self, path):
        node = self.tree
        for part in path.split("."):
            node = node.get(part) if isinstance(node, dict) else None
        return self.defaults[path] if node is None else quantity(node)

    def of(self, thing, section, key):
        """Field of a thing with a name, such as a room of a center."""
        value = quantity(thing.get(key, self.defaults[f"{section}.{key}"]))
        return None if value in ("auto", "") else value

    def list_of(self, path):
        """Names in a list."""
        value = self.get(path)
        return [name.strip() for name in value.strip("[]").split(",")] if isinstance(value, str) else value

    def named(self, section):
        return self.tree.get(section, {})


def merge(tree, change):
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            merge(tree[key], value)
        else:
            tree[key] = value


def round_together(quotas, total):
    """Whole numbers that sum to `total`: each quota's floor, one more for the largest remainders, ties to the first."""
    whole = [math.floor(quota + 1e-9) for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda i: -round((quotas[i] - whole[i]) / 1e-9))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole


def apportion(total, weights):
    return round_together([total * weight / sum(weights) for weight in weights], total) if total else [0] * len(weights)
