import numpy as np
import pytest

from lixia_kpi.projection.bounds import MEASURES, measure_codes
from lixia_kpi.projection.choose import CHOICE, choose
from lixia_kpi.projection.methods import METHODS, NO_METHOD, PRINTED_GROWTH

NAN = np.nan


def chosen(row, measure, growth=NAN):
    return choose(np.array([row]), measure_codes(measure, 1), growth=np.array([growth])).tolist()[0]


def test_the_table_names_every_measure_and_known_methods_only():
    assert set(CHOICE) == set(MEASURES)
    assert {name for row in CHOICE.values() for name in row} <= {*METHODS, PRINTED_GROWTH, NO_METHOD}


@pytest.mark.parametrize("measure", ["amount", "count"])
def test_amounts_and_counts_compound(measure):
    assert chosen([1, NAN, 2], measure) == "cagr"
    assert chosen([1, 3, 2], measure) == "loglinear"
    assert chosen([1, 0, 2], measure) == "linear"
    assert chosen([-1, NAN, 2], measure) == "linear"


@pytest.mark.parametrize("measure", ["share", "index", "rate"])
def test_shares_indices_and_rates_move_by_points(measure):
    assert chosen([1, NAN, 2], measure) == "linear"
    assert chosen([1, 3, 2], measure) == "linear"
    assert chosen([NAN, 3, NAN], measure, growth=0.1) == "none"


def test_a_single_amount_needs_printed_growth():
    assert chosen([NAN, 3], "amount", growth=0.1) == "printed_growth"
    assert chosen([NAN, 3], "amount") == "none"
    assert chosen([NAN, 0], "amount", growth=0.1) == "none"
    assert chosen([2, 3], "amount", growth=0.1) == "cagr"


def test_nothing_observed_and_ranks_are_not_projected():
    assert [chosen([NAN, NAN], measure, growth=0.1) for measure in MEASURES] == ["none"] * 6
    assert chosen([3, 2, 1], "rank") == "none"


def test_each_series_by_its_own_measure():
    values = np.array([[1.0, 2.0, 3.0]] * 3)
    codes = measure_codes(["amount", "share", "rank"], 3)
    assert choose(values, codes, growth=np.full(3, NAN)).tolist() == ["loglinear", "linear", "none"]
