"""The columns of the machine formats: fixed names in a fixed order, plain numbers, cells no spreadsheet runs."""

from __future__ import annotations

import csv
import json
import math
from functools import cache

import pytest

from acceptance.kpi import printed, run
from acceptance.plans import make_plan

HEADERS = {
    "project": (
        "id,name_zh,name_en,group,chapter,section,measure,form,direction,unit,basis,binding,owner,"
        "baseline_year,baseline,latest_year,latest,target_year,target_op,target,target_high,target_unit,target_level,"
        "rate_unit,required_rate,required_growth,actual_rate,needed_rate,elapsed,completion,pace,"
        "projected,projected_low,projected_high,interval,probability,"
        "gap,gap_percent,arrival_year,method,rule,status,reason,notes"
    ),
    "required": (
        "id,name_zh,name_en,group,chapter,section,measure,form,direction,unit,basis,binding,owner,"
        "baseline_year,baseline,target_year,target_op,target,target_high,target_unit,target_level,rate_unit,"
        "required_rate,required_growth,reason,notes"
    ),
    "list": (
        "id,name_zh,name_en,group,chapter,section,heading,measure,form,direction,"
        "unit,basis,binding,owner,target_year,target_op,target,target_high,dated,baseline_year,baseline,doubt"
    ),
    "path": "id,year,required,actual,projected,projected_low,projected_high,chance",
}
HEADERS["check"] = HEADERS["project"]
ARGS = {
    "project": ["--all"],
    "required": [],
    "list": [],
    "path": ["gdp"],
    "check": ["--fail-on", "met", "--fail-on", "no_data"],
    "check markdown": ["--columns", HEADERS["check"]],  # without columns it is a comment for people
}
TEXTS = ("name_zh", "name_en", "unit", "owner", "heading", "doubt", "group")


@cache
def output(command: str, format_: str) -> bytes:
    extra = ARGS.get(f"{command} {format_}", [])
    return run(command, *ARGS[command], *extra, "-f", format_, code=int(command == "check"), quiet=True).stdout


def rows_of(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(data.decode().splitlines(), delimiter=delimiter))


@pytest.mark.parametrize("command", HEADERS)
def test_header_is_the_contract(command):
    header = HEADERS[command]
    data = output(command, "csv")
    assert data.split(b"\r\n")[0].decode() == header
    assert output(command, "tsv").split(b"\n")[0].decode() == header.replace(",", "\t")
    names = header.split(",")
    lines = output(command, "jsonl").decode().splitlines()
    assert all(list(json.loads(line)) == names for line in lines)
    assert output(command, "markdown").decode().splitlines()[0] == "| " + " | ".join(names) + " |"


@pytest.mark.parametrize("command", HEADERS)
def test_all_formats_hold_the_same_rows(command):
    rows = rows_of(output(command, "csv"))
    assert rows == rows_of(output(command, "tsv"), "\t")
    objects = [json.loads(line) for line in output(command, "jsonl").decode().splitlines()]
    assert json.loads(output(command, "json"))["rows"] == objects
    assert len(objects) == len(rows) == len(output(command, "markdown").decode().splitlines()) - 2
    for row, record in zip(rows, objects, strict=True):
        for name, cell in row.items():
            value = record[name]
            if isinstance(value, bool):
                assert cell == str(value).lower()
            elif isinstance(value, int | float):
                assert float(cell) == value
            else:
                assert cell in (value or "", f"'{value}")


def test_every_target_is_a_row_in_plan_order():
    everything = [row["id"] for row in rows_of(output("project", "csv"))]
    assert everything == [row["id"] for row in rows_of(output("required", "csv"))]
    assert everything == [row["id"] for row in rows_of(output("list", "csv"))]
    assert len(everything) >= 133


def test_numbers_are_plain():
    for row in rows_of(output("project", "csv")):
        for name, cell in row.items():
            if name in ("baseline", "latest", "target", "pace", "gap", "required_rate", "projected") and cell:
                assert math.isfinite(float(cell))
                assert set(cell) <= set("0123456789.-e+"), cell
                assert not cell.endswith(".0")
    assert b"NaN" not in output("project", "json")
    assert b"Infinity" not in output("project", "json")


def test_json_says_what_it_was_made_with():
    document = json.loads(run("project", "--as-of", "2022", "-f", "json").stdout)
    assert list(document) == ["schema_version", "plan", "as_of", "rule", "method", "cuts", "rows"]
    assert document["as_of"] == 2022
    assert json.loads(printed("project", "-f", "json"))["as_of"] == 2023
    assert document["cuts"] == {"ahead": 1.05, "on_track": 0.95, "behind": 0.6}


def test_excel_begins_with_the_mark_and_nothing_else_does():
    assert run("project", "-f", "csv", "--excel").stdout == b"\xef\xbb\xbf" + printed("project", "-f", "csv")
    for format_ in ("csv", "tsv", "json", "jsonl", "markdown", "table"):
        assert not printed("project", "-f", format_).startswith(b"\xef\xbb\xbf")


def test_columns_are_chosen_and_ordered():
    result = run("project", "gdp", "-f", "csv", "--columns", "status, id,latest")
    assert result.lines == ["status,id,latest", "ahead,gdp,2446.9"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_free_text_is_neutralised_and_codes_never(tmp_path, start):
    text = start + "1+1"
    indicator = {"id": "x", "name": {"zh": text, "en": text}, "owner": text, "unit": "亿元", "direction": "down"}
    target = {"op": "<=", "value": -5, "form": "level"}
    folder = make_plan(tmp_path, indicators=[{**indicator, "measure": "index", "targets": [target]}])
    (row,) = rows_of(run("project", "x", "--plan", folder, "-f", "csv").stdout)
    assert row["target"] == "-5"
    assert row["name_zh"] == row["name_en"] == row["owner"] == "'" + text
    record = json.loads(run("project", "x", "--plan", folder, "-f", "jsonl").stdout)
    assert record["name_zh"] == text


def test_sorting_puts_empty_cells_last():
    ascending = [r["gap"] for r in rows_of(run("project", "--all", "--sort", "gap", "-f", "csv").stdout)]
    descending = [r["gap"] for r in rows_of(run("project", "--all", "--sort", "-gap", "-f", "csv").stdout)]
    filled = [float(gap) for gap in ascending if gap]
    assert filled == sorted(filled)
    assert [float(gap) for gap in descending if gap] == filled[::-1]
    assert len(filled) > 3
    assert ascending[len(filled) :] == descending[len(filled) :] == [""] * (len(ascending) - len(filled))


@pytest.mark.parametrize(
    ("args", "name", "values"),
    [
        (["--chapter", "1"], "chapter", {"1"}),
        (["--chapter", "1", "--chapter", "2"], "chapter", {"1", "2"}),
        (["--group", "economy"], "group", {"economy"}),
        (["--status", "ahead"], "status", {"ahead"}),
        (["--status", "ahead", "--status", "no_data"], "status", {"ahead", "no_data"}),
    ],
)
def test_rows_are_filtered(args, name, values):
    assert {row[name] for row in rows_of(run("project", *args, "-f", "csv").stdout)} == values


def test_default_rows_and_what_brings_the_others():
    shown = rows_of(printed("project", "-f", "csv"))
    assert all(row["baseline"] or row["latest"] or row["required_growth"] for row in shown)
    everything = rows_of(printed("project", "--all", "-f", "csv"))
    assert len(everything) > len(shown)
    hidden = next(row["id"] for row in everything if not row["baseline"] and not row["latest"])
    assert {row["id"] for row in rows_of(run("project", hidden, "-f", "csv").stdout)} == {hidden}
    without = [row for row in everything if row["status"] == "no_data"]
    assert rows_of(run("project", "--status", "no_data", "-f", "csv").stdout) == without
