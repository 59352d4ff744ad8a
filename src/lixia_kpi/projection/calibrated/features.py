"""The features of a block of series: one row each, only those that differ from series to series in their kind.

Moves that share a modifier stand together, so that one multiplication serves several rows. `terms` lists all features
and says what is left of them for a kind.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.terms import LEAST_ROOM, canonical
from lixia_kpi.projection.calibrated.trend import MOVES
from lixia_kpi.projection.workers import PASSING

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.trend import Trend
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

LEAST_RESIDUAL = 0.05
"""Added to the deviation from a straight line, in units of volatility, before its logarithm is taken."""

NEAREST = 0.9999
"""No share counts as nearer to 100 than this before the logarithm of what is left is taken."""

_SINGLE = ("one", "last_rise", "agreement mean_rise", "noise overall_size")
_PRODUCTS = (
    ("steadiness", "mean", "mean"),
    ("noise", "overall", "overall"),
    ("noise", "last", "last"),
    ("noise noise", "mean", "last"),
    ("ratio", "mean", "last"),
    ("agreement ratio", "last", "last"),
    ("agreement noise", "overall", "overall"),
    ("echo", "recent", "mean"),
)
"""Modifiers, each with the first and the last of `MOVES` that it is multiplied with."""

_BOUNDED_SINGLE = ("near", "near near")
_BOUNDED_PRODUCTS = (
    ("near", "overall", "recent"),
    ("room", "overall", "overall"),
    ("room steadiness", "mean", "mean"),
    ("agreement", "mean", "mean"),
)
_SPREAD = ("one", "noise", "turn", "overall_size", "log_residual", "echo", "mean")
_BOUNDED_SPREAD = ("log_near",)
_OF_METHOD = ("steadiness", "agreement", "noise noise", "noise steadiness", "agreement steadiness")
_BOUNDED_OF_METHOD = ("near", "near near", "room", "log_room", "filled steadiness", "filled filled")


@cache
def centre_rows(*, bounded: bool) -> tuple[str, ...]:
    """Name the features of the centre that are computed, factors in alphabetical order.

    Parameters
    ----------
    bounded : whether there is an upper bound.

    Examples
    --------
    >>> rows = centre_rows(bounded=False)
    >>> len(rows), rows[:2], rows[-1]
    (19, ('overall', 'recent'), 'echo mean')
    """
    single = _SINGLE + _BOUNDED_SINGLE if bounded else _SINGLE
    products = _PRODUCTS + _BOUNDED_PRODUCTS if bounded else _PRODUCTS
    names = (canonical(f"{modifier} {move}") for modifier, *ends in products for move in MOVES[_between(*ends)])
    return (*MOVES, *single, *names)


def spread_rows(*, bounded: bool, of_method: bool = False) -> tuple[str, ...]:
    """Name the features of the spread that are computed, factors in alphabetical order.

    Parameters
    ----------
    bounded : whether there is an upper bound.
    of_method : whether a plain method gives the centre.

    Examples
    --------
    >>> len(spread_rows(bounded=False)), len(spread_rows(bounded=True, of_method=True))
    (7, 19)
    """
    rows = _SPREAD + _BOUNDED_SPREAD if bounded else _SPREAD
    further = _OF_METHOD + _BOUNDED_OF_METHOD if bounded else _OF_METHOD
    return rows + further if of_method else rows


def room_for_centre(windows: Windows, workspace: Workspace) -> FloatArray:
    """Give the place for the features of the centre, shape (rows, columns), rows as `centre_rows` names them."""
    return workspace.take("centre", len(centre_rows(bounded=windows.kind.share)), windows.latest.size)


def centre_features(windows: Windows, trend: Trend, out: FloatArray, workspace: Workspace) -> FloatArray:
    """Compute the features of the centre.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    out : where the features are put, as `room_for_centre` gives it, shape (rows, columns); its first rows are those of
        `trend`.
    workspace : where modifiers are put while they are needed.

    Returns
    -------
    FloatArray
        `out`.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md. No move is more than 12.4 times the
    volatility of fifteen years, and no feature more than 38: v² holds both the variance and the mean of the changes.
    """
    moves, noise, agreement = trend.moves, trend.noise, trend.agreement
    overall, _, mean, last = moves
    row = len(MOVES)
    one, last_rise, mean_rise, overall_size = out[row : row + len(_SINGLE)]
    one[:] = 1.0
    np.maximum(last, 0.0, out=last_rise)
    np.multiply(np.maximum(mean, 0.0, out=mean_rise), agreement, out=mean_rise)
    np.multiply(np.abs(overall, out=overall_size), noise, out=overall_size)
    row += len(_SINGLE)
    noise_noise, agreement_ratio, agreement_noise = workspace.take(PASSING, 3, noise.size)
    modifiers = {
        "steadiness": trend.steadiness,
        "noise": noise,
        "noise noise": np.multiply(noise, noise, out=noise_noise),
        "ratio": trend.ratio,
        "agreement ratio": np.multiply(trend.ratio, agreement, out=agreement_ratio),
        "agreement noise": np.multiply(noise, agreement, out=agreement_noise),
        "echo": trend.echo,
    }
    products: tuple[tuple[str, str, str], ...] = _PRODUCTS
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        out[row], out[row + 1] = near, near * near
        row += len(_BOUNDED_SINGLE)
        modifiers |= {"near": near, "room": room, "room steadiness": room * trend.steadiness, "agreement": agreement}
        products = _PRODUCTS + _BOUNDED_PRODUCTS
    for modifier, *ends in products:
        chosen = moves[_between(*ends)]
        np.multiply(chosen, modifiers[modifier], out=out[row : row + len(chosen)])
        row += len(chosen)
    return out


def spread_features(windows: Windows, trend: Trend, workspace: Workspace, *, of_method: bool = False) -> FloatArray:
    """Compute the features of the logarithm of the spread.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    workspace : where the features are put.
    of_method : whether a plain method gives the centre.

    Returns
    -------
    FloatArray
        Shape (rows, columns), rows as `spread_rows` names them.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.
    """
    overall, _, mean, last = trend.moves
    names = spread_rows(bounded=windows.above is not None, of_method=of_method)
    out = workspace.take(PASSING, len(names), overall.size)
    row = dict(zip(names, out, strict=True))
    row["one"][:], row["noise"][:], row["echo"][:], row["mean"][:] = 1.0, trend.noise, trend.echo, mean
    np.abs(np.subtract(last, mean, out=row["turn"]), out=row["turn"])
    np.abs(overall, out=row["overall_size"])
    residual = np.add(trend.residual, LEAST_RESIDUAL, out=row["log_residual"])
    np.log(residual, out=residual)
    if windows.above is not None:
        near = np.minimum(1 / (1 + windows.above), NEAREST)
        np.negative(np.log1p(np.negative(near, out=near)), out=row["log_near"])
    if of_method:
        _features_of_method(windows, trend, row)
    return out


def _features_of_method(windows: Windows, trend: Trend, row: dict[str, FloatArray]) -> None:
    """Put the features of the spread that only plain methods have into their rows, by name."""
    noise, steadiness, agreement = trend.noise, trend.steadiness, trend.agreement
    row["steadiness"][:], row["agreement"][:] = steadiness, agreement
    np.multiply(noise, noise, out=row["noise noise"])
    np.multiply(steadiness, noise, out=row["noise steadiness"])
    np.multiply(steadiness, agreement, out=row["agreement steadiness"])
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        row["near"][:], row["room"][:] = near, room
        np.multiply(near, near, out=row["near near"])
        np.log(room + LEAST_ROOM, out=row["log_room"])
        np.multiply(1 - room, steadiness, out=row["filled steadiness"])
        np.square(1 - room, out=row["filled filled"])


@cache
def _between(first: str, last: str) -> slice:
    """Give the rows of `MOVES` from one to another, both included."""
    return slice(MOVES.index(first), MOVES.index(last) + 1)


def _room(above: FloatArray, trend: Trend) -> FloatArray:
    """Give the room below an upper bound, in (0, 1]: small where a few years of the usual change would fill it."""
    return np.asarray(1 / (1 + 3 * trend.volatility / above))
