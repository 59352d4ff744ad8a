"""Growth, change, points, total, every-year and milestone targets: each with its own arithmetic."""

from __future__ import annotations

import math

import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.plan.model import PrintedGrowth

TOTAL = {"unit": "亿美元"}
CAP = {"measure": "rate", "unit": "%", "direction": "down"}
POINTS = {"observed_as": "yearly_change", "measure": "share", "unit": "%"}
YEARLY = {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}


class TestGrowth:
    def test_completion_and_needed_compound(self):
        got = row(target("growth", value=7), {2021: 7.8, 2022: 4.5, 2023: 6}, **YEARLY)
        done = 1.078 * 1.045 * 1.06
        assert got["required_rate"] == pytest.approx(7)
        assert got["actual_rate"] == pytest.approx(100 * (done ** (1 / 3) - 1))
        assert got["needed_rate"] == pytest.approx(100 * ((1.07**5 / done) ** 0.5 - 1))
        assert (got["target_unit"], got["rate_unit"], got["status"]) == ("%", "%/year", "behind")

    def test_an_average_is_met_only_at_the_end(self):
        fast = dict.fromkeys(range(2021, 2025), 9.0)
        assert row(target("growth", value=7), fast, **YEARLY)["status"] == "ahead"
        assert row(target("growth", value=7), fast | {2025: 7.0}, **YEARLY)["status"] == "met"
        assert row(target("growth", value=7), dict.fromkeys(range(2021, 2026), 6.9), **YEARLY)["status"] == "behind"

    @pytest.mark.parametrize(
        ("yearly", "so_far", "in_the_end"), [(-1, "on_track", "met"), (-3, "reversing", "reversing")]
    )
    def test_a_floor_under_growth_is_kept_so_far_and_met_at_the_end(self, yearly, so_far, in_the_end):
        for last, status in ((2021, so_far), (2024, so_far), (2025, in_the_end)):
            values = dict.fromkeys(range(2021, last + 1), yearly)
            assert row(target("growth", value=-2), values, **YEARLY)["status"] == status
        levels = {2021: 100 + yearly}
        assert row(target("growth", value=-2), levels, baseline=100)["status"] == so_far

    def test_a_missing_year_breaks_the_chain(self):
        got = row(target("growth", value=7), {2021: 7.8, 2023: 6}, **YEARLY)
        assert (got["status"], got["completion"], got["needed_rate"]) == ("undetermined", None, None)
        assert "missing_year" in got["reason"]
        late = row(target("growth", value=7), {2021: 7.8, 2025: 6}, **YEARLY)
        assert late["status"] == "undetermined"

    def test_from_levels_missing_years_do_not_matter(self):
        got = row(target("growth", value=10), {2023: 100 * 1.1**3}, baseline=100, basis="constant_prices")
        assert got["completion"] == pytest.approx(0.6)
        assert "missing_year" not in got["reason"]
        assert got["target_level"] == pytest.approx(100 * 1.1**5)
        assert got["status"] == "on_track"

    def test_growth_below_zero_is_an_average_like_any(self):
        fall = {"direction": "down", "options": {"method": "cagr"}}
        got = row(target("growth", "<=", -4), {2021: 95, 2022: 90.25}, baseline=100, **fall)
        assert (got["projected"], got["gap"]) == (pytest.approx(-5), pytest.approx(1))
        assert row(target("growth", "<=", -4), {2024: 60, 2025: 0}, baseline=100, **fall)["status"] != "met"

    def test_projection_and_gap_are_average_growth(self):
        got = row(target("growth", value=7), {2021: 6, 2022: 6, 2023: 6}, options={"method": "cagr"}, **YEARLY)
        assert got["projected"] == pytest.approx(6)
        assert got["gap"] == pytest.approx(-1)


class TestChange:
    def test_the_official_arithmetic_of_energy_intensity(self):
        got = row(target("change", "<=", -17), {2021: 1.51, 2022: -2.20, 2023: -4.18}, direction="down", **YEARLY)
        assert got["completion"] == pytest.approx(0.268, abs=5e-4)
        assert got["needed_rate"] == pytest.approx(-6.59, abs=5e-3)
        assert got["required_rate"] == pytest.approx(100 * (0.83**0.2 - 1))
        assert got["status"] == "off_track"

    def test_percentages_are_never_added(self):
        after_four = -15.61
        yearly = 100 * ((1 + after_four / 100) ** 0.25 - 1)
        got = row(target("change", "<=", -20), dict.fromkeys(range(2021, 2025), yearly), direction="down", **YEARLY)
        assert got["needed_rate"] == pytest.approx(-5.20, abs=5e-3)

    def test_two_percent_a_year_is_not_ten_in_five(self):
        got = row(target("change", "<=", -10), dict.fromkeys(range(2021, 2026), -2), direction="down", **YEARLY)
        assert got["projected"] == pytest.approx(100 * (0.98**5 - 1))
        assert got["status"] == "behind"

    def test_from_levels(self):
        got = row(target("change", "<=", -10), {2023: 95}, baseline=100, direction="down", unit="万吨")
        assert got["target_level"] == pytest.approx(90)
        assert got["gap"] == pytest.approx(got["projected"] * -1 - 10)

    def test_about_twenty_percent_counts_nineteen_point_one_as_met(self):
        got = row(target("change", "~", -20), {2025: 80.9}, baseline=100, direction="down", unit="万吨")
        assert got["status"] == "met"

    def test_more_than_doubling_in_a_year_chains_like_any_growth(self):
        got = row(target("change", value=300), {2021: 150, 2022: 20}, **YEARLY)
        assert got["actual_rate"] == pytest.approx(100 * (3**0.5 - 1))

    @pytest.mark.parametrize(("baseline", "status"), [(0, "undetermined"), (-1, "undetermined"), (0.5, "met")])
    def test_a_share_of_what_was_there_needs_something_that_was(self, baseline, status):
        got = row(target("change", value=20), {2021: 0.7, 2022: 0.8}, baseline=baseline)
        assert got["status"] == status
        assert ("non_positive" in got["reason"]) == (status == "undetermined")
        assert (got["projected"] is None) == (status == "undetermined")
        progress = judged(series(indicator(target("change", value=20)), {2021: 0.7}, baseline=baseline)).progress
        assert math.isnan(progress.now[0]) == (status == "undetermined")

    def test_a_fall_by_all_there_is_cannot_be_chained(self):
        got = row(target("change", "<=", -20), {2021: -100, 2022: 5}, direction="down", **YEARLY)
        assert (got["status"], got["completion"], got["projected"]) == ("undetermined", None, None)
        assert "non_positive" in got["reason"]
        last = row(target("change", "<=", -20), {2020: 3, 2021: 3, 2022: -100}, direction="down", **YEARLY)
        assert (last["projected"], "one_point" in last["reason"]) == (None, True)
        nearly = row(target("change", "<=", -20), {2021: -99, 2022: 5}, direction="down", **YEARLY)
        assert (nearly["status"], nearly["projected"] < -90) == ("met", True)
        assert "non_positive" not in nearly["reason"]

    def test_required_needs_no_baseline(self):
        assert row(target("change", "<=", -20), {}, direction="down")["required_rate"] == pytest.approx(
            100 * (0.8**0.2 - 1)
        )


class TestPoints:
    def test_from_levels(self):
        got = row(target("points", value=5), {2023: 33}, baseline=30, measure="share", unit="%")
        assert (got["required_rate"], got["completion"]) == (pytest.approx(1), pytest.approx(0.6))
        assert (got["target_level"], got["target_unit"], got["status"]) == (35, "points", "on_track")

    def test_required_without_a_baseline(self):
        got = row(target("points", value=5), {}, measure="share", unit="%")
        assert got["required_rate"] == pytest.approx(1)
        assert "no_baseline" not in got["reason"]

    def test_from_yearly_points(self):
        got = row(
            target("points", value=5), {2021: 1, 2022: 0.5}, observed_as="yearly_change", measure="share", unit="%"
        )
        assert got["completion"] == pytest.approx(0.3)
        assert got["needed_rate"] == pytest.approx(3.5 / 3)


class TestTotal:
    def test_plain_share_of_the_sum(self):
        got = row(target("total", ">", 20), {2021: 3.6, 2022: 4.4}, previous_total=14.2, **TOTAL)
        assert got["required_rate"] == pytest.approx(4)
        assert got["completion"] == pytest.approx(0.4)
        assert got["needed_rate"] == pytest.approx(4)
        assert (got["rate_unit"], got["status"]) == ("亿美元/year", "on_track")
        assert got["required_growth"] == pytest.approx(100 * ((20 / 14.2) ** 0.2 - 1))

    def test_growth_that_a_base_flow_needs(self):
        got = row(target("total", ">=", 100 * sum(1.05**k for k in range(1, 6))), {}, baseline=100, **TOTAL)
        assert got["required_growth"] == pytest.approx(5)

    def test_a_missing_year_is_never_guessed(self):
        got = row(target("total", ">", 30), {2022: 12}, unit="所", measure="count")
        assert (got["status"], got["completion"], got["needed_rate"]) == ("undetermined", None, None)
        assert "missing_year" in got["reason"]

    def test_a_sum_that_suffices_is_met_whatever_is_missing(self):
        assert row(target("total", ">", 30), {2022: 31}, unit="所", measure="count")["status"] == "met"

    def test_published_as_a_running_total(self):
        got = row(target("total", ">=", 10), {2022: 5.0}, observed_as="cumulative", unit="万人", measure="count")
        assert got["completion"] == pytest.approx(0.5)
        assert got["status"] == "ahead"

    def test_a_capped_sum_is_kept_until_it_is_broken(self):
        cap = {"direction": "down", "unit": "万吨"}
        assert row(target("total", "<=", 100), {2021: 30, 2022: 30}, **cap)["status"] == "met"
        assert row(target("total", "<=", 100), {2021: 60, 2022: 60}, **cap)["status"] == "reversing"

    def test_a_three_year_period_has_its_own_base_year(self):
        got = row(target("total", ">=", 200, year=2023, start=2021), {2021: 80}, unit="名", measure="count")
        assert got["baseline_year"] == 2020
        assert got["elapsed"] == pytest.approx(1 / 3)
        assert got["needed_rate"] == pytest.approx(60)


class TestEveryYear:
    @pytest.mark.parametrize(
        ("values", "status", "completion"),
        [
            ({2021: 3.1, 2022: 3.5}, "on_track", 1.0),
            ({2021: 3.6, 2022: 3.5}, "behind", 0.5),
            ({2021: 3.1, 2022: 3.6}, "off_track", 0.5),
            (dict.fromkeys(range(2021, 2026), 3.5), "met", 1.0),
            ({2021: 3.1, 2025: 3.1}, "on_track", 1.0),
            ({**dict.fromkeys(range(2021, 2026), 3.5), 2023: 3.6}, "behind", 0.8),
        ],
    )
    def test_judged_by_the_years_in_which_it_held(self, values, status, completion):
        got = row(target("every_year", "<=", 3.5), values, baseline=2.0, **CAP)
        assert (got["status"], got["completion"], got["pace"]) == (status, completion, None)
        assert got["rate_unit"] is None

    def test_the_bound_is_what_is_required(self):
        got = row(target("every_year", "<=", 3.5), {2022: 3.0}, **CAP)
        assert (got["required_rate"], got["needed_rate"], got["actual_rate"]) == (3.5, 3.5, None)
        assert row(target("every_year", "<=", 3.5), {2024: 3.0}, **CAP)["needed_rate"] == 3.5
        assert row(target("every_year", "<=", 3.5), {2025: 3.0}, **CAP)["needed_rate"] is None

    def test_only_observed_years_of_the_period_count_as_kept(self):
        bounds = indicator(target("every_year", "<=", 3.5), **CAP), indicator(target(value=3.5), **CAP)
        progress = judged(*(series(what, {2021: 3.1, 2022: 3.6}, baseline=2.0) for what in bounds)).progress
        assert progress.held.sum(axis=1).tolist() == [1, 0]


class TestMilestone:
    def test_met_pending_missed(self):
        firms = {"measure": "count", "unit": "家"}
        assert row(target("milestone", value=1), {2023: 1}, baseline=0, **firms)["status"] == "met"
        got = row(target("milestone", value=1), {2023: 0}, baseline=0, **firms)
        assert (got["status"], got["required_rate"], got["needed_rate"]) == ("pending", None, None)
        assert (got["actual_rate"], got["projected"]) == (None, None)
        assert "milestone_has_no_rate" in got["reason"]
        assert row(target("milestone", value=1), {2025: 0}, baseline=0, **firms)["status"] == "off_track"


class TestBreak:
    """A break in the series takes away what is counted from before it, and nothing else."""

    @pytest.mark.parametrize(
        ("what", "fields"),
        [
            (target("change", "<=", -10), {"direction": "down"}),
            (target("points", value=10), {"measure": "share", "unit": "%"}),
            (target("total", value=300), {}),
        ],
        ids=["change", "points", "total"],
    )
    def test_what_is_counted_from_the_start_is_lost(self, what, fields):
        values = {2021: 55.0, 2022: 60.0, 2023: 66.0}
        got = row(what, values, baseline=50, breaks=(2022,), **fields)
        assert got["status"] == "undetermined"
        for name in ("completion", "actual_rate", "needed_rate", "projected", "projected_low", "gap", "probability"):
            assert got[name] is None, name
        assert "break_in_series" in got["reason"]

    def test_a_break_in_the_base_year_takes_nothing_from_what_follows(self):
        values = {2018: 10.0, 2021: 55.0, 2022: 60.0, 2023: 66.0}
        broken, whole = (row(target("change", value=50), values | {2018: start}, baseline=50, breaks=breaks)
                         for start, breaks in ((10.0, (2020,)), (48.0, ())))  # fmt: skip
        assert "break_in_series" not in broken["reason"]
        assert broken["completion"] == whole["completion"]
        assert broken["projected"] is not None

    def test_flows_after_a_break_in_the_first_year_all_count(self):
        values = {2021: 55.0, 2022: 60.0}
        broken, whole = (row(target("total", value=300), values, breaks=breaks) for breaks in ((2021,), ()))
        assert "break_in_series" not in broken["reason"]
        assert (broken["completion"], broken["needed_rate"]) == (whole["completion"], whole["needed_rate"])

    def test_yearly_changes_compare_with_the_year_before_whatever_the_basis_was(self):
        values = {2021: 6.0, 2022: 7.0}
        broken, whole = (row(target("growth", value=7), values, breaks=b, **YEARLY) for b in ((2022,), ()))
        assert broken["completion"] == whole["completion"]
        assert "break_in_series" not in broken["reason"]


class TestProjection:
    def test_one_point_carries_printed_growth_on_its_own_basis(self):
        same = PrintedGrowth(7.0, 2016, 2020, "current_prices")
        got = row(target(), {}, baseline=100, growth=same, basis="current_prices")
        assert (got["method"], got["projected"]) == ("printed_growth", pytest.approx(100 * 1.07**5))

    def test_one_point_refuses_growth_on_another_basis(self):
        other = PrintedGrowth(7.0, 2016, 2020, "constant_prices")
        got = row(target(), {}, baseline=100, growth=other, basis="current_prices")
        assert got["projected"] is None
        assert "basis_differs" in got["reason"]

    def test_prices_play_no_part_in_counts(self):
        got = row(target(), {}, baseline=100, growth=PrintedGrowth(7.0, 2016, 2020), measure="count", unit="家")
        assert got["method"] == "printed_growth"

    def test_one_point_alone_leads_nowhere(self):
        got = row(target(), {2022: 120})
        assert (got["projected"], got["method"]) == (None, None)
        assert "one_point" in got["reason"]
        assert row(target(), {}, baseline=100)["reason"] == ("no_actual",)

    def test_a_share_never_leaves_its_bounds(self):
        got = row(target(value=100), {2022: 96, 2023: 99}, baseline=90, measure="share", unit="%")
        assert 99 <= got["projected"] <= 100


class TestChance:
    """Chances come from the calibrated distribution; they are open while years remain."""

    def test_a_level_nearer_to_its_target_is_likelier(self):
        near, far = (row(target(value=v), {2021: 108, 2022: 117, 2023: 126}, baseline=100) for v in (130, 170))
        assert 0 < far["probability"] < 0.5 < near["probability"] < 1
        assert near["projected_low"] < near["projected"] < near["projected_high"]
        assert (near["interval"], near["method"]) == (80, "calibrated")

    def test_a_wider_interval_holds_a_narrower_one(self):
        values = {2021: 108, 2022: 117, 2023: 126}
        wide, narrow = (row(target(), values, baseline=100, options={"interval": i}) for i in (90, 50))
        assert wide["projected_low"] < narrow["projected_low"] < narrow["projected_high"] < wide["projected_high"]

    def test_the_flows_of_a_total_are_added_up(self):
        got = row(target("total", ">", 20), {2021: 3.6, 2022: 4.4, 2023: 4.2}, unit="亿美元")
        assert got["projected_low"] < got["projected"] < got["projected_high"]
        assert got["projected_low"] > 12.2
        assert 0.5 < got["probability"] < 1

    def test_a_bound_is_to_hold_in_every_remaining_year(self):
        values = {2021: 3.2, 2022: 3.4, 2023: 3.1}
        near, far = (row(target("every_year", "<=", v), values, **CAP)["probability"] for v in (3.45, 6.0))
        assert 0 < near < far < 1

    def test_growth_and_change_are_read_from_the_chained_index(self):
        values = {2021: 7.8, 2022: 4.5, 2023: 6}
        easy, hard = (row(target("growth", value=v), values, **YEARLY)["probability"] for v in (4, 8))
        assert 0 < hard < 0.5 < easy < 1

    def test_none_once_the_target_year_is_observed(self):
        got = row(target(), {2024: 140, 2025: 149}, baseline=100)
        assert (got["probability"], got["projected_low"], got["interval"]) == (None, None, None)

    def test_a_floor_that_is_likely_to_break_says_so(self):
        got = row(target(value=100), {2021: 122, 2022: 111, 2023: 101}, baseline=132)
        assert got["status"] == "met"
        assert "pace_and_projection_differ" in got["notes"]
