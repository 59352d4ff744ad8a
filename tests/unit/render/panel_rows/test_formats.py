"""Rows of a panel in every format: the bytes of the rows of a plan, read back to the same values."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.panel.coded import Coded
from lixia_kpi.render.delimited import render_csv, render_tsv
from lixia_kpi.render.jsonl import render_jsonl
from lixia_kpi.render.panel_rows.lines import DelimitedRows, JsonRows, numbers_as_text
from lixia_kpi.render.panel_rows.parquet import ParquetRows
from lixia_kpi.render.plain import plain_number
from lixia_kpi.tables.columns import PANEL, columns
from lixia_kpi.tables.table import Table
from panels import judge_rows, plain_rows

NAMES = ("region", "id", "unit", "binding", "target_year", "target", "status", "notes")
ODD = ["=1+1", 'say "so"', "a,b", "a\tb", " 历下区 ", "@x", "plain"]


def block(texts=tuple(ODD)):
    count = len(texts)
    rows = np.arange(count)
    return {
        "region": Coded(tuple(dict.fromkeys(texts)), np.array([list(dict.fromkeys(texts)).index(t) for t in texts])),
        "id": Coded(("gdp",), np.zeros(count, dtype=np.intp)),
        "unit": Coded(("亿元",), np.where(rows % 2, 0, -1)),
        "binding": Coded(("false", "true"), rows % 3 - 1),
        "target_year": np.where(rows % 2, 2025.0, np.nan),
        "target": np.where(rows % 3, rows * 1e11 + 0.1, np.nan),
        "status": Coded(("met", "ahead"), rows % 2),
        "notes": Coded(("rounds_to_target;undated",), np.where(rows % 2, 0, -1)),
    }


def table(rows):
    """The same rows as the table of a plan."""
    records = []
    for row in plain_rows(rows):
        flag = {None: None, "true": True, "false": False}[row["binding"]]
        year = None if row["target_year"] is None else int(row["target_year"])
        codes = tuple(row["notes"].split(";")) if row["notes"] else ()
        records.append({**row, "binding": flag, "target_year": year, "notes": codes})
    return Table("panel", columns(NAMES), tuple(records), {})


def written(make, *blocks):
    sink = io.BytesIO()
    writer = make(sink)
    for rows in blocks:
        writer.add(writer.prepare(rows))
    writer.close()
    return sink.getvalue()


@pytest.mark.parametrize("excel", [False, True])
def test_csv_has_the_bytes_of_the_rows_of_a_plan(excel):
    found = written(
        lambda sink: DelimitedRows(sink, columns(NAMES), delimiter=",", line_end="\r\n", excel=excel), block()
    )
    assert found == render_csv(table(block()), excel=excel).encode()
    assert next(iter(csv.DictReader(io.StringIO(found.decode("utf-8-sig"), newline=""))))["region"] == "'=1+1"


def test_tsv_and_json_lines_have_them_too():
    tabs = written(lambda sink: DelimitedRows(sink, columns(NAMES), delimiter="\t", line_end="\n"), block())
    assert tabs == render_tsv(table(block())).encode()
    lines = written(lambda sink: JsonRows(sink, columns(NAMES)), block())
    assert lines == render_jsonl(table(block())).encode()
    assert [json.loads(line)["region"] for line in lines.splitlines()] == ODD


def test_a_single_empty_cell_is_no_empty_line():
    found = written(lambda sink: DelimitedRows(sink, columns(("unit",)), delimiter=",", line_end="\r\n"), block("ab"))
    assert found.decode() == 'unit\r\n""\r\n亿元\r\n'


def test_parquet_reads_back_with_types(tmp_path):
    data = written(lambda sink: ParquetRows(sink, columns(NAMES)), block(), block(("B", "A", "B")))
    (tmp_path / "p.parquet").write_bytes(data)
    found = pq.read_table(tmp_path / "p.parquet")
    assert [str(found.schema.field(name).type) for name in ("target_year", "target", "binding")] == [
        "int32", "double", "bool",
    ]  # fmt: skip
    rows = [{**row, "notes": (row["notes"] and tuple(row["notes"].split(";"))) or ()} for row in found.to_pylist()]
    assert rows == [dict(row) for part in (block(), block(("B", "A", "B"))) for row in table(part).rows]


@given(st.lists(st.one_of(st.floats(), st.integers(-(10**18), 10**18).map(float)), min_size=1, max_size=30))
def test_numbers_are_written_as_everywhere(numbers):
    numbers = [number for number in numbers if abs(number) != float("inf")] or [0.0]
    found = numbers_as_text(np.array(numbers) + 0.0).to_pylist()
    assert [text or "" for text in found] == [plain_number(number) for number in numbers]


def test_every_column_of_the_contract_can_be_written():
    rows = {"id": ["gdp"] * 2, "year": [2020, 2021], "value": [1.0, 2.0], "target": [3.0] * 2,
            "target_year": [2025] * 2, "direction": ["up"] * 2}  # fmt: skip
    judged = judge_rows(rows).blocks
    assert set(judged[0]) == set(PANEL)
    data = written(lambda sink: ParquetRows(sink, columns(PANEL)), *judged)
    assert pq.read_table(pa.BufferReader(data)).column_names == list(PANEL)
    text = written(lambda sink: DelimitedRows(sink, columns(PANEL), delimiter=",", line_end="\r\n"), *judged).decode()
    assert text.splitlines()[0] == ",".join(PANEL)
