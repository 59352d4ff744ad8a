"""Distances on bounded scales."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.bounded import distance, move_of

bounds = st.one_of(st.just(np.inf), st.floats(0.01, 1e3))


@given(move=st.floats(-0.99, 0.99), below=bounds, above=bounds)
def test_a_distance_turns_back_into_its_move(move, below, above):
    move = move * min(below if move < 0 else above, 100.0)
    args = {"below": np.array(below), "above": np.array(above)}
    np.testing.assert_allclose(move_of(distance(np.array(move), **args), **args), move, rtol=1e-9, atol=1e-12)


@given(far=st.floats(-1e6, 1e6), below=bounds, above=bounds)
def test_no_distance_passes_a_bound(far, below, above):
    move = move_of(np.array(far), below=np.array(below), above=np.array(above))
    assert -below <= move <= above


@given(small=st.floats(1e-7, 1e-5), below=bounds, above=bounds)
def test_small_moves_keep_their_size(small, below, above):
    args = {"below": np.array(below), "above": np.array(above)}
    np.testing.assert_allclose(distance(np.array([small, -small]), **args), [small, -small], rtol=2e-3)
