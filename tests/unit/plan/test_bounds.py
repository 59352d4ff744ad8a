"""What a figure can be is said once, for values and for targets."""

from __future__ import annotations

import math

import pytest

from lixia_kpi.plan.bounds import UNBOUNDED, bounds_of_target, bounds_of_value


@pytest.mark.parametrize(
    ("measure", "unit", "possible", "impossible"),
    [
        ("share", "%", (0.0, 100.0), (-0.01, 100.01)), ("share", "‰", (0.0, 1000.0), (-0.01, 1000.01)),
        ("count", "个", (0.0, 0.5), (-1.0,)), ("rank", "位", (1.0, 2.0), (0.0, 1.5, -1.0)),
        ("amount", "亿元", (-5.0, 1e9), ()), ("rate", "%", (-200.0, 300.0), ()), ("index", "", (-1.0, 1e9), ()),
    ],
)  # fmt: skip
def test_values_are_bounded_by_what_is_measured(measure, unit, possible, impossible):
    bounds = bounds_of_value(measure, unit)
    assert [bounds.hold(value) for value in possible] == [True] * len(possible)
    assert [bounds.hold(value) for value in impossible] == [False] * len(impossible)


@pytest.mark.parametrize("measure", ["share", "count", "rank", "amount"])
def test_a_yearly_change_is_above_minus_100_whatever_is_measured(measure):
    bounds = bounds_of_value(measure, "%", "yearly_change")
    assert (bounds.hold(-100.0), bounds.hold(-99.999), bounds.hold(250.0)) == (False, True, True)


@pytest.mark.parametrize(
    ("form", "op", "measure", "unreachable"),
    [
        ("level", ">", "share", 100.0), ("every_year", "<", "share", 0.0), ("level", "<", "count", 0.0),
        ("total", "<", "amount", 0.0), ("level", ">=", "share", None), ("level", ">", "amount", None),
        ("level", "<", "rate", None), ("points", ">", "share", None), ("growth", "<", "amount", None),
    ],
)  # fmt: skip
def test_a_comparator_makes_the_end_of_the_bounds_unreachable(form, op, measure, unreachable):
    found = bounds_of_target(form, op, measure, "%").unreachable
    assert math.isnan(found) if unreachable is None else found == unreachable


def test_relative_targets_have_bounds_of_their_own():
    assert bounds_of_target("points", ">=", "share", "%")[:2] == (-100.0, 100.0)
    assert bounds_of_target("points", ">=", "rate", "%") is UNBOUNDED
    assert not bounds_of_target("change", "<=", "rank", "位").hold(-100.0)
    assert bounds_of_target("level", ">=", "share", "%", "yearly_change") is UNBOUNDED
    assert bounds_of_target("total", ">=", "count", "个", "yearly_change").low == 0
