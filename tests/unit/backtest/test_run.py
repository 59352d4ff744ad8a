"""The backtest of real and made-up series."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from lixia_kpi.backtest import Panel, backtest
from lixia_kpi.backtest.forecasts import MEAN_OF_THREE, METHODS, OF_THREE, forecasts_of, mean_forecasts
from lixia_kpi.backtest.panel import rolling_origins

OPEN_PANEL = Path(__file__).parents[2] / "data" / "panel_open.csv.gz"


@pytest.fixture(scope="module")
def open_result():
    with gzip.open(OPEN_PANEL, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = [*(f"x{k}" for k in range(1, 11)), *(f"y{k}" for k in range(1, 6))]
    series = [[float(row[c]) if row[c] else np.nan for c in columns] for row in rows]
    return backtest(Panel.of(series, [row["measure"] for row in rows]), level=0.95)


def score_of(result, method, measure=None, horizon=None):
    return next(s for s in result.scores if (s.method, s.measure, s.horizon) == (method, measure, horizon))


def test_default_beats_every_other_method_on_open_series(open_result):
    auto = score_of(open_result, "auto")
    for method in METHODS[1:]:
        other = score_of(open_result, method)
        assert auto.relative_error < other.relative_error
        assert auto.interval_score < other.interval_score
        assert auto.brier < other.brier
    assert auto.coverage_80 == pytest.approx(0.80, abs=0.04)
    assert auto.coverage == pytest.approx(0.95, abs=0.03)
    assert open_result.verdict.code == "trusted"


def test_counts_fit_together(open_result):
    for method in METHODS:
        whole = score_of(open_result, method)
        parts = [score_of(open_result, method, measure) for measure in ("amount", "count", "share")]
        rest = [s for s in open_result.scores if s.method == method and s.measure and s.horizon is None]
        assert sum(part.origins for part in rest) == whole.origins
        assert all(part.series <= whole.series for part in parts)
    asked = sum(r.count for r in open_result.rise)
    assert 0.95 < asked / score_of(open_result, "auto", None, 5).origins <= 1  # not of series that are at zero


def test_standing_still_is_the_measure_of_all(open_result):
    last = [s for s in open_result.scores if s.method == "last"]
    assert [s.relative_error for s in last] == pytest.approx([1.0] * len(last))


def test_mean_of_three_is_their_mean():
    origins = rolling_origins(Panel.of([[1.0, 3.0, 4.0, 6.0, 7.0]], ["amount"]), horizon=2)
    three = [forecasts_of(name, origins, level=0.8) for name in OF_THREE]
    mean = mean_forecasts(three)
    assert mean.centre.tolist() == pytest.approx(np.mean([f.centre for f in three], axis=0))
    assert mean.high.tolist() == pytest.approx(np.mean([f.high for f in three], axis=0))


def test_chances_of_required_values_are_scored():
    steady = [100.0, 110.0, 121.0, 133.1, 146.4, 161.0]
    panel = Panel.of([steady, steady], ["amount"] * 2, [[90.0] * 6, [500.0] * 6], [True, True])
    result = backtest(panel)
    said = {r.likelihood: r.happened for r in result.reach}
    assert said == {"very_likely": 1.0, "likely": 1.0, "very_unlikely": 0.0}
    assert score_of(result, "auto").brier_required < 0.01


def test_a_downward_target_is_reached_from_above():
    falling = [100.0, 90.0, 81.0, 73.0, 66.0]
    result = backtest(Panel.of([falling], ["amount"], [[99.0] * 5], [False]))
    assert {r.happened for r in result.reach} == {1.0}


def test_nothing_to_test_is_too_few():
    result = backtest(Panel.of([], []))
    assert (result.origins, result.verdict.code, result.rise) == (0, "too_few", ())
    assert MEAN_OF_THREE in {s.method for s in result.scores}
