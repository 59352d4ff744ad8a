"""Plain continuation: where a strongly and steadily growing series leads if its growth simply carries on.

The default projection disregards part of every trend, rightly so on average; series whose growth is strong and steady
are the ones that carry it on most often. For those a reader may see the compound growth rate continued, beside the
projection and named as an assumption.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.outlook import to_quantity
from lixia_kpi.assessment.progress import as_printed
from lixia_kpi.projection import project_array

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

SIGNAL_TO_NOISE = 1.6
"""Mean over standard deviation of yearly growth (in logarithms) above which growth counts as steady."""

LEAST_GROWTH = 0.05
"""Growth a year from which it counts as strong, a fraction."""

LEAST_VALUES = 4
"""Values below which steadiness cannot be told."""


@dataclass(frozen=True, slots=True)
class PlainContinuation:
    """Arrays (cases,), NaN where growth is not strong and steady, or nothing is left to project.

    `growth` is the compound growth carried on [fraction a year], `value` what it comes to in the target year [unit of
    the target].
    """

    growth: FloatArray
    value: FloatArray


def strong_and_steady(values: FloatArray) -> BoolArray:
    """Tell which series grow strongly and steadily, by the rule stated at the head of the file.

    Parameters
    ----------
    values : (series, years), oldest first, NaN where missing [unit of the indicator].

    Returns
    -------
    BoolArray
        (series,); False where a value is not positive or there are too few. A gap counts as years of equal growth.

    Examples
    --------
    >>> strong_and_steady(np.array([[100, 108, 117, 126.0], [100, 130, 101, 126.0], [100, 102, 104, 106.1]])).tolist()
    [True, False, False]
    """
    known = ~np.isnan(values)
    enough = (known.sum(axis=1) >= LEAST_VALUES) & np.all(~known | (values > 0), axis=1)
    steady = np.zeros(len(values), dtype=np.bool_)
    for row in np.flatnonzero(enough):
        years = np.flatnonzero(known[row])
        growth = np.diff(np.log(values[row, years])) / np.diff(years)
        noise = growth.std(ddof=1)
        mean = growth.mean()
        steady[row] = mean >= np.log1p(LEAST_GROWTH) and mean > SIGNAL_TO_NOISE * noise
    return steady


def continue_plainly(evaluation: Evaluation) -> PlainContinuation:
    """Carry the compound growth of strongly and steadily growing amounts and counts on to the target year.

    Parameters
    ----------
    evaluation : every target judged.
    """
    cases, outlook = evaluation.cases, evaluation.outlook
    series = outlook.series
    years_left = cases.due_year - series.origin
    compounding = (series.measure == "amount") | (series.measure == "count")
    rows = strong_and_steady(series.values) & compounding & (years_left > 0) & ~np.isnan(outlook.projected)
    growth, value = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    if not rows.any():
        return PlainContinuation(growth, value)
    values = np.where(rows[:, None], series.values, np.nan)
    steps = int(years_left[rows].max())
    projection = project_array(values, horizon=steps, measure=series.measure.tolist(), method="cagr")
    quantity = to_quantity(cases, evaluation.progress, series, projection.centre)
    column = np.clip(years_left - 1, 0, steps - 1)
    at_target = quantity[np.arange(len(rows)), column]
    elapsed = (cases.due_year - cases.base_year).astype(np.float64)
    printed = as_printed(cases, at_target[:, None], elapsed[:, None])[:, 0]
    value[rows] = printed[rows]
    with np.errstate(all="ignore"):
        growth[rows] = (projection.centre[:, 0] / series.values[:, -1] - 1)[rows]
    return PlainContinuation(growth, value)
