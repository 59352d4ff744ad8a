"""Level targets: by rate for amounts and counts, by equal steps for shares, met or not for ranks."""

from __future__ import annotations

import math

import pytest

from builders import row, target


def test_the_published_gdp_of_2023_is_ahead():
    got = row(target(op=">", value=2500), {2021: 2124.15, 2022: 2282.9, 2023: 2446.9}, baseline=1910.41)
    assert got["required_rate"] == pytest.approx(5.527, abs=5e-4)
    assert got["actual_rate"] == pytest.approx(8.600, abs=5e-4)
    assert got["needed_rate"] == pytest.approx(1.079, abs=5e-4)
    assert got["elapsed"] == pytest.approx(0.6)
    assert got["completion"] == pytest.approx(math.log(2446.9 / 1910.41) / math.log(2500 / 1910.41))
    assert got["completion"] == pytest.approx(0.9202, abs=5e-5)
    assert (got["status"], got["rate_unit"]) == ("ahead", "%/year")
    assert (got["reason"], got["notes"]) == ((), ())
    assert (got["rule"], got["interval"]) == ("pace", 80)


def test_a_share_moves_by_points():
    got = row(target(value=65), {2023: 64}, baseline=63.9, measure="share", unit="%")
    assert got["required_rate"] == pytest.approx(0.22)
    assert got["needed_rate"] == pytest.approx(0.5)
    assert got["completion"] == pytest.approx(1 / 11)
    assert (got["status"], got["rate_unit"], got["gap_percent"]) == ("off_track", "points/year", None)


@pytest.mark.parametrize(
    ("latest", "status"),
    [(130.0, "ahead"), (120.0, "on_track"), (115.0, "behind"), (101.0, "off_track"), (99.0, "reversing")],
)
def test_the_pace_decides_between_start_and_goal(latest, status):
    assert row(target(), {2022: latest}, baseline=100, measure="index", unit="点")["status"] == status


def test_exactly_on_the_pathway_is_on_track():
    got = row(target(value=100 * 1.1**5), {2022: 100 * 1.1**2}, baseline=100)
    assert got["pace"] == pytest.approx(1)
    assert got["status"] == "on_track"


def test_a_target_may_be_met_before_its_year():
    got = row(target(), {2022: 151}, baseline=100)
    assert (got["status"], got["arrival_year"]) == ("met", 2022)
    assert got["needed_rate"] < 0


def test_the_comparator_is_strict_where_the_plan_is():
    assert row(target(op=">"), {2024: 150}, baseline=100)["status"] != "met"
    assert row(target(op=">="), {2024: 150}, baseline=100)["status"] == "met"


@pytest.mark.parametrize(
    ("latest", "status"),
    [(150, "met"), (149, "behind"), (130, "behind"), (110, "off_track"), (100, "off_track"), (90, "reversing")],
)
def test_in_the_target_year_a_target_is_met_or_missed(latest, status):
    got = row(target(), {2025: latest}, baseline=100, measure="index", unit="点")
    assert got["status"] == status
    assert got["needed_rate"] is None
    assert "target_year_observed" in got["reason"]
    assert (got["projected"], got["method"], got["gap"]) == (latest, "observed", latest - 150)


def test_observations_after_the_target_year_are_not_used():
    got = row(target(year=2023), {2023: 140, 2024: 160}, baseline=100)
    assert (got["latest_year"], got["latest"], got["status"]) == (2023, 140, "behind")


def test_only_an_equality_is_compared_after_rounding():
    near = {2025: 19.98}
    assert row(target(op="=", value=20), near, baseline=10, measure="index", unit="点")["status"] == "met"
    got = row(target(op=">=", value=20), near, baseline=10, measure="index", unit="点")
    assert got["status"] == "behind"
    assert "rounds_to_target" in got["notes"]


def test_an_approximate_target_holds_within_its_tolerance():
    assert row(target(op="~", value=100), {2025: 95.1}, baseline=50)["status"] == "met"
    assert row(target(op="~", value=100), {2025: 94.9}, baseline=50)["status"] == "behind"
    assert row(target(op="~", value=100, tolerance=10.0), {2025: 90.5}, baseline=50)["status"] == "met"


def test_a_range_is_judged_by_the_end_that_is_reached_first():
    got = row(target(value=7, value_high=8.0), {2023: 7}, baseline=2, measure="count", unit="个")
    assert (got["status"], got["target"], got["target_high"]) == ("met", 7, 8)


def test_a_falling_target_mirrors_a_rising_one():
    plain = {"measure": "index", "unit": "点", "options": {"method": "linear"}}
    up = row(target(value=150), {2022: 115}, baseline=100, **plain)
    down = row(target(op="<=", value=-150), {2022: -115}, baseline=-100, direction="down", **plain)
    assert up["status"] == down["status"]
    assert up["completion"] == pytest.approx(down["completion"])
    assert up["gap"] == pytest.approx(down["gap"])


class TestAlreadySatisfiedAtTheBaseline:
    def test_a_floor_is_met_while_it_holds(self):
        got = row(target(op=">=", value=120), {2022: 121.5}, baseline=122, unit="万公顷")
        assert (got["status"], got["completion"], got["pace"]) == ("met", None, None)
        assert "met_at_baseline" in got["reason"]
        assert "met_but_worsening" in got["notes"]

    def test_a_broken_floor_is_reversing(self):
        assert row(target(op=">=", value=120), {2022: 119}, baseline=122)["status"] == "reversing"
        assert row(target(op=">=", value=120), {2025: 119}, baseline=122)["status"] == "reversing"

    def test_a_cap_above_the_base(self):
        cap = {"measure": "rate", "unit": "%", "direction": "down"}
        assert row(target(op="<=", value=5), {2022: 4.4}, baseline=4.2, **cap)["status"] == "met"
        assert row(target(op="<=", value=5), {2022: 5.1}, baseline=4.2, **cap)["status"] == "reversing"

    def test_a_baseline_is_not_rounded_up_to_the_target(self):
        got = row(target(op="=", value=9), {2022: 8.6}, baseline=8.5, unit="年")
        assert "met_at_baseline" not in got["reason"]


class TestUndefined:
    def test_target_equal_to_base(self):
        got = row(target(op=">", value=100), {2022: 100}, baseline=100)
        assert (got["status"], got["completion"]) == ("undetermined", None)
        assert "target_equals_baseline" in got["reason"]
        assert row(target(op=">", value=100), {2022: 101}, baseline=100)["status"] == "met"

    @pytest.mark.parametrize(("baseline", "latest"), [(0, 5), (-3, 5), (10, 0), (10, -1)])
    def test_zero_and_negative_under_compounding(self, baseline, latest):
        got = row(target(value=15), {2022: latest}, baseline=baseline, measure="count", unit="个")
        assert (got["status"], got["completion"]) == ("undetermined", None)
        assert "non_positive" in got["reason"]

    def test_zero_and_negative_shares_are_ordinary(self):
        got = row(target(value=10), {2022: 4}, baseline=0, measure="share", unit="%")
        assert got["completion"] == pytest.approx(0.4)

    def test_no_baseline_still_says_what_is_needed(self):
        got = row(target(), {2023: 120})
        assert (got["status"], got["required_rate"], got["completion"]) == ("undetermined", None, None)
        assert got["needed_rate"] == pytest.approx(100 * ((150 / 120) ** 0.5 - 1))
        assert "no_baseline" in got["reason"]

    def test_no_observation(self):
        got = row(target(), {}, baseline=100)
        assert (got["status"], got["latest"], got["elapsed"]) == ("no_data", None, None)
        assert got["reason"][0] == "no_actual"

    def test_a_break_between_base_and_latest(self):
        plain = {"method": "cagr"}
        got = row(target(), {2021: 110, 2023: 130, 2024: 135}, baseline=100, breaks=(2023,), options=plain)
        assert (got["actual_rate"], got["completion"], got["status"]) == (None, None, "undetermined")
        assert "break_in_series" in got["reason"]
        assert got["needed_rate"] == pytest.approx(100 * (150 / 135 - 1))
        assert got["projected"] == pytest.approx(135 * 135 / 130)

    def test_a_break_cuts_off_the_baseline_of_a_share_too(self):
        got = row(target(value=60), {2021: 51, 2023: 55}, baseline=50, breaks=(2022,), measure="share", unit="%")
        assert (got["actual_rate"], got["completion"], got["status"]) == (None, None, "undetermined")
        assert "break_in_series" in got["reason"]

    def test_a_break_before_the_base_is_harmless(self):
        got = row(target(), {2016: 500, 2022: 120}, baseline=100, breaks=(2018,))
        assert got["actual_rate"] == pytest.approx(100 * (1.2**0.5 - 1))

    def test_a_missed_target_year_is_a_miss_even_where_completion_is_undefined(self):
        assert row(target(), {2025: 120})["status"] == "off_track"


class TestRank:
    def test_met_pending_and_missed(self):
        rank = {"measure": "rank", "unit": "位", "direction": "down"}
        assert row(target(op="<=", value=10), {2022: 9}, baseline=14, **rank)["status"] == "met"
        got = row(target(op="<=", value=10), {2022: 12}, baseline=14, **rank)
        assert (got["status"], got["gap"], got["projected"], got["required_rate"]) == ("pending", -2, None, None)
        assert "rank_has_no_rate" in got["reason"]
        assert row(target(op="<=", value=10), {2025: 12}, baseline=14, **rank)["status"] == "off_track"
