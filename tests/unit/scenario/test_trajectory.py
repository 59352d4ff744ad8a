"""The years to come of one series, in every form in which values are published."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import indicator, series, target
from lixia_kpi.scenario.assumptions import Growth, Shock
from lixia_kpi.scenario.trajectory import (
    Origin,
    as_published,
    carried_on,
    origin_of,
    published_as,
    rate_unit_of,
    shocked,
)

SHARE = {"measure": "share", "unit": "%"}


@pytest.mark.parametrize(
    ("what", "published", "unit"),
    [
        (indicator(target()), "level", "%"),
        (indicator(target(), measure="count", unit="家"), "level", "%"),
        (indicator(target(), **SHARE), "level", "points"),
        (indicator(target(), measure="rank", unit="位"), "level", None),
        (indicator(target("total")), "flow", "%"),
        (indicator(target("total"), observed_as="cumulative"), "sum", "%"),
        (indicator(target("growth", value=7), observed_as="yearly_change"), "percent", "%"),
        (indicator(target("growth", value=7), measure="rate", observed_as="yearly_change", unit="%"), "percent", "%"),
        (indicator(target("points", value=5), observed_as="yearly_change", **SHARE), "points", "points"),
    ],
)
def test_form_and_unit(what, published, unit):
    assert (published_as(series(what, {})), rate_unit_of(series(what, {}))) == (published, unit)


class TestOrigin:
    def test_the_latest_value(self):
        assert origin_of(series(indicator(target()), {2022: 120}, baseline=100), 2020) == Origin(2022, 120, "level")

    def test_the_baseline_where_nothing_is_observed(self):
        assert origin_of(series(indicator(target()), {}, baseline=100), 2020) == Origin(2020, 100, "level")

    def test_nothing_is_known(self):
        assert origin_of(series(indicator(target()), {}), 2020) == Origin(2020, None, "level")

    def test_yearly_changes_start_anywhere(self):
        what = indicator(target("growth", value=7), observed_as="yearly_change")
        assert origin_of(series(what, {}), 2020) == Origin(2020, 1, "percent")
        assert origin_of(series(what, {2021: 6}), 2020) == Origin(2021, 1, "percent")

    def test_a_sum_starts_at_its_last_flow(self):
        what = indicator(target("total"), observed_as="cumulative")
        assert origin_of(series(what, {2021: 3}), 2020) == Origin(2021, 3, "sum", 3)
        assert origin_of(series(what, {2021: 3, 2022: 8}), 2020) == Origin(2022, 5, "sum", 8)
        assert origin_of(series(what, {2022: 8}), 2020).level is None


class TestCarriedOn:
    def test_percent_compounds_and_points_add(self):
        assert carried_on(Origin(2023, 100, "level"), Growth("x", 10, "%"), 2025) == pytest.approx([110, 121])
        assert carried_on(Origin(2023, 60, "level"), Growth("x", 0.5, "points"), 2025) == [60.5, 61]

    def test_a_flow_repeats_whatever_was_before(self):
        assert carried_on(Origin(2023, None, "flow"), Growth("x", 4, "flow"), 2025) == [4, 4]

    def test_without_a_level_there_is_nothing(self):
        assert carried_on(Origin(2023, None, "level"), Growth("x", 10, "%"), 2025) == []

    def test_beyond_the_target_year_there_is_nothing(self):
        assert carried_on(Origin(2025, 100, "level"), Growth("x", 10, "%"), 2025) == []


class TestShock:
    def test_a_loss_that_is_kept(self):
        assert shocked([100, 110, 120], 2023, Shock("x", 2024, -10, "%")) == pytest.approx([100, 99, 108])

    def test_a_loss_that_is_made_up_for(self):
        levels = shocked([100] * 5, 2023, Shock("x", 2024, -10, "%", recover=2))
        assert levels == pytest.approx([100, 90, 95, 100, 100])

    def test_points(self):
        assert shocked([60, 61], 2024, Shock("x", 2024, -2, "points")) == [58, 59]


@settings(max_examples=60, deadline=None)
@given(
    levels=st.lists(st.floats(1, 1000), min_size=1, max_size=8),
    size=st.floats(-50, 50),
    recover=st.integers(1, 4),
    year=st.integers(2024, 2026),
)
def test_a_series_comes_back_to_where_it_was_to_be(levels, size, recover, year):
    turned = shocked(levels, 2024, Shock("x", year, size, "%", recover=recover))
    for k, (level, new) in enumerate(zip(levels, turned, strict=True), 2024):
        if k < year or k >= year + recover:
            assert new == pytest.approx(level)
        else:
            assert math.copysign(1, new - level) == math.copysign(1, size) or new == pytest.approx(level)


@settings(max_examples=60, deadline=None)
@given(rates=st.lists(st.floats(-20, 20), min_size=1, max_size=6))
def test_yearly_changes_come_back_as_they_were(rates):
    levels, level = [], 1.0
    for rate in rates:
        level *= 1 + rate / 100
        levels.append(level)
    assert as_published(Origin(2023, 1.0, "percent"), levels) == pytest.approx(rates, abs=1e-9)


def test_points_and_sums_are_put_back():
    assert as_published(Origin(2023, 0.0, "points"), [1, 3, 2]) == [1, 2, -1]
    assert as_published(Origin(2023, 4.0, "sum", total=10), [5, 6]) == [15, 21]
    assert as_published(Origin(2023, None, "sum", total=10), [5]) == [15]
    assert as_published(Origin(2023, 4.0, "flow"), [5, 6]) == [5, 6]
