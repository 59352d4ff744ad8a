"""Sorted runs to one sequence of whole series, in the order of region and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.entries import Entries, agreed, together
from lixia_kpi.panel.sorting import ranks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Merged:
    """Whole series, (series,), with the entries they are made of.

    `entries` are in any order, `series` says to which one each belongs; `words`, `numbers` and `mixed` are what the
    entries of a series agree on.
    """

    region: Any
    id: Any
    entries: Entries
    series: IntArray
    words: dict[str, NDArray[np.int32]]
    numbers: dict[str, FloatArray]
    mixed: NDArray[np.int32]


def merge(runs: Sequence[Iterator[Entries]]) -> Iterator[Merged]:
    """Give the series of all runs in order, some at a time.

    Parameters
    ----------
    runs : each in the order of region, id and unit, in chunks that split no series.
    """
    heads: list[tuple[Entries, Iterator[Entries], Entries | None]] = []
    for run in runs:
        first = next(run, None)
        if first is not None:
            heads.append((first, run, next(run, None)))
    while heads:
        ends = [head.key(len(head) - 1) for head, _, following in heads if following is not None]
        bound = min(ends) if ends else None
        taken, left = [], []
        for head, run, following in heads:
            stop = len(head) if bound is None else head.until(bound)
            if stop:
                taken.append(head.slice(0, stop))
            if stop < len(head):
                left.append((head.slice(stop, len(head)), run, following))
            elif following is not None:
                left.append((following, run, next(run, None)))
        heads = left
        yield _joined(together(taken))


def _joined(entries: Entries) -> Merged:
    """Group the entries by series."""
    regions, region = _numbered(entries.region)
    names, name = _numbered(entries.id)
    key = region * len(names) + name
    if bool(np.all(key[1:] > key[:-1])):
        whole = np.arange(len(key), dtype=np.intp)
        words, numbers = dict(entries.words), dict(entries.numbers)
        return Merged(entries.region, entries.id, entries, whole, words, numbers, entries.mixed)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first = np.ones(len(key), dtype=np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(first)
    series = np.empty(len(key), dtype=np.intp)
    series[order] = np.cumsum(first) - 1
    words, numbers, mixed = agreed(
        {attribute: codes[order] for attribute, codes in entries.words.items()},
        {attribute: figures[order] for attribute, figures in entries.numbers.items()},
        starts,
        len(key),
    )
    mixed |= np.bitwise_or.reduceat(entries.mixed[order], starts)
    return Merged(
        region=regions.take(pa.array(region[order[starts]])),
        id=names.take(pa.array(name[order[starts]])),
        entries=entries,
        series=series,
        words=words,
        numbers=numbers,
        mixed=mixed,
    )


def _numbered(texts: Any) -> tuple[Any, IntArray]:
    """Give the different texts in order, and the place of each."""
    encoded = texts.dictionary_encode()
    places, words = ranks(encoded.dictionary)
    return words, places[encoded.indices.to_numpy()]
