import math
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lixia_kpi.growth import COMPARATORS, round_half_up, rounds_to_target, satisfies
from strategies import any_values

MIRROR = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "=", "~": "~"}


@pytest.mark.parametrize(
    ("value", "op", "target", "direction", "met"),
    [
        (2500, ">", 2500, "up", False),
        (2500 * (1 + 5e-10), ">", 2500, "up", False),
        (2500 * (1 + 2e-9), ">", 2500, "up", True),
        (72.69, ">=", 72.69, "up", True),
        (2500 * (1 - 5e-10), ">=", 2500, "up", True),
        (2500 * (1 - 2e-9), ">=", 2500, "up", False),
        (3.5, "<=", 3.5, "down", True),
        (3.5, "<", 3.5, "down", False),
        (3.4999, "<", 3.5, "down", True),
        (3.51, "<=", 3.5, "down", False),
        (15, "=", 15, "up", True),
        (16, "=", 15, "up", True),
        (14, "=", 15, "up", False),
        (14, "=", 15, "down", True),
        (16, "=", 15, "down", False),
        (95, "~", 100, "up", True),
        (94.99, "~", 100, "up", False),
        (130, "~", 100, "up", True),
        (105, "~", 100, "down", True),
        (105.01, "~", 100, "down", False),
        (70, "~", 100, "down", True),
        (-104, "~", -100, "up", True),
        (-106, "~", -100, "up", False),
        (0, "<=", 0, "down", True),
        (0, "<", 0, "down", False),
        (0, "~", 0, "up", True),
    ],
)
def test_comparators_in_the_wanted_direction(value, op, target, direction, met):
    assert bool(satisfies(value, op, target, direction=direction)) is met


def test_the_cap_of_a_wanted_rise_reads_as_written():
    assert not satisfies(4, "<=", 3.5, direction="up")
    assert satisfies(3, "<=", 3.5, direction="up")


def test_only_equality_is_compared_after_rounding():
    held = satisfies(19.98, COMPARATORS, 20, direction="up", decimals=0, tolerance=0)
    assert dict(zip(COMPARATORS, held.tolist(), strict=True)) == {
        ">=": False,
        ">": False,
        "<=": True,
        "<": True,
        "=": True,
        "~": False,
    }
    assert not satisfies(19.98, "=", 20, direction="up")
    assert not satisfies(19.4, "=", 20, direction="up", decimals=0)
    assert satisfies(20.4, "=", 20, direction="down", decimals=0)


def test_tolerance_is_percent_of_the_target_and_five_when_absent():
    assert satisfies(98, "~", 100, direction="up", tolerance=2)
    assert not satisfies(97.9, "~", 100, direction="up", tolerance=2)
    assert satisfies(95, "~", 100, direction="up", tolerance=None)


@pytest.mark.parametrize("op", COMPARATORS)
def test_missing_values_satisfy_nothing(op):
    assert not satisfies([np.nan, 1, np.inf], op, [1, np.nan, 1], direction="up").any()


@given(any_values, st.sampled_from(COMPARATORS), any_values, st.sampled_from([0.0, 5.0, 12.5]))
def test_mirroring_values_and_direction_mirrors_the_verdict(value, op, target, tolerance):
    upward = satisfies(value, op, target, direction="up", tolerance=tolerance)
    downward = satisfies(-value, MIRROR[op], -target, direction="down", tolerance=tolerance)
    assert upward == downward


@given(any_values, any_values)
def test_strict_and_weak_comparators_complement_each_other(value, target):
    assert bool(satisfies(value, ">", target, direction="up")) is not bool(
        satisfies(value, "<=", target, direction="up")
    )


@given(any_values, st.sampled_from(COMPARATORS), any_values, st.integers(-6, 6))
def test_a_change_of_unit_changes_no_verdict(value, op, target, power):
    assume(value == target or not math.isclose(value, target, rel_tol=1e-8))
    factor = 2.0**power
    assert satisfies(value * factor, op, target * factor, direction="up") == satisfies(
        value, op, target, direction="up"
    )


def test_mixed_comparators_in_one_call_equal_one_call_each():
    rng = np.random.default_rng(3)
    ops, directions = rng.choice(COMPARATORS, 300), rng.choice(["up", "down"], 300)
    values, targets = rng.integers(90, 110, 300) / 10, rng.integers(95, 105, 300) / 10
    batch = satisfies(values, ops, targets, direction=directions, decimals=0)
    single = [
        bool(satisfies(v, str(op), t, direction=str(d), decimals=0))
        for v, op, t, d in zip(values, ops, targets, directions, strict=True)
    ]
    assert batch.tolist() == single


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match=r"unknown comparator '=>': expected one of >=, >, <=, <, =, ~$"):
        satisfies(1, [">=", "=>"], 1, direction="up")
    with pytest.raises(ValueError, match=r"unknown direction 'sideways': expected one of up, down$"):
        satisfies(1, ">=", 1, direction="sideways")


def test_rounding_to_the_target_needs_a_difference():
    assert rounds_to_target([19.98, 20.4, 20.0, 20 * (1 + 1e-12)], 20, 0).tolist() == [True, True, False, False]
    assert rounds_to_target(19.98, 20, 1).tolist() is True
    assert rounds_to_target(19.94, 20, 1).tolist() is False
    assert not rounds_to_target(19.98, 20, np.nan)
    assert rounds_to_target([0.0, 0.4], 0, 0).tolist() == [False, True]


@given(st.decimals(-10_000, 10_000, places=4), st.integers(0, 3))
def test_printed_rounding_agrees_with_decimal_arithmetic(value, decimals):
    expected = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert round_half_up(float(value), decimals) == pytest.approx(float(expected), rel=1e-15)


@pytest.mark.parametrize(("value", "printed"), [(1.005, 1.01), (2.675, 2.68), (-1.005, -1.01), (8.345, 8.35)])
def test_a_decimal_half_is_a_half_though_floats_hold_it_just_below(value, printed):
    assert round_half_up(value, 2) == printed


def test_rounding_of_tens_and_of_large_values():
    assert round_half_up(2450, -2) == 2500
    assert round_half_up(1.7e308, 2) != round_half_up(1.0, 2)
    assert np.isnan(round_half_up([1.0, np.nan], [np.nan, 1])).all()


def test_whole_numbers_too_large_for_halves_stay():
    assert round_half_up([2.0**52 + 1, 2.0**53 - 1], 0).tolist() == [2.0**52 + 1, 2.0**53 - 1]


@pytest.mark.parametrize("op", [">=", "<=", "=", "~"])
def test_nought_satisfies_nought(op):
    assert satisfies(0, op, 0, direction="up")
    assert satisfies(0, op, 0, direction="down")
