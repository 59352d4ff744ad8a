"""Questions that hang on several years at once: the sum of a total, a bound that is to hold in every year.

Their answers need paths on which the years depend on one another; adding or multiplying the figures of single years
would overstate what is uncertain, or understate it. Only the cases that ask are projected here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.projection_by_unit import project_series

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.assessment.projected_series import ProjectedSeries
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray


def sum_intervals(
    cases: Cases, progress: Progress, series: ProjectedSeries, options: Options, steps: int
) -> tuple[IntArray, FloatArray, FloatArray]:
    """Give the interval of the running sum of each total, year by year.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    series : what is projected: the yearly flows.
    options : method and level of the interval.
    steps : years to project.

    Returns
    -------
    tuple
        which cases are totals that can be projected, and for those lower and upper end, (rows, steps).
    """
    rows = np.flatnonzero(cases.on("sum") & _answerable(cases, progress, series))
    if rows.size == 0:
        return rows, np.empty((0, steps)), np.empty((0, steps))
    projection = project_series(series, steps, options, rows=rows)
    tail = (1 - options.interval / 100) / 2
    done = progress.now[rows]
    lower, upper = (
        np.stack([done + projection.sum_quantile(q, steps=k) for k in range(1, steps + 1)], axis=1)
        for q in (tail, 1 - tail)
    )
    return rows, lower, upper


def chance_over_years(
    cases: Cases, progress: Progress, series: ProjectedSeries, options: Options, steps: int
) -> FloatArray:
    """Give the chance that a total is reached by its year, or that a bound holds in every remaining year.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    series : what is projected.
    options : method.
    steps : years to project.

    Returns
    -------
    FloatArray
        (cases,) fractions, NaN for every other path and once the target year is observed.
    """
    chance = np.full(len(cases.path), np.nan)
    ahead = cases.due_year - series.origin
    together = cases.on("sum") | cases.on("bound")
    rows = np.flatnonzero(together & (ahead >= 1) & _answerable(cases, progress, series))
    if rows.size == 0:
        return chance
    projection = project_series(series, steps, options, rows=rows)
    years, direction = ahead[rows], cases.direction[rows]
    left = cases.target[rows] - progress.now[rows]
    of_sum = projection.sum_chance(left, steps=years, direction=direction)
    of_bound = projection.all_years_chance(cases.target[rows], steps=years, direction=direction)
    chance[rows] = np.where(cases.path[rows] == "sum", of_sum, of_bound)
    return chance


def _answerable(cases: Cases, progress: Progress, series: ProjectedSeries) -> BoolArray:
    """Whether what is done so far is known and the projection starts where it ends."""
    known = np.where(cases.on("sum"), ~np.isnan(progress.now) & ~progress.broken, True)
    return known & ~progress.final & (series.origin >= cases.base_year) & ~np.isnan(series.values).all(axis=1)
