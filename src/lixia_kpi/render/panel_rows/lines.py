"""CSV, TSV and JSON Lines: rows to lines of text, column by column, byte for byte as for the rows of a plan."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lixia_kpi.panel.coded import Coded
from lixia_kpi.render.delimited import BYTE_ORDER_MARK, neutralised, quoted
from lixia_kpi.render.json import dump
from lixia_kpi.render.plain import plain_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.tables.table import Column

_PLAIN_FROM, _PLAIN_UNTIL = 1e-4, 1e10
"""Numbers of this size are written by Arrow as everywhere in kpi; others go one by one."""


class DelimitedRows:
    """Writes rows as CSV or TSV, as `render.delimited` does.

    Parameters
    ----------
    sink
        takes the bytes.
    columns
        what is written, in order.
    delimiter, line_end
        `,` and CRLF, or tab and LF.
    excel
        begin with the mark by which Excel knows UTF-8.
    """

    def __init__(
        self, sink: BinaryIO, columns: Sequence[Column], *, delimiter: str, line_end: str, excel: bool = False
    ) -> None:
        self._sink = sink
        self.prepare: Callable[[Rows], Any] = partial(
            delimited_lines, columns=columns, delimiter=delimiter, line_end=line_end
        )
        head = delimiter.join(quoted(column.id, delimiter) for column in columns) + line_end
        sink.write(((BYTE_ORDER_MARK if excel else "") + head).encode())

    def add(self, lines: Any) -> None:
        """Write the lines of a block."""
        self._sink.write(lines)

    def append(self, file: str) -> None:
        """Write the rows of a finished file of the same columns, without its head."""
        with Path(file).open("rb") as finished:
            finished.readline()
            copyfileobj(finished, self._sink)

    def close(self) -> None:
        """Nothing is left to be written."""

    def abandon(self) -> None:
        """Nothing is waiting to be written."""


class JsonRows:
    """Writes rows as JSON Lines, one object a line."""

    def __init__(self, sink: BinaryIO, columns: Sequence[Column]) -> None:
        self._sink = sink
        self.prepare: Callable[[Rows], Any] = partial(json_lines, columns=columns)

    def add(self, lines: Any) -> None:
        """Write the lines of a block."""
        self._sink.write(lines)

    def append(self, file: str) -> None:
        """Write the rows of a finished file of the same columns."""
        with Path(file).open("rb") as finished:
            copyfileobj(finished, self._sink)

    def close(self) -> None:
        """Nothing is left to be written."""

    def abandon(self) -> None:
        """Nothing is waiting to be written."""


def delimited_lines(rows: Rows, *, columns: Sequence[Column], delimiter: str, line_end: str) -> Any:
    """Give the lines of rows as bytes, their cells divided by a delimiter."""
    cells = []
    for column in columns:
        write = partial(_delimited_cell, delimiter=delimiter, free=column.kind == "text")
        cells.append(_cells(rows[column.id], write, ""))
    if len(cells) == 1:
        cells = [pc.if_else(pc.equal(cells[0], ""), '""', cells[0])]  # a single empty cell is not an empty line
    return _joined(cells, delimiter, "", line_end)


def json_lines(rows: Rows, *, columns: Sequence[Column]) -> Any:
    """Give the lines of rows as bytes, one JSON object each."""
    cells = []
    for column in columns:
        literal = _flag if column.kind == "flag" else dump
        missing = '""' if column.kind == "codes" else "null"
        cell = _cells(rows[column.id], literal, missing)
        cells.append(pc.binary_join_element_wise(dump(column.id), cell, ": "))
    return _joined(cells, ", ", "{", "}\n")


def _delimited_cell(text: str, *, delimiter: str, free: bool) -> str:
    return quoted(neutralised(text) if free else text, delimiter)


def _flag(text: str) -> str:
    return text


def _cells(values: Any, write: Callable[[str], str], missing: str) -> Any:
    """Give a column as the texts that are written."""
    if isinstance(values, Coded):
        names = pa.array([*(write(name) for name in values.names), missing], type=pa.string())
        return names.take(pa.array(np.where(values.codes < 0, len(values.names), values.codes)))
    return numbers_as_text(values).fill_null(missing)


def numbers_as_text(numbers: FloatArray) -> Any:
    """Write numbers as `plain_number` does; null where there is none.

    >>> numbers_as_text(np.array([2500.0, 0.1, np.nan, 1.5e12, 1e-7])).to_pylist()
    ['2500', '0.1', None, '1500000000000', '1e-07']
    """
    size = np.abs(numbers)
    odd = np.flatnonzero((size >= _PLAIN_UNTIL) | ((size < _PLAIN_FROM) & (size > 0)))
    texts = pa.array(numbers, from_pandas=True).cast(pa.string())
    if not len(odd):
        return texts
    mask = np.zeros(len(numbers), dtype=np.bool_)
    mask[odd] = True
    own = pa.array([plain_number(number) for number in numbers[odd].tolist()], type=pa.string())
    return pc.replace_with_mask(texts, pa.array(mask), own)


def _joined(cells: list[Any], delimiter: str, before: str, after: str) -> Any:
    """Join the cells of each row and the rows to bytes."""
    lines = pc.binary_join_element_wise(*cells, delimiter) if len(cells) > 1 else cells[0]
    lines = pc.binary_join_element_wise(before, lines, after, "")
    start, stop = lines.offset, lines.offset + len(lines)
    offsets = np.frombuffer(lines.buffers()[1], dtype=np.int32)
    return lines.buffers()[2].slice(int(offsets[start]), int(offsets[stop] - offsets[start]))
