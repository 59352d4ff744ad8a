"""The backtest: every method from every origin, scored by measure and horizon, and a verdict on the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.backtest.forecasts import (
    MEAN_OF_THREE,
    METHODS,
    NAIVE,
    OF_THREE,
    RISE_STEP,
    forecasts_of,
    mean_forecasts,
)
from lixia_kpi.backtest.metrics import error_ratio, mean_by
from lixia_kpi.backtest.outcomes import outcomes_of
from lixia_kpi.backtest.panel import rolling_origins
from lixia_kpi.backtest.reliability import brier, reliability_of
from lixia_kpi.backtest.verdict import verdict_of
from lixia_kpi.projection import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.backtest.outcomes import Outcomes
    from lixia_kpi.backtest.panel import Origins, Panel
    from lixia_kpi.backtest.reliability import Reliability
    from lixia_kpi.backtest.verdict import Verdict
    from lixia_kpi.growth.arrays import BoolArray

HORIZON = 5
"""Years looked ahead."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one method did on the series of a measure (None: of all) at a horizon (None: all of them).

    `origins` and `series` count what was scored. `relative_error` is the geometric mean of errors relative to standing
    still, `coverage_80` and `coverage` the shares within the 80 % interval and within that asked for,
    `interval_score` the mean scaled score of the 80 % interval; `brier` is about +20 % in five years and
    `brier_required` about the plan's required values. NaN where there was nothing to score.
    """

    method: str
    measure: str | None
    horizon: int | None
    origins: int
    series: int
    relative_error: float
    coverage_80: float
    coverage: float
    interval_score: float
    brier: float
    brier_required: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """Scores by method, measure and horizon; reliability and verdict of the first method, the one that is judged."""

    series: int
    origins: int
    level: float
    scores: tuple[Score, ...]
    rise: tuple[Reliability, ...]
    reach: tuple[Reliability, ...]
    verdict: Verdict


def backtest(panel: Panel, *, level: float = 0.80, methods: tuple[str, ...] = METHODS) -> Backtest:
    """Project known series from every origin, 1 to 5 years ahead, and score what was said against what happened.

    Parameters
    ----------
    panel : the known series.
    level : of the interval that is scored beside that of 80 %, between 0 and 1.
    methods : the method to be judged, then those it is compared with; at least one.

    Raises
    ------
    ValueError
        An unknown method or measure, or a level outside (0, 1).

    Examples
    --------
    >>> from lixia_kpi.backtest.panel import Panel
    >>> found = backtest(Panel.of([[1.0, 2.0, 3.0, 4.0]], ["amount"]), methods=("linear", "last"))
    >>> found.origins, round(found.scores[0].relative_error, 2), found.verdict.code
    (2, 0.05, 'too_few')
    """
    origins = rolling_origins(panel, horizon=HORIZON)
    parts = {name: forecasts_of(name, origins, level=level) for name in OF_THREE}
    naive = parts[NAIVE]
    scores: list[Score] = []
    for place, method in enumerate(methods):
        if method == MEAN_OF_THREE:
            forecasts = mean_forecasts(tuple(parts.values()))
        else:
            forecasts = parts[method] if method in parts else forecasts_of(method, origins, level=level)
        outcomes = outcomes_of(origins, forecasts, naive)
        if place == 0:
            judged = outcomes
        scores += [
            _score(method, origins, outcomes, measure, horizon)
            for measure in _measures(origins)
            for horizon in (None, *range(1, HORIZON + 1))
        ]
    return Backtest(
        series=int(np.unique(origins.series).size),
        origins=origins.series.size,
        level=level,
        scores=tuple(scores),
        rise=reliability_of(judged.rise, judged.risen),
        reach=reliability_of(judged.reach, judged.reached),
        verdict=verdict_of(judged, origins.series),
    )


def _measures(origins: Origins) -> Iterator[str | None]:
    """All series together, then those of each measure where there are several."""
    yield None
    present = set(np.unique(origins.measure).tolist())
    if len(present) > 1:
        yield from (measure for measure in MEASURES if measure in present)


def _score(method: str, origins: Origins, outcomes: Outcomes, measure: str | None, horizon: int | None) -> Score:
    """Score one method on the origins of a measure, at one horizon or over all of them."""
    rows: BoolArray = np.ones(origins.series.shape, dtype=np.bool_)
    if measure is not None:
        rows = np.asarray(origins.measure == measure)
    years = slice(0, HORIZON) if horizon is None else slice(horizon - 1, horizon)
    ratio = error_ratio(outcomes.error[rows, years], outcomes.still[rows, years], outcomes.latest[rows])
    scored = ~np.isnan(ratio)
    cells = np.zeros(outcomes.error.shape, dtype=np.bool_)
    cells[rows, years] = True
    whole = horizon in (None, RISE_STEP)
    return Score(
        method=method,
        measure=measure,
        horizon=horizon,
        origins=int(np.count_nonzero(scored)),
        series=int(np.unique(origins.series[rows][scored]).size),
        relative_error=float(np.exp(mean_by(ratio, scored))),
        coverage_80=mean_by(outcomes.covered, cells),
        coverage=mean_by(outcomes.inside, cells),
        interval_score=mean_by(outcomes.score, cells),
        brier=mean_by(brier(outcomes.rise, outcomes.risen), rows) if whole else np.nan,
        brier_required=mean_by(brier(outcomes.reach, outcomes.reached), cells),
    )
