"""Every kind of fault is counted, listed, and leaves out what it must and nothing else."""

from __future__ import annotations

import pyarrow as pa
import pytest

from builders import INFO, indicator, target
from lixia_kpi.messages.panel_faults import FAULTS as WORDS
from lixia_kpi.panel.faults import FAULTS, NOT_JUDGED, NOTICED
from lixia_kpi.plan.model import Plan
from panels import judge_rows

YEARS = [2020, 2021, 2022, 2023]
VALUES = [100.0, 106.0, 111.0, 118.0]


def panel(**changes):
    """Give one good series; a change replaces a column."""
    columns = {
        "region": ["A"] * 4, "id": ["gdp"] * 4, "year": YEARS, "value": VALUES, "unit": ["亿元"] * 4,
        "target": [150.0] * 4, "target_year": [2025] * 4, "direction": ["up"] * 4,
    }  # fmt: skip
    return {name: column for name, column in {**columns, **changes}.items() if column is not None}


def kinds(result):
    return {fault[0] for fault in result.faults}


def test_every_kind_is_said_in_words():
    assert tuple(WORDS) == FAULTS
    assert set(NOT_JUDGED) | set(NOTICED) <= set(FAULTS)


def test_a_good_panel_has_none():
    result = judge_rows(panel())
    assert (result.counts, result.faults, len(result.rows)) == ({}, [], 1)
    assert result.rows[0]["notes"] in (None, "pace_and_projection_differ")


def test_an_equal_duplicate_counts_once():
    doubled = panel(region=["A"] * 5, id=["gdp"] * 5, year=[*YEARS, 2023], value=[*VALUES, 118.0],
                    unit=["亿元"] * 5, target=[150.0] * 5, target_year=[2025] * 5, direction=["up"] * 5)  # fmt: skip
    result = judge_rows(doubled)
    assert result.faults == [("equal_duplicate", "A", "gdp", 2023, 118.0, 118.0, None)]
    assert result.rows == judge_rows(panel()).rows


def test_years_with_different_values_are_left_out():
    result = judge_rows(panel(year=[2020, 2021, 2022, 2022], value=[100.0, 106.0, 118.0, 119.0]))
    assert result.faults == [("different_duplicate", "A", "gdp", 2022, 118.0, 119.0, None)]
    assert result.rows[0]["latest_year"] == 2021
    assert "values_left_out" in result.rows[0]["notes"]


def test_a_gap_is_noticed_and_no_more():
    result = judge_rows(panel(year=[2020, 2021, 2024, 2025], target_year=[2030] * 4))
    assert result.faults == [("gap", "A", "gdp", year, None, None, None) for year in (2022, 2023)]
    assert "values_left_out" not in (result.rows[0]["notes"] or "")


def test_units_of_one_dimension_are_put_into_that_of_most_rows():
    units = {"unit": ["亿元", "亿元", "亿元", "万元"], "target": [150.0, 150.0, 150.0, 1500000.0]}
    result = judge_rows(panel(value=[100.0, 106.0, 111.0, 1180000.0], **units))
    assert [(fault[0], fault[6]) for fault in result.faults] == [("mixed_unit", "万元"), ("mixed_unit", "亿元")]
    assert (result.rows[0]["unit"], result.rows[0]["latest"]) == ("亿元", 118.0)


@pytest.mark.parametrize("naming", range(4))
def test_a_target_is_in_the_unit_of_the_row_that_names_it(naming: int) -> None:
    units, goal = ["亿元", "万元", "万元", "万元"], 130.0 if naming == 0 else 1300000.0
    target = [goal if row == naming else None for row in range(4)]
    found = judge_rows(panel(value=[100.0, 1060000.0, 1110000.0, 1180000.0], unit=units, target=target)).rows[0]
    assert (found["unit"], found["target"]) == (units[naming], goal)
    assert found["required_rate"] == pytest.approx(100 * (1.3 ** (1 / 5) - 1), rel=1e-12)


@pytest.mark.parametrize("targets", [[150.0] * 4, [150.0, 150.0, 1500000.0, 1600000.0]])
def test_one_figure_in_two_units_is_two_targets(targets: list[float]) -> None:
    units = {"unit": ["亿元", "亿元", "万元", "万元"], "target": targets}
    result = judge_rows(panel(value=[100.0, 106.0, 1110000.0, 1180000.0], **units))
    assert result.counts == {"mixed_unit": 2, "mixed_target": 1}
    assert result.rows == []


def test_one_target_in_two_units_is_one_whatever_the_rows_say_first():
    units, goals = ["亿元", "万元", "亿元", "万元"], [151.1, 1511000.0, None, 1511000.0]
    result = judge_rows(panel(value=[100.0, 1060000.0, 111.0, 1180000.0], unit=units, target=goals))
    assert result.counts == {"mixed_unit": 2}
    goal = {"亿元": 151.1, "万元": 1511000.0}
    assert [row["target"] for row in result.rows] == [goal[result.rows[0]["unit"]]]


def test_a_target_in_percent_is_the_same_in_every_unit():
    units = {"unit": ["亿元", "亿元", "万元", "万元"], "form": ["growth"] * 4, "target": [5.0] * 4}
    result = judge_rows(panel(value=[100.0, 106.0, 1110000.0, 1180000.0], **units))
    assert (result.counts, [row["target"] for row in result.rows]) == ({"mixed_unit": 2}, [5.0])
    mixed = judge_rows(panel(value=[100.0, 106.0, 1110000.0, 1180000.0], **{**units, "target": [5.0, 5.0, 6.0, 6.0]}))
    assert mixed.counts == {"mixed_unit": 2, "mixed_target": 1}


def test_a_target_in_a_unit_that_does_not_convert_is_left_out_with_its_value():
    result = judge_rows(panel(unit=["亿元", "亿元", "亿元", "万人"], target=[150.0, 150.0, 150.0, 160.0]))
    assert "mixed_target" not in result.counts
    assert (result.rows[0]["target"], result.rows[0]["unit"]) == (150.0, "亿元")


def test_rows_in_one_of_several_units_that_disagree_still_do():
    units = {"unit": ["亿元", "亿元", "万元", "万元"], "target": [150.0, 160.0, 1600000.0, None]}
    result = judge_rows(panel(value=[100.0, 106.0, 1110000.0, 1180000.0], **units))
    assert result.counts == {"mixed_unit": 2, "mixed_target": 1}


def test_values_whose_unit_does_not_convert_are_left_out():
    result = judge_rows(panel(unit=["亿元", "亿元", "亿元", "万人"]))
    assert ("unit_not_converted", "A", "gdp", None, None, None, "万人") in result.faults
    assert result.rows[0]["latest_year"] == 2022
    assert result.rows[0]["reason"] == "unit_mismatch"


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("direction", ["up", "up", "down", "up"]), ("target", [150.0, 150.0, 160.0, 150.0]),
        ("target_year", [2025, 2025, 2030, 2025]), ("measure", ["amount", "count", "amount", "amount"]),
        ("form", ["level", "total", "level", "level"]), ("op", [">=", ">", ">=", ">="]),
        ("observed_as", ["level", "cumulative", "level", "level"]), ("baseline_year", [2020, 2020, 2020, 2021]),
    ],
)  # fmt: skip
def test_rows_that_disagree_on_the_target_leave_the_series_without_a_row(column, cells):
    result = judge_rows(panel(**{column: cells}))
    assert result.counts == {f"mixed_{column}": 1}
    assert result.rows == []


def test_a_target_named_once_holds_for_the_series():
    result = judge_rows(panel(target=[None, None, 150.0, None], direction=["", "up", "", ""]))
    assert result.rows == judge_rows(panel()).rows


@pytest.mark.parametrize(
    ("column", "cells", "code"),
    [
        ("target", [None] * 4, "no_target"), ("target_year", [None] * 4, "no_target_year"),
        ("direction", [""] * 4, "no_direction"), ("direction", ["upp"] * 4, "unknown_direction"),
        ("measure", ["sum"] * 4, "unknown_measure"), ("form", ["levels"] * 4, "unknown_form"),
        ("op", ["=>"] * 4, "unknown_op"), ("observed_as", ["monthly"] * 4, "unknown_observed_as"),
        ("value", [None] * 4, "no_value"), ("target_year", [2020] * 4, "target_year_not_after_baseline"),
        ("value", ["1,200"] * 4, "bad_value"), ("target", ["two"] * 4, "bad_target"), ("id", [" "] * 4, "empty_id"),
        ("target_year", ["MMXXV"] * 4, "bad_target_year"), ("baseline_year", ["x"] * 4, "bad_baseline_year"),
        ("target_year", [20250] * 4, "bad_target_year"), ("baseline_year", [2020.5] * 4, "bad_baseline_year"),
        ("year", [20200] * 4, "bad_year"), ("year", ["2020.5"] * 4, "bad_year"),
    ],
)  # fmt: skip
def test_what_is_missing_or_unknown_is_said(column, cells, code):
    result = judge_rows(panel(**{column: cells}))
    assert code in kinds(result)
    assert result.counts[code] == sum(fault[0] == code for fault in result.faults)
    assert (code in NOT_JUDGED) <= (result.rows == [])


def test_cells_that_are_no_number_keep_their_text():
    result = judge_rows(panel(value=["100", "1,060", " 111 ", "+118e0"]))
    assert ("bad_value", "A", "gdp", "2021", "1,060", None, None) in result.faults
    assert (result.rows[0]["latest"], result.rows[0]["baseline"]) == (118.0, 100.0)
    assert "values_left_out" in result.rows[0]["notes"]


def test_values_for_part_of_a_year_count_for_no_year():
    result = judge_rows(panel(year=[2020, 2021, 2022, 2022], period=["full-year", "", "year-end", "H1"]))
    assert result.faults == [("part_year", "A", "gdp", "2022", "118", None, None)]
    assert (result.rows[0]["latest"], result.rows[0]["reason"]) == (111.0, None)


def test_cells_that_say_that_there_is_nothing_are_no_faults():
    said = judge_rows(panel(value=["100", "NA", "–", "118"], target=["150", "", "NaN", "150"]))
    assert said.rows == judge_rows(panel(value=[100.0, None, None, 118.0])).rows
    assert said.counts == {"gap": 2}


def test_a_plan_without_any_value_gives_rows_without_data():
    plan = Plan(INFO, (indicator(target(), id="gdp"),))
    result = judge_rows({"id": ["gdp"], "year": [2021], "value": pa.nulls(1, pa.float64())}, plan=plan)
    assert [(row["status"], row["baseline_year"], row["latest_year"]) for row in result.rows] == [
        ("no_data", 2020, None)
    ]
    assert result.blocks[0]["target"].tolist() == [150.0]


def test_infinite_values_are_no_numbers():
    result = judge_rows(panel(value=[100.0, 106.0, 111.0, float("inf")]))
    assert result.counts == {"bad_value": 1}
    assert result.rows[0]["latest_year"] == 2022


def test_ids_that_the_plan_does_not_know_are_named():
    plan = Plan(INFO, (indicator(target(), id="gdp"), indicator(id="observed_only")))
    columns = {
        "region": ["A", "A", "B", "B"], "id": ["gdp", "gdq", "gdp", "observed_only"], "year": [2023] * 4,
        "value": [120.0] * 4,
    }  # fmt: skip
    result = judge_rows(columns, plan=plan)
    assert [fault[:3] for fault in result.faults] == [("unknown_id", "A", "gdq"), ("no_target", "B", "observed_only")]
    assert (result.rows[0]["region"], result.rows[0]["reason"]) == ("A", "no_baseline;one_point")


def test_the_baseline_year_is_named_by_the_rows_else_by_the_option_else_the_first():
    named = judge_rows(panel(baseline_year=[2021] * 4), baseline_year=2022).rows[0]
    by_option = judge_rows(panel(), baseline_year=2022).rows[0]
    first = judge_rows(panel()).rows[0]
    assert [row["baseline_year"] for row in (named, by_option, first)] == [2021, 2022, 2020]


def test_a_percentage_is_a_share_unless_the_rows_say_otherwise():
    shares = panel(unit=["%"] * 4, value=[60.0, 61.0, 62.0, 63.0], target=[70.0] * 4)
    assert judge_rows(shares).rows[0]["rate_unit"] == "points/year"
    assert judge_rows({**shares, "measure": ["amount"] * 4}).rows[0]["rate_unit"] == "%/year"
    assert judge_rows(panel(direction=["down"] * 4)).rows[0]["target_op"] == "<="


@pytest.mark.parametrize(
    ("unit", "value", "target", "measure"),
    [
        ("%", 100.0, 70.0, "share"), ("%", 100.5, 70.0, "rate"), ("%", -0.5, 70.0, "rate"), ("%", 60.0, 120.0, "rate"),
        ("‰", 800.0, 900.0, "share"), ("‰", 1000.5, 900.0, "rate"), ("亿元", -0.5, 70.0, "amount"),
    ],
)  # fmt: skip
def test_a_percentage_beyond_a_share_is_a_rate(unit: str, value: float, target: float, measure: str) -> None:
    columns = panel(unit=[unit] * 4, value=[60.0, value, 62.0, 63.0], target=[target] * 4)
    assert judge_rows(columns).rows[0]["measure"] == measure


def test_a_rise_in_points_below_zero_leaves_a_percentage_a_share() -> None:
    falling = {"unit": ["%"] * 4, "form": ["points"] * 4, "direction": ["down"] * 4, "target": [-5.0] * 4}
    assert judge_rows(panel(value=[60.0, 61.0, 62.0, 63.0], **falling)).rows[0]["measure"] == "share"
