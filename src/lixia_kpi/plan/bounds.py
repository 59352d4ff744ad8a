"""What a figure can be at all: the bounds of shares, counts, ranks and rates of growth."""

from __future__ import annotations

import math
from typing import NamedTuple

from lixia_kpi.units.conversion import convert

RELATIVE_FORMS = frozenset({"growth", "change", "points"})
"""Forms of target in percent or points, whatever the unit of the indicator."""

_ABOVE_MINUS_100 = math.nextafter(-100.0, 0.0)
_UNREACHABLE_AT_ZERO = ("amount", "count", "share")


class Bounds(NamedTuple):
    """Which values are possible: from `low` to `high`, both included, whole numbers alone where `whole` says so.

    `unreachable` is the one value among them that a comparator makes unreachable, NaN where there is none.
    """

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    unreachable: float = math.nan

    def hold(self, value: float) -> bool:
        """Tell whether a value is possible, reachable or not.

        >>> Bounds(1, whole=True).hold(3.0), Bounds(1, whole=True).hold(2.5), Bounds(0, 100).hold(100.5)
        (True, False, False)
        """
        return self.low <= value <= self.high and (not self.whole or value == math.floor(value))


UNBOUNDED = Bounds()
_YEARLY_CHANGE = Bounds(low=_ABOVE_MINUS_100)


def bounds_of_value(measure: str, unit: str, observed_as: str = "level") -> Bounds:
    """Give the bounds of an observed value: a share of the whole, a rank, a count, a yearly change above −100.

    Parameters
    ----------
    measure, unit, observed_as
        of the indicator, as in `Indicator`.

    Returns
    -------
    Bounds
        in the unit of the indicator; of a yearly change in percent or points.

    Examples
    --------
    >>> bounds_of_value("share", "‰")[:2], bounds_of_value("rank", "位")[:3], bounds_of_value("rate", "%")[:2]
    ((0.0, 1000.0), (1.0, inf, True), (-inf, inf))
    """
    if observed_as == "yearly_change":
        return _YEARLY_CHANGE
    if measure == "share":
        return Bounds(0.0, share_limit(unit))
    if measure == "rank":
        return Bounds(1.0, whole=True)
    return Bounds(0.0) if measure == "count" else UNBOUNDED


def bounds_of_target(form: str, op: str, measure: str, unit: str, observed_as: str = "level") -> Bounds:
    """Give the bounds of the figure of a target, and the value that its comparator makes unreachable.

    Parameters
    ----------
    form, op
        of the target, as in `Target`.
    measure, unit, observed_as
        of its indicator.

    Returns
    -------
    Bounds
        in percent for growth and change, in points for points, else in the unit of the indicator.

    Examples
    --------
    >>> bounds_of_target("level", ">", "share", "%")
    Bounds(low=0.0, high=100.0, whole=False, unreachable=100.0)
    >>> bounds_of_target("growth", ">=", "amount", "亿元").hold(-100)
    False
    """
    if form == "points":
        return Bounds(-100.0, 100.0) if measure == "share" else UNBOUNDED
    if form in ("growth", "change"):
        return _YEARLY_CHANGE
    if form != "total" and observed_as == "yearly_change":
        return UNBOUNDED
    bounds = bounds_of_value(measure, unit)
    if op == ">" and measure == "share":
        return bounds._replace(unreachable=bounds.high)
    if op == "<" and measure in _UNREACHABLE_AT_ZERO:
        return bounds._replace(unreachable=0.0)
    return bounds


def share_limit(unit: str) -> float:
    """Give what the whole is in the unit of a share: 100 for %, 1000 for ‰.

    Parameters
    ----------
    unit
        the unit of the indicator.

    Returns
    -------
    float
        the greatest value that a share can have; 100 where the unit is not one of shares.

    Examples
    --------
    >>> share_limit("%"), share_limit("‰")
    (100.0, 1000.0)
    """
    return 100.0 if unit == "%" else convert(100.0, "%", unit) or 100.0
