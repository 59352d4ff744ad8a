"""Comparing a value with a target: met, by its comparator and the wanted direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray

COMPARATORS = (">=", ">", "<=", "<", "=", "~")
DIRECTIONS = ("up", "down")
DEFAULT_TOLERANCE = 5.0
"""Percent by which an approximate target (`~`) may be missed; the tool's own."""

RELATIVE_SLACK = 1e-9


def satisfies(
    value: ArrayLike,
    op: str | Sequence[str] | NameArray,
    target: ArrayLike,
    *,
    direction: str | Sequence[str] | NameArray,
    tolerance: ArrayLike = DEFAULT_TOLERANCE,
    decimals: ArrayLike = np.nan,
) -> BoolArray:
    """Tell whether a value satisfies a target.

    `>=`, `<=`, `>`, `<` compare as they read; `=` and `~` ask that the target is reached or passed in the wanted
    direction, `~` also holds within `tolerance` percent of the target on the short side. Values that differ by
    at most 1e-9 of the larger one count as equal, so an equal value satisfies `>=` and does not satisfy `>`.
    `=` alone is compared after rounding to the printed decimals as well.

    Parameters
    ----------
    value : any shape, NaN where missing [unit of the target].
    op : one of `COMPARATORS`, or an array of them that broadcasts.
    target : broadcastable [unit of the indicator, fraction for growth and change].
    direction : `up` or `down`, or an array of them that broadcasts.
    tolerance : for `~`; NaN stands for the default of 5 [percent].
    decimals : for `=`, how many decimals the target is printed with; NaN for no rounding.

    Returns
    -------
    BoolArray
        True where satisfied; False where not, and where a value or target is missing.

    Raises
    ------
    ValueError
        Unknown comparator or direction, or shapes that do not broadcast.

    Notes
    -----
    Source: usual comparators of plan texts (不低于, 超过, 控制在...以内, 左右); the tolerance is the tool's own.

    Examples
    --------
    >>> satisfies([0.3, 0.1 + 0.2], ">", 0.3, direction="up").tolist()
    [False, False]
    >>> satisfies([95, 94.9], "~", 100, direction="up").tolist()
    [True, False]
    >>> satisfies([19.98, 19.98], ["=", ">="], 20, direction="up", decimals=0).tolist()
    [True, False]
    """
    ops = _named(op, COMPARATORS, "comparator")
    directions = _named(direction, DIRECTIONS, "direction")
    upward = directions.get("up", np.zeros(np.shape(direction), dtype=np.bool_))
    v, t, percent, places = floats(value, target, tolerance, decimals)
    with np.errstate(all="ignore"):
        slack = _slack(v, t)
        sign = np.where(upward, 1.0, -1.0)
        held = np.zeros(np.broadcast_shapes(v.shape, np.shape(op), upward.shape), dtype=np.bool_)
        for name, here in ops.items():
            held |= here & _HOLDS[name](v, t, slack, sign, percent, places)
        return held


def rounds_to_target(value: ArrayLike, target: ArrayLike, decimals: ArrayLike) -> BoolArray:
    """Tell whether a value differs from a target and yet rounds to it at the printed decimals.

    A target that fails and for which this is true is not met, and the row says so (19.98 for 20).

    Parameters
    ----------
    value : any shape [unit of the indicator].
    target : broadcastable [the same unit].
    decimals : how many decimals the target is printed with, broadcastable; NaN gives False.

    Returns
    -------
    BoolArray
        True where the rounded value equals the target and the value itself does not.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: evaluations that print 20.0 where the yearly figures compound to 19.98.

    Examples
    --------
    >>> rounds_to_target([19.98, 20, 19.4], 20, 0).tolist()
    [True, False, False]
    """
    v, t, places = floats(value, target, decimals)
    with np.errstate(all="ignore"):
        equal = np.abs(v - t) <= _slack(v, t)
        return np.asarray(~equal & (np.abs(round_half_up(v, places) - t) <= _slack(v, t)))


def round_half_up(value: ArrayLike, decimals: ArrayLike) -> FloatArray:
    """Round as statistics are printed (四舍五入): halves away from zero.

    Parameters
    ----------
    value : any shape and unit.
    decimals : whole number of decimals, broadcastable, negative for tens and hundreds.

    Returns
    -------
    FloatArray
        The rounded value; NaN where either argument is missing.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    A decimal half that binary floats hold just below (2.675) is still taken as a half.

    Examples
    --------
    >>> round_half_up([2.5, -2.5, 2.675], [0, 0, 2]).tolist()
    [3.0, -3.0, 2.68]
    """
    v, places = floats(value, decimals)
    with np.errstate(all="ignore"):
        scale = 10.0 ** np.abs(places)
        scaled = np.where(places >= 0, np.abs(v) * scale, np.abs(v) / scale)
        whole = np.floor(scaled + 0.5 + 2 * np.spacing(scaled))
        whole = np.where(scaled < 2.0**52, whole, scaled)
        return defined(np.copysign(np.where(places >= 0, whole / scale, whole * scale), v), True)


def _equals(
    v: FloatArray, t: FloatArray, slack: FloatArray, sign: FloatArray, _: FloatArray, places: FloatArray
) -> BoolArray:
    rounded = sign * (t - round_half_up(v, places)) <= slack
    return np.asarray((sign * (t - v) <= slack) | rounded)


def _is_about(
    v: FloatArray, t: FloatArray, slack: FloatArray, sign: FloatArray, percent: FloatArray, _: FloatArray
) -> BoolArray:
    room = np.abs(t) * (np.where(np.isnan(percent), DEFAULT_TOLERANCE, percent) / 100)
    return np.asarray(sign * (t - v) <= room + slack)


_HOLDS: dict[str, Callable[..., BoolArray]] = {
    ">=": lambda v, t, slack, *_: v >= t - slack,
    "<=": lambda v, t, slack, *_: v <= t + slack,
    ">": lambda v, t, slack, *_: v > t + slack,
    "<": lambda v, t, slack, *_: v < t - slack,
    "=": _equals,
    "~": _is_about,
}
"""What each comparator asks of value, target, slack, sign of the direction, tolerance [percent] and decimals."""


def _slack(value: FloatArray, target: FloatArray) -> FloatArray:
    return RELATIVE_SLACK * np.maximum(np.abs(value), np.abs(target))


def _named(names: str | Sequence[str] | NameArray, known: tuple[str, ...], what: str) -> dict[str, BoolArray]:
    """Tell where each name stands that is there at all, refusing any that is not known."""
    array = np.asarray(names, dtype=np.str_)
    found: dict[str, BoolArray] = {}
    left = array.size
    for name in known:
        here = np.asarray(array == name)
        count = int(np.count_nonzero(here))
        if count:
            found[name] = here
        left -= count
        if not left:
            break
    if left:
        first = str(array[~np.isin(array, known)].ravel()[0])
        raise ValueError(f"unknown {what} {first!r}: expected one of {', '.join(known)}")
    return found
