"""Two figures in a relation: contradiction only where no values within the room satisfy it."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.audit.relation import hold_together
from lixia_kpi.formula.span import Span, exactly

AT_LEAST_1000, AT_LEAST_200 = Span(1000, 1000, inf, True), Span(200, 200, inf, True)
AT_MOST_100 = Span(0, 100, 100, True)


@pytest.mark.parametrize(
    ("left", "right", "relation", "tolerance", "expected"),
    [
        (exactly(5), exactly(5), "=", 0, "holds"),
        (exactly(0.1 + 0.2), exactly(0.3), "=", 0, "holds"),
        (exactly(5), exactly(5.04), "=", 0, "contradicts"),
        (exactly(5), exactly(5.04), "=", 1, "holds"),
        (exactly(5.04), exactly(5), "=", 1, "holds"),
        (exactly(-5), exactly(-5.04), "=", 1, "holds"),
        (Span(4.95, 5, 5.05), exactly(5.04), "=", 0, "holds"),
        (exactly(5), exactly(4), "<=", 0, "contradicts"),
        (exactly(5), exactly(4), ">=", 0, "holds"),
        (exactly(4), exactly(5), ">=", 0, "contradicts"),
        (AT_LEAST_1000, AT_LEAST_200, "<=", 0, "implies"),
        (AT_LEAST_200, AT_LEAST_1000, "<=", 0, "holds"),
        (AT_LEAST_1000, AT_LEAST_200, "=", 0, "implies"),
        (AT_LEAST_1000, exactly(200), "<=", 0, "contradicts"),
        (AT_LEAST_1000, AT_MOST_100, "<=", 0, "contradicts"),
        (exactly(300), AT_LEAST_200, "<=", 0, "implies"),
        (AT_MOST_100, AT_LEAST_200, ">=", 0, "contradicts"),
        (exactly(0), exactly(0), "=", 0, "holds"),
    ],
)
def test_known_pairs(left, right, relation, tolerance, expected):
    assert hold_together(left, right, relation, tolerance) == expected


FIGURES = st.tuples(st.floats(-1e6, 1e6), st.floats(0, 100), st.floats(0, 100), st.booleans()).map(
    lambda t: Span(t[0] - t[1], t[0], t[0] + t[2], t[3])
)


@given(FIGURES, FIGURES, st.sampled_from(["=", "<=", ">="]), st.floats(0, 50))
def test_turning_the_relation_round_changes_nothing(left, right, relation, tolerance):
    turned = {"=": "=", "<=": ">=", ">=": "<="}[relation]
    assert hold_together(left, right, relation, tolerance) == hold_together(right, left, turned, tolerance)


@given(FIGURES, FIGURES, st.floats(0, 50))
def test_equal_is_never_milder_than_at_most(left, right, tolerance):
    order = ("holds", "implies", "contradicts")
    at_most = hold_together(left, right, "<=", tolerance)
    assert order.index(hold_together(left, right, "=", tolerance)) >= order.index(at_most)


@given(FIGURES, FIGURES)
def test_figures_that_share_a_value_never_contradict(left, right):
    if max(left.low, right.low) <= min(left.high, right.high):
        assert hold_together(left, right, "=") != "contradicts"
