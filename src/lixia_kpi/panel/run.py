"""Blocks through an engine, their rows to whoever counts or writes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from lixia_kpi.panel.evaluate import evaluate_block
from lixia_kpi.panel.mapping import serially

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.panel.block import PanelBlock, Setting
    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.panel.mapping import MapPartitions


class Accumulator(Protocol):
    """Takes the rows of one finished block after the other: a tally, a writer."""

    def add(self, rows: Rows, /) -> None:
        """Take the rows of a block; blocks come in the order of region, id and target year."""
        ...


def run_blocks(
    blocks: Iterable[PanelBlock],
    setting: Setting,
    accumulators: Sequence[Accumulator],
    *,
    map_partitions: MapPartitions = serially,
) -> None:
    """Judge every block and hand its rows on.

    Parameters
    ----------
    blocks : in order; they are asked for as they are needed.
    setting : options and cuts of the run.
    accumulators : what takes the rows, each in turn, all in this thread.
    map_partitions : the engine.
    """
    for rows in map_partitions(partial(evaluate_block, setting=setting), blocks):
        for accumulator in accumulators:
            accumulator.add(rows)
