"""`kpi panel plans/*/`: many plan folders, one table, one check."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan
from lixia_kpi.tables.columns import PANEL

if TYPE_CHECKING:
    from pathlib import Path


BASELINES = [{"id": "gdp", "value": 100}, {"id": "tax", "value": 100}]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three districts with a plan of the same shape: one ahead, one behind, one without any actual."""
    place = tmp_path_factory.mktemp("plans")
    for name, latest in (("lixia", 190), ("shizhong", 103), ("tianqiao", None)):
        indicators = [{"id": "gdp", "targets": [{"value": 200}]}, {"id": "tax", "targets": [{"value": 200}]}]
        actuals = [] if latest is None else [("gdp", 2021, 101), ("gdp", 2023, latest), ("tax", 2023, 199)]
        make_plan(place / name, indicators=indicators, baselines=BASELINES, actuals=actuals)
    return place


def folders(plans: Path) -> list[str]:
    return [f"{name}{os.sep}" for name in ("tianqiao", "lixia", "shizhong")]


def table(plans: Path, *options: str) -> list[dict[str, str]]:
    out = run("panel", *folders(plans), *options, "-f", "csv", cwd=plans).out
    return list(csv.DictReader(io.StringIO(out)))


def test_every_target_of_every_plan_is_a_row_under_the_name_of_its_folder(plans: Path) -> None:
    rows = table(plans)
    assert tuple(rows[0]) == PANEL
    assert [(row["region"], row["id"]) for row in rows] == [
        (region, name) for region in ("tianqiao", "lixia", "shizhong") for name in ("gdp", "tax")
    ]
    statuses = {(row["region"], row["id"]): row["status"] for row in rows}
    assert statuses["lixia", "gdp"] == "ahead"
    assert statuses["tianqiao", "gdp"] == "no_data"


def test_a_row_is_that_of_the_plan_alone(plans: Path) -> None:
    rows = [row for row in table(plans) if row["region"] == "shizhong"]
    alone = run("project", "--plan", plans / "shizhong", "--all", "-f", "csv").out
    assert [{k: v for k, v in row.items() if k != "region"} for row in rows] == list(csv.DictReader(io.StringIO(alone)))


def test_the_page_has_the_league_of_all_plans(plans: Path) -> None:
    lines = run("panel", *folders(plans), "--lang", "en", cwd=plans).lines
    league = lines.index("Regions, by the share of targets on track or better")
    assert [line.split()[:2] for line in lines[league + 2 : league + 4]] == [["1", "lixia"], ["2", "shizhong"]]
    assert lines[league + 4].split()[0] == "tianqiao"
    assert any("without a place: 1." in line for line in lines)


def test_the_check_names_what_fails_and_leaves_1(plans: Path) -> None:
    result = run("panel", *folders(plans), "--fail-on", "behind", "--lang", "en", cwd=plans, code=1, quiet=True)
    assert "Targets that fail (1, worst first)" in result.out
    assert "shizhong · " in result.out
    passed = run("panel", f"lixia{os.sep}", "--fail-on", "behind", "--lang", "en", cwd=plans)
    assert "Targets that fail" not in passed.out


def test_the_counts_are_there_for_machines(plans: Path) -> None:
    found = json.loads(run("panel", *folders(plans), "--summary", "regions", "-f", "json", cwd=plans).out)
    assert found["rows"][0]["region"] == "lixia"
    assert found["regions"] == 3
    assert sum(found["statuses"].values()) == 6
    assert sum(row["targets"] for row in found["rows"]) == 6


def test_every_fault_of_every_folder_is_told_and_nothing_is_printed(plans: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_plan(tmp_path / name, indicators=[{"id": "gdp"}], baselines=BASELINES[:1])
        (tmp_path / name / "actuals.csv").write_text("id,year,value,unit\ngdp,2022,x,亿元\nnope,2022,1,亿元\n", "utf-8")
    result = run("panel", plans / "lixia", tmp_path / "one", tmp_path / "two", tmp_path / "none", code=2)
    assert result.stdout == b""
    for name in ("one", "two"):
        assert result.err.count(f"{tmp_path / name}{os.sep}actuals.csv:2:") == 1
    assert str(tmp_path / "none") in result.err


def test_folders_of_one_name_are_told_apart_and_one_folder_named_twice_is_refused(plans: Path) -> None:
    place = plans.parent
    other = place / f"{plans.name}-old" / "lixia"
    make_plan(other, indicators=[{"id": "gdp"}], baselines=BASELINES[:1])
    rows = run(
        "panel", f"{plans.name}/lixia", f"{plans.name}-old/lixia/", "--columns", "region", "-f", "csv", cwd=place
    ).lines
    assert list(dict.fromkeys(rows[1:])) == [f"{plans.name}/lixia", f"{plans.name}-old/lixia"]
    run("panel", plans / "lixia", f"{plans / 'lixia'}/", code=2)


def test_what_goes_with_files_of_series_alone_is_refused(plans: Path) -> None:
    result = run("panel", *folders(plans), "--plan", "lixia", cwd=plans, code=2)
    assert "--plan" in result.err


def test_the_map_is_one_file_and_the_summary_is_on_the_screen(plans: Path, tmp_path: Path) -> None:
    page = run("panel", *folders(plans), "--report", "html", "-o", tmp_path / "m.html", "--lang", "en", cwd=plans)
    assert page.out == run("panel", *folders(plans), "--lang", "en", cwd=plans).out
    written = (tmp_path / "m.html").read_bytes()
    assert written == run("panel", *folders(plans), "-f", "html", "--lang", "en", cwd=plans).stdout
    assert b'"regions":["lixia","shizhong","tianqiao"]' in written


def test_options_that_do_not_go_together_are_refused(plans: Path) -> None:
    for options in (["-f", "json"], ["--summary", "countries"]):
        result = run("panel", *folders(plans), *options, cwd=plans, code=2)
        assert result.stdout == b""
        assert result.err.startswith("kpi: ")
