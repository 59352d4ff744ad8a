"""How a series has moved: its trend, how steady that was, how far it stands from its mean, in units of volatility."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.line import residual_map
from lixia_kpi.projection.calibrated.products import times
from lixia_kpi.projection.workers import PASSING

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

    moves: FloatArray
    volatility: FloatArray
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
    out : its first rows are filled, of which the moves stay, shape (rows of `linear_map`, columns) at least.
    workspace : where changes and all else is put.

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
    >>> seen = trend(values, np.empty((5, 64)), Workspace())
    >>> (seen.moves * seen.volatility)[:, 0].round(6).tolist(), seen.agreement[0].item()
    ([-1.666667, -1.666667, 1.5, 2.0], 1.0)
    """
    years, columns = values.shape
    count = years - 1
    changes = np.subtract(values[1:], values[:-1], out=workspace.take(PASSING, count, columns))
    rows = linear_map(years)
    linear = times(rows, values[:-1], out[: len(rows)])
    moves, off = linear[: len(MOVES)], linear[len(MOVES) :]
    mean = moves[MOVES.index("mean")]
    seen = Trend(moves, *workspace.take("trend", len(Trend._fields) - 1, columns))
    size, squares = workspace.take("squares", 2, columns)
    _agreement(changes, seen.agreement, workspace)
    lag = np.subtract(changes, mean, out=changes)
    np.einsum("ts,ts->s", lag, lag, out=squares)
    _volatility(np.divide(squares, max(count - 1, 1), out=size), mean, seen.volatility)
    _noise(seen.volatility, seen.noise)
    _echo(lag, np.add(squares, 1e-9, out=size), seen.echo)
    np.abs(mean, out=size)
    squares /= count
    _against_deviation(size, np.sqrt(squares, out=squares), seen)
    np.einsum("ts,ts->s", off, off, out=seen.residual)
    np.divide(np.sqrt(seen.residual, out=seen.residual), seen.volatility, out=seen.residual)
    moves /= seen.volatility
    return seen


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


def _agreement(changes: FloatArray, out: FloatArray, workspace: Workspace) -> None:
    """Give the part of the changes by which rises outnumber falls, or falls rises, shape (columns,)."""
    rises, falls = workspace.take_bytes("rises", *changes.shape), workspace.take_bytes("falls", *changes.shape)
    np.greater(changes, 0.0, out=rises.view(np.bool_))
    np.less(changes, 0.0, out=falls.view(np.bool_))
    rises -= falls
    np.divide(np.abs(np.add.reduce(rises, dtype=np.int8)), len(changes), out=out)


def _volatility(variance: FloatArray, mean: FloatArray, out: FloatArray) -> None:
    """Give √(variance + 0.35 mean² + 0.003²)."""
    np.multiply(mean, TREND_SHARE, out=out)
    out *= mean
    out += variance
    out += FLOOR**2
    np.sqrt(out, out=out)


def _noise(volatility: FloatArray, out: FloatArray) -> None:
    """Give ln v + 3, cut at −3 and 3."""
    np.log(volatility, out=out)
    out += 3
    np.clip(out, -MOST_NOISE, MOST_NOISE, out=out)


def _echo(lag: FloatArray, squares: FloatArray, out: FloatArray) -> None:
    """Give the autocorrelation of changes less their mean, `squares` the sum of their squares, more than zero."""
    np.einsum("ts,ts->s", lag[1:], lag[:-1], out=out)
    out /= squares


def _against_deviation(size: FloatArray, deviation: FloatArray, seen: Trend) -> None:
    """Give steadiness s / (s + d + 0.0015) and ratio s / (d + 0.0001), at most 4; s is the size of the mean change."""
    np.add(size, deviation, out=seen.steadiness)
    np.add(seen.steadiness, FLOOR / 2, out=seen.steadiness)
    np.divide(size, seen.steadiness, out=seen.steadiness)
    np.add(deviation, 1e-4, out=seen.ratio)
    np.divide(size, seen.ratio, out=seen.ratio)
    np.minimum(seen.ratio, MOST_RATIO, out=seen.ratio)
