"""Blocks through every engine of one machine: the same rows, in the same order, to everybody."""

from __future__ import annotations

import numpy as np
import pytest

from lixia_kpi.panel.block import Kind, PanelBlock, Setting
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.engine_processes import process_engine
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.run import run_blocks
from panels import plain_rows


class Kept:
    prepare = staticmethod(plain_rows)

    def __init__(self):
        self.rows = []

    def add(self, rows):
        self.rows += rows


def blocks(count=7, size=5):
    rng = np.random.default_rng(2)
    for number in range(count):
        rows = np.arange(size)
        yield PanelBlock(
            region=Coded((f"r{number}",), np.zeros(size, dtype=np.intp)),
            id=Coded(tuple(f"i{k}" for k in rows), rows),
            kinds=(Kind("amount", "level", ">=", "up"), Kind("share", "level", "<=", "down", unit="%")),
            kind=rows % 2,
            target=np.full(size, 60.0),
            due_year=np.full(size, 2030),
            base_year=np.full(size, 2018),
            years=np.arange(2018, 2024),
            values=50 + rng.normal(0, 5, (size, 6)).round(1),
            unit_mismatch=np.zeros(size, dtype=np.bool_),
            left_out=np.zeros(size, dtype=np.bool_),
        )


@pytest.fixture(scope="module", params=["one-thread", "three-threads", "processes"])
def engine(request):
    if request.param != "processes":
        yield in_threads(1 if request.param == "one-thread" else 3)
        return
    with process_engine(2) as processes:
        yield processes


def test_rows_are_those_of_one_block_after_the_other(engine):
    plain, first, second = Kept(), Kept(), Kept()
    run_blocks(blocks(), Setting(), [plain], map_partitions=serially)
    run_blocks(blocks(), Setting(), [first, second], map_partitions=engine)
    assert first.rows == second.rows == plain.rows
    assert [row["region"] for row in plain.rows] == [f"r{k}" for k in range(7) for _ in range(5)]


def test_what_fails_in_one_block_fails_the_run():
    def fails(block):
        raise RuntimeError(block)

    with pytest.raises(RuntimeError, match="first"):
        list(in_threads(2)(fails, ["first", "second", "third"]))
