"""Inputs with which fuzzing broke a reader, and those from which it began: none breaks one any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from prove.fuzz_targets import READERS, seeds

FOUND = Path(__file__).parents[1] / "data" / "fuzz"


@pytest.mark.parametrize("case", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_found_input_breaks_nothing(case):
    READERS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_inputs_to_begin_from_break_nothing(name):
    beginnings = seeds(name)
    assert beginnings
    for data in beginnings:
        READERS[name](data)
