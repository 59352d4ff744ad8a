"""The measures of quality against values worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from lixia_kpi.backtest.metrics import clustered_error, interval_score, log_error_ratio, mean_change
from lixia_kpi.backtest.reliability import brier, overconfidence, reliability_of


def test_relative_error_is_the_geometric_mean_of_ratios():
    ratios = log_error_ratio(np.array([1.0, 8.0, 2.0]), np.array([2.0, 2.0, 2.0]), np.zeros(3))
    assert math.exp(ratios.mean()) == pytest.approx((0.5 * 4 * 1) ** (1 / 3))


def test_errors_of_nothing_count_as_equal_and_no_ratio_runs_away():
    ratios = log_error_ratio(np.array([0.0, 0.0, 5.0]), np.array([0.0, 5.0, 0.0]), np.array([100.0, 100.0, 100.0]))
    assert ratios.tolist() == [0.0, -3.0, 3.0]
    assert log_error_ratio(np.zeros(1), np.zeros(1), np.zeros(1)).tolist() == [0.0]


def test_interval_score_adds_ten_times_what_lies_outside():
    truth, low, high = np.array([[9.0, 7.0, 13.0]]), np.full((1, 3), 8.0), np.full((1, 3), 10.0)
    score = interval_score(truth, low, high, level=0.8, scale=np.array([[2.0]]))
    assert score[0].tolist() == pytest.approx([1.0, 6.0, 16.0])
    wider = interval_score(truth, low, high, level=0.95, scale=np.array([[2.0]]))
    assert wider[0].tolist() == pytest.approx([1.0, 21.0, 61.0])


def test_scale_counts_a_gap_by_its_years_and_is_none_for_a_still_series():
    history = np.array([[10.0, 13.0, 12.0], [10.0, np.nan, 14.0], [5.0, 5.0, 5.0]])
    assert mean_change(history).tolist() == pytest.approx([2.0, 2.0, np.nan], nan_ok=True)


def test_brier_score_of_known_chances():
    assert brier(np.array([1.0, 0.8, 0.0]), np.array([1.0, 0.0, 1.0])).tolist() == pytest.approx([0.0, 0.64, 1.0])


def test_error_of_a_mean_grows_where_witnesses_repeat_one_another():
    values = np.array([1.0, 0.0, 1.0, 0.0])
    alone = clustered_error(values, np.arange(4))
    assert alone == pytest.approx(math.sqrt(4 / 3 * 4 * 0.25) / 4)
    repeated = clustered_error(np.repeat(values, 10), np.repeat(np.arange(4), 10))
    assert repeated == pytest.approx(alone)
    assert math.isnan(clustered_error(values, np.zeros(4, dtype=np.intp)))


def test_reliability_sorts_chances_by_the_bounds_of_the_words():
    stated = np.array([0.99, 0.90, 0.70, 0.50, 0.33, 0.10, np.nan])
    happened = np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0])
    found = {r.likelihood: (r.count, r.happened) for r in reliability_of(stated, happened)}
    assert found == {
        "very_likely": (2, 0.5), "likely": (1, 1.0), "open": (1, 1.0), "unlikely": (1, 0.0), "very_unlikely": (1, 0.0)
    }  # fmt: skip


def test_chances_that_hold_promise_their_own_brier_score():
    rng = np.random.default_rng(7)
    stated = rng.uniform(0.02, 0.98, 20_000)
    series = np.arange(20_000)
    fair, error = overconfidence(stated, (rng.random(20_000) < stated).astype(float), series)
    assert abs(fair) < 3 * error
    too_sure = np.where(stated > 0.5, 0.95, 0.05)
    excess, error = overconfidence(too_sure, (rng.random(20_000) < stated).astype(float), series)
    assert excess > 0.1
    assert excess > 10 * error
