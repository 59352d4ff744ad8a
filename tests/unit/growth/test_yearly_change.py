import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.growth import compounded_change, leading_years, mean_growth_rate
from strategies import growth_rates, year_counts

chains = st.lists(growth_rates, min_size=1, max_size=12)


@given(chains)
def test_changes_compound(changes):
    expected = 1.0
    for change in changes:
        expected *= 1 + change
    assert compounded_change(changes) == pytest.approx(expected - 1, rel=1e-9, abs=1e-12)


@given(growth_rates, year_counts)
def test_the_mean_of_equal_changes_is_that_change(rate, years):
    assert mean_growth_rate([rate] * years) == pytest.approx(rate, rel=1e-12, abs=1e-15)


@given(chains)
def test_mean_growth_carried_on_gives_the_whole_change(changes):
    mean = float(mean_growth_rate(changes))
    assert (1 + mean) ** len(changes) - 1 == pytest.approx(float(compounded_change(changes)), rel=1e-9, abs=1e-12)


def test_percentages_are_not_added():
    assert float(compounded_change([-0.02] * 5)) == pytest.approx(-0.0960792032, abs=1e-10)


def test_a_missing_year_in_the_span_is_undefined_and_outside_it_is_not():
    changes = [[0.1, np.nan, 0.2], [0.1, 0.1, np.nan]]
    assert np.isnan(compounded_change(changes)).all()
    first, second = compounded_change(changes, span=leading_years(2, 3))
    assert np.isnan(first)
    assert second == pytest.approx(0.21)


def test_each_series_may_have_its_own_span():
    changes = np.full((2, 4), 0.1)
    span = leading_years([1, 3], 4)
    assert compounded_change(changes, span=span) == pytest.approx([0.1, 0.331])
    assert mean_growth_rate(changes, span=span) == pytest.approx([0.1, 0.1])


def test_no_year_at_all_is_undefined():
    assert np.isnan(compounded_change([0.1, 0.2], span=[False, False]))
    assert np.isnan(mean_growth_rate(np.empty(0)))


@pytest.mark.parametrize("change", [-1.0, -1.2, np.inf])
def test_a_loss_of_everything_has_no_growth(change):
    assert np.isnan(compounded_change([0.1, change]))


def test_a_scalar_is_no_chain():
    with pytest.raises(ValueError, match="axis of years"):
        compounded_change(0.1)
