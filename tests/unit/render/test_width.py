"""Widths agree with the reference library; wrapping loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from lixia_kpi.render.width import left, right, width, wrap

alphabet = st.sampled_from("abc XYZ-0123.%，。、（）“”地区生产总值比重亿元㎡≥·–")
texts = st.text(alphabet, min_size=1, max_size=40)


@given(texts)
def test_width_agrees_with_wcwidth(text):
    assert width(text) == wcswidth(text)


@pytest.mark.parametrize("text", ["▁▂▃▄▅▆▇█", "▲●▼✓✕○◆─━│⣿", "é", "ＧＤＰ", "한국"])
def test_width_of_marks_and_scripts_agrees_with_wcwidth(text):
    assert width(text) == wcswidth(text)


@given(texts, st.integers(4, 30))
def test_wrap_keeps_every_character_and_the_width(text, cells):
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(texts, st.integers(8, 30))
def test_wrap_with_indent_keeps_the_width(text, cells):
    first, *others = wrap(text, cells, indent=2)
    assert all(width(line) <= cells for line in [first, *others])
    assert all(line.startswith("  ") for line in others if line.strip())


def test_no_line_begins_with_closing_punctuation_and_none_ends_with_an_opening_bracket():
    lines = wrap("新建改扩建中小学、幼儿园（所）和国际化社区，以及其他", 22)
    assert not any(line[0] in "、）," for line in lines)
    assert not any(line[-1] in "（" for line in lines)


def test_english_breaks_at_blanks_only():
    assert wrap("Total retail sales of consumer goods", 12) == ["Total retail", "sales of", "consumer", "goods"]


def test_padding_counts_cells():
    assert left("亿元", 6) == "亿元  "
    assert right("5.53%", 7) == "  5.53%"
