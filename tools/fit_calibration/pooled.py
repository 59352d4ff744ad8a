"""From drawn windows to fitted arrays: coefficients, spreads and quantiles for one length of history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from regression import median_fit, spread_fit

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.features import CENTRE_FEATURES, SPREAD_FEATURES, features
from lixia_kpi.projection.calibrated.rule import centre_distance, reachable
from lixia_kpi.projection.calibrated.standard import PROBABILITIES
from lixia_kpi.projection.calibrated.tables import KNOTS
from lixia_kpi.projection.calibrated.windows import groups

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from panel import Drawn

    from lixia_kpi.projection.calibrated.windows import Windows

RATE = MEASURES.index("rate")
RATE_WINDOWS = 4
"""How often a true rate counts among the levels that are taken as rates to fit the scale of points."""


@dataclass(frozen=True)
class Described:
    """Windows that changed, described: features, volatility, true distances at the knots, and those of the methods."""

    centre: NDArray[np.float64]
    spread: NDArray[np.float64]
    volatility: NDArray[np.float64]
    far: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]
    methods: NDArray[np.float64]


def described(drawn: Drawn, *, level: bool, carried: NDArray[np.float64] | None = None) -> Described:
    """Describe the windows on one scale: by their level, or (every window taken as a rate) by points.

    `carried` (methods, windows, knots) are centres of plain methods, measured in the same way.
    """
    codes = drawn.codes if level else np.full_like(drawn.codes, RATE)
    parts = []
    for group in groups(drawn.history, codes, block=len(codes)):
        if group.windows.level != level:
            continue
        moved = np.any(np.abs(group.windows.moves) > 1e-12, axis=1)
        seen = features(group.windows)
        far = true_distance(group.windows, drawn.truth[group.rows])
        centres = [] if carried is None else [centre_distance(group.windows, one[group.rows])[moved] for one in carried]
        stacked = np.stack(centres, axis=1) if centres else np.zeros((int(moved.sum()), 0, len(KNOTS)))
        weight = RATE_WINDOWS if not level else 1
        times = np.where(drawn.codes[group.rows][moved] == RATE, weight, 1)
        lowest, highest = reachable(group.windows)
        moving = np.flatnonzero(moved)
        columns = (
            *(seen.centre.T[moving], seen.spread.T[moving], seen.volatility[moving], far[moved]),
            *(lowest[moved], highest[moved], stacked),
        )
        parts.append(tuple(np.repeat(column, times, axis=0) for column in columns))
    return Described(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def true_distance(windows: Windows, truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the true later values from the latest one at the knots, (windows, knots)."""
    truth = truth[:, np.array(KNOTS) - 1]
    if windows.level:
        near = windows.nearest[:, np.newaxis]
        highest = np.where(np.isfinite(windows.above)[:, np.newaxis], 100 - near, np.inf)
        truth = np.where(truth < 0, np.nan, np.clip(truth, near, highest))
    move = (truth - windows.latest[:, np.newaxis]) / windows.unit[:, np.newaxis]
    return distance(move, below=windows.below[:, np.newaxis], above=windows.above[:, np.newaxis])


def rule(one: Described) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Fit centre, spread and quantiles at every knot."""
    centre = np.zeros((len(KNOTS), CENTRE_FEATURES))
    spread = np.zeros((len(KNOTS), SPREAD_FEATURES))
    quantiles = np.zeros((len(KNOTS), PROBABILITIES.size))
    start = None
    for k in range(len(KNOTS)):
        known = np.isfinite(one.far[:, k])
        x, g = one.centre[known], one.spread[known]
        y = one.far[known, k] / one.volatility[known]
        lowest, highest = (end[known] / one.volatility[known] for end in (one.lowest, one.highest))
        b = median_fit(x, y, np.ones(len(y)), start=start, rounds=16 if start is None else 9)
        error = y - np.clip(x @ b, lowest, highest)
        size = np.exp(g @ spread_fit(g, error))
        b = median_fit(x, y, 1 / (size + np.abs(error)), start=b, rounds=8)
        error = y - np.clip(x @ b, lowest, highest)
        spread[k] = spread_fit(g, error)
        quantiles[k] = rising(error / np.exp(np.clip(g @ spread[k], -6, 6)))
        centre[k] = start = b
    return centre, spread, quantiles


def method_rule(one: Described, which: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Fit spread and quantiles of a plain method's errors at every knot."""
    spread = np.zeros((len(KNOTS), SPREAD_FEATURES))
    quantiles = np.zeros((len(KNOTS), PROBABILITIES.size))
    for k in range(len(KNOTS)):
        error = (one.far[:, k] - one.methods[:, which, k]) / one.volatility
        known = np.isfinite(error)
        g, error = one.spread[known], error[known]
        spread[k] = spread_fit(g, error)
        quantiles[k] = rising(error / np.exp(np.clip(g @ spread[k], -6, 6)))
    return spread, quantiles


def rising(errors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the quantiles of errors, made strictly rising."""
    table = np.maximum.accumulate(np.quantile(errors, PROBABILITIES))
    return table + 1e-6 * np.arange(table.size)


def pooled(drawn: Drawn, generator: np.random.Generator) -> NDArray[np.float64]:
    """Give quantiles of plain distances at the knots, the truth blurred by its printed resolution."""
    blurred = _blurred(drawn.truth, generator)
    parts = [
        true_distance(group.windows, blurred[group.rows])
        for group in groups(drawn.history, drawn.codes, block=len(drawn.codes))
        if group.windows.level
    ]
    far = np.concatenate(parts)
    return np.stack([rising(far[np.isfinite(far[:, k]), k]) for k in range(len(KNOTS))])


def _blurred(truth: NDArray[np.float64], generator: np.random.Generator) -> NDArray[np.float64]:
    """Add what rounding took away: figures printed with few digits are equal more often than what they measure."""
    digits = np.full(truth.shape[0], 1e-4)
    for decimals in (3, 2, 1, 0):
        scaled = truth * 10.0**decimals
        whole = np.all(np.isnan(truth) | (np.abs(scaled - np.rint(scaled)) < 1e-6), axis=1)
        digits[whole] = 10.0**-decimals
    noise = (generator.random(truth.shape) - 0.5) * digits[:, np.newaxis]
    return np.maximum(truth + noise, 0.0)
