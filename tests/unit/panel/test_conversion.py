"""Values converted many at a time are those converted one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.panel.conversion import converted
from lixia_kpi.units.unit import Factor

FACTORS = [Factor(10, 1), Factor(1, 10000), Factor(10**8, 1), Factor(3, 7), Factor(1, 1), Factor(10**12, 10**4 + 1)]


@given(
    st.lists(
        st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.decimals(-10**9, 10**9, places=3).map(float)),
        min_size=1, max_size=20,
    ),
    st.sampled_from(FACTORS),
)  # fmt: skip
def test_each_is_rounded_once(values, factor):
    expected = [factor.apply(value) for value in values]
    assert converted(np.array(values), factor).tolist() == expected


@pytest.mark.parametrize("factor", FACTORS)
def test_what_is_missing_stays_missing(factor):
    found = converted(np.array([np.nan, 2.5, np.nan]), factor)
    assert np.isnan(found).tolist() == [True, False, True]
