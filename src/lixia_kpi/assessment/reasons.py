"""Why something in a row is undefined: codes, most upstream first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray


def reason_flags(cases: Cases, progress: Progress, outlook: Outlook) -> dict[str, BoolArray]:
    """Tell which reasons hold of each case.

    Parameters
    ----------
    cases, progress, outlook : the cases, where they stand, and where they lead.
    """
    return {**_of_the_plan(cases, progress), **_of_the_actuals(cases, progress), **_of_the_outlook(progress, outlook)}


def in_order(codes: tuple[str, ...], holds: Mapping[str, BoolArray], count: int) -> list[tuple[str, ...]]:
    """Turn one boolean array a code into one tuple of codes a case."""
    rows: list[list[str]] = [[] for _ in range(count)]
    for code in codes:
        if code in holds:
            for row in np.flatnonzero(holds[code]).tolist():
                rows[row].append(code)
    return [tuple(row) for row in rows]


def _of_the_plan(cases: Cases, progress: Progress) -> dict[str, BoolArray]:
    """What the target and its baseline leave undefined."""
    start_missing = np.isnan(cases.start) & (cases.on("compound") | cases.on("straight"))
    unmeasurable = cases.from_levels & np.isnan(cases.baseline) & progress.observed
    by_rate = cases.by_rate
    with np.errstate(all="ignore"):
        equal = np.abs(cases.goal - cases.start) <= 1e-9 * np.maximum(np.abs(cases.goal), np.abs(cases.start))
        return {
            "no_baseline": start_missing | unmeasurable,
            "rank_has_no_rate": cases.on("state") & (cases.form == "level"),
            "milestone_has_no_rate": cases.form == "milestone",
            "every_year_has_no_rate": cases.on("bound"),
            "target_not_positive": by_rate & ~(cases.goal > 0),
            "target_equals_baseline": equal & ~progress.met_at_baseline,
            "met_at_baseline": progress.met_at_baseline,
        }


def _of_the_actuals(cases: Cases, progress: Progress) -> dict[str, BoolArray]:
    """What the observations leave undefined."""
    needs_positive = cases.on("compound") | (cases.on("relative") & ~cases.yearly_change)
    latest_bad = progress.observed & (progress.latest <= 0)
    return {
        "unit_mismatch": cases.unit_mismatch,
        "no_actual": ~progress.observed,
        "non_positive": needs_positive & ((cases.baseline <= 0) | latest_bad) | _all_is_lost(cases),
        "break_in_series": progress.broken,
        "missing_year": progress.observed & progress.gaps,
        "target_year_observed": progress.final,
    }


def _all_is_lost(cases: Cases) -> BoolArray:
    """Whether a yearly change of −100 % or less stands in a chain, which no later change leads out of."""
    lost = np.zeros(len(cases.path), dtype=np.bool_)
    rows = np.flatnonzero(cases.on("relative") & cases.yearly_change)
    lost[rows] = ((cases.values[rows] <= -100) & cases.span[rows]).any(axis=1)
    return lost


def _of_the_outlook(progress: Progress, outlook: Outlook) -> dict[str, BoolArray]:
    """What cannot be projected; where nothing is observed, that says it all."""
    open_ended = ~progress.final
    projected = ~np.isnan(outlook.projected)
    return {
        "basis_differs": outlook.basis_differs & ~projected & open_ended,
        "one_point": (outlook.points == 1) & ~projected & open_ended & progress.observed,
        "no_projection": (outlook.points > 1) & ~projected & open_ended & progress.observed,
        "interval_not_calibrated": projected & np.isnan(outlook.low) & open_ended,
    }
