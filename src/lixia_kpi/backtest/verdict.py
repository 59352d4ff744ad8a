"""Can the default be trusted on these series: too few to tell, or what holds and what does not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.backtest.forecasts import LEVEL
from lixia_kpi.backtest.metrics import clustered_error, error_ratio
from lixia_kpi.backtest.reliability import overconfidence

if TYPE_CHECKING:
    from lixia_kpi.backtest.outcomes import Outcomes
    from lixia_kpi.growth.arrays import FloatArray, IntArray

LEAST_SERIES, LEAST_ORIGINS = 30, 100
"""Below these nothing is said: series overlap in time and share their shocks, so a few are hardly more than one."""

COVERAGE_SLACK = 0.04
"""How far coverage may be off its level."""

CHANCE_SLACK = 0.02
"""How far a Brier score may exceed what its chances promise."""

_SURE = 2.0
"""Standard errors beyond which a deviation is not taken for noise."""

VERDICTS = ("too_few", "overconfident", "too_wide", "no_better", "trusted")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A code of `VERDICTS` and the figures it rests on: coverage at 80 %, relative error, excess of the Brier score.

    Each with its standard error, clustered by series; NaN where there is nothing to tell it from.
    """

    code: str
    series: int
    origins: int
    coverage: float
    coverage_error: float
    relative_error: float
    log_error: float
    excess: float
    excess_error: float


def verdict_of(outcomes: Outcomes, series: IntArray) -> Verdict:
    """Judge a method by its outcomes.

    `overconfident` where intervals hold too little or chances are too sure, beyond slack and noise; `too_wide` where
    intervals hold too much; `no_better` where the centre does not beat standing still; else `trusted`.

    Parameters
    ----------
    outcomes : of the method to be judged.
    series : (origins,) the series each origin belongs to.
    """
    covered, witness = outcomes.covered.ravel(), np.repeat(series, outcomes.covered.shape[1])
    ratio = error_ratio(outcomes.error, outcomes.still, outcomes.latest)
    judged = ~np.isnan(outcomes.covered).all(axis=1)
    coverage, noise = _mean(covered), clustered_error(covered, witness)
    log_ratio, ratio_noise = _mean(ratio), clustered_error(ratio, series)
    stated = np.concatenate([outcomes.rise, outcomes.reach.ravel()])
    happened = np.concatenate([outcomes.risen, outcomes.reached.ravel()])
    excess, excess_noise = overconfidence(stated, happened, np.concatenate([series, witness]))
    counts = int(np.unique(series[judged]).size), int(np.count_nonzero(judged))
    if counts[0] < LEAST_SERIES or counts[1] < LEAST_ORIGINS:
        code = "too_few"
    elif _exceeds(LEVEL - coverage, noise, COVERAGE_SLACK) or _exceeds(excess, excess_noise, CHANCE_SLACK):
        code = "overconfident"
    elif _exceeds(coverage - LEVEL, noise, COVERAGE_SLACK):
        code = "too_wide"
    elif not _exceeds(-log_ratio, ratio_noise, 0.0):
        code = "no_better"
    else:
        code = "trusted"
    return Verdict(code, *counts, coverage, noise, math.exp(log_ratio), ratio_noise, excess, excess_noise)


def _exceeds(deviation: float, error: float, slack: float) -> bool:
    """Whether a deviation lies beyond the slack by more than noise; what cannot be told does not."""
    return not math.isnan(deviation) and deviation - (0.0 if math.isnan(error) else _SURE * error) > slack


def _mean(values: FloatArray) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else np.nan
