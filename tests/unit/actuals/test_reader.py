"""Actuals files: both forms, every fault at once, and the same figures whichever way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals import reader
from lixia_kpi.actuals.reader import read_actuals


def faults_of(text):
    return [(str(p.place), p.severity, p.code) for p in read_actuals(text.encode(), file="a.csv")[1]]


def test_columns_in_any_order_with_their_defaults():
    found, problems = read_actuals("unit,value,id,year\n亿元,2124.15,gdp,2021\n".encode(), file="a.csv")
    (row,) = found
    assert (row.id, row.year, row.value, row.unit, row.decimals) == ("gdp", 2021, 2124.15, "亿元", 2)
    assert (row.period, row.status, row.published, row.source, row.note) == ("full-year", "actual", None, None, None)
    assert row.is_yearly
    assert str(row.place) == "a.csv:2:4"
    assert problems == []


def test_all_columns():
    text = (
        "id,year,value,unit,period,status,published,source,note\ng,2022,1046,亿元,H1,expected,2022-08-22,press,half\n"
    )
    (row,), problems = read_actuals(text.encode(), file="a.csv")
    assert (row.period, row.status, row.published, row.source, row.note) == (
        "H1",
        "expected",
        "2022-08-22",
        "press",
        "half",
    )
    assert not row.is_yearly
    assert problems == []


def test_every_fault_of_a_file_at_once():
    text = (
        "id,year,value,unit,perod,status,published\n"
        'gdp,2021,"2,124",亿元,,actual,\n'
        "g\u200bp,2022年,１２,亿元,,expcted,2023/3/17\n"
        ",2022,1e999,,,,\n"
        "gdp,2023,1,亿元,,,,surplus\n"
        "gdp,2024,,亿元,,,\n"
    )
    assert faults_of(text) == [
        ("a.csv:1:20", "warning", "unknown_column"),
        ("a.csv:2:10", "error", "grouped_number"),
        ("a.csv:3:2", "error", "invisible_character"),
        ("a.csv:3:18", "error", "bad_status"),
        ("a.csv:3:26", "error", "bad_date"),
        ("a.csv:3:5", "error", "bad_year"),
        ("a.csv:3:11", "error", "full_width_number"),
        ("a.csv:4:1", "error", "empty_cell"),
        ("a.csv:4:13", "error", "empty_cell"),
        ("a.csv:4:7", "error", "absurd_number"),
        ("a.csv:5:18", "error", "ragged_row"),
        ("a.csv:6:10", "note", "empty_value"),
    ]


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("id,value,unit", ["missing_columns"]),
        ("year", ["missing_columns"]),
        ("id,id,year,value,unit", ["duplicate_column"]),
        ("id,unit,2021,2021", ["duplicate_column"]),
        ("ID, Year ,VALUE,Unit,name_zh,", []),
        ("2021,2022", ["missing_columns"]),
        ("id,year,value,unit,2021", ["unknown_column"]),
    ],
)
def test_headers(header, codes):
    assert [p.code for p in read_actuals(header.encode(), file="a.csv")[1]] == codes


def test_a_file_without_rows():
    assert faults_of("") == [("a.csv:0:0", "error", "empty_file")]
    assert faults_of(" \n\n") == [("a.csv:0:0", "error", "empty_file")]


def test_missing_values_of_the_wide_form():
    text = "id,unit,2020,2021,2022,2023\ngdp,亿元,-,–,,2446.9\n"
    found, problems = read_actuals(text.encode(), file="a.csv")
    assert [(row.year, row.value, str(row.place)) for row in found] == [(2023, 2446.9, "a.csv:2:13")]
    assert problems == []


def test_doubled_years():
    text = (
        "id,year,value,unit\ngdp,2022,2282.9,亿元\ngdp,2022,228.29,billion yuan\ngdp,2022,2283,亿元\n"
        "gdp,2023,1,亿元\ngdp,2023,1,亿美元\n"
    )
    assert faults_of(text) == [
        ("a.csv:3:10", "note", "repeated_row"),
        ("a.csv:4:10", "warning", "doubled_year"),
        ("a.csv:6:10", "warning", "doubled_year"),
    ]


def test_another_status_or_date_is_a_revision_not_a_double():
    text = (
        "id,year,value,unit,status,published\ngdp,2022,1,亿元,,2023-01-01\ngdp,2022,2,亿元,,2024-01-01\n"
        "gdp,2022,3,亿元,expected,2023-01-01\n"
    )
    assert faults_of(text) == []


def test_reading_ends_after_many_faults(monkeypatch):
    monkeypatch.setattr(reader, "MAX_FAULTS", 5)
    faults = faults_of("id,year,value,unit\n" + "gdp,x,1,亿元\n" * 100)
    assert [code for _, _, code in faults] == ["bad_year"] * 5 + ["too_many_faults"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    found, problems = read_actuals(b"id,year,value,unit\n" + data, file="a.csv")
    assert isinstance(found, list)
    assert all(p.place.file == "a.csv" for p in problems)


VALUES = st.integers(-(10**9), 10**9).map(lambda number: f"{number / 100:.2f}")
YEARS = st.dictionaries(st.integers(2000, 2030), VALUES, min_size=1, max_size=5)


@given(st.dictionaries(st.sampled_from(["gdp", "jobs", "share"]), YEARS, min_size=1))
def test_wide_and_tidy_give_the_same(figures):
    years = sorted({year for series in figures.values() for year in series})
    tidy = ["id,year,value,unit"] + [
        f"{i},{y},{series[y]},亿元" for i, series in figures.items() for y in sorted(series)
    ]
    wide = [f"id,unit,{','.join(map(str, years))}"]
    wide += [f"{i},亿元,{','.join(series.get(y, '') for y in years)}" for i, series in figures.items()]
    from_tidy, tidy_problems = read_actuals("\n".join(tidy).encode(), file="a.csv")
    from_wide, wide_problems = read_actuals("\n".join(wide).encode(), file="a.csv")
    assert tidy_problems == wide_problems == []
    assert [(r.id, r.year, r.value, r.decimals) for r in from_tidy] == [
        (r.id, r.year, r.value, r.decimals) for r in from_wide
    ]
