"""Formulas of a plan settled: order of derivation, circles, breaks handed on, identities in one unit."""

from lixia_kpi.formula.formula import Formula
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.plan.formulas import settle_formulas
from lixia_kpi.plan.model import Baseline, Citation, Identity, Implied, Indicator, Name
from lixia_kpi.problems import Place

PLACE = Place("targets.yaml", 3, 14)


def formula(text):
    return Formula(text, parse_formula(text), PLACE)


def indicator(id_, text=None, *, unit="亿元", **more):
    return Indicator(
        id=id_, name=Name(id_, id_), citation=Citation(), group="economy", measure="amount", direction="up", unit=unit,
        place=PLACE, formula=None if text is None else formula(text), **more,
    )  # fmt: skip


def settled(*indicators, baselines=(), identities=()):
    return settle_formulas(tuple(indicators), baselines, tuple(identities))


def test_each_comes_after_what_it_reads_whatever_the_order_of_the_file():
    _, order, _, problems = settled(
        indicator("third", "second + first"), indicator("second", "first * 2"), indicator("first", "gdp"),
        indicator("gdp"),
    )  # fmt: skip
    assert problems == []
    assert order == ("first", "second", "third")


def test_a_circle_is_named_once_from_its_first_member_and_those_behind_it_are_not_accused():
    _, order, _, problems = settled(
        indicator("outside", "b + gdp"), indicator("a", "c"), indicator("b", "a"), indicator("c", "b"),
        indicator("gdp"),
    )  # fmt: skip
    assert [(p.code, p.details["id"], p.details["circle"]) for p in problems] == [
        ("formula_cycle", "a", "a -> c -> b -> a")
    ]
    assert order == ("outside",)


def test_two_circles_are_two_faults():
    _, _, _, problems = settled(
        indicator("a", "b"), indicator("b", "a"), indicator("c", "previous(c)"), indicator("d", "a")
    )
    assert [p.details["circle"] for p in problems] == ["a -> b -> a", "c -> c"]


def test_a_derived_series_breaks_where_any_that_it_reads_breaks():
    indicators, _, _, _ = settled(
        indicator("two", "one + other", breaks=(2024,)), indicator("one", "gdp"), indicator("gdp", breaks=(2018,)),
        indicator("other", breaks=(2021, 2018)),
    )  # fmt: skip
    assert {i.id: i.breaks for i in indicators}["two"] == (2018, 2021, 2024)
    assert [i.id for i in indicators] == ["two", "one", "gdp", "other"]


def test_a_baseline_without_targets_may_be_read_and_one_without_a_unit_may_not():
    known = Baseline("city_gdp", 2020, PLACE, 10000.0, "亿元")
    assert settled(indicator("left", "gdp / city_gdp * gdp"), indicator("gdp"), baselines=[known])[3] == []
    unknown = Baseline("city_gdp", 2020, PLACE)
    (problem,) = settled(indicator("left", "gdp - city_gdp"), indicator("gdp"), baselines=[unknown])[3]
    assert problem.code == "formula_unknown_id"
    assert problem.place.column == PLACE.column + 6


def test_yearly_changes_are_read_in_percent():
    growth = indicator("growth", unit="亿元", observed_as="yearly_change")
    assert settled(indicator("next", "previous(gdp) * (1 + growth)"), indicator("gdp"), growth)[3] == []


def test_an_identity_is_shown_in_the_unit_of_the_lone_indicator_or_the_one_asked_for():
    def one(**more):
        identity = Identity(
            "i", Name("i", "i"), PLACE, left=formula("a + b"), relation="=", right=formula("gdp"), **more
        )
        indicators = (indicator("gdp", unit="万元"), indicator("a"), indicator("b"))
        (found,), problems = settled(*indicators, identities=[identity])[2:]
        assert problems == []
        return found.unit

    assert one() == "亿元"
    assert one(unit="元") == "元"


def test_faults_of_both_sides_and_of_the_implied_figure_are_all_found():
    implied = Implied(Name("x", "x"), formula("nothing"), "亿元")
    identity = Identity(
        "i", Name("i", "i"), PLACE, left=formula("a"), relation="=", right=formula("c"), implied=implied
    )
    assert [p.details["found"] for p in settled(identities=[identity])[3]] == ["a", "c", "nothing"]
