"""The verdict tells what holds from what does not, and keeps silent where there is too little to go by."""

from __future__ import annotations

import numpy as np
import pytest

from lixia_kpi.backtest.forecasts import Forecasts
from lixia_kpi.backtest.outcomes import outcomes_of
from lixia_kpi.backtest.panel import Panel, rolling_origins
from lixia_kpi.backtest.verdict import verdict_of

Z80 = 1.2815515655446004


def normal_cdf(x):
    from math import erf

    return np.vectorize(lambda v: 0.5 * (1 + erf(v / np.sqrt(2))))(x)


def judged(spread, *, series=400, centre="truth", seed=3):
    """Judge forecasts of a random walk (steps of 1, from 100) whose stated spread is `spread` times the right one."""
    rng = np.random.default_rng(seed)
    drift = 1.5 if centre == "truth" else 0.0
    values = 100 + np.cumsum(drift + rng.standard_normal((series, 12)), axis=1)
    origins = rolling_origins(Panel.of(values.tolist(), ["index"] * series), horizon=5)
    step = np.arange(1, 6)
    middle = origins.latest[:, None] + drift * step
    sigma = np.broadcast_to(np.sqrt(step) * spread, middle.shape)
    goal = origins.latest + 1.5 * 5 + rng.uniform(-4, 4, origins.latest.size)
    ahead = np.where(np.arange(5) == 4, goal[:, None], np.nan)
    origins = type(origins)(
        origins.series, origins.measure, origins.history, origins.truth, ahead, np.ones(goal.size, dtype=bool)
    )
    reach = np.where(np.isnan(ahead), np.nan, 1 - normal_cdf((ahead - middle) / sigma))
    low, high = middle - Z80 * sigma, middle + Z80 * sigma
    none = np.full(goal.size, np.nan)
    forecasts = Forecasts(middle, low, high, low, high, none, reach)
    still = np.broadcast_to(origins.latest[:, None], middle.shape)
    naive = Forecasts(still, low, high, low, high, none, reach)
    return verdict_of(outcomes_of(origins, forecasts, naive), origins.series)


def test_calibrated_forecasts_are_trusted():
    verdict = judged(1.0)
    assert verdict.code == "trusted"
    assert verdict.coverage == pytest.approx(0.80, abs=0.02)
    assert verdict.relative_error < 1


@pytest.mark.parametrize("spread", [0.3, 0.6])
def test_too_narrow_intervals_are_overconfident(spread):
    verdict = judged(spread)
    assert verdict.code == "overconfident"
    assert verdict.coverage < 0.65
    assert verdict.excess > 0.02


def test_too_wide_intervals_are_said_to_be_so():
    assert judged(2.0).code == "too_wide"


def test_centre_that_stands_still_is_no_better():
    verdict = judged(1.0, centre="still")
    assert verdict.code == "no_better"
    assert verdict.relative_error == pytest.approx(1.0)


@pytest.mark.parametrize("spread", [0.3, 1.0, 2.0])
def test_few_series_are_too_few_to_tell(spread):
    assert judged(spread, series=12).code == "too_few"
