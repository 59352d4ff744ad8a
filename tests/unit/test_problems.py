"""Faults as records, and the error that carries them."""

import pickle

import pytest

from lixia_kpi.problems import InputError, InvalidChangeError, Place, Problem

FAULTS = [
    Problem("file_not_found", Place("a.csv")),
    Problem("bad_number", Place("b.yaml", 3, 7), "warning", {"value": "1o"}),
]


@pytest.mark.parametrize("kind", [InputError, InvalidChangeError])
def test_an_error_reaches_another_process_whole(kind):
    reached = pickle.loads(pickle.dumps(kind(FAULTS)))
    assert type(reached) is kind
    assert list(reached.problems) == FAULTS
    assert str(reached) == str(kind(FAULTS))
