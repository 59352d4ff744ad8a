"""A scalar is what its field says, never what it looks like."""

import pytest

from lixia_kpi.plan.fields import Field
from lixia_kpi.plan.nodes import Scalar
from lixia_kpi.plan.scalars import (
    Fault,
    read_boolean,
    read_choice,
    read_date,
    read_id,
    read_integer,
    read_number,
    read_text,
    read_unit,
    read_year,
)
from lixia_kpi.text.number import Number

FIELD = Field("key", "text", "", choices=("up", "down", "~"))


def read(reader, text, style="", field=FIELD):
    value = reader(Scalar(text, style, 1, 1), field)
    return value.code if isinstance(value, Fault) else value


@pytest.mark.parametrize(
    "text", ["NO", "12:30", "1.5e3", "2020-01-01", "true", "0x1F", "地区生产总值", "“中心”", "a b"]
)
def test_text_is_kept_whatever_it_looks_like(text):
    assert read(read_text, text) == text


@pytest.mark.parametrize(
    ("text", "style", "code"),
    [
        ("", "", "empty_value"),
        ("~", "", "empty_value"),
        ("null", "", "empty_value"),
        ("  ", "'", "empty_value"),
        (" a", "'", "surrounding_blank"),
        ("a\u3000", "", "surrounding_blank"),
        ("a\nb", "|", "line_break"),
        ("a\u200bb", "", "invisible_character"),
        ("a\u202eb", "", "invisible_character"),
        ("a\x1b[2Jb", '"', "invisible_character"),
        ("万" * 2001, "", "text_too_long"),
    ],
)
def test_text_is_clean(text, style, code):
    assert read(read_text, text, style) == code


def test_quoted_words_and_block_text_are_text():
    assert read(read_text, "null", "'") == "null"
    assert read(read_text, "one line\n", "|") == "one line"
    assert read(read_text, "万" * 2000) == "万" * 2000


def test_a_unit_has_no_full_width_signs():
    assert read(read_unit, "万平方米") == "万平方米"
    assert read(read_unit, "％") == "full_width_character"
    assert read_unit(Scalar("％", "", 1, 1), FIELD).details["suggestion"] == "%"


@pytest.mark.parametrize("text", ["gdp", "a1_b", "no"])
def test_ids_are_snake_case(text):
    assert read(read_id, text) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("GDP-total", "gdp_total"), ("ｇdp", "gdp"), ("gdp\u200b", "gdp"), ("1st", ""), ("地区", ""), ("gdp ", "gdp")],
)
def test_other_ids_are_refused_with_a_suggestion(text, suggestion):
    fault = read_id(Scalar(text, "'", 1, 1), FIELD)
    assert (fault.code, fault.details["suggestion"]) == ("not_an_id", suggestion)


def test_a_choice_is_one_of_its_words():
    assert read(read_choice, "up") == "up"
    assert read(read_choice, "~") == "~"
    fault = read_choice(Scalar("dwon", "", 1, 1), FIELD)
    assert (fault.code, fault.details["nearest"]) == ("unknown_value", "down")
    assert read(read_choice, "") == "empty_value"
    assert read(read_choice, "", ">") == "yaml_unquoted_comparator"
    assert read(read_choice, "Up") == "unknown_value"


@pytest.mark.parametrize("text", ["yes", "no", "on", "True", "TRUE", "1", "0", "", "~"])
def test_only_true_and_false_are_truth_values(text):
    assert read(read_boolean, text) == "wrong_type"


def test_truth_values():
    assert read(read_boolean, "true") is True
    assert read(read_boolean, "false") is False
    assert read(read_boolean, "true", "'") == "wrong_type"


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("2500", 2500.0, 0), ("1910.41", 1910.41, 2), ("1.5e3", 1500.0, 0), ("-13.5", -13.5, 1), ("1e15", 1e15, 0)],
)
def test_numbers(text, value, decimals):
    assert read(read_number, text) == Number(value, decimals)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12:30", "not_a_number"),
        ("NO", "not_a_number"),
        ("1,234", "grouped_number"),
        ("1_234", "underscore_in_number"),
        ("１２", "full_width_number"),
        (".inf", "infinite_number"),
        (".nan", "infinite_number"),
        ("1.1e15", "absurd_number"),
        ("1e999", "absurd_number"),
        ("0x1F", "based_number"),
        ("65%", "percent_in_number"),
        ("", "empty_value"),
        ("null", "empty_value"),
    ],
)
def test_what_is_no_plain_number(text, code):
    assert read(read_number, text) == code


def test_a_number_in_quotation_marks_is_refused():
    assert read(read_number, "2500", "'") == "quoted_number"


def test_bounds_of_numbers():
    field = Field("cut", "number", "", above=0, high=10)
    assert read(read_number, "10", field=field) == Number(10.0, 0)
    assert read(read_number, "0", field=field) == "out_of_bounds"
    assert read(read_number, "10.1", field=field) == "out_of_bounds"
    assert read_number(Scalar("0", "", 1, 1), field).details["bounds"] == "> 0, <= 10"


def test_whole_numbers():
    field = Field("chapter", "integer", "", low=1, high=999)
    assert read(read_integer, "7", field=field) == 7
    assert read(read_integer, "0", field=field) == "out_of_bounds"
    assert read(read_integer, "1000", field=field) == "out_of_bounds"
    assert read(read_integer, "7.0", field=field) == "wrong_type"
    assert read(read_integer, "007", field=field) == "wrong_type"
    assert read(read_integer, "7", "'", field=field) == "quoted_number"
    assert read(read_integer, "七", field=field) == "not_a_number"
    assert read(read_integer, "٧", field=field) != 7


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1900", 1900),
        ("2200", 2200),
        ("1899", "impossible_year"),
        ("2201", "impossible_year"),
        ("25", "impossible_year"),
        ("2025.5", "wrong_type"),
        ("2025年", "number_with_unit"),
        ("2e3", "wrong_type"),
    ],
)
def test_years(text, found):
    assert read(read_year, text) == found


@pytest.mark.parametrize("text", ["2021", "2021-02", "2021-02-28", "2024-02-29", "2000-02-29"])
def test_dates(text):
    assert read(read_date, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "1900-02-29",
        "2021-13",
        "2021-00",
        "2021-1-1",
        "2021/01/01",
        "",
        "２０２１",
        "2021-01-01-01",
        "1021-01-01",
    ],
)
def test_what_is_no_date(text):
    assert read(read_date, text) == "not_a_date"
