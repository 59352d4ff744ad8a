import pytest

from lixia_kpi.projection.calibrated.block_size import BLOCK, SHARED_BLOCK, size_for


def test_one_worker_takes_small_blocks_whatever_the_batch():
    assert {size_for(1, series) for series in (1, BLOCK, 10**7)} == {BLOCK}


@pytest.mark.parametrize("workers", [2, 3, 8])
@pytest.mark.parametrize("series", [300_000, 1_000_000, 3_000_001])
def test_no_worker_has_a_block_more_than_another(workers, series):
    size = size_for(workers, series)
    assert BLOCK <= size <= SHARED_BLOCK
    assert -(-series // size) % workers == 0


def test_a_small_batch_is_not_cut_into_crumbs():
    assert size_for(8, 40_000) == BLOCK
