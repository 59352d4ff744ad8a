import os
import threading

import numpy as np
import pytest

from lixia_kpi.projection.workers import LARGEST_PIECE, SPARE, WORTH_A_WORKER, Workspace, cores, run


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(workers):
    assert run(lambda task, _: task**2, range(100), workers=workers) == [task**2 for task in range(100)]


def test_several_workers_work_at_a_time():
    meeting = threading.Barrier(3, timeout=10)
    run(lambda _task, _: meeting.wait(), range(3), workers=3)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_a_worker_comes_out(workers):
    def work(task, _):
        if task == 7:
            raise ValueError("seven")

    with pytest.raises(ValueError, match="seven"):
        run(work, range(20), workers=workers)


def test_settings_of_numpy_are_as_they_were():
    before = np.getbufsize(), np.geterr()
    run(lambda _task, _: np.log(np.zeros(1)), [0], workers=1)
    assert (np.getbufsize(), np.geterr()) == before


def test_a_workspace_grows_and_keeps_its_memory():
    workspace = Workspace()
    large = workspace.take("a", 4, 128)
    assert large.shape == (4, 128)
    assert np.shares_memory(workspace.take("a", 2, 64), large)
    assert not np.shares_memory(workspace.take("b", 2, 64), large)
    assert workspace.take("a", 9, 64).shape == (9, 64)


def test_what_a_workspace_gives_lies_side_by_side_and_never_overlaps():
    workspace = Workspace()
    places = [workspace.take(str(place), rows, 64) for place, rows in enumerate((3, 1, 40, 20, 7))]
    for value, place in enumerate(places):
        place[:] = value
    assert [np.unique(place).tolist() for place in places] == [[0], [1], [2], [3], [4]]
    assert places[0].base is places[2].base
    assert places[0].base is not places[4].base


def test_small_numbers_keep_to_their_rows():
    workspace = Workspace()
    rises, falls = workspace.take_bytes("rises", 3, 128), workspace.take_bytes("falls", 3, 128)
    assert rises.shape == (3, 128)
    assert rises.dtype == np.int8
    rises[:], falls[:] = 1, 2
    rises[1] = 3
    assert [np.unique(row).tolist() for row in (*rises, *falls)] == [[1], [3], [1], [2], [2], [2]]
    assert np.shares_memory(workspace.take_bytes("rises", 2, 64), rises)


def test_a_wide_row_takes_no_more_memory_than_it_needs():
    row = Workspace().take("wide", 1, 4 * LARGEST_PIECE)
    assert row.base is not None
    assert row.base.size == 4 * LARGEST_PIECE + SPARE
    narrow = Workspace().take("narrow", 1, LARGEST_PIECE // 16)
    assert narrow.base is not None
    assert narrow.base.size == LARGEST_PIECE


def test_small_batches_take_one_core_and_large_ones_those_there_are():
    assert cores(0) == cores(WORTH_A_WORKER) == 1
    assert 1 <= cores(10**8) <= (os.cpu_count() or 1)
