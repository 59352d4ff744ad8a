"""Series that follow by formula: which years they fill, what goes before them, and what they carry along."""

import pytest

from acceptance.plans import make_plan
from lixia_kpi import load_plan
from lixia_kpi.folder.derived import derivation_of
from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.formula.evaluate import Undefined

PER_HEAD = {"id": "per_head", "unit": "元", "formula": "gdp / population", "targets": [{"value": 250000}]}
GDP = {"id": "gdp", "targets": []}
POPULATION = {"id": "population", "unit": "万人", "measure": "count", "targets": []}
BASE = [{"id": "gdp", "value": 2000}, {"id": "population", "value": 80}]


def opened(folder, *indicators, baselines=(), actuals=()):
    return open_folder(str(make_plan(folder, indicators=indicators, baselines=baselines, actuals=actuals)))


def series(folder, id_, **options):
    return next(s for s in series_of(folder, **options) if s.indicator.id == id_)


def values(one):
    return {item.year: item.value for item in one.values}


def test_years_in_which_everything_is_known_are_filled(tmp_path):
    actuals = [("gdp", 2021, 2200), ("population", 2021, 80), ("gdp", 2022, 2400), ("population", 2023, 81)]
    folder = opened(tmp_path, PER_HEAD, GDP, POPULATION, baselines=BASE, actuals=actuals)
    one = series(folder, "per_head")
    assert values(one) == pytest.approx({2020: 250000, 2021: 275000})
    assert one.baseline_value == pytest.approx(250000)
    assert one.notes == ("derived",)
    assert [d.year for d in derivation_of(one.indicator, series_of(folder), folder)] == [2020, 2021, 2022, 2023]
    assert derivation_of(one.indicator, series_of(folder), folder)[2].value == Undefined("missing", "population")


def test_a_published_figure_goes_before_the_formula(tmp_path):
    actuals = [("gdp", 2021, 2200), ("population", 2021, 80), ("per_head", 2021, 270000), ("gdp", 2022, 2400)]
    folder = opened(tmp_path, PER_HEAD, GDP, POPULATION, baselines=BASE, actuals=actuals)
    one = series(folder, "per_head")
    assert values(one) == pytest.approx({2020: 250000, 2021: 270000})
    assert [(d.year, d.used) for d in derivation_of(one.indicator, series_of(folder), folder)] == [
        (2020, True), (2021, False), (2022, False),
    ]  # fmt: skip


def test_a_baseline_goes_before_the_formula(tmp_path):
    base = [*BASE, {"id": "per_head", "value": 249000}]
    one = series(opened(tmp_path, PER_HEAD, GDP, POPULATION, baselines=base), "per_head")
    assert values(one) == {2020: 249000}
    assert one.notes == ()


def test_formulas_build_on_each_other_whatever_the_order(tmp_path):
    double = {"id": "double", "unit": "元", "formula": "2 * per_head", "targets": []}
    one = series(opened(tmp_path, double, PER_HEAD, GDP, POPULATION, baselines=BASE), "double")
    assert values(one) == pytest.approx({2020: 500000})


def test_the_year_before_is_read(tmp_path):
    added = {"id": "added", "formula": "gdp - previous(gdp)", "targets": []}
    folder = opened(tmp_path, added, GDP, baselines=BASE[:1], actuals=[("gdp", 2021, 2200), ("gdp", 2023, 2500)])
    assert values(series(folder, "added")) == {2021: 200}


def test_division_by_zero_and_impossible_values_leave_a_gap_with_its_reason(tmp_path):
    share = {"id": "share", "unit": "%", "measure": "share", "formula": "part / gdp", "targets": []}
    part = {"id": "part", "targets": []}
    actuals = [("part", 2021, 30), ("gdp", 2021, 0), ("part", 2022, 30), ("gdp", 2022, 20)]
    actuals += [("part", 2023, 5), ("gdp", 2023, 20)]
    folder = opened(tmp_path, share, part, GDP, actuals=actuals)
    one = series(folder, "share")
    assert values(one) == {2023: 25}
    found = {d.year: d.value for d in derivation_of(one.indicator, series_of(folder), folder)}
    assert found[2021] == Undefined("division_by_zero")
    assert found[2022] == Undefined("out_of_bounds", "share")


def test_a_value_is_as_preliminary_and_as_late_as_what_it_rests_on(tmp_path):
    rows = [
        {"id": "gdp", "year": 2021, "value": 2200, "unit": "亿元", "status": "actual", "published": "2022-02-01"},
        {
            "id": "population",
            "year": 2021,
            "value": 80,
            "unit": "万人",
            "status": "expected",
            "published": "2022-05-01",
        },
    ]
    folder = opened(tmp_path, PER_HEAD, GDP, POPULATION, actuals=rows)
    (item,) = series(folder, "per_head").values
    assert (item.observation.status, item.observation.published) == ("expected", "2022-05-01")
    assert values(series(folder, "per_head", vintage="2022-03-01")) == {}
    assert values(series(folder, "per_head", as_of=2020)) == {}


def test_a_baseline_without_targets_is_read(tmp_path):
    share = {"id": "share", "unit": "%", "measure": "share", "formula": "gdp / city", "targets": []}
    city = {
        "id": "city", "value": 10000, "unit": "亿元", "name": {"zh": "全市", "en": "City"}, "measure": "amount",
        "group": "economy",
    }  # fmt: skip
    actuals = [("gdp", 2021, 2200), ("city", 2021, 1.1, "万亿元")]
    folder = opened(tmp_path, share, GDP, baselines=[BASE[0], city], actuals=actuals)
    assert values(series(folder, "share")) == pytest.approx({2020: 20, 2021: 20})


def test_a_derived_indicator_is_judged_like_any_other(tmp_path):
    actuals = [("gdp", 2021, 2200), ("population", 2021, 80), ("gdp", 2022, 2400), ("population", 2022, 80)]
    target = {**PER_HEAD, "targets": [{"value": 350000}]}
    derived = make_plan(tmp_path / "a", indicators=[target, GDP, POPULATION], baselines=BASE, actuals=actuals)
    given = make_plan(
        tmp_path / "b",
        indicators=[{"id": "per_head", "unit": "元", "targets": [{"value": 350000}]}],
        baselines=[{"id": "per_head", "value": 250000}],
        actuals=[("per_head", 2021, 275000), ("per_head", 2022, 300000)],
    )
    one, other = (load_plan(folder).project("per_head").rows[0] for folder in (derived, given))
    assert one["notes"] == (*other["notes"], "derived")
    for column in ("baseline", "latest", "required_rate", "actual_rate", "pace", "status", "projected", "gap"):
        assert one[column] == (pytest.approx(other[column]) if isinstance(other[column], float) else other[column])
