"""Mappings by their shapes: keys that are unknown or missing, and values of the wrong shape."""

from unit.plan.sample import codes, read_baseline_text, read_targets_text, targets_text

TARGET = "year: 2025, form: level, op: '>', value: 2500"


def one(text):
    (problem,) = read_targets_text(text)[1]
    return problem


def test_an_unknown_key_names_the_nearest_that_is_free():
    problem = one(targets_text(TARGET, more="obsered_as: level"))
    assert (problem.code, problem.place.line, problem.place.column) == ("unknown_key", 14, 5)
    assert dict(problem.details) == {"key": "obsered_as", "where": "indicator", "nearest": "observed_as"}


def test_an_unknown_key_does_not_suggest_one_that_is_there():
    problem = one(targets_text(TARGET, more="unitt: 家"))
    assert problem.details["nearest"] != "unit"


def test_an_unknown_key_cannot_steer_a_terminal():
    problem = one(targets_text(TARGET, more='"\\e[2J": 1'))
    assert problem.details["key"] == "U+001B[2J"


def test_every_missing_key_is_named_with_the_id():
    problems = read_targets_text("schema: 1\nplan: {}\nindicators:\n  - id: gdp\n  - {}\n")[1]
    missing = [(p.place.line, p.details["where"], p.details["key"], p.details.get("id")) for p in problems]
    of_plan = [(2, "plan", key, None) for key in ("id", "name", "period", "baseline_year")]
    keys = ("name", "group", "measure", "direction", "unit")
    of_gdp = [(4, "indicator", key, "gdp") for key in keys]
    of_other = [(5, "indicator", key, None) for key in ("id", *keys)]
    assert sorted(missing, key=str) == sorted(of_plan + of_gdp + of_other, key=str)
    assert [p.code for p in problems if p.details["key"] == "direction"] == ["missing_direction"] * 2


def test_values_of_the_wrong_shape():
    text = targets_text(TARGET, more="breaks: 2018").replace("group: economy", "group: [economy]")
    found = [(p.code, p.details["key"], p.details["expected"], p.details["found"]) for p in read_targets_text(text)[1]]
    assert found == [("wrong_shape", "group", "value", "list"), ("wrong_shape", "breaks", "list", "value")]


def test_lists_of_things_that_are_none():
    problems = read_targets_text(targets_text(TARGET, more="breaks: [[2018], {a: 1}, 2019, x]"))[1]
    assert codes(problems) == [("error", "wrong_shape"), ("error", "wrong_shape"), ("error", "not_a_number")]
    problems = read_baseline_text("schema: 1\nyear: 2020\nindicators: [gdp, [a]]\n")[1]
    assert codes(problems) == [("error", "wrong_shape")] * 2


def test_a_root_that_is_no_mapping():
    for text in ("- a\n", "text\n"):
        targets, problems = read_targets_text(text)
        assert targets is None
        assert codes(problems) == [("error", "wrong_shape")]


def test_a_refused_value_is_reported_once():
    problems = read_targets_text(targets_text(TARGET).replace("group: economy", "group: !x economy"))[1]
    assert codes(problems) == [("error", "yaml_tag")]
