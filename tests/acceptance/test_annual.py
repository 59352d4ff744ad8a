"""`kpi annual` on the installed command: what each department receives, and what its years brought."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan
from acceptance.test_console import ESCAPE, in_terminal
from lixia_kpi.render.width import width

HEADER = (
    "id,name_zh,name_en,group,chapter,owner,unit,form,direction,target_year,target_op,target,target_unit,"
    "year,planned,cumulative,from,reason"
)
AGAINST = HEADER.replace(",reason", ",actual,actual_cumulative,difference,year_status,reason")


@pytest.fixture
def plan(tmp_path):
    indicators: list[dict[str, Any]] = [
        {"id": "gdp", "owner": "发展改革局", "targets": [{"op": ">", "value": 2500}]},
        {"id": "parks", "owner": "园林局", "measure": "count", "unit": "座", "targets": [{"value": 15}]},
        {"id": "green", "owner": "园林局", "measure": "share", "unit": "%", "targets": [{"value": 48}]},
        {"id": "built", "measure": "count", "unit": "所", "targets": [{"form": "total", "value": 33}]},
        {"id": "rank", "measure": "rank", "direction": "down", "unit": "位",
         "targets": [{"op": "<=", "value": 10, "year": 2023}]},
    ]  # fmt: skip
    return make_plan(
        tmp_path / "plan",
        indicators=indicators,
        baselines=[{"id": "gdp", "value": 1910.41}, {"id": "parks", "value": 9}, {"id": "green", "value": 46.5}],
        actuals=[("gdp", 2021, 2124.15), ("gdp", 2022, 2100), ("built", 2021, 7), ("green", 2022, 47.2)],
    )


def rows(*args, **kwargs):
    return json.loads(run("annual", *args, "-f", "json", **kwargs).out)["rows"]


def test_one_row_a_target_and_year(plan):
    found = rows("--plan", plan, "gdp")
    assert [row["year"] for row in found] == [2021, 2022, 2023, 2024, 2025]
    assert [row["planned"] for row in found] == [2016, 2127, 2245, 2369, 2500]
    assert {row["from"] for row in found} == {"baseline"}


def test_totals_have_flows_and_sums(plan):
    found = rows("--plan", plan, "built")
    assert [row["planned"] for row in found] == [7, 7, 6, 7, 6]
    assert found[-1]["cumulative"] == found[-1]["target"] == 33


def test_a_rank_is_due_in_its_year(plan):
    found = rows("--plan", plan, "rank")
    assert [row["planned"] for row in found] == [None, None, 10]
    assert found[0]["reason"] == "rank_has_no_rate"


def test_from_the_latest_value(plan):
    found = rows("--plan", plan, "gdp", "--from", "latest")
    assert [row["year"] for row in found] == [2023, 2024, 2025]
    assert found[-1]["planned"] == 2500
    assert {row["from"] for row in found} == {"latest"}
    hidden = rows("--plan", plan, "gdp", "--from", "latest", "--as-of", "2021")
    assert [row["year"] for row in hidden] == [2022, 2023, 2024, 2025]


def test_one_year_against_its_actuals(plan):
    found = {row["id"]: row for row in rows("--plan", plan, "--year", "2022", "--against")}
    assert (found["gdp"]["planned"], found["gdp"]["difference"], found["gdp"]["year_status"]) == (2127, -27, "not_met")
    assert (found["green"]["actual"], found["green"]["year_status"]) == (47.2, "met")
    assert (found["built"]["actual"], found["built"]["year_status"], found["built"]["reason"]) == (
        None, "no_data", "no_actual",
    )  # fmt: skip
    assert found["rank"]["year_status"] is None


def test_only_one_department(plan):
    assert {row["id"] for row in rows("--plan", plan, "--owner", "园林局")} == {"parks", "green"}
    both = rows("--plan", plan, "--owner", "园林局", "--owner", "发展改革局")
    assert {row["id"] for row in both} == {"gdp", "parks", "green"}


def test_departments_are_the_headings(plan):
    text = run("annual", "--plan", plan, "--lang", "zh").out
    assert text.index("发展改革局") < text.index("园林局") < text.index("未写明责任部门")
    assert "经济" not in text
    assert "发展改革局" not in run("annual", "--plan", plan, "--sort", "id", "--lang", "zh").out


def test_without_departments_the_groups_are(tmp_path):
    plan = make_plan(tmp_path / "plan", indicators=[{"id": "a"}], baselines=[{"id": "a", "value": 100}])
    assert "Economy" in run("annual", "--plan", plan, "--lang", "en").out


@pytest.mark.parametrize(("args", "header"), [((), HEADER), (("--against",), AGAINST)])
def test_columns(args, header):
    assert run("annual", *args, "-f", "csv").out.splitlines()[0] == header
    assert run("annual", *args, "-f", "tsv").out.splitlines()[0] == header.replace(",", "\t")
    assert ",".join(json.loads(run("annual", *args, "-f", "jsonl").lines[0])) == header


@pytest.mark.parametrize("format_", ["csv", "markdown", "table"])
def test_a_file_holds_what_is_printed(format_, plan, tmp_path):
    file = tmp_path / "out"
    assert run("annual", "--plan", plan, "-f", format_, "-o", file).stdout == b""
    assert file.read_bytes() == run("annual", "--plan", plan, "-f", format_).stdout


def test_formats_hold_the_same_rows(plan):
    from_csv = list(csv.DictReader(run("annual", "--plan", plan, "-f", "csv").out.splitlines()))
    assert [(r["id"], int(r["year"])) for r in from_csv] == [(r["id"], r["year"]) for r in rows("--plan", plan)]
    markdown = run("annual", "--plan", plan, "-f", "markdown").lines
    assert len(markdown) == len(from_csv) + 2


def test_sorting(plan):
    figures = [row["planned"] for row in rows("--plan", plan, "--sort", "-planned")]
    known = [figure for figure in figures if figure is not None]
    assert known == sorted(known, reverse=True)
    assert figures[len(known) :] == [None] * (len(figures) - len(known))


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("--owner", "园林"), "园林局"),
        (("--from", "lates"), "latest"),
        (("--year", "24"), "24"),
        (("--sort", "plannd"), "planned"),
        (("gdpp",), "gdp"),
    ],
)
def test_wrong_names_are_answered_with_the_nearest(args, word, plan):
    assert word in run("annual", "--plan", plan, *args, code=2).err


@pytest.mark.parametrize(("columns", "lang"), [(40, "zh"), (80, "en"), (120, "zh"), (160, "en")])
@pytest.mark.parametrize("args", [("--against",), ("--from", "latest")])
def test_no_line_is_wider_than_the_terminal(columns, lang, args):
    code, shown = in_terminal("annual", *args, "--lang", lang, columns=columns)
    assert code == 0
    assert max(width(line) for line in ESCAPE.sub("", shown).splitlines()) <= columns


def test_years_that_do_not_fit_follow_below(tmp_path):
    years = {"period": {"start": 2021, "end": 2035}}
    target = {"year": 2035, "value": 300}
    plan = make_plan(
        tmp_path / "plan",
        indicators=[{"id": "a", "targets": [target]}],
        baselines=[{"id": "a", "value": 100}],
        plan=years,
    )
    _, shown = in_terminal("annual", "--plan", str(plan), columns=80)
    assert all(str(year) in shown for year in range(2021, 2036))
    assert max(width(line) for line in ESCAPE.sub("", shown).splitlines()) <= 80


def test_nothing_matches(plan):
    text = run("annual", "--plan", plan, "--year", "2040", "--lang", "zh").out
    assert "没有符合条件的年度目标" in text
    assert rows("--plan", plan, "--year", "2040") == []
