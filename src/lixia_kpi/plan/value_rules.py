"""Rules of the figure of a target: what a share, a count, a rank and a growth rate can be at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.problems import Problem
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.plan.model import Indicator, Target
    from lixia_kpi.problems import Detail, Place

_RELATIVE_FORMS = frozenset({"growth", "change", "points"})
_UNSIGNED = frozenset({"amount", "count"})


def check_values(
    target: Target, indicator: Indicator, about: dict[str, Detail], at: Callable[[str], Place]
) -> Iterator[Problem]:
    """Check the figure of a target and the other end of its range.

    Parameters
    ----------
    target, indicator
        the target and the indicator it belongs to.
    about
        what every fault of this target says: `id`, `form`, `year`.
    at
        gives the place of a key of the target.

    Yields
    ------
    Problem
        one for each figure that cannot be, or that cannot be computed with.
    """
    for key, value in (("value", target.value), ("value_high", target.value_high)):
        if value is None:
            continue
        details = {**about, "value": value}
        if target.form in _RELATIVE_FORMS:
            yield from _check_relative(target, indicator, details, at(key))
        elif target.form == "total" or indicator.observed_as != "yearly_change":
            yield from _check_level(target, indicator, details, at(key))


def _check_relative(
    target: Target, indicator: Indicator, details: dict[str, Detail], place: Place
) -> Iterator[Problem]:
    """Growth and change in percent, a rise in points."""
    value = float(details["value"])
    if target.form == "points":
        if indicator.measure == "share" and abs(value) > 100:
            yield Problem("points_beyond_share", place, "error", details)
    elif value <= -100:
        yield Problem("impossible_growth", place, "error", details)
        return
    if value == 0:
        yield Problem("zero_growth", place, "warning", details)
    elif (value < 0) == (indicator.direction == "up"):
        against = {**details, "direction": indicator.direction}
        yield Problem("sign_against_direction", place, "warning", against)


def _check_level(target: Target, indicator: Indicator, details: dict[str, Detail], place: Place) -> Iterator[Problem]:
    """A value of the indicator itself, or a sum of such values."""
    value, measure, op = float(details["value"]), indicator.measure, target.op
    if measure == "share":
        limit = share_limit(indicator.unit)
        if not 0 <= value <= limit:
            yield Problem("share_out_of_bounds", place, "error", {**details, "limit": limit})
        elif (op == ">" and value == limit) or (op == "<" and value == 0):
            yield Problem("unreachable_target", place, "error", {**details, "op": op})
    elif measure == "rank":
        if value < 1 or value != int(value):
            yield Problem("rank_out_of_bounds", place, "error", details)
    elif measure in _UNSIGNED:
        if value < 0 and measure == "count":
            yield Problem("negative_count", place, "error", details)
        elif op == "<" and value == 0:
            yield Problem("unreachable_target", place, "error", {**details, "op": op})
        elif value <= 0 and target.form in ("level", "total"):
            yield Problem("not_positive_target", place, "warning", details)


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
