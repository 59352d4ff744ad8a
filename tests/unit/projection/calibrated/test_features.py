"""No feature is larger than its description says, and the rows are those that the lists name."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.features import (
    centre_features,
    centre_rows,
    room_for_centre,
    spread_features,
    spread_rows,
)
from lixia_kpi.projection.calibrated.kinds import KINDS, LONGEST
from lixia_kpi.projection.calibrated.survey import shape_of, survey
from lixia_kpi.projection.calibrated.terms import CENTRE, SPREAD, reduced
from lixia_kpi.projection.calibrated.trend import MOST_NOISE, MOST_RATIO, MOVES, TREND_SHARE, trend
from lixia_kpi.projection.calibrated.windows import windows
from lixia_kpi.projection.workers import Workspace

LARGEST_MOVE, LARGEST_FEATURE = 12.4, 38.0
MODIFIERS = {"mean": MOST_NOISE**2, "last": MOST_NOISE**2, "overall": MOST_NOISE, "recent": MOST_RATIO}
"""What a move is multiplied with at the most; the ratio of trend to noise is smaller than the noise squared."""


def furthest(count):
    """The largest size of each move of `MOVES` where the volatility is one and there are so many changes.

    v² >= |d|² / (count − 1) + 0.35 m² for changes m + d, d without mean: an ellipsoid.
    """
    values = -np.triu(np.ones((count, count)))
    maps = np.array(
        [
            values.sum(axis=0) / (count + 1),
            values[-2:].sum(axis=0) / min(count + 1, 3),
            np.full(count, 1 / count),
            np.eye(count)[-1],
        ]
    )
    along, across = maps.sum(axis=1), maps - maps.mean(axis=1, keepdims=True)
    return np.sqrt(along**2 / TREND_SHARE + max(count - 1, 1) * (across**2).sum(axis=1))


@pytest.mark.parametrize("years", range(2, LONGEST + 1))
def test_moves_and_their_products_have_a_largest_size(years):
    sizes = dict(zip(MOVES, furthest(years - 1), strict=True))
    assert max(sizes.values()) < LARGEST_MOVE
    assert max(size * MODIFIERS[move] for move, size in sizes.items()) < LARGEST_FEATURE


def features_of(values, measure):
    array, workspace = np.array([values], dtype=float), Workspace()
    shape = shape_of(int(survey(array, np.array([measure], np.int8)).key[0]))
    seen = windows(array, slice(0, 1), shape, workspace)
    out = room_for_centre(seen, workspace)
    moves = trend(seen.moves, out, workspace)
    return centre_features(seen, moves, out, workspace)[:, 0], spread_features(seen, moves, workspace)[:, 0]


@given(
    st.lists(st.sampled_from([1e-9, 0.01, 1.0, 1.1, 3.0, 99.0, 99.9, 100.0]), min_size=2, max_size=15),
    st.integers(0, 2),
)
def test_no_feature_of_a_series_is_larger(values, measure):
    if len(set(values)) == 1:
        values = [*values, 2.0]
    centre, spread = features_of(values, measure)
    assert np.abs(centre).max() < LARGEST_FEATURE
    assert np.abs(spread).max() < LARGEST_MOVE


@pytest.mark.parametrize(("measure", "bounded"), [(0, False), (1, False), (2, True)])
def test_rows_hold_what_they_are_named_for(measure, bounded):
    centre, spread = features_of([40.0, 42.0, 41.0, 47.0], measure)
    assert (len(centre), len(spread)) == (len(centre_rows(bounded=bounded)), len(spread_rows(bounded=bounded)))
    row = dict(zip(centre_rows(bounded=bounded), centre, strict=True))
    assert row["one"] == 1
    assert row["last_rise"] == row["last"] > 0
    steadiness = row["mean steadiness"] / row["mean"]
    assert 0 < steadiness < 1
    assert row["last noise noise"] * row["mean"] == pytest.approx(row["mean noise noise"] * row["last"])
    assert row["noise overall_size"] == pytest.approx(-row["noise overall"])
    if bounded:
        room = row["overall room"] / row["overall"]
        assert 0 < room < 1
        assert row["mean room steadiness"] == pytest.approx(row["mean"] * room * steadiness)
        assert row["near near"] == row["near"] ** 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_used_by_a_kind_with_its_bound(kind):
    for features, rows in ((CENTRE, centre_rows(bounded=kind.share)), (SPREAD, spread_rows(bounded=kind.share))):
        used = {name for name, factor in (reduced(feature, kind) for feature in features) if factor}
        assert used == set(rows)
