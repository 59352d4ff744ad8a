"""Yearly rates as offices take them."""

from __future__ import annotations

import cmath

import numpy as np
import pytest

from lixia_kpi.assessment.rules.natural_limit import limit_coefficient
from lixia_kpi.assessment.rules.rates import rate_size, yearly_rate


def array(*values):
    return np.array(values, dtype=np.float64)


@pytest.mark.parametrize(
    ("start", "end", "years", "rate"),
    [
        (100, 121, 2, 0.1),
        (100, 81, 2, -0.1),
        (-2, -8, 2, 1),
        (5, 0, 3, -1),
        (-5, 0, 3, -1),
        (0, 0, 3, None),
        (0, 5, 3, None),
        (5, 0, 0, None),
        (5, 0, -1, None),
        (5, -1, 3, None),
        (100, 121, 0, None),
        (np.nan, 0, 3, None),
    ],
)
def test_a_rate_needs_one_sign_and_time_to_pass(start, end, years, rate):
    got = yearly_rate(array(start), array(end), array(years))[0]
    assert np.isnan(got) if rate is None else got == pytest.approx(rate)


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (5, -3), (100, 200), (-2, -8), (0.001, 50)])
@pytest.mark.parametrize("years", [1, 2, 15])
def test_the_size_is_that_of_the_complex_root(start, end, years):
    exact = abs(cmath.exp(cmath.log(end / start) / years) - 1)
    assert rate_size(array(start), array(end), array(years))[0] == pytest.approx(exact)


@pytest.mark.parametrize(
    ("base", "limit", "coefficient"),
    [(50, 100, 1 - 0.5**4.44), (-50, 100, 1 - 0.5**4.44), (50, -100, 1 - 0.5**4.44), (180, 100, 1 - 0.2**4.44),
     (0, 100, 1), (100, 100, 0), (200, 100, 1), (300, 100, 1), (0, 0, 1), (7, 0, 1),
     (50, np.nan, 1), (np.nan, np.nan, 1)],
)  # fmt: skip
def test_near_a_limit_less_counts_for_as_much(base, limit, coefficient):
    assert limit_coefficient(array(base), array(limit))[0] == pytest.approx(coefficient)


def test_a_limit_says_nothing_of_a_base_that_is_missing():
    assert np.isnan(limit_coefficient(array(np.nan), array(100))[0])
