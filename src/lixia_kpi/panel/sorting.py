"""Rows in any order to entries in the order of region, id and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lixia_kpi.panel.entries import Entries, agreed
from lixia_kpi.panel.row_batch import codes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import BoolArray, IntArray
    from lixia_kpi.panel.row_batch import RowBatch


def sort_rows(batches: Sequence[RowBatch]) -> Entries:
    """Sort rows by region, id and unit and make one entry of those that agree in all three.

    Parameters
    ----------
    batches : rows in any order.
    """
    region, regions = _ranked([batch.region for batch in batches])
    name, names = _ranked([batch.id for batch in batches])
    year = np.concatenate([batch.year for batch in batches])
    value = np.concatenate([batch.value for batch in batches])
    words = {key: np.concatenate([batch.words[key] for batch in batches]) for key in batches[0].words}
    numbers = {key: np.concatenate([batch.numbers[key] for batch in batches]) for key in batches[0].numbers}
    unreadable = np.concatenate([batch.unreadable for batch in batches])
    unit = words.pop("unit", None)
    key = region * len(names) + name
    if unit is not None:
        key = key * (int(unit.max(initial=-1)) + 2) + (unit + 1)
    order = None if bool(np.all(key[1:] >= key[:-1])) else np.argsort(key, kind="stable")
    if order is not None:
        key, region, name, year, value, unreadable = (
            array[order] for array in (key, region, name, year, value, unreadable)
        )
        words = {attribute: codes[order] for attribute, codes in words.items()}
        numbers = {attribute: figures[order] for attribute, figures in numbers.items()}
        unit = None if unit is None else unit[order]
    starts = np.flatnonzero(_first(key))
    of_entries, figures, mixed = agreed(words, numbers, starts, len(key))
    return Entries(
        region=regions.take(pa.array(region[starts])),
        id=names.take(pa.array(name[starts])),
        unit=np.full(len(starts), -1, dtype=np.int32) if unit is None else unit[starts],
        offsets=np.append(starts, len(key)),
        words=of_entries,
        numbers=figures,
        mixed=mixed,
        unreadable=np.logical_or.reduceat(unreadable, starts) if unreadable.any() else np.zeros(len(starts), np.bool_),
        year=year,
        value=value,
    )


def ranks(words: Any) -> tuple[IntArray, Any]:
    """Give the place of each word of an Arrow string array in the order of all, and the words in that order."""
    order = pc.sort_indices(words)
    places = np.empty(len(words), dtype=np.int64)
    places[order.to_numpy()] = np.arange(len(words))
    return places, words.take(order)


def _ranked(columns: Sequence[Any]) -> tuple[IntArray, Any]:
    """Number the words of dictionary arrays in their order, over all the columns."""
    whole = pa.chunked_array(columns).unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0)
    places, words = ranks(whole.dictionary)
    return places[codes_of(whole)], words


def _first(key: IntArray) -> BoolArray:
    """Whether a row is the first of its key, in rows sorted by it."""
    first = np.ones(len(key), dtype=np.bool_)
    first[1:] = key[1:] != key[:-1]
    return first
