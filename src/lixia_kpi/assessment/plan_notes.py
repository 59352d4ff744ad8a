"""What the files of a plan say of a row beyond its figures: codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.assessment.plan_cases import Case, PlanCases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray


def plan_note_flags(cases: PlanCases, progress: Progress) -> dict[str, BoolArray]:
    """Tell which notes hold of each case by the records it stands for.

    Parameters
    ----------
    cases, progress : the cases of a plan and where they stand.
    """
    latest_years = progress.latest_year.tolist()
    latest_status = np.array(
        [_publication_status(case, year) for case, year in zip(cases.cases, latest_years, strict=True)], dtype=np.str_
    )
    return {
        "latest_preliminary": latest_status == "preliminary",
        "latest_expected": latest_status == "expected",
        "baseline_differs": np.array(["baseline_differs" in c.series.notes for c in cases.cases], dtype=np.bool_),
        "derived": np.array(["derived" in c.series.notes for c in cases.cases], dtype=np.bool_),
        "doubtful": np.array([case.indicator.doubt is not None for case in cases.cases], dtype=np.bool_),
        "undated": np.array([not case.target.dated for case in cases.cases], dtype=np.bool_),
    }


def _publication_status(case: Case, year: int) -> str:
    """`actual`, `preliminary` or `expected`: the standing of the figure of that year; empty where there is none."""
    for item in reversed(case.series.values):
        if item.year == year and item.observation is not None:
            return item.observation.status
    return ""
