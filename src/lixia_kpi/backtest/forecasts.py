"""What each method says of every origin: centre, intervals, chances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection import AUTO, project_array

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lixia_kpi.backtest.panel import Origins
    from lixia_kpi.growth.arrays import FloatArray

LEVEL = 0.80
"""The interval that is always scored."""

RISE, RISE_STEP = 1.2, 5
"""The question put to every series: is its value a fifth higher in five years."""

MEAN_OF_THREE = "mean_of_three"
OF_THREE = ("last", "cagr", "damped")
"""Methods whose centres, interval ends and chances are averaged: the best simple combination of the field."""

NAIVE = "last"
METHODS = (AUTO, NAIVE, "cagr", "linear", "loglinear", "damped", "theta", MEAN_OF_THREE)
"""The default, then what it is compared with."""

_AT_A_TIME = 20_000


@dataclass(frozen=True, slots=True)
class Forecasts:
    """(origins, horizon) unless said otherwise, NaN where a method says nothing.

    `low`, `high` hold the interval of `LEVEL`, `lower`, `upper` that of the level asked for; `rise` (origins,) is the
    chance of `RISE` times the latest value `RISE_STEP` years on, `reach` that of the required value of each year.
    """

    centre: FloatArray
    low: FloatArray
    high: FloatArray
    lower: FloatArray
    upper: FloatArray
    rise: FloatArray
    reach: FloatArray


def mean_forecasts(forecasts: Sequence[Forecasts]) -> Forecasts:
    """Average centres, interval ends and chances of several methods; NaN where one of them says nothing.

    Parameters
    ----------
    forecasts : of the same origins, at least one.
    """

    def mean(pick: Callable[[Forecasts], FloatArray]) -> FloatArray:
        return np.asarray(sum(map(pick, forecasts[1:]), pick(forecasts[0])) / len(forecasts))

    return Forecasts(
        centre=mean(lambda f: f.centre),
        low=mean(lambda f: f.low),
        high=mean(lambda f: f.high),
        lower=mean(lambda f: f.lower),
        upper=mean(lambda f: f.upper),
        rise=mean(lambda f: f.rise),
        reach=mean(lambda f: f.reach),
    )


def forecasts_of(method: str, origins: Origins, *, level: float) -> Forecasts:
    """Project every origin by a method, some origins at a time.

    Parameters
    ----------
    method : a method of the projection by name.
    origins : where to start from.
    level : of the interval asked for, between 0 and 1.

    Raises
    ------
    ValueError
        An unknown method.
    """
    count, horizon = origins.truth.shape
    centre, low, high, lower, upper, reach = (np.full((count, horizon), np.nan) for _ in range(6))
    rise = np.full(count, np.nan)
    direction = np.where(origins.rising, "up", "down")
    for start in range(0, count, _AT_A_TIME):
        some = slice(start, start + _AT_A_TIME)
        projection = project_array(
            origins.history[some], horizon=horizon, measure=origins.measure[some], interval=LEVEL, method=method
        )
        centre[some], low[some], high[some] = projection.centre, projection.lower, projection.upper
        if level == LEVEL:
            lower[some], upper[some] = projection.lower, projection.upper
        else:
            lower[some], upper[some] = projection.quantile((1 - level) / 2), projection.quantile((1 + level) / 2)
        if horizon >= RISE_STEP:
            latest = origins.latest[some]
            goal = np.where(latest > 0, RISE * latest, np.nan)
            stated = projection.chance(goal, step=RISE_STEP, direction="up")
            rise[some] = np.where(np.isnan(goal), np.nan, stated)
        for step in range(horizon):
            required = origins.required[some, step]
            if not np.isnan(required).all():
                stated = projection.chance(required, step=step + 1, direction=direction[some])
                reach[some, step] = np.where(np.isnan(required), np.nan, stated)
    return Forecasts(centre, low, high, lower, upper, rise, reach)
