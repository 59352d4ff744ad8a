"""Tables for machines hold hostile texts as they are: each is read back by a parser of its own."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest

from acceptance.hostile_names.commands import TABLES
from hostile import TEXTS, unit_of
from markdown_tables import cells_of, linkable

FREE = ("name_zh", "name_en", "group", "unit", "owner", "heading", "doubt", "target_unit", "old_unit", "new_unit")


@pytest.mark.parametrize("name", TABLES)
def test_json_holds_the_texts_themselves(kpi, rows_of, name):
    assert rows_of(name)
    assert rows_of(name) == [json.loads(line) for line in kpi(name, "-f", "jsonl").splitlines()]
    for row in rows_of(name):
        number = str(row.get("id") or "").removeprefix("text_")
        if number.isdigit():
            words = TEXTS[int(number)]
            shown = {key: row[key] for key in FREE if key in row and "unit" not in key}
            assert shown == dict.fromkeys(shown, words)
            assert row.get("unit", unit_of(words)) in (unit_of(words), None)


@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_a_formula(kpi, rows_of, name, format_, delimiter):
    text = kpi(name, "-f", format_).decode()
    cells = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    for row, plain in zip(cells, rows_of(name), strict=True):
        assert None not in row
        for key, cell in row.items():
            value = plain[key]
            if isinstance(value, str) and key in (*FREE, "file", "message_zh", "message_en", "rate_unit"):
                assert cell[:1] not in ("=", "+", "-", "@")
                assert cell[:1].isprintable()
                assert cell in (value.encode(errors="backslashreplace").decode(), f"'{value}")
            elif isinstance(value, str):
                assert re.fullmatch(r"[a-z0-9_;~<>=:.%+-]*", value), (key, value)


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("check", "diff")])
def test_markdown_tables_hold_the_texts(kpi, rows_of, name):
    text = kpi(name, "-f", "markdown").decode()
    header, *rows = cells_of(text)
    for cells, row in zip(rows, rows_of(name), strict=True):
        shown = dict(zip(header, cells, strict=True))
        for key, value in row.items():
            if isinstance(value, str) and value.isprintable():
                assert " ".join(shown[key].split()) == " ".join(value.split())
    assert linkable(text) == []


@pytest.mark.parametrize("name", ["check", "validate"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_annotations_of_github_are_the_only_commands(kpi, name, lang):
    text = kpi(name, "-f", "github", "--lang", lang).decode()
    lines = text.splitlines()
    assert len(lines) <= 30
    assert text.count("\n") == len(lines) == len(text.split("\n")) - 1
    assert all(re.match(r"::(error|warning|notice) [^:]*::[^\r\x1b]+$", line) for line in lines)
    assert not any(c for c in text if not c.isprintable() and c not in "\n\u3000")


@pytest.mark.parametrize("name", ["check", "validate"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_junit_and_sarif_hold_the_texts(kpi, name, lang):
    root = ElementTree.fromstring(kpi(name, "-f", "junit", "--lang", lang))
    assert {e.tag for e in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
    run_ = json.loads(kpi(name, "-f", "sarif", "--lang", lang))["runs"][0]
    messages = [result["message"]["text"] for result in run_["results"]]
    assert not any("](" in text for text in messages)
    assert not any(re.search(r"(?<!\{)\{(?:\{\{)*\d", text) for text in messages)
    for result in run_["results"]:
        for place in result["locations"]:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"file:///[A-Za-z0-9._~/:%-]*", uri)
    if name == "check":
        said = " ".join(failure.get("message", "") for failure in root.iter("failure"))
        for words in TEXTS:
            if words.isprintable():
                assert words in said
                escaped = words.replace("{", "{{").replace("}", "}}").replace("](", "] (")
                assert any(escaped in text for text in messages)
