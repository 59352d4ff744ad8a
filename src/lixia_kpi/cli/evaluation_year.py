"""Which evaluation is asked for, and the year it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.report.outcome import Kind


def evaluation_year(
    plan: PlanInfo, *, midterm: int | None, final: int | None, as_of: int | None
) -> tuple[Kind, int | None]:
    """Give the kind of evaluation and the last year of observations that it uses; None for all of them.

    UsageError where two kinds or two years are asked for, where a mid-term evaluation is not within the period before
    its last year, and where a final one comes before that year.
    """
    if midterm is not None and final is not None:
        raise UsageError("two_evaluations")
    asked = midterm if midterm is not None else final
    if asked is None:
        return "to_date", as_of
    if as_of is not None and as_of != asked:
        raise UsageError("evaluation_year_differs", {"year": asked, "as_of": as_of})
    if midterm is not None:
        if not plan.start <= midterm < plan.end:
            raise UsageError("midterm_year_outside", {"year": midterm, "first": plan.start, "last": plan.end - 1})
        return "midterm", midterm
    if asked < plan.end:
        raise UsageError("final_year_too_early", {"year": asked, "end": plan.end})
    return "final", asked
