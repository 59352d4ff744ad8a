"""Delimited files, plain or packed, as Arrow record batches; blocks of lines are parsed apart, several at a time."""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as pv

from lixia_kpi.panel.ahead import closing_if_open
from lixia_kpi.panel.form import NUMBERS
from lixia_kpi.panel.mapping import serially
from lixia_kpi.panel.row_batch import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.panel.form import Form
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.sources import Source

BLOCK = 4 << 20
"""Bytes that are read at a time."""

_LOOKED_AT = 1 << 20
_TAIL = 1 << 14
_BLANK = codecs.BOM_UTF8 + b"\r\n"


class _Block(NamedTuple):
    """Whole lines; the first block begins with the names of the columns."""

    is_first: bool
    lines: memoryview


def delimited_names(source: Source) -> list[str]:
    """Give the names of the columns of a delimited file."""
    with _opened(source) as stream:
        options = pv.ReadOptions(block_size=_LOOKED_AT, encoding=_encoding(source))
        with pv.open_csv(stream, read_options=options, parse_options=_lines(source, [])) as reader:
            return list(reader.schema.names)


def delimited_batches(
    source: Source,
    form: Form,
    ragged: Callable[[str], None] | None,
    *,
    as_text: bool = False,
    map_blocks: MapPartitions = serially,
) -> Iterator[Any]:
    """Read a delimited file in batches, in the order of its lines.

    A line ends where the file says so, within quotes, too: cells of several lines are not read.

    Parameters
    ----------
    source : the file.
    form : which columns are read and what they hold.
    ragged : is told the lines with too few or too many cells.
    as_text : read figures as text, too.
    map_blocks : the engine that parses blocks; of threads, which the parser leaves the interpreter to.
    """
    parse = partial(
        _parsed, source=source, names=delimited_names(source), encoding=_encoding(source),
        types=_types(form, as_text=as_text),
    )  # fmt: skip
    with _opened(source) as stream:
        parsed = map_blocks(parse, _blocks(stream))
        with closing_if_open(parsed):
            for batches, lines in parsed:
                if ragged is not None:
                    for line in lines:
                        ragged(line)
                yield from batches


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    with pa.OSFile(source.name, "rb") as file:
        yield pa.CompressedInputStream(file, source.compression) if source.compression else file


def _blocks(stream: Any) -> Iterator[_Block]:
    """Cut a stream at the ends of lines."""
    is_first, begun = True, memoryview(b"")
    while True:
        space = np.empty(len(begun) + BLOCK, dtype=np.uint8).data
        space[: len(begun)] = begun
        filled = len(begun) + stream.readinto(space[len(begun) :])
        if filled == len(begun):
            break
        end = _end_of_lines(space[:filled])
        if not _is_blank(space[:end]):
            yield _Block(is_first, space[:end])
            is_first = False
        begun = space[end:filled]
    if is_first or not _is_blank(begun):
        yield _Block(is_first, begun)


def _is_blank(data: memoryview) -> bool:
    """Whether there is nothing but ends of lines, and perhaps the mark that begins a file."""
    return all(not bytes(data[:length]).strip(_BLANK) for length in (_TAIL, len(data)))


def _end_of_lines(data: memoryview) -> int:
    """Give the place behind the last end of a line, 0 where there is none."""
    for length in (_TAIL, len(data)):
        tail = bytes(data[-length:])
        for mark in (b"\n", b"\r"):
            if (place := tail.rfind(mark)) >= 0:
                return len(data) - len(tail) + place + 1
    return 0


def _parsed(
    block: _Block, *, source: Source, names: list[str], encoding: str, types: Any
) -> tuple[list[Any], list[str]]:
    """Give the rows of a block, and the lines that have too few or too many cells."""
    ragged: list[str] = []
    table = pv.read_csv(
        pa.BufferReader(pa.py_buffer(block.lines)),
        read_options=pv.ReadOptions(
            use_threads=False,
            block_size=len(block.lines) + 1,
            column_names=None if block.is_first else names,
            encoding=encoding,
        ),
        parse_options=_lines(source, ragged),
        convert_options=types,
    )
    return table.to_batches(), ragged


def _lines(source: Source, ragged: list[str]) -> Any:
    def skip(row: Any) -> str:
        ragged.append(row.text)
        return "skip"

    return pv.ParseOptions(delimiter=source.delimiter, newlines_in_values=False, invalid_row_handler=skip)


def _types(form: Form, *, as_text: bool) -> Any:
    word = pa.dictionary(pa.int32(), pa.string())
    types = dict.fromkeys(form.fields.values(), word)
    figures = [form.fields[name] for name in ("value", *NUMBERS) if name in form.fields] + list(form.years.values())
    types |= dict.fromkeys(figures, pa.string() if as_text else pa.float64())
    if "year" in form.fields:
        types[form.fields["year"]] = pa.string() if as_text else pa.int32()
    return pv.ConvertOptions(
        column_types=types, include_columns=list(form.columns), null_values=list(NOTHING), strings_can_be_null=False
    )


def _encoding(source: Source) -> str:
    """UTF-8, or GB18030 where the beginning of the file is not that."""
    with _opened(source) as stream:
        start = stream.read(_LOOKED_AT)
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(start) - 4:
            return "gb18030"
    return "utf-8"
