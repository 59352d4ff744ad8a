"""A document in the terminal: widths, folding, stacked tables, colours, ASCII."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.render.document import (
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Row,
    Table,
    render_document_terminal,
)
from lixia_kpi.render.width import width

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
TABLE = Table(
    (Column("指标", elastic=True), Column("Actual value", right=True), Column("Judgement")),
    (
        Row((Cell("第 1 章"),), "group"),
        Row((Cell("现代服务业增加值占服务业增加值比重"), Cell("64"), Cell("▼ off track", "off_track"))),
        Row((Cell("All"), Cell("64"), Cell("")), "total"),
    ),
)
LONG = "规划的 133 项量化目标中，有基期以后实际值的 5 项（3.8%），可以判断的 4 项。" * 3
DOCUMENT = Document(
    "测试规划中期评估报告（2023 年）",
    ("2021-2025",),
    (
        Paragraph(LONG, "lead"), Heading("一、总体情况"), Paragraph(LONG), Paragraph("note", "note"), TABLE,
        Listing((Item(LONG, "GDP  ▼ off track", "off_track"), Item("alone"))),
    ),
    "zh",
)  # fmt: skip


def shown(document=DOCUMENT, *, columns=None, color=False, ascii_only=False):
    return render_document_terminal(document, width=columns, color=color, ascii_only=ascii_only)


@pytest.mark.parametrize("columns", [40, 50, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns):
    assert max(map(width, shown(columns=columns).splitlines())) <= columns


def test_narrower_than_40_is_40():
    assert shown(columns=10) == shown(columns=40)


@pytest.mark.parametrize("columns", [40, 50, 80])
def test_nothing_is_left_out(columns):
    def characters(text):
        return Counter(character for character in text if not character.isspace() and character not in "─┃")

    assert characters(shown(columns=columns)) == characters(shown())


def test_name_is_folded_before_anything_else():
    lines = shown(Document("T", (), (TABLE,), "zh"), columns=45).splitlines()
    assert any(line.endswith("▼ off track") for line in lines)
    assert not any("现代服务业增加值占服务业增加值比重" in line for line in lines)


def test_table_that_does_not_fit_is_stacked():
    text = shown(Document("T", (), (Table(TABLE.columns * 3, ()),), "zh"), columns=40)
    assert text == "T\n\n"
    wide = Table(
        (Column("A", elastic=True), Column("B"), Column("C")), (Row((Cell("x"), Cell("y" * 20), Cell("z" * 20))),)
    )
    assert shown(Document("T", (), (wide,), "zh"), columns=40).splitlines()[2:] == [
        "x", "  B " + "y" * 20, "  C " + "z" * 20,
    ]  # fmt: skip


def test_colour_changes_nothing_but_colour():
    assert ESCAPE.search(shown(color=True))
    for columns in (60, 100, None):
        assert ESCAPE.sub("", shown(columns=columns, color=True)) == shown(columns=columns)


def test_ascii_rules():
    text = shown(ascii_only=True)
    assert not set("─┃") & set(text)
    assert "| 规划" in text
    assert "----" in text


def test_address_is_not_broken():
    address = "https://example.org/" + "a" * 90
    document = Document("T", (), (Listing((Item(label="GDP", link=address),)),), "en")
    assert address in shown(document, columns=60)


@given(
    st.lists(st.text(alphabet="ab 中，-1.%", max_size=30), min_size=3, max_size=3),
    st.integers(min_value=40, max_value=90),
)
def test_any_table_fits_or_is_stacked(cells, columns):
    row = Row(tuple(Cell(" ".join(text.split()) or "x") for text in cells))
    document = Document("T", (), (Table(TABLE.columns, (row,)),), "zh")
    assert max(map(width, shown(document, columns=columns).splitlines())) <= columns
