"""Files of a panel to rows, batch by batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lixia_kpi.panel.delimited import delimited_batches, delimited_names
from lixia_kpi.panel.form import Form, recognise
from lixia_kpi.panel.keys import parts_of_rows
from lixia_kpi.panel.mapping import serially
from lixia_kpi.panel.row_batch import as_words, row_batch
from lixia_kpi.problems import InputError, Place, Problem, by_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lixia_kpi.panel.faults import ReadingFaults
    from lixia_kpi.panel.key_ranges import KeyPart, KeyRange
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.row_batch import RowBatch, Vocabulary
    from lixia_kpi.panel.sources import Source
    from lixia_kpi.panel.store import Store

ROWS_IN_A_BATCH = 1 << 17
"""Rows of a Parquet file that are read at a time."""


def read_panel_files(
    sources: Sequence[Source],
    store: Store,
    vocabulary: Vocabulary,
    faults: Callable[[], ReadingFaults],
    *,
    map_blocks: MapPartitions = serially,
) -> ReadingFaults:
    """Read every file into the store.

    Delimited files are first read with figures as figures, which is fast; where a cell is none, everything is read once
    more as text, cell by cell.

    Parameters
    ----------
    sources : the files.
    store : takes the rows.
    vocabulary : numbers the words.
    faults : makes what takes the cells that cannot be read.
    map_blocks : the engine that parses delimited files, of threads.

    Raises
    ------
    InputError
        with every file that cannot be read or lacks a column.
    """
    check_sources(sources)
    for as_text in (False, True):
        found = faults()
        try:
            for source in sources:
                for rows in _rows(source, vocabulary, found, as_text=as_text, map_blocks=map_blocks):
                    store.add(rows)
        except (pa.ArrowInvalid, UnicodeDecodeError, OSError) as fault:
            store.clear()
            if as_text or not _is_conversion(fault):
                raise InputError([_unreadable(source, fault)]) from fault
        else:
            return found
    raise AssertionError("reading as text ends one way or the other")


def read_part(part: KeyPart, store: Store, vocabulary: Vocabulary, faults: ReadingFaults) -> None:
    """Read the rows between two keys into a store.

    Parameters
    ----------
    part : which rows.
    store, vocabulary, faults : as in `read_panel_files`.

    Raises
    ------
    InputError
        A file cannot be read, or holds other keys than it says.
    """
    for one in part.ranges:
        source = one.source
        try:
            form, _ = recognise(_column_names(source), file=source.name, given=source.given)
            for batch in _parquet_batches(source, form, groups=[one.group]):
                rows = _within(batch, form, part, one)
                if rows.num_rows:
                    store.add(row_batch(rows, form, source.given, vocabulary, faults))
        except (pa.ArrowInvalid, OSError) as fault:
            raise InputError([_unreadable(source, fault)]) from fault


def _within(batch: Any, form: Form, part: KeyPart, found: KeyRange) -> Any:
    """Give the rows of a batch that belong to a part, and see that the row group holds what its file says."""
    region, name = (
        None if field in found.source.given or field not in form.fields else as_words(batch.column(form.fields[field]))
        for field in ("region", "id")
    )
    for place, words in enumerate((region, name)):
        if words is not None and len(words.dictionary):
            bounds = pc.min_max(words.dictionary)
            if bounds["min"].as_py() < found.first[place] or bounds["max"].as_py() > found.last[place]:
                details = {"number": str(found.group)}
                raise InputError([Problem("panel_wrong_statistics", Place(found.source.name), details=details)])
    if part.holds(found):
        return batch
    region, name = (
        as_words(pa.array([found.first[place]] * batch.num_rows)) if words is None else words
        for place, words in enumerate((region, name))
    )
    inside = np.ones(batch.num_rows, dtype=np.bool_)
    if part.low is not None:
        inside &= parts_of_rows(region, name, (part.low,)) == 1
    if part.high is not None:
        inside &= parts_of_rows(region, name, (part.high,)) == 0
    return batch.filter(pa.array(inside))


def check_sources(sources: Sequence[Source]) -> None:
    """Raise InputError for every file that cannot be opened or whose columns do not say what is needed."""
    problems: list[Problem] = []
    for source in sources:
        try:
            names = _column_names(source)
        except (OSError, pa.ArrowInvalid, UnicodeDecodeError) as fault:
            problems.append(_unreadable(source, fault))
            continue
        problems += recognise(names, file=source.name, given=source.given)[1]
    if problems:
        raise InputError(by_place(problems))


def _column_names(source: Source) -> list[str]:
    if source.is_parquet:
        with pq.ParquetFile(source.name) as file:
            return list(file.schema_arrow.names)
    return delimited_names(source)


def _rows(
    source: Source, vocabulary: Vocabulary, faults: ReadingFaults, *, as_text: bool, map_blocks: MapPartitions
) -> Iterator[RowBatch]:
    """Read one file."""
    form, _ = recognise(_column_names(source), file=source.name, given=source.given)
    for batch in _batches(source, form, faults, as_text=as_text, map_blocks=map_blocks):
        if batch.num_rows:
            yield row_batch(batch, form, source.given, vocabulary, faults)


def _batches(
    source: Source, form: Form, faults: ReadingFaults, *, as_text: bool, map_blocks: MapPartitions
) -> Iterator[Any]:
    if not source.is_parquet:
        yield from delimited_batches(source, form, faults.ragged, as_text=as_text, map_blocks=map_blocks)
        return
    yield from _parquet_batches(source, form)


def _parquet_batches(source: Source, form: Form, groups: Sequence[int] | None = None) -> Iterator[Any]:
    words = [form.fields[name] for name in form.fields if name not in _FIGURES]
    with pq.ParquetFile(source.name, read_dictionary=words, pre_buffer=True) as file:
        yield from file.iter_batches(ROWS_IN_A_BATCH, row_groups=groups, columns=list(form.columns))


_FIGURES = ("year", "value", "target", "target_year", "baseline_year")


def _is_conversion(fault: Exception) -> bool:
    """Whether a cell could not be made into a figure."""
    return "conversion error" in str(fault)


def _unreadable(source: Source, fault: Exception) -> Problem:
    if isinstance(fault, FileNotFoundError):
        return Problem("file_not_found", Place(source.name))
    if isinstance(fault, PermissionError):
        return Problem("file_not_readable", Place(source.name))
    if isinstance(fault, UnicodeDecodeError) or "invalid UTF8" in str(fault):
        return Problem("panel_not_text", Place(source.name))
    if "Empty CSV file" in str(fault):
        return Problem("empty_file", Place(source.name))
    text = " ".join(str(fault).split())[:200]
    return Problem("panel_not_readable", Place(source.name), details={"fault": text})
