"""What a rule lists as a reason to refuse is what it gives for series that it cannot judge: each of them, no other."""

from __future__ import annotations

import pytest

from lixia_kpi.assessment.rules import RULES, assess

NONE = float("nan")
YEARS = [2015, 2016, 2018, 2020, 2022, 2023]
PLAIN = [50.0, 51.0, 53.0, 55.0, 57.0, 58.0]
USUAL = {"years": YEARS, "target": 65.0, "target_year": 2030, "baseline_year": 2015, "direction": "up"}
SITUATIONS = {
    "nothing observed": {"values": [NONE] * 6},
    "the latest alone": {"values": [NONE] * 5 + [58.0]},
    "nothing since the baseline year": {"values": [50.0] + [NONE] * 5, "baseline_year": 2019},
    "no value of the baseline year": {"values": PLAIN, "baseline_year": 2019},
    "no value near the baseline year": {"values": PLAIN, "baseline_year": 2012},
    "due before the first value": {"values": PLAIN, "baseline_year": 2012, "target_year": 2014},
    "due in the baseline year": {"values": PLAIN, "target_year": 2015},
    "target year observed": {"values": PLAIN, "target_year": 2023},
    "no target": {"values": PLAIN, "target": NONE},
    "target is the baseline": {"values": PLAIN, "target": 50.0, "direction": "down"},
    "target is zero": {"values": PLAIN, "target": 0.0},
    "target below zero": {"values": PLAIN, "target": -20.0, "direction": "down"},
    "target of less than nothing": {"values": PLAIN, "target": -150.0},
    "target against the direction": {"values": PLAIN, "direction": "down"},
    "from zero": {"values": [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]},
    "across zero": {"values": [-5.0, -4.0, -2.0, 2.0, 3.0, 4.0]},
    "of another century": {"values": PLAIN, "years": [year - 30 for year in YEARS], "baseline_year": 1985},
}
OF_PLANS = {("eurostat", "no_baseline")}
"""Plans say of a single value without a baseline that this is missing; a series alone has nothing after its first."""


def reasons_of(rule):
    measures = ("amount", "share", "rank") if rule.name == "pace" else (None,)
    return {
        str(assess(rule.name, **{**USUAL, **one}, method=method, measure=measure).reason)
        for one in SITUATIONS.values()
        for method in rule.methods or (None,)
        for measure in measures
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_gives_every_reason_that_it_lists(rule):
    listed = {reason for reason in rule.refuses if (rule.name, reason) not in OF_PLANS}
    assert reasons_of(rule) - {""} == listed
