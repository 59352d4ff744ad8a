"""From what is written behind the options of `kpi whatif` to assumptions, and every fault of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, indicator, target
from lixia_kpi.cli.assumption_options import Assumptions
from lixia_kpi.cli.assumptions import read_scenario
from lixia_kpi.errors import SeveralUsageError
from lixia_kpi.plan.model import Plan
from lixia_kpi.scenario.assumptions import Growth, Shock, Value

PLAN = Plan(
    INFO,
    (
        indicator(target(op=">", value=2500), id="gdp"),
        indicator(target(value=50, year=2023), target(value=60), id="share", measure="share", unit="%"),
        indicator(target("growth", value=7), id="income", observed_as="yearly_change", unit="元"),
        indicator(target(op=">"), target(op=">="), id="doubled"),
        indicator(target("points", value=5), id="rise", measure="share", unit="%"),
        indicator(target(), target("growth", value=7), id="both"),
    ),
)


def read(**options: Any):
    return read_scenario(PLAN, Assumptions(**options), ())


def codes(**options: Any) -> list[str]:
    with pytest.raises(SeveralUsageError) as caught:
        read(**options)
    return [error.code for error in caught.value.errors]


class TestGrowth:
    @pytest.mark.parametrize("text", ["gdp=6%", "gdp = 6 %", "gdp=+6％", "gdp=6.0%"])
    def test_percent(self, text):
        assert read(growth=[text]).growths == (Growth("gdp", 6, "%"),)

    @pytest.mark.parametrize(
        "text", ["share=0.5点", "share=0.5points", "share=0.5 pt", "share=0.5个百分点", "share=5e-1pp"]
    )
    def test_points(self, text):
        assert read(growth=[text]).growths == (Growth("share", 0.5, "points"),)

    def test_a_fall(self):
        assert read(growth=["gdp=-2.5%"]).growths == (Growth("gdp", -2.5, "%"),)


class TestValue:
    def test_in_the_unit_of_the_indicator(self):
        assert read(value=["gdp:2024=2600"]).values == (Value("gdp", 2024, 2600),)

    def test_converted_to_it(self):
        assert read(value=["gdp:2024=26000000万元"]).values == (Value("gdp", 2024, 2600),)

    def test_of_a_yearly_change(self):
        assert read(value=["income:2024=6%"]).values == (Value("income", 2024, 6),)

    def test_of_a_share(self):
        assert read(value=["share:2024=55%"]).values == (Value("share", 2024, 55),)


class TestTarget:
    def one(self, text):
        return [(t.old.value, t.old.year, t.new.value, t.new.year) for t in read(target=[text]).targets]

    def test_the_only_one(self):
        assert self.one("gdp=2700") == [(2500, 2025, 2700, 2025)]
        assert self.one("gdp:2027=2700.5亿元") == [(2500, 2025, 2700.5, 2027)]
        assert read(target=["gdp=2700.5"]).targets[0].new.decimals == 1

    def test_one_of_several_by_its_year(self):
        assert self.one("share:2023=52%") == [(50, 2023, 52, 2023)]

    def test_several_without_a_year(self):
        assert codes(target=["share=52"]) == ["ambiguous_target"]

    def test_two_wordings_of_one_target_go_together(self):
        assert self.one("doubled=160") == [(150, 2025, 160, 2025)] * 2

    def test_by_unit(self):
        assert self.one("both=8%") == [(7, 2025, 8, 2025)]
        assert self.one("both=180") == [(150, 2025, 180, 2025)]
        assert self.one("income=8") == [(7, 2025, 8, 2025)]
        assert self.one("rise=6点") == [(5, 2025, 6, 2025)]

    def test_an_earlier_year_than_the_baseline(self):
        assert codes(target=["gdp:2020=2700"]) == ["target_year_too_early"]


class TestShock:
    def test_with_a_recovery(self):
        assert read(shock=["gdp:2024=-5%"], recover=2).shocks == (Shock("gdp", 2024, -5, "%", 2),)

    def test_without(self):
        assert read(shock=["share:2024=-2点"]).shocks == (Shock("share", 2024, -2, "points"),)


@pytest.mark.parametrize(
    ("option", "text", "code"),
    [
        ("growth", "gdpp=6%", "unknown_id"),
        ("growth", "gdp", "assumption_form"),
        ("growth", "=6%", "assumption_form"),
        ("growth", "gdp=", "assumption_form"),
        ("growth", "gdp:2024=6%", "assumption_form"),
        ("growth", "gdp=6", "assumption_rate"),
        ("growth", "gdp=6亿元", "assumption_rate"),
        ("growth", "gdp=six%", "assumption_number"),
        ("growth", "gdp=1,5%", "assumption_number"),
        ("growth", "gdp=1_000%", "assumption_number"),
        ("growth", "gdp=--5%", "assumption_number"),
        ("value", "gdp=2600", "assumption_form"),
        ("value", "gdp:24=2600", "not_a_year"),
        ("value", "gdp:2024=2600美元", "assumed_unit"),
        ("value", "gdp:2024=nan", "assumption_number"),
        ("target", "gdp=6%", "assumed_unit"),
        ("target", "rise=6亿元", "assumed_unit"),
        ("shock", "gdp=-5%", "assumption_form"),
        ("shock", "gdp:2024=-5", "assumption_rate"),
    ],
)
def test_faults(option, text, code):
    assert codes(**{option: [text]}) == [code]


def test_all_faults_at_once():
    found = codes(
        growth=["gdpp=6%", "gdp=1%", "gdp=2%"], value=["gdp:2024=1", "gdp:2024=2"], target=["gdp=x"], recover=2
    )
    assert found == [
        "recover_needs_shock",
        "unknown_id",
        "assumption_number",
        "doubled_assumption",
        "doubled_assumption",
    ]


def test_the_nearest_id_is_offered():
    with pytest.raises(SeveralUsageError) as caught:
        read(growth=["incom=6%"])
    assert caught.value.errors[0].details["nearest"] == "income"


def read_or_named(option: str, text: str) -> int:
    """How many assumptions or faults a text comes to; anything but a named fault is a defect."""
    try:
        scenario = read(**{option: [text]})
    except SeveralUsageError as faults:
        return len(faults.errors)
    return len(scenario.growths + scenario.values + scenario.targets + scenario.shocks)


OPTIONS = st.sampled_from(["growth", "value", "target", "shock"])


@settings(max_examples=60, deadline=None)
@given(option=OPTIONS, text=st.text(max_size=20))
def test_whatever_is_written_is_read_or_named(option, text):
    assert read_or_named(option, text) == 1


@settings(max_examples=60, deadline=None)
@given(option=OPTIONS, figure=st.text("0123456789.-+eE%点 亿元", max_size=8))
def test_whatever_figure_is_written_is_read_or_named(option, figure):
    place = "gdp:2024" if option in ("value", "shock") else "gdp"
    assert read_or_named(option, f"{place}={figure}") == 1
