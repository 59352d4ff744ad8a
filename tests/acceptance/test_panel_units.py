"""Yearly changes in per mille: `kpi panel` takes values and targets of columns as `kpi project` those of a plan."""

from __future__ import annotations

import csv
import io

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan

CHANGES = {"measure": "rate", "unit": "%", "observed_as": "yearly_change"}
INDICATORS = [
    {"id": "wages", **CHANGES, "targets": [{"form": "growth", "value": 6}]},
    {"id": "prices", **CHANGES, "targets": [{"form": "every_year", "op": "<=", "value": 3.5}], "direction": "down"},
    {"id": "green", "measure": "share", "unit": "%", "observed_as": "yearly_change",
     "targets": [{"form": "points", "value": 5}]},
]  # fmt: skip
VALUES = {"wages": [52, 61, 58], "prices": [24, 31, 36], "green": [120, 90, 70]}
UNITS = {"wages": "‰", "prices": "‰", "green": "基点"}
TARGETS = {"wages": 60, "prices": 35, "green": 500}
PUBLISHED = [
    {"id": name, "year": 2021 + k, "value": value, "unit": UNITS[name]}
    for name, values in VALUES.items()
    for k, value in enumerate(values)
]


def table(*args):
    rows = csv.DictReader(io.StringIO(run(*args, "-f", "csv").out, newline=""))
    return {row["id"]: row for row in rows}


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return make_plan(tmp_path_factory.mktemp("units") / "plan", indicators=INDICATORS, actuals=PUBLISHED)


@pytest.fixture(scope="module")
def projected(plan):
    return table("project", "--plan", plan)


def test_rows_under_a_plan_are_in_percent_and_points(plan, projected):
    assert table("panel", plan / "actuals.csv", "--plan", plan, "--columns", ",".join(projected["wages"])) == projected
    assert [row["latest"] for row in projected.values()] == ["5.8", "3.6", "0.7"]


def test_targets_of_columns_are_in_percent_and_points(tmp_path, projected):
    lines = [
        [row["id"], str(row["year"]), str(row["value"]), row["unit"], str(TARGETS[row["id"]]), "2025", "2020",
         indicator["measure"], indicator.get("direction", "up"), "yearly_change", target["form"]]
        for row in PUBLISHED for indicator in INDICATORS if indicator["id"] == row["id"]
        for target in indicator["targets"]
    ]  # fmt: skip
    head = "id,year,value,unit,target,target_year,baseline_year,measure,direction,observed_as,form"
    (tmp_path / "panel.csv").write_text("\n".join([head, *map(",".join, lines)]), encoding="utf-8")
    found = table("panel", tmp_path / "panel.csv")
    same = [name for name in projected["wages"] if not name.startswith("name_")]
    same = [name for name in same if name not in ("group", "chapter", "section", "unit")]
    for name, row in projected.items():
        assert {column: found[name][column] for column in same} == {column: row[column] for column in same}
    assert {name: (row["unit"], row["target"], row["target_unit"]) for name, row in found.items()} == {
        "wages": ("%", "6", "%"), "prices": ("%", "3.5", "%"), "green": ("points", "5", "points"),
    }  # fmt: skip
