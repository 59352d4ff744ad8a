"""Formulas read: precedence, association, columns of faults, and that no text whatever raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.formula.evaluate import evaluate_formula
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.formula.span import exactly
from lixia_kpi.formula.tokens import tokens_of
from lixia_kpi.formula.tree import DEEPEST, LONGEST, FormulaFault, Negation, Number, Reference, references

VALUES = {"a": 8.0, "b": 2.0, "c": 5.0}


def value(text):
    tree = parse_formula(text)
    assert not isinstance(tree, FormulaFault), tree
    return evaluate_formula(tree, lambda r: exactly(VALUES[r.id])).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a - b - c", 1.0),
        ("a / b / c", 0.8),
        ("a + b * c", 18.0),
        ("(a + b) * c", 50.0),
        ("a / b * c", 20.0),
        ("-a + b", -6.0),
        ("a - -b", 10.0),
        ("+a", 8.0),
        ("a × b ÷ c − 1", 2.2),
        ("2*3", 6.0),
        ("1.5e1 + .5", 15.5),
        ("3e-1", 0.3),
        ("((a))", 8.0),
        ("a+b-c", 5.0),
    ],
)
def test_arithmetic_is_the_usual_one(text, expected):
    assert value(text) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "formula_operand_missing", 1),
        ("a +", "formula_operand_missing", 4),
        ("* a", "formula_operand_missing", 1),
        ("a b", "formula_operator_missing", 3),
        ("a)", "formula_operator_missing", 2),
        ("(a", "formula_expected", 3),
        ("previous(", "formula_operand_missing", 10),
        ("previous(3)", "formula_operand_missing", 10),
        ("previous(a + b)", "formula_expected", 12),
        ("sqrt(a)", "formula_unknown_function", 1),
        ("a ** 2", "formula_operand_missing", 4),
        ("a ^ 2", "formula_character", 3),
        ("a; b", "formula_character", 2),
        ("a\n+ b", "formula_character", 2),
        ("__import__('os')", "formula_character", 12),
        ("a.real", "formula_number", 2),
        ("1,234", "formula_character", 2),
        ("1_000", "formula_operator_missing", 2),
        ("２ * a", "formula_character", 1),
        ("1.2.3", "formula_number", 1),
        ("1e999", "formula_number", 1),
        ("a % b", "formula_character", 3),
        ("(" * (DEEPEST + 2) + "a", "formula_too_deep", DEEPEST + 2),
        ("-" * (DEEPEST + 2) + "a", "formula_too_deep", DEEPEST + 2),
        ("a" * (LONGEST + 1), "formula_too_long", LONGEST + 1),
    ],
)
def test_faults_have_a_code_and_the_column(text, code, column):
    found = parse_formula(text)
    assert isinstance(found, FormulaFault)
    assert (found.code, found.column) == (code, column)


def test_plain_form_of_a_full_width_sign_is_offered():
    assert parse_formula("a ／ b").details["suggestion"] == "/"
    assert parse_formula("a § b").details["suggestion"] == ""


def test_percent_belongs_to_the_number_before_it():
    assert parse_formula("65 %") == Number(65.0, percent=True, column=1)
    assert [token.percent for token in tokens_of("5% + 5")] == [True, False, False, False]


def test_previous_is_a_reference_to_the_year_before():
    assert parse_formula("previous(gdp)") == Reference("gdp", previous=True, column=10)
    assert [(r.id, r.previous) for r in references(parse_formula("-(a * previous(a))"))] == [("a", False), ("a", True)]


def test_a_name_that_only_begins_like_the_function_is_a_name():
    assert parse_formula("previous_total") == Reference("previous_total", previous=False, column=1)
    assert isinstance(parse_formula("- previous"), Negation)


def test_the_longest_sum_does_not_exhaust_the_stack():
    text = "+".join("a" for _ in range(LONGEST // 2))
    assert value(text) == 8.0 * (LONGEST // 2)


PIECES = st.sampled_from(
    ["a", "previous", "(", ")", "+", "-", "*", "/", "%", "1", ".5", " ", "１", "×", "e", "\n", "'"]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_raises(text):
    found = parse_formula(text)
    if isinstance(found, FormulaFault):
        assert 1 <= found.column <= len(text) + 1
    else:
        evaluated = evaluate_formula(found, lambda r: exactly(1.0))
        assert evaluated is not None


TREES = st.recursive(
    st.one_of(st.sampled_from(["a", "b", "c"]), st.integers(0, 99).map(str)),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=12,
)


@given(TREES)
def test_the_value_is_that_of_ordinary_arithmetic(text):
    tree = parse_formula(text)
    if isinstance(tree, FormulaFault):
        assert tree.code in ("formula_too_deep", "formula_too_long")
        return
    try:
        expected = eval(text, {"__builtins__": {}}, dict(VALUES))  # the oracle, of a text made here
    except ZeroDivisionError:
        expected = None
    found = evaluate_formula(tree, lambda r: exactly(VALUES[r.id]))
    if expected is None:
        assert found.reason == "division_by_zero"
    else:
        assert found.value == pytest.approx(expected, rel=1e-12)
