"""The verdicts of the tool's own rule beside the published ones, and the reasons that a rule adds to a row."""

from __future__ import annotations

import numpy as np
import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.assessment.by_rule import FORMS_JUDGED, judge_by_rule, pace_verdicts, with_reasons
from lixia_kpi.assessment.rules import assess

UNKNOWN = np.nan


def of(*rows):
    """Verdicts of (pace, status, reasons)."""
    pace, status, reasons = zip(*rows, strict=True)
    return pace_verdicts(np.array(pace), np.array(status), reasons)


def test_a_pace_is_a_verdict_and_what_has_none_says_why():
    found = of(
        (1.2, "ahead", ("target_year_observed",)),
        (UNKNOWN, "undetermined", ("basis_differs", "no_baseline", "non_positive")),
        (UNKNOWN, "no_data", ("no_actual",)),
        (UNKNOWN, "met", ("met_at_baseline",)),
        (UNKNOWN, "undetermined", ("one_point",)),
    )
    assert found.rule == "pace"
    assert found.category.tolist() == ["ahead", "not_available", "not_available", "met", "not_available"]
    assert found.reason.tolist() == ["", "no_baseline", "no_actual", "met_at_baseline", ""]
    assert found.status.tolist() == ["ahead", "undetermined", "no_data", "met", "undetermined"]
    assert found.value[0] == 1.2
    assert np.isnan(found.score).all()
    assert found.quirk.tolist() == [""] * 5


@pytest.mark.parametrize(
    "code",
    ["unit_mismatch", "milestone_has_no_rate", "every_year_has_no_rate", "break_in_series", "missing_year",
     "rank_has_no_rate", "target_equals_baseline", "target_not_positive"],
)  # fmt: skip
def test_what_keeps_a_target_of_a_plan_from_having_a_pace_is_said(code):
    assert of((UNKNOWN, "undetermined", ("no_gap", code, "one_point"))).reason.tolist() == [code]


@pytest.mark.parametrize(
    ("rule", "values", "direction", "quirk"),
    [
        ("statcan", {2021: 100.0, 2022: 120.0}, "up", "neighbouring_year"),
        ("statcan", {2021: 0.0, 2022: 120.0}, "up", "zero_as_0_001;neighbouring_year"),
        ("sdsn", {2021: 100.0, 2022: 120.0}, "up", "neighbouring_year"),
        ("destatis", {2021: 100.0, 2022: 120.0}, "up", ""),
    ],
)
def test_another_baseline_year_is_said_once(rule, values, direction, quirk):
    one = judged(series(indicator(target(value=170), direction=direction), values))
    assert judge_by_rule(rule, one.cases, one.progress).quirk.tolist() == [quirk]


@pytest.mark.parametrize(
    ("values", "word"),
    [((4.5, 4.2, 3.9, 3.6), "cloud"), ((3.2, 3.3, 3.6, 3.9), "thunderstorm"), ((3.0, 3.1, 3.2, 3.3), "sun_cloud")],
)
def test_a_bound_of_every_year_is_judged_as_one(values, word):
    cap = indicator(target("every_year", "<=", 3.5), measure="rate", unit="%", direction="down")
    one = judged(series(cap, dict(enumerate(values, 2021))))
    assert judge_by_rule("destatis", one.cases, one.progress).category.tolist() == [word]


def test_every_rule_judges_the_forms_that_its_own_text_can():
    ways = ("level", "growth", "change", "points")
    others = {"pace": (*ways, "total", "every_year", "milestone"), "destatis": (*ways, "every_year")}
    assert {rule: others.get(rule, ways) for rule in FORMS_JUDGED} | {
        "china_intensity": ("growth", "change")
    } == FORMS_JUDGED


def test_a_rule_adds_its_reason_where_it_gives_no_verdict():
    rule = assess("eurostat", years=[2015, 2020], values=[[1, 2], [5, -1], [9, 8]], target=[4, 9, 9], direction="up")
    before = {"one_point": np.array([True, False, False]), "sign_change": np.array([True, False, False])}
    after = with_reasons(before, rule)
    assert {code: holds.tolist() for code, holds in after.items()} == {
        "one_point": [True, False, False],
        "sign_change": [True, True, False],
        "target_equals_baseline": [False, False, True],
    }
    assert before["sign_change"].tolist() == [True, False, False]


def test_a_published_rule_leaves_what_is_not_due_and_says_why_it_refuses():
    pending = row(target("milestone", value=3), {2022: 1}, measure="count", unit="家", options={"rule": "eurostat"})
    assert pending["status"] == "pending"
    refused = row(target("total", value=300), {2021: 50, 2022: 60}, options={"rule": "eurostat"})
    assert (refused["status"], "form_not_judged" in refused["reason"]) == ("undetermined", True)
    given = judged(series(indicator(target()), {2022: 120}, baseline=100), rule="eurostat")
    assert "form_not_judged" not in given.reasons[0]
