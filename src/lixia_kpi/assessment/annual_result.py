"""Yearly targets set against what the years brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import round_half_up, satisfies

if TYPE_CHECKING:
    from lixia_kpi.assessment.annual import AnnualTargets
    from lixia_kpi.assessment.plan_cases import PlanCases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

YEAR_STATUSES = ("met", "not_met", "no_data")
"""How a year ended against its own target."""

_DECIMALS_OF_A_DIFFERENCE = 9  # what a subtraction of printed figures leaves beyond them is noise


@dataclass(frozen=True, slots=True)
class AnnualResult:
    """What the years brought; arrays (cases, years) on the years of the breakdown, in the unit of the target.

    Parameters
    ----------
    actual, cumulative
        the level, rate, points or flow of the year, and the amount since the base year; NaN where unknown.
    difference
        actual minus planned, negative when short of it whatever the direction.
    status
        one of `YEAR_STATUSES`; empty where nothing is planned.
    broken, incomplete
        the year is observed, but its change crosses a break, or the year before is missing.
    """

    actual: FloatArray
    cumulative: FloatArray
    difference: FloatArray
    status: NameArray
    broken: BoolArray
    incomplete: BoolArray


def annual_result(cases: PlanCases, progress: Progress, plan: AnnualTargets) -> AnnualResult:
    """Set each year's actual against its target.

    In the target year the comparator of the target decides, before it `at least` or, for what is to fall, `at most`.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    plan : the targets broken down.
    """
    values = _on_years(np.where(cases.span, cases.values, np.nan), cases.years, plan.years)
    before = _on_years(cases.values, cases.years, plan.years - 1)
    breaks = [[year in case.indicator.breaks for year in plan.years.tolist()] for case in cases.cases]
    crossed = np.array(breaks, dtype=np.bool_).reshape(values.shape) & ~cases.yearly_change[:, None]
    path, own = cases.path[:, None], cases.yearly_change[:, None]
    first = plan.years == cases.base_year[:, None] + 1
    with np.errstate(all="ignore"):
        ratio = np.where((before > 0) & (values > 0), 100 * (values / before - 1), np.nan)
    flow = np.where(cases.cumulative[:, None], values - np.where(first, 0.0, before), values)
    changed = np.where(path == "relative", ratio, values - before)
    relative_or_rise = (path == "relative") | (path == "rise")
    actual = np.where(relative_or_rise & ~own, np.where(crossed, np.nan, changed), values)
    actual = np.where(path == "sum", flow, actual)
    amount = _on_years(progress.quantity, cases.years, plan.years)
    amount = np.where(
        path == "relative", 100 * (amount - 1), np.where(relative_or_rise | (path == "sum"), amount, np.nan)
    )
    planned = np.where(plan.asked, plan.planned, np.nan)
    sign = np.where(cases.upward, 1.0, -1.0)[:, None]
    held = _held(cases, plan, actual)
    nothing, known = np.isnan(planned), ~np.isnan(actual)
    status = np.where(nothing, "", np.where(known, np.where(held, "met", "not_met"), "no_data"))
    seen = ~np.isnan(values) & ~known
    return AnnualResult(
        actual=_without_noise(actual),
        cumulative=_without_noise(amount),
        difference=_without_noise(sign * (actual - planned)) + 0.0,
        status=status,
        broken=seen & crossed,
        incomplete=seen & ~crossed,
    )


def _without_noise(numbers: FloatArray) -> FloatArray:
    return round_half_up(numbers, _DECIMALS_OF_A_DIFFERENCE)


def _held(cases: PlanCases, plan: AnnualTargets, actual: FloatArray) -> BoolArray:
    """Whether each year reached its target."""
    judged_as_printed = np.isin(cases.path, ("compound", "straight", "state"))[:, None]
    own = (judged_as_printed & (plan.years == cases.due_year[:, None])) | cases.on("bound")[:, None]
    usual = np.where(cases.upward, ">=", "<=")[:, None]
    op = np.where(own, cases.op[:, None], usual)
    return satisfies(
        actual, op, plan.planned,
        direction=cases.direction[:, None], tolerance=cases.tolerance[:, None], decimals=cases.decimals[:, None],
    )  # fmt: skip


def _on_years(numbers: FloatArray, years: IntArray, wanted: IntArray) -> FloatArray:
    """Pick the columns of the wanted years, none of them later than the last; NaN before the first."""
    columns = wanted - int(years[0])
    return np.where(columns >= 0, numbers[:, np.maximum(columns, 0)], np.nan)
