"""How fast series are projected, beside one logarithm of every value and beside forecasting libraries.

    python benchmarks/projection_speed.py                  a million series of ten years; about a minute
    python benchmarks/projection_speed.py --large          from ten thousand to ten million series; 4 GB

Libraries are measured in the same run where they are installed. They bring compilers along, so give them an environment
of their own:

    python3.11 -m venv peers && peers/bin/pip install statsforecast
    PYTHONPATH=src peers/bin/python benchmarks/projection_speed.py

Every run gives centre and 80 % interval of five years and the chance of a target. Rates are taken from the time of the
processor on one core, the least of several turns; everything that is compared takes its turns in every round, so that a
machine that slows down does so for all of it. `memory` is what it takes to read the panel and to fill as many bytes as
the answer holds. What two cores gain is taken by the clock and needs a quiet machine. `--check` exits 1 where a bound
is broken.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection import project_array
from size_plot import draw

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS, HORIZON, SERIES = 10, 5, 1_000_000
SIZES = (10_000, 100_000, 1_000_000)
LARGEST = 10_000_000
IN_A_ROW = 3
"""Turns that each takes in a round: for the first a virtual machine takes memory anew that it had given back."""

DRIFT, AUTO_ETS = 2_000, 60
"""Series that the libraries are timed on: a second of each."""

LEAST_RATE, MOST_LOGS, LEAST_DRIFTS, LEAST_ETS, MOST_MEMORY, LEAST_GAIN, MOST_BEND = (
    1e6,
    12,
    900,
    4_000,
    1_500,
    1.7,
    1.5,
)
"""Series a second, logarithms of the panel, times drift, times AutoETS, MB over the input, two cores over one, and how
much more a series may cost in one batch than in another."""


class Panel(NamedTuple):
    """Series (series, years), their measures and targets."""

    values: np.ndarray
    measure: str | np.ndarray
    target: np.ndarray


def amounts(series: int) -> Panel:
    """Walks of amounts, made some at a time so that making them takes no more memory than they do."""
    values = np.empty((series, YEARS))
    generator = np.random.default_rng(1)
    for start in range(0, series, 50_000):
        part = values[start : start + 50_000]
        generator.standard_normal(out=part)
        part *= 0.08
        part += 0.05
        np.cumsum(part, axis=1, out=part)
        np.exp(part, out=part)
        part *= 100
    return Panel(values, "amount", 1.3 * values[:, -1])


def shares(series: int) -> Panel:
    """Percentages to one decimal."""
    values = amounts(series).values
    values = np.round(100 * values / (values + 100), 1)
    return Panel(values, "share", values[:, -1] + 5)


def missing(series: int) -> Panel:
    """Amounts with a tenth of the years missing anywhere."""
    values = amounts(series).values
    target = 1.3 * values[:, -1]
    values[np.random.default_rng(2).random(values.shape) < 0.1] = np.nan
    return Panel(values, "amount", target)


def varied(series: int) -> Panel:
    """As in a database: half amounts, a quarter each counts and shares; late starts, late ends, holes, zeros."""
    generator = np.random.default_rng(3)
    values, measure = amounts(series).values, generator.choice(np.array(["amount", "amount", "count", "share"]), series)
    count, share = measure == "count", measure == "share"
    values[count] = np.rint(values[count])
    values[share] = np.round(100 * values[share] / (values[share] + 100), 1)
    target = 1.1 * values[:, -1]
    year = np.arange(YEARS)
    late = np.where(generator.random(series) < 0.3, generator.integers(0, YEARS - 2, series), 0)
    behind = np.where(generator.random(series) < 0.3, generator.integers(0, 3, series), 0)
    values[(generator.random(values.shape) < 0.2) & (generator.random(series) < 0.1)[:, np.newaxis]] = np.nan
    values[(generator.random(values.shape) < 0.2) & (generator.random(series) < 0.02)[:, np.newaxis]] = 0
    values[(year < late[:, np.newaxis]) | (year >= YEARS - behind[:, np.newaxis])] = np.nan
    return Panel(values, measure, target)


def project(panel: Panel, workers: int) -> None:
    """What is measured."""
    found = project_array(panel.values, horizon=HORIZON, measure=panel.measure, workers=workers)
    found.chance(panel.target, step=HORIZON, direction="up")


def least(clock: Callable[[], float], work: Callable[[], object], turns: int) -> float:
    """The least time of several turns, in seconds."""
    taken = []
    for _ in range(turns):
        begun = clock()
        work()
        taken.append(clock() - begun)
    return min(taken)


def cost(panel: Panel, turns: int) -> float:
    """Seconds of the processor that a series takes on one core."""
    return least(time.process_time, lambda: project(panel, 1), turns) / len(panel.values)


def peers(values: np.ndarray) -> dict[str, tuple[Callable[[], object], int]]:
    """Runs of statsforecast's models and the number of their series, none where it is not installed."""
    try:
        from statsforecast.models import AutoETS, RandomWalkWithDrift
    except ImportError:
        return {}

    def each(model: object, series: int) -> tuple[Callable[[], object], int]:
        def work() -> None:
            for one in values[:series]:
                model.forecast(y=one, h=HORIZON, level=[80])

        work()  # the first turn compiles
        return work, series

    return {
        "RandomWalkWithDrift": each(RandomWalkWithDrift(), DRIFT),
        "AutoETS": each(AutoETS(season_length=1), AUTO_ETS),
    }


def memory(values: np.ndarray) -> None:
    """Read the panel and fill as many numbers as are held of it: centre, two ends, distance and spread of each year."""
    values.sum()
    for _ in range(5):
        np.empty((HORIZON, len(values))).fill(1.0)


def peak(series: int) -> float:
    """Megabytes over the input at the most, in a process of its own."""
    command = [sys.executable, __file__, "--memory", str(series)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_peak(series: int) -> None:
    """Print what a run takes beyond its input."""

    panel = amounts(series)
    project(amounts(1000), 1)  # libraries and tables are no cost of the batch
    before = most_held()
    project(panel, 2)
    print(most_held() - before)


def most_held() -> float:
    """Megabytes that this process has held at the most; `ru_maxrss` of Linux counts those of its parent, too."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


class Bounds:
    """Collects the bounds that are broken."""

    def __init__(self) -> None:
        self.broken: list[str] = []

    def hold(self, what: str, value: float, bound: float, *, at_least: bool) -> None:
        if (value < bound) if at_least else (value > bound):
            self.broken.append(
                f"{what}: {value:,.4g}, {'at least' if at_least else 'at most'} {bound:,.4g} is the bound"
            )


def one_core(turns: int, bounds: Bounds) -> None:
    """Rates of four panels on one core, beside a logarithm, memory and the libraries, by turns."""
    made = {"amounts": amounts, "shares": shares, "a tenth missing": missing, "varied": varied}
    panels = {name: make(SERIES) for name, make in made.items()}
    values = panels["amounts"].values
    others = peers(values)
    work: dict[str, tuple[Callable[[], object], int]] = {
        **{name: (lambda panel=panel: project(panel, 1), SERIES) for name, panel in panels.items()},
        "numpy.log": (lambda: np.log(values), SERIES),
        "memory": (lambda: memory(values), SERIES),
        **others,
    }
    seconds = dict.fromkeys(work, np.inf)
    for _ in range(turns):
        for name, (run, series) in work.items():
            seconds[name] = min(seconds[name], least(time.process_time, run, IN_A_ROW) / series)
    print(f"one core, {SERIES:,} x {YEARS} points, each the least of {turns} rounds of {IN_A_ROW}")
    beside = ("numpy.log", "memory", *others)
    print(f"{'':20}" + "".join(f"{head:>22}" for head in ("series/s", "ns/series", *(f"x {name}" for name in beside))))
    for name in work:
        ratios = {other: seconds[name] / seconds[other] for other in beside}
        ratios |= {other: 1 / ratios[other] for other in others}
        figures = [1 / seconds[name], 1e9 * seconds[name], *ratios.values()]
        print(f"{name:20}" + "".join(f"{figure:22,.{1 if figure < 10 else 0}f}" for figure in figures))
        if name == "amounts":
            bounds.hold("series a second", figures[0], LEAST_RATE, at_least=True)
            bounds.hold("times numpy.log", ratios["numpy.log"], MOST_LOGS, at_least=False)
            for other in others:
                least_ratio = LEAST_ETS if other == "AutoETS" else LEAST_DRIFTS
                bounds.hold(f"times {other}", ratios[other], least_ratio, at_least=True)
    if not others:
        print("statsforecast is not installed here: see the head of this file")


def two_cores(turns: int, bounds: Bounds) -> None:
    """What a second core gains, by the clock."""
    panel = amounts(SERIES)
    alone, together = (least(time.perf_counter, lambda w=workers: project(panel, w), turns + 2) for workers in (1, 2))
    print(f"two cores: {alone / together:.2f} x one, by the clock; load {os.getloadavg()[0]:.1f}")
    bounds.hold("two cores over one", alone / together, LEAST_GAIN, at_least=True)


def sizes(largest: int, turns: int, bounds: Bounds) -> list[tuple[int, float, float]]:
    """Cost of a series in batches of different size, and memory over the input."""
    rows = []
    print(f"{'series':>12}{'ns/series':>12}{'MB over input':>16}")
    for series in [size for size in (*SIZES, LARGEST) if size <= largest]:
        rows.append((series, 1e9 * cost(amounts(series), max(turns, 300_000 * turns // series)), peak(series)))
        print(f"{rows[-1][0]:12,}{rows[-1][1]:12,.0f}{rows[-1][2]:16,.0f}")
        if series == SERIES:
            bounds.hold("MB over the input", rows[-1][2], MOST_MEMORY, at_least=False)
    costs = [row[1] for row in rows]
    bounds.hold("dearest over cheapest series", max(costs) / min(costs), MOST_BEND, at_least=False)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="go on to ten million series")
    parser.add_argument("--turns", type=int, default=5, help="times each is run (5)")
    parser.add_argument("--svg", type=Path, help="draw the cost by number of series into this file")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    parser.add_argument("--memory", type=int, metavar="SERIES", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        print_peak(options.memory)
        return 0

    bounds = Bounds()
    one_core(options.turns, bounds)
    two_cores(options.turns, bounds)
    rows = sizes(LARGEST if options.large else SERIES, options.turns, bounds)
    if options.svg:
        title = "project_array: ten years, 80 % interval and a chance, one core; memory over the input"
        draw(options.svg, title, [(series, series * each / 1e9, held) for series, each, held in rows])
    print(*bounds.broken, sep="\n", end="\n" if bounds.broken else "")
    return 1 if bounds.broken and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
