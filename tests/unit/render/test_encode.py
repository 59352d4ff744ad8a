"""A console that lacks a character gets a replacement, never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.render.encode import encode_for_console
from lixia_kpi.render.gap import render_gap
from unit.render.sample import TABLE


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "ascii", "latin-1", "cp936", "no-such-encoding"])
@given(text=st.text(max_size=40))
def test_any_text_is_written_to_any_console(encoding, text):
    assert isinstance(encode_for_console(text, encoding), bytes)


def test_what_can_be_encoded_is_left_alone():
    assert encode_for_console("地区生产总值 ≥65", "gbk").decode("gbk") == "地区生产总值 ≥65"


def test_plain_forms_stand_for_signs_that_the_console_lacks():
    assert encode_for_console("−5.00–3 m²", "gbk") == "-5.00–3 m2".encode("gbk")


def test_gap_table_keeps_its_columns_on_a_gbk_console():
    text = render_gap(TABLE, lang="zh", width=80, color=False, ascii_only=True)
    assert encode_for_console(text, "gbk").decode("gbk") == text
