"""A method's forecasts set against what happened, origin by origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.backtest.forecasts import LEVEL, RISE, RISE_STEP
from lixia_kpi.backtest.metrics import interval_score, mean_change

if TYPE_CHECKING:
    from lixia_kpi.backtest.forecasts import Forecasts
    from lixia_kpi.backtest.panel import Origins
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

_SLACK = 1e-9
"""Relative difference within which a value counts as on a bound or a target."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """(origins, horizon), NaN where there is nothing to compare.

    `error` is the absolute error, `still` that of the last value; `covered` (the interval of `LEVEL`) and `inside`
    (that asked for) are 0 or 1; `score` is the scaled interval score at `LEVEL`. For the chance of a rise, which is put
    once an origin, `rise` and `risen` have shape (origins,), as has `latest`; `reach` and `reached` are about the
    required values.
    """

    error: FloatArray
    still: FloatArray
    latest: FloatArray
    covered: FloatArray
    inside: FloatArray
    score: FloatArray
    rise: FloatArray
    risen: FloatArray
    reach: FloatArray
    reached: FloatArray


def outcomes_of(origins: Origins, forecasts: Forecasts, naive: Forecasts) -> Outcomes:
    """Compare forecasts with what happened.

    Parameters
    ----------
    origins : with their truth.
    forecasts : of the method.
    naive : of the last value, which errors are put in relation to.
    """
    truth = origins.truth
    scale = mean_change(origins.history)[:, None]
    goal = np.where(origins.latest > 0, RISE * origins.latest, np.nan)
    end = truth[:, RISE_STEP - 1] if truth.shape[1] >= RISE_STEP else np.full(goal.shape, np.nan)
    sign = np.where(origins.rising, 1.0, -1.0)[:, None]
    return Outcomes(
        error=np.abs(truth - forecasts.centre),
        still=np.abs(truth - naive.centre),
        latest=origins.latest,
        covered=_held(truth, forecasts.low, forecasts.high),
        inside=_held(truth, forecasts.lower, forecasts.upper),
        score=interval_score(truth, forecasts.low, forecasts.high, level=LEVEL, scale=scale),
        rise=forecasts.rise,
        risen=_flag(_at_least(end, goal), end, goal, forecasts.rise),
        reach=forecasts.reach,
        reached=_flag(
            _at_least(sign * truth, sign * origins.required), truth, origins.required, forecasts.reach
        ),
    )  # fmt: skip


def _held(truth: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Whether the truth lies within an interval, its ends included: 1 or 0, NaN where something is missing."""
    return _flag(_at_least(truth, low) & _at_least(high, truth), truth, low, high)


def _at_least(value: FloatArray, bound: FloatArray) -> BoolArray:
    """Whether a value is at least another, but for the rounding of floats."""
    with np.errstate(all="ignore"):
        return np.asarray(value >= bound - _SLACK * np.maximum(np.abs(value), np.abs(bound)))


def _flag(happened: BoolArray, *needed: FloatArray) -> FloatArray:
    """Give 1 where something happened and 0 where not, NaN where one of the values it hangs on is missing."""
    missing = np.zeros(happened.shape, dtype=np.bool_)
    for values in needed:
        missing |= np.isnan(values)
    return np.where(missing, np.nan, happened.astype(np.float64))
