"""Parquet: columns with their types, texts by dictionary, many blocks to a row group."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from lixia_kpi.panel.coded import Coded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.tables.table import Column

ROWS_IN_A_GROUP = 1 << 17


class ParquetRows:
    """Writes rows as Parquet; `close` writes what is left and the end of the file.

    Parameters
    ----------
    sink
        takes the bytes.
    columns
        what is written, in order.
    """

    def __init__(self, sink: BinaryIO, columns: Sequence[Column]) -> None:
        self.prepare: Callable[[Rows], Any] = partial(record_batch, columns=columns)
        self._schema = _schema(columns)
        texts = [column.id for column in columns if column.kind != "number"]
        self._writer = pq.ParquetWriter(sink, self._schema, use_dictionary=texts, compression="snappy")
        self._waiting: list[Any] = []
        self._count = 0

    def add(self, batch: Any) -> None:
        """Take the rows of a block as Arrow columns."""
        start = 0
        while self._count + batch.num_rows - start >= ROWS_IN_A_GROUP:
            stop = start + ROWS_IN_A_GROUP - self._count
            self._waiting.append(batch.slice(start, stop - start))
            self._write()
            start = stop
        if start < batch.num_rows:
            self._waiting.append(batch.slice(start))
            self._count += batch.num_rows - start

    def append(self, file: str) -> None:
        """Take the rows of a finished file of the same columns."""
        with pq.ParquetFile(file) as finished:
            for group in range(finished.num_row_groups):
                for batch in finished.read_row_group(group).to_batches():
                    self.add(batch)

    def close(self) -> None:
        """Finish the file."""
        self._write()
        self._writer.close()

    def abandon(self) -> None:
        """Leave the file as it is: nothing is written into the sink any more, not even when this writer goes."""
        self._writer.is_open = False

    def _write(self) -> None:
        if self._waiting:
            table = pa.Table.from_batches(self._waiting, self._schema).unify_dictionaries().combine_chunks()
            columns = [_in_order(column) for column in table.columns]
            self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema), row_group_size=table.num_rows)
            self._waiting, self._count = [], 0


def _in_order(column: Any) -> Any:
    """Number the texts of a column in the order in which they come, whatever blocks they came in."""
    if not pa.types.is_dictionary(column.type):
        return column
    chunk = column.chunk(0)
    if len(chunk.dictionary) == (1 if chunk.null_count < len(chunk) else 0):
        return column
    codes = chunk.indices.dictionary_encode()
    return pa.DictionaryArray.from_arrays(codes.indices, chunk.dictionary.take(codes.dictionary))


def record_batch(rows: Rows, *, columns: Sequence[Column]) -> Any:
    """Give rows as an Arrow record batch of these columns."""
    arrays = [arrow_column(rows[column.id], column) for column in columns]
    return pa.RecordBatch.from_arrays(arrays, schema=_schema(columns))


def arrow_column(values: Any, column: Column) -> Any:
    """Give a column of rows as an Arrow array of its type; what is missing is null."""
    if isinstance(values, Coded):
        codes = pa.array(values.codes.astype(np.int32), mask=values.codes < 0)
        if column.kind == "flag":
            return pa.DictionaryArray.from_arrays(codes, pa.array([name == "true" for name in values.names])).cast(
                pa.bool_()
            )
        return pa.DictionaryArray.from_arrays(codes, pa.array(values.names, type=pa.string()))
    if column.kind == "integer":
        missing = np.isnan(values)
        return pa.array(np.where(missing, 0, values).astype(np.int32), mask=missing)
    return pa.array(values, from_pandas=True)


def _schema(columns: Sequence[Column]) -> Any:
    return pa.schema([(column.id, _type(column)) for column in columns])


def _type(column: Column) -> Any:
    if column.kind in ("integer", "number"):
        return pa.int32() if column.kind == "integer" else pa.float64()
    return pa.bool_() if column.kind == "flag" else pa.dictionary(pa.int32(), pa.string())
