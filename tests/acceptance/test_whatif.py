"""`kpi whatif` on the installed command: before and after, and what cannot be assumed."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan
from acceptance.test_console import ESCAPE, in_terminal
from lixia_kpi.render.width import width

PAIRS = (
    *("latest_year", "latest", "target", "needed_rate", "projected", "gap", "completion", "pace", "probability"),
    "status",
)


@pytest.fixture
def plan(tmp_path):
    indicators: list[dict[str, Any]] = [
        {"id": "gdp", "targets": [{"op": ">", "value": 2500}]},
        {"id": "share", "measure": "share", "unit": "%", "targets": [{"value": 65}]},
        {"id": "place", "measure": "rank", "direction": "down", "unit": "位", "targets": [{"op": "<=", "value": 10}]},
        {"id": "unknown"},
    ]
    return make_plan(
        tmp_path / "plan",
        indicators=indicators,
        baselines=[{"id": "gdp", "value": 1910.41}, {"id": "share", "value": 63.9}],
        actuals=[("gdp", 2021, 2124.15), ("gdp", 2022, 2282.9), ("gdp", 2023, 2446.9), ("share", 2022, 64),
                 ("share", 2023, 64)],
    )  # fmt: skip


def rows(*args):
    return {row["id"]: row for row in json.loads(run("whatif", *args, "-f", "json").out)["rows"]}


def test_assumed_growth(plan):
    (row,) = rows("--plan", plan, "--growth", "gdp=6%").values()
    assert (row["before_latest_year"], row["after_latest_year"]) == (2023, 2025)
    assert row["after_projected"] == pytest.approx(2446.9 * 1.06**2)
    assert (row["before_status"], row["after_status"]) == ("ahead", "met")
    assert (row["after_assumed"], row["assumption"], row["assumed_rate"]) == (True, "growth=6%", 6)


def test_before_is_what_project_says(plan):
    project = json.loads(run("project", "--plan", plan, "gdp", "share", "-f", "json").out)["rows"]
    compared = rows("--plan", plan, "--growth", "gdp=6%", "--value", "share:2024=64.5")
    for row in project:
        assert {c: row[c] for c in PAIRS} == {c: compared[row["id"]][f"before_{c}"] for c in PAIRS}


def test_an_assumed_value_is_what_an_actual_would_be(plan, tmp_path):
    assumed = rows("--plan", plan, "--value", "share:2024=64.6")["share"]
    (plan / "actuals.csv").write_bytes((plan / "actuals.csv").read_bytes() + b"share,2024,64.6,%\r\n")
    (real,) = json.loads(run("project", "--plan", plan, "share", "-f", "json").out)["rows"]
    assert {c: real[c] for c in PAIRS} == {c: assumed[f"after_{c}"] for c in PAIRS}


def test_another_target_and_year(plan):
    row = rows("--plan", plan, "--target", "gdp:2027=3000")["gdp"]
    assert (row["target"], row["after_target"], row["target_year"], row["after_target_year"]) == (
        2500,
        3000,
        2025,
        2027,
    )
    assert row["after_needed_rate"] == pytest.approx(100 * ((3000 / 2446.9) ** 0.25 - 1))


def test_a_shock_and_its_recovery(plan):
    args = ("--plan", plan, "--growth", "gdp=6%", "--shock", "gdp:2024=-5%")
    kept, recovered = rows(*args)["gdp"], rows(*args, "--recover", "1")["gdp"]
    assert kept["after_latest"] == pytest.approx(2446.9 * 1.06**2 * 0.95)
    assert recovered["after_latest"] == pytest.approx(2446.9 * 1.06**2)


def test_half_the_gap_and_the_best_year(plan):
    half = rows("--plan", plan, "--halve-gap", "share")["share"]
    assert half["after_gap"] == pytest.approx(half["before_gap"] / 2)
    best = rows("--plan", plan, "--best-year")
    assert best["gdp"]["assumed_rate"] == pytest.approx(100 * (2124.15 / 1910.41 - 1))
    assert rows("--plan", plan, "--halve-gap", "gdp")["gdp"]["reason"].split(";")[0] == "no_gap"


def test_a_start_from_an_earlier_year(plan):
    row = rows("--plan", plan, "--from", "2022", "gdp")["gdp"]
    (then,) = json.loads(run("project", "--plan", plan, "gdp", "--as-of", "2022", "-f", "json").out)["rows"]
    assert {c: then[c] for c in PAIRS} == {c: row[f"after_{c}"] for c in PAIRS}
    assert row["assumption"] == "from=2022"


def test_assumed_figures_are_marked(plan):
    text = run("whatif", "--plan", plan, "--growth", "gdp=6%", "--lang", "zh").out
    assert "2749.34*" in text
    assert "假定年增 6%" in text
    assert "2446.9*" not in text
    assert "*" not in run("whatif", "--plan", plan, "gdp").out


def test_all_faults_at_once(plan):
    result = run(
        "whatif", "--plan", plan, "--lang", "en", "--growth", "gdpp=6%", "--value", "gdp=3", "--target", "gdp=x", code=2
    )
    assert result.stdout == b""
    lines = result.err.splitlines()
    assert len(lines) == 3
    assert "Did you mean gdp?" in lines[0]


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("--growth", "gdp=1points"), "gdp=6%"),
        (("--growth", "share=1%"), "share=0.5"),
        (("--growth", "place=1%"), "place"),
        (("--growth", "unknown=1%"), "--value"),
        (("--shock", "gdp:2023=-5%"), "2024"),
        (("--value", "gdp:2030=1"), "2030"),
        (("--recover", "2"), "--shock"),
        (("--recover", "zero"), "zero"),
    ],
)
def test_what_cannot_be_assumed_is_said(args, word, plan):
    result = run("whatif", "--plan", plan, *args, code=2)
    assert word in result.err
    assert result.stdout == b""


@pytest.mark.parametrize("format_", ["csv", "markdown", "table"])
def test_a_file_holds_what_is_printed(format_, plan, tmp_path):
    file = tmp_path / "out"
    args = ("whatif", "--plan", plan, "--growth", "gdp=6%", "-f", format_)
    assert run(*args, "-o", file).stdout == b""
    assert file.read_bytes() == run(*args).stdout


def test_formats_hold_the_same_rows(plan):
    args = ("whatif", "--plan", plan, "--best-year")
    from_csv = list(csv.DictReader(run(*args, "-f", "csv").out.splitlines()))
    lines = [json.loads(line) for line in run(*args, "-f", "jsonl").lines]
    assert [row["id"] for row in from_csv] == [row["id"] for row in lines]
    assert list(from_csv[0]) == list(lines[0])
    assert len(run(*args, "-f", "markdown").lines) == len(lines) + 2


@pytest.mark.parametrize(("columns", "lang"), [(40, "zh"), (80, "en"), (120, "zh"), (160, "en")])
def test_no_line_is_wider_than_the_terminal(columns, lang):
    args = ("whatif", "--halve-gap", "--growth", "gdp=6%", "--shock", "gdp:2024=-5%", "--recover", "2", "--lang", lang)
    code, shown = in_terminal(*args, columns=columns)
    assert code == 0
    assert max(width(line) for line in ESCAPE.sub("", shown).splitlines()) <= columns
