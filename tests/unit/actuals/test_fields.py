"""Years, dates, statuses, periods: accepted forms, and what is offered for the others."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.fields import Fault, parse_date, parse_period, parse_status, parse_year


@pytest.mark.parametrize("text", ["1900", "2023", "2100"])
def test_years(text):
    assert parse_year(text) == int(text)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2023年", "2023"),
        ("２０２３", "2023"),
        ("2023.0", "2023"),
        ("23", None),
        ("1899", None),
        ("20233", None),
        ("", None),
    ],
)
def test_bad_years(text, suggestion):
    assert parse_year(text) == Fault("bad_year", suggestion)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_every_day_is_a_date_and_other_ways_to_write_it_are_mended(day):
    iso = day.isoformat()
    assert parse_date(iso) == iso
    for other in (f"{day.year}/{day.month}/{day.day}", f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日"):
        assert parse_date(other) == Fault("bad_date", iso)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-1", "soon", "2023-04-31"]
)
def test_days_that_are_none(text):
    assert parse_date(text) == Fault("bad_date")


def test_leap_days():
    assert parse_date("2024-02-29") == "2024-02-29"
    assert parse_date("2000-02-29") == "2000-02-29"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "actual"),
        ("expected", "expected"),
        ("预计", Fault("bad_status", "expected")),
        ("Actual", Fault("bad_status", "actual")),
        ("expcted", Fault("bad_status", "expected")),
        ("zzz", Fault("bad_status")),
    ],
)
def test_statuses(text, expected):
    assert parse_status(text) == expected


@pytest.mark.parametrize(
    "text", ["H1", "Q1-Q3", "Jan-Jul", "as of 2022-08", "half-year", "2016-2020", "5-year average"]
)
def test_part_years_are_any_word(text):
    assert parse_period(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Full-Year", "full-year"),
        ("fullyear", "full-year"),
        ("full-yaer", "full-year"),
        ("全年", "full-year"),
        ("年末", "year-end"),
    ],
)
def test_what_is_nearly_a_year_is_refused(text, meant):
    assert parse_period(text) == Fault("bad_period", meant)


@given(st.text(max_size=15))
def test_any_text_has_an_answer(text):
    for parse in (parse_year, parse_date, parse_status, parse_period):
        parse(text)
