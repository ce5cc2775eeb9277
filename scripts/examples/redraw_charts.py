#!/usr/bin/python3
"""Redraws three charts of the report with pandas and matplotlib: energy by year, need against limit, load duration.

Usage: scripts/examples/redraw_charts.py RESULTS.h5 FOLDER [YEAR]
Needs Debian's python3-matplotlib besides what verbund_results.py needs.  Read it as a notebook: each cell stands alone.
"""

import pathlib
import sys

import matplotlib

matplotlib.use("Agg")  # draws into files, without a screen
import matplotlib.pyplot as plt  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import verbund_results as vr  # noqa: E402

# %% Energy from the grid, a line per variant


def energy_by_year(results):
    summary = results.frame("summary")
    table = summary.pivot(index="year", columns="variant", values="energy_grid_mwh")
    axes = table.plot(marker="o", figsize=(8, 4.5))
    axes.set(title=results.title, ylabel=f"energy from the grid [{results.unit('summary', 'energy_grid_mwh')}]", xlabel="", ylim=(0, None))
    return axes.figure


# %% How much of its limit each resource of each center uses


def need_against_limit(results, year):
    yearly = results.dataset("yearly").sel(year=year).isel(variant=0)
    resources = [name.removeprefix("limit_") for name in yearly.data_vars if name.startswith("limit_")]
    share = yearly[resources].where(yearly.in_operation == 1).to_array("resource")
    limits = yearly[[f"limit_{name}" for name in resources]].to_array("resource").assign_coords(resource=resources)
    table = (100 * share / limits).dropna("center", how="all").to_pandas()
    axes = table.T.plot.barh(figsize=(8, 1.5 + 1.1 * table.shape[1]))
    axes.axvline(100, color="black", linestyle="--")
    axes.set(title=f"{yearly.variant.item()}, {year}", xlabel="need in % of the limit", ylabel="")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    return axes.figure


# %% Grid power, the hours of the year in falling order


def load_duration(results, year):
    hourly = results.dataset("hourly").sel(milestone=year)
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for variant in hourly.variant.values:
        hours = hourly.grid_kw.sel(variant=variant).dropna("hour").values
        axes.plot(sorted(hours, reverse=True), label=variant)
    axes.set(title=f"load duration {year}", xlabel="hours of the year", ylabel="grid power [kW]", ylim=(0, None))
    axes.legend()
    return figure


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    folder = pathlib.Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    with vr.open(arguments[0]) as results:
        year = int(arguments[2]) if len(arguments) == 3 else int(results.dataset("hourly").milestone[-1])
        figures = {"energy": energy_by_year(results), "limits": need_against_limit(results, year), "duration": load_duration(results, year)}
    for name, figure in figures.items():
        figure.savefig(folder / f"{name}.png", dpi=110, bbox_inches="tight")
        print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
