"""Sorted runs to blocks of equal size: where a block ends depends on the series alone, not on how they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.panel.merge import merge
from lixia_kpi.panel.series_table import behind_one_another, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lixia_kpi.panel.block import PanelBlock
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.series_table import SeriesTable
    from lixia_kpi.panel.store import Store
    from lixia_kpi.panel.targets import Targets

SERIES_IN_A_BLOCK = 16384
"""Series that are judged at once, at most: their arrays stay in the cache, and a block is worth handing to a worker."""


def blocks_of(store: Store, targets: Targets, faults: FaultCount, *, size: int | None = None) -> Iterator[PanelBlock]:
    """Give the series of a panel in the order of region and id, with their targets, in blocks.

    Parameters
    ----------
    store : every row of the panel.
    targets : what the series are set against.
    faults : takes what cannot be used.
    size : series in a block; None where all are to have about as many.
    """
    runs = store.runs()
    if size is None:
        size = even(store.entries, SERIES_IN_A_BLOCK)
    span = store.years or (0, 0)
    tables = (lay_out(merged, span, targets, faults) for merged in merge(runs))
    for table in _of_size(tables, size):
        block = targets.attach(table, faults)
        if len(block.kind):
            yield block


def even(count: int, most: int) -> int:
    """Give the size of the largest equal blocks, of `most` at most, that so many series go into.

    >>> even(50, 16), even(0, 16)
    (13, 16)
    """
    return -(-count // -(-count // most)) if count else most


def _of_size(tables: Iterable[SeriesTable], size: int) -> Iterator[SeriesTable]:
    """Cut tables anew into such of `size` series; the last may have fewer."""
    waiting: list[SeriesTable] = []
    count = 0
    for table in tables:
        start = 0
        while count + len(table) - start >= size:
            stop = start + size - count
            yield behind_one_another([*waiting, table.slice(start, stop)])
            waiting, count, start = [], 0, stop
        if start < len(table):
            waiting.append(table.slice(start, len(table)))
            count += len(table) - start
    if waiting:
        yield behind_one_another(waiting)
