"""Every figure a judgement rests on, with its source: promised, starting, published and computed ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from lixia_kpi.plan.model import NO_CITATION
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.folder.series import Series
    from lixia_kpi.plan.model import Baseline, Citation, Indicator, Name, Plan, Target
    from lixia_kpi.problems import Place

Kind = Literal["target", "baseline", "previous_total", "printed_growth", "published", "derived"]
"""target, baseline, previous_total and printed_growth stand in the plan files; published ones in the actuals; derived
ones follow from others by the formula in their note."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as printed or published.

    Parameters
    ----------
    id, name
        of the indicator; the name is None where the plan does not know the id.
    kind
        what the figure is.
    year, period
        what it is for; `period` is empty for figures of the plan.
    value, unit
        as printed.
    factor
        what turns `value` into the unit of the indicator; None where it is used as it stands or cannot be turned.
    used
        whether a judgement rests on it.
    status, published, source, note
        as the file gives them; None where it does not.
    citation
        where the plan says it.
    place
        file and line.
    """

    id: str
    name: Name | None
    kind: Kind
    year: int
    period: str
    value: float
    unit: str
    factor: float | None
    used: bool
    status: str | None
    published: str | None
    source: str | None
    note: str | None
    citation: Citation
    place: Place


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures in the order of the plan, and which of them stands for what.

    Parameters
    ----------
    all
        the figures.
    targets
        (cases,) position of each target's own figure.
    years
        position of the figure that stands for a year of an indicator, by (id, year).
    previous_totals
        position of the total of the period before, by id.
    """

    all: tuple[Figure, ...]
    targets: tuple[int, ...]
    years: Mapping[tuple[str, int], int]
    previous_totals: Mapping[str, int]


def figures_of(evaluation: Evaluation, plan: Plan, observations: Iterable[Observation]) -> Figures:
    """Gather every figure of a plan and its actuals.

    Parameters
    ----------
    evaluation : every target judged, with the series that were used.
    plan : for the baselines of what has no target.
    observations : everything published, used or not.
    """
    by_id: dict[str, list[Observation]] = {}
    for observation in observations:
        by_id.setdefault(observation.id, []).append(observation)
    found: list[Figure] = []
    targets: list[int] = []
    years: dict[tuple[str, int], int] = {}
    totals: dict[str, int] = {}
    cases = evaluation.cases.cases
    methods = {case.indicator.id for case, name in zip(cases, evaluation.outlook.method, strict=True)
               if name == "printed_growth"}  # fmt: skip
    done: set[str] = set()
    for case in cases:
        name = case.indicator.id
        if name in done:
            continue
        done.add(name)
        for target in case.indicator.targets:
            targets.append(len(found))
            found.append(_target(case.indicator, target))
        for figure in _of_series(case.series, by_id.pop(name, ()), carried_on=name in methods):
            if figure.kind == "previous_total":
                totals[name] = len(found)
            elif figure.used and figure.kind != "printed_growth":
                years[name, figure.year] = len(found)
            found.append(figure)
    found += _without_target(plan, by_id, done)
    return Figures(tuple(found), tuple(targets), years, totals)


def _target(indicator: Indicator, target: Target) -> Figure:
    unit = {"growth": "%", "change": "%", "points": "points"}.get(target.form, indicator.unit)
    citation = target.citation or indicator.citation
    return Figure(
        indicator.id, indicator.name, "target", target.year, "", target.value, unit, None, True,
        None, None, None, target.wording, citation, target.place,
    )  # fmt: skip


def _of_series(series: Series, observations: Iterable[Observation], *, carried_on: bool) -> Iterator[Figure]:
    """The figures of one indicator: of the baseline file, published by year, then those by formula."""
    indicator, baseline = series.indicator, series.baseline
    standing = {v.observation for v in series.values if v.observation is not None}
    if baseline is not None:
        yield from _of_baseline(baseline, indicator, carried_on=carried_on)
    ordered = sorted(observations, key=lambda o: o.year)
    for observation in ordered:
        factor = _factor(observation.unit, indicator)
        yield _published(observation, indicator.name, factor, used=observation in standing)
    published = set(ordered)
    for observation in sorted(standing - published, key=lambda o: o.year):
        yield Figure(
            indicator.id, indicator.name, "derived", observation.year, observation.period, observation.value,
            observation.unit, 1.0, True, observation.status, observation.published, None, observation.note,
            NO_CITATION, observation.place,
        )  # fmt: skip


def _of_baseline(baseline: Baseline, indicator: Indicator | None, *, carried_on: bool = False) -> Iterator[Figure]:
    name = baseline.name if indicator is None else indicator.name
    unit = baseline.unit or ("" if indicator is None else indicator.unit)
    year = baseline.year

    def figure(kind: Kind, year: int, value: float, unit: str, factor: float | None, used: bool) -> Figure:
        return Figure(
            baseline.id, name, kind, year, "", value, unit, factor, used, None, None, baseline.source,
            baseline.note or baseline.derived, baseline.citation, baseline.place,
        )  # fmt: skip

    if baseline.value is not None:
        factor = 1.0 if indicator is None else _factor(unit, indicator)
        levels = indicator is not None and indicator.observed_as == "level"
        yield figure("baseline", year, baseline.value, unit, factor, levels and factor is not None)
    if baseline.previous_total is not None:
        totals = indicator is not None and any(target.form == "total" for target in indicator.targets)
        yield figure("previous_total", year, baseline.previous_total, unit, None, totals)
    if baseline.growth is not None:
        yield figure("printed_growth", baseline.growth.end, baseline.growth.value, "%", None, carried_on)


def _published(observation: Observation, name: Name | None, factor: float | None, *, used: bool) -> Figure:
    return Figure(
        observation.id, name, "published", observation.year, observation.period, observation.value, observation.unit,
        factor, used, observation.status, observation.published, observation.source or None, observation.note or None,
        NO_CITATION, observation.place,
    )  # fmt: skip


def _without_target(plan: Plan, by_id: Mapping[str, list[Observation]], done: set[str]) -> Iterator[Figure]:
    """The figures of indicators without a target, and of what only the baseline file or the actuals name."""
    indicators = {indicator.id: indicator for indicator in plan.indicators}
    names = {baseline.id: baseline.name for baseline in plan.baselines}
    for baseline in plan.baselines:
        if baseline.id not in done:
            starting = _of_baseline(baseline, indicators.get(baseline.id))
            yield from (replace(figure, used=False) for figure in starting)
    for name, observations in by_id.items():
        known = indicators[name].name if name in indicators else names.get(name)
        for observation in sorted(observations, key=lambda o: o.year):
            yield _published(observation, known, None, used=False)


def _factor(unit: str, indicator: Indicator) -> float | None:
    """What turns a published value into the unit of the indicator; yearly changes are put into percent or points."""
    if indicator.observed_as != "yearly_change":
        return convert(1.0, unit, indicator.unit, also=indicator.unit_also)
    percent = convert(1.0, unit, "%")
    return percent if percent is not None else convert(1.0, unit, "points")
