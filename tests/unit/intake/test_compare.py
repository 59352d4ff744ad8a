"""What figures would change: new, revised, unchanged, refused; every earlier value stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.intake.compare import compare, observation_of
from lixia_kpi.problems import Place
from unit.intake.tables import PLAN, codes, read, taken_in


def known(value, *, year=2024, unit="亿元", **more):
    return Observation("gdp", year, float(value), unit, Place("actuals.csv", 2, 1), **more)


def one(value, *observations, **given):
    return taken_in(f"指标|单位|2024年\ngdp|亿元|{value}", observations=observations, **given)[0]


def test_figure_that_nobody_knew_is_new():
    change = one(2600)
    assert (change.kind, change.old, change.size) == ("new", None, None)


@pytest.mark.parametrize("unit", ["亿元", "billion yuan"])
def test_the_same_figure_in_any_unit_is_unchanged(unit):
    assert one(2600, known(2600 if unit == "亿元" else 260, unit=unit)).kind == "unchanged"


def test_revision_says_by_how_much_and_needs_its_date():
    old = known(2500, published="2025-01-20")
    change = one(2600, old, published="2025-03-01")
    assert (change.kind, change.old, change.size, change.percent) == ("revised", old, 100.0, pytest.approx(4.0))
    refused = one(2600, old)
    assert (refused.kind, codes(refused)) == ("refused", ["revision_without_date"])


def test_two_figures_of_one_day_cannot_both_be():
    change = one(2600, known(2500, published="2025-01-20"), published="2025-01-20")
    assert (change.kind, codes(change)) == ("refused", ["same_date_differs"])


def test_older_figure_is_kept_and_does_not_count():
    change = one(2500, known(2600, published="2025-03-01"), published="2025-01-20")
    assert (change.kind, codes(change)) == ("new", ["not_the_latest"])


def test_figure_that_has_since_been_revised_is_unchanged():
    rows = (known(2500, published="2025-01-20"), known(2600, published="2025-03-01"))
    for given_date in ({}, {"published": "2025-01-20"}):
        change = one(2500, *rows, **given_date)
        assert (change.kind, codes(change)) == ("unchanged", ["since_revised"])


def test_preliminary_figure_becomes_actual():
    change = one(2500, known(2500, status="preliminary", published="2025-01-20"), published="2025-03-01")
    assert (change.kind, change.size, codes(change)) == ("revised", 0.0, ["status_confirmed"])


def test_preliminary_figure_beside_the_actual_one_is_nothing_new():
    assert one(2500, known(2500), status="preliminary").kind == "unchanged"


def test_periods_are_compared_by_what_they_cover():
    text = "指标|单位|2024年1-9月|2024年末\ngdp|亿元|1900|2600"
    rows = (known(1900, period="Q1-Q3"), known(2600, period="full-year"))
    assert [change.kind for change in taken_in(text, observations=rows)] == ["unchanged", "unchanged"]


def test_part_of_a_year_is_no_revision_of_the_year():
    assert taken_in("指标|单位|2024年上半年\ngdp|亿元|1200", observations=(known(2600),))[0].kind == "new"


def test_two_cells_that_differ_are_both_refused_and_name_each_other():
    first, second = taken_in("指标|单位|2024年\ngdp|亿元|2600\n地区生产总值|亿元|2601")
    assert {first.kind, second.kind} == {"refused"}
    assert codes(first) == codes(second) == ["two_values"]
    assert first.entry.findings[0].details["other_place"] == "t.csv C3"
    assert second.entry.findings[0].details["other_place"] == "t.csv C2"


def test_figure_that_is_there_twice_is_taken_once():
    found = taken_in("指标|单位|2024年\ngdp|亿元|2600\n地区生产总值|万元|26000000")
    assert [change.kind for change in found] == ["new", "unchanged"]


def test_publications_of_one_file_follow_each_other():
    text = "指标|单位|年份|数值|发布日期\ngdp|亿元|2024|2600|2025-03-01\ngdp|亿元|2024|2500|2025-01-20"
    found = taken_in(text)
    assert [(change.kind, change.size) for change in found] == [("revised", 100.0), ("new", None)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("指标|单位|年份|数值|发布日期\ngdp|亿元|2024|2600|2024-10-20", "published_before_end"),
        ("指标|单位|2026年\ngdp|亿元|2600", "year_after_plan"),
        ("指标|单位|1950年\ngdp|亿元|2600", "year_far_from_plan"),
    ],
)
def test_untimely_figures_are_pointed_at(text, code):
    change = taken_in(text)[0]
    assert (change.kind, codes(change)) == ("new", [code])


_DATES = st.sampled_from([None, "2025-01-20", "2025-03-01", "2025-06-01"])
_STATUSES = st.sampled_from(["actual", "preliminary", "expected"])
_FIGURES = st.lists(st.tuples(st.integers(1, 4), _DATES, _STATUSES), max_size=5)


@given(_FIGURES, _FIGURES)
def test_importing_twice_changes_nothing_and_drops_nothing(before, more):
    rows = [known(float(value), published=date, status=status) for value, date, status in before]
    lines = "\n".join(f"gdp|亿元|2024|{value}|{status}|{date or ''}" for value, date, status in more)
    entries = read(f"指标|单位|年份|数值|数据状态|发布日期\n{lines}").entries
    first = compare(entries, rows, PLAN)
    written = [observation_of(change.entry) for change in first if change.is_written]
    again = compare(entries, [*rows, *written], PLAN)
    assert not any(change.is_written for change in again)
    for change in first:
        if change.kind == "unchanged":
            assert any(row.value == change.entry.value for row in [*rows, *written])
