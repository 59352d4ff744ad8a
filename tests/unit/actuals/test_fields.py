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
    "text",
    ["H1", "H2", "Q3", "Q1-Q3", "Jul", "Jan-Jul", "01-07", "as of 2022-08", "as of 2022-08-31", "2016-2020"],
)
def test_parts_of_a_year_and_spans_of_years(text):
    assert parse_period(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Full-Year", "full-year"),
        ("fullyear", "full-year"),
        ("full-yaer", "full-year"),
        ("全年", "full-year"),
        ("Q1-Q4", "full-year"),
        ("Jan-Dec", "full-year"),
        ("1-12月", "full-year"),
        ("年末", "year-end"),
        ("上半年", "H1"),
        ("half-year", "H1"),
        ("q1–q3", "Q1-Q3"),
        ("前三季度", "Q1-Q3"),
        ("1—7月", "Jan-Jul"),
        ("一至十一月", "Jan-Nov"),
        ("January to July", "Jan-Jul"),
        ("1-7", "Jan-Jul"),
        ("截至2022年8月底", "as of 2022-08"),
    ],
)
def test_another_way_of_writing_it_is_refused_with_the_right_one(text, meant):
    assert parse_period(text) == Fault("bad_period", meant)


@pytest.mark.parametrize(
    "text",
    ["5-year average", "soon", "Q3-Q1", "Jul-Jan", "Q5", "13", "07", "2022年8月", "as of 2022-13", "as of 2022-02-30"],
)
def test_nonsense_is_refused(text):
    assert parse_period(text) == Fault("bad_period")


@given(st.text(max_size=15))
def test_any_text_has_an_answer(text):
    for parse in (parse_year, parse_date, parse_status, parse_period):
        parse(text)
