"""Everything known of one indicator: its definition, targets, baseline, observations and doubts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lixia_kpi.assessment.completion_beside import equivalent_years, gap_closed
from lixia_kpi.assessment.same_period import same_period_last_year
from lixia_kpi.tables.continuation import with_plain_continuation
from lixia_kpi.tables.project import SCHEMA_VERSION, gap_rows, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.same_period import OnYear
    from lixia_kpi.folder.derived import DerivedYear
    from lixia_kpi.folder.series import Series
    from lixia_kpi.plan.model import Baseline, Indicator, PlanInfo
    from lixia_kpi.tables.gap import GapRow


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator laid open.

    `targets` are its rows of the gap table, with `gap_closed` and `equivalent_years`; `observations` everything
    published about it, part years included, by year and then in the order of the file; `used` the observations that
    stand for their year; `derivation` what the formula of the indicator gives; `on_year` the part years that have the
    same period of the year before beside them.
    """

    plan: PlanInfo
    indicator: Indicator
    baseline: Baseline | None
    targets: tuple[GapRow, ...]
    observations: tuple[Observation, ...]
    used: frozenset[Observation]
    derivation: tuple[DerivedYear, ...] = ()
    on_year: Mapping[Observation, OnYear] = field(default_factory=dict)


def indicator_page(
    evaluation: Evaluation,
    series: Series,
    observations: tuple[Observation, ...],
    derivation: tuple[DerivedYear, ...] = (),
) -> IndicatorPage:
    """Gather what is known of one indicator.

    Parameters
    ----------
    evaluation : its targets judged, among others.
    series : its yearly values.
    observations : all observations of the folder.
    derivation : what its formula gives, where it has one.
    """
    name, options = series.indicator.id, evaluation.options
    own = [o for o in observations if o.id == name]
    return IndicatorPage(
        plan=evaluation.info,
        indicator=series.indicator,
        baseline=series.baseline,
        targets=tuple(row for row in _with_completion_beside(evaluation) if row.values["id"] == name),
        observations=tuple(sorted(own, key=lambda o: o.year)),
        used=frozenset(v.observation for v in series.values if v.observation is not None),
        derivation=derivation,
        on_year=same_period_last_year(own, series.indicator, as_of=options.as_of, vintage=options.vintage),
    )


def _with_completion_beside(evaluation: Evaluation) -> list[GapRow]:
    """The rows of the gap table, with the completion said in two other ways."""
    closed = listed(gap_closed(evaluation.cases, evaluation.progress))
    years = listed(equivalent_years(evaluation.cases, evaluation.progress))
    return [
        row._replace(values={**row.values, "gap_closed": closed[case], "equivalent_years": years[case]})
        for case, row in enumerate(with_plain_continuation(gap_rows(evaluation), evaluation))
    ]


def page_record(page: IndicatorPage) -> dict[str, object]:
    """Give the page as plain data for machine formats."""
    indicator, baseline = page.indicator, page.baseline
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": page.plan.id,
        "id": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "group": indicator.group,
        "chapter": indicator.citation.chapter,
        "section": indicator.citation.section,
        "heading": indicator.citation.heading,
        "measure": indicator.measure,
        "direction": indicator.direction,
        "unit": indicator.unit,
        "observed_as": indicator.observed_as,
        "basis": indicator.basis,
        "breaks": list(indicator.breaks),
        "binding": indicator.binding,
        "owner": indicator.owner,
        "doubt": indicator.doubt,
        "formula": None if indicator.formula is None else indicator.formula.text,
        "baseline": None if baseline is None else _baseline_record(baseline),
        "targets": [dict(row.values) for row in page.targets],
        "observations": [_observation_record(o, page.on_year.get(o), used=o in page.used) for o in page.observations],
        "derived": [_derived_record(year) for year in page.derivation],
    }


def _baseline_record(baseline: Baseline) -> dict[str, object]:
    growth = baseline.growth
    return {
        "year": baseline.year,
        "value": baseline.value,
        "unit": baseline.unit,
        "previous_total": baseline.previous_total,
        "growth": None if growth is None else {
            "value": growth.value, "from": growth.start, "to": growth.end, "basis": growth.basis,
        },
        "derived": baseline.derived,
        "source": baseline.source,
        "note": baseline.note,
    }  # fmt: skip


def _derived_record(derived: DerivedYear) -> dict[str, object]:
    undefined = None if isinstance(derived.value, float) else derived.value
    return {
        "year": derived.year,
        "value": None if undefined else derived.value,
        "used": derived.used,
        "reason": undefined and undefined.reason,
        "missing": undefined and undefined.id,
    }


def _observation_record(observation: Observation, on_year: OnYear | None, *, used: bool) -> dict[str, object]:
    return {
        "year": observation.year,
        "period": observation.period,
        "value": observation.value,
        "unit": observation.unit,
        "status": observation.status,
        "published": observation.published,
        "source": observation.source,
        "note": observation.note,
        "used": used,
        "same_period_last_year": None if on_year is None else {
            "year": on_year.earlier.year,
            "value": on_year.earlier.value,
            "unit": on_year.earlier.unit,
            "change": on_year.change,
            "change_unit": on_year.unit,
            "reason": on_year.reason,
        },
    }  # fmt: skip
