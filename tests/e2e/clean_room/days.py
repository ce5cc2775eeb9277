"""Public holidays of the states and kinds of day (models/base and models/workload)."""

import datetime as dt

import numpy as np

KINDS = ("workday", "long-thursday", "friday", "weekend-or-holiday")
EPIPHANY = {"08", "09", "15"}
CORPUS_CHRISTI = {"05", "06", "07", "08", "09", "10"}
ALL_SAINTS = {"05", "07", "08", "09", "10"}
REFORMATION = {"01", "02", "03", "04", "12", "13", "14", "15", "16"}


def easter(year):
    """J. Meeus, Astronomical Algorithms, ch. 8."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month, day = divmod(h + l - 7 * m + 90, 25)
    return dt.date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def holidays(year, state):
    e = easter(year)
    days = {dt.date(year, 1, 1), dt.date(year, 5, 1), dt.date(year, 10, 3), dt.date(year, 12, 25), dt.date(year, 12, 26)}
    days |= {e + dt.timedelta(n) for n in (-2, 1, 39, 50)}
    if state in EPIPHANY:
        days.add(dt.date(year, 1, 6))
    if state in CORPUS_CHRISTI:
        days.add(e + dt.timedelta(60))
    if state in ALL_SAINTS:
        days.add(dt.date(year, 11, 1))
    if state in REFORMATION:
        days.add(dt.date(year, 10, 31))
    if state == "14":  # day of repentance: Wednesday before 23 November
        days.add(max(dt.date(year, 11, n) for n in range(16, 23) if dt.date(year, 11, n).weekday() == 2))
    return days


def quiet(day):
    return day.month == 8 or (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6)


def day_types(year, state):
    """(kind 0..3, quiet 0/1) of every day of the year."""
    free = holidays(year, state)
    days = [dt.date(year, 1, 1) + dt.timedelta(n) for n in range(366 if is_leap(year) else 365)]
    kind = [3 if d.weekday() >= 5 or d in free else {3: 1, 4: 2}.get(d.weekday(), 0) for d in days]
    return np.array(kind), np.array([quiet(d) for d in days], dtype=int)


def is_leap(year):
    return dt.date(year, 12, 31).timetuple().tm_yday == 366


def hourly_share(profiles, profile, year, state):
    """Share of the peak in every hour of the year."""
    shares = np.array([profiles[profile, kind][0] for kind in KINDS])
    factor = np.array([profiles[profile, kind][1] for kind in KINDS])
    kind, calm = day_types(year, state)
    return (shares[kind] * np.where(calm, factor[kind], 1.0)[:, None]).ravel()


def profile_table(catalog_rows):
    return {
        (row["id"], row["day_kind"]): ([row[f"h{h}"] for h in range(24)], row["quiet_factor"]) for row in catalog_rows
    }
