"""The registry: every rule is complete as data, has its words, and refuses wrong calls in words."""

from __future__ import annotations

import math

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


RATIO, RATE = "ratio", "fraction/year"
PUBLISHED_CUTS = {
    ("pace", "target", RATIO): "ahead 1.05, on_track 0.95, behind 0.6, off_track 0, reversing",
    ("eurostat", "target", RATIO): (
        "significant_progress 0.95, moderate_progress 0.6, insufficient_progress 0, movement_away"
    ),
    ("eurostat", "growth", RATE): (
        "significant_progress 0.01*, moderate_progress 0.001*, no_progress -0.001, moderate_movement_away -0.01*, "
        "significant_movement_away"
    ),
    ("unsd_2022", "target", RATIO): (
        "substantial_progress >0.95, fair_progress 0.5, limited_or_no_progress -0.1, deterioration"
    ),
    ("unsd_2022", "growth", RATE): (
        "substantial_progress >0.01, fair_progress 0.005, limited_or_no_progress -0.01, deterioration"
    ),
    ("unsd_2023", "target", RATIO): "on_track 0.95, fair_progress 0.1, stagnation_or_regression",
    ("unsd_2023", "growth", RATE): "on_track 0.02, fair_progress 0.005, stagnation_or_regression",
    ("sdsn", "target", RATIO): "on_track 1, moderately_improving 0.5, stagnating 0, decreasing",
    ("escap", "anticipated", "share of the planned distance"): "maintain 1, accelerate >0, reverse",
    ("destatis", "target", "share of the distance still to go that would be covered"): (
        "sun >0.95, sun_cloud 0.8, cloud >0, thunderstorm"
    ),
    ("statcan", "target", RATIO): "substantial_progress 0.95, moderate_progress 0.6, limited_progress 0, deterioration",
    ("statcan", "growth", RATE): (
        "substantial_progress 0.015*, moderate_progress 0.005*, limited_progress 0*, deterioration"
    ),
    ("china_intensity", "target", "completion over elapsed time"): "on_schedule 1, behind_schedule 0, moved_away",
}
"""From which value on each category is earned (`>`: above which; `*`: scaled near a natural limit), then the lowest."""


def test_the_cuts_are_the_published_ones_under_the_names_by_which_they_are_replaced():
    def steps(ladder):
        return (f"{s.category} {'>' * s.strict}{s.cut:g}{'*' * s.scaled}" for s in ladder.steps)

    assert {
        (rule.name, ladder.name, ladder.unit): ", ".join([*steps(ladder), ladder.lowest])
        for rule in RULES.values()
        for ladder in rule.ladders
    } == PUBLISHED_CUTS


STATUSES_GIVEN = {
    "pace": "met=met ahead=ahead on_track=on_track behind=behind off_track=off_track reversing=reversing "
    "pending=pending",
    "eurostat": "significant_progress=on_track moderate_progress=behind insufficient_progress=off_track "
    "no_progress=off_track movement_away=reversing moderate_movement_away=reversing "
    "significant_movement_away=reversing",
    "unsd_2022": "substantial_progress=on_track fair_progress=behind limited_or_no_progress=off_track "
    "deterioration=reversing",
    "unsd_2023": "on_track=on_track fair_progress=behind stagnation_or_regression=off_track",
    "sdsn": "on_track=on_track maintaining=on_track moderately_improving=behind stagnating=off_track "
    "decreasing=reversing",
    "escap": "maintain=on_track accelerate=behind reverse=reversing",
    "destatis": "sun=on_track sun_cloud=behind cloud=off_track thunderstorm=reversing",
    "statcan": "target_achieved=met substantial_progress=on_track moderate_progress=behind limited_progress=off_track "
    "deterioration=reversing",
    "china_intensity": "completed=met on_schedule=on_track behind_schedule=behind moved_away=reversing",
}


def test_each_word_of_a_rule_stands_for_one_status():
    given = {name: " ".join(f"{word}={status}" for word, status in r.statuses.items()) for name, r in RULES.items()}
    assert given == STATUSES_GIVEN


OPEN_SDG_QUIRKS = {
    "zero_as_0_001", "sign_turned", "target_across_zero", "achieved_hides_trend", "achieved_without_trend",
    "limit_ignored", "on_the_cut",
}  # fmt: skip
QUIRKS = {
    "pace": set(),
    "eurostat": OPEN_SDG_QUIRKS | {"base_beyond_target", "large_ratio"},
    "unsd_2022": {"zero_target", "base_beyond_target", "achieved_hides_trend", "on_the_cut"},
    "unsd_2023": {"near_limit", "base_beyond_target", "achieved_hides_trend", "on_the_cut"},
    "sdsn": {"achieved_hides_trend", "neighbouring_year", "on_the_cut"},
    "escap": {"base_beyond_target", "reached_but_anticipated_to_leave", "on_the_cut"},
    "destatis": {"judged_as_bound", "unchanged_short_of_bound", "on_the_cut"},
    "statcan": OPEN_SDG_QUIRKS,
    "china_intensity": {"on_the_cut"},
}


def test_what_a_verdict_may_hang_on_is_listed_with_its_rule():
    assert {name: set(rule.quirks) for name, rule in RULES.items()} == QUIRKS


def test_variants_years_and_constants_are_those_of_the_method():
    agenda = ["eurostat", "unsd_2022", "unsd_2023", "sdsn", "escap", "statcan"]
    assert [name for name, rule in RULES.items() if rule.baseline_year == 2015] == agenda
    assert [name for name, rule in RULES.items() if rule.baseline_year is None] == [
        "pace", "destatis", "china_intensity"
    ]  # fmt: skip
    assert [name for name, rule in RULES.items() if rule.target_year == 2030] == [*agenda[:5], "destatis", agenda[5]]
    assert {name: rule.methods for name, rule in RULES.items() if rule.methods} == {
        "pace": ("compound", "straight"),
        "unsd_2022": ("target", "required_rate"),
        "sdsn": ("base", "latest", "base_2018", "latest_2018"),
        "escap": ("distance", "parity"),
        "destatis": ("specific", "every_year", "direction_only"),
        "china_intensity": ("changes", "cumulative", "levels"),
    }
    assert {name: dict(rule.parameters) for name, rule in RULES.items() if rule.parameters} == {
        "eurostat": {"zero_stands_for": 0.001, "limit_exponent": 4.44, "full_marks_rate": 0.02},
        "unsd_2023": {"near_limit_points": 1.0},
        "sdsn": {"neighbour_years": 1.0},
        "escap": {"first_year": 2000.0, "first_weight": 1.0, "weight_per_year": 1.0},
        "destatis": {"window_years": 5.0, "least_points": 4.0},
        "statcan": {"zero_stands_for": 0.001, "limit_exponent": 4.44},
    }


ENDS = {"baseline_year": 2015, "baseline": 50, "latest_year": 2020, "latest": 59}
ACTUAL, REQUIRED = (59 / 50) ** (1 / 5) - 1, (80 / 50) ** (1 / 15) - 1
DETAILS = {
    "pace": ENDS
    | {"completion": math.log(59 / 50) / math.log(80 / 50), "elapsed": 1 / 3}
    | {"actual_rate": ACTUAL, "required_rate": REQUIRED, "needed_rate": (80 / 59) ** (1 / 10) - 1},
    "eurostat": ENDS | {"actual_rate": ACTUAL, "required_rate_size": REQUIRED, "coefficient": 1},
    "unsd_2022": ENDS | {"actual_rate": ACTUAL, "required_rate": REQUIRED},
    "unsd_2023": ENDS | {"actual_rate": ACTUAL, "projected": 59 * (1 + ACTUAL) ** 10},
    "sdsn": ENDS | {"actual_rate": 1.8, "required_rate": 2, "needed_rate": 2.1},
    "escap": ENDS | {"anticipated": 50 + 1.8 * 15, "anticipated_gap": 0.1},
    "destatis": {"latest_year": 2020, "latest": 59, "window_year": 2015, "points": 6}
    | {"mean_change": 1.8, "projected": 59 + 1.8 * 10},
    "statcan": ENDS | {"actual_rate": ACTUAL, "required_rate_size": REQUIRED, "coefficient": 1},
    "china_intensity": {"latest_year": 2020, "elapsed": 1 / 3, "pace": 3 * math.log(59 / 50) / math.log(1.6)}
    | {"change_to_date": 18, "equivalent_years": 15 * math.log(59 / 50) / math.log(1.6)}
    | {"planned_yearly": 100 * REQUIRED, "remaining_change": 100 * (80 / 59 - 1)}
    | {"remaining_yearly": 100 * ((80 / 59) ** (1 / 10) - 1)},
}
"""What each rule tells of 50, 51.8, … 59 in 2020 on the way to 80 in 2030."""


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_behind_a_verdict_are_named(name):
    by_change = {"method": "levels", "target": 60} if name == "china_intensity" else {"target": 80}
    values = [50 + 1.8 * k for k in range(6)]
    got = assess(
        name, years=range(2015, 2021), values=values, direction="up", baseline_year=2015, target_year=2030, **by_change
    )
    assert {key: float(value) for key, value in got.details.items()} == pytest.approx(DETAILS[name])


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
    for name, meant in (("eurostats", "; did you mean 'eurostat'?"), ("xyz", "")):
        with pytest.raises(ValueError, match="unknown rule") as refused:
            rule_named(name)
        assert str(refused.value) == f"unknown rule {name!r}{meant} Known rules: {', '.join(NAMES)}"


def call(**options):
    return assess(**{"rule": "statcan", "years": [2015, 2020], "values": [1.0, 2.0], "direction": "up", **options})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"direction": "higher"}, "unknown direction 'higher': expected one of up, down$"),
        ({"direction": ["up", "up"]}, r"direction must be one for all or one for each of 1 series, not \(2,\)$"),
        ({"years": [2015, 2015]}, "a year comes twice$"),
        ({"years": [2015, "soon"]}, "years must be calendar years, not 'soon'$"),
        ({"years": [2015.5, 2016]}, "calendar years"),
        ({"years": [2015, "2016x"]}, "calendar years"),
        ({"years": [2015, "20161"]}, "calendar years"),
        ({"years": [2015, "２０１６"]}, "calendar years"),
        ({"values": [1.0, 2.0, 3.0]}, r"values must have shape \(series, 2\) or \(2,\), not \(3,\)$"),
        ({"values": [1.0, np.inf]}, "finite or NaN$"),
        ({"values": ["a", "b"]}, "values must be numbers in rows of equal length: could not convert"),
        ({"target": np.inf}, "target must be finite, NaN or None$"),
        ({"values": [[1.0, 2.0]] * 2, "target": [3.0, np.inf]}, "target must be finite"),
        ({"values": [[1.0, 2.0]] * 2, "direction": ["up", "higher"]}, "unknown direction 'higher'"),
        ({"baseline_year": 2015.5}, "baseline_year must be given as whole years$"),
        ({"rule": "pace", "target": 3.0}, "target_year must be given as whole years$"),
        ({"rule": "pace", "values": [[1.0, 2.0]] * 2, "target": [3.0, np.nan]}, "target_year must be given"),
        ({"limit": np.inf}, "limit must be finite"),
        ({"target_year": 2030.5}, "target_year must be given as whole years$"),
        ({"method": "best"}, "unknown method 'best' of rule 'statcan': it has no methods$"),
        ({"rule": "sdsn", "method": "best"}, "it has base, latest, base_2018, latest_2018$"),
        ({"measure": "money"}, "unknown measure 'money'"),
    ],
)
def test_wrong_calls_are_refused_in_words(options, message):
    with pytest.raises(ValueError, match=message):
        call(**options)


def test_a_rule_of_changes_starts_in_the_year_before_them_and_one_of_levels_in_the_first():
    cut = {"target": 30.0, "target_year": 2025}
    changes = call(rule="china_intensity", years=[2021, 2022], values=[10.0, 10.0], **cut)
    levels = call(
        rule="china_intensity", years=[2020, 2021, 2022], values=[100.0, 110.0, 121.0], method="levels", **cut
    )
    assert float(changes.details["change_to_date"]) == pytest.approx(21)
    assert float(levels.value) == pytest.approx(float(changes.value))
    assert float(levels.details["elapsed"]) == float(changes.details["elapsed"]) == 0.4
    assert int(call(rule="pace", years=[2020, 2022], target=3.0, target_year=2025).details["baseline_year"]) == 2020


def test_direction_has_no_default():
    with pytest.raises(TypeError):
        assess("statcan", years=[2015, 2020], values=[1.0, 2.0])


def test_ranges_of_years_stand_for_their_first_year():
    for year in ("2020/21", "2020-2021", "2020–21", 2020, 2020.0):
        assert int(call(years=["2015-2017", year]).details["latest_year"]) == 2020


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
