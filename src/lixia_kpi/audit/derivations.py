"""Figures given together with the formula they follow from: published values, and baselines that say how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.audit.finding import Finding, Moment
from lixia_kpi.folder.derived import derived_value, years_read
from lixia_kpi.formula.evaluate import Undefined, evaluate_formula
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.formula.tree import FormulaFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.audit.figures import Figures
    from lixia_kpi.audit.finding import Figure
    from lixia_kpi.plan.model import Baseline, Indicator

CLOSE_PERCENT = 1.0
"""Percent by which a published figure may differ from what its formula gives, beyond its own rounding."""
_SLACK = 1e-9


def check_derived(indicator: Indicator, figures: Figures) -> Iterator[Finding]:
    """Compare the published years of an indicator with what its formula gives.

    Parameters
    ----------
    indicator
        with a settled formula, else nothing is compared.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `formula_and_figure_differ` (warning), `formula_and_figure_agree`; `formula_division_by_zero`,
        `formula_out_of_bounds` and `formula_too_large` (notes) for years in which the formula has no value.
    """
    if indicator.formula is None:
        return
    for year in years_read(indicator.formula, figures.values):
        value = derived_value(indicator, year, figures.values)
        figure = figures.known(indicator.id, year)
        if isinstance(value, Undefined):
            if value.reason != "missing":
                yield _without_value(indicator, year, value, figures)
        elif figure is not None and figure.place != indicator.formula.place:
            room = figure.span.high - figure.span.value + abs(value) * CLOSE_PERCENT / 100
            yield _compared(indicator, figure, year, value, differs=abs(value - figure.span.value) > room)


def check_stated_derivation(baseline: Baseline, figures: Figures) -> Iterator[Finding]:
    """Compute the formula that a baseline states in `derived`, where it is one of numbers alone.

    Parameters
    ----------
    baseline
        with a value and the formula it follows from.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `stated_derivation_differs` (error), `stated_derivation_agrees`.
    """
    figure = figures.known(baseline.id, baseline.year)
    tree = parse_formula(baseline.derived or "")
    if isinstance(tree, FormulaFault) or figure is None or baseline.value is None:
        return
    found = evaluate_formula(tree, lambda reference: None)
    if isinstance(found, Undefined):
        return
    room = 0.5 * 10.0**-baseline.decimals + _SLACK * abs(found.value)
    differs = abs(found.value - baseline.value) > room
    yield Finding(
        code="stated_derivation_differs" if differs else "stated_derivation_agrees",
        result="contradicts" if differs else "holds",
        severity="error" if differs else None,
        place=baseline.place,
        check="derivation",
        moment=Moment("baseline", baseline.year),
        name=figures.name(baseline.id),
        figures=(figure,),
        value=baseline.value,
        other=found.value,
        unit=baseline.unit or "",
        details={"formula": baseline.derived or ""},
    )


def _compared(indicator: Indicator, figure: Figure, year: int, value: float, *, differs: bool) -> Finding:
    assert indicator.formula is not None
    return Finding(
        code="formula_and_figure_differ" if differs else "formula_and_figure_agree",
        result="contradicts" if differs else "holds",
        severity="warning" if differs else None,
        place=figure.place,
        check="formula",
        moment=Moment("actual", year),
        name=indicator.name,
        figures=(figure,),
        value=figure.span.value,
        other=value,
        unit=indicator.unit,
        details={"formula": indicator.formula.text},
    )


def _without_value(indicator: Indicator, year: int, undefined: Undefined, figures: Figures) -> Finding:
    assert indicator.formula is not None
    return Finding(
        code=f"formula_{undefined.reason}",
        result="cannot_tell",
        severity="note",
        place=indicator.formula.place,
        check="formula",
        moment=Moment("actual", year),
        name=figures.name(indicator.id),
        unit=indicator.unit,
        details={"formula": indicator.formula.text},
    )
