"""The features of a block of series: one row each, only those that differ from series to series in their kind.

Moves that share a modifier stand together, so that one multiplication serves several rows. `terms` lists all features
and says what is left of them for a kind.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.products import times
from lixia_kpi.projection.calibrated.terms import LEAST_ROOM, canonical
from lixia_kpi.projection.calibrated.trend import MOVES

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.trend import Trend
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

LIMIT = 50.0
"""No feature of the centre counts as more than this, whatever its sign."""

_SINGLE = (
    *("overall_rise", "soft_rise", "mean_rise", "last_rise", "last_size", "level", "strong", "weak", "yearly"),
    *("one", "noise", "agreement mean_rise", "noise overall_size"),
)
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
    >>> len(rows), rows[:2], rows[-1]
    (59, ('five', 'recent'), 'agreement last steadiness')
    """
    products = _PRODUCTS + _BOUNDED_PRODUCTS if bounded else _PRODUCTS
    names = [canonical(f"{modifier} {move}") for modifier, *ends in products for move in MOVES[_between(*ends)]]
    single = _SINGLE + _BOUNDED_SINGLE if bounded else _SINGLE
    return (*MOVES, *single, *(f"change_{ago}" for ago in range(changes)), *names)


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


def centre_features(windows: Windows, trend: Trend, workspace: Workspace) -> FloatArray:
    """Compute the features of the centre.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    workspace : where the features are put.

    Returns
    -------
    FloatArray
        Shape (rows, columns), rows as `centre_rows` names them.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.
    """
    count, columns = trend.changes.shape
    names = centre_rows(count, bounded=windows.kind.share)
    out = workspace.take("centre", len(names), columns)
    moves = out[: len(MOVES)]
    moves[:] = trend.moves
    risen = slice(len(MOVES), len(MOVES) + 4)
    np.maximum(moves[_between("overall", "last")], 0.0, out=out[risen])
    agreement, steadiness, noise = trend.agreement, trend.steadiness, trend.noise
    modifiers = {
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
    overall, mean_rise = moves[MOVES.index("overall")], out[risen][2]
    single: list[FloatArray | float] = [np.abs(moves[-1]), trend.level, trend.strong, trend.weak, trend.yearly]
    single += [1.0, noise, agreement * mean_rise, np.abs(overall) * noise]
    products: tuple[tuple[str, str, str], ...] = _PRODUCTS
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        single += [near, near * near, room]
        modifiers |= {"near": near, "room": room, "room steadiness": room * steadiness}
        products = _PRODUCTS + _BOUNDED_PRODUCTS
    row = risen.stop
    for values in single:
        out[row] = values
        row += 1
    out[row : row + count] = trend.changes[::-1]
    row += count
    simple = out[:row]
    largest = max(moves.max(), -moves.min())
    for modifier, *ends in products:
        chosen = moves[_between(*ends)]
        product = np.multiply(chosen, modifiers[modifier], out=out[row : row + len(chosen)])
        row += len(chosen)
        if not largest * _MOST.get(modifier, 1.0) <= LIMIT:
            np.clip(product, -LIMIT, LIMIT, out=product)
    np.clip(simple, -LIMIT, LIMIT, out=simple)
    return out


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
    turns = changes[1:] - changes[:-1]
    rough = np.sqrt(np.einsum("ts,ts->s", turns, turns) / len(turns)) if len(turns) else np.zeros_like(noise)
    rows: list[FloatArray | float] = [1.0, noise, noise * noise, steadiness, agreement, steadiness * noise]
    rows += [steadiness * agreement, mean, np.abs(last - mean), np.maximum.reduce(np.abs(changes)), rough]
    rows += [np.minimum(np.abs(soft), LIMIT), np.minimum(np.abs(overall), LIMIT)]
    rows += [np.log(_residual(windows.moves[:-1], workspace) / trend.volatility + 0.05), np.log(trend.error)]
    if windows.above is not None:
        near, room = 1 / (1 + windows.above), _room(windows.above, trend)
        rows += [near, near * near, -np.log1p(-np.minimum(near, 0.9999)), room, np.log(room + LEAST_ROOM)]
        rows += [(1 - room) * steadiness, (1 - room) ** 2]
    out = workspace.take("spread", len(rows), noise.size)
    for row, values in enumerate(rows):
        out[row] = values
    return out


def _between(first: str, last: str) -> slice:
    """Give the rows of `MOVES` from one to another, both included."""
    return slice(MOVES.index(first), MOVES.index(last) + 1)


def _room(above: FloatArray, trend: Trend) -> FloatArray:
    """Give the room below an upper bound, in (0, 1]: small where a few years of the usual change would fill it."""
    return np.asarray(1 / (1 + 3 * trend.volatility / above))


def _residual(moves: FloatArray, workspace: Workspace) -> FloatArray:
    """Give the deviation from a straight line through the moves (years − 1, columns) and the latest value, zero."""
    off = residual_map(len(moves) + 1)
    if not len(off):
        return np.zeros(moves.shape[1])
    left = times(off, moves, workspace.take("residual", len(off), moves.shape[1]))
    return np.asarray(np.sqrt(np.einsum("ts,ts->s", left, left)))


@cache
def residual_map(years: int) -> FloatArray:
    """Give the linear map from moves to coordinates whose length is the deviation from a straight line.

    The rows are orthogonal to each other, to a constant and to a slope, so that fewer of them do than there are years.

    Parameters
    ----------
    years : length of the series, the latest value included, which is zero; >= 2.

    Returns
    -------
    FloatArray
        Shape (years − 2, years − 1).

    Examples
    --------
    >>> residual_map(4).shape, float(np.linalg.norm(residual_map(4) @ [-3.0, -2.0, -1.0]).round(12))
    ((2, 3), 0.0)
    """
    line = np.vander(np.arange(years, dtype=np.float64), 2)
    basis = np.linalg.qr(line, mode="complete").Q[:, 2:]
    return np.ascontiguousarray(basis.T[:, :-1] / np.sqrt(years))
