"""The identities of a plan, evaluated for the baseline, the targets and each year of actuals."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.audit.finding import Finding, Moment
from lixia_kpi.audit.relation import hold_together
from lixia_kpi.formula.evaluate import Undefined, evaluate_formula
from lixia_kpi.formula.tree import references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.audit.figures import Figures
    from lixia_kpi.audit.finding import Figure, Result
    from lixia_kpi.formula.formula import Formula
    from lixia_kpi.formula.span import Span
    from lixia_kpi.formula.tree import Reference
    from lixia_kpi.plan.model import Identity
    from lixia_kpi.problems import Severity

_SAME = 1e-9
_FORMS = ("level", "total")
_VERDICTS: dict[Result, tuple[str, Severity | None]] = {
    "contradicts": ("identity_contradicted", "error"),
    "implies": ("identity_needs_more", "warning"),
    "holds": ("identity_holds", None),
}


class _Occasion(NamedTuple):
    """A moment, and for a target the form of the targets that are put together."""

    moment: Moment
    form: str = ""


def check_identity(identity: Identity, figures: Figures) -> Iterator[Finding]:
    """Evaluate an identity at every moment of which anything is known.

    Lower or upper bounds (突破, 以上, 以内) cannot contradict each other where the room they leave allows both; what
    they then demand of each other is said instead.

    Parameters
    ----------
    identity
        with settled formulas.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `identity_contradicted` (error), `identity_needs_more` (warning), `figure_implied…` (a note for baseline and
        target), `identity_missing` (a note for the target), `identity_division_by_zero`, `identity_too_large` (notes)
        and `identity_holds`.
    """
    formulas = [f for f in (identity.left, identity.right, identity.implied and identity.implied.formula) if f]
    read = list(dict.fromkeys(found for formula in formulas for found in references(formula.tree)))
    for occasion in _occasions(read, figures):
        if identity.left is not None and identity.right is not None:
            yield from _relation(identity, identity.left, identity.right, occasion, figures)
        if identity.implied is not None:
            yield from _implied(identity, occasion, figures)


def _occasions(read: list[Reference], figures: Figures) -> Iterator[_Occasion]:
    """Baseline first, then the years of actuals, then the targets."""
    years = {year + found.previous for found in read for year in figures.years(found.id)}
    base = figures.info.baseline_year
    for year in sorted(years, key=lambda year: (year != base, year)):
        yield _Occasion(Moment("baseline" if year == base else "actual", year))
    for form in _FORMS:
        indicators = [figures.indicators[found.id] for found in read if found.id in figures.indicators]
        due = {target.year for indicator in indicators for target in indicator.targets if target.form == form}
        for year in sorted(due):
            yield _Occasion(Moment("target", year), form)


class _Reading:
    """Looks the figures up that a formula reads, and remembers them."""

    def __init__(self, occasion: _Occasion, figures: Figures) -> None:
        self.occasion, self.figures = occasion, figures
        self.read: dict[Reference, Figure] = {}

    def __call__(self, reference: Reference) -> Span | None:
        (kind, year), form = self.occasion
        if kind != "target":
            figure = self.figures.known(reference.id, year - reference.previous)
        else:
            figure = None if reference.previous else self.figures.promised(reference.id, year, form)
        if figure is None:
            return None
        self.read[reference._replace(column=0)] = figure
        return figure.span

    def value(self, formula: Formula) -> Span | Undefined:
        """Evaluate a formula."""
        return evaluate_formula(formula.tree, self)


def _relation(
    identity: Identity, left: Formula, right: Formula, occasion: _Occasion, figures: Figures
) -> Iterator[Finding]:
    reading = _Reading(occasion, figures)
    one, other = reading.value(left), reading.value(right)
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        undefined = one if isinstance(one, Undefined) else other
        assert isinstance(undefined, Undefined)
        yield from _cannot_tell(identity, occasion, undefined, reading)
        return
    relation = identity.relation or "="
    result = hold_together(one, other, relation, identity.tolerance)
    code, severity = _VERDICTS[result]
    yield Finding(
        code=code,
        result=result,
        severity=severity,
        place=identity.place,
        check=identity.id,
        moment=occasion.moment,
        name=identity.name,
        figures=tuple(reading.read.values()),
        value=one.value,
        other=other.value,
        unit=identity.unit,
        note=identity.note if severity else None,
        details={"relation": relation, "tolerance": f"{identity.tolerance:g}"},
    )


def _implied(identity: Identity, occasion: _Occasion, figures: Figures) -> Iterator[Finding]:
    implied = identity.implied
    assert implied is not None
    reading = _Reading(occasion, figures)
    found = reading.value(implied.formula)
    if isinstance(found, Undefined):
        yield from _cannot_tell(identity, occasion, found, reading)
        return
    yield Finding(
        code=_code_of_implied(found),
        result="implies",
        severity=None if occasion.moment.kind == "actual" else "note",
        place=identity.place,
        check=identity.id,
        moment=occasion.moment,
        name=implied.name,
        figures=tuple(reading.read.values()),
        value=found.value,
        unit=implied.unit,
        note=identity.note,
    )


def _code_of_implied(span: Span) -> str:
    """Whether an implied figure is one, or an end, or the mere quotient of ends."""
    if not span.one_sided:
        return "figure_implied"
    if isclose(span.value, span.low, rel_tol=_SAME):
        return "figure_implied_at_least"
    return "figure_implied_at_most" if isclose(span.value, span.high, rel_tol=_SAME) else "figure_implied_by_bounds"


def _cannot_tell(identity: Identity, occasion: _Occasion, undefined: Undefined, reading: _Reading) -> Iterator[Finding]:
    """Why an identity has no answer: said for the targets, and wherever a division by zero stands in the way."""
    if undefined.reason == "missing" and (occasion.moment.kind == "actual" or not reading.read):
        return
    missing = reading.figures.name(undefined.id)
    is_worth_a_note = occasion.moment.kind == "target" or undefined.reason != "missing"
    yield Finding(
        code=f"identity_{undefined.reason}",
        result="cannot_tell",
        severity="note" if is_worth_a_note else None,
        place=identity.place,
        check=identity.id,
        moment=occasion.moment,
        name=identity.name,
        figures=tuple(reading.read.values()),
        details={"missing_zh": missing.zh, "missing_en": missing.en},
    )
