"""Rules of the figure of a target: what a share, a count, a rank and a growth rate can be at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.bounds import RELATIVE_FORMS, bounds_of_target
from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.plan.bounds import Bounds
    from lixia_kpi.plan.model import Indicator, Target
    from lixia_kpi.problems import Detail, Place

_UNSIGNED = frozenset({"amount", "count"})
_OUT_OF_BOUNDS = {"share": "share_out_of_bounds", "rank": "rank_out_of_bounds", "count": "negative_count"}


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
        if target.form in RELATIVE_FORMS:
            yield from _check_relative(target, indicator, details, at(key))
        elif target.form == "total" or indicator.observed_as != "yearly_change":
            yield from _check_level(target, indicator, details, at(key))


def _check_relative(
    target: Target, indicator: Indicator, details: dict[str, Detail], place: Place
) -> Iterator[Problem]:
    """Growth and change in percent, a rise in points."""
    value = float(details["value"])
    if not _bounds(target, indicator).hold(value):
        if target.form != "points":
            yield Problem("impossible_growth", place, "error", details)
            return
        yield Problem("points_beyond_share", place, "error", details)
    if value == 0:
        yield Problem("zero_growth", place, "warning", details)
    elif (value < 0) == (indicator.direction == "up"):
        against = {**details, "direction": indicator.direction}
        yield Problem("sign_against_direction", place, "warning", against)


def _check_level(target: Target, indicator: Indicator, details: dict[str, Detail], place: Place) -> Iterator[Problem]:
    """A value of the indicator itself, or a sum of such values."""
    value, bounds = float(details["value"]), _bounds(target, indicator)
    if not bounds.hold(value):
        limit: dict[str, Detail] = {"limit": bounds.high} if indicator.measure == "share" else {}
        yield Problem(_OUT_OF_BOUNDS[indicator.measure], place, "error", {**details, **limit})
    elif value == bounds.unreachable:
        yield Problem("unreachable_target", place, "error", {**details, "op": target.op})
    elif indicator.measure in _UNSIGNED and value <= 0 and target.form in ("level", "total"):
        yield Problem("not_positive_target", place, "warning", details)


def _bounds(target: Target, indicator: Indicator) -> Bounds:
    return bounds_of_target(target.form, target.op, indicator.measure, indicator.unit, indicator.observed_as)
