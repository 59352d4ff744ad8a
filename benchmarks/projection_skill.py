"""The default projection beside the usual methods and libraries, on real yearly series.

    python benchmarks/projection_skill.py                          the openly licensed windows of tests/data
    python benchmarks/projection_skill.py WINDOWS.csv.gz           another file of windows: x1..x10, y1..y5, kind, group

Libraries are scored with `--peers`, in an environment of their own, for they bring pandas and compilers along:

    python3.11 -m venv peers && peers/bin/pip install statsforecast
    PYTHONPATH=src peers/bin/python benchmarks/projection_skill.py --peers

For each window and each length of history the last values are projected 1 to 5 years ahead with an 80 % interval and
the chance of +20 % in five years. Printed: error relative to standing still (geometric mean), coverage, scaled interval
score, Brier score. Methods of `kpi` have intervals calibrated on their own errors; libraries have theirs. A library
that refuses a length is left blank, a fit that fails is taken as the last value, and counted.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from lixia_kpi.backtest.metrics import error_ratio, interval_score, mean_change
from lixia_kpi.projection import project_array

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OPEN = Path(__file__).parents[1] / "tests" / "data" / "panel_open.csv.gz"
HORIZON, LEVEL, RISE = 5, 0.80, 1.2
LENGTHS = (5, 10)
OWN = ("auto", "last", "cagr", "linear", "loglinear", "damped", "theta")
Z80 = 1.2815515655446004
MEASURES = {"level": "amount", "count": "count", "share": "share"}


class Windows(NamedTuple):
    """Histories (windows, 10), what followed (windows, 5), and the measure of each."""

    history: np.ndarray
    truth: np.ndarray
    measure: np.ndarray


class Said(NamedTuple):
    """What a method says: centre and interval (windows, 5), and the chance of the rise (windows,)."""

    centre: np.ndarray
    low: np.ndarray
    high: np.ndarray
    rise: np.ndarray


def read_windows(path: Path, group: str | None) -> Windows:
    """Read a file of windows; positive values only, as every method can take logarithms of them."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [row for row in csv.DictReader(data.decode().splitlines()) if group in (None, row.get("group"))]
    history, truth = (
        np.array([[float(row[f"{letter}{k}"] or "nan") for k in range(1, last + 1)] for row in rows])
        for letter, last in (("x", 10), ("y", HORIZON))
    )
    measure = np.array([row.get("measure") or MEASURES[row["kind"]] for row in rows])
    beyond = (measure == "share") & (np.nanmax(np.hstack([history, truth]), axis=1) > 100)
    measure = np.where(beyond, "amount", measure)
    usable = np.all(np.nan_to_num(history, nan=1.0) > 0, axis=1) & np.all(truth > 0, axis=1)
    return Windows(history[usable], truth[usable], measure[usable])


def own(method: str, history: np.ndarray, measure: np.ndarray) -> Said:
    """Project by a method of `kpi`."""
    found = project_array(history, horizon=HORIZON, measure=measure, interval=LEVEL, method=method)
    rise = found.chance(RISE * history[:, -1], step=HORIZON, direction="up")
    return Said(found.centre, found.lower, found.upper, rise)


def normal(centre: np.ndarray, spread: np.ndarray, latest: np.ndarray) -> Said:
    """Take a normal distribution around centres (windows, 5) with standard deviations of the same shape."""
    error = (RISE * latest - centre[:, -1]) / np.maximum(spread[:, -1], 1e-300)
    rise = np.array([0.5 * math.erfc(e / math.sqrt(2)) for e in error])
    return Said(centre, centre - Z80 * spread, centre + Z80 * spread, rise)


def statsforecast_methods(history: np.ndarray) -> Iterator[tuple[str, Callable[[], Said]]]:
    """Give the models of statsforecast by name."""
    from statsforecast.models import AutoETS, RandomWalkWithDrift, Theta

    models = (RandomWalkWithDrift(), Theta(season_length=1), AutoETS(season_length=1))

    def said(model: Any) -> Said:
        centre, low, high = (np.empty((len(history), HORIZON)) for _ in range(3))
        failed = 0
        for row, values in enumerate(history):
            try:
                found = model.forecast(values, h=HORIZON, level=[80])
                centre[row], low[row], high[row] = found["mean"], found["lo-80"], found["hi-80"]
            except Exception:
                failed += 1
                centre[row] = low[row] = high[row] = values[-1]
        if failed == len(history):
            raise ValueError("refuses this length")
        if failed:
            print(f"  {model}: {failed} of {len(history)} failed, last value taken", file=sys.stderr)
        return normal(centre, (high - low) / (2 * Z80), history[:, -1])

    for model in models:
        yield f"statsforecast {type(model).__name__}", lambda model=model: said(model)


def damped_holt(history: np.ndarray) -> Said:
    """Fit damped Holt by statsmodels, with the interval of its state-space form (Hyndman et al. 2008, table 6.1)."""
    from statsmodels.tsa.holtwinters import Holt

    warnings.filterwarnings("ignore")  # importing it has switched its own warnings on
    centre, spread = np.empty((len(history), HORIZON)), np.zeros((len(history), HORIZON))
    failed = 0
    for row, values in enumerate(history):
        try:
            fit = Holt(values, damped_trend=True, initialization_method="estimated").fit()
            level, trend, damping = (
                float(fit.params[f"{name}"]) for name in ("smoothing_level", "smoothing_trend", "damping_trend")
            )
            sigma = math.sqrt(fit.sse / max(len(values) - 5, 1))
            weights = level * (1 + trend * np.cumsum(damping ** np.arange(1, HORIZON)))
            centre[row] = fit.forecast(HORIZON)
            spread[row] = sigma * np.sqrt(1 + np.concatenate([[0.0], np.cumsum(weights**2)]))
        except Exception:
            failed += 1
            centre[row], spread[row] = values[-1], 0.0
    if failed:
        print(f"  damped Holt: {failed} of {len(history)} failed, last value taken", file=sys.stderr)
    return normal(centre, spread, history[:, -1])


def scores(said: Said, windows: Windows, history: np.ndarray) -> tuple[float, float, float, float]:
    """Score what a method said: relative error, coverage, scaled interval score, Brier score."""
    latest, truth = history[:, -1], windows.truth
    ratio = error_ratio(np.abs(truth - said.centre), np.abs(truth - latest[:, None]), latest)
    inside = (truth >= said.low) & (truth <= said.high)
    scale = mean_change(history)
    each = interval_score(truth, said.low, said.high, level=LEVEL, scale=scale[:, None]).mean(axis=1)
    risen = truth[:, -1] > RISE * latest
    return (
        float(np.exp(np.nanmean(ratio))),
        float(inside.mean()),
        float(np.nanmean(each)),
        float(np.mean((said.rise - risen) ** 2)),
    )


def methods(history: np.ndarray, measure: np.ndarray, *, peers: bool) -> Iterator[tuple[str, Callable[[], Said]]]:
    """Give every method by name, the default first."""
    for name in OWN:
        yield f"kpi {name}", lambda name=name: own(name, history, measure)
    if peers:
        yield from statsforecast_methods(history)
        yield "statsmodels Holt, damped", lambda: damped_holt(history)


def main() -> None:
    """Print one table, methods by lengths of history."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("windows", nargs="?", type=Path, default=OPEN)
    parser.add_argument("--group", help="only the windows of this group")
    parser.add_argument("--peers", action="store_true", help="score statsforecast and statsmodels, too")
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    every = read_windows(options.windows, options.group)
    cells: dict[str, list[str]] = {}
    counts = []
    for place, length in enumerate(LENGTHS):
        kept = np.isfinite(every.history[:, -length:]).all(axis=1)
        windows = Windows(*(part[kept] for part in every))
        history = windows.history[:, -length:]
        counts.append(f"n = {length}: {int(kept.sum())} windows")
        for name, say in methods(history, windows.measure, peers=options.peers):
            began = time.perf_counter()
            try:
                error, held, width, brier = scores(say(), windows, history)
                found = [f"{error:.3f}", f"{100 * held:.0f} %", f"{width:.1f}", f"{brier:.3f}"]
            except ValueError:
                found = [""] * 4
            cells.setdefault(name, [""] * (4 * place)).extend(found)
            print(f"  {name}, n = {length}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
    print(f"{'; '.join(counts)}\n")
    heads = [f"{head}, n = {length}" for length in LENGTHS for head in ("relMAE", "80 % holds", "MSIS", "Brier")]
    print(f"| method | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
    for name, found in cells.items():
        print(f"| {name} | {' | '.join(found)} |")


if __name__ == "__main__":
    main()
