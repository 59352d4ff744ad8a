"""Every machine format reads back to the same rows."""

from __future__ import annotations

import csv
import io
import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.render.delimited import render_csv, render_tsv
from lixia_kpi.render.json import render_json
from lixia_kpi.render.jsonl import render_jsonl
from lixia_kpi.render.markdown import render_markdown
from lixia_kpi.render.plain import json_value, plain_cell, plain_number
from lixia_kpi.tables.table import Column, Table

COLUMNS = (
    Column("id", "code"),
    Column("name_zh", "text"),
    Column("target_year", "integer", "year"),
    Column("target", "number", "unit"),
    Column("dated", "flag"),
    Column("reason", "codes"),
)

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
rows = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
        "name_zh": st.none() | words,
        "target_year": st.none() | st.integers(1900, 2100),
        "target": numbers,
        "dated": st.none() | st.booleans(),
        "reason": st.lists(st.sampled_from(["no_actual", "one_point"]), max_size=2).map(tuple),
    }
)
tables = st.lists(rows, max_size=4).map(lambda r: Table("t", COLUMNS, tuple(r), {"as_of": 2023, "plan": "历下"}))


def original(text: str) -> str:
    """Take the neutralising apostrophe off again."""
    if text.startswith("'") and len(text) > 1 and (text[1] in "=+-@" or ord(text[1]) < 32 or 127 <= ord(text[1]) < 160):
        return text[1:]
    return text


@pytest.mark.parametrize(("render", "delimiter"), [(render_csv, ","), (render_tsv, "\t")])
@settings(max_examples=60, deadline=None)
@given(table=tables)
def test_delimited_reads_back_to_the_same_cells(render, delimiter, table):
    text = render(table)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert read[0] == [c.id for c in COLUMNS]
    assert len(read) == len(table.rows) + 1
    for cells, row in zip(read[1:], table.rows, strict=True):
        assert cells[0] == row["id"]
        assert original(cells[1]) == original(row["name_zh"] or "")
        assert cells[2] == ("" if row["target_year"] is None else str(row["target_year"]))
        if row["target"] is None:
            assert cells[3] == ""
        else:
            assert float(cells[3]) == row["target"]
        assert cells[4] == {None: "", True: "true", False: "false"}[row["dated"]]
        assert cells[5] == ";".join(row["reason"])


@settings(max_examples=60, deadline=None)
@given(table=tables)
def test_json_and_jsonl_read_back_to_the_same_rows(table):
    expected = [{**row, "reason": ";".join(row["reason"])} for row in table.rows]
    whole = json.loads(render_json(table))
    assert whole == {"as_of": 2023, "plan": "历下", "rows": expected}
    assert [json.loads(line) for line in render_jsonl(table).split("\n")[:-1]] == expected


def test_csv_ends_lines_as_rfc_4180_and_tsv_as_unix():
    table = Table("t", COLUMNS[:1], ({"id": "gdp"},), {})
    assert render_csv(table) == "id\r\ngdp\r\n"
    assert render_tsv(table) == "id\ngdp\n"


def test_single_empty_cell_is_still_a_row():
    table = Table("t", COLUMNS[3:4], ({"target": None},), {})
    assert list(csv.reader(io.StringIO(render_csv(table), newline=""))) == [["target"], [""]]


@pytest.mark.parametrize("text", ["=1+1", "+a", "-a", "@a", "\ta", "\ra"])
def test_free_text_that_a_spreadsheet_would_run_is_neutralised(text):
    table = Table("t", COLUMNS[:2], ({"id": text, "name_zh": text},), {})
    _, cells = csv.reader(io.StringIO(render_csv(table), newline=""))
    assert cells == [text, "'" + text]


def test_negative_numbers_are_never_neutralised():
    assert render_csv(Table("t", COLUMNS[3:4], ({"target": -13.5},), {})) == "target\r\n-13.5\r\n"


def test_excel_flag_writes_the_byte_order_mark():
    table = Table("t", COLUMNS[:1], (), {})
    assert render_csv(table, excel=True).encode() == b"\xef\xbb\xbfid\r\n"
    assert render_csv(table).encode() == b"id\r\n"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_read_back_exactly_and_plainly(value):
    text = plain_number(value)
    assert float(text) == value
    assert "_" not in text
    assert "," not in text
    assert not text.endswith(".0")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_missing(value):
    assert plain_cell(value) == ""
    assert json_value(value) is None


def test_markdown_keeps_one_row_a_line():
    table = Table("t", COLUMNS[:2], ({"id": "gdp", "name_zh": "a|b\nc"},), {})
    assert render_markdown(table).splitlines() == ["| id | name_zh |", "| --- | --- |", "| gdp | a\\|b c |"]
