"""The registry: every rule is complete as data, has its words, and refuses wrong calls in words."""

from __future__ import annotations

import numpy as np
import pytest

from lixia_kpi.assessment.codes import REASONS, STATUSES
from lixia_kpi.assessment.rules import NOT_AVAILABLE, NOT_FINITE, RULES, assess, rule_named
from lixia_kpi.messages.rules import RULE_CATEGORIES, RULE_EXPLANATIONS, RULE_QUIRKS, RULE_REASONS, RULE_TITLES

NAMES = ["pace", "eurostat", "unsd_2022", "unsd_2023", "sdsn", "escap", "destatis", "statcan", "china_intensity"]


def test_the_rules_of_the_contract_are_there_in_order():
    assert list(RULES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_complete(name):
    rule = RULES[name]
    assert rule.name == name
    assert rule.formula
    assert rule.source
    assert set(rule.statuses.values()) <= set(STATUSES)
    for ladder in rule.ladders:
        assert set(ladder.categories) <= set(rule.statuses)
        cuts = [step.cut for step in ladder.steps]
        assert cuts == sorted(cuts, reverse=True)


def test_every_rule_word_reason_and_quirk_has_a_text():
    assert set(RULE_TITLES) == set(RULES) == set(RULE_EXPLANATIONS)
    assert {c for rule in RULES.values() for c in rule.categories} | {NOT_AVAILABLE} == set(RULE_CATEGORIES)
    assert {q for rule in RULES.values() for q in rule.quirks} == set(RULE_QUIRKS)
    refusals = {r for rule in RULES.values() for r in rule.refuses} | {NOT_FINITE}
    assert refusals - set(REASONS) == set(RULE_REASONS)


@pytest.mark.parametrize("name", NAMES)
def test_an_explanation_has_five_lines(name):
    for text in RULE_EXPLANATIONS[name]:
        assert len(text.splitlines()) == 5


def test_an_unknown_rule_offers_the_nearest():
    with pytest.raises(ValueError, match="did you mean 'eurostat'"):
        rule_named("eurostats")
    with pytest.raises(ValueError, match="Known rules"):
        rule_named("xyz")


def call(**options):
    return assess(**{"rule": "statcan", "years": [2015, 2020], "values": [1.0, 2.0], "direction": "up", **options})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"direction": "higher"}, "unknown direction 'higher'"),
        ({"direction": ["up", "up"]}, "direction must be one for all"),
        ({"years": [2015, 2015]}, "a year comes twice"),
        ({"years": [2015, "soon"]}, "calendar years"),
        ({"years": [2015.5, 2016]}, "calendar years"),
        ({"values": [1.0, 2.0, 3.0]}, "values must have shape"),
        ({"values": [1.0, np.inf]}, "finite"),
        ({"values": ["a", "b"]}, "values must be numbers"),
        ({"target": np.inf}, "target must be finite"),
        ({"target_year": 2030.5}, "whole years"),
        ({"method": "best"}, "it has no methods"),
        ({"rule": "sdsn", "method": "best"}, "base, latest"),
        ({"measure": "money"}, "unknown measure 'money'"),
    ],
)
def test_wrong_calls_are_refused_in_words(options, message):
    with pytest.raises(ValueError, match=message):
        call(**options)


def test_direction_has_no_default():
    with pytest.raises(TypeError):
        assess("statcan", years=[2015, 2020], values=[1.0, 2.0])


def test_ranges_of_years_stand_for_their_first_year():
    assert int(call(years=["2015-2017", "2020/21"]).details["latest_year"]) == 2020


def test_targets_directions_and_years_may_differ_by_series():
    got = call(
        values=[[10.0, 12.0], [10.0, 8.0], [10.0, 12.0]],
        target=[14.0, 6.0, np.nan],
        target_year=[2025, 2030, 2030],
        direction=["up", "down", "up"],
    )
    assert got.category.shape == (3,)
    assert got.category.tolist()[0] == call(values=[10.0, 12.0], target=14, target_year=2025).category
    assert got.category.tolist()[1] == call(values=[10.0, 8.0], target=6, direction="down").category
    assert got.category.tolist()[2] == call(values=[10.0, 12.0]).category


def test_nothing_in_nothing_out():
    assert call(values=np.empty((0, 2))).category.shape == (0,)
