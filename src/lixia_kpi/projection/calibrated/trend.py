"""How a series has moved: its trend, how steady that was, how far it stands from its mean, in units of volatility."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.line import residual_map
from lixia_kpi.projection.calibrated.products import times

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.workers import Workspace

MOVES = ("overall", "recent", "mean", "last")
"""Moves that modifiers are multiplied with, in the order of their rows."""

FLOOR = 0.003
"""Least yearly volatility, as a fraction of the level: figures are printed with about this resolution."""

TREND_SHARE = 0.35
"""How much of the squared mean change counts as volatility: a strong trend is itself uncertain."""

MOST_RATIO = 4.0
MOST_NOISE = 3.0


class Trend(NamedTuple):
    """How series have moved: `moves` (rows of `MOVES`, columns), the rest (columns,).

    Moves and residual are in units of volatility, and that in units of scale; the others have no unit.
    """

    volatility: FloatArray
    moves: FloatArray
    residual: FloatArray
    agreement: FloatArray
    steadiness: FloatArray
    ratio: FloatArray
    echo: FloatArray
    noise: FloatArray


def trend(values: FloatArray, out: FloatArray, workspace: Workspace) -> Trend:
    """Measure trend, steadiness and return towards the mean.

    v² = variance of the yearly changes + 0.35 (mean change)² + 0.003²; every move is divided by v.

    Parameters
    ----------
    values : from the latest one, which is zero: shape (years, columns), two years at least, columns a multiple of 64
        [units of scale].
    out : where the moves are put, in the first rows, shape (rows, columns).
    workspace : where changes and products are put.

    Returns
    -------
    Trend
        Mean of all and of the last three years less the latest, mean change, last change; deviation from a straight
        line; sign agreement, steadiness |mean| / (|mean| + deviation), ratio of mean to deviation, echo
        (autocorrelation of the changes), logarithm of the volatility.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.

    Examples
    --------
    >>> from lixia_kpi.projection.workers import Workspace
    >>> values = np.array([[-3.0], [-2.0], [0.0]]).repeat(64, axis=1)
    >>> seen = trend(values, np.empty((4, 64)), Workspace())
    >>> (seen.moves * seen.volatility)[:, 0].round(6).tolist(), seen.agreement[0].item()
    ([-1.666667, -1.666667, 1.5, 2.0], 1.0)
    """
    years, columns = values.shape
    count = years - 1
    changes = np.subtract(values[1:], values[:-1], out=workspace.take("changes", count, columns))
    rows = linear_map(years)
    linear = times(rows, values[:-1], workspace.take("linear", len(rows), columns))
    moves, off = linear[: len(MOVES)], linear[len(MOVES) :]
    mean = moves[MOVES.index("mean")]
    agreement = _agreement(changes)
    lag = np.subtract(changes, mean, out=changes)
    squares, products = np.einsum("ts,ts->s", lag, lag), np.einsum("ts,ts->s", lag[1:], lag[:-1])
    deviation, size = np.sqrt(squares / count), np.abs(mean)
    volatility = np.sqrt(squares / max(count - 1, 1) + TREND_SHARE * mean * mean + FLOOR**2)
    return Trend(
        volatility=volatility,
        moves=np.divide(moves, volatility, out=out[: len(MOVES)]),
        residual=np.sqrt(np.einsum("ts,ts->s", off, off)) / volatility,
        agreement=agreement,
        steadiness=size / (size + deviation + FLOOR / 2),
        ratio=np.minimum(size / (deviation + 1e-4), MOST_RATIO),
        echo=products / (squares + 1e-9),
        noise=np.clip(np.log(volatility) + 3, -MOST_NOISE, MOST_NOISE),
    )


@cache
def linear_map(years: int) -> FloatArray:
    """Give the linear map from the values before the latest one, which is zero, to moves and distances from a line.

    Parameters
    ----------
    years : length of the series, >= 2.

    Returns
    -------
    FloatArray
        Shape (4 + years − 2, years − 1): a row for each of `MOVES`, then those of `residual_map`.

    Examples
    --------
    >>> (linear_map(3)[:4] @ [-3.0, -2.0]).round(6).tolist()
    [-1.666667, -1.666667, 1.5, 2.0]
    """
    before = years - 1
    moves = np.zeros((len(MOVES), before))
    overall, recent, mean, last = moves
    overall[:], recent[-2:], mean[0], last[-1] = 1 / years, 1 / min(years, 3), -1 / before, -1.0
    return np.concatenate([moves, residual_map(years)])


def _agreement(changes: FloatArray) -> FloatArray:
    """Give the part of the changes by which rises outnumber falls, or falls rises, shape (columns,)."""
    turned = np.greater(changes, 0.0).view(np.int8)
    turned -= np.less(changes, 0.0).view(np.int8)
    return np.asarray(np.abs(np.add.reduce(turned, dtype=np.int8)) / len(changes))
