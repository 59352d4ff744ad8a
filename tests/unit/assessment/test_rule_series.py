"""The series that a published rule sees: the level itself, an index of 100 in the base year, or points from a level."""

from __future__ import annotations

import numpy as np
import pytest

from builders import INFO, indicator, series, target
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.assessment.progress import measure_progress
from lixia_kpi.assessment.rule_series import rule_series

SHARE = {"measure": "share", "unit": "%"}
CHANGES = {"observed_as": "yearly_change"}
NONE = np.nan


def seen(what, values, *, baseline=None, **fields):
    """The series as {year: value}, and its target, limit, measure, whether it accumulates, and reason."""
    cases = build_cases([series(indicator(what, **fields), values, baseline=baseline)], INFO)
    found = rule_series(cases, measure_progress(cases))
    known = zip(cases.years.tolist(), found.values[0].tolist(), strict=True)
    rest = (found.target[0], found.limit[0], found.measure[0], found.accumulated[0], found.reason[0])
    return {year: value for year, value in known if not np.isnan(value)}, rest


def same(found, values, rest):
    assert found[0] == pytest.approx(values)
    assert list(found[1][:2]) == pytest.approx(list(rest[:2]), nan_ok=True)
    assert found[1][2:] == rest[2:]


def test_a_level_is_seen_as_it_is():
    found = seen(target(value=150), {2018: 80.0, 2021: 110.0}, baseline=100.0)
    same(found, {2018: 80, 2020: 100, 2021: 110}, (150, NONE, "amount", False, ""))


def test_a_share_has_its_natural_limit():
    found = seen(target(value=60), {2021: 51.0}, baseline=50.0, **SHARE)
    same(found, {2020: 50, 2021: 51}, (60, 100, "share", False, ""))
    per_mille = seen(target(value=60), {2021: 51.0}, baseline=50.0, measure="share", unit="‰")
    same(per_mille, {2020: 50, 2021: 51}, (60, 1000, "share", False, ""))


@pytest.mark.parametrize(("form", "goal"), [("change", 120), ("growth", 100 * 1.2**5)])
def test_a_change_is_seen_as_an_index_of_the_level(form, goal):
    found = seen(target(form, value=20), {2018: 45.0, 2021: 55.0, 2022: 60.0}, baseline=50.0, **SHARE)
    same(found, {2018: 90, 2020: 100, 2021: 110, 2022: 120}, (goal, NONE, "index", False, ""))


def test_yearly_changes_chain_forward_and_back_from_the_base_year():
    found = seen(target("change", value=20), {2019: 10.0, 2020: 25.0, 2021: 10.0, 2022: -50.0}, **CHANGES)
    same(found, {2019: 80, 2020: 100, 2021: 110, 2022: 55}, (120, NONE, "index", False, ""))


def test_what_is_missing_before_the_base_year_ends_the_way_back():
    found = seen(target("change", value=20), {2016: 3.0, 2018: 5.0, 2019: 10.0, 2020: 25.0, 2021: 10.0}, **CHANGES)
    same(found, {2017: 100 / (1.05 * 1.1 * 1.25), 2018: 100 / 1.375, 2019: 80, 2020: 100, 2021: 110},
         (120, NONE, "index", False, ""))  # fmt: skip


def test_points_rise_from_the_level():
    found = seen(target("points", value=5), {2018: 28.0, 2021: 31.0}, baseline=30.0, **SHARE)
    same(found, {2018: 28, 2020: 30, 2021: 31}, (35, 100, "share", False, ""))


def test_yearly_points_add_up_from_the_level_beside_them():
    points = {2019: 1.0, 2020: 2.0, 2021: 1.0, 2022: 0.5}
    found = seen(target("points", value=5), points, baseline=30.0, **SHARE, **CHANGES)
    same(found, {2019: 28, 2020: 30, 2021: 31, 2022: 31.5}, (35, 100, "share", False, ""))


def test_yearly_points_without_a_level_add_up_from_nothing():
    found = seen(target("points", value=5), {2020: 2.0, 2021: 1.0, 2022: 0.5}, **SHARE, **CHANGES)
    same(found, {2020: 0, 2021: 1, 2022: 1.5}, (5, NONE, "index", True, ""))


def test_values_before_a_break_are_left_out_and_changes_are_not():
    levels = seen(target(value=150), {2018: 80.0, 2021: 110.0, 2023: 130.0}, baseline=100.0, breaks=(2021,))
    assert levels[0] == {2021: 110, 2023: 130}
    changes = seen(target("change", value=20), {2020: 25.0, 2021: 10.0}, breaks=(2021,), **CHANGES)
    assert changes[0] == pytest.approx({2020: 100, 2021: 110})
    assert changes[1][4] == ""


@pytest.mark.parametrize(
    ("what", "values", "fields", "reason"),
    [
        (target("change", "<=", -100), {2021: -5.0}, CHANGES, "target_not_positive"),
        (target("change", "<=", -99.5), {2021: -5.0}, CHANGES, ""),
        (target("change", value=20), {2021: 0.6}, {"baseline": 0.5}, ""),
        (target("change", value=20), {2021: 110.0}, {}, "no_baseline"),
        (target("change", value=20), {2021: 110.0}, {"baseline": 0.0}, "non_positive"),
        (target("points", value=20), {2021: 110.0}, {}, "no_baseline"),
        (target("points", value=20), {2021: 110.0}, {"baseline": 0.0}, ""),
        (target(value=20), {2021: 110.0}, {"baseline": 0.0}, ""),
        (
            target("change", value=20),
            {2021: 110.0, 2022: 50.0},
            {"baseline": 100.0, "breaks": (2022,)},
            "break_in_series",
        ),
        (target(value=20), {2021: 110.0, 2022: 50.0}, {"baseline": 100.0, "breaks": (2022,)}, ""),
        (target("change", value=20), {2021: 4.0, 2023: 5.0}, CHANGES, "missing_year"),
        (target("change", value=20), {2021: -100.0}, CHANGES, "non_positive"),
        (target("change", value=20), {2021: -99.5}, CHANGES, ""),
        (target("points", value=20), {2021: -100.0}, CHANGES, ""),
        (target("milestone", value=20), {2021: 10.0}, {}, "milestone_has_no_rate"),
        (target(value=20), {}, {}, "no_actual"),
    ],
)
def test_what_has_no_series_says_why(what, values, fields, reason):
    baseline = fields.get("baseline")
    others = {name: value for name, value in fields.items() if name != "baseline"}
    assert seen(what, values, baseline=baseline, **others)[1][4] == reason
