"""Every reader on inputs made from the seeds by cutting, doubling and mixing; `fuzz.py` goes on for longer."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prove.fuzz_targets import READERS, seeds

PIECES = [b"\n", b"\r", b"\xef\xbb\xbf", b"'", b'"', b"{", b"]", b": ", b"#", b",", b"1e999", b"\xe4", b"\x00"]
LONGEST = 5.0
"""Seconds of processor time for one input."""


def damaged(parts: tuple[bytes, bytes, int, int, bytes]) -> bytes:
    first, second, start, length, piece = parts
    start %= len(first) + 1
    return first[:start] + piece + second[start : start + length] + first[start + length :]


@pytest.mark.parametrize("name", READERS)
def test_damaged_input_breaks_nothing(name: str) -> None:
    beginnings = seeds(name)
    pieces = st.binary(max_size=12) | st.sampled_from(PIECES)
    any_of = st.sampled_from(beginnings)
    inputs = st.binary(max_size=60) | st.tuples(any_of, any_of, st.integers(0, 5000), st.integers(0, 60), pieces).map(
        damaged
    )

    @settings(max_examples=150 if name == "revision" else 2000, suppress_health_check=list(HealthCheck), deadline=None)
    @given(inputs)
    def breaks_nothing(data: bytes) -> None:
        start = time.process_time()
        READERS[name](data)
        assert time.process_time() - start < LONGEST

    breaks_nothing()
