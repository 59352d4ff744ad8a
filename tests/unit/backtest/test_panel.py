"""Rolling origins: every year that has a past and a future, and no more of the future than was to come."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.backtest import Panel
from lixia_kpi.backtest.panel import LONGEST, rolling_origins

NAN = np.nan


def test_every_origin_has_a_past_and_a_future():
    origins = rolling_origins(Panel.of([[1.0, 2.0, NAN, 4.0, 5.0]], ["amount"]), horizon=2)
    assert origins.latest.tolist() == [2.0, 4.0]
    assert origins.truth.tolist() == pytest.approx(np.array([[NAN, 4.0], [5.0, NAN]]), nan_ok=True)
    assert origins.history[:, -4:].tolist() == pytest.approx(
        np.array([[NAN, NAN, 1.0, 2.0], [1.0, 2.0, NAN, 4.0]]), nan_ok=True
    )


def test_two_values_or_a_hole_before_the_origin_give_none():
    panel = Panel.of([[1.0, 2.0], [1.0], [NAN, 3.0, *([NAN] * LONGEST), 4.0, 5.0]], ["amount"] * 3)
    assert rolling_origins(panel, horizon=5).series.tolist() == []


def test_required_values_go_with_the_years_ahead():
    panel = Panel.of([[1.0, 2.0, 3.0, 4.0]], ["share"], [[NAN, NAN, 2.5, 3.5]], [False])
    origins = rolling_origins(panel, horizon=2)
    assert origins.required.tolist() == pytest.approx(np.array([[2.5, 3.5], [3.5, NAN]]), nan_ok=True)
    assert origins.rising.tolist() == [False, False]


def test_lengths_must_fit():
    with pytest.raises(ValueError, match="must fit"):
        Panel.of([[1.0, 2.0]], ["share"], [[1.0]])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.none() | st.floats(1, 100), max_size=25), max_size=5))
def test_origins_are_those_that_a_loop_finds(series):
    rows = [[NAN if v is None else v for v in one] for one in series]
    found = rolling_origins(Panel.of(rows, ["amount"] * len(rows)), horizon=5)
    expected = []
    for number, row in enumerate(rows):
        for i, value in enumerate(row):
            past = [v for v in row[max(0, i - LONGEST + 1) : i + 1] if not np.isnan(v)]
            future = [v for v in row[i + 1 : i + 6] if not np.isnan(v)]
            if not np.isnan(value) and len(past) >= 2 and future:
                expected.append((number, value, np.nansum(future)))
    assert [tuple(x) for x in zip(found.series.tolist(), found.latest.tolist(), strict=True)] == [
        e[:2] for e in expected
    ]
    assert np.nansum(found.truth, axis=1).tolist() == pytest.approx([e[2] for e in expected])
