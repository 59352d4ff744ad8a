"""The series that a published rule sees of a target: a level, or an index with 100 in the base year.

=========  ======================  ==================================  =====================
form       observed as             series                              target
=========  ======================  ==================================  =====================
level      level                   the values                          T
change     level                   100 · value / b                     100 (1 + p)
change     yearly change           100 · Π(1 + k), never added         100 (1 + p)
growth     either                  as for change                       100 (1 + r) ** n
points     level                   the values                          b + x
points     yearly change           b + Σ points, or Σ points without   b + x, or x
                                   a baseline
=========  ======================  ==================================  =====================

Years before the base year are part of the series: some rules look back beyond it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.verdict import first_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray

INDEX_BASE = 100.0
"""The value of an index in the base year."""


@dataclass(frozen=True, slots=True)
class RuleSeries:
    """What a rule is asked about; arrays (cases,) unless said otherwise, NaN where there is none.

    Parameters
    ----------
    values
        (cases, years) the series, only what compares with the latest observation.
    target, limit
        T and the natural limit, in the unit of the series.
    measure
        of the series: that of the indicator for levels, `index` for an index or a sum of points.
    accumulated
        whether the series is a sum of points that starts from 0 because no level is known.
    reason
        code where a case has no such series; empty where it has.
    """

    values: FloatArray
    target: FloatArray
    limit: FloatArray
    measure: NameArray
    accumulated: BoolArray
    reason: NameArray


def rule_series(cases: Cases, progress: Progress) -> RuleSeries:
    """Lay out what the published rules see of each target.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    """
    relative, rise = cases.on("relative"), cases.on("rise")
    changes = cases.yearly_change & (relative | rise)
    known = np.where(cases.yearly_change, cases.level_beside, cases.baseline)
    accumulated = rise & changes & np.isnan(known)
    start = np.where(accumulated, 0.0, known)
    before_break = ~cases.yearly_change[:, None] & (cases.years < cases.usable_from[:, None])
    levels = np.where(before_break, np.nan, cases.values)
    with np.errstate(all="ignore"):
        values = np.where((relative & ~changes)[:, None], INDEX_BASE * levels / cases.baseline[:, None], levels)
        values = np.where((relative & changes)[:, None], INDEX_BASE * _chained(cases), values)
        values = np.where((rise & changes)[:, None], start[:, None] + _added(cases), values)
        target = np.where(relative, INDEX_BASE * cases.goal, np.where(rise, start + cases.target, cases.target))
    of_level = ~relative & ~accumulated
    return RuleSeries(
        values=np.where(np.isfinite(values), values, np.nan),
        target=target,
        limit=np.where(of_level & (cases.measure == "share"), cases.whole, np.nan),
        measure=np.where(of_level, cases.measure, "index"),
        accumulated=accumulated,
        reason=_reason(cases, progress, values, target),
    )


def _chained(cases: Cases) -> FloatArray:
    """(cases, years) Π(1 + k) since the base year; before it, what the changes up to it lead back to."""
    with np.errstate(all="ignore"):
        factor = np.where(1 + cases.values / 100 > 0, 1 + cases.values / 100, np.nan)
        after = np.cumprod(np.where(_after(cases), factor, 1.0), axis=1)
        until_base: FloatArray = np.where(_after(cases), 1.0, factor)
        to_base = np.cumprod(until_base[:, ::-1], axis=1, dtype=np.float64)[:, ::-1]
        return np.where(_after(cases), after, 1 / _next(to_base))


def _added(cases: Cases) -> FloatArray:
    """(cases, years) the sum of yearly points since the base year; before it, what they lead back to."""
    after = np.cumsum(np.where(_after(cases), cases.values, 0.0), axis=1)
    until_base: FloatArray = np.where(_after(cases), 0.0, cases.values)
    to_base = np.cumsum(until_base[:, ::-1], axis=1, dtype=np.float64)[:, ::-1]
    return np.where(_after(cases), after, -_next(to_base))


def _after(cases: Cases) -> BoolArray:
    return np.asarray(cases.years > cases.base_year[:, None])


def _next(array: FloatArray) -> FloatArray:
    """(cases, years) the column of the year after; the last column, which is after every base year, has none."""
    return np.roll(array, -1, axis=1)


def _reason(cases: Cases, progress: Progress, values: FloatArray, target: FloatArray) -> NameArray:
    """Why a case has no series that a rule could judge."""
    from_base = cases.on("relative") | cases.on("rise")
    on_level = from_base & ~cases.yearly_change
    overflowed = np.isinf(values).any(axis=1) | np.isinf(target)
    rows, column = np.arange(len(target)), progress.latest_year - cases.years[0]
    lost = np.isnan(values[rows, column])
    return first_of(
        ("no_actual", ~progress.observed),
        ("rank_has_no_rate", cases.on("state") & (cases.form == "level")),
        ("milestone_has_no_rate", cases.form == "milestone"),
        ("no_baseline", on_level & np.isnan(cases.baseline)),
        ("non_positive", cases.on("relative") & on_level & ~(cases.baseline > 0)),
        ("not_finite", overflowed),
        ("target_not_positive", cases.on("relative") & ~(target > 0)),
        ("break_in_series", progress.broken & on_level),
        ("missing_year", from_base & progress.gaps),
        ("non_positive", lost),
    )
