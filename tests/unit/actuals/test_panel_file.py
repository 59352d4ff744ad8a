"""Files of many series: what is read, what is refused and where."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.panel_file import read_panel
from lixia_kpi.text.decode import MAX_BYTES


def read(text: str | bytes):
    return read_panel(text.encode() if isinstance(text, str) else text, file="p.csv")


def faults(text: str | bytes):
    return [(problem.code, problem.place.line, problem.place.column) for problem in read(text)[1]]


def test_series_keep_their_order_and_their_years():
    series, problems = read("id,year,value\nb,2021,1\na,2020,2\nb,2019,3\n")
    assert problems == []
    assert [(one.id, one.values) for one in series] == [("b", {2021: 1.0, 2019: 3.0}), ("a", {2020: 2.0})]


def test_one_id_in_two_data_sets_is_two_series():
    series, problems = read("dataset,series_id,year,value,note\nx,a,2020,1,n\ny,a,2020,2,n\n")
    assert problems == []
    assert [one.values for one in series] == [{2020: 1.0}, {2020: 2.0}]


@pytest.mark.parametrize(
    ("columns", "cells", "values", "measure"),
    [
        ("measure", "rate", "-3", "rate"),
        ("kind", "share", "30", "share"),
        ("kind", "share", "130", "amount"),
        ("kind", "level", "-3", "index"),
        ("kind", "count", "3", "count"),
        ("unit", "%", "3", "share"),
        ("unit", "%", "-3", "index"),
        ("unit", "km", "3", "amount"),
        ("measure", "", "3", "amount"),
    ],
)
def test_measure_is_stated_or_follows_from_kind_unit_and_values(columns, cells, values, measure):
    series, problems = read(f"id,year,value,{columns}\na,2020,{values},{cells}\n")
    assert problems == []
    assert series[0].measure == measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty_file", 0, 0)),
        ("name,year\n", ("panel_columns_missing", 1, 1)),
        ("id,year,value\na,20x1,5\n", ("panel_bad_year", 2, 3)),
        ("id,year,value\n,2021,5\n", ("empty_cell", 2, 1)),
        ("id,year,value\na,2021,5\na,2021,6\n", ("panel_doubled_year", 3, 3)),
        ('id,year,value\na,2021,"1,234"\n', ("grouped_number", 2, 8)),
        ("id,year,value\na,2021,inf\n", ("infinite_number", 2, 8)),
        ("id,year,value,measure\na,2021,5,weight\n", ("panel_unknown_measure", 2, 10)),
        ("id,year,value,measure\na,2021,105,share\n", ("panel_outside_measure", 2, 8)),
        (b"id,year,value\na,2021,\x00\n", ("nul_byte", 2, 8)),
        (b"\x1f\x8b not gzip", ("bad_gzip", 0, 0)),
        (gzip.compress(b"id,year,value\n" * 100, mtime=0)[:-12], ("bad_gzip", 0, 0)),
    ],
)
def test_every_fault_has_its_place(text, expected):
    assert faults(text) == [expected]


def test_empty_values_are_missing_and_residues_of_zero_are_zero():
    series, problems = read("id,year,value\na,2020,\na,2021,1e-17\na,2022,-3e-16\n")
    assert problems == []
    assert series[0].values == {2021: 0.0, 2022: 0.0}


def test_gzipped_files_are_read_even_in_several_parts():
    parts = gzip.compress(b"id,year,value\na,2020,1\n", mtime=0) + gzip.compress(b"a,2021,2\n", mtime=0)
    assert read(parts)[0][0].values == {2020: 1.0, 2021: 2.0}


def test_a_bomb_is_not_unpacked():
    bomb = gzip.compress(b"0" * (MAX_BYTES + 10), mtime=0)
    assert len(bomb) < 100_000
    assert faults(bomb) == [("too_large", 0, 0)]


def test_faults_are_limited():
    problems = read("id,year,value\n" + "a,x,1\n" * 3000)[1]
    assert len(problems) == 1001
    assert problems[-1].code == "too_many_faults"


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data):
    read_panel(data, file="p.csv")
    read_panel(gzip.compress(data, mtime=0), file="p.csv")
