"""What stands at a site and how it is written down (models/economics: books)."""

import math
from dataclasses import dataclass

ROUNDING = 1e-9


@dataclass
class Stock:
    """What must stand in a year; `price` with tax, `life` in years; `bought` of a machine of an earlier year."""

    kind: str
    quantity: float
    price: float
    life: float
    key: object = None
    counted: bool = False
    bought: float | None = None


@dataclass
class Lot:
    quantity: float
    price: float
    life: float
    bought: float  # begin of a year, as a number

    def value(self, year):
        return self.quantity * self.price * max(0.0, 1 - (year - self.bought) / self.life)

    def over(self, year):
        return year - self.bought >= self.life - ROUNDING


class Books:
    """Lots of one site by kind and key, the oldest first."""

    def __init__(self):
        self.lots = {}

    def open(self, stock, bought):
        self.lots.setdefault((stock.kind, stock.key), []).append(Lot(stock.quantity, stock.price, stock.life, bought))

    def open_evenly(self, stock, year):
        ages = max(1, math.ceil(stock.life - ROUNDING))
        part = Stock(stock.kind, stock.quantity / ages, stock.price, stock.life, stock.key)
        for age in range(ages - 1, -1, -1):
            self.open(part, year - age)

    def value(self, year):
        return sum(lot.value(year) for lots in self.lots.values() for lot in lots)

    def year(self, wanted, year):
        """Purchases and depreciation by kind, and the value that was given up, of a whole year."""
        bought, given_up, standing = {}, 0.0, {}
        for stock in wanted:
            lots = [lot for lot in self.lots.pop((stock.kind, stock.key), []) if not lot.over(year)]
            if stock.counted:
                given_up += give_up(lots, stock.quantity, year)
            lacking = stock.quantity - sum(lot.quantity for lot in lots)
            if lacking > ROUNDING * max(1.0, stock.quantity):
                lots.append(Lot(lacking, stock.price, stock.life, year if stock.bought is None else stock.bought))
                if lots[-1].bought < year:
                    given_up -= lots[-1].value(year)
                else:
                    bought[stock.kind] = bought.get(stock.kind, 0.0) + lacking * stock.price
            standing[stock.kind, stock.key] = lots
        given_up += self.value(year)  # of what nobody wants any more
        self.lots, written_down = standing, {}
        for (kind, _), lots in standing.items():
            eur = sum(lot.value(year) - lot.value(year + 1) for lot in lots)
            written_down[kind] = written_down.get(kind, 0.0) + eur
        return bought, written_down, given_up


def give_up(lots, most, year):
    """The oldest go until no more than `most` stand; their value."""
    surplus, value = sum(lot.quantity for lot in lots) - most, 0.0
    while lots and surplus > ROUNDING:
        part = min(surplus, lots[0].quantity)
        value += lots[0].value(year) * part / lots[0].quantity
        surplus -= part
        lots[0].quantity -= part
        if lots[0].quantity <= ROUNDING:
            lots.pop(0)
    return value
