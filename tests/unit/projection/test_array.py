import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.projection import MEASURES, method_names, project_array
from lixia_kpi.projection.bounds import measure_codes
from lixia_kpi.projection.calibrated.survey import survey
from lixia_kpi.projection.choose import choose
from lixia_kpi.projection.methods import METHODS, named
from strategies import series

NAN = np.nan


@settings(max_examples=60)
@given(series(st.floats(-50, 200), years=6), st.data())
def test_auto_runs_the_method_it_names(values, data):
    rows = values.shape[0]
    measures = data.draw(st.lists(st.sampled_from(MEASURES), min_size=rows, max_size=rows))
    batch = project_array(values, horizon=3, measure=measures, printed_growth=0.04)
    assert batch.centre.shape == batch.lower.shape == batch.upper.shape == (rows, 3)
    for i, name in enumerate(batch.method.tolist()):
        if name == "none":
            assert np.isnan(batch.centre[i]).all()
            continue
        single = project_array(values[i], horizon=3, measure=measures[i], method=name, printed_growth=0.04)
        np.testing.assert_array_equal(single.centre[0], batch.centre[i])
        assert single.method.tolist() == [name]


@given(series(years=6))
def test_auto_chooses_by_the_table(values):
    method = project_array(values, horizon=2, measure="count").method
    seen = survey(values, measure_codes("count", len(values)))
    assert method.tolist() == named(choose(seen, growth=np.full(len(values), NAN))).tolist()


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_by_name_is_that_method_within_bounds(name):
    values = np.array([[90.0, 95.0, 99.0, 99.5]])
    expected = np.clip(METHODS[name](values, 6), 0, 100)
    np.testing.assert_array_equal(project_array(values, horizon=6, measure="share", method=name).centre, expected)


def test_falling_amounts_stop_at_zero():
    p = project_array([3.0, 2.0, 1.0], horizon=3, measure="amount", method="linear")
    assert p.centre.tolist() == [[0, 0, 0]]


def test_a_series_that_cannot_be_carried_on_names_no_method():
    p = project_array([[0.0, 1.0], [1.0, 2.0]], horizon=1, measure="amount", method="cagr")
    assert p.method.tolist() == ["none", "cagr"]
    assert np.isnan(p.centre[0]).all()


def test_printed_growth_by_series():
    p = project_array([[NAN, 100.0]] * 2, horizon=2, measure="amount", printed_growth=[0.1, NAN])
    assert p.method.tolist() == ["printed_growth", "none"]
    np.testing.assert_allclose(p.centre[0], [110, 121])


@pytest.mark.parametrize("name", ["auto", *sorted(METHODS)])
def test_every_method_has_an_interval_of_its_own_and_chances(name):
    p = project_array([[1.0, 2.0, 4.0, 5.0]], horizon=3, measure="amount", interval=0.5, method=name)
    assert p.interval == 0.5
    assert (p.lower < p.upper).all()
    assert ((p.quantile(0.25) == p.lower) & (p.quantile(0.75) == p.upper)).all()
    assert 0 < p.chance(5, step=3, direction="up")[0] < 1
    assert 0 < p.sum_chance(15, steps=3, direction="up")[0] < 1
    assert 0 < p.all_years_chance(3, steps=3, direction="up")[0] < 1


def test_printed_growth_claims_no_interval_and_no_chance():
    p = project_array([[NAN, 4.0]], horizon=3, measure="amount", printed_growth=0.1)
    assert np.isfinite(p.centre).all()
    assert np.isnan([p.lower, p.upper, p.quantile(0.5)]).all()
    assert np.isnan(p.chance(5, step=3, direction="up")).all()
    assert np.isnan(p.sum_quantile(0.5, steps=2)).all()


def test_district_gross_domestic_product_carried_to_the_target_year():
    p = project_array([1910.41, NAN, NAN, 2446.9], horizon=2, measure="amount", method="cagr")
    assert p.method.tolist() == ["cagr"]
    assert p.centre[0, 1] == pytest.approx(2446.9 * (2446.9 / 1910.41) ** (2 / 3), rel=1e-12)


def test_the_values_of_the_caller_stay_as_they_are():
    values = np.array([[1.0, NAN, 3.0]])
    kept = values.copy()
    project_array(values, horizon=2, measure="share")
    np.testing.assert_array_equal(values, kept)


def test_no_series_at_all():
    p = project_array(np.empty((0, 5)), horizon=3, measure=[])
    assert p.centre.shape == (0, 3)
    assert p.method.shape == (0,)


@pytest.mark.parametrize(
    ("values", "options", "message"),
    [
        ([1, 2], {"method": "cargo"}, "unknown method 'cargo': expected one of auto, cagr"),
        ([1, 2], {"measure": "money"}, "unknown measure 'money'"),
        ([[1, 2], [3, 4]], {"measure": ["share"]}, "one for each of 2 series"),
        ([[1, 2], [3, 4]], {"printed_growth": [0.1, 0.2, 0.3]}, "one for each of 2 series"),
        ([1, np.inf], {}, "series 0, year 1 is infinite"),
        ([[1, 2], [3]], {}, "rows of equal length"),
        (["1", "many"], {}, "must be numbers"),
        (5.0, {}, r"shape \(series, years\)"),
        ([[[1.0]]], {}, r"shape \(series, years\)"),
        ([[], []], {}, "at least one year"),
        ([1, 2], {"horizon": 0}, "horizon must be at least 1"),
        ([1, 2], {"horizon": 2.5}, "horizon must be a whole number"),
        ([1, 2], {"workers": 0}, "workers must be at least 1"),
        ([1, 2], {"workers": 1.5}, "workers must be a whole number"),
        ([1, 2], {"interval": 80}, r"between 0 and 1, not 80"),
        ([1, 2], {"interval": 0}, "between 0 and 1"),
        ([1, 2], {"interval": NAN}, "between 0 and 1"),
    ],
)
def test_wrong_calls_are_refused_in_words(values, options, message):
    with pytest.raises(ValueError, match=message):
        project_array(values, **{"horizon": 2, "measure": "amount", **options})


def test_method_names_list_auto_first():
    names = method_names()
    assert names[0] == "auto"
    assert {"cagr", "linear", "last", "loglinear", "mean_growth", "printed_growth"} <= set(names)


def test_a_share_well_above_100_is_no_share():
    p = project_array([[103.0, 108.0, 112.0, 118.0], [97.0, 98.0, 99.0, 100.2]], horizon=3, measure="share")
    assert p.centre[0, 2] > 112
    assert p.upper[0, 2] > 118
    assert (p.upper[1] <= 100).all()


def test_the_ends_of_the_interval_are_the_quantiles_that_are_asked_for_later():
    values = 100 * np.exp(np.cumsum(np.random.default_rng(7).normal(0.03, 0.08, (50, 9)), axis=1))
    found = project_array(values, horizon=3, measure="amount", interval=0.9)
    with_other_ends = project_array(values, horizon=3, measure="amount", interval=0.5)
    lower, upper = (1 - 0.9) / 2, (1 + 0.9) / 2
    np.testing.assert_array_equal(found.lower, with_other_ends.quantile(lower))
    np.testing.assert_array_equal(found.upper, with_other_ends.quantile(upper))
    asked = found.quantile(lower)
    asked[:] = 0.0
    assert (found.lower > 0).all()


@pytest.mark.parametrize("step", [2, np.array([1, 3, 2, 3, 1, 2])])
def test_the_interval_of_one_year_is_that_of_all_years(step):
    values = np.array([[3.0, 4, 4, 6], [90, 95, 99, 99.5], [5, 5, 5, 5], [0, 2, 1, 3], [NAN, NAN, NAN, 7], [NAN] * 4])
    measure = ["amount", "share", "count", "amount", "amount", "rate"]
    found = project_array(values, horizon=3, measure=measure, ends=False)
    lower, upper = found.ends_at(step)
    whole = project_array(values, horizon=3, measure=measure)
    rows, columns = np.arange(6), np.broadcast_to(step, 6) - 1
    np.testing.assert_array_equal(lower, whole.lower[rows, columns])
    np.testing.assert_array_equal(upper, whole.upper[rows, columns])
    assert np.isfinite(lower).tolist() == [True] * 4 + [False] * 2


def test_a_year_outside_the_horizon_has_no_interval():
    with pytest.raises(ValueError, match="step"):
        project_array([1.0, 2.0, 3.0], horizon=2, measure="amount").ends_at(3)
