"""No value, however odd, makes a function of the room warn or raise; what comes out is finite or NaN."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi import growth
from strategies import awkward

FUNCTIONS = {
    "change_completion": 2,
    "change_needed": 3,
    "change_required": 2,
    "compound_path": 3,
    "compound_rate": 3,
    "elapsed_share": 3,
    "growth_completion": 3,
    "growth_from_base_flow": 3,
    "growth_from_previous_total": 3,
    "log_completion": 3,
    "needed_growth": 4,
    "round_half_up": 2,
    "rounds_to_target": 3,
    "straight_completion": 3,
    "straight_path": 3,
    "straight_rate": 3,
    "total_completion": 2,
    "total_needed": 3,
    "total_required": 2,
}


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
@given(data=st.data())
def test_elementwise_functions_survive(name, data):
    arguments = [data.draw(awkward) for _ in range(FUNCTIONS[name])]
    result = getattr(growth, name)(*arguments)
    assert not np.isinf(result).any()
    batch = getattr(growth, name)(*([argument, 1.0] for argument in arguments))
    np.testing.assert_allclose(batch[0], result, rtol=1e-12)


@given(st.lists(awkward, min_size=1, max_size=5), awkward, st.sampled_from(growth.COMPARATORS))
def test_reductions_and_comparisons_survive(values, bound, op):
    assert not np.isinf(growth.compounded_change(values))
    assert not np.isinf(growth.mean_growth_rate(values))
    share = growth.share_of_years_held(values, bound, op, direction="down", decimals=1)
    assert np.isnan(share) or 0 <= share <= 1


@given(awkward, awkward, st.integers(1, 7))
def test_pathways_survive(baseline, target, years):
    paths = [
        growth.compound_pathway(baseline, target, years),
        growth.straight_pathway(baseline, target, years),
        growth.change_pathway(target, years),
        growth.growth_pathway(target, years),
    ]
    assert not np.isinf(paths).any()
