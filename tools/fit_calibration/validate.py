"""Validate the rule on windows of families that were left out of its fit: `validate.py PANEL WINDOWS`.

The windows file has one row a window: dataset, series_id, kind, x1…x10 (history), y1…y5 (truth); one window a series
and at most 450 a data set are scored: error relative to standing still, coverage, interval and Brier score.
"""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from fit import fit_rule
from panel import draw, family, measure_of, read_panel

from lixia_kpi.projection.calibrated import predict
from lixia_kpi.projection.calibrated.tables import LENGTHS, tables

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.projection.calibrated.distribution import Distribution
    from lixia_kpi.projection.calibrated.tables import Tables

HORIZON, INTERVAL, RISE, MOST = 5, 0.8, 1.2, 450


@dataclass(frozen=True)
class Forecast:
    """Centre and 80 per cent interval (windows, 5), and the chance of +20 per cent in year five."""

    centre: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    chance: NDArray[np.float64]


def read_windows(path: Path) -> pd.DataFrame:
    """Keep one window a series, chosen by a hash of its name, and at most 450 a data set."""
    table = pd.read_csv(path, dtype={"series_id": str, "window_id": str})
    order = table["window_id"].map(lambda name: hashlib.sha1(("o" + name).encode()).hexdigest()[:12])
    table = table.assign(order=order).sort_values("order")
    table = table[~table.duplicated(["dataset", "series_id"])]
    table = table[table.groupby("dataset").cumcount() < MOST].sort_values("window_id").reset_index(drop=True)
    history = table[[f"x{k}" for k in range(1, 11)]].to_numpy(np.float64)
    measures = [measure_of(kind, row) for kind, row in zip(table["kind"], history, strict=True)]
    return table.assign(family=table["dataset"].map(family), measure=measures)


def left_out(panel: Path, windows: pd.DataFrame, n: int) -> Forecast:
    """Forecast every window by tables fitted without its family."""
    everything = draw(read_panel(panel), n)
    out = Forecast(*(np.full((len(windows), HORIZON), np.nan) for _ in range(3)), np.full(len(windows), np.nan))
    for name in sorted(windows["family"].unique()):
        rows = np.flatnonzero(windows["family"] == name)
        fitted = fitted_on({n: everything.only(everything.family != name)}, n)
        history = windows[[f"x{k}" for k in range(11 - n, 11)]].to_numpy(np.float64)[rows]
        found = predict(history, horizon=HORIZON, measure=windows["measure"].to_numpy(str)[rows], fitted=fitted)
        fill(out, rows, found, RISE * history[:, -1])
    return out


def fitted_on(drawn: dict, n: int) -> Tables:
    """Fit one length; all else stays as the package has it."""
    arrays = fit_rule(drawn, (n,), log=lambda _: None)
    current = tables()
    return type(current)(**{name: arrays.get(name, getattr(current, name)) for name in current.__dataclass_fields__})


def fill(out: Forecast, rows: NDArray[np.intp], found: Distribution, target: NDArray[np.float64]) -> None:
    out.centre[rows], out.lower[rows], out.upper[rows] = found.centre, found.lower(INTERVAL), found.upper(INTERVAL)
    out.chance[rows] = found.chance(target, step=HORIZON, direction="up")


def measures(windows: pd.DataFrame, forecast: Forecast, n: int) -> dict[str, float]:
    """Score forecasts: relMAE, coverage in per cent, MSIS, Brier."""
    truth = windows[[f"y{k}" for k in range(1, HORIZON + 1)]].to_numpy(np.float64)
    history = windows[[f"x{k}" for k in range(11 - n, 11)]].to_numpy(np.float64)
    last = history[:, -1]
    error, still = (np.abs(truth - c).mean(axis=1) for c in (forecast.centre, last[:, np.newaxis]))
    slack = 1e-6 * last
    inside = (truth >= forecast.lower) & (truth <= forecast.upper)
    missed = np.maximum(forecast.lower - truth, 0) + np.maximum(truth - forecast.upper, 0)
    score = (forecast.upper - forecast.lower + 2 / (1 - INTERVAL) * missed).mean(axis=1)
    size = np.abs(np.diff(history, axis=1)).mean(axis=1)
    sized = size > 1e-4 * last
    risen = truth[:, -1] > RISE * last
    return {
        "windows": len(windows),
        "relMAE": float(np.exp(np.clip(np.log((error + slack) / (still + slack)), -3, 3).mean())),
        "cov80": 100 * float(inside.mean()),
        "h1": 100 * float(inside[:, 0].mean()),
        "h5": 100 * float(inside[:, -1].mean()),
        "MSIS": float(np.minimum(score[sized] / size[sized], 200).mean()),
        "Brier": float(((forecast.chance - risen) ** 2).mean()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("panel", type=Path)
    parser.add_argument("windows", type=Path)
    parser.add_argument("--lengths", default="5,6,8,10")
    options = parser.parse_args()
    windows = read_windows(options.windows)
    official = windows["family"] != "competitions"
    rows = []
    for n in (int(text) for text in options.lengths.split(",") if int(text) in LENGTHS):
        forecast = left_out(options.panel, windows, n)
        parts = {"official": official, "competitions": ~official}
        parts |= {f"official, {kind}": official & (windows["kind"] == kind) for kind in ("level", "share", "count")}
        parts |= {"official, from 2012": official & (windows["origin_year"] >= 2012)}
        parts |= {"Chinese": windows["dataset"].str.startswith("cn_")}
        for part, keep in parts.items():
            kept = Forecast(*(getattr(forecast, name)[keep] for name in ("centre", "lower", "upper", "chance")))
            rows.append({"n": n, "part": part} | measures(windows[keep], kept, n))
        print(pd.DataFrame(rows[-len(parts) :]).round(3).to_string(index=False), flush=True)


if __name__ == "__main__":
    main()
