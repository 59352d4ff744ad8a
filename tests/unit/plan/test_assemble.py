"""Targets and baselines together: ids, units, years, and targets that hold from the start."""

import pytest

from lixia_kpi.plan.assemble import assemble
from lixia_kpi.plan.read import read_baseline
from unit.plan.sample import baseline_text, codes, read_baseline_text, read_targets_text, targets_text

LEVEL = "year: 2025, form: level, op: '>', value: 2500"


def between(targets, *entries):
    baselines, problems = read_baseline_text(baseline_text(*entries))
    assert problems == []
    found = read_targets_text(targets)[0]
    return assemble(found, baselines)


def test_a_plan_without_faults():
    plan, problems = between(targets_text(LEVEL), "id: gdp, value: 1910.41, unit: 亿元")
    assert problems == []
    assert plan.info.id == "demo"
    assert [(baseline.id, baseline.value) for baseline in plan.baselines] == [("gdp", 1910.41)]
    assert plan.indicators[0].targets[0].value == 2500


def test_the_first_file_of_an_id_wins():
    targets = read_targets_text(targets_text(LEVEL))[0]
    first = read_baseline(baseline_text("id: gdp, value: 1, unit: 亿元").encode(), file="baseline_2015.yaml")[0]
    second = read_baseline(baseline_text("id: gdp, value: 2, unit: 亿元").encode(), file="baseline_2020.yaml")[0]
    plan, problems = assemble(targets, [*first, *second])
    assert [baseline.value for baseline in plan.baselines] == [1.0]
    assert codes(problems) == [("note", "baseline_shadowed")]
    assert problems[0].place.file == "baseline_2020.yaml"
    assert problems[0].details["first_file"] == "baseline_2015.yaml"


def test_an_unknown_id_says_what_it_is_or_what_was_meant():
    (problem,) = between(targets_text(LEVEL), "id: gpd, value: 1, unit: 亿元, group: economy")[1]
    assert dict(problem.details) == {"id": "gpd", "nearest": "gdp", "missing": "name, measure"}
    own = "id: other, value: 1, unit: 家, group: economy, measure: count, name: {zh: 甲, en: A}"
    assert between(targets_text(LEVEL), own)[1] == []


def test_no_second_fault_for_an_indicator_that_could_not_be_read():
    plan, problems = between(targets_text(LEVEL, measure="sum"), "id: gdp, value: 1, unit: 亿元")
    assert problems == []
    assert len(plan.baselines) == 1


def test_without_a_head_there_is_no_plan_but_the_faults_between_the_files():
    text = targets_text(LEVEL).replace("baseline_year: 2020\n", "baseline_year: x\n")
    plan, problems = between(text, "id: gdp, value: 1, unit: 亿美元")
    assert plan is None
    assert codes(problems) == [("error", "unit_mismatch")]


@pytest.mark.parametrize(
    ("unit", "more", "found", "is_right"),
    [
        ("亿元", "", "万元", True),
        ("亿元", "", "billion yuan", True),
        ("亿元", "", "亿美元", False),
        ("座", "", "处", False),
        ("座", "unit_also: [处]", "处", True),
        ("万个", "", "个", True),
        ("%", "", "百分点", False),
    ],
)
def test_units(unit, more, found, is_right):
    measure = "share" if unit == "%" else "amount"
    problems = between(targets_text(measure=measure, unit=unit, more=more), f"id: gdp, value: 1, unit: {found}")[1]
    assert codes(problems) == ([] if is_right else [("error", "unit_mismatch")])
    total = between(targets_text(measure=measure, unit=unit, more=more), f"id: gdp, previous_total: 1, unit: {found}")[
        1
    ]
    assert codes(total) == codes(problems)


@pytest.mark.parametrize(
    ("op", "direction", "value", "unit", "is_met"),
    [
        (">", "up", "2500", "亿元", False),
        (">", "up", "2500.1", "亿元", True),
        (">=", "up", "2500", "亿元", True),
        (">=", "up", "2499.9", "亿元", False),
        (">=", "up", "25000000", "万元", True),
        (">=", "up", "24999999", "万元", False),
        ("=", "up", "2600", "亿元", True),
        ("~", "up", "2600", "亿元", True),
        ("<", "down", "2500", "亿元", False),
        ("<=", "down", "2500", "亿元", True),
        ("<=", "down", "2501", "亿元", False),
    ],
)
def test_a_target_that_holds_from_the_start_is_a_warning(op, direction, value, unit, is_met):
    targets = targets_text(f"year: 2025, form: level, op: '{op}', value: 2500", direction=direction)
    problems = between(targets, f"id: gdp, value: {value}, unit: {unit}")[1]
    assert codes(problems) == ([("warning", "met_at_baseline")] if is_met else [])


def test_only_levels_that_start_from_this_baseline_can_hold_from_the_start():
    for target, expected in (
        ("year: 2025, form: total, op: '>=', value: 5", []),
        ("year: 2025, form: every_year, op: '>=', value: 5", []),
        ("period: {start: 2021, end: 2025}, form: level, op: '>=', value: 5", [("warning", "met_at_baseline")]),
        ("period: {start: 2023, end: 2025}, form: level, op: '>=', value: 5", []),
    ):
        assert codes(between(targets_text(target), "id: gdp, value: 9, unit: 亿元")[1]) == expected


def test_a_baseline_precedes_its_targets():
    entry = "id: gdp, value: 9, unit: 亿元, year: {}"
    assert between(targets_text(LEVEL), entry.format(2024))[1] == []
    problems = between(targets_text(LEVEL), entry.format(2025))[1]
    assert codes(problems) == [("error", "target_before_baseline")]


def test_a_baseline_is_within_the_bounds_of_its_measure():
    targets = targets_text(measure="share", unit="%")
    assert between(targets, "id: gdp, value: 100, unit: '%'")[1] == []
    assert between(targets, "id: gdp, value: 999, unit: ‰")[1] == []
    assert codes(between(targets, "id: gdp, value: 101, unit: '%'")[1]) == [("error", "baseline_out_of_bounds")]
