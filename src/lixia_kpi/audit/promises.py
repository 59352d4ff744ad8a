"""Promises that are made twice: one indicator, one year, two comparators or two figures."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from lixia_kpi.audit.finding import Finding, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.audit.figures import Figures
    from lixia_kpi.plan.model import Indicator, Target

_SAME = 1e-9
CLOSE_PERCENT = 1.0
"""Percent by which the level of another form may differ, as rounding of printed growth explains: the tool's own."""


def check_promises(indicator: Indicator, figures: Figures) -> Iterator[Finding]:
    """Compare the targets that fall due in one year.

    Parameters
    ----------
    indicator
        with its targets.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `two_comparators` (warning) for one figure with two comparators; `two_values` for two figures, an error where
        no value satisfies both and a warning where the stricter governs; `two_forms` (warning) for a level beside a
        growth, change or rise that amounts to another level.
    """
    for first, second in combinations(indicator.targets, 2):
        if (first.year, first.start) != (second.year, second.start):
            continue
        if first.form == second.form:
            yield _compared(indicator, first, second, figures)
        elif "level" in (first.form, second.form):
            level, other = (first, second) if first.form == "level" else (second, first)
            yield from _in_another_form(indicator, level, other, figures)


def _compared(indicator: Indicator, first: Target, second: Target, figures: Figures) -> Finding:
    one, other = figures.of_target(indicator, first), figures.of_target(indicator, second)
    same = abs(first.value - second.value) <= _SAME * max(abs(first.value), abs(second.value))
    apart = one.span.high < other.span.low or other.span.high < one.span.low
    unit = {"growth": "%", "change": "%", "points": "points"}.get(first.form, indicator.unit)
    return Finding(
        code="two_comparators" if same else "two_values_apart" if apart else "two_values",
        result="contradicts" if apart else "implies",
        severity="error" if apart else "warning",
        place=second.place,
        check="promises",
        moment=Moment("target", first.year),
        name=indicator.name,
        figures=(one._replace(unit=unit), other._replace(unit=unit)),
        value=first.value,
        other=second.value,
        unit=unit,
        details={
            "words": ", ".join(target.wording or target.op for target in (first, second)),
            "first_place": str(first.place),
        },
    )


def _in_another_form(indicator: Indicator, level: Target, other: Target, figures: Figures) -> Iterator[Finding]:
    """A level against what a growth, a change or a rise from the baseline amounts to."""
    year = figures.base_year(indicator, level)
    base = figures.known(indicator.id, year)
    if base is None or indicator.observed_as != "level":
        return
    span, ratio = level.year - year, 1 + other.value / 100
    amounts_to = {
        "growth": base.span.value * ratio**span,
        "change": base.span.value * ratio,
        "points": base.span.value + other.value,
    }.get(other.form)
    if amounts_to is None or abs(amounts_to - level.value) <= CLOSE_PERCENT / 100 * abs(level.value):
        return
    yield Finding(
        code="two_forms",
        result="implies",
        severity="warning",
        place=other.place,
        check="promises",
        moment=Moment("target", level.year),
        name=indicator.name,
        figures=(base, figures.of_target(indicator, level)),
        value=level.value,
        other=amounts_to,
        unit=indicator.unit,
        details={
            "form": other.form,
            "printed": f"{other.value:g}" + ("" if other.form == "points" else " %"),
            "base": f"{base.span.value:g}",
        },
    )
