"""A panel cut into parts that can be judged apart, each with whole series, by workers that see the same folder.

Two passes over pieces of the files: one looks at some of the keys, so that the parts are of about equal size, one puts
every row into the file of its part. A part holds the series between two keys (region, id): the results of all parts,
one behind the other, are in the order of the whole. A piece that is worked on again writes the same files again.
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from lixia_kpi.panel.delimited import delimited_batches, delimited_names
from lixia_kpi.panel.form import recognise
from lixia_kpi.panel.keys import parts_of_rows
from lixia_kpi.panel.row_batch import as_words
from lixia_kpi.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lixia_kpi.panel.form import Form
    from lixia_kpi.panel.keys import Key
    from lixia_kpi.panel.sources import Source

LOOKED_AT = 1009
"""Of so many rows the key of one is looked at."""

ROWS_IN_A_BATCH = 1 << 17
ROWS_IN_A_PIECE = 1 << 22
"""A Parquet file of more rows is worked on in pieces of about so many."""


class Piece(NamedTuple):
    """A file, or some row groups of a Parquet file; `number` makes the names of its own files."""

    number: int
    source: Source
    groups: tuple[int, ...] = ()


class Put(NamedTuple):
    """What came of a piece: its files by part, and the lines that had too few or too many cells."""

    files: dict[int, str]
    ragged: tuple[str, ...]


def pieces_of(sources: Sequence[Source]) -> list[Piece]:
    """Cut files into pieces that can be read apart."""
    found: list[Piece] = []
    for source in sources:
        for groups in _groups(source) if source.is_parquet else [()]:
            found.append(Piece(len(found), source, groups))
    return found


def keys_of(piece: Piece) -> list[Key]:
    """Give the keys of some rows of a piece, evenly spread over it."""
    form = _form(piece.source)
    keys: list[Key] = []
    start = 0
    for batch in _batches(piece, form, ("region", "id"), as_text=False):
        rows = pa.array(np.arange(start, batch.num_rows, LOOKED_AT))
        start = (start - batch.num_rows) % LOOKED_AT
        region, name = (_column(batch, form, piece.source, field).take(rows) for field in ("region", "id"))
        keys += ((str(r or ""), str(n or "")) for r, n in zip(region.to_pylist(), name.to_pylist(), strict=True))
    return keys


def bounds_of(keys: Iterable[Key], parts: int) -> tuple[Key, ...]:
    """Give the first keys of all parts but the first, so that the parts hold about equally many of these keys.

    >>> bounds_of([("A", "x"), ("C", "y"), ("B", "x"), ("B", "y")], 2)
    (('B', 'y'),)
    """
    ordered = sorted(keys)
    chosen = [ordered[len(ordered) * part // parts] for part in range(1, parts)] if ordered else []
    return tuple(dict.fromkeys(chosen))


def part_of(region: str, bounds: Sequence[Key]) -> int | None:
    """Give the part that holds every series of a region, None where there are several.

    >>> part_of("A", [("B", "y")]), part_of("B", [("B", "y")]), part_of("C", [("B", "y")])
    (0, None, 1)
    """
    if any(bound[0] == region for bound in bounds):
        return None
    return bisect_right(bounds, (region, ""))


def put_into_parts(piece: Piece, *, bounds: Sequence[Key], folder: str) -> Put:
    """Write the rows of a piece into the files of their parts.

    Parameters
    ----------
    piece : which rows.
    bounds : as `bounds_of` gives them.
    folder : that every worker sees.

    Raises
    ------
    InputError
        The file cannot be read.
    """
    form = _form(piece.source)
    for as_text in (False, True):
        try:
            return _put(piece, form, bounds, Path(folder), as_text=as_text)
        except pa.ArrowInvalid as fault:
            if as_text or "conversion error" not in str(fault):
                details = {"fault": " ".join(str(fault).split())[:200]}
                raise InputError([Problem("panel_not_readable", Place(piece.source.name), details=details)]) from fault
    raise AssertionError("reading as text ends one way or the other")


def _put(piece: Piece, form: Form, bounds: Sequence[Key], folder: Path, *, as_text: bool) -> Put:
    ragged: list[str] = []
    writing: dict[int, tuple[Path, Any]] = {}
    mark = uuid4().hex
    try:
        for batch in _batches(piece, form, None, as_text=as_text, ragged=ragged):
            region, name = (as_words(_column(batch, form, piece.source, field)) for field in ("region", "id"))
            parts = parts_of_rows(region, name, bounds)
            table = _plain(batch, form, piece.source)
            for part in np.unique(parts).tolist():
                if part not in writing:
                    place = folder / f"part{part}-piece{piece.number}.{mark}"
                    writing[part] = place, pq.ParquetWriter(place, table.schema, compression="lz4")
                writing[part][1].write_table(table.take(pa.array(np.flatnonzero(parts == part))))
        for _, writer in writing.values():
            writer.close()
    except BaseException:
        for place, writer in writing.values():
            writer.close()
            place.unlink(missing_ok=True)
        raise
    files = {}
    for part, (place, _) in writing.items():
        files[part] = str(place.replace(place.with_suffix(".parquet")))
    return Put(files, tuple(ragged))


def _plain(batch: Any, form: Form, source: Source) -> Any:
    """Give the columns that are read and those that the folders say, as plain texts and figures."""
    columns = {}
    for name in form.columns:
        column = batch.column(name)
        is_coded = pa.types.is_dictionary(column.type)
        columns[name] = column.cast(column.type.value_type) if is_coded else column
    columns |= {field: pa.array([text] * batch.num_rows) for field, text in source.given.items()}
    return pa.table(columns)


def _column(batch: Any, form: Form, source: Source, field: str) -> Any:
    if field in form.fields:
        return batch.column(form.fields[field])
    return pa.array([source.given.get(field, "")] * batch.num_rows)


def _batches(
    piece: Piece, form: Form, fields: tuple[str, ...] | None, *, as_text: bool, ragged: list[str] | None = None
) -> Iterator[Any]:
    """Read a piece, all columns of the form or those of some fields alone."""
    source = piece.source
    wanted = form if fields is None else form._replace(
        fields={field: column for field, column in form.fields.items() if field in fields}, years={}
    )  # fmt: skip
    if source.is_parquet:
        with pq.ParquetFile(source.name, pre_buffer=True) as file:
            columns = list(wanted.columns)
            yield from file.iter_batches(ROWS_IN_A_BATCH, row_groups=list(piece.groups), columns=columns)
        return
    yield from delimited_batches(source, wanted, None if ragged is None else ragged.append, as_text=as_text)


def _form(source: Source) -> Form:
    if source.is_parquet:
        with pq.ParquetFile(source.name) as file:
            names = list(file.schema_arrow.names)
    else:
        names = delimited_names(source)
    return recognise(names, file=source.name, given=source.given)[0]


def _groups(source: Source) -> list[tuple[int, ...]]:
    """Put the row groups of a Parquet file together to pieces of about equal size."""
    with pq.ParquetFile(source.name) as file:
        sizes = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
    found: list[list[int]] = [[]]
    count = 0
    for group, size in enumerate(sizes):
        if found[-1] and count + size > ROWS_IN_A_PIECE:
            found.append([])
            count = 0
        found[-1].append(group)
        count += size
    return [tuple(groups) for groups in found]
