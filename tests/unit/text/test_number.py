"""Strict numbers: what is accepted, and the plain form that is offered for everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.text.number import Number, NumberFault, parse_number


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("0", 0.0, 0),
        ("1910.41", 1910.41, 2),
        (" -13.5 ", -13.5, 1),
        ("+7", 7.0, 0),
        ("1.50", 1.5, 2),
        ("1.5e3", 1500.0, 0),
        ("2E-2", 0.02, 2),
        (".5", 0.5, 1),
        ("5.", 5.0, 0),
        ("007", 7.0, 0),
    ],
)
def test_plain_numbers(text, value, decimals):
    assert parse_number(text) == Number(value, decimals)


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("１２３", "full_width_number", "123"),
        ("１，２３４．５", "full_width_number", "1234.5"),
        ("1,234", "grouped_number", "1234"),
        ("1 234 567.8", "grouped_number", "1234567.8"),
        ("1,2345", "grouped_number", "12345"),
        ("12,5", "decimal_comma", "12.5"),
        ("1_000", "underscore_in_number", "1000"),
        ("12%", "percent_in_number", "12"),
        ("12％", "full_width_number", "12"),
        ("2.5万", "number_with_unit", "25000"),
        ("1.23456万", "number_with_unit", "12345.6"),
        ("-0.5亿", "number_with_unit", "-50000000"),
        ("2500亿元", "number_with_unit", "2500"),
        ("−13.5", "minus_sign", "-13.5"),
        ("–13.5", "minus_sign", "-13.5"),
        (">2500", "comparator_in_number", "2500"),
        ("约20%", "comparator_in_number", "20"),
        ("300家以上", "comparator_in_number", "300"),
        ("3-4", "range_in_number", "3"),
        ("\u200b12", "invisible_character", "12"),
        ("12\u00a0", "invisible_character", "12"),
        ("0x1F", "based_number", "31"),
        ("inf", "infinite_number", None),
        (".nan", "infinite_number", None),
        ("1e999", "absurd_number", None),
        ("1e-999", "absurd_number", None),
        ("1e22", "absurd_number", None),
        ("9" * 300, "absurd_number", None),
        ("", "empty_number", None),
        ("12:30", "not_a_number", None),
        ("2021-03", "not_a_number", None),
        ("true", "not_a_number", None),
        ("NO", "not_a_number", None),
        ("٣", "not_a_number", None),
        ("²", "not_a_number", None),
        ("1.2.3", "not_a_number", None),
    ],
)
def test_faults_and_their_plain_form(text, code, suggestion):
    assert parse_number(text) == NumberFault(code, suggestion)


def test_minus_zero_is_zero():
    assert str(parse_number("-0").value) == "0.0"


@given(st.text(max_size=30))
def test_every_suggestion_is_itself_a_plain_number(text):
    found = parse_number(text)
    if isinstance(found, NumberFault) and found.suggestion is not None:
        assert isinstance(parse_number(found.suggestion), Number)


@given(st.text("0123456789.,-+eE_%万亿 １２−<>~约", max_size=12))
def test_number_like_text_never_raises(text):
    assert parse_number(text).__class__ in (Number, NumberFault)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_value_and_decimals_of_printed_decimals(number):
    assert parse_number(f"{number:.3f}") == Number(float(number) + 0.0, 3)
