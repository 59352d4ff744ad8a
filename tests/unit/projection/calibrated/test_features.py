"""Features are limited to 50 times the volatility; where that is left out it could not apply."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.features import LIMIT, centre_features, room_for_centre
from lixia_kpi.projection.calibrated.kinds import LONGEST
from lixia_kpi.projection.calibrated.smoothing import SETTINGS, smoothing_maps
from lixia_kpi.projection.calibrated.survey import shape_of, survey
from lixia_kpi.projection.calibrated.trend import MOVED, TREND_SHARE, trend
from lixia_kpi.projection.calibrated.windows import windows
from lixia_kpi.projection.workers import Workspace


def furthest(maps, count):
    """The largest value of linear forms of the changes (forms, changes) where the volatility is one.

    v² >= |d|² / (count − 1) + 0.35 m² for changes m + d, d without mean: an ellipsoid.
    """
    along, across = maps.sum(axis=1), maps - maps.mean(axis=1, keepdims=True)
    return np.sqrt(along**2 / TREND_SHARE + max(count - 1, 1) * (across**2).sum(axis=1))


@pytest.mark.parametrize("years", range(2, LONGEST + 1))
def test_changes_and_smoothed_levels_and_trends_never_reach_the_limit(years):
    count = years - 1
    of_values = smoothing_maps(years)[-2 * SETTINGS :]
    of_changes = -np.cumsum(of_values, axis=1)[:, :-1]
    assert furthest(np.vstack([np.eye(count), of_changes]), count).max() < LIMIT


@pytest.mark.parametrize("years", range(2, LONGEST + 1))
def test_yearly_growth_never_reaches_the_limit(years):
    yearly = len(features_of([1.0, 2.0], 0)[0]) - 2
    for first in np.geomspace(1e-12, 1e12, 97):
        before, _ = features_of(np.geomspace(first, 1.0, years) + np.linspace(0, 1e-9, years), 0)
        steep, _ = features_of([first] * (years - 1) + [1.0], 0)
        straight, _ = features_of(np.linspace(first, 1.0, years) + np.linspace(0, 1e-9, years), 0)
        for found in (before, steep, straight):
            assert abs(found[yearly]).max() < LIMIT


def features_of(values, measure):
    array, workspace = np.array([values], dtype=float), Workspace()
    shape = shape_of(int(survey(array, np.array([measure], np.int8)).key[0]))
    seen = windows(array, slice(0, 1), shape, workspace)
    out = room_for_centre(seen, workspace)
    moves = trend(seen, out, workspace)
    before = out[: len(MOVED) + len(moves.changes)].copy()
    return before, centre_features(seen, moves, out)


@given(
    st.lists(st.sampled_from([1e-9, 0.01, 1.0, 1.1, 3.0, 99.0, 99.9, 100.0]), min_size=2, max_size=15),
    st.integers(0, 2),
)
def test_no_feature_lies_beyond_the_limit(values, measure):
    if len(set(values)) == 1:
        values = [*values, 2.0]
    before, after = features_of(values, measure)
    assert np.abs(after).max() <= LIMIT
    assert np.abs(before[-len(values) + 1 :]).max() < LIMIT


def test_the_limit_applies_to_products():
    before, after = features_of([1.0 - 0.0047 * ago for ago in range(14, -1, -1)], 0)
    assert np.abs(before).max() < LIMIT
    assert np.abs(after).max() == LIMIT
