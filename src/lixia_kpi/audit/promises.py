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


def check_promises(indicator: Indicator, figures: Figures) -> Iterator[Finding]:
    """Compare the targets of one form that fall due in one year.

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
        no value satisfies both and a warning where the stricter governs.
    """
    for first, second in combinations(indicator.targets, 2):
        if (first.form, first.year, first.start) != (second.form, second.year, second.start):
            continue
        yield _compared(indicator, first, second, figures)


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
