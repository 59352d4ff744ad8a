"""Blocks through an engine, their rows to whoever counts or writes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from lixia_kpi.panel.ahead import closing_if_open
from lixia_kpi.panel.evaluate import evaluate_block
from lixia_kpi.panel.mapping import serially

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lixia_kpi.panel.block import PanelBlock, Setting
    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.panel.mapping import MapPartitions


class Accumulator(Protocol):
    """Takes the rows of one finished block after the other: a tally, a writer.

    `prepare` is what it does with the rows of a block apart from all others: a function that can be pickled, as it is
    done where the block is judged. `add` takes what came of it.
    """

    @property
    def prepare(self) -> Callable[[Rows], Any]:
        """Give what is done with the rows of each block."""
        ...

    def add(self, prepared: Any, /) -> None:
        """Take what was prepared of a block; blocks come in the order of region, id and target year."""
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
    work = partial(judge_block, setting=setting, prepare=[accumulator.prepare for accumulator in accumulators])
    results = map_partitions(work, blocks)
    with closing_if_open(results):
        for prepared in results:
            for accumulator, part in zip(accumulators, prepared, strict=True):
                accumulator.add(part)


def judge_block(block: PanelBlock, *, setting: Setting, prepare: Sequence[Callable[[Rows], Any]]) -> list[Any]:
    """Judge a block and prepare its rows for each accumulator."""
    rows = evaluate_block(block, setting)
    return [one(rows) for one in prepare]


def add_rows(rows: Rows, accumulators: Sequence[Accumulator]) -> None:
    """Hand rows that are there as a whole to every accumulator."""
    for accumulator in accumulators:
        accumulator.add(accumulator.prepare(rows))
