"""Conversion: exact in printed decimals, only within a dimension, and there and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.units.conversion import conversion, convert
from lixia_kpi.units.unit import Factor

YUAN = ["元", "千元", "万元", "百万元", "亿元", "万亿元", "billion yuan", "million yuan", "RMB 100 million"]
PLAIN = st.decimals(min_value=-(10**9), max_value=10**9, places=4).map(float)


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (228.29, "billion yuan", "亿元", 2282.9),
        (244.69, "billion yuan", "亿元", 2446.9),
        (1305958.0, "万元", "亿元", 130.5958),
        (200000.0, "square metres", "万平方米", 20.0),
        (65000.0, "个", "万个", 6.5),
        (1.30756, "billion persons", "万人", 130756.0),
        (122.0, "million ha", "亿亩", 18.3),
        (8.0, "‰", "%", 0.8),
        (0.3, "万件", "件", 3000.0),
        (15.0, "亩", "公顷", 1.0),
        (7.0, "万元/人", "元/人", 70000.0),
    ],
)
def test_known_conversions(value, source, target, expected):
    assert convert(value, source, target) == expected


@pytest.mark.parametrize(("source", "target"), [("亿美元", "亿元"), ("%", "百分点"), ("家", "个"), ("人", "人次")])
def test_different_things_do_not_convert(source, target):
    assert convert(1.0, source, target) is None


def test_declared_counters_are_equal_with_their_prefixes():
    assert convert(30000.0, "处", "万座", also=("处",)) == 3.0
    assert conversion("处", "座") is None


def test_money_cannot_be_declared_equal():
    assert convert(1.0, "亿美元", "亿元", also=("亿美元",)) is None
    assert convert(1.0, "%", "家", also=("%",)) is None


@given(PLAIN, st.sampled_from(YUAN), st.sampled_from(YUAN))
def test_there_and_back(value, source, target):
    there = convert(value, source, target)
    assert convert(there, target, source) == pytest.approx(value, rel=1e-15, abs=0)


@given(PLAIN, st.sampled_from(YUAN), st.sampled_from(YUAN))
def test_the_result_is_the_decimal_product_rounded_once(value, source, target):
    factor = conversion(source, target)
    exact = Decimal(repr(value)) * factor.numerator / factor.denominator
    assert convert(value, source, target) == float(exact)


@given(st.floats())
def test_any_float_converts(value):
    converted = convert(value, "billion yuan", "元")
    assert converted != converted if value != value else isinstance(converted, float)


def test_the_factor_of_no_conversion_changes_nothing():
    assert Factor() == (1, 1)
    assert Factor().apply(3.7) == 3.7
