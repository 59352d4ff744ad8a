"""Every form of target by every published rule: what it sees, what it refuses, what holds whatever the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, indicator, judged, series, target
from lixia_kpi.assessment.by_rule import BY_RATES, FORMS_JUDGED, hangs_on_quirk, judge_by_rule
from lixia_kpi.assessment.codes import REASONS, RULE_NAMES
from lixia_kpi.assessment.completion_beside import equivalent_years, gap_closed
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.assessment.progress import Progress, measure_progress
from lixia_kpi.assessment.rule_series import rule_series
from lixia_kpi.assessment.rules import RULES, assess

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.folder.series import Series

PUBLISHED = RULE_NAMES[1:]
SHARE = {"measure": "share", "unit": "%"}
RATES = {2021: 4.0, 2022: 6.0, 2023: 5.0, 2024: 7.0}


class Placed(NamedTuple):
    cases: Cases
    progress: Progress


def placed(*what: Series) -> Placed:
    cases = build_cases(what, INFO)
    return Placed(cases, measure_progress(cases))


def evaluated(what, values, *, baseline=None, **fields) -> Placed:
    return placed(series(indicator(what, **fields), values, baseline=baseline))


def verdict(rule, what, values, *, baseline=None, **fields):
    evaluation = evaluated(what, values, baseline=baseline, **fields)
    found = judge_by_rule(rule, evaluation.cases, evaluation.progress)
    return {name: getattr(found, name)[0] for name in ("category", "value", "status", "reason", "quirk")}


def test_the_names_are_those_of_the_rules():
    assert tuple(RULES) == RULE_NAMES == tuple(FORMS_JUDGED)
    assert {code for rule in RULES.values() for code in rule.refuses} - {"no_target"} <= set(REASONS)


@pytest.mark.parametrize("rule", [rule for rule in PUBLISHED if rule != "china_intensity"])
def test_a_level_is_put_to_the_rule_as_it_is(rule):
    values = {2020: 100.0, 2021: 110.0, 2022: 118.0, 2023: 131.0, 2024: 140.0}
    found = verdict(rule, target(value=150), {y: v for y, v in values.items() if y > 2020}, baseline=100.0)
    alone = assess(
        rule, years=list(values), values=list(values.values()), direction="up", target=150, target_year=2025,
        baseline_year=2020, measure="amount",
    )  # fmt: skip
    assert (found["category"], found["status"]) == (alone.category, alone.status)
    assert found["value"] == pytest.approx(float(alone.value), rel=1e-12)


@pytest.mark.parametrize("form", ["change", "growth"])
@pytest.mark.parametrize("rule", PUBLISHED)
def test_changes_compound_to_the_index_of_the_levels(rule, form):
    asked = target(form, ">=", 30.0 if form == "change" else 5.5)
    level, levels = 80.0, {}
    for year, rate in RATES.items():
        level *= 1 + rate / 100
        levels[year] = level
    by_changes = verdict(rule, asked, RATES, observed_as="yearly_change")
    by_levels = verdict(rule, asked, levels, baseline=80.0)
    assert by_changes["category"] == by_levels["category"] != "not_available"
    assert by_changes["status"] == by_levels["status"]
    assert by_changes["value"] == pytest.approx(by_levels["value"], rel=1e-9)


def test_the_index_reaches_back_before_the_base_year():
    """Destatis looks back five years: changes before the base year count."""
    rates = {2018: 2.0, 2019: 2.0, 2020: 2.0, 2021: 2.0}
    evaluation = evaluated(target("change", ">=", 10.0), rates, observed_as="yearly_change")
    index = rule_series(evaluation.cases, evaluation.progress).values[0]
    known = dict(zip(evaluation.cases.years.tolist(), index.tolist(), strict=True))
    assert [known[year] for year in (2018, 2019, 2020, 2021)] == pytest.approx([100 / 1.02**2, 100 / 1.02, 100, 102])
    assert verdict("destatis", target("change", ">=", 10.0), rates, observed_as="yearly_change")["reason"] == ""


def test_china_intensity_gives_the_share_by_logs_and_other_rules_do_not_add():
    cuts = {2021: 1.51, 2022: -2.20, 2023: -4.18}
    asked = target("change", "<=", -17.0)
    found = verdict("china_intensity", asked, cuts, observed_as="yearly_change", direction="down", measure="index")
    done = np.prod([1 + cut / 100 for cut in cuts.values()])
    assert found["value"] == pytest.approx(np.log(done) / np.log(0.83), rel=1e-12)
    index = verdict("escap", asked, cuts, observed_as="yearly_change", direction="down", measure="index")
    assert index["value"] == pytest.approx(10 * (1 - done) / 0.17, rel=1e-9)


@pytest.mark.parametrize("rule", PUBLISHED)
@pytest.mark.parametrize("form", ["level", "growth", "change", "points", "total", "every_year", "milestone"])
def test_each_form_is_judged_or_refused_as_the_table_says(rule, form):
    levels = {2021: 41.0, 2022: 42.0, 2023: 43.0, 2024: 44.0}
    asked = target(form, ">=", 50.0 if form != "points" else 8.0)
    fields = {} if form == "total" else SHARE
    found = verdict(rule, asked, levels, baseline=40.0, **fields)
    judges = form in FORMS_JUDGED[rule]
    assert (found["category"] != "not_available") == judges
    if not judges:
        assert found["reason"] == ("milestone_has_no_rate" if form == "milestone" else "form_not_judged")
        assert found["status"] == "undetermined"
    assert np.isnan(found["value"]) <= (not judges or found["status"] == "met")


def test_points_are_judged_as_a_level_where_one_is_known():
    asked = target("points", ">=", 5.0)
    by_levels = verdict("statcan", asked, {2021: 41.0, 2022: 42.0, 2023: 43.0}, baseline=40.0, **SHARE)
    by_points = verdict(
        "statcan", asked, {2021: 1.0, 2022: 1.0, 2023: 1.0}, baseline=40.0, observed_as="yearly_change", **SHARE
    )
    assert by_points == by_levels
    assert by_levels["value"] == pytest.approx(((43 / 40) ** (1 / 3) - 1) / ((45 / 40) ** (1 / 5) - 1))


@pytest.mark.parametrize("rule", PUBLISHED)
def test_points_without_a_level_are_for_rules_of_steps_only(rule):
    gains = {2021: 1.0, 2022: 1.0, 2023: 1.0, 2024: 1.0}
    found = verdict(rule, target("points", ">=", 5.0), gains, observed_as="yearly_change", **SHARE)
    if rule in BY_RATES:
        assert found["reason"] == "level_unknown"
    elif rule != "china_intensity":
        assert found["status"] == "on_track"


def test_every_year_is_judged_by_destatis_and_met_only_in_the_last_year():
    asked = target("every_year", "<=", 3.5)
    kept = {2020 + k: 3.0 for k in range(1, 6)}
    fields = {"measure": "rate", "unit": "%", "direction": "down"}
    early = verdict("destatis", asked, {y: v for y, v in kept.items() if y < 2025}, **fields)
    assert (early["category"], early["status"]) == ("sun", "on_track")
    assert verdict("destatis", asked, kept, **fields)["status"] == "met"
    broken = verdict("destatis", asked, kept | {2025: 4.0}, **fields)
    assert (broken["category"], broken["status"]) == ("thunderstorm", "reversing")


def test_an_average_growth_is_not_met_before_its_last_year():
    asked = target("growth", ">=", 2.0)
    fast = {2021: 10.0, 2022: 10.0, 2023: 1.0}
    found = verdict("statcan", asked, fast, observed_as="yearly_change")
    assert (found["category"], found["status"]) == ("target_achieved", "on_track")
    whole = verdict("statcan", asked, fast | {2024: 1.0, 2025: 1.0}, observed_as="yearly_change")
    assert whole["status"] == "met"


@pytest.mark.parametrize("rule", PUBLISHED)
def test_nothing_observed_is_no_data_whatever_the_rule(rule):
    found = verdict(rule, target("change", ">=", 10.0), {}, baseline=100.0)
    assert (found["status"], found["reason"], found["category"]) == ("no_data", "no_actual", "not_available")


@pytest.mark.parametrize("rule", PUBLISHED)
def test_a_rank_is_refused(rule):
    found = verdict(rule, target(op="<=", value=10), {2022: 12.0}, baseline=15.0, measure="rank", direction="down")
    assert (found["status"], found["reason"]) == ("undetermined", "rank_has_no_rate")


@pytest.mark.parametrize("rule", [rule for rule in PUBLISHED if rule not in ("china_intensity", "destatis")])
def test_a_break_after_the_baseline_stops_rules_that_start_there(rule):
    values = {2021: 110.0, 2022: 50.0, 2023: 55.0, 2024: 60.0}
    found = verdict(rule, target(value=150), values, baseline=100.0, breaks=(2022,))
    assert (found["status"], found["reason"]) == ("undetermined", "break_in_series")


def test_a_break_does_not_stop_a_rule_that_starts_from_the_latest_years():
    values = {2021: 90.0, 2022: 92.0, 2023: 94.0, 2024: 96.0}
    found = verdict("destatis", target(value=98), values, baseline=500.0, breaks=(2021,))
    assert (found["category"], found["status"]) == ("sun", "on_track")


@pytest.mark.parametrize("rule", PUBLISHED)
def test_a_chain_with_a_missing_year_is_refused(rule):
    found = verdict(rule, target("change", ">=", 30.0), {2021: 4.0, 2023: 5.0}, observed_as="yearly_change")
    assert (found["status"], found["reason"]) == ("undetermined", "missing_year")


@pytest.mark.parametrize("rule", PUBLISHED)
def test_changes_need_a_positive_base_and_goal(rule):
    zero = verdict(rule, target("change", ">=", 30.0), {2021: 4.0}, baseline=0.0)
    assert zero["reason"] == "non_positive"
    none = verdict(rule, target("change", ">=", 30.0), {2021: 4.0})
    assert none["reason"] == "no_baseline"
    lost = verdict(rule, target("change", ">=", 30.0), {2021: -100.0}, observed_as="yearly_change")
    assert lost["reason"] == "non_positive"


@pytest.mark.parametrize("rule", PUBLISHED)
def test_what_leaves_the_range_of_numbers_is_refused(rule):
    found = verdict(rule, target("change", ">=", 30.0), {2021: 1e300, 2022: 1e300}, observed_as="yearly_change")
    assert found["category"] == "not_available"
    assert found["reason"] in ("not_finite", "form_not_judged")


def test_a_single_value_without_a_baseline_is_no_missing_actual():
    found = verdict("statcan", target(value=150), {2022: 120.0})
    assert (found["status"], found["reason"]) == ("undetermined", "no_baseline")


def test_another_baseline_year_is_said():
    found = verdict("statcan", target(value=150), {2021: 100.0, 2022: 120.0})
    assert found["status"] != "undetermined"
    assert "neighbouring_year" in found["quirk"].split(";")


def test_the_limit_of_a_share_is_known_and_flags_no_verdict():
    evaluation = evaluated(target(value=90.0), {2021: 85.0, 2022: 86.0}, baseline=80.0, **SHARE)
    found = judge_by_rule("statcan", evaluation.cases, evaluation.progress)
    assert found.quirk.tolist() == ["limit_ignored"]
    assert hangs_on_quirk(found).tolist() == [False]


def test_a_rule_gives_the_status_and_leaves_the_figures():
    one = series(indicator(target(value=0.0, op="<="), direction="down"), {2021: 5.0, 2022: 4.0}, baseline=10.0)
    own, other = judged(one), judged(one, rule="eurostat")
    assert own.status.tolist() == ["undetermined"]
    assert other.status.tolist() == ["off_track"]
    assert np.array_equal(own.pace, other.pace, equal_nan=True)
    assert "hangs_on_quirk" in other.notes[0]
    assert "hangs_on_quirk" not in own.notes[0]


def test_an_unknown_rule_offers_the_nearest():
    with pytest.raises(ValueError, match="did you mean 'eurostat'"):
        judged(rule="eurostatt")


levels = st.lists(st.floats(1.0, 1e4), min_size=2, max_size=5)


@given(values=levels, base=st.floats(1.0, 1e4), goal=st.floats(1.0, 1e4), scale=st.sampled_from([1e-3, 7.0, 1e5]))
def test_scaling_both_sides_changes_no_verdict(values, base, goal, scale):
    def statuses(by):
        years = {2021 + k: value * by for k, value in enumerate(values)}
        evaluation = evaluated(target(value=goal * by), years, baseline=base * by)
        return [judge_by_rule(rule, evaluation.cases, evaluation.progress) for rule in PUBLISHED]

    for rule, one, other in zip(PUBLISHED, statuses(1.0), statuses(scale), strict=True):
        assert one.reason.tolist() == other.reason.tolist()
        if "on_the_cut" in one.quirk[0] + other.quirk[0]:
            continue
        assert one.category.tolist() == other.category.tolist()
        if rule != "destatis":  # its figure for a reached target is a change in the unit of the indicator
            assert other.value[0] == pytest.approx(one.value[0], rel=1e-6, abs=1e-9, nan_ok=True)


@settings(max_examples=20, deadline=None)
@given(values=levels, base=st.floats(1.0, 1e4), change=st.floats(-60.0, 200.0).filter(lambda p: abs(p) > 1))
def test_cases_are_judged_alone_as_together(values, base, change):
    years = {2021 + k: value for k, value in enumerate(values)}
    op, direction = (">=", "up") if change > 0 else ("<=", "down")
    ways = [
        series(indicator(target("change", op, change), direction=direction), years, baseline=base),
        series(indicator(target("total", value=base)), years),
        series(indicator(target("every_year", value=base)), years),
        series(indicator(target(value=2 * base)), years, baseline=base),
    ]
    together = placed(*ways)
    for rule in PUBLISHED:
        whole = judge_by_rule(rule, together.cases, together.progress)
        for i, one in enumerate(ways):
            alone = placed(one)
            single = judge_by_rule(rule, alone.cases, alone.progress)
            assert (single.status[0], single.category[0], single.reason[0], single.quirk[0]) == (
                whole.status[i], whole.category[i], whole.reason[i], whole.quirk[i],
            )  # fmt: skip
            assert whole.status[i] in ("undetermined", *RULES[rule].statuses.values(), "met", "on_track")


def test_gap_closed_and_equivalent_years():
    evaluation = evaluated(target(value=223.0), {2023: 210.0}, baseline=174.0, measure="count", unit="人")
    assert gap_closed(evaluation.cases, evaluation.progress).round(4).tolist() == [0.7347]
    assert equivalent_years(evaluation.cases, evaluation.progress).round(4).tolist() == [
        round(5 * float(np.log(210 / 174) / np.log(223 / 174)), 4)
    ]
    bound = evaluated(target("every_year", value=3.0), {2021: 3.0})
    assert np.isnan(gap_closed(bound.cases, bound.progress)).all()
    floor = evaluated(target(value=120.0), {2021: 121.0}, baseline=122.0)
    assert np.isnan(gap_closed(floor.cases, floor.progress)).all()
    assert np.isnan(equivalent_years(bound.cases, bound.progress)).all()
