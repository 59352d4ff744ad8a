"""Part years against the same period of the year before: what is said of a year that is not over."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.actuals.selection import part_years
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.plan.model import Indicator

Reason = Literal["break_between", "not_positive", "unit_mismatch"]
_IN_POINTS = ("share", "index", "rate")


class OnYear(NamedTuple):
    """A part year beside the same period of the year before.

    `change` is in percent (`unit` is `%`) or in points (`points`); None where `reason` says why there is none.
    """

    earlier: Observation
    change: float | None
    unit: Literal["%", "points"]
    reason: Reason | None = None


def same_period_last_year(
    observations: Iterable[Observation], indicator: Indicator, *, as_of: int | None = None, vintage: str | None = None
) -> dict[Observation, OnYear]:
    """Compare part years with the same period of the year before: 100 (c/b - 1) percent, or c - b points.

    Amounts and counts grow in percent, shares, indices and rates move in points. A rank, a yearly change (which is
    such a comparison already) and a sum since the period began are not compared. The growth is that of the published
    levels: it is not the growth at constant prices.

    Parameters
    ----------
    observations : of the indicator, in the order of the file.
    indicator : whose unit both are put into.
    as_of, vintage : as for `yearly`: later figures are passed over.

    Returns
    -------
    dict
        by observation: those of a part of a year of which the year before has one, too; of several for one earlier
        period the best is taken.
    """
    if indicator.measure == "rank" or indicator.observed_as != "level":
        return {}
    known = [row for row in observations if as_of is None or row.year <= as_of]
    found: dict[Observation, OnYear] = {}
    for years in part_years(known, vintage=vintage).values():
        for year, row in years.items():
            if (earlier := years.get(year - 1)) is not None:
                found[row] = _compare(row, earlier, indicator)
    return found


def _compare(row: Observation, earlier: Observation, indicator: Indicator) -> OnYear:
    unit: Literal["%", "points"] = "points" if indicator.measure in _IN_POINTS else "%"
    if row.year in indicator.breaks:
        return OnYear(earlier, None, unit, "break_between")
    now, before = (convert(r.value, r.unit, indicator.unit, also=indicator.unit_also) for r in (row, earlier))
    if now is None or before is None:
        return OnYear(earlier, None, unit, "unit_mismatch")
    if unit == "points":
        return OnYear(earlier, now - before, unit)
    if before <= 0 or not isfinite(change := 100 * (now / before - 1)):
        return OnYear(earlier, None, unit, "not_positive")
    return OnYear(earlier, change, unit)
