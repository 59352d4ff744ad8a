"""Part years against the same period of the year before: in percent or points, never across a break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.assessment.same_period import same_period_last_year
from lixia_kpi.plan.model import Citation, Indicator, Name
from lixia_kpi.problems import Place

HERE = Place("a.csv", 2, 1)


def indicator(**changes):
    plain = Indicator("gdp", Name("值", "Value"), Citation(), "economy", "amount", "up", "亿元", HERE)
    return plain._replace(**changes)


def figure(value, year, period="H1", unit="亿元", **more):
    return Observation("gdp", year, value, unit, HERE, period, **more)


def compared(*rows, of=None, **options):
    found = same_period_last_year(rows, of or indicator(), **options)
    return {(row.year, row.period): (on.change, on.unit, on.reason) for row, on in found.items()}


def test_amounts_grow_in_percent_whatever_the_unit_and_the_way_the_period_is_written():
    rows = (figure(1000, 2021), figure(112, 2022, "01-06", "billion yuan"))
    assert compared(*rows) == {(2022, "01-06"): (pytest.approx(12.0), "%", None)}


@pytest.mark.parametrize("measure", ["share", "index", "rate"])
def test_shares_move_in_points(measure):
    of = indicator(measure=measure, unit="%")
    assert compared(figure(48.9, 2021, unit="%"), figure(49.5, 2022, unit="%"), of=of) == {
        (2022, "H1"): (pytest.approx(0.6), "points", None)
    }


def test_only_the_same_part_of_the_year_before():
    rows = (figure(1, 2020), figure(2, 2022), figure(3, 2021, "Q1-Q3"), figure(4, 2022, "Q1"), figure(9, 2021, "Q2"))
    assert compared(*rows) == {}
    assert compared(figure(3, 2021, "full-year"), figure(2, 2022, "full-year")) == {}
    assert compared(figure(3, 2021, "as of 2021-06"), figure(2, 2022)) == {}


@pytest.mark.parametrize(
    "changes", [{"measure": "rank"}, {"observed_as": "yearly_change"}, {"observed_as": "cumulative"}]
)
def test_what_is_not_compared(changes):
    assert compared(figure(3, 2021), figure(2, 2022), of=indicator(**changes)) == {}


def test_a_break_a_zero_and_another_unit_have_their_reasons():
    rows = (figure(3, 2021), figure(2, 2022))
    assert compared(*rows, of=indicator(breaks=(2022,))) == {(2022, "H1"): (None, "%", "break_between")}
    assert compared(*rows, of=indicator(breaks=(2021, 2023)))[2022, "H1"][2] is None
    assert compared(figure(0, 2021), figure(2, 2022)) == {(2022, "H1"): (None, "%", "not_positive")}
    assert compared(figure(3, 2021, unit="家"), figure(2, 2022)) == {(2022, "H1"): (None, "%", "unit_mismatch")}


def test_what_was_not_yet_known_is_passed_over():
    rows = (figure(3, 2021, published="2022-01-01"), figure(6, 2022, published="2022-08-01"))
    assert compared(*rows, vintage="2022-07-31") == {}
    assert compared(*rows, as_of=2021) == {}
    assert compared(*rows, as_of=2022, vintage="2022-08-01")[2022, "H1"][0] == pytest.approx(100)


@given(st.floats(1e-3, 1e9), st.floats(-0.9, 9))
def test_growing_back_by_what_is_said_gives_the_later_value(before, growth):
    later = before * (1 + growth)
    ((change, _, _),) = compared(figure(before, 2021), figure(later, 2022)).values()
    assert before * (1 + change / 100) == pytest.approx(later, rel=1e-9, abs=1e-9)
