"""Characters that cannot be seen are found, with column and replacement; ordinary Chinese text passes."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.text.invisible import (
    Oddity,
    invisible_characters,
    odd_characters,
    on_one_line,
    plain_form,
    strip_invisible,
    with_codes,
)

HIDDEN = [
    "\u200b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u3164",
    "\ufe0f",
    "\u0007",
    "\U000e0041",
]


@pytest.mark.parametrize("character", HIDDEN)
def test_hidden_characters_are_found(character):
    expected = [Oddity(2, f"U+{ord(character):04X}", "")]
    assert invisible_characters(f"亿{character}元") == expected
    assert odd_characters(f"a{character}b") == expected
    assert strip_invisible(f"1{character}2") == "12"


def test_odd_blanks_become_blanks():
    assert invisible_characters("a\u00a0b") == [Oddity(2, "U+00A0", " ")]


@pytest.mark.parametrize("text", ["地区生产总值（亿元）", "现价\u3000可比价", "a\tb\n", "Größe", "𠮷"])
def test_ordinary_text_has_none(text):
    assert invisible_characters(text) == []


def test_full_width_in_codes():
    assert odd_characters("ｇd＿p") == [Oddity(1, "U+FF47", "g"), Oddity(3, "U+FF3F", "_")]
    assert odd_characters("市区") == []


@given(st.text(max_size=30))
def test_the_plain_form_is_free_of_what_was_found(text):
    assert odd_characters(plain_form(text)) == []
    assert all(oddity.plain == " " for oddity in invisible_characters(strip_invisible(text)))


@given(st.text())
def test_a_note_on_one_line_steers_no_terminal(text):
    line = on_one_line(text)
    assert all(c.isprintable() or c == "\u3000" or category(c) == "Co" for c in line)
    assert not line.startswith(" ")
    assert on_one_line(line) == line


def test_a_note_on_one_line_keeps_what_can_be_read():
    assert on_one_line("见表 1\u3000（全角）\ue000 𠮷") == "见表 1\u3000（全角）\ue000 𠮷"
    assert on_one_line("a\r\nb\tc\u2028d\x1b[31m") == "a b c d[31m"


@given(st.text())
def test_codes_leave_nothing_that_is_not_printable(text):
    assert all(c.isprintable() or c == "\u3000" for c in with_codes(text))
