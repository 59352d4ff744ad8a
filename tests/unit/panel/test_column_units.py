"""Yearly changes of a panel count in percent or points, whatever their rows are in; levels stay in their own unit."""

from __future__ import annotations

import pytest

from panels import judge_rows

YEARS = [2020, 2021, 2022, 2023]


def panel(**changes):
    """Give one series of yearly changes with a target; a change replaces a column, one word in every row."""
    columns = {
        "region": "A", "id": "x", "year": YEARS, "value": [5.0, 5.2, 6.1, 5.8], "unit": "%", "target": 6.0,
        "target_year": 2025, "direction": "up", "measure": "rate", "form": "growth", "observed_as": "yearly_change",
    }  # fmt: skip
    return {name: one if isinstance(one, list) else [one] * 4 for name, one in {**columns, **changes}.items()}


IN_PERCENT = judge_rows(panel()).rows


@pytest.mark.parametrize(
    ("unit", "value", "target"),
    [
        ("‰", [50.0, 52.0, 61.0, 58.0], 60.0), ("per mille", [50.0, 52.0, 61.0, 58.0], 60.0),
        (["%", "‰", "%", "‰"], [5.0, 52.0, 6.1, 58.0], [6.0, 60.0, 6.0, 60.0]),
        (["%", "‰", "%", "‰"], [5.0, 52.0, 6.1, 58.0], [None, 60.0, None, None]),
        (["‰", "‰", "", "‰"], [50.0, 52.0, 61.0, 58.0], [None, None, 60.0, None]),
    ],
)  # fmt: skip
def test_per_mille_is_put_into_percent_with_its_target(unit, value, target):
    assert judge_rows(panel(unit=unit, value=value, target=target)).rows == IN_PERCENT
    assert (IN_PERCENT[0]["unit"], IN_PERCENT[0]["target_unit"], IN_PERCENT[0]["target"]) == ("%", "%", 6.0)


def test_a_target_in_per_mille_that_is_not_that_in_percent_is_another():
    result = judge_rows(panel(unit=["%", "‰", "%", "‰"], value=[5.0, 52.0, 6.1, 58.0]))
    assert (result.counts, result.rows) == ({"mixed_unit": 2, "mixed_target": 1}, [])


def test_a_bound_of_yearly_changes_is_in_percent_too():
    found = judge_rows(panel(unit="‰", value=[50.0, 52.0, 61.0, 58.0], target=50.0, form="every_year")).rows[0]
    assert (found["target"], found["target_unit"], found["required_rate"]) == (5.0, "%", 5.0)
    assert (found["completion"], found["status"]) == (1.0, "on_track")


def test_basis_points_of_a_share_are_put_into_points():
    points = judge_rows(panel(measure="share", form="points", unit="百分点", value=[0.5, 0.52, 0.61, 0.58], target=3.0))
    basis = judge_rows(panel(measure="share", form="points", unit="基点", value=[50.0, 52.0, 61.0, 58.0], target=300.0))
    assert basis.rows[0]["completion"] == pytest.approx((0.52 + 0.61 + 0.58) / 3, rel=1e-12)
    assert [{**row, "unit": None} for row in basis.rows] == [{**row, "unit": None} for row in points.rows]
    assert [rows[0]["unit"] for rows in (points.rows, basis.rows)] == ["百分点", "points"]


@pytest.mark.parametrize("said", [{"measure": "share", "form": "every_year"}, {"form": "points"}])
def test_percent_and_points_count_as_printed_where_changes_are_of_points(said):
    mixed = judge_rows(panel(unit=["%", "points", "%", "百分点"], **said))
    assert mixed.counts == {"mixed_unit": 3}
    assert mixed.rows == judge_rows(panel(**said)).rows


@pytest.mark.parametrize("unit", ["百分点", "基点", "亿元", "人"])
def test_no_other_unit_is_one_of_yearly_growth(unit):
    result = judge_rows(panel(unit=["%", "%", "%", unit], target=[6.0, 6.0, 6.0, 7.0]))
    assert result.counts == {"mixed_unit": 2, "unit_not_converted": 1}
    assert (result.rows[0]["latest"], result.rows[0]["target"]) == (6.1, 6.0)
    assert "unit_mismatch" in result.rows[0]["reason"].split(";")
    alone = judge_rows(panel(unit=unit))
    assert (alone.rows, alone.counts) == ([], {"unit_not_converted": 1, "no_value": 1, "no_target": 1})


@pytest.mark.parametrize(
    ("unit", "form", "measure"),
    [("%", "growth", "rate"), ("‰", "growth", "rate"), ("%", "points", "rate"), ("百分点", "every_year", "share"),
     ("", "growth", "amount")],
)  # fmt: skip
def test_a_yearly_change_without_a_measure(unit, form, measure):
    assert [row["measure"] for row in judge_rows(panel(unit=unit, form=form, measure="")).rows] == [measure]


def test_levels_and_their_targets_stay_in_per_mille_and_their_growth_in_percent():
    levels = {"unit": "‰", "value": [50.0, 52.0, 54.0, 56.0], "observed_as": "level", "measure": "rate"}
    level = judge_rows(panel(**levels, form="level", target=60.0)).rows[0]
    assert (level["unit"], level["target"], level["latest"]) == ("‰", 60.0, 56.0)
    growth = judge_rows(panel(**levels, target=6.0)).rows[0]
    assert (growth["unit"], growth["target_unit"], growth["target_level"]) == ("‰", "%", pytest.approx(50 * 1.06**5))


def test_changes_and_levels_in_one_unit_are_not_taken_for_each_other():
    changes, levels = panel(unit="‰"), panel(unit="‰", region="B", observed_as="level", form="level")
    both = judge_rows({name: [*changes[name], *levels[name]] for name in changes}).rows
    assert both == [*judge_rows(changes).rows, *judge_rows(levels).rows]
    assert [row["unit"] for row in both] == ["%", "‰"]
