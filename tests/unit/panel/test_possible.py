"""What cannot be is left out of a panel by the rules of `kpi validate`, and every such figure is named."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, PLACE, indicator, target
from lixia_kpi.actuals.observation import Observation
from lixia_kpi.folder.checks import check_observation
from lixia_kpi.panel.block import Kind
from lixia_kpi.panel.possible import impossible, impossible_targets
from lixia_kpi.plan.bounds import bounds_of_value
from lixia_kpi.plan.model import COMPARATORS, DIRECTIONS, FORMS, MEASURES, OBSERVED_AS, Plan
from lixia_kpi.plan.target_rules import check_target
from panels import judge_rows

FIGURES = [-1000.5, -100.0, -99.5, -3.0, -0.5, 0.0, 0.5, 1.0, 2.5, 60.0, 100.0, 100.01, 120.0, 1000.0, 1000.5]
UNITS = ["%", "‰", "亿元", "位"]
YEARS = [2020, 2021, 2022, 2023]


def panel(measure, unit, values, **changes):
    """Give one series with a target; a change replaces a column."""
    columns = {
        "region": ["A"] * 4, "id": ["x"] * 4, "year": YEARS, "value": values, "unit": [unit] * 4,
        "measure": [measure] * 4, "target": [3.0] * 4, "target_year": [2025] * 4, "direction": ["up"] * 4,
    }  # fmt: skip
    return {**columns, **{name: [one] * 4 for name, one in changes.items()}}


@settings(max_examples=200)
@given(
    st.sampled_from(MEASURES), st.sampled_from(UNITS), st.sampled_from(OBSERVED_AS),
    st.lists(st.sampled_from([*FIGURES, None]), min_size=1, max_size=4),
)  # fmt: skip
def test_values_are_those_that_validate_refuses(measure, unit, observed_as, values):
    of = indicator(target(), id="x", measure=measure, unit=unit, observed_as=observed_as)
    own = "%" if observed_as == "yearly_change" else unit
    refused = [
        value is not None and any(check_observation(Observation("x", 2020, value, own, PLACE), of)) for value in values
    ]
    figures = np.array([values], dtype=np.float64)
    bounds = [bounds_of_value(measure, unit, observed_as)]
    assert impossible(figures, bounds, np.array([0])).tolist() == [refused]


@settings(max_examples=300)
@given(
    st.sampled_from(FORMS), st.sampled_from(COMPARATORS), st.sampled_from(FIGURES), st.sampled_from(MEASURES),
    st.sampled_from(UNITS), st.sampled_from(DIRECTIONS), st.sampled_from(OBSERVED_AS),
)  # fmt: skip
def test_targets_are_those_that_validate_refuses(form, op, value, measure, unit, direction, observed_as):
    promised = target(form, op, value, 2025)
    of = indicator(promised, measure=measure, unit=unit, direction=direction, observed_as=observed_as)
    refused = any(problem.severity == "error" for problem in check_target(promised, of, None, lambda _: PLACE))
    kinds = (Kind(measure, form, op, direction, unit, observed_as),)
    assert impossible_targets(np.array([value]), kinds, np.array([0])).tolist() == [refused]


@pytest.mark.parametrize(
    ("measure", "unit", "values", "found"),
    [
        ("share", "%", [60.0, 110.0, 100.0, 61.0], [(2021, 110.0)]),
        ("share", "%", [60.0, 61.0, 62.0, 100.01], [(2023, 100.01)]),
        ("share", "‰", [600.0, -1.0, 1000.0, 1000.5], [(2021, -1.0), (2023, 1000.5)]),
        ("count", "个", [-3.0, 2.0, 3.0, 0.0], [(2020, -3.0)]),
        ("rank", "位", [4.0, 0.0, 2.5, 3.0], [(2021, 0.0), (2022, 2.5)]),
    ],
)  # fmt: skip
def test_impossible_values_are_left_out_and_named(measure, unit, values, found):
    result = judge_rows(panel(measure, unit, values))
    wanted = [("impossible_value", "A", "x", year, value, None, unit) for year, value in found]
    assert result.faults == wanted
    assert result.counts == {"impossible_value": len(found)}
    assert "values_left_out" in result.rows[0]["notes"]
    kept = [value if (year, value) not in found else None for year, value in zip(YEARS, values, strict=True)]
    without = judge_rows(panel(measure, unit, kept)).rows[0]
    assert {**result.rows[0], "notes": None} == {**without, "notes": None}


def test_a_series_of_impossible_values_has_none():
    result = judge_rows(panel("share", "%", [110.0, 120.0, 130.0, 140.0]))
    assert (result.rows, result.counts) == ([], {"impossible_value": 4, "no_value": 1})


def test_only_the_series_concerned_is_touched():
    good, bad = panel("share", "%", [60.0, 61.0, 62.0, 63.0]), panel("rank", "位", [3.0, 2.5, 2.0, 2.0], region="B")
    whole = {name: [*good[name], *bad[name]] for name in good}
    result = judge_rows(whole)
    assert [row["region"] for row in result.rows] == ["A", "B"]
    assert result.rows[0] == judge_rows(good).rows[0]
    assert [fault[:4] for fault in result.faults] == [("impossible_value", "B", "x", 2021)]


def test_a_yearly_change_of_minus_100_percent_cannot_be():
    result = judge_rows(panel("amount", "%", [5.0, -100.0, 4.0, 6.0], observed_as="yearly_change", form="growth"))
    assert result.faults == [("impossible_value", "A", "x", 2021, -100.0, None, "%")]


def test_values_against_a_plan_are_held_against_its_measures_after_conversion():
    plan = Plan(INFO, (indicator(target(value=70.0), id="x", measure="share", unit="%"),
                       indicator(target("growth", value=5.0), id="y", observed_as="yearly_change")))  # fmt: skip
    columns = {
        "region": ["A", "A", "A", "B", "A"], "id": ["x", "x", "x", "x", "y"], "year": [2020, 2021, 2022, 2020, 2021],
        "value": [600.0, 1100.0, 62.0, 61.0, -100.0], "unit": ["‰", "‰", "%", "%", "%"],
    }  # fmt: skip
    result = judge_rows(columns, plan=plan)
    assert [fault for fault in result.faults if fault[0] == "impossible_value"] == [
        ("impossible_value", "A", "x", 2021, 110.0, None, "%"),
        ("impossible_value", "A", "y", 2021, -100.0, None, ""),
    ]
    noted = [(row["region"], row["id"], "values_left_out" in (row["notes"] or "")) for row in result.rows]
    assert noted == [("A", "x", True), ("A", "y", True), ("B", "x", False)]


@pytest.mark.parametrize(
    ("measure", "unit", "said", "listed"),
    [
        ("share", "%", {"target": 120.0}, (120.0, "%")), ("share", "%", {"target": 100.0, "op": ">"}, (100.0, "%")),
        ("rank", "位", {"target": 2.5}, (2.5, "位")), ("count", "个", {"target": -1.0}, (-1.0, "个")),
        ("amount", "亿元", {"target": -100.0, "form": "change"}, (-100.0, "%")),
        ("amount", "亿元", {"op": "<="}, (3.0, "亿元")),
        ("amount", "亿元", {"op": ">", "direction": "down"}, (3.0, "亿元")),
        ("share", "‰", {"form": "points"}, (3.0, "points")), ("rank", "位", {"form": "growth"}, (3.0, "%")),
        ("amount", "亿元", {"form": "points"}, (3.0, "points")),
        ("rate", "%", {"observed_as": "yearly_change"}, (3.0, "%")),
    ],
)  # fmt: skip
def test_impossible_targets_leave_the_series_without_a_row(measure, unit, said, listed):
    values, good = [4.0, 4.0, 5.0, 5.0], panel("amount", "亿元", [60.0, 62.0, 65.0, 66.0], region="B")
    bad = panel(measure, unit, values, **said)
    columns = {name: [*bad.get(name, [None] * 4), *good.get(name, [None] * 4)] for name in {**bad, **good}}
    result = judge_rows(columns)
    assert result.faults == [("impossible_target", "A", "x", None, listed[0], None, listed[1])]
    assert result.counts == {"impossible_target": 1}
    assert result.rows == judge_rows(good).rows


@pytest.mark.parametrize(
    ("measure", "unit", "said"),
    [
        ("share", "%", {"target": 100.0}), ("share", "%", {"target": 99.5, "op": ">"}), ("rank", "位", {"target": 1.0}),
        ("amount", "亿元", {"target": -99.5, "form": "change", "direction": "down"}), ("amount", "亿元", {"op": "="}),
    ],
)  # fmt: skip
def test_targets_at_the_edge_of_the_possible_have_a_row(measure, unit, said):
    result = judge_rows(panel(measure, unit, [4.0, 4.0, 5.0, 5.0], **said))
    assert (result.counts, len(result.rows)) == ({}, 1)
