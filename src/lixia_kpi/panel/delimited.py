"""Delimited files, plain or packed, as a stream of Arrow record batches."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.csv as pv

from lixia_kpi.panel.form import NUMBERS
from lixia_kpi.panel.row_batch import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.panel.form import Form
    from lixia_kpi.panel.sources import Source

BLOCK = 4 << 20
"""Bytes that are read at a time."""

_LOOKED_AT = 1 << 20


@contextmanager
def open_delimited(
    source: Source, form: Form | None, ragged: Callable[[str], None] | None, *, as_text: bool = False
) -> Iterator[Any]:
    """Open a delimited file for reading in batches.

    Parameters
    ----------
    source : the file.
    form : which columns are read and what they hold; None for the header alone.
    ragged : is told the lines with too few or too many cells.
    as_text : read figures as text, too.
    """

    def skip(row: Any) -> str:
        if ragged is not None:
            ragged(row.text)
        return "skip"

    with pa.OSFile(source.name, "rb") as file:
        stream = pa.CompressedInputStream(file, source.compression) if source.compression else file
        yield pv.open_csv(
            stream,
            read_options=pv.ReadOptions(block_size=BLOCK, encoding=_encoding(source)),
            parse_options=pv.ParseOptions(
                delimiter=source.delimiter, newlines_in_values=False, invalid_row_handler=skip
            ),
            convert_options=_types(form, as_text=as_text),
        )


def _types(form: Form | None, *, as_text: bool) -> Any:
    if form is None:
        return pv.ConvertOptions()
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
    with pa.OSFile(source.name, "rb") as file:
        stream = pa.CompressedInputStream(file, source.compression) if source.compression else file
        start = stream.read(_LOOKED_AT)
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(start) - 4:
            return "gb18030"
    return "utf-8"
