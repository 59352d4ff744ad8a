"""Hypothesis strategies shared by the tests: values as indicators have them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

positive_values = st.floats(min_value=1e-3, max_value=1e9)
"""Levels of amounts and counts."""

any_values = st.floats(min_value=-1e6, max_value=1e6)
"""Levels of shares, indices, rates and balances."""

growth_rates = st.floats(min_value=-0.5, max_value=1.0)
"""Fractions per year."""

year_counts = st.integers(min_value=1, max_value=15)

scales = st.floats(min_value=1e-4, max_value=1e8)
"""Factors of a change of unit."""


def series(values: st.SearchStrategy[float] = positive_values, *, rows: int = 6, years: int = 10):
    """Arrays of shape (1..rows, 1..years) of values, with missing years anywhere."""
    shapes = st.tuples(st.integers(1, rows), st.integers(1, years))
    return shapes.flatmap(lambda shape: hnp.arrays(np.float64, shape, elements=st.one_of(st.just(np.nan), values)))


awkward = st.one_of(
    st.sampled_from([0.0, -0.0, 1.0, -1.0, np.nan, np.inf, -np.inf, 5e-324, 1.7e308, -1.7e308]),
    st.floats(allow_nan=True, allow_infinity=True),
)
"""Every float there is, the troublesome ones first."""
