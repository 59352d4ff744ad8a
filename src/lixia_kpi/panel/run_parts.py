"""Parts of a panel through an engine: each is read, judged and prepared for writing by one worker."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from lixia_kpi.panel.ahead import closing_if_open
from lixia_kpi.panel.blocks import blocks_of
from lixia_kpi.panel.faults import FAULTS, MOST_LISTED, FaultCount, ReadingFaults
from lixia_kpi.panel.mapping import serially
from lixia_kpi.panel.reading import read_part
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.run import judge_block
from lixia_kpi.panel.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lixia_kpi.panel.block import Setting
    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.panel.faults import FaultRows
    from lixia_kpi.panel.key_ranges import KeyPart
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.run import Accumulator
    from lixia_kpi.panel.targets import Targets

_OF_CELLS = FAULTS[: FAULTS.index("equal_duplicate")]
"""Faults that reading finds, of which so many are listed at most."""


class PartWork(NamedTuple):
    """How a part of a panel is judged.

    `make_targets` gives the targets by the words of the part; `prepare` is what each accumulator does with the rows of
    a block; `lists_faults` says whether somebody wants to know what the faults are.
    """

    make_targets: Callable[[Vocabulary], Targets]
    setting: Setting
    prepare: list[Callable[[Rows], Any]]
    lists_faults: bool


class JudgedPart(NamedTuple):
    """What came of a part: what was prepared of each block, and the faults, those that are listed and all counts."""

    prepared: list[list[Any]]
    faults: list[FaultRows]
    counts: dict[str, int]


class _Kept:
    """Keeps faults as they come."""

    def __init__(self) -> None:
        self.faults: list[FaultRows] = []

    def take(self, faults: FaultRows) -> None:
        """Take faults of one kind."""
        self.faults.append(faults)


def run_parts(
    parts: Iterable[KeyPart],
    work: PartWork,
    accumulators: Sequence[Accumulator],
    count: FaultCount,
    *,
    map_partitions: MapPartitions = serially,
) -> None:
    """Read and judge every part of a panel and hand its rows on.

    Parameters
    ----------
    parts : in the order of their keys.
    work : how each is judged.
    accumulators : what takes the rows, each in turn, all in this thread.
    count : takes the faults.
    map_partitions : the engine.

    Raises
    ------
    InputError
        A file cannot be read.
    """
    results = map_partitions(partial(judge_part, work=work), parts)
    listed = 0
    with closing_if_open(results):
        for judged in results:
            for prepared in judged.prepared:
                for accumulator, part in zip(accumulators, prepared, strict=True):
                    accumulator.add(part)
            left = dict(judged.counts)
            for faults in judged.faults:
                if faults.code in _OF_CELLS and listed >= MOST_LISTED:
                    continue
                listed += len(faults.id) if faults.code in _OF_CELLS else 0
                count.take(faults)
                left[faults.code] -= len(faults.id)
            for code, times in left.items():
                count.count(code, times)


def judge_part(part: KeyPart, *, work: PartWork) -> JudgedPart:
    """Read a part, judge its series and prepare their rows; nothing is written."""
    kept = _Kept()
    vocabulary, reading = Vocabulary(), ReadingFaults()
    count = FaultCount(kept if work.lists_faults else None)
    with Store(most_memory=sys.maxsize) as store:
        read_part(part, store, vocabulary, reading)
        reading.hand_over(count)
        blocks = blocks_of(store, work.make_targets(vocabulary), count)
        prepared = [judge_block(block, setting=work.setting, prepare=work.prepare) for block in blocks]
    return JudgedPart(prepared, kept.faults, count.counts)
