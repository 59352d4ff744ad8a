"""Reasons: why something in a row is undefined, most upstream first, and nothing where all is defined."""

from __future__ import annotations

import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.plan.model import PrintedGrowth

SHARE = {"measure": "share", "unit": "%"}
YEARLY = {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}
GROWING = {2021: 108.0, 2022: 117.0, 2023: 126.0}


def reasons(*arguments, **fields):
    return row(*arguments, **fields)["reason"]


@pytest.mark.parametrize("fields", [{}, SHARE])
def test_without_a_baseline_nothing_can_be_required_of_a_level(fields):
    assert reasons(target(value=60), {}, **fields) == ("no_actual", "no_baseline")
    assert "no_baseline" not in reasons(target(value=60), {2021: 51}, baseline=50, **fields)


@pytest.mark.parametrize("form", ["change", "points"])
def test_a_change_is_required_of_nothing_and_done_from_something(form):
    assert reasons(target(form, value=5), {}) == ("no_actual",)
    assert "no_baseline" in reasons(target(form, value=5), {2021: 51})
    assert "no_baseline" not in reasons(target(form, value=5), {2021: 1}, **YEARLY)


def test_forms_without_a_rate_say_so():
    cap = {"measure": "rate", "unit": "%", "direction": "down"}
    assert "every_year_has_no_rate" in reasons(target("every_year", "<=", 3.5), {2021: 3.0}, **cap)
    assert "milestone_has_no_rate" in reasons(target("milestone", value=1), {2021: 0})
    rank = reasons(target(op="<=", value=10), {2021: 12}, measure="rank", unit="位", direction="down")
    assert ("rank_has_no_rate" in rank, "milestone_has_no_rate" in rank) == (True, False)
    for what in (target(), target("growth", value=7), target("total", value=900)):
        assert not {"every_year_has_no_rate", "milestone_has_no_rate", "rank_has_no_rate"} & set(
            reasons(what, GROWING, baseline=100)
        )


@pytest.mark.parametrize(
    ("baseline", "value", "equal"),
    [
        (100, 100, True),
        (100, 100 * (1 + 1e-10), True),
        (100, 100.001, False),
        (1e-6, 2e-6, False),
        (1e12, 1.1e12, False),
    ],
)
def test_a_target_is_equal_to_its_baseline_to_within_the_precision_of_numbers(baseline, value, equal):
    found = reasons(target(op=">", value=value), {2021: baseline / 2}, baseline=baseline)
    assert ("target_equals_baseline" in found) == equal


def test_nought_is_equal_to_nought():
    assert "target_equals_baseline" in reasons(target(op=">", value=0), {2021: -1}, baseline=0, **SHARE)


@pytest.mark.parametrize(
    ("what", "values", "fields", "said"),
    [
        (target(value=60), {2021: 51}, {"baseline": 0.0}, True),
        (target(value=60), {2021: 0}, {"baseline": 50.0}, True),
        (target(value=60), {2021: 0}, {"baseline": 0.0, **SHARE}, False),
        (target(value=-150), {2021: -120}, {"baseline": -200.0, "measure": "index", "unit": "点"}, False),
        (target("change", value=5), {2021: 0}, {"baseline": 50.0}, True),
        (target("change", value=5), {2021: 0}, YEARLY, False),
        (target("points", value=5), {2021: -1}, YEARLY, False),
        (target("points", value=5), {2021: -100}, YEARLY, False),
        (target("growth", value=5), {2021: -100}, YEARLY, True),
        (target("growth", value=5), {2020: -100, 2021: 5}, YEARLY, False),
        (target("total", value=5), {2021: 0}, {"baseline": 0.0}, False),
    ],
)
def test_a_compound_rate_needs_positive_values(what, values, fields, said):
    assert ("non_positive" in reasons(what, values, **fields)) == said


def test_a_goal_that_leaves_nothing_has_no_rate():
    assert "target_not_positive" in reasons(target("change", "<=", -100), {2021: -5}, direction="down", **YEARLY)
    assert "target_not_positive" not in reasons(target("change", "<=", -99), {2021: -5}, direction="down", **YEARLY)
    assert "target_not_positive" not in reasons(
        target(op="<=", value=0), {2021: 5}, baseline=9, direction="down", **SHARE
    )


def test_what_cannot_be_projected_says_why():
    assert reasons(target(), GROWING, baseline=100) == ()
    printed = PrintedGrowth(7.0, 2016, 2020)
    assert reasons(target(), {}, baseline=100, growth=printed, measure="count") == (
        "no_actual",
        "interval_not_calibrated",
    )
    assert reasons(target(), {2022: 120}) == ("no_baseline", "one_point")
    assert "no_projection" in reasons(target("change", value=5), {2021: -100, 2022: 5}, **YEARLY)
    assert "one_point" not in reasons(target(), {2021: 105}, growth=printed, measure="count")
    assert "one_point" not in reasons(target("change", value=5), {2021: -100, 2022: 5, 2023: 5}, **YEARLY)
    assert "no_projection" in reasons(target("change", value=5), {2021: -100, 2022: 5, 2023: 5}, **YEARLY)
    done = reasons(target(), GROWING | {2025: 140.0}, baseline=100, options={"method": "cagr"})
    assert done == ("target_year_observed",)
    assert reasons(target(), {2025: 140.0}) == ("no_baseline", "target_year_observed")


def test_a_figure_in_another_unit_comes_first():
    one = series(indicator(target()), {}, baseline=100)._replace(reasons=("unit_mismatch",))
    assert judged(one).reasons == [("unit_mismatch", "no_actual")]
