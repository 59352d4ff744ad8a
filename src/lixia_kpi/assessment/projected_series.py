"""The series a projection starts from: each case's comparable values, aligned so that the last column is its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.growth.arrays import FloatArray, IntArray, NameArray


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProjectedSeries:
    """What is handed to the projection.

    Parameters
    ----------
    values
        (cases, years) oldest first, the last column being the origin; NaN where missing or not comparable.
    origin
        (cases,) year of the last column.
    measure
        (cases,) measure that decides bounds and method.
    base
        (cases,) the value of the series in the base year, from which ratios and rises are counted.
    """

    values: FloatArray
    origin: IntArray
    measure: NameArray
    base: FloatArray


def series_to_project(cases: Cases) -> ProjectedSeries:
    """Give the level, flow or chained index of each case, up to its latest value and after its last break.

    Parameters
    ----------
    cases : the cases as arrays.
    """
    chained = cases.yearly_change & ((cases.path == "relative") | (cases.path == "rise"))
    usable = cases.years >= cases.usable_from[:, None]
    known = ~np.isnan(cases.values)
    any_known = known.any(axis=1)
    last = np.where(any_known, len(cases.years) - 1 - known[:, ::-1].argmax(axis=1), _column(cases, cases.base_year))
    levels = np.where(usable | chained[:, None], cases.values, np.nan)
    flows = np.where(usable, _flows(cases), np.nan)
    index, base_of_index = _chain(cases, last)
    values = np.where(chained[:, None], index, np.where((cases.path == "sum")[:, None], flows, levels))
    values = np.where((cases.path == "state")[:, None], np.nan, values)
    measure = np.where(chained, np.where(cases.path == "relative", "amount", "index"), cases.measure)
    return ProjectedSeries(
        values=_aligned(values, last),
        origin=cases.years[last],
        measure=measure,
        base=np.where(chained, base_of_index, cases.baseline),
    )


def _column(cases: Cases, years: IntArray) -> IntArray:
    return np.asarray(np.clip(years - cases.years[0], 0, len(cases.years) - 1), dtype=np.intp)


def _flows(cases: Cases) -> FloatArray:
    """Yearly flows: as observed, or the differences of a sum that is published cumulatively."""
    first = cases.years == cases.base_year[:, None] + 1
    before = np.concatenate([np.full((len(cases.values), 1), np.nan), cases.values[:, :-1]], axis=1)
    differences = cases.values - np.where(first, 0.0, before)
    return np.where(cases.cumulative[:, None], np.where(cases.span, differences, np.nan), cases.values)


def _chain(cases: Cases, last: IntArray) -> tuple[FloatArray, FloatArray]:
    """The index that the unbroken run of yearly changes up to the latest chains to, and its value in the base year.

    A run of k changes gives k + 1 points, the first in the year before the run; the index of a rise counts points.
    """
    columns = np.arange(len(cases.years))
    missing = np.isnan(cases.values) & (columns <= last[:, None])
    run_start = np.where(missing, columns, -1).max(axis=1)
    relative = (cases.path == "relative")[:, None]
    with np.errstate(all="ignore"):
        steps = np.where(relative, np.log1p(cases.values / 100), cases.values)
        in_run = (columns > run_start[:, None]) & (columns <= last[:, None])
        sums = np.cumsum(np.where(in_run, steps, 0.0), axis=1)
        index = np.where(relative, np.exp(sums), sums)
    index = np.where((columns >= run_start[:, None]) & (columns <= last[:, None]), index, np.nan)
    return index, index[np.arange(len(index)), _column(cases, cases.base_year)]


def _aligned(values: FloatArray, last: IntArray) -> FloatArray:
    """Shift each row so that its column `last` becomes the last column."""
    columns = np.arange(values.shape[1]) - (values.shape[1] - 1) + last[:, None]
    shifted = np.take_along_axis(values, np.clip(columns, 0, None), axis=1)
    return np.where(columns >= 0, shifted, np.nan)
