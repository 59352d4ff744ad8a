"""CSV text to rows: delimiters, quotes, places, and what broken quotes do not swallow."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.rows import read_rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_names_the_delimiter(delimiter):
    text = delimiter.join(["id", "year", "value"]) + "\n" + delimiter.join(["gdp", "2021", "1"])
    rows, problems = read_rows(text, file="a.csv")
    assert [row.cells for row in rows] == [["id", "year", "value"], ["gdp", "2021", "1"]]
    assert problems == []


def test_empty_lines_and_rows_of_delimiters_are_left_out():
    rows, _ = read_rows("\n\nid,unit\n\n , \n,\ngdp,亿元\n", file="a.csv")
    assert [(row.line, row.cells[0]) for row in rows] == [(3, "id"), (7, "gdp")]


def test_places_in_plain_and_quoted_rows():
    rows, _ = read_rows('id,note,unit\n地区,x,亿元\n"a""b","two\nlines",亿元\nc,,d\n', file="a.csv")
    assert [str(rows[1].place(i, "a.csv")) for i in range(4)] == ["a.csv:2:1", "a.csv:2:4", "a.csv:2:6", "a.csv:2:9"]
    assert [str(rows[2].place(i, "a.csv")) for i in range(3)] == ["a.csv:3:1", "a.csv:3:8", "a.csv:4:8"]
    assert rows[3].line == 5


def test_a_broken_quote_costs_its_own_line_only():
    rows, problems = read_rows('id,unit\n"a,b\nc,d\n"e"f,g\nh,i\n', file="a.csv")
    assert [row.cells[0] for row in rows] == ["id", "c", "h"]
    assert [(p.code, str(p.place)) for p in problems] == [
        ("broken_quotes", "a.csv:2:1"),
        ("broken_quotes", "a.csv:4:1"),
    ]


def test_reading_ends_after_many_broken_quotes():
    _, problems = read_rows("id,unit\n" + '"x"y\n' * 500, file="a.csv")
    assert problems[-1].code == "too_many_rows"
    assert len(problems) == 102


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_reads_what_a_csv_writer_writes(table):
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([["id", "year", "value"], *table])
    rows, problems = read_rows(buffer.getvalue(), file="a.csv")
    assert problems == []
    assert [row.cells for row in rows[1:]] == [cells for cells in table if any(map(str.strip, cells))]
    for row in rows:
        assert [row.place(i, "a.csv").line >= row.line for i in range(3)] == [True] * 3


@given(st.text('a",;\t\n ', max_size=40))
def test_any_text_is_read(text):
    rows, _ = read_rows(text, file="a.csv")
    assert all(row.place(len(row.cells), "a.csv").column >= 1 for row in rows)
