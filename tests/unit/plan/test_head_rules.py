"""Rules of the head of a plan and of one indicator as a whole."""

import pytest

from unit.plan.sample import codes, codes_of, read_targets_text, targets_text


def head_codes(old, new):
    text = targets_text()
    assert old in text
    return codes(read_targets_text(text.replace(old, new))[1])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{start: 2021, end: 2025}", "{start: 2021, end: 2021}", []),
        ("{start: 2021, end: 2025}", "{start: 2026, end: 2025}", ["period_reversed"]),
        ("baseline_year: 2020", "baseline_year: 2015", []),
        ("baseline_year: 2020", "baseline_year: 2021", []),
        ("baseline_year: 2020", "baseline_year: 2022", ["baseline_year_after_start"]),
        ("baseline_year: 2020", "baseline_year: 2025", ["baseline_year_after_start"]),
        ("baseline_year: 2020", "baseline_year: 2020\n  evaluation_years: [2021, 2025]", []),
        (
            "baseline_year: 2020",
            "baseline_year: 2020\n  evaluation_years: [2020, 2026]",
            ["evaluation_year_outside_period"] * 2,
        ),
        ("baseline_year: 2020", "baseline_year: 2020\n  cuts: {ahead: 1, on_track: 0.9, behind: 0.1}", []),
        ("baseline_year: 2020", "baseline_year: 2020\n  cuts: {ahead: 0.95}", ["cuts_not_descending"]),
        ("baseline_year: 2020", "baseline_year: 2020\n  cuts: {behind: 0}", ["out_of_bounds"]),
        ("baseline_year: 2020", "baseline_year: 2020\n  language: fr", ["unknown_value"]),
    ],
)
def test_the_head(old, new, expected):
    assert head_codes(old, new) == [("error", code) for code in expected]


@pytest.mark.parametrize(
    ("measure", "unit", "is_right"),
    [
        ("share", "%", True),
        ("share", "‰", True),
        ("share", "百分点", False),
        ("share", "亿元", False),
        ("amount", "%", False),
        ("amount", "亿元", True),
        ("count", "个百分点", False),
        ("count", "万人次", True),
        ("rate", "%", True),
        ("rate", "个/万人", True),
        ("index", "上年=100", True),
        ("rank", "位", True),
    ],
)
def test_the_unit_goes_with_the_measure(measure, unit, is_right):
    assert codes_of(measure=measure, unit=unit) == ([] if is_right else [("error", "unit_for_measure")])


def test_a_break_after_the_last_target_breaks_nothing():
    assert codes_of(more="breaks: [2018, 2025]") == []
    assert codes_of(more="breaks: [2026]") == [("warning", "break_after_period")]
    late = "year: 2030, form: level, op: '>', value: 5"
    assert codes_of(late, more="breaks: [2026]") == [("warning", "target_after_period")]


def test_a_target_is_there_once():
    first = "year: 2025, form: level, op: '>', value: 5"
    for second, expected in (
        ("year: 2025, form: level, op: '>', value: 6", [("error", "doubled_target")]),
        ("year: 2025, form: level, op: '>=', value: 6", []),
        ("year: 2024, form: level, op: '>', value: 4", []),
        ("year: 2025, form: growth, op: '>', value: 6", []),
    ):
        assert codes_of(first, second) == expected
    (problem,) = read_targets_text(targets_text(first, first))[1]
    assert (problem.place.line, problem.details["first_line"]) == (16, 15)
