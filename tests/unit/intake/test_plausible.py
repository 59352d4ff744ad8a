"""Figures that are hard to believe beside their neighbours are pointed at, others are not."""

from __future__ import annotations

import pytest

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.problems import Place
from unit.intake.tables import PLAN, codes, taken_in

AMOUNT = next(i for i in PLAN.indicators if i.id == "tourist_arrivals")


def plan(**changes):
    return PLAN._replace(indicators=(AMOUNT._replace(**changes),), baselines=())


def doubts(values, *, growth="", known=(), **changes):
    """The doubts about figures of 2021 on, in order; `growth` is printed beside the last of them."""
    years = [f"{2021 + n}年" for n in range(len(values))]
    head = "|".join(["指标", *years, *([f"{years[-1]}增速"] if growth else [])])
    row = "|".join(["tourist_arrivals", *map(str, values), growth])
    unit = changes.get("unit", AMOUNT.unit)
    rows = [Observation(AMOUNT.id, year, value, unit, Place("a", 2)) for year, value in known]
    found = taken_in(f"单位：{unit}|\n{head}\n{row}", plan=plan(**changes), observations=rows, published="2030-01-01")
    return [codes(change) for change in found]


def test_steady_figures_raise_no_doubt():
    assert doubts([100, 110, 125, 90]) == [[], [], [], []]


@pytest.mark.parametrize(
    ("values", "factor", "meant"),
    [([100, 1100000, 120], 10000, "110"), ([100, 0.0111, 120], 10000, "111"), ([100, 1120, 120], 10, "112")],
)
def test_slip_of_a_unit_offers_the_factor(values, factor, meant):
    text = "单位：万人次|||\n指标|2021|2022|2023\ntourist_arrivals|" + "|".join(map(str, values))
    finding = taken_in(text, plan=plan())[1].entry.findings[0]
    assert finding.code == "magnitude_slip"
    assert (finding.details["factor"], finding.details["suggestion"]) == (factor, meant)


def test_jump_that_no_power_of_ten_mends_is_a_jump():
    assert doubts([100, 2900, 110])[1] == ["magnitude_jump"]


def test_rising_by_tens_for_good_is_no_slip_of_the_year_between():
    assert doubts([1, 30, 900])[1] == []


def test_published_neighbours_and_the_figure_before_count():
    assert doubts([1000000], known=[(2020, 100.0)]) == [["magnitude_slip"]]
    assert doubts([1000000], known=[(2021, 100.0)]) == [["magnitude_slip"]]


def test_first_figure_is_held_against_the_target():
    target = AMOUNT.targets[0]._replace(form="level", value=3000.0)
    assert doubts([26000000], targets=(target,)) == [["magnitude_slip"]]
    assert doubts([2600], targets=(target,)) == [[]]


def test_shares_slip_by_a_hundred():
    assert doubts([0.65, 66], measure="share", unit="%") == [["magnitude_slip"], ["magnitude_slip"]]


def test_running_total_never_falls():
    assert doubts([100, 90], observed_as="cumulative") == [["running_total_falls"], ["running_total_falls"]]
    assert doubts([100, 100], observed_as="cumulative") == [[], []]
    assert doubts([100, 90]) == [[], []]


@pytest.mark.parametrize(
    ("values", "growth", "expected"),
    [
        ([100, 107], "7.0%", []),
        ([100, 107], "7", []),
        ([100, 107], "9", ["printed_growth_differs"]),
        ([1000.4, 1070.6], "7.02", []),
        ([100, 107], "-7", ["printed_growth_differs"]),
    ],
)
def test_printed_growth_fits_the_levels_or_is_pointed_at(values, growth, expected):
    assert doubts(values, growth=growth, basis=None)[1] == expected


def test_growth_at_other_prices_is_a_note_until_it_is_far_off():
    assert doubts([100, 111], growth="7.8", basis="current_prices")[1] == ["printed_growth_other_prices"]
    assert doubts([100, 125], growth="7.8", basis="current_prices")[1] == ["printed_growth_differs"]


def test_growth_of_a_share_may_be_in_points():
    share = {"measure": "share", "unit": "%"}
    assert doubts([60, 61.5], growth="1.5个百分点", **share)[1] == []
    assert doubts([60, 61.5], growth="1.5", **share)[1] == []
    assert doubts([60, 61.5], growth="3.5个百分点", **share)[1] == ["printed_growth_differs"]


def test_figure_of_the_year_before_is_pointed_at_where_it_has_three_digits():
    assert doubts([123.4, 123.4])[1] == ["same_as_year_before"]
    assert doubts([100, 100])[1] == []


def test_doubts_are_no_refusal():
    change = taken_in("单位：万人次||\n指标|2021|2022\ntourist_arrivals|100|1000000", plan=plan())[1]
    assert (change.kind, change.entry.findings[0].severity) == ("new", "warning")
