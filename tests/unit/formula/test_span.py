"""Figures with the room they leave: every value within the parts lies within the whole."""

from math import inf, isnan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lixia_kpi.formula.evaluate import Undefined, evaluate_formula
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.formula.span import Span, exactly, inverse, negative, times, total

NUMBERS = st.floats(-1e6, 1e6)


@st.composite
def spans(draw):
    low, value, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    ends = draw(st.sampled_from([(low, high), (-inf, high), (low, inf), (-inf, inf)]))
    return Span(ends[0], value, ends[1], draw(st.booleans()))


def inside(span):
    return max(span.low, -1e7), min(span.high, 1e7)


@given(spans(), spans(), st.floats(0, 1), st.floats(0, 1))
def test_sum_and_product_of_any_two_values_lie_within(left, right, s, t):
    (a, b), (c, d) = inside(left), inside(right)
    x, y = a + s * (b - a), c + t * (d - c)
    for found, value in ((total(left, right), x + y), (times(left, right), x * y)):
        slack = 1e-6 * max(1.0, abs(value))
        assert found.low - slack <= value <= found.high + slack
        assert not isnan(found.low)
        assert not isnan(found.high)
        assert found.one_sided == (left.one_sided or right.one_sided)


@given(spans(), st.floats(0, 1))
def test_inverse_of_any_value_lies_within(span, s):
    found = inverse(span)
    if span.value == 0:
        assert found is None
        return
    a, b = inside(span)
    x = a + s * (b - a)
    assume(abs(x) > 1e-9)
    assert found.low * (1 - 1e-9) - 1e-9 <= 1 / x <= found.high * (1 + 1e-9) + 1e-9 or found.low == -inf


@given(spans())
def test_negating_twice_changes_nothing(span):
    assert negative(negative(span)) == span


def test_two_lower_bounds_divide_to_anything_positive():
    known = {"gdp": Span(2500, 2500, inf, True), "head": Span(28, 28, inf, True)}
    found = evaluate_formula(parse_formula("gdp / head"), lambda r: known[r.id])
    assert (found.low, found.high, found.one_sided) == (0.0, inf, True)
    assert found.value == pytest.approx(89.2857, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "reason"), [("a / 0", "division_by_zero"), ("a / (b - b)", "division_by_zero"), ("a / c", "missing")]
)
def test_undefined_has_a_reason(text, reason):
    known = {"a": exactly(1.0), "b": exactly(2.0)}
    assert evaluate_formula(parse_formula(text), lambda r: known.get(r.id)).reason == reason


def test_the_missing_figure_is_named():
    assert evaluate_formula(parse_formula("1 + nothing"), lambda r: None) == Undefined("missing", "nothing")


def test_a_result_beyond_all_numbers_is_undefined():
    huge = exactly(1e300)
    assert evaluate_formula(parse_formula("a * a"), lambda r: huge) == Undefined("too_large")
    assert evaluate_formula(parse_formula("a * a - a * a"), lambda r: huge) == Undefined("too_large")
