"""The features of a block of series: one row each, only those that differ from series to series in their kind.

Moves that share a modifier stand together, so that one multiplication serves several rows. `terms` lists all features
and says what is left of them for a kind.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.line import deviation_from_line
from lixia_kpi.projection.calibrated.terms import LEAST_ROOM, canonical
from lixia_kpi.projection.calibrated.trend import MOVED, MOVES

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.trend import Trend
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

LIMIT = 50.0
"""No feature of the centre counts as more than this, whatever its sign."""

_RISEN = ("overall", "soft", "mean", "last")
_SINGLE = ("last_size", "one", "noise", "agreement mean_rise", "noise overall_size")
_PRODUCTS = (
    ("agreement", "five", "last"),
    ("steadiness", "five", "last"),
    ("noise", "recent", "last"),
    ("noise noise", "overall", "last"),
    ("agreement noise", "overall", "mean"),
    ("ratio", "soft", "last"),
    ("agreement ratio", "mean", "last"),
    ("echo", "recent", "last"),
    ("agreement steadiness", "mean", "last"),
)
"""Modifiers, each with the first and the last of `MOVES` that it is multiplied with."""

_MOST = {"noise": 3.0, "noise noise": 9.0, "agreement noise": 3.0, "ratio": 4.0, "agreement ratio": 4.0}
"""The largest size of modifiers; the others lie between −1 and 1."""

_BOUNDED_SINGLE = ("near", "near near", "room")
_BOUNDED_PRODUCTS = (("near", "recent", "last"), ("room", "overall", "last"), ("room steadiness", "soft", "mean"))
_SPREAD = (
    *("one", "noise", "noise noise", "steadiness", "agreement", "noise steadiness", "agreement steadiness", "mean"),
    *("turn", "largest", "rough", "soft_size", "overall_size", "log_residual", "log_error"),
)
_BOUNDED_SPREAD = ("near", "near near", "log_near", "room", "log_room", "filled steadiness", "filled filled")


@cache
def centre_rows(changes: int, *, bounded: bool) -> tuple[str, ...]:
    """Name the features of the centre that are computed, factors in alphabetical order.

    Parameters
    ----------
    changes : number of yearly changes.
    bounded : whether there is an upper bound.

    Examples
    --------
    >>> rows = centre_rows(4, bounded=False)
    >>> len(rows), rows[:2], rows[10:14], rows[-1]
    (59, ('five', 'recent'), ('change_3', 'change_2', 'change_1', 'change_0'), 'agreement last steadiness')
    """
    products = _PRODUCTS + _BOUNDED_PRODUCTS if bounded else _PRODUCTS
    names = [canonical(f"{modifier} {move}") for modifier, *ends in products for move in MOVES[_between(*ends)]]
    single = _SINGLE + _BOUNDED_SINGLE if bounded else _SINGLE
    rises = (f"{move}_rise" for move in _RISEN)
    return (*MOVED, *(f"change_{ago}" for ago in reversed(range(changes))), *rises, *single, *names)


def spread_rows(*, bounded: bool) -> tuple[str, ...]:
    """Name the features of the spread that are computed, factors in alphabetical order.

    Parameters
    ----------
    bounded : whether there is an upper bound.

    Examples
    --------
    >>> len(spread_rows(bounded=False)), len(spread_rows(bounded=True))
    (15, 22)
    """
    return _SPREAD + _BOUNDED_SPREAD if bounded else _SPREAD


def room_for_centre(windows: Windows, workspace: Workspace) -> FloatArray:
    """Give the place for the features of the centre, shape (rows, columns), rows as `centre_rows` names them."""
    names = centre_rows(len(windows.moves) - 1, bounded=windows.kind.share)
    return workspace.take("centre", len(names), windows.latest.size)


def centre_features(windows: Windows, trend: Trend, out: FloatArray) -> FloatArray:
    """Compute the features of the centre.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    out : where the features are put, as `room_for_centre` gives it, shape (rows, columns); its first rows are those of
        `trend`.

    Returns
    -------
    FloatArray
        `out`.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md. Changes, means of the values, smoothed
    levels and trends and yearly growth are so few times the volatility that the limit never applies to them.
    """
    moves = trend.moves[: len(MOVES)]
    agreement, noise = trend.agreement, trend.noise
    first = len(MOVED) + len(trend.changes)
    row = first + len(_RISEN)
    risen = out[first:row]
    np.maximum(moves[_between(_RISEN[0], _RISEN[-1])], 0.0, out=risen)
    single = dict(zip(_SINGLE, out[row:], strict=False))
    row += len(_SINGLE)
    single["one"][:], single["noise"][:] = 1.0, noise
    np.abs(moves[MOVES.index("last")], out=single["last_size"])
    np.multiply(agreement, risen[_RISEN.index("mean")], out=single["agreement mean_rise"])
    np.abs(moves[MOVES.index("overall")], out=single["noise overall_size"])
    single["noise overall_size"] *= noise
    modifiers = _modifiers(trend)
    products: tuple[tuple[str, str, str], ...] = _PRODUCTS
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        single = dict(zip(_BOUNDED_SINGLE, out[row:], strict=False))
        row += len(_BOUNDED_SINGLE)
        single["near"][:], single["room"][:] = near, room
        np.multiply(near, near, out=single["near near"])
        modifiers |= {"near": near, "room": room, "room steadiness": room * trend.steadiness}
        products = _PRODUCTS + _BOUNDED_PRODUCTS
    simple, largest = out[:row], max(moves.max(), -moves.min())
    for modifier, *ends in products:
        chosen = moves[_between(*ends)]
        product = np.multiply(chosen, modifiers[modifier], out=out[row : row + len(chosen)])
        row += len(chosen)
        if not largest * _MOST.get(modifier, 1.0) <= LIMIT:
            np.clip(product, -LIMIT, LIMIT, out=product)
    if not largest * _MOST["noise"] <= LIMIT:
        np.clip(simple, -LIMIT, LIMIT, out=simple)
    return out


def _modifiers(trend: Trend) -> dict[str, FloatArray]:
    """Give what moves are multiplied with, (columns,) each, by the names of their factors."""
    agreement, steadiness, noise = trend.agreement, trend.steadiness, trend.noise
    return {
        "agreement": agreement,
        "steadiness": steadiness,
        "noise": noise,
        "noise noise": noise * noise,
        "agreement noise": noise * agreement,
        "ratio": trend.ratio,
        "agreement ratio": trend.ratio * agreement,
        "echo": trend.echo,
        "agreement steadiness": agreement * steadiness,
    }


def spread_features(windows: Windows, trend: Trend, workspace: Workspace) -> FloatArray:
    """Compute the features of the logarithm of the spread.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    workspace : where the features are put.

    Returns
    -------
    FloatArray
        Shape (rows, columns), rows as `spread_rows` names them.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.
    """
    noise, steadiness, agreement, changes = trend.noise, trend.steadiness, trend.agreement, trend.changes
    overall, soft, mean, last = (trend.moves[MOVES.index(name)] for name in ("overall", "soft", "mean", "last"))
    names = spread_rows(bounded=windows.kind.share)
    out = workspace.take("spread", len(names), noise.size)
    row = dict(zip(names, out, strict=True))
    row["one"][:], row["noise"][:], row["mean"][:] = 1.0, noise, mean
    row["steadiness"][:], row["agreement"][:] = steadiness, agreement
    np.multiply(noise, noise, out=row["noise noise"])
    np.multiply(steadiness, noise, out=row["noise steadiness"])
    np.multiply(steadiness, agreement, out=row["agreement steadiness"])
    np.abs(np.subtract(last, mean, out=row["turn"]), out=row["turn"])
    np.maximum.reduce(np.abs(changes), out=row["largest"])
    row["rough"][:] = _roughness(changes)
    for name, move in (("soft_size", soft), ("overall_size", overall)):
        np.minimum(np.abs(move, out=row[name]), LIMIT, out=row[name])
    residual = np.divide(deviation_from_line(windows.moves[:-1], workspace), trend.volatility, out=row["log_residual"])
    residual += 0.05
    np.log(residual, out=residual)
    np.log(trend.error, out=row["log_error"])
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        row["near"][:], row["room"][:] = near, room
        np.multiply(near, near, out=row["near near"])
        np.negative(np.log1p(-np.minimum(near, 0.9999)), out=row["log_near"])
        np.log(room + LEAST_ROOM, out=row["log_room"])
        np.multiply(1 - room, steadiness, out=row["filled steadiness"])
        np.square(1 - room, out=row["filled filled"])
    return out


def _roughness(changes: FloatArray) -> FloatArray | float:
    """Give the root of the mean squared turn from one change (years − 1, columns) to the next, zero without one."""
    if len(changes) < 2:
        return 0.0
    turns = changes[1:] - changes[:-1]
    return np.asarray(np.sqrt(np.einsum("ts,ts->s", turns, turns) / len(turns)))


def _between(first: str, last: str) -> slice:
    """Give the rows of `MOVES` from one to another, both included."""
    return slice(MOVES.index(first), MOVES.index(last) + 1)


def _room(above: FloatArray, trend: Trend) -> FloatArray:
    """Give the room below an upper bound, in (0, 1]: small where a few years of the usual change would fill it."""
    return np.asarray(1 / (1 + 3 * trend.volatility / above))
