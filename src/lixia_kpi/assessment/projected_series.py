"""The series a projection starts from: each case's comparable values, aligned so that the last column is its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import WHOLE
from lixia_kpi.assessment.finite import without_infinite

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
        (cases,) the value of the series in the base year, from which ratios and rises are counted; NaN where a break
        lies between it and the latest value.
    scale
        (cases,) how many units of a share make a percent, in which shares are projected: 10 in ‰, else 1.
    """

    values: FloatArray
    origin: IntArray
    measure: NameArray
    base: FloatArray
    scale: FloatArray


def series_to_project(cases: Cases) -> ProjectedSeries:
    """Give the level, flow or chained index of each case, up to its latest value and after its last break.

    Yearly changes that a bound is set to are projected as rates, whatever it is that changes.

    Parameters
    ----------
    cases : the cases as arrays.
    """
    chained = cases.yearly_change & (cases.on("relative") | cases.on("rise"))
    known = ~np.isnan(cases.values)
    any_known = known.any(axis=1)
    last = np.where(any_known, len(cases.years) - 1 - known[:, ::-1].argmax(axis=1), _base_column(cases))
    values = cases.values.copy()
    totals = np.flatnonzero(cases.on("sum") & cases.cumulative)
    values[totals] = without_infinite(_flows(cases, totals))
    if cases.usable_from.any():
        values[(cases.years < cases.usable_from[:, None]) & ~chained[:, None]] = np.nan
    base = np.where(cases.usable_from > cases.base_year, np.nan, cases.baseline)
    chains = np.flatnonzero(chained)
    index, start = _chain(cases, last, chains)
    values[chains], base[chains] = without_infinite(index), without_infinite(start)
    values[cases.on("state")] = np.nan
    of_changes = np.where(cases.on("relative"), "amount", "index")
    measure = np.where(chained, of_changes, np.where(cases.yearly_change, "rate", cases.measure))
    return ProjectedSeries(
        values=_aligned(values, last),
        origin=cases.years[last],
        measure=measure,
        base=base,
        scale=np.where(measure == "share", cases.whole / WHOLE, 1.0),
    )


def _base_column(cases: Cases) -> IntArray:
    return np.asarray(cases.base_year - cases.years[0])


def _flows(cases: Cases, rows: IntArray) -> FloatArray:
    """Yearly flows of these cases, which are sums published cumulatively: the differences, in the years that count."""
    values = cases.values[rows]
    first = cases.years == cases.base_year[rows][:, None] + 1
    before = np.concatenate([np.full((len(values), 1), np.nan), values[:, :-1]], axis=1)
    return np.where(cases.span[rows], values - np.where(first, 0.0, before), np.nan)


def _chain(cases: Cases, last: IntArray, rows: IntArray) -> tuple[FloatArray, FloatArray]:
    """The index that the unbroken run of yearly changes up to the latest chains to, and its value in the base year.

    Of these cases only. A run of k changes gives k + 1 points, the first in the year before the run (k where that year
    is before all years); the index of a rise counts points. A fall by 100 % and more leads to no index and ends a run
    as a missing year does.
    """
    values, until = cases.values[rows], last[rows][:, None]
    columns = np.arange(len(cases.years))
    relative = (cases.path[rows] == "relative")[:, None]
    missing = (np.isnan(values) | (relative & (values <= -100))) & (columns <= until)
    run_start = np.where(missing, columns, -1).max(axis=1, initial=-1)[:, None]
    with np.errstate(all="ignore"):
        steps = np.where(relative, np.log1p(values / 100), values)
        sums = np.cumsum(np.where((columns > run_start) & (columns <= until), steps, 0.0), axis=1)
        index = np.where(relative, np.exp(sums), sums)
    index = np.where((columns >= run_start) & (columns <= until), index, np.nan)
    return index, index[np.arange(len(rows)), _base_column(cases)[rows]]


def _aligned(values: FloatArray, last: IntArray) -> FloatArray:
    """Shift each row so that its column `last` becomes the last column."""
    if len(last) and bool((last == last[0]).all()):
        return values[:, : int(last[0]) + 1]
    columns = np.arange(values.shape[1]) - (values.shape[1] - 1) + last[:, None]
    shifted = np.take_along_axis(values, np.clip(columns, 0, None), axis=1)
    return np.where(columns >= 0, shifted, np.nan)
