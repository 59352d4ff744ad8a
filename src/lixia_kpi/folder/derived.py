"""Series that follow from others by formula: year by year, wherever every figure that the formula reads is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.observation import PUBLICATION_STATUSES, Observation
from lixia_kpi.formula.evaluate import Undefined, evaluate_formula
from lixia_kpi.formula.span import exactly
from lixia_kpi.formula.tree import references
from lixia_kpi.plan.bounds import share_limit
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.folder.series import Series, YearValue
    from lixia_kpi.formula.formula import Formula
    from lixia_kpi.formula.span import Span
    from lixia_kpi.formula.tree import Reference
    from lixia_kpi.plan.model import Baseline, Indicator, Plan

    Known = dict[str, dict[int, YearValue]]
    """Values by id and year, in the unit of the indicator."""

NOTE = "derived"


def with_derived(
    series: Sequence[Series], plan: Plan, best: Mapping[str, Mapping[int, Observation]]
) -> tuple[Series, ...]:
    """Add to each series with a formula the values that follow from it.

    A figure that is published, or that the baseline file gives, stays; the formula fills the other years. A value
    that the indicator cannot have, such as a share above 100 %, is left out.

    Parameters
    ----------
    series
        as published, in the order of the plan.
    plan
        with its formulas settled.
    best
        the observation of each id and year.

    Returns
    -------
    tuple of Series
        in the same order; a series with a value by formula carries the note `derived`.
    """
    known = known_values(series, plan.baselines, best)
    by_id = {one.indicator.id: one for one in series}
    for name in plan.derived:
        one = by_id[name]
        formula = one.indicator.formula
        if formula is not None:
            by_id[name] = _filled(one, formula, known)
            known[name] = {item.year: item for item in by_id[name].values}
    return tuple(by_id.values())


def known_values(
    series: Iterable[Series], baselines: Iterable[Baseline], best: Mapping[str, Mapping[int, Observation]]
) -> Known:
    """Give the yearly values of every figure that a formula may read.

    Parameters
    ----------
    series
        of the indicators.
    baselines
        of the plan; those without targets are figures as well.
    best
        the observation of each id and year.

    Returns
    -------
    dict
        `YearValue` by id and year, in the unit of the indicator, else of the baseline.
    """
    from lixia_kpi.folder.series import YearValue

    known: Known = {one.indicator.id: {item.year: item for item in one.values} for one in series}
    for baseline in baselines:
        if baseline.id in known or baseline.unit is None:
            continue
        values: dict[int, YearValue] = {}
        for year, observation in best.get(baseline.id, {}).items():
            value = convert(observation.value, observation.unit, baseline.unit)
            if value is not None:
                values[year] = YearValue(year, value, observation)
        if baseline.value is not None:
            values[baseline.year] = YearValue(baseline.year, baseline.value)
        known[baseline.id] = values
    return known


def derived_value(indicator: Indicator, year: int, known: Known) -> float | Undefined:
    """Compute an indicator with a formula for one year.

    Parameters
    ----------
    indicator
        with a settled formula.
    year
        the year.
    known
        the values of everything that the formula may read.

    Returns
    -------
    float or Undefined
        the value in the indicator's unit; else why there is none: `missing` with the id that has no value,
        `division_by_zero`, `too_large`, `out_of_bounds`.
    """
    if indicator.formula is None:
        return Undefined("missing", indicator.id)

    def figure_of(reference: Reference) -> Span | None:
        item = known.get(reference.id, {}).get(year - reference.previous)
        return None if item is None else exactly(item.value)

    found = evaluate_formula(indicator.formula.tree, figure_of)
    if isinstance(found, Undefined):
        return found
    if indicator.measure == "share":
        possible = 0 <= found.value <= share_limit(indicator.unit)
    else:
        possible = indicator.measure != "count" or found.value >= 0
    return found.value if possible else Undefined("out_of_bounds", indicator.id)


class DerivedYear(NamedTuple):
    """What a formula gives for one year: a value, or why there is none; `used` where no published one goes before."""

    year: int
    value: float | Undefined
    used: bool


def derivation_of(indicator: Indicator, series: Sequence[Series], folder: PlanFolder) -> tuple[DerivedYear, ...]:
    """List what the formula of an indicator gives, year by year.

    Parameters
    ----------
    indicator
        of the plan.
    series
        of all indicators of the plan.
    folder
        the opened plan folder.

    Returns
    -------
    tuple of DerivedYear
        the years of which anything is known that the formula reads, in order; none without a formula.
    """
    formula = indicator.formula
    if formula is None:
        return ()
    from lixia_kpi.actuals.selection import yearly

    known = known_values(series, folder.plan.baselines, yearly(folder.observations))
    own = known[indicator.id]
    found = []
    for year in years_read(formula, known):
        observation = own[year].observation if year in own else None
        used = observation is not None and observation.place == formula.place
        found.append(DerivedYear(year, derived_value(indicator, year, known), used))
    return tuple(found)


def years_read(formula: Formula, known: Known) -> list[int]:
    """List the years in which at least one figure of a formula is known, in order."""
    return sorted({year + found.previous for found in references(formula.tree) for year in known.get(found.id, {})})


def _filled(one: Series, formula: Formula, known: Known) -> Series:
    from lixia_kpi.folder.series import YearValue

    values = {item.year: item for item in one.values}
    filled = False
    for year in years_read(formula, known):
        if year in values:
            continue
        value = derived_value(one.indicator, year, known)
        if not isinstance(value, Undefined):
            values[year] = YearValue(year, value, _as_observation(one.indicator, formula, year, value, known))
            filled = True
    if not filled:
        return one
    baseline = one.baseline_value
    if baseline is None and one.baseline_year in values:
        baseline = values[one.baseline_year].value
    ordered = tuple(values[year] for year in sorted(values))
    return one._replace(values=ordered, baseline_value=baseline, notes=(*one.notes, NOTE))


def _as_observation(indicator: Indicator, formula: Formula, year: int, value: float, known: Known) -> Observation:
    """The value as if it had been published: as preliminary and as late as the least settled figure it rests on."""
    read = [known[at.id][year - at.previous].observation for at in references(formula.tree)]
    published = [item for item in read if item is not None]
    standing = [item.status for item in published]
    status: PublicationStatus = next((found for found in PUBLICATION_STATUSES[::-1] if found in standing), "actual")
    dates = [item.published for item in published if item.published is not None]
    return Observation(
        indicator.id, year, value, indicator.unit, formula.place,
        status=status, published=max(dates, default=None), note=formula.text,
    )  # fmt: skip
