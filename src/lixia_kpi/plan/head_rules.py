"""Rules of the head of a plan: its years and its cuts agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.problems import Place


def check_head(info: PlanInfo, at: Callable[[str], Place]) -> Iterator[Problem]:
    """Check the head of a plan.

    Parameters
    ----------
    info
        the head as read.
    at
        gives the place of a key of the head.

    Yields
    ------
    Problem
        `period_reversed`, `baseline_year_after_start`, `evaluation_year_outside_period`, `cuts_not_descending`.
    """
    years = {"start": info.start, "end": info.end}
    if info.start > info.end:
        yield Problem("period_reversed", at("period"), "error", years)
    elif info.baseline_year > info.start or info.baseline_year >= info.end:
        details = {"baseline_year": info.baseline_year, **years}
        yield Problem("baseline_year_after_start", at("baseline_year"), "error", details)
    else:
        for year in info.evaluation_years:
            if not info.start <= year <= info.end:
                details = {"year": year, **years}
                yield Problem("evaluation_year_outside_period", at("evaluation_years"), "error", details)
    cuts = info.cuts
    if not cuts.ahead > cuts.on_track > cuts.behind > 0:
        yield Problem("cuts_not_descending", at("cuts"), "error", cuts._asdict())
