import numpy as np
import pytest

from lixia_kpi.projection.bounds import MEASURES, measure_codes
from lixia_kpi.projection.calibrated.survey import survey
from lixia_kpi.projection.choose import choose
from lixia_kpi.projection.methods import named

NAN = np.nan


def chosen(row, measure, growth=NAN):
    seen = survey(np.array([row], dtype=float), measure_codes(measure, 1))
    return named(choose(seen, growth=np.array([growth]))).tolist()[0]


@pytest.mark.parametrize("measure", ["amount", "count", "share", "index", "rate"])
def test_two_values_or_more_are_carried_on_by_the_calibrated_rule(measure):
    assert chosen([1, NAN, 2], measure) == "calibrated"
    assert chosen([1, 3, 2], measure, growth=0.1) == "calibrated"
    assert chosen([-1, 0, 2], measure) == "calibrated"


def test_a_single_value_needs_printed_growth():
    assert chosen([NAN, 3], "amount", growth=0.1) == "printed_growth"
    assert chosen([NAN, 3], "amount") == "none"
    assert chosen([NAN, 0], "amount", growth=0.1) == "none"
    assert chosen([NAN, 3], "share", growth=0.1) == "none"


def test_nothing_but_zeros_stays_as_it_is():
    assert chosen([0, 0, NAN], "count") == "last"


def test_nothing_observed_and_ranks_are_not_projected():
    assert [chosen([NAN, NAN], measure, growth=0.1) for measure in MEASURES] == ["none"] * 6
    assert chosen([3, 2, 1], "rank") == "none"


def test_each_series_by_its_own_measure():
    values = np.array([[1.0, 2.0, 3.0]] * 3)
    seen = survey(values, measure_codes(["amount", "share", "rank"], 3))
    assert named(choose(seen, growth=np.full(3, NAN))).tolist() == ["calibrated", "calibrated", "none"]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("row", [[1, 2, 3], [0, 0, 0], [NAN, NAN, 3], [NAN, NAN, 0], [NAN, NAN, NAN], [-1, 0, 2]])
def test_a_batch_of_like_series_is_chosen_for_as_each_of_them_is(row, measure):
    """A batch whose series are all alike holds what was seen of them once."""
    seen = survey(np.array([row] * 5, dtype=float), measure_codes(measure, 5))
    for growth in (NAN, 0.1):
        assert named(choose(seen, growth=np.full(5, growth))).tolist() == [chosen(row, measure, growth)] * 5
