"""Yearly targets: on the pathway, rounded, never short of the target."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, indicator, judged, series, target
from lixia_kpi.assessment.annual import STARTS, annual_targets, planned_decimals
from lixia_kpi.assessment.annual_result import annual_result
from lixia_kpi.plan.model import Baseline


def plan(one, *, start="baseline"):
    evaluation = judged(one, method="last")
    return annual_targets(evaluation.cases, evaluation.progress, start=start)


def planned(one, *, start="baseline"):
    found = plan(one, start=start)
    years = zip(found.planned[0].tolist(), found.asked[0].tolist(), strict=True)
    return [None if math.isnan(value) else value for value, asked in years if asked]


def sums(one, *, start="baseline"):
    return [value for value in plan(one, start=start).cumulative[0].tolist() if not math.isnan(value)]


def results(one, *, start="baseline"):
    evaluation = judged(one, method="last")
    found = annual_targets(evaluation.cases, evaluation.progress, start=start)
    return annual_result(evaluation.cases, evaluation.progress, found)


SHARE = {"measure": "share", "unit": "%"}
CUT = {"measure": "amount", "unit": "吨", "direction": "down", "observed_as": "yearly_change"}


class TestLevels:
    def test_an_amount_compounds_to_its_target(self):
        gdp = series(indicator(target(op=">", value=2500)), {}, baseline=1910.41)
        exact = [1910.41 * (2500 / 1910.41) ** (k / 5) for k in range(1, 5)]
        assert planned(gdp) == [*map(round, exact), 2500]

    def test_a_share_goes_straight_with_the_decimals_of_its_baseline(self):
        one = series(indicator(target(value=65), **SHARE), {}, baseline=63.9)
        one = one._replace(baseline=Baseline("sample", 2020, one.indicator.place, 63.9, "%", decimals=1))
        assert planned(one) == [64.1, 64.3, 64.6, 64.8, 65]

    def test_decimals_of_a_baseline_are_kept_where_steps_are_large(self):
        one = series(indicator(target(value=80), **SHARE), {}, baseline=63.9)
        one = one._replace(baseline=Baseline("sample", 2020, one.indicator.place, 63.9, "%", decimals=1))
        assert planned(one) == [67.1, 70.3, 73.6, 76.8, 80]
        gdp = series(indicator(target(value=80)), {}, baseline=63.9)
        gdp = gdp._replace(baseline=Baseline("sample", 2020, gdp.indicator.place, 63.9, "亿元", decimals=1))
        assert planned(gdp) == [67, 70, 73, 76, 80]

    def test_a_small_step_gets_decimals_that_show_it(self):
        assert planned(series(indicator(target(value=65), **SHARE), {}, baseline=64)) == [64.2, 64.4, 64.6, 64.8, 65]

    @pytest.mark.parametrize(
        ("baseline", "decimals"), [(64.9, 2), (64.99, 2), (64.9999, 2), (64, 1), (57.5, 1), (55, 0), (40, 0)]
    )
    def test_no_more_than_two_decimals_are_added(self, baseline, decimals):
        assert plan(series(indicator(target(value=65), **SHARE), {}, baseline=baseline)).decimals.tolist() == [decimals]

    def test_without_a_step_the_target_keeps_its_own_decimals(self):
        for baseline in (None, 65):
            one = series(indicator(target(value=65), **SHARE), {}, baseline=baseline)
            assert plan(one).decimals.tolist() == [0]

    def test_a_plan_starts_from_the_baseline_or_from_what_was_observed_last(self):
        one = series(indicator(target()), {2022: 120}, baseline=100)
        found = {start: plan(one, start=start) for start in STARTS}
        assert {start: (p.start[0], p.start_year[0]) for start, p in found.items()} == {
            "baseline": ("baseline", 2020), "latest": ("latest", 2022)
        }  # fmt: skip

    def test_things_counted_one_by_one_stay_whole(self):
        parks = series(indicator(target(value=15), measure="count", unit="座"), {}, baseline=9)
        assert planned(parks) == [10, 11, 12, 14, 15]

    def test_from_the_latest_value_on(self):
        gdp = series(indicator(target(op=">", value=2500)), {2021: 2124.15, 2023: 2446.9}, baseline=1910.41)
        assert planned(gdp, start="latest") == [round((2446.9 * 2500) ** 0.5), 2500]

    def test_without_a_baseline_the_target_stands_in_its_year_alone(self):
        assert planned(series(indicator(target()), {})) == [None, None, None, None, 150]

    def test_without_observations_a_plan_from_the_latest_starts_at_the_baseline(self):
        one = series(indicator(target()), {}, baseline=100)
        assert planned(one, start="latest") == planned(one)
        assert plan(one, start="latest").start.tolist() == ["baseline"]

    def test_a_cap_that_holds_is_held(self):
        cap = series(indicator(target(op="<=", value=80), direction="down"), {}, baseline=70)
        assert planned(cap) == [80] * 5
        assert plan(cap).held.tolist() == [True]
        floor = series(indicator(target(value=60), **SHARE), {}, baseline=70)
        assert planned(floor) == [60] * 5

    def test_a_target_met_by_now_is_held(self):
        one = series(indicator(target()), {2022: 160}, baseline=100)
        assert planned(one, start="latest") == [150] * 3

    def test_once_the_target_year_is_observed_nothing_is_planned(self):
        one = series(indicator(target()), {2025: 140}, baseline=100)
        assert planned(one, start="latest") == [None]


class TestSteps:
    def test_a_total_comes_in_whole_parts_that_sum_to_it(self):
        built = series(indicator(target("total", value=33), measure="count", unit="所"), {})
        assert planned(built) == [7, 7, 6, 7, 6]
        assert sums(built) == [7, 14, 20, 27, 33]

    def test_what_remains_of_a_total_is_shared_by_the_years_left(self):
        one = series(indicator(target("total", ">", 20), unit="亿美元"), {2021: 3, 2022: 5})
        assert planned(one, start="latest") == [4, 4, 4]
        assert sums(one, start="latest") == [12, 16, 20]

    def test_what_is_left_after_actuals_with_decimals_is_rounded_up_in_the_last_year(self):
        one = series(indicator(target("total", value=2000)), {2021: 300.3, 2022: 400.4})
        assert planned(one, start="latest") == [433, 433, 434]

    def test_a_fall_by_all_there_is_has_no_yearly_rate(self):
        assert planned(series(indicator(target("change", "<=", -100), **CUT), {})) == [None] * 5

    def test_a_total_with_a_missing_year_has_no_plan_from_the_latest(self):
        one = series(indicator(target("total", ">", 20), unit="亿美元"), {2022: 5})
        assert planned(one, start="latest") == [None, None, None]

    def test_a_total_that_is_met_asks_for_nothing_more(self):
        one = series(indicator(target("total", ">", 20), unit="亿美元"), {2021: 12, 2022: 10})
        assert str(planned(one, start="latest")) == "[0.0, 0.0, 0.0]"

    def test_a_cap_on_a_sum_leaves_what_remains_of_it(self):
        one = series(indicator(target("total", "<=", 20), direction="down", unit="万吨"), {2021: 2, 2022: 3})
        assert planned(one, start="latest") == [5, 5, 5]

    def test_growth_is_the_same_every_year(self):
        one = series(indicator(target("growth", value=7), observed_as="yearly_change"), {})
        assert planned(one) == [7] * 5

    def test_growth_that_is_still_needed(self):
        one = series(indicator(target("growth", value=7), observed_as="yearly_change"), {2021: 6, 2022: 6.5})
        rates = planned(one, start="latest")
        assert 1.06 * 1.065 * math.prod(1 + rate / 100 for rate in rates) >= 1.07**5
        assert rates == pytest.approx([7.5, 7.5, 7.5], abs=0.11)

    def test_cuts_compound(self):
        one = series(indicator(target("change", "<=", -13.5), **CUT), {})
        rates = planned(one)
        assert rates[0] == -2.9
        assert sum(rates) < -13.5
        assert sums(one)[-1] == -13.5

    def test_the_fifth_year_after_cuts_of_7_3_and_3_8(self):
        values = {2021: -7.3, 2022: -3.8, 2023: 0.0, 2024: 0.0}
        one = series(indicator(target("change", "<=", -13.5), **CUT), values)
        assert planned(one, start="latest") == [-3.1]  # 3.0 to half a unit; rounded so that 13.5 is reached

    def test_points_are_shared_equally(self):
        one = series(indicator(target("points", value=3), **SHARE), {})
        assert planned(one) == [0.6] * 5
        assert sums(one) == [0.6, 1.2, 1.8, 2.4, 3.0]


def test_a_bound_stands_in_every_year():
    one = series(indicator(target("every_year", "<=", 3.5), measure="rate", unit="%", direction="down"), {})
    assert planned(one) == [3.5] * 5


@pytest.mark.parametrize("form", ["milestone", "level"])
def test_ranks_and_milestones_are_due_in_their_year(form):
    measure = "rank" if form == "level" else "count"
    one = series(indicator(target(form, value=10, year=2023), measure=measure, unit="位"), {}, baseline=15)
    assert planned(one) == [None, None, 10]


@settings(max_examples=60, deadline=None)
@given(
    value=st.integers(1, 400),
    decimals=st.integers(0, 2),
    measure=st.sampled_from(["count", "amount"]),
    direction=st.sampled_from(["up", "down"]),
    done=st.lists(st.floats(0, 20).map(lambda x: round(x, 2)), max_size=4),
)
def test_the_flows_of_a_total_never_miss_it(value, decimals, measure, direction, done):
    total = value / 10**decimals
    op = ">=" if direction == "up" else "<="
    what = indicator(target("total", op, total, decimals=decimals), measure=measure, direction=direction, unit="万吨")
    one = series(what, dict(enumerate(done, 2021)))
    for start in ("baseline", "latest"):
        flows = planned(one, start=start)
        before = sum(done) if start == "latest" else 0
        reached = before + sum(flows)
        assert all(flow >= 0 for flow in flows)
        if direction == "up":
            assert reached >= total - 1e-9
        else:
            assert reached <= max(total, before) + 1e-9


@settings(max_examples=60, deadline=None)
@given(
    value=st.floats(-60, 90).map(lambda x: round(x, 1)).filter(lambda x: abs(x) >= 0.1),
    form=st.sampled_from(["growth", "change"]),
)
def test_yearly_rates_compound_to_the_target(value, form):
    rate = value / 10 if form == "growth" else value
    direction, op = ("up", ">=") if value > 0 else ("down", "<=")
    what = indicator(target(form, op, rate, decimals=2), direction=direction, observed_as="yearly_change")
    product = math.prod(1 + step / 100 for step in planned(series(what, {})))
    goal = (1 + rate / 100) ** 5 if form == "growth" else 1 + rate / 100
    assert (product - goal) * (1 if direction == "up" else -1) >= -1e-9
    assert product == pytest.approx(goal, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(base=st.floats(1, 1000), goal=st.floats(1, 1000), measure=st.sampled_from(["amount", "count", "share", "index"]))
def test_levels_run_one_way_and_end_on_the_target(base, goal, measure):
    goal = round(goal, 1)
    direction, op = ("up", ">=") if goal >= base else ("down", "<=")
    what = indicator(target("level", op, goal, decimals=1), measure=measure, direction=direction, unit="分")
    levels = planned(series(what, {}, baseline=base))
    assert levels[-1] == goal
    steps = [after - before for before, after in pairwise(levels)]
    assert all(step * (1 if direction == "up" else -1) >= -1e-9 for step in steps)


class TestAgainst:
    def test_levels_are_met_or_not(self):
        gdp = series(indicator(target(op=">", value=2500)), {2021: 2124.15, 2022: 2000}, baseline=1910.41)
        found = results(gdp)
        assert found.status[0].tolist() == ["met", "not_met", "no_data", "no_data", "no_data"]
        assert found.difference[0].tolist()[:2] == [108.15, -127]

    def test_in_the_target_year_the_comparator_decides(self):
        one = series(indicator(target(op=">", value=150)), {2025: 150}, baseline=100)
        assert results(one).status[0].tolist()[-1] == "not_met"
        one = series(indicator(target(op=">=", value=150)), {2025: 150}, baseline=100)
        assert results(one).status[0].tolist()[-1] == "met"

    def test_less_is_better_where_it_is(self):
        one = series(indicator(target(op="<=", value=50), direction="down"), {2021: 80, 2022: 90}, baseline=100)
        found = results(one)
        assert found.status[0].tolist()[:2] == ["met", "not_met"]
        assert found.difference[0].tolist()[:2] == [7, -14]
        equal = results(series(indicator(target(op="<=", value=50), direction="down"), {2021: 87}, baseline=100))
        assert (equal.status[0, 0], str(equal.difference[0, 0])) == ("met", "0.0")

    def test_a_bound_and_a_rank_are_compared_as_the_plan_reads(self):
        bound = indicator(target("every_year", "<", 3.5), measure="rate", unit="%", direction="down")
        assert results(series(bound, {2021: 3.5, 2022: 3.4})).status[0].tolist()[:2] == ["not_met", "met"]
        rank = indicator(target(op="<", value=10, year=2023), measure="rank", unit="位", direction="down")
        for value, status in ((10, "not_met"), (9, "met")):
            assert results(series(rank, {2023: value}, baseline=15)).status[0].tolist() == ["", "", status]

    def test_yearly_changes_are_taken_from_levels(self):
        one = series(indicator(target("growth", value=7)), {2021: 110, 2023: 130}, baseline=100)
        found = results(one)
        assert found.actual[0, 0] == pytest.approx(10)
        assert found.status[0].tolist() == ["met", "no_data", "no_data", "no_data", "no_data"]
        assert found.incomplete[0].tolist() == [False, False, True, False, False]

    def test_rates_compound_since_the_base_year(self):
        found = results(series(indicator(target("growth", value=7)), {2021: 110, 2022: 121}, baseline=100))
        assert found.actual[0].tolist()[:2] == [10, 10]
        assert found.cumulative[0].tolist()[:2] == [10, 21]
        small = results(series(indicator(target("growth", value=7)), {2021: 0.55, 2022: 0.605}, baseline=0.5))
        assert small.actual[0].tolist()[:2] == [10, 10]

    def test_points_are_taken_from_levels(self):
        found = results(series(indicator(target("points", value=5), **SHARE), {2021: 31, 2022: 33.5}, baseline=30))
        assert found.actual[0].tolist()[:2] == [1, 2.5]
        assert found.cumulative[0].tolist()[:2] == [1, 3.5]
        assert found.status[0].tolist()[:2] == ["met", "met"]

    @pytest.mark.parametrize("value", [0, -5])
    def test_without_positive_values_there_is_no_yearly_rate(self, value):
        found = results(series(indicator(target("growth", value=7)), {2021: value, 2022: 110}, baseline=100))
        assert found.status[0].tolist()[:2] == ["no_data", "no_data"]
        assert all(math.isnan(rate) for rate in found.actual[0].tolist())

    def test_before_the_target_year_what_is_planned_is_enough(self):
        one = series(indicator(target(op=">", value=65), **SHARE), {2021: 61, 2025: 65}, baseline=60)
        assert results(one).status[0].tolist() == ["met", "no_data", "no_data", "no_data", "not_met"]

    def test_a_break_leaves_its_year_unjudged(self):
        one = series(indicator(target("growth", value=7), breaks=(2022, 2024)), {2021: 110, 2022: 150}, baseline=100)
        found = results(one)
        assert found.broken[0].tolist() == [False, True, False, False, False]
        assert found.status[0, 1] == "no_data"

    def test_flows_of_a_sum_published_cumulatively(self):
        what = indicator(target("total", value=20), observed_as="cumulative", unit="亿美元")
        found = results(series(what, {2021: 3, 2022: 9}))
        assert found.actual[0].tolist()[:2] == [3, 6]
        assert found.cumulative[0].tolist()[:2] == [3, 9]
        assert found.status[0].tolist()[:2] == ["not_met", "met"]


def test_decimals_of_the_target_hold_where_they_show_the_steps():
    one = series(indicator(target(value=48.25, decimals=2), **SHARE), {}, baseline=40)
    evaluation = judged(one, info=INFO)
    assert planned_decimals(evaluation.cases, evaluation.cases.start, evaluation.cases.base_year).tolist() == [2]


def test_a_plan_without_targets_is_empty():
    evaluation = judged()
    assert annual_targets(evaluation.cases, evaluation.progress).planned.shape[0] == 0
    found = annual_targets(evaluation.cases, evaluation.progress)
    assert annual_result(evaluation.cases, evaluation.progress, found).status.tolist() == []
