"""How likely a target, or a year's step of its pathway, is reached: read from the projection's distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import DEFAULT_TOLERANCE

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.projected_series import ProjectedSeries
    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection import Projection

LEVEL_PATHS = ("compound", "straight", "relative", "rise")


def chance_of_target(cases: Cases, series: ProjectedSeries, projection: Projection) -> FloatArray:
    """Give the chance that each target is satisfied in its own year.

    Parameters
    ----------
    cases : the cases as arrays.
    series, projection : what was projected, and the projection.

    Returns
    -------
    FloatArray
        (cases,) fractions; NaN once the target year is observed, and where the projection has no distribution.
    """
    step = cases.due_year - series.origin
    open_ended = (step >= 1) & np.isin(cases.path, LEVEL_PATHS)
    level = level_of(cases, series, just_enough(cases))
    chance = projection.chance(level, step=within_horizon(step, projection), direction=cases.direction)
    return np.where(open_ended, chance, np.nan)


def within_horizon(step: IntArray, projection: Projection) -> IntArray:
    """Give years after the origin, the first or last of the projection in place of those outside."""
    return np.clip(step, 1, projection.centre.shape[1])


def chance_of_pathway(cases: Cases, series: ProjectedSeries, projection: Projection, pathway: FloatArray) -> FloatArray:
    """Give the chance that each year's required value is reached in that year.

    Parameters
    ----------
    cases : the cases as arrays.
    series, projection : what was projected, and the projection.
    pathway : (cases, years + 1) required path quantity from the base year on.

    Returns
    -------
    FloatArray
        (cases, steps) fractions, column k being the year k + 1 after the origin; NaN where nothing is required.
    """
    steps = projection.centre.shape[1]
    columns = series.origin[:, None] + np.arange(1, steps + 1) - cases.base_year[:, None]
    required = np.take_along_axis(pathway, np.clip(columns, 0, pathway.shape[1] - 1), axis=1)
    inside = (columns > 0) & (columns <= (cases.due_year - cases.base_year)[:, None])
    inside &= np.isin(cases.path, LEVEL_PATHS)[:, None]
    chance = np.full(required.shape, np.nan)
    for k in range(steps):
        level = level_of(cases, series, required[:, k])
        chance[:, k] = projection.chance(level, step=k + 1, direction=cases.direction)
    return np.where(inside, chance, np.nan)


def level_of(cases: Cases, series: ProjectedSeries, quantity: FloatArray) -> FloatArray:
    """Turn a path quantity (cases,) into the level of the series that was projected."""
    with np.errstate(all="ignore"):
        relative = np.where(cases.on("relative"), series.base * quantity, quantity)
    return np.where(cases.on("rise"), series.base + quantity, relative)


def just_enough(cases: Cases) -> FloatArray:
    """The path quantity that just satisfies the target: its goal, less the tolerance of an approximate one."""
    tolerance = np.where(np.isnan(cases.tolerance), DEFAULT_TOLERANCE, cases.tolerance) / 100
    sign = np.where(cases.upward, 1.0, -1.0)
    allowed = cases.target - sign * np.abs(cases.target) * tolerance
    growing = 1 + allowed / 100
    span = (cases.due_year - cases.base_year).astype(np.float64)
    with np.errstate(all="ignore"):
        factor = np.where(cases.of_growth, np.where(growing > 0, growing, np.nan) ** span, growing)
    return np.where(cases.op == "~", np.where(cases.on("relative"), factor, allowed), cases.goal)
