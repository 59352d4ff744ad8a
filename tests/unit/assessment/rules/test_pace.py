"""The tool's own rule on arrays agrees with the rows of a plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import row, target
from lixia_kpi.assessment.rules import assess

values = st.floats(0.5, 300).map(lambda x: round(x, 2))


@settings(max_examples=150)
@given(
    baseline=values,
    actuals=st.dictionaries(st.integers(2021, 2025), values, max_size=4),
    goal=values,
    direction=st.sampled_from(["up", "down"]),
    measure=st.sampled_from(["amount", "count", "share", "index"]),
)
def test_it_gives_the_status_and_pace_of_the_gap_table(baseline, actuals, goal, direction, measure):
    op = ">=" if direction == "up" else "<="
    unit = "%" if measure == "share" else "个"
    goal, baseline = (min(goal, 100), min(baseline, 100)) if measure == "share" else (goal, baseline)
    actuals = {year: min(v, 100) if measure == "share" else v for year, v in actuals.items()}
    wanted = row(target(value=goal, op=op), actuals, baseline=baseline, direction=direction, measure=measure, unit=unit)
    series = {2020: baseline, **actuals}
    got = assess(
        "pace",
        years=list(series),
        values=list(series.values()),
        target=goal,
        target_year=2025,
        direction=direction,
        measure=measure,
    )
    assert got.status == wanted["status"]
    pace = wanted["pace"]
    assert float(got.value) == pytest.approx(float("nan") if pace is None else pace, nan_ok=True)


def one(series, **options):
    usual = {"years": [2020, 2022], "target_year": 2025, "direction": "up", "baseline_year": 2020}
    return assess("pace", values=series, **{**usual, **options})


def test_what_is_undefined_says_why():
    assert one([50.0, 60.0]).reason == "no_target"
    assert one([0.0, 60.0], target=80).reason == "non_positive"
    assert one([0.0, 60.0], target=80, measure="share").reason == ""
    assert one([80.0, 70.0], target=80).reason == "target_equals_baseline"
    assert (str(one([90.0, 85.0], target=80).reason), str(one([90.0, 85.0], target=80).status)) == (
        "met_at_baseline",
        "met",
    )
    assert one([90.0, 75.0], target=80).status == "reversing"


def test_a_rank_is_met_or_not_and_has_no_rate():
    pending = one([15.0, 12.0], target=10, direction="down", measure="rank")
    assert (str(pending.status), str(pending.reason)) == ("pending", "rank_has_no_rate")
    assert one([15.0, 10.0], target=10, direction="down", measure="rank").status == "met"
    missed = one([15.0, 12.0], years=[2020, 2025], target=10, direction="down", measure="rank")
    assert missed.status == "off_track"


def test_observations_after_the_target_year_are_not_used():
    late = one([50.0, 60.0, 99.0], years=[2020, 2022, 2026], target=80)
    assert float(late.value) == float(one([50.0, 60.0], target=80).value)


def test_in_the_target_year_a_miss_is_never_better_than_behind():
    end = {"years": [2020, 2025], "target": 80, "measure": "index"}
    assert [str(one([50.0, v], **end).status) for v in (80, 79.9, 68, 67.9, 50, 49)] == [
        "met", "behind", "behind", "off_track", "off_track", "reversing"
    ]  # fmt: skip
    lower = {"target.ahead": 0.9, "target.on_track": 0.8}
    assert [str(one([50.0, v], **end, cuts=lower).status) for v in (79, 75)] == ["behind", "behind"]
    assert one([50.0, 79.9], years=[2021, 2025], target=80).status == "off_track"


def test_without_anything_after_the_baseline_year_nothing_is_judged():
    for goal in (40, 80):
        got = one([50.0], years=[2020], target=goal)
        assert (str(got.status), str(got.reason), str(got.category)) == ("no_data", "no_actual", "not_available")
    past = one([50.0, 60.0], target=80, target_year=2020)
    assert (str(past.status), str(past.reason)) == ("undetermined", "target_year_not_after_baseline")


def test_a_rate_needs_positive_ends():
    assert one([50.0, 0.0], target=80).reason == "non_positive"
    for goal in (0, -5):
        assert one([50.0, 40.0], target=goal, direction="down").reason == "target_not_positive"
    assert one([0.5, 0.6], target=0.5).reason == "target_equals_baseline"


def test_the_way_of_counting_may_be_chosen():
    amount, share = one([50.0, 60.0], target=80), one([50.0, 60.0], target=80, measure="share")
    assert float(amount.value) > float(share.value)
    assert float(one([50.0, 60.0], target=80, measure="share", method="compound").value) == float(amount.value)
    assert float(one([50.0, 60.0], target=80, measure="count", method="straight").value) == float(share.value)


def test_without_a_target_its_year_need_not_be_given():
    got = one([50.0, 55.0, 60.0], years=[2020, 2021, 2022], target_year=None)
    assert (str(got.reason), float(got.details["elapsed"])) == ("no_target", 1.0)
    assert int(got.details["latest_year"]) == 2022
    assert float(one([50.0, 60.0], target_year=2030).details["elapsed"]) == pytest.approx(0.2)


def test_cuts_are_data():
    assert one([50.0, 60.5], target=80).status == "on_track"
    assert one([50.0, 60.5], target=80, cuts={"target.on_track": 1.02}).status == "behind"
