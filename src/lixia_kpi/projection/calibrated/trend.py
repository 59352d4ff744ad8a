"""How a series has moved: its trend, how steady that was, how far it stands from its mean, in units of volatility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.smoothing import SMOOTHED, smoothed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

MOVES = ("five", "recent", "overall", "soft", "mean", "last")
"""Moves that modifiers are multiplied with, in the order of their rows."""

MOVED = (*MOVES, *SMOOTHED, "yearly")
"""All moves, in the order of their rows; yearly changes follow."""

FLOOR = 0.003
"""Least yearly volatility, as a fraction of the level: figures are printed with about this resolution."""

TREND_SHARE = 0.35
"""How much of the squared mean change counts as volatility: a strong trend is itself uncertain."""


class Trend(NamedTuple):
    """Moves in units of volatility and modifiers without unit, shape (columns,).

    `moves` has a row for each of `MOVED`, `changes` is (years − 1, columns), the first change first; `error` is the
    least mean squared error of the smoothing.
    """

    volatility: FloatArray
    moves: FloatArray
    changes: FloatArray
    error: FloatArray
    agreement: FloatArray
    steadiness: FloatArray
    ratio: FloatArray
    echo: FloatArray
    noise: FloatArray


def trend(windows: Windows, out: FloatArray, workspace: Workspace) -> Trend:
    """Measure trend, steadiness and return towards the mean.

    v² = variance of the yearly changes + 0.35 (mean change)² + 0.003²; every move is divided by v.

    Parameters
    ----------
    windows : series of one shape, two years at least.
    out : where moves and changes are put, in the first rows, shape (rows, columns).
    workspace : where products are put.

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
    out = out[: len(MOVED) + count]
    moves, changes = out[: len(MOVED)], out[len(MOVED) :]
    five, recent, overall, soft, average, last, level, strong, weak, yearly = moves
    np.subtract(values[1:], values[:-1], out=changes)
    mean = np.divide(values[0], -count, out=average)
    lag = np.subtract(changes, mean, out=workspace.take("lag", count, columns))
    squares = np.einsum("ts,ts->s", lag, lag)
    deviation, size = np.sqrt(squares / count), np.abs(mean)
    volatility = np.sqrt(squares / max(count - 1, 1) + TREND_SHARE * mean * mean + FLOOR**2)
    error = smoothed(changes, values[:-1], volatility, moves[len(MOVES) : -1], workspace)
    _growth(windows, five, yearly)
    np.divide(np.add.reduce(values[-3:-1]), min(years, 3), out=recent)
    np.divide(np.add.reduce(values[:-1]), years, out=overall)
    np.add(level + 2 * strong, 3.5 * weak, out=soft)
    last[:] = changes[-1]
    turned = np.greater(changes, 0.0).view(np.int8)
    turned -= np.less(changes, 0.0).view(np.int8)
    seen = Trend(
        volatility=volatility,
        moves=moves,
        changes=changes,
        error=error,
        agreement=np.abs(np.add.reduce(turned, dtype=np.int8)) / count,
        steadiness=size / (size + deviation + FLOOR / 2),
        ratio=np.minimum(size / (deviation + 1e-4), 4.0),
        echo=np.einsum("ts,ts->s", lag[1:], lag[:-1]) / (squares + 1e-9),
        noise=np.minimum(np.maximum(np.log(volatility) + 3, -3.0), 3.0),
    )
    inverse = 1 / volatility
    out *= inverse
    error *= inverse
    error *= inverse
    return seen


def _growth(windows: Windows, five: FloatArray, yearly: FloatArray) -> None:
    """Carry compound growth on by five years, per year, and by one; zero where the level is no measure of scale."""
    values = windows.moves
    if not windows.kind.level:
        five[:], yearly[:] = 0.0, 0.0
        return
    growth = np.log(np.maximum(1 + values[0], 1e-6))
    growth /= 1 - values.shape[0]
    np.minimum(np.maximum(growth, -0.7, out=growth), 0.5, out=growth)
    np.expm1(growth, out=yearly)
    growth *= 5
    rise = np.expm1(np.maximum(growth, 0.0))
    if windows.above is not None:
        rise = distance(rise, level=True, above=windows.above)
    np.minimum(growth, 0.0, out=growth)  # the distance of a fall is its logarithm
    np.add(growth, rise, out=five)
    five /= 5
