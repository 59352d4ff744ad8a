"""The pathway of every target: the path quantity that each year asks for, from where a plan starts to the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import bound_pathway, compound_pathway, straight_pathway

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.growth.arrays import FloatArray, IntArray


def required_pathway(cases: Cases) -> FloatArray:
    """Give the path quantity that each year requires, from the base year to the target year.

    Parameters
    ----------
    cases : the cases as arrays.

    Returns
    -------
    FloatArray
        (cases, years + 1), column k being k years after the base year; NaN for states, where a start or a goal is
        undefined, and after the target year.
    """
    return pathway_from(cases, cases.start, cases.base_year)


def pathway_from(cases: Cases, start: FloatArray, start_year: IntArray) -> FloatArray:
    """Give the path quantity that each year requires on the way from a start of one's own to the goal.

    start (goal / start) ** (k / n) on a path by rate, start + (goal − start) k / n on one by equal steps, the bound
    itself for a target of every year.

    Parameters
    ----------
    cases : the cases as arrays.
    start : (cases,) path quantity in the start year.
    start_year : (cases,) the year a pathway starts from.

    Returns
    -------
    FloatArray
        (cases, years + 1), column k being k years after the start year; NaN as for `required_pathway`, and throughout
        where the start year is not before the target year.
    """
    span = (cases.due_year - start_year).astype(np.float64)
    by_rate = compound_pathway(start, cases.goal, span)
    by_steps = straight_pathway(start, cases.goal, span)
    bound = bound_pathway(cases.target, span)
    path = cases.path[:, None]
    pathway = np.where(cases.by_rate[:, None], by_rate, np.where(path == "bound", bound, by_steps))
    return np.where(path == "state", np.nan, pathway)
