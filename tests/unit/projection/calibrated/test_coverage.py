"""Coverage on real series: intervals hold what they say, and textbook intervals would not pass."""

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from lixia_kpi.projection.calibrated import METHODS, around, predict
from lixia_kpi.projection.methods import METHODS as PLAIN
from lixia_kpi.projection.plain.damped import damped
from lixia_kpi.projection.plain.theil_sen import theil_sen
from lixia_kpi.projection.plain.theta import theta

SAMPLE = Path(__file__).parents[3] / "data" / "panel_open.csv.gz"
CENTRES = {**PLAIN, "damped": damped, "theil_sen": theil_sen, "theta": theta}
LENGTHS = (3, 5, 7, 10)


@pytest.fixture(scope="module")
def sample():
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    history = np.array([[float(row[f"x{k}"]) for k in range(1, 11)] for row in rows])
    truth = np.array([[float(row[f"y{k}"]) for k in range(1, 6)] for row in rows])
    return history, truth, np.array([row["measure"] for row in rows])


def covered(truth, lower, upper):
    known = np.isfinite(lower) & np.isfinite(upper)
    return np.mean(((truth >= lower) & (truth <= upper))[known])


@pytest.mark.parametrize("years", LENGTHS)
@pytest.mark.parametrize(("level", "least", "most"), [(0.5, 0.45, 0.57), (0.8, 0.76, 0.85), (0.95, 0.91, 0.98)])
def test_the_default_interval_holds_what_it_says(sample, years, level, least, most):
    history, truth, measure = sample
    found = predict(history[:, -years:], horizon=5, measure=measure)
    assert least <= covered(truth, found.lower(level), found.upper(level)) <= most


@pytest.mark.parametrize("years", LENGTHS)
def test_textbook_intervals_do_not(sample, years):
    history, truth, _ = sample
    values = history[:, -years:]
    lag = np.arange(years) - (years - 1) / 2
    slope = values @ lag / (lag @ lag)
    fitted = values.mean(axis=1)[:, np.newaxis] + slope[:, np.newaxis] * lag
    error = np.sqrt(np.sum((values - fitted) ** 2, axis=1) / max(years - 2, 1))
    ahead = (years - 1) / 2 + np.arange(1, 6)
    centre = values.mean(axis=1)[:, np.newaxis] + slope[:, np.newaxis] * ahead
    half = 1.2816 * error[:, np.newaxis] * np.sqrt(1 + 1 / years + ahead**2 / (lag @ lag))
    assert covered(truth, centre - half, centre + half) < 0.70


@pytest.mark.parametrize("years", LENGTHS)
def test_the_default_centre_beats_standing_still(sample, years):
    history, truth, measure = sample
    values = history[:, -years:]
    centre = predict(values, horizon=5, measure=measure).centre
    error, still = (np.abs(truth - c).mean(axis=1) for c in (centre, values[:, -1:]))
    slack = 1e-6 * np.abs(values[:, -1]) + 1e-12
    ratio = ((error + slack) / (still + slack))[np.isfinite(error)]
    assert ratio.size > 0.99 * len(values)
    assert np.exp(np.mean(np.clip(np.log(ratio), -3, 3))) < 0.90


@pytest.mark.parametrize("years", [5, 10])
@pytest.mark.parametrize("method", METHODS)
def test_the_interval_around_a_plain_method_holds_too(sample, method, years):
    history, truth, measure = sample
    values = history[:, -years:]
    centre = CENTRES[method](values, 5)
    found = around(centre, values, method=method, measure=measure)
    assert 0.75 <= covered(truth, found.lower(0.8), found.upper(0.8)) <= 0.86


@pytest.mark.parametrize("years", LENGTHS)
def test_a_stated_chance_happens_as_often(sample, years):
    history, truth, measure = sample
    found = predict(history[:, -years:], horizon=5, measure=measure)
    chance = found.chance(1.1 * history[:, -1], step=5, direction="up")
    risen = truth[:, 4] >= 1.1 * history[:, -1]
    known = np.isfinite(chance)
    for low, high in ((0.0, 0.25), (0.25, 0.6), (0.6, 1.0)):
        inside = known & (chance >= low) & (chance < high)
        assert np.mean(risen[inside]) == pytest.approx(np.mean(chance[inside]), abs=0.11)


def test_totals_of_five_years_are_covered(sample):
    history, truth, measure = sample
    found = predict(history, horizon=5, measure=measure)
    total = truth.sum(axis=1)
    low, high = (found.sum_quantile(q, steps=5) for q in (0.1, 0.9))
    known = np.isfinite(low)
    assert 0.75 <= np.mean((total >= low)[known] & (total <= high)[known]) <= 0.86


@pytest.mark.parametrize(
    "observed", [(5, 9), (7, 9), (6, 8, 9), (6, 7, 9), (5, 7, 9), (2, 4, 6, 9), (0, 4, 6, 7, 8, 9)]
)
def test_missing_years_do_not_make_a_series_look_steady(sample, observed):
    history, truth, measure = sample
    values = np.full_like(history, np.nan)
    values[:, observed] = history[:, observed]
    found = predict(values, horizon=5, measure=measure)
    assert 0.74 <= covered(truth, found.lower(0.8), found.upper(0.8)) <= 0.87
