"""The targets of a plan laid out as cases, each with the records it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import Cases, ends_of, path_of, whole_of
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.plan.model import Indicator, PlanInfo, PrintedGrowth, Target

CURRENCIES = ("yuan", "dollar", "euro", "yen", "hong_kong_dollar", "pound")


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
class PlanCases(Cases):
    """The cases of a plan as arrays, and the records they stand for, in the same order."""

    cases: tuple[Case, ...]


def base_year_of(series: Series, target: Target, info: PlanInfo) -> int:
    """Give y0: the year before the target's own period, else the year of the baseline, else the plan's."""
    if target.start is not None:
        return target.start - 1
    return series.baseline_year if series.baseline is not None else info.baseline_year


def build_cases(series: Sequence[Series], info: PlanInfo) -> PlanCases:
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
    path = np.array([path_of(case.target.form, case.indicator.measure) for case in cases], dtype=np.str_)
    form = np.array([case.target.form for case in cases], dtype=np.str_)
    baseline = _numbers(_baseline_at(case) for case in cases)
    target = _numbers(case.target.value for case in cases)
    years, values = _values(cases, info)
    start, goal = ends_of(path, form, baseline, target, (due_year - base_year).astype(np.float64))
    observed_as = [case.indicator.observed_as for case in cases]
    growth = [_growth_to_carry_on(case) for case in cases]
    same_basis = [printed is None or _same_basis(case, printed) for case, printed in zip(cases, growth, strict=True)]
    return PlanCases(
        path=path,
        form=form,
        op=np.array([case.target.op for case in cases], dtype=np.str_),
        direction=np.array([case.indicator.direction for case in cases], dtype=np.str_),
        measure=np.array([case.indicator.measure for case in cases], dtype=np.str_),
        base_year=base_year,
        due_year=due_year,
        baseline=baseline,
        target=target,
        tolerance=_numbers(case.target.tolerance for case in cases),
        decimals=np.array([case.target.decimals for case in cases], dtype=np.float64),
        start=start,
        goal=goal,
        years=years,
        values=values,
        yearly_change=np.array([o == "yearly_change" for o in observed_as], dtype=np.bool_),
        cumulative=np.array([o == "cumulative" for o in observed_as], dtype=np.bool_),
        usable_from=np.array([_usable_from(case) for case in cases], dtype=np.intp),
        level_beside=_numbers(_level_beside(case) for case in cases),
        previous_total=_numbers(_previous_total(case) for case in cases),
        printed_growth=_numbers(
            printed.value / 100 if printed is not None and same else None
            for printed, same in zip(growth, same_basis, strict=True)
        ),
        basis_differs=~np.array(same_basis, dtype=np.bool_),
        unit_mismatch=np.array(["unit_mismatch" in case.series.reasons for case in cases], dtype=np.bool_),
        whole=_numbers(whole_of(case.indicator.measure, case.indicator.unit) for case in cases),
        cases=cases,
    )


def _numbers(values: Iterable[float | None]) -> FloatArray:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _baseline_at(case: Case) -> float | None:
    """The level of the target's own base year, which differs from the baseline's year where a period is named."""
    if case.indicator.observed_as != "level":
        return None
    if case.base_year == case.series.baseline_year:
        return case.series.baseline_value
    return next((v.value for v in case.series.values if v.year == case.base_year), None)


def _level_beside(case: Case) -> float | None:
    """The level of the baseline file where only changes are observed since."""
    return case.series.baseline_value if case.base_year == case.series.baseline_year else None


def _previous_total(case: Case) -> float | None:
    return None if case.series.baseline is None else case.series.baseline.previous_total


def _growth_to_carry_on(case: Case) -> PrintedGrowth | None:
    """The growth printed beside the baseline, where the projection is of levels."""
    if case.series.baseline is None or case.indicator.observed_as != "level" or case.target.form == "total":
        return None
    return case.series.baseline.growth


def _same_basis(case: Case, printed: PrintedGrowth) -> bool:
    """Whether a printed growth stands on the basis of the level, or prices play no part."""
    indicator = case.indicator
    money = indicator.measure == "amount" and dimension(indicator.unit).partition("/")[0] in CURRENCIES
    return not money or (printed.basis is not None and printed.basis == indicator.basis)


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
