"""Quantiles and chances of standard errors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.standard import (
    PROBABILITIES,
    standard_probability,
    standard_quantile,
    standard_quantiles,
)

SKEWED = np.exp(np.linspace(-1, 2, PROBABILITIES.size)) - 1


@given(q=st.floats(0.0011, 0.9989))
def test_quantile_and_probability_are_inverse(q):
    back = standard_probability(SKEWED, standard_quantile(SKEWED, q))
    assert float(back) == pytest.approx(q, abs=1e-9)


def test_stored_quantiles_come_back():
    values = [float(standard_quantile(SKEWED, p)) for p in PROBABILITIES]
    np.testing.assert_allclose(values, SKEWED, rtol=1e-12)


def test_quantiles_rise_through_the_tails():
    values = [float(standard_quantile(SKEWED, p)) for p in (0.001, 0.003, 0.0049, 0.0051, 0.5, 0.9949, 0.9951, 0.999)]
    assert values == sorted(values)
    assert values[0] < SKEWED[0]
    assert values[-1] > SKEWED[-1]


@given(q=st.floats(1e-6, 1 - 1e-6))
def test_many_quantiles_equal_single_ones(q):
    assert float(standard_quantiles(SKEWED, np.array(q))) == pytest.approx(
        float(standard_quantile(SKEWED, q)), rel=1e-9
    )
