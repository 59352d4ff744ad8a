"""How a series has moved: its trend, how steady that was, how far it stands from its mean, in units of volatility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.smoothing import smoothed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

MOVES = ("five", "recent", "overall", "soft", "mean", "last")
"""Moves that modifiers are multiplied with, in the order of their rows."""

FLOOR = 0.003
"""Least yearly volatility, as a fraction of the level: figures are printed with about this resolution."""

TREND_SHARE = 0.35
"""How much of the squared mean change counts as volatility: a strong trend is itself uncertain."""


class Trend(NamedTuple):
    """Moves in units of volatility and modifiers without unit, shape (columns,).

    `changes` is (years − 1, columns), the first change first, `moves` has a row for each of `MOVES`.
    """

    volatility: FloatArray
    changes: FloatArray
    moves: FloatArray
    level: FloatArray
    strong: FloatArray
    weak: FloatArray
    yearly: FloatArray
    error: FloatArray
    agreement: FloatArray
    steadiness: FloatArray
    ratio: FloatArray
    echo: FloatArray
    noise: FloatArray


def trend(windows: Windows, workspace: Workspace) -> Trend:
    """Measure trend, steadiness and return towards the mean.

    v² = variance of the yearly changes + 0.35 (mean change)² + 0.003²; every move is divided by v.

    Parameters
    ----------
    windows : series of one shape, two years at least.
    workspace : where changes and moves are put.

    Returns
    -------
    Trend
        Mean change, last change, mean of the last three and of all years less the latest, smoothed forecast; sign
        agreement, steadiness |mean| / (|mean| + deviation), ratio of mean to deviation, echo (autocorrelation of the
        changes), logarithm of the volatility.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.
    """
    values = windows.moves
    years, columns = values.shape
    count = years - 1
    changes = np.subtract(values[1:], values[:-1], out=workspace.take("changes", count, columns))
    mean = values[0] / -count
    lag = np.subtract(changes, mean, out=workspace.take("lag", count, columns))
    squares = np.einsum("ts,ts->s", lag, lag)
    deviation, size = np.sqrt(squares / count), np.abs(mean)
    volatility = np.sqrt(squares / max(count - 1, 1) + TREND_SHARE * mean * mean + FLOOR**2)
    inverse = 1 / volatility
    smooth = smoothed(changes, values[:-1], volatility, workspace)
    moves = workspace.take("moves", len(MOVES), columns)
    moves[MOVES.index("five")], yearly = _growth(windows)
    np.divide(np.add.reduce(values[-3:-1]), min(years, 3), out=moves[MOVES.index("recent")])
    np.divide(np.add.reduce(values[:-1]), years, out=moves[MOVES.index("overall")])
    np.add(smooth.level + 2 * smooth.strong, 3.5 * smooth.weak, out=moves[MOVES.index("soft")])
    moves[MOVES.index("mean")], moves[MOVES.index("last")] = mean, changes[-1]
    moves *= inverse
    turned = np.greater(changes, 0.0).view(np.int8)
    turned -= np.less(changes, 0.0).view(np.int8)
    changes *= inverse
    return Trend(
        volatility=volatility,
        changes=changes,
        moves=moves,
        level=smooth.level * inverse,
        strong=smooth.strong * inverse,
        weak=smooth.weak * inverse,
        yearly=yearly * inverse,
        error=smooth.error * inverse * inverse,
        agreement=np.abs(np.add.reduce(turned, dtype=np.int8)) / count,
        steadiness=size / (size + deviation + FLOOR / 2),
        ratio=np.minimum(size / (deviation + 1e-4), 4.0),
        echo=np.einsum("ts,ts->s", lag[1:], lag[:-1]) / (squares + 1e-9),
        noise=np.minimum(np.maximum(np.log(volatility) + 3, -3.0), 3.0),
    )


def _growth(windows: Windows) -> tuple[FloatArray, FloatArray]:
    """Carry compound growth on by five years, per year, and by one; zero where the level is no measure of scale."""
    values, latest = windows.moves, windows.latest
    if not windows.kind.level:
        return np.zeros_like(latest), np.zeros_like(latest)
    growth = np.log(np.maximum(1 + values[0], 1e-6))
    growth /= 1 - values.shape[0]
    np.minimum(np.maximum(growth, -0.7, out=growth), 0.5, out=growth)
    five, yearly = 5 * growth, np.expm1(growth)
    rise = np.expm1(np.maximum(five, 0.0))
    if windows.above is not None:
        rise = distance(rise, level=True, above=windows.above)
    np.minimum(five, 0.0, out=five)  # the distance of a fall is its logarithm
    five += rise
    five /= 5
    return five, yearly
