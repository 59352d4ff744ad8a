"""The figures of a row as they are shown: rates and growth in percent where the path is travelled by a rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.finite import without_infinite

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.judgement import Judgement
    from lixia_kpi.growth.arrays import FloatArray

YEARS = ("baseline_year", "latest_year", "arrival_year")
"""The figures that are years."""

_UNITS = {"growth": "%", "change": "%", "points": "points"}


def row_figures(cases: Cases, judged: Judgement | Evaluation) -> dict[str, FloatArray]:
    """Give the computed columns of `kpi project` by id; NaN where there is no figure, no negative zero, (cases,).

    Parameters
    ----------
    cases : the cases as arrays.
    judged : the same cases judged.
    """
    progress, outlook = judged.progress, judged.outlook
    percent = np.where(cases.by_rate, 100.0, 1.0)
    with np.errstate(over="ignore"):
        required, actual, needed = (
            without_infinite(percent * rate) for rate in (progress.required, progress.actual, progress.needed)
        )
        growth = without_infinite(100 * judged.required_growth)
    figures = {
        "baseline_year": cases.base_year.astype(np.float64),
        "baseline": cases.baseline,
        "latest_year": np.where(progress.observed, progress.latest_year, np.nan),
        "latest": progress.latest,
        "target_level": judged.target_level,
        "required_rate": required,
        "required_growth": growth,
        "actual_rate": actual,
        "needed_rate": needed,
        "elapsed": progress.elapsed,
        "completion": progress.completion,
        "pace": judged.pace,
        "projected": outlook.projected,
        "projected_low": outlook.low,
        "projected_high": outlook.high,
        "probability": outlook.chance,
        "gap": outlook.gap,
        "gap_percent": outlook.gap_percent,
        "arrival_year": outlook.arrival_year,
    }
    return {name: figure + 0.0 for name, figure in figures.items()}


def target_unit(form: str, unit: str) -> str:
    """Name the unit of a target: `%` for growth and change, `points` for points, else the indicator's own.

    >>> target_unit("growth", "亿元"), target_unit("level", "亿元")
    ('%', '亿元')
    """
    return _UNITS.get(form, unit)


def rate_unit(form: str, measure: str, unit: str) -> str | None:
    """Name the unit of the rates: `%/year`, `points/year`, `UNIT/year`, or none.

    >>> rate_unit("level", "share", "%"), rate_unit("total", "amount", "亿元"), rate_unit("level", "rank", "")
    ('points/year', '亿元/year', None)
    """
    if form in ("growth", "change") or (form == "level" and measure in ("amount", "count")):
        return "%/year"
    if form == "points" or (form == "level" and measure != "rank"):
        return "points/year"
    return f"{unit}/year" if form == "total" else None
