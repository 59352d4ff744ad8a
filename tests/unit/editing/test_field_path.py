"""A field is found by the name that people give it; what is meant by no name, or by several, is said."""

from __future__ import annotations

import pytest

from lixia_kpi.editing.field_path import find_field
from lixia_kpi.errors import UsageError
from lixia_kpi.plan.fields import INDICATOR, PLAN
from lixia_kpi.plan.nodes import read_nodes

INDICATOR_TEXT = """id: gdp
name: {zh: 甲, en: A}
breaks: [2012, 2018]
unit_also: [处]
targets:
  - {year: 2023, form: level, op: '>', value: 1}
  - {year: 2025, form: level, op: '>', value: 2, printed_growth: {value: 7}}
  - {period: {start: 2021, end: 2025}, form: total, op: '>', value: 3}
"""
ONE = "id: gdp\ntargets:\n  - {year: 2023, form: level, op: '>', value: 1}\n"


def node(text):
    return read_nodes(text, file="a.yaml")[0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("id", "gdp"),
        ("name.zh", "甲"),
        ("target:2023", "1"),
        ("target:2023.op", ">"),
        ("targets:2.value", "2"),
        ("target:3", "3"),
        ("target:3.period.end", "2025"),
        ("target:2.printed_growth.value", "7"),
        ("breaks:1", "2012"),
        ("breaks:2018", "2018"),
        ("break:2", "2018"),
        ("unit_also", "处"),
        ("unit_also:1", "处"),
        ("owner", None),
        ("target:1.wording", None),
    ],
)
def test_field_is_found(path, text):
    spot = find_field(node(INDICATOR_TEXT), INDICATOR, path)
    assert (spot.scalar.text if spot.scalar else None) == text
    assert spot.key in spot.shape.fields


def test_the_only_target_needs_no_number():
    assert find_field(node(ONE), INDICATOR, "target").scalar.text == "1"
    assert find_field(node(ONE), INDICATOR, "target.op").scalar.text == ">"


@pytest.mark.parametrize(
    ("path", "code", "known"),
    [
        ("ownr", "unknown_field", "owner"),
        ("target", "several_items", "target:2023, target:2, target:3"),
        ("target:2025", "several_items", "target:2023, target:2, target:3"),
        ("target:2024", "item_not_there", "target:2023"),
        ("target:0", "item_not_there", "target:2023"),
        ("target:4", "item_not_there", "target:2023"),
        ("target:x", "item_not_there", "target:2023"),
        ("target:１", "item_not_there", "target:2023"),
        ("target:99999", "item_not_there", "target:2023"),
        ("target:1.vale", "unknown_field", "value"),
        ("name", "field_has_parts", "name.zh, name.en"),
        ("name:1", "unknown_field", ""),
        ("id.x", "unknown_field", ""),
        ("id:1", "unknown_field", ""),
        ("breaks", "several_items", "breaks:1 (2012), breaks:2 (2018)"),
        ("breaks:3", "item_not_there", "breaks:1 (2012)"),
        ("breaks:", "several_items", ""),
        ("aliases", "field_not_there", ""),
        ("target:1.printed_growth.value", "field_not_there", ""),
        ("", "unknown_field", ""),
        ("name.", "unknown_field", ""),
    ],
)
def test_what_is_not_found_is_said(path, code, known):
    with pytest.raises(UsageError) as caught:
        find_field(node(INDICATOR_TEXT), INDICATOR, path)
    assert caught.value.code == code
    assert known in str(caught.value.details)


@pytest.mark.parametrize(
    ("text", "path"),
    [("id: [1]\n", "id"), ("targets: 5\n", "target"), ("targets: []\n", "target"), ("name: x\n", "name.zh")],
)
def test_what_has_another_form_than_the_format_is_said(text, path):
    with pytest.raises(UsageError, match="field_not_there"):
        find_field(node(text), INDICATOR, path)


def test_head_of_a_plan():
    assert find_field(node("cuts: {ahead: 1.05}\n"), PLAN, "cuts.ahead").scalar.text == "1.05"
