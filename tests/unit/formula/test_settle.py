"""Units carried through a formula: what goes together, what each figure becomes, what is refused and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.formula.evaluate import evaluate_formula
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.formula.quantity import factor_to, product, quantity_of, shown_dimension
from lixia_kpi.formula.settle import settle, settle_pair
from lixia_kpi.formula.span import exactly
from lixia_kpi.formula.tree import FormulaFault

UNITS = {
    "gdp": "亿元", "tax": "万元", "population": "万人", "firms": "家", "buildings": "座", "share": "%", "growth": "%",
    "per_mille": "‰", "fdi": "亿美元", "energy": "万吨标准煤", "land": "亩", "area": "万平方米", "patents": "件",
}  # fmt: skip
VALUES = {
    "gdp": 2500.0, "tax": 500000.0, "population": 80.0, "firms": 30.0, "share": 65.0, "growth": 7.8, "per_mille": 5.0,
    "energy": 120.0, "land": 300.0, "area": 20.0, "patents": 160.0,
}  # fmt: skip


def value(text, unit):
    settled = settle(parse_formula(text), UNITS, unit=unit)
    assert not isinstance(settled, FormulaFault), settled
    return evaluate_formula(settled[0], lambda r: exactly(VALUES[r.id])).value


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("gdp / population", "元", 312500.0),
        ("gdp / population", "元/人", 312500.0),
        ("gdp / population", "万元", 31.25),
        ("tax / gdp", "%", 2.0),
        ("gdp + tax", "亿元", 2550.0),
        ("tax + gdp", "亿元", 2550.0),
        ("gdp * share", "亿元", 1625.0),
        ("gdp * 65%", "亿元", 1625.0),
        ("gdp * (1 + growth)", "亿元", 2695.0),
        ("gdp * (1 - share)", "亿元", 875.0),
        ("100% - share", "%", 35.0),
        ("share + per_mille", "%", 65.5),
        ("energy / gdp", "吨标准煤/万元", 0.048),
        ("patents / population", "件/万人", 2.0),
        ("gdp / tax * population", "万人", 4000.0),
        ("area + land", "平方米", 400000.0),
        ("gdp - 100", "亿元", 2400.0),
        ("2 * gdp - 100", "亿元", 4900.0),
        ("gdp / gdp", "ratio", 1.0),
        ("gdp / 4", "亿元", 625.0),
        ("gdp / (gdp / population)", "万人", 80.0),
    ],
)
def test_figures_come_out_in_the_unit_asked_for(text, unit, expected):
    assert value(text, unit) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("text", "unit", "code", "column"),
    [
        ("gdp + population", None, "formula_units_differ", 7),
        ("gdp - fdi", None, "formula_units_differ", 7),
        ("firms + buildings", None, "formula_units_differ", 9),
        ("firms + share", None, "formula_units_differ", 9),
        ("gdp + share", None, "formula_units_differ", 7),
        ("gdp / population", "亿美元", "formula_units_differ", 5),
        ("firms", "%", "formula_units_differ", 1),
        ("share", "万人", "formula_units_differ", 1),
        ("firms / population", "座/万人", "formula_units_differ", 7),
        ("share + 5", None, "formula_bare_percent", 9),
        ("2 - share", None, "formula_bare_percent", 1),
        ("gdp / population - 3", None, "formula_bare_number", 20),
        ("100 * tax / gdp", "%", "formula_hundredfold", 1),
        ("tax / gdp * 100", "%", "formula_hundredfold", 13),
        ("tax / gdp * 1000", "‰", "formula_hundredfold", 13),
        ("gpd / population", None, "formula_unknown_id", 1),
        ("3 * gdp", "%", "formula_units_differ", 3),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_place(text, unit, code, column):
    found = settle(parse_formula(text), UNITS, unit=unit)
    assert isinstance(found, FormulaFault)
    assert (found.code, found.column) == (code, column)


def test_nearest_id_is_offered():
    assert settle(parse_formula("popualtion"), UNITS).details["nearest"] == "population"


def test_both_sides_of_a_relation_come_into_the_unit_of_the_indicator_that_stands_alone():
    left = settle(parse_formula("gdp / population"), UNITS)
    right = settle(parse_formula("tax"), UNITS)
    one, other, quantity = settle_pair(left, right)
    assert quantity.unit == "万元"
    assert evaluate_formula(one, lambda r: exactly(VALUES[r.id])).value == pytest.approx(31.25)
    assert evaluate_formula(other, lambda r: exactly(VALUES[r.id])).value == 500000.0


def test_a_bare_number_beside_a_percentage_is_refused_in_a_relation_too():
    pair = settle_pair(settle(parse_formula("share"), UNITS), settle(parse_formula("100"), UNITS))
    assert pair.code == "formula_bare_percent"
    assert not isinstance(
        settle_pair(settle(parse_formula("share"), UNITS), settle(parse_formula("100%"), UNITS)), FormulaFault
    )


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_a_product_divided_by_a_factor_is_the_other_factor(first, second):
    a, b = quantity_of(UNITS[first]), quantity_of(UNITS[second])
    back = product(product(a, b), b, divided=True)
    assert (back.powers, back.numerator, back.denominator) == (a.powers, a.numerator, a.denominator)


@given(st.sampled_from(["亿元", "万元", "元", "billion yuan"]), st.sampled_from(["亿元", "万元", "元", "million yuan"]))
def test_factors_there_and_back_cancel(one, other):
    there, back = factor_to(quantity_of(one), quantity_of(other)), factor_to(quantity_of(other), quantity_of(one))
    assert (there.numerator, there.denominator) == (back.denominator, back.numerator)


def test_dimensions_are_named_in_messages():
    money_per_head = product(quantity_of("亿元"), quantity_of("万人"), divided=True)
    assert shown_dimension(money_per_head) == "yuan/person"
    assert shown_dimension(product(money_per_head, money_per_head)) == "yuan^2/person^2"
    assert shown_dimension(quantity_of("亿元")) == "亿元"
