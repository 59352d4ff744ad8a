"""Rules of one indicator: its unit fits its measure, its breaks its period, and no target is there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.problems import Problem
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.plan.model import Indicator, PlanInfo
    from lixia_kpi.problems import Detail, Place

_RELATIVE = frozenset({"percent", "points"})
_ABSOLUTE = frozenset({"amount", "count"})


def check_indicator(indicator: Indicator, info: PlanInfo | None, at: Callable[[str], Place]) -> Iterator[Problem]:
    """Check one indicator as a whole; `check_target` checks its targets one by one.

    Parameters
    ----------
    indicator
        the indicator with the targets that could be read.
    info
        the head of the plan, where it could be read.
    at
        gives the place of a key of the indicator.

    Yields
    ------
    Problem
        `unit_for_measure`, `formula_not_for_observed_as`, `break_after_period`, `doubled_target`.
    """
    measured = dimension(indicator.unit)
    is_relative = measured in _RELATIVE
    if (measured != "percent") if indicator.measure == "share" else (is_relative and indicator.measure in _ABSOLUTE):
        details = {"id": indicator.id, "unit": indicator.unit, "measure": indicator.measure}
        yield Problem("unit_for_measure", at("unit"), "error", details)
    if indicator.formula is not None and indicator.observed_as != "level":
        observed: dict[str, Detail] = {"id": indicator.id, "observed_as": indicator.observed_as}
        yield Problem("formula_not_for_observed_as", at("formula"), "error", observed)
    last = max((target.year for target in indicator.targets), default=0)
    for year in indicator.breaks:
        if info is not None and year > max(last, info.end):
            late: dict[str, Detail] = {"id": indicator.id, "year": year, "end": max(last, info.end)}
            yield Problem("break_after_period", at("breaks"), "warning", late)
    yield from _doubled_targets(indicator)


def _doubled_targets(indicator: Indicator) -> Iterator[Problem]:
    """Targets of equal form, year and comparator: which of them holds cannot be said."""
    first: dict[tuple[str, int, str], int] = {}
    for target in indicator.targets:
        key = (target.form, target.year, target.op)
        if key in first:
            details: dict[str, Detail] = {
                "id": indicator.id,
                "form": target.form,
                "year": target.year,
                "op": target.op,
                "first_line": first[key],
            }
            yield Problem("doubled_target", target.place, "error", details)
        else:
            first[key] = target.place.line
