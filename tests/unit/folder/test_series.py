"""The yearly series: units, the baseline that wins, yearly changes, as-of and vintage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from unit.folder.plans import plan_with, write_plan

HEADER = "id,year,value,unit\n"
FULL = "id,year,value,unit,period,status,published\n"


def series(folder, name, **options):
    return next(one for one in series_of(folder, **options) if one.indicator.id == name)


def values(folder, name="gdp", **options):
    return [(one.year, one.value) for one in series(folder, name, **options).values]


def test_values_are_in_the_unit_of_the_plan_whatever_was_published(tmp_path):
    rows = "gdp,2021,21241500,万元\ngdp,2022,228.29,billion yuan\nparks,2021,30,处\n"
    opened = plan_with(tmp_path, HEADER + rows)
    assert values(opened) == [(2020, 1910.41), (2021, 2124.15), (2022, 2282.9)]
    assert values(opened, "parks") == [(2021, 30.0)]


def test_one_series_an_indicator_in_the_order_of_the_plan(tmp_path):
    opened = plan_with(tmp_path, None)
    found = series_of(opened)
    assert [one.indicator for one in found] == list(opened.plan.indicators)
    assert (found[0].baseline_value, found[0].baseline_year, found[0].values[0].observation) == (1910.41, 2020, None)
    assert (found[2].baseline, found[2].baseline_value, found[2].baseline_year, found[2].values) == (
        None,
        None,
        2020,
        (),
    )


@pytest.mark.parametrize(
    ("value", "notes"),
    [
        ("1910.41", ()),
        ("1910.4", ()),
        ("1910", ()),
        ("1.91e3", ()),
        ("1910.5", ("baseline_differs",)),
        ("1887.2", ("baseline_differs",)),
    ],
)
def test_the_baseline_file_wins_and_a_difference_beyond_rounding_is_noted(tmp_path, value, notes):
    opened = plan_with(tmp_path, HEADER + f"gdp,2020,{value},亿元\ngdp,2021,2124.15,亿元\n")
    found = series(opened, "gdp")
    assert found.baseline_value == 1910.41
    assert [(one.year, one.value) for one in found.values] == [(2020, 1910.41), (2021, 2124.15)]
    assert found.notes == notes
    assert tuple(p.code for p in opened.problems) == notes


@pytest.mark.parametrize(
    ("op", "value", "differs"),
    [
        (">", "1950", False),
        (">", "1900", True),
        ("<", "1900", False),
        ("<", "1950", True),
        ("~", "1950", False),
        ("~", "2100", True),
    ],
)
def test_a_baseline_printed_as_a_bound_differs_only_from_what_breaks_it(tmp_path, op, value, differs):
    baseline = f"schema: 1\nyear: 2020\nindicators:\n  - {{id: gdp, value: 1920, unit: 亿元, op: '{op}'}}\n"
    opened = plan_with(tmp_path, HEADER + f"gdp,2020,{value},亿元\n", baseline=baseline)
    assert (series(opened, "gdp").notes == ("baseline_differs",)) is differs


def test_an_actual_of_the_baseline_year_stands_in_where_the_file_has_no_value(tmp_path):
    baseline = "schema: 1\nyear: 2020\nindicators:\n  - {id: gdp, previous_total: 9000, unit: 亿元}\n"
    opened = plan_with(tmp_path, HEADER + "gdp,2020,1910.41,亿元\nparks,2020,30,座\n", baseline=baseline)
    assert series(opened, "gdp").baseline.previous_total == 9000
    assert series(opened, "gdp").baseline_value == 1910.41
    assert series(opened, "parks").baseline_value == 30
    without = plan_with(tmp_path, HEADER, baseline=baseline)
    assert series(without, "gdp").baseline_value is None
    assert values(without) == []


def test_yearly_changes_stay_as_printed_and_apart_from_the_baseline(tmp_path):
    baseline = "schema: 1\nyear: 2020\nindicators:\n  - {id: energy_intensity, value: 0.3, unit: 吨标准煤/万元}\n"
    rows = "energy_intensity,2020,-2.5,%\nenergy_intensity,2021,-32,‰\n"
    found = series(plan_with(tmp_path, HEADER + rows, baseline=baseline), "energy_intensity")
    assert found.baseline_value == 0.3
    assert [(one.year, one.value) for one in found.values] == [(2020, -2.5), (2021, -3.2)]
    without = series(
        plan_with(tmp_path, HEADER + rows, baseline="schema: 1\nyear: 2020\nindicators: []\n"), "energy_intensity"
    )
    assert without.baseline_value is None


def test_as_of_and_vintage_hide_observations_and_keep_the_baseline(tmp_path):
    rows = "gdp,2021,1,亿元,,expected,2021-12-01\ngdp,2021,2,亿元,,,2022-02-01\ngdp,2022,3,亿元,,,2023-02-01\n"
    opened = plan_with(tmp_path, FULL + rows)
    assert values(opened) == [(2020, 1910.41), (2021, 2.0), (2022, 3.0)]
    assert values(opened, as_of=2021) == [(2020, 1910.41), (2021, 2.0)]
    assert values(opened, vintage="2021-12-31") == [(2020, 1910.41), (2021, 1.0)]
    assert values(opened, as_of=2019) == [(2020, 1910.41)]
    assert series(opened, "gdp", vintage="2021-12-31").values[-1].observation.status == "expected"


def test_gdp_of_the_shipped_plan():
    opened = open_folder(None)
    known = {year: value for year, value in values(opened) if year >= 2020}
    assert known == {2020: 1910.41, 2021: 2124.15, 2022: 2282.9, 2023: 2446.9}


@given(st.integers(1, 10**7), st.sampled_from([("万元", 4), ("元", 8), ("亿元", 0)]))
def test_the_series_does_not_depend_on_the_unit_of_publication(tmp_path_factory, hundredths, unit):
    symbol, power = unit
    folder = write_plan(tmp_path_factory.mktemp("plan"))
    shifted = f"{hundredths}e{power - 2}"
    opened = open_folder(folder, actuals=[("a.csv", (HEADER + f"gdp,2021,{shifted},{symbol}\n").encode())])
    assert values(opened)[-1] == (2021, hundredths / 100)
