"""Targets as arrays: one case a target, every case on one path from a start to a goal.

The seven forms of target differ only in the quantity that travels:

=============  ==========================================  =========  =============
path           quantity in year y                          start      goal
=============  ==========================================  =========  =============
compound       the value                                   b          T
straight       the value                                   b          T
relative       value / b, or Π(1 + k) of yearly changes    1          1 + p or (1 + r) ** n
rise           value − b, or the sum of yearly points      0          x
sum            the sum of the yearly values                0          T
bound          the value                                   (none)     T, in every year
state          the value                                   (none)     T, met or not
=============  ==========================================  =========  =============

`compound` and `relative` travel by a rate, `straight`, `rise` and `sum` by equal steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.plan.model import Indicator, PlanInfo, Target

COMPOUND_MEASURES = ("amount", "count")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Case:
    """One target, the series of its indicator, and the years it runs from and to."""

    series: Series
    target: Target
    base_year: int

    @property
    def indicator(self) -> Indicator:
        """The indicator the target is about."""
        return self.series.indicator


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cases:
    """All cases as arrays, (cases,) unless said otherwise; `years` names the columns of `values`.

    Parameters
    ----------
    cases
        the records, in order.
    path, form, op, direction, measure
        codes.
    base_year, due_year
        y0 and Y.
    baseline
        b [unit of the indicator], NaN where there is none.
    target
        as printed [unit, percent or points].
    tolerance, decimals
        of the comparison; NaN where the default holds.
    start, goal
        of the path quantity.
    years
        (years,) all years from the first to the last that any case needs.
    values
        (cases, years) observed values, baseline included where it is a level [unit, percent or points].
    yearly_change, cumulative
        how the indicator is observed.
    usable_from
        first year that is comparable with the latest: the last break that is not after the latest observation.
    """

    cases: tuple[Case, ...]
    path: NameArray
    form: NameArray
    op: NameArray
    direction: NameArray
    measure: NameArray
    base_year: IntArray
    due_year: IntArray
    baseline: FloatArray
    target: FloatArray
    tolerance: FloatArray
    decimals: FloatArray
    start: FloatArray
    goal: FloatArray
    years: IntArray
    values: FloatArray
    yearly_change: BoolArray
    cumulative: BoolArray
    usable_from: IntArray

    @property
    def by_rate(self) -> BoolArray:
        """Whether the path is travelled by a rate rather than by equal steps."""
        return np.asarray((self.path == "compound") | (self.path == "relative"))

    @property
    def from_levels(self) -> BoolArray:
        """Whether the quantity is measured from the level of the baseline."""
        level = (self.path == "compound") | (self.path == "straight")
        return np.asarray(level | (((self.path == "relative") | (self.path == "rise")) & ~self.yearly_change))

    @property
    def span(self) -> BoolArray:
        """(cases, years) the years that count toward the target: after the base year, up to the target year."""
        return np.asarray((self.years > self.base_year[:, None]) & (self.years <= self.due_year[:, None]))


def path_of(indicator: Indicator, target: Target) -> str:
    """Name the path of a target (see the module's table)."""
    if target.form == "level":
        if indicator.measure == "rank":
            return "state"
        return "compound" if indicator.measure in COMPOUND_MEASURES else "straight"
    return {
        "growth": "relative",
        "change": "relative",
        "points": "rise",
        "total": "sum",
        "every_year": "bound",
        "milestone": "state",
    }[target.form]


def base_year_of(series: Series, target: Target, info: PlanInfo) -> int:
    """Give y0: the year before the target's own period, else the year of the baseline, else the plan's."""
    if target.start is not None:
        return target.start - 1
    return series.baseline_year if series.baseline is not None else info.baseline_year


def build_cases(series: Sequence[Series], info: PlanInfo) -> Cases:
    """Lay out one case for each target of each series, in order.

    Parameters
    ----------
    series
        the indicators with their yearly values, in plan order.
    info
        the head of the plan, for the baseline year.
    """
    cases = tuple(Case(s, t, base_year_of(s, t, info)) for s in series for t in s.indicator.targets)
    base_year = np.array([case.base_year for case in cases], dtype=np.intp)
    due_year = np.array([case.target.year for case in cases], dtype=np.intp)
    path = np.array([path_of(case.indicator, case.target) for case in cases], dtype=np.str_)
    form = np.array([case.target.form for case in cases], dtype=np.str_)
    baseline = _numbers([_baseline_at(case) for case in cases])
    target = _numbers([case.target.value for case in cases])
    years, values = _values(cases, info)
    start, goal = _ends(path, form, baseline, target, (due_year - base_year).astype(np.float64))
    observed_as = [case.indicator.observed_as for case in cases]
    return Cases(
        cases=cases,
        path=path,
        form=form,
        op=np.array([case.target.op for case in cases], dtype=np.str_),
        direction=np.array([case.indicator.direction for case in cases], dtype=np.str_),
        measure=np.array([case.indicator.measure for case in cases], dtype=np.str_),
        base_year=base_year,
        due_year=due_year,
        baseline=baseline,
        target=target,
        tolerance=_numbers([case.target.tolerance for case in cases]),
        decimals=np.array([case.target.decimals for case in cases], dtype=np.float64),
        start=start,
        goal=goal,
        years=years,
        values=values,
        yearly_change=np.array([o == "yearly_change" for o in observed_as], dtype=np.bool_),
        cumulative=np.array([o == "cumulative" for o in observed_as], dtype=np.bool_),
        usable_from=np.array([_usable_from(case) for case in cases], dtype=np.intp),
    )


def _numbers(values: Sequence[float | None]) -> FloatArray:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _baseline_at(case: Case) -> float | None:
    """The level of the target's own base year, which differs from the baseline's year where a period is named."""
    if case.indicator.observed_as != "level":
        return None
    if case.base_year == case.series.baseline_year:
        return case.series.baseline_value
    return next((v.value for v in case.series.values if v.year == case.base_year), None)


def _ends(
    path: NameArray, form: NameArray, baseline: FloatArray, target: FloatArray, span: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Start and goal of the path quantity."""
    relative, rise, total = path == "relative", path == "rise", path == "sum"
    level = (path == "compound") | (path == "straight")
    start = np.where(level, baseline, np.where(relative, 1.0, np.where(rise | total, 0.0, np.nan)))
    with np.errstate(all="ignore"):
        growing = 1 + target / 100
        whole = np.where(form == "growth", np.where(growing > 0, growing, np.nan) ** span, growing)
    return start, np.where(relative, whole, target)


def _values(cases: tuple[Case, ...], info: PlanInfo) -> tuple[IntArray, FloatArray]:
    """The year axis and the values on it, one row a case; cases of one indicator share its values."""
    first = min((c.base_year for c in cases), default=info.baseline_year)
    last = max((c.target.year for c in cases), default=info.end)
    for case in cases:
        if case.series.values:
            first = min(first, case.series.values[0].year)
    years = np.arange(first, last + 1, dtype=np.intp)
    values = np.full((len(cases), len(years)), np.nan)
    for row, case in enumerate(cases):
        for item in case.series.values:
            if item.year <= case.target.year:
                values[row, item.year - first] = item.value
    return years, values


def _usable_from(case: Case) -> int:
    """First year comparable with the latest observation up to the target year."""
    seen = [v.year for v in case.series.values if v.year <= case.target.year]
    latest = seen[-1] if seen else case.base_year
    return max((b for b in case.indicator.breaks if b <= latest), default=0)
