"""Hourly weather of a climate region and year (models/facility, models/base: random numbers)."""

import statistics

import numpy

from . import days

COLUMNS = ("mean_c", "mean_daily_min_c", "mean_daily_max_c", "sd_daily_mean_k", "lag1_autocorrelation", "mean_rh_pct")
DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
COLDEST_HOUR, WARMEST_HOUR = 5, 15
JANUARY_GAIN, JULY_GAIN = -0.10, 0.32
LARGEST_PHI = 0.97
LARGEST_ANOMALY_IN_SWING = 3.0
WORD = (1 << 64) - 1


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & WORD
    return value


def philox_4x64_10(counter, key):
    """Salmon et al., SC'11."""
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = 0xD2E7470EE14C6C93 * c[0], 0xCA5A826395121157 * c[2]
        c = [b >> 64 ^ c[1] ^ k[0], b & WORD, a >> 64 ^ c[3] ^ k[1], a & WORD]
        k = [k[0] + 0x9E3779B97F4A7C15 & WORD, k[1] + 0xBB67AE8584CAA73B & WORD]
    return c


def normal_draws(seed, name, count):
    key = (seed, fnv1a(name))
    words = [word for block in range(-(-count // 4)) for word in philox_4x64_10((block, 0, 0, 0), key)]
    return [statistics.NormalDist().inv_cdf(((word >> 12) + 0.5) * 2.0**-52) for word in words[:count]]


def normals(catalog, region, year):
    """Monthly normals: linear between the years of the table."""
    rows = [row for row in catalog.rows("climate_normals") if row["region"] == region]
    table = {y: numpy.array([[r[c] for c in COLUMNS] for r in rows if r["try_year"] == y]) for y in (2015, 2045)}
    share = min(max((year - 2015) / 30, 0), 1)
    return dict(zip(COLUMNS, (table[2015] + (table[2045] - table[2015]) * share).T))


def daily_anomalies(normal, region, year, seed):
    """z of each day of each month: AR(1) across the months, then mean 0 and deviation 1 within each."""
    draws = iter(normal_draws(seed, f"climate/region-{region}", 367))
    state, months = next(draws), []
    for month, longest in enumerate(DAYS_OF_MONTH):
        n = longest - (month == 1 and not days.is_leap(year))
        phi = numpy.clip((n * normal["lag1_autocorrelation"][month] + 1) / (n - 4), -LARGEST_PHI, LARGEST_PHI)
        values = []
        for day in range(longest):
            draw = next(draws)
            if day < n:  # 29 February is drawn in every year
                state = phi * state + numpy.sqrt(1 - phi * phi) * draw
                values.append(state)
        values = numpy.array(values)
        months.append((values - values.mean()) / values.std(ddof=1))
    return months


def hour_curve(position):
    """s(h) less its mean: half cosines between the coldest and the warmest hour, bent until their mean is `position`."""
    since = (numpy.arange(24) - COLDEST_HOUR) % 24
    rise = WARMEST_HOUR - COLDEST_HOUR
    turn = numpy.where(since <= rise, since / rise, 1 - (since - rise) / (24 - rise))
    c = 0.5 - 0.5 * numpy.cos(numpy.pi * turn)
    bend = numpy.clip((24 * position - c.sum()) / (c * (1 - c)).sum(), -1, 1)
    s = c + bend * c * (1 - c)
    return s - s.mean()


def saturation(temperature):
    """Saturation vapour pressure relative to that at 0 degC (Alduchov and Eskridge 1996)."""
    return numpy.exp(17.625 * temperature / (temperature + 243.04))


def wet_bulb(t, rh):
    """Stull 2011, equation 1."""
    return (t * numpy.arctan(0.151977 * numpy.sqrt(rh + 8.313659)) + numpy.arctan(t + rh) - numpy.arctan(rh - 1.676331)
            + 0.00391838 * rh**1.5 * numpy.arctan(0.023101 * rh) - 4.686035)


def hourly(catalog, region, year, seed):
    """Air temperature (degC) and relative humidity (%) of every hour."""
    normal, temperature, humidity = normals(catalog, region, year), [], []
    for month, anomalies in enumerate(daily_anomalies(normal, region, year, seed)):
        mean, low, high = (normal[c][month] for c in COLUMNS[:3])
        curve = (high - low) * hour_curve((mean - low) / (high - low))
        gain = JANUARY_GAIN + (JULY_GAIN - JANUARY_GAIN) * (0.5 - 0.5 * numpy.cos(2 * numpy.pi * month / 12))
        z = numpy.clip(anomalies, -LARGEST_ANOMALY_IN_SWING, LARGEST_ANOMALY_IN_SWING)
        swing = 1 + gain * (z - z.mean())
        day = mean + normal["sd_daily_mean_k"][month] * anomalies[:, None] + swing[:, None] * curve[None, :]
        dryness = 1 / saturation(day)
        temperature.append(day.ravel())
        moist = normal["mean_rh_pct"][month] * dryness / dryness.mean(axis=1)[:, None]
        humidity.append(numpy.clip(moist, 20, 100).ravel())
    return numpy.concatenate(temperature), numpy.concatenate(humidity)
