"""Distances on bounded scales."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.bounded import distance, move_of

aboves = st.one_of(st.none(), st.floats(0.01, 1e3).map(np.array))


@given(move=st.floats(-0.99, 0.99), level=st.booleans(), above=aboves)
def test_a_distance_turns_back_into_its_move(move, level, above):
    above = above if level else None
    move = move * float(above) if above is not None and move > 0 else move
    scale = {"level": level, "above": above}
    np.testing.assert_allclose(move_of(distance(np.array(move), **scale), **scale), move, rtol=1e-9, atol=1e-12)


@given(far=st.floats(-1e6, 1e6), above=aboves)
def test_no_distance_passes_a_bound(far, above):
    move = move_of(np.array(far), level=True, above=above)
    assert -1 <= move <= (np.inf if above is None else above)


@given(far=st.floats(-1e6, 1e6))
def test_points_have_no_bound(far):
    assert distance(np.array(far), level=False, above=None) == move_of(np.array(far), level=False, above=None) == far


@given(small=st.floats(1e-7, 1e-5), level=st.booleans(), above=aboves)
def test_small_moves_keep_their_size(small, level, above):
    moves = np.array([small, -small])
    np.testing.assert_allclose(distance(moves, level=level, above=above), moves, rtol=2e-3)
