"""Before and after: what an assumption changes, and what it leaves alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, indicator, series, target
from lixia_kpi.assessment.options import Options
from lixia_kpi.errors import SeveralUsageError
from lixia_kpi.scenario.altered import new_target
from lixia_kpi.scenario.assumptions import Growth, OtherTarget, Scenario, Shock, Value
from lixia_kpi.scenario.compare import compare

GDP = series(
    indicator(target(op=">", value=2500), id="gdp"), {2021: 2124.15, 2022: 2282.9, 2023: 2446.9}, baseline=1910.41
)
SHARE = series(
    indicator(target(value=65), id="share", measure="share", unit="%"), {2022: 64.0, 2023: 64.0}, baseline=63.9
)


def compared(*what, method="auto", **assumed):
    return compare(what, INFO, Options(method=method), Scenario(**assumed))


def latest(evaluation):
    return evaluation.progress.latest_year.tolist(), evaluation.progress.latest.tolist()


def test_without_assumptions_nothing_changes():
    found = compared(GDP, SHARE)
    assert found.after is found.before
    assert found.assumed == {"gdp": frozenset(), "share": frozenset()}


class TestGrowth:
    def test_it_is_carried_to_the_target_year(self):
        found = compared(GDP, growths=(Growth("gdp", 6, "%"),))
        assert found.after.progress.latest[0] == pytest.approx(2446.9 * 1.06**2)
        assert found.after.status.tolist() == ["met"]
        assert found.assumed["gdp"] == {2024, 2025}

    def test_published_values_stay_as_they_are(self):
        found = compared(GDP, growths=(Growth("gdp", 6, "%"),))
        assert found.before.progress.latest_year.tolist() == [2023]
        before, after = found.before.cases.cases[0].series, found.after.cases.cases[0].series
        assert after.values[: len(before.values)] == before.values

    def test_shares_move_in_points(self):
        found = compared(SHARE, growths=(Growth("share", 0.4, "points"),))
        assert found.after.progress.latest[0] == pytest.approx(64.8)
        assert found.after.outlook.gap[0] == pytest.approx(-0.2)

    def test_others_are_left_alone(self):
        found = compared(GDP, SHARE, growths=(Growth("gdp", 6, "%"),))
        assert latest(found.after)[0] == [2025, 2023]
        assert found.after.status[1] == found.before.status[1]

    def test_a_total_grows_from_its_latest_flow(self):
        one = series(indicator(target("total", value=20), unit="亿美元"), {2021: 2, 2022: 4})
        found = compared(one, growths=(Growth("sample", 50, "%"),))
        assert found.after.progress.now[0] == pytest.approx(2 + 4 + 6 + 9 + 13.5)

    def test_yearly_changes_are_assumed_as_such(self):
        what = indicator(target("growth", value=7), observed_as="yearly_change")
        found = compared(series(what, {2021: 6}), growths=(Growth("sample", 8, "%"),))
        assert found.after.progress.now[0] == pytest.approx(1.06 * 1.08**4)
        assert found.after.status.tolist() == ["met"]


class TestValuesAndTargets:
    def test_an_assumed_value_becomes_the_latest(self):
        found = compared(GDP, values=(Value("gdp", 2024, 2600),))
        assert latest(found.after) == ([2024], [2600])
        assert found.assumed["gdp"] == {2024}

    def test_growth_goes_on_from_an_assumed_value(self):
        found = compared(GDP, values=(Value("gdp", 2024, 2600),), growths=(Growth("gdp", 5, "%"),))
        assert found.after.progress.latest[0] == pytest.approx(2730)

    def test_another_target_in_another_year(self):
        old = GDP.indicator.targets[0]
        found = compared(GDP, targets=(OtherTarget("gdp", old, new_target(old, 3000, 0, 2027)),))
        assert found.after.cases.target.tolist() == [3000]
        assert found.after.cases.due_year.tolist() == [2027]
        assert found.before.cases.target.tolist() == [2500]
        assert found.after.progress.needed[0] == pytest.approx((3000 / 2446.9) ** (1 / 4) - 1)

    def test_a_start_from_an_earlier_year(self):
        found = compared(GDP, start=2021)
        assert latest(found.after) == ([2021], [2124.15])
        assert latest(found.before)[0] == [2023]


class TestFoundRates:
    def test_halving_the_gap(self):
        found = compared(SHARE, GDP, halve_gap=True)
        assert found.after.outlook.gap[0] == pytest.approx(found.before.outlook.gap[0] / 2)
        middle = (found.before.outlook.projected[0] + 65) / 2
        assert found.rates["share"].rate == pytest.approx((middle - 64) / 2)
        assert "gdp" not in found.rates  # nothing to halve

    def test_halving_the_gap_of_a_total(self):
        one = series(indicator(target("total", value=30), unit="亿美元"), {2021: 2, 2022: 4, 2023: 4})
        found = compared(one, halve_gap=True)
        assert found.before.outlook.gap[0] < 0
        assert found.after.outlook.gap[0] == pytest.approx(found.before.outlook.gap[0] / 2)

    def test_halving_the_gap_of_yearly_cuts(self):
        what = indicator(target("change", "<=", -20), direction="down", observed_as="yearly_change")
        found = compared(series(what, {2021: -2, 2022: -3, 2023: -2}), halve_gap=True)
        assert found.after.outlook.gap[0] == pytest.approx(found.before.outlook.gap[0] / 2)

    def test_the_best_year(self):
        found = compared(GDP, best_year=True)
        assert found.rates["gdp"].rate == pytest.approx(100 * (2124.15 / 1910.41 - 1))

    def test_the_best_year_where_less_is_better(self):
        what = indicator(target(op="<=", value=50), direction="down")
        found = compared(series(what, {2021: 95, 2022: 80, 2023: 78}, baseline=100), best_year=True)
        assert found.rates["sample"].rate == pytest.approx(100 * (80 / 95 - 1))

    def test_the_best_year_of_a_total_is_its_best_flow(self):
        what = indicator(target("total", value=20), observed_as="cumulative", unit="亿美元")
        found = compared(series(what, {2021: 3, 2022: 8, 2023: 9}), best_year=True)
        assert (found.rates["sample"].rate, found.rates["sample"].unit) == (5, "flow")
        assert found.after.progress.now[0] == 19

    def test_a_break_is_no_growth(self):
        what = indicator(target(value=300), breaks=(2022,))
        found = compared(series(what, {2021: 110, 2022: 200, 2023: 210}, baseline=100), best_year=True)
        assert found.rates["sample"].rate == pytest.approx(10)

    def test_ones_own_growth_is_kept(self):
        found = compared(GDP, best_year=True, growths=(Growth("gdp", 1, "%"),))
        assert found.rates["gdp"].rate == 1

    def test_only_what_is_asked_for(self):
        assert set(compared(GDP, SHARE, best_year=True, ids=frozenset({"share"})).rates) == {"share"}


class TestShock:
    def test_it_turns_the_assumed_growth(self):
        found = compared(GDP, growths=(Growth("gdp", 6, "%"),), shocks=(Shock("gdp", 2024, -5, "%", recover=2),))
        values = {item.year: item.value for item in found.after.cases.cases[0].series.values}
        assert values[2024] == pytest.approx(2446.9 * 1.06 * 0.95)
        assert values[2025] == pytest.approx(2446.9 * 1.06**2 * 0.975)

    def test_it_turns_the_projection(self):
        found = compared(GDP, shocks=(Shock("gdp", 2024, -5, "%"),))
        projected = found.before.outlook.projected[0]
        assert found.after.outlook.projected[0] == pytest.approx(0.95 * projected)

    def test_it_turns_yearly_changes(self):
        what = indicator(target("growth", value=7), observed_as="yearly_change")
        shocks = (Shock("sample", 2023, -10, "%", recover=1),)
        found = compared(series(what, {2021: 6, 2022: 6}), growths=(Growth("sample", 6, "%"),), shocks=shocks)
        assert found.after.progress.now[0] == pytest.approx(1.06**5)


class TestFaults:
    def test_all_are_named_at_once(self):
        rank = series(indicator(target(op="<=", value=10), id="rank", measure="rank", unit="位", direction="down"), {})
        empty, void = (series(indicator(target(), id=name), {}) for name in ("empty", "void"))
        with pytest.raises(SeveralUsageError) as caught:
            compared(
                GDP, SHARE, rank, empty, void,
                growths=(
                    Growth("gdp", 1, "points"), Growth("share", 1, "%"), Growth("rank", 1, "%"), Growth("void", 1, "%")
                ),
                values=(Value("share", 2020, 1), Value("empty", 2026, 1)),
                shocks=(
                    Shock("gdp", 2023, -5, "%"), Shock("gdp", 2024, -5, "points"), Shock("void", 2023, -5, "%"),
                    Shock("rank", 2023, -5, "%"),
                ),
            )  # fmt: skip
        assert [error.code for error in caught.value.errors] == [
            "growth_in_percent", "growth_in_points", "rank_has_no_growth", "nothing_to_grow_from",
            "assumed_year_outside", "assumed_year_outside",
            "shock_year_outside", "growth_in_percent", "rank_has_no_growth",
        ]  # fmt: skip

    def test_a_projection_is_needed_for_a_shock_alone(self):
        with pytest.raises(SeveralUsageError, match="nothing_to_shock"):
            compared(series(indicator(target()), {}, baseline=100), shocks=(Shock("sample", 2023, -5, "%"),))

    def test_no_year_is_left(self):
        one = series(indicator(target()), {2025: 140}, baseline=100)
        with pytest.raises(SeveralUsageError, match="no_year_left"):
            compared(one, growths=(Growth("sample", 5, "%"),))


@settings(max_examples=60, deadline=None)
@given(rate=st.floats(-30, 30), latest_year=st.integers(2021, 2024))
def test_growing_at_the_needed_rate_just_reaches_the_target(rate, latest_year):
    value = 100 * (1 + rate / 100)
    one = series(indicator(target(value=150)), {latest_year: value}, baseline=100)
    needed = 100 * compared(one, method="last").before.progress.needed[0]
    found = compared(one, method="last", growths=(Growth("sample", float(needed), "%"),))
    assert found.after.progress.latest[0] == pytest.approx(150)
    assert found.after.status[0] == "met"


def test_no_value_is_nan_where_nothing_can_be_said():
    one = series(indicator(target()), {})
    found = compared(one, halve_gap=True, best_year=True)
    assert found.rates == {}
    assert all(math.isnan(rates[0]) for rates in found.growth_for.values())
