"""Files of a plan edited: encoding, BOM and line ends stay; the shipped files come back to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from lixia_kpi.editing.edit import Change, edit_file, has_record, ids_of
from lixia_kpi.errors import SeveralUsageError
from lixia_kpi.plan.nodes import Mapping, Sequence, read_nodes
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import InputError
from unit.plan.sample import baseline_text, targets_text

ROOT = Path(__file__).parents[3]
FILES = sorted([*(ROOT / "data").glob("*.yaml"), *(ROOT / "examples").glob("*/*.yaml")])
TARGET = "year: 2025, form: level, op: '>', value: 2500, wording: 突破"


def edited(data, *changes):
    return edit_file(data, [Change(*change) for change in changes], file="a.yaml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding, line_end):
    text = targets_text(TARGET).replace("示例", "规划").replace("\n", line_end)
    data, edits = edited(text.encode(encoding), ("gdp", "target", "2600"), ("gdp", "owner", "统计局"))
    expected = text.replace("2500", "2600").replace("    targets:", f"    owner: 统计局{line_end}    targets:")
    assert data == expected.encode(encoding)
    assert [(edit.before, edit.place.line) for edit in edits] == [("2500", 16), (None, 14)]
    read, problems = read_targets(data, file="a.yaml")
    assert problems == []
    assert (read.indicators[0].targets[0].value, read.indicators[0].owner) == (2600, "统计局")


def test_baseline_head_and_targets_are_reached():
    data = baseline_text("id: gdp, value: 5, unit: 亿元", "id: population, value: 7, unit: 万人").encode()
    after, _ = edited(data, ("population", "baseline", "8"), ("gdp", "baseline.note", "x: y"))
    assert after == data.replace(b"7", b"8").replace("亿元".encode(), "亿元, note: 'x: y'".encode())
    assert read_baseline(after, file="a.yaml")[1] == []
    after, _ = edited(targets_text().encode(), ("", "period.end", "2030"), ("", "language", "zh"))
    assert b"end: 2030}" in after
    assert b"baseline_year: 2020\n  language: zh\n" in after


def test_changes_name_their_fields_as_the_file_is():
    text = targets_text(TARGET, "year: 2023, form: level, op: '>', value: 1")
    changes = [("gdp", "id", "gnp"), ("gdp", "target:2025.year", "2023"), ("gdp", "target:2025", "5")]
    data, edits = edited(text.encode(), *changes, ("gdp", "target:2023.year", "2025"), ("gdp", "owner", "x"))
    swapped = text.replace("2025, form", "X, form").replace("2023, form", "2025, form").replace("X, form", "2023, form")
    expected = (
        swapped.replace("id: gdp", "id: gnp").replace("2500", "5").replace("    targets", "    owner: x\n    targets")
    )
    assert data.decode() == expected
    lines = expected.splitlines()
    for edit in edits:
        assert lines[edit.place.line - 1][edit.place.column - 1 :].startswith(edit.change.value)


def test_two_keys_at_one_place_come_in_the_order_of_the_format():
    data, edits = edited(targets_text(TARGET).encode(), ("gdp", "owner", "x"), ("gdp", "binding", "true"))
    assert b"    binding: true\n    owner: x\n    targets" in data
    assert [edit.place.line for edit in edits] == [15, 14]


@pytest.mark.parametrize("paths", [("target", "target:2025.value"), ("owner", "owner"), ("break:1", "breaks:2012")])
def test_field_changed_twice_is_said_under_whatever_names(paths):
    text = targets_text(TARGET, more="breaks: [2012]")
    with pytest.raises(SeveralUsageError) as caught:
        edited(text.encode(), *(("gdp", path, "2013") for path in paths))
    assert [fault.code for fault in caught.value.errors] == ["doubled_change"]


def test_every_change_that_cannot_be_made_is_named():
    with pytest.raises(SeveralUsageError) as caught:
        edited(targets_text(TARGET).encode(), ("gdp", "nothing", "1"), ("gdp", "name", "x"), ("gdp", "owner", "a\nb"))
    assert [fault.code for fault in caught.value.errors] == [
        "unknown_field", "field_has_parts", "edit_value_unwritable",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"a: [", b"- 1\n", b"\xff\xfea", b"a: \x00"])
def test_what_is_no_plan_file_is_said(data):
    with pytest.raises((InputError, SeveralUsageError)):
        edited(data, ("gdp", "target", "1"))


@pytest.mark.parametrize("text", ["indicators: 5\n", "plan: 5\n", "indicators: [1, {id: [gdp]}]\n"])
def test_what_has_another_shape_is_said(text):
    with pytest.raises(SeveralUsageError):
        edited(text.encode(), ("gdp", "target", "1"), ("", "language", "zh"))


def test_ids_are_listed_also_of_files_with_faults():
    data = b"indicators:\n  - {id: a, value: x}\n  - {id: b}\n  - 5\n"
    assert ids_of(data) == ["a", "b"]
    assert (has_record(data, "b"), has_record(data, "c")) == (True, False)
    assert (ids_of(b"a: ["), has_record(b"\xff\xfe", "a")) == ([], False)


def paths(mapping, shape_path=""):
    """Every path to a single value below a record."""
    for key, (_, node) in mapping.entries.items():
        if isinstance(node, Mapping):
            yield from paths(node, f"{shape_path}{key}.")
        elif isinstance(node, Sequence):
            for number, item in enumerate(node.items, start=1):
                one = f"{shape_path}{key}:{number}"
                yield from paths(item, f"{one}.") if isinstance(item, Mapping) else [(one, item)]
        else:
            yield shape_path + key, node


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_shipped_files_come_back_to_the_byte(file):
    """Some values of some records are changed, then changed back."""
    data = file.read_bytes()
    root = read_nodes(data.decode(), file="a.yaml")[0]
    there, back = [], []
    for record in root.entries["indicators"][1].items[::9]:
        name = record.entries["id"][1].text
        for path, scalar in paths(record):
            if path != "id":
                own = path if "baseline" not in file.name else f"baseline.{path}"
                there.append(Change(name, own, "7" if scalar.text != "7" else "8"))
                back.append(Change(name, own, scalar.text))
    step = len(there) // 7
    there, back = there[::step], back[::step]
    changed, edits = edit_file(data, there, file="a.yaml")
    assert changed.count(b"\n") == data.count(b"\n")
    assert [edit.before for edit in edits] == [change.value for change in back]
    restored, _ = edit_file(changed, back, file="a.yaml")
    assert unquoted(restored) == unquoted(data)


def unquoted(data):
    """What was quoted may stay quoted: `'7'` for a text."""
    return data.replace(b"'", b"")
