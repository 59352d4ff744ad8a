"""Every figure with its source: which is used for what, and what turns it into the indicator's unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from acceptance.plans import make_plan
from lixia_kpi.render.workbook import render_workbook
from workbooks import report_of

if TYPE_CHECKING:
    from pathlib import Path

    from lixia_kpi.tables.figures import Figure


def figures(folder: Path, **plan: Any) -> tuple[Figure, ...]:
    return report_of(make_plan(folder / "plan", **plan)).figures.all


def told(found: tuple[Figure, ...]) -> list[tuple[object, ...]]:
    return [(f.id, f.kind, f.year, f.value, f.factor, f.used) for f in found]


def test_figures_stand_in_the_order_of_the_plan_with_what_they_are_used_for(tmp_path: Path) -> None:
    found = figures(
        tmp_path,
        indicators=[{"id": "a"}, {"id": "b"}],
        baselines=[{"id": "a", "value": 1_000_000, "unit": "万元", "growth": {"value": 7, "from": 2016, "to": 2020}}],
        actuals=[
            {"id": "b", "year": 2021, "value": 3, "unit": "亿元"},
            {"id": "a", "year": 2020, "value": 101, "unit": "亿元"},
            {"id": "a", "year": 2021, "value": 11, "unit": "billion yuan"},
            {"id": "a", "year": 2021, "value": 50, "unit": "亿元", "period": "H1"},
        ],
    )
    assert told(found) == [
        ("a", "target", 2025, 200.0, None, True),
        ("a", "baseline", 2020, 1_000_000.0, 0.0001, True),
        ("a", "printed_growth", 2020, 7.0, None, False),
        ("a", "published", 2020, 101.0, 1.0, False),
        ("a", "published", 2021, 11.0, 10.0, True),
        ("a", "published", 2021, 50.0, 1.0, False),
        ("b", "target", 2025, 200.0, None, True),
        ("b", "published", 2021, 3.0, 1.0, True),
    ]
    assert found[4].place.line == 4


def test_a_value_by_formula_names_the_formula(tmp_path: Path) -> None:
    plan = make_plan(
        tmp_path / "plan",
        indicators=[
            {"id": "part"},
            {"id": "whole"},
            {"id": "share_of_whole", "measure": "share", "unit": "%", "formula": "part / whole",
             "targets": [{"value": 60}]},
        ],
        actuals=[("part", 2020, 40), ("whole", 2020, 100), ("part", 2021, 45), ("whole", 2021, 100)],
    )  # fmt: skip
    report = report_of(plan)
    assert render_workbook(report, lang="zh")
    derived = [figure for figure in report.figures.all if figure.kind == "derived"]
    assert [(f.year, f.value, f.used) for f in derived] == [
        (2020, pytest.approx(40), True),
        (2021, pytest.approx(45), True),
    ]
    assert all("part" in str(f.note) for f in derived)
    assert set(report.figures.years) >= {("share_of_whole", 2020), ("share_of_whole", 2021)}
