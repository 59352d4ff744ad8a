"""Each built-in check and the declared identities on small folders, where the answer is known."""

import pytest

from acceptance.plans import make_plan
from lixia_kpi.audit.audit import at_or_above, audit
from lixia_kpi.folder.open import open_folder


def findings(folder, *, identities=(), **content):
    made = make_plan(folder, **content)
    if identities:
        import yaml

        file = made / "targets.yaml"
        whole = yaml.safe_load(file.read_text(encoding="utf-8"))
        whole["identities"] = [{"name": {"zh": "关系", "en": "Relation"}, **identity} for identity in identities]
        file.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return audit(open_folder(str(made)))


def brief(found):
    return [(f.code, f.severity, f.moment.kind, f.moment.year) for f in found]


def only(found, code):
    (one,) = (f for f in found if f.code == code)
    return one


# Identities


def test_an_identity_is_evaluated_for_baseline_actuals_and_targets(tmp_path):
    found = findings(
        tmp_path,
        indicators=[
            {"id": "whole", "targets": [{"op": "=", "value": 100}]},
            {"id": "one", "targets": [{"op": "=", "value": 60}]},
            {"id": "other", "targets": [{"op": "=", "value": 50}]},
        ],
        baselines=[{"id": "whole", "value": 80}, {"id": "one", "value": 30}, {"id": "other", "value": 50}],
        actuals=[("whole", 2021, 85), ("one", 2021, 31.5), ("other", 2021, 53.4), ("whole", 2022, 90)],
        identities=[{"id": "parts", "left": "one + other", "relation": "=", "right": "whole"}],
    )
    assert brief(found) == [
        ("identity_contradicted", "error", "target", 2025),
        ("identity_holds", None, "baseline", 2020),
        ("identity_holds", None, "actual", 2021),
    ]
    assert (found[0].value, found[0].other, found[0].unit) == (110, 100, "亿元")
    assert found[0].ids == ("one", "other", "whole")
    assert found[0].place.file.endswith("targets.yaml")


def test_rounding_of_the_parts_is_allowed_for_and_nothing_beyond_it(tmp_path):
    def code(value):
        found = findings(
            tmp_path / str(value),
            indicators=[{"id": i, "targets": []} for i in ("whole", "one", "other")],
            actuals=[("whole", 2021, value), ("one", 2021, 33.3), ("other", 2021, 66.6)],
            identities=[{"id": "parts", "left": "one + other", "relation": "=", "right": "whole"}],
        )
        return found[0].code

    assert code(100) == "identity_holds"
    assert code("100.1") == "identity_contradicted"


def test_tolerance_is_a_percentage_of_the_larger_side(tmp_path):
    def code(tolerance):
        found = findings(
            tmp_path / str(tolerance),
            indicators=[{"id": "one", "targets": []}, {"id": "other", "targets": []}],
            actuals=[("one", 2021, "100.00"), ("other", 2021, "102.00")],
            identities=[{"id": "x", "left": "one", "relation": "=", "right": "other", "tolerance": tolerance}],
        )
        return found[0].code

    assert code(1.9) == "identity_contradicted"
    assert code(2) == "identity_holds"


def test_two_lower_bounds_imply_and_do_not_contradict(tmp_path):
    found = findings(
        tmp_path,
        indicators=[
            {"id": "gdp", "targets": [{"op": ">", "value": 2500}]},
            {"id": "per_head", "unit": "万元", "targets": [{"value": 28}]},
            {"id": "part", "targets": [{"value": 3000}]},
        ],
        identities=[
            {
                "id": "people",
                "implied": {"name": {"zh": "人口", "en": "people"}, "formula": "gdp / per_head", "unit": "万人"},
            },
            {"id": "part", "left": "part", "relation": "<=", "right": "gdp"},
        ],
    )
    assert brief(found) == [
        ("identity_needs_more", "warning", "target", 2025),
        ("figure_implied_by_bounds", "note", "target", 2025),
    ]
    assert found[1].value == pytest.approx(89.2857, abs=1e-4)
    assert found[1].unit == "万人"


def test_a_product_of_lower_bounds_is_a_lower_bound_and_an_exact_one_is_none(tmp_path):
    implied = {"name": {"zh": "经费", "en": "spending"}, "formula": "gdp * share", "unit": "亿元"}

    def code(op, op_of_share):
        share = {"id": "share", "unit": "%", "measure": "share", "targets": [{"op": op_of_share, "value": 2}]}
        found = findings(
            tmp_path / f"{ord(op[0])}{ord(op_of_share[0])}",
            indicators=[{"id": "gdp", "targets": [{"op": op, "value": 2500}]}, share],
            identities=[{"id": "x", "implied": implied}],
        )
        assert found[0].value == 50
        return found[0].code

    assert code(">=", ">=") == "figure_implied_at_least"
    assert code("=", "=") == "figure_implied"


def test_what_is_missing_for_a_target_is_said_with_its_name(tmp_path):
    found = findings(
        tmp_path,
        indicators=[{"id": "gdp"}, {"id": "tax", "name": {"zh": "税收", "en": "Tax revenue"}, "targets": []}],
        identities=[{"id": "x", "left": "tax", "relation": "<=", "right": "gdp"}],
    )
    assert brief(found) == [("identity_missing", "note", "target", 2025)]
    assert found[0].result == "cannot_tell"
    assert found[0].details["missing_en"] == "Tax revenue"


def test_division_by_zero_is_said_for_any_year(tmp_path):
    found = findings(
        tmp_path,
        indicators=[{"id": "a", "targets": []}, {"id": "b", "targets": []}],
        actuals=[("a", 2021, 5), ("b", 2021, 0)],
        identities=[{"id": "x", "left": "a / b", "relation": "<=", "right": "1"}],
    )
    assert brief(found) == [("identity_division_by_zero", "note", "actual", 2021)]


def test_totals_are_compared_with_totals(tmp_path):
    total = {"period": {"start": 2021, "end": 2025}, "form": "total", "op": "="}
    found = findings(
        tmp_path,
        indicators=[
            {"id": "part", "measure": "count", "unit": "所", "targets": [{**total, "value": 40}]},
            {"id": "whole", "measure": "count", "unit": "所", "targets": [{**total, "value": 30}]},
        ],
        identities=[{"id": "x", "left": "part", "relation": "<=", "right": "whole"}],
    )
    assert brief(found) == [("identity_contradicted", "error", "target", 2025)]


# Promises


@pytest.mark.parametrize(
    ("targets", "code", "severity"),
    [
        ([{"op": ">", "value": 150}, {"op": ">=", "value": 150}], "two_comparators", "warning"),
        ([{"op": ">", "value": 150}, {"op": ">=", "value": 160}], "two_values", "warning"),
        ([{"op": "=", "value": 150}, {"op": ">=", "value": 160}], "two_values_apart", "error"),
    ],
)
def test_promises_printed_twice(tmp_path, targets, code, severity):
    found = findings(tmp_path, indicators=[{"id": "gdp", "targets": targets}])
    assert brief(found) == [(code, severity, "target", 2025)]
    assert found[0].details["first_place"].endswith("targets.yaml:24:5")


@pytest.mark.parametrize(
    ("other", "amounts_to"),
    [
        ({"form": "growth", "value": 7}, 140.2552),
        ({"form": "change", "value": 30}, 130),
        ({"form": "growth", "value": 8.45}, None),
        ({"form": "total", "value": 900, "period": {"start": 2021, "end": 2025}}, None),
    ],
)
def test_a_level_beside_a_growth_that_amounts_to_another_level(tmp_path, other, amounts_to):
    found = findings(
        tmp_path,
        indicators=[{"id": "gdp", "targets": [{"value": 150}, other]}],
        baselines=[{"id": "gdp", "value": 100}],
    )
    if amounts_to is None:
        assert found == ()
    else:
        assert brief(found) == [("two_forms", "warning", "target", 2025)]
        assert found[0].other == pytest.approx(amounts_to, abs=1e-4)


def test_targets_of_different_years_or_forms_are_no_doubles(tmp_path):
    targets = [{"value": 150}, {"value": 100, "year": 2023}, {"form": "growth", "op": ">=", "value": 7}]
    assert findings(tmp_path, indicators=[{"id": "gdp", "targets": targets}]) == ()


# Sources


def test_a_baseline_and_an_actual_that_differ(tmp_path):
    found = findings(
        tmp_path,
        indicators=[{"id": "gdp", "targets": []}],
        baselines=[{"id": "gdp", "value": 151.6}],
        actuals=[("gdp", 2020, 151.5)],
    )
    assert brief(found) == [("baseline_and_actual_differ", "warning", "baseline", 2020)]
    assert found[0].difference_percent == pytest.approx(-0.066, abs=1e-3)


@pytest.mark.parametrize(
    ("other", "unit", "differ"),
    [
        ("2124", "亿元", False),
        ("2124.2", "亿元", False),
        ("2124.3", "亿元", True),
        ("212.415", "billion yuan", False),
    ],
)
def test_actuals_are_compared_within_what_is_printed(tmp_path, other, unit, differ):
    rows = [
        {"id": "gdp", "year": 2021, "value": "2124.15", "unit": "亿元", "published": "2022-01-01"},
        {"id": "gdp", "year": 2021, "value": other, "unit": unit, "published": "2022-02-01"},
    ]
    found = findings(tmp_path, indicators=[{"id": "gdp", "targets": []}], actuals=rows)
    assert [f.code for f in found] == ["actuals_differ"] * differ


def test_an_expected_figure_that_differs_is_only_a_note(tmp_path):
    rows = [
        {"id": "gdp", "year": 2021, "value": 100, "unit": "亿元", "status": "expected"},
        {"id": "gdp", "year": 2021, "value": 103, "unit": "亿元", "status": "actual"},
        {"id": "gdp", "year": 2022, "value": 50, "unit": "亿元", "period": "H1"},
        {"id": "gdp", "year": 2022, "value": 110, "unit": "亿元"},
    ]
    found = findings(tmp_path, indicators=[{"id": "gdp", "targets": []}], actuals=rows)
    assert brief(found) == [("actuals_differ", "note", "actual", 2021)]


# Printed growth


@pytest.mark.parametrize(
    ("growth", "code", "severity"),
    [
        ({"value": 5}, "growth_only_rounds", "warning"),
        ({"value": 4.8}, "growth_holds", None),
        ({"value": 4.9}, "growth_differs", "error"),
        ({"value": 4.85}, "growth_last_digit", "note"),
        ({"value": 48, "unit": "‰"}, "growth_holds", None),
        ({"value": 26.3, "span": "period"}, "growth_holds", None),
        ({"value": 28, "span": "period"}, "growth_differs", "error"),
    ],
)
def test_growth_printed_beside_a_target(tmp_path, growth, code, severity):
    found = findings(
        tmp_path,
        indicators=[{"id": "income", "unit": "元", "targets": [{"op": "=", "value": 4110, "printed_growth": growth}]}],
        baselines=[{"id": "income", "value": 3255}],
    )
    assert brief(found) == [(code, severity, "target", 2025)]
    if growth.get("span") != "period":
        assert found[0].other == pytest.approx(47.75 if growth.get("unit") else 4.775, abs=0.005)


def test_a_share_grows_by_points_and_a_bound_is_only_doubtful(tmp_path):
    share = {"id": "share", "unit": "%", "measure": "share"}
    growth = {"value": 5, "unit": "points", "span": "period"}

    def code(op):
        found = findings(
            tmp_path / str(ord(op[0])),
            indicators=[{**share, "targets": [{"op": op, "value": 43, "printed_growth": growth}]}],
            baselines=[{"id": "share", "value": 40}],
        )
        return found[0].code, found[0].severity

    assert code("=") == ("growth_differs", "error")
    assert code(">=") == ("growth_differs", "warning")


def test_growth_of_the_years_before_the_plan(tmp_path):
    def result(basis, **more):
        found = findings(
            tmp_path / str(basis) / str(len(more)),
            indicators=[{"id": "revenue", "basis": "current_prices", "targets": [], **more}],
            baselines=[{"id": "revenue", "value": 151.6, "growth": {"value": 6.1, "from": 2016, "to": 2020, **basis}}],
            actuals=[("revenue", 2015, "130.5958")],
        )
        return found[0].code, found[0].severity

    assert result({}) == ("growth_differs", "error")
    assert result({"basis": "current_prices"}) == ("growth_differs", "error")
    assert result({"basis": "constant_prices"}) == ("growth_basis_differs", "note")
    assert result({}, breaks=[2018]) == ("growth_across_break", "note")


def test_no_level_no_comparison(tmp_path):
    found = findings(
        tmp_path,
        indicators=[{"id": "revenue", "targets": []}],
        baselines=[{"id": "revenue", "value": 151.6, "growth": {"value": 6.1, "from": 2016, "to": 2020}}],
    )
    assert found == ()


# Formulas


def test_a_published_figure_is_compared_with_its_formula(tmp_path):
    found = findings(
        tmp_path,
        indicators=[
            {"id": "per_head", "unit": "元", "formula": "gdp / people", "targets": []},
            {"id": "gdp", "targets": []},
            {"id": "people", "unit": "万人", "measure": "count", "targets": []},
        ],
        actuals=[
            ("gdp", 2021, 2200), ("people", 2021, 80), ("per_head", 2021, 275500),
            ("gdp", 2022, 2400), ("people", 2022, 80), ("per_head", 2022, 310000),
            ("gdp", 2023, 2500), ("people", 2023, 0),
        ],
    )  # fmt: skip
    assert brief(found) == [
        ("formula_and_figure_differ", "warning", "actual", 2022),
        ("formula_division_by_zero", "note", "actual", 2023),
        ("formula_and_figure_agree", None, "actual", 2021),
    ]
    assert only(found, "formula_and_figure_differ").other == pytest.approx(300000)


def test_a_baseline_is_compared_with_the_derivation_it_states(tmp_path):
    def code(value, text):
        found = findings(
            tmp_path / str(value) / str(len(text)),
            indicators=[{"id": "n", "unit": "家", "measure": "count", "targets": []}],
            baselines=[{"id": "n", "value": value, "derived": text}],
        )
        return [(f.code, f.severity) for f in found]

    assert code(35, "50 - 15") == [("stated_derivation_agrees", None)]
    assert code(36, "50 - 15") == [("stated_derivation_differs", "error")]
    assert code(36, "fifty less fifteen") == []


def test_levels(tmp_path):
    found = findings(
        tmp_path,
        indicators=[{"id": "gdp", "targets": [{"op": ">", "value": 150}, {"op": ">=", "value": 150}]}],
        baselines=[{"id": "gdp", "value": 35, "derived": "30"}],
        actuals=[
            {"id": "gdp", "year": 2021, "value": 100, "unit": "亿元", "status": "expected"},
            {"id": "gdp", "year": 2021, "value": 103, "unit": "亿元"},
        ],
    )
    assert [f.severity for f in found] == ["error", "warning", "note"]
    assert [len(at_or_above(found, level)) for level in ("error", "warning", "note")] == [1, 2, 3]
