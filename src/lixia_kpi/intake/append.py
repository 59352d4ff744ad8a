"""Rows added to a file of actuals: what stands in it stays as it is, byte for byte, unless a column is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lixia_kpi.actuals.header import TIDY, read_header
from lixia_kpi.actuals.rows import read_rows
from lixia_kpi.problems import InputError, Place, Problem
from lixia_kpi.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.actuals.observation import Observation

_BOM = b"\xef\xbb\xbf"
_NEW = ("id", "year", "period", "value", "unit", "status", "published", "source", "note")
_USUAL = {"period": "full-year", "status": "actual"}
_FORMULA = ("=", "+", "-", "@")


def appended(data: bytes | None, rows: Sequence[Observation], *, file: str) -> bytes:
    r"""Add observations at the end of a file of actuals in the tidy form.

    Encoding, byte order mark, line ends, delimiter and the order of the columns stay; a column that a row needs and
    that is not there (period, status, published, source, note) is added at the end of every row.

    Parameters
    ----------
    data
        the present content; None where there is no file.
    rows
        what is added, in this order.
    file
        its name as the user gave it.

    Returns
    -------
    bytes
        the new content; the same where there are no rows.

    Raises
    ------
    InputError
        `wide_actuals` where each year has a column of its own; `encoding_too_small` where the file would not be known
        as GB18030 any more, for its rare characters; whatever makes the file unreadable.

    Examples
    --------
    >>> from lixia_kpi.actuals.observation import Observation
    >>> row = Observation("gdp", 2023, 2446.9, "亿元", Place("a"), published="2024-02-01", decimals=2)
    >>> appended(b"id,year,value,unit\r\ngdp,2022,2282.9,x\r\n", [row], file="a.csv").decode()
    'id,year,value,unit,published\r\ngdp,2022,2282.9,x,\r\ngdp,2023,2446.90,亿元,2024-02-01\r\n'
    """
    if not rows:
        return data or b""
    needed = [name for name in TIDY[4:] if any(_cell(row, name) != _USUAL.get(name, "") for row in rows)]
    if data is None or not data.removeprefix(_BOM).strip():
        columns = [name for name in _NEW if name in TIDY[:4] or name in needed]
        lines = [",".join(columns), *(_line(row, columns, ",") for row in rows)]
        return (data or b"") + ("\n".join(lines) + "\n").encode()
    text, delimiter, columns = _opened(data, file)
    ends = re.search("\r\n|\n|\r", text)
    end = ends[0] if ends else "\n"
    missing = [name for name in needed if name not in columns]
    if missing:
        text = _widened(text, missing, delimiter)
        columns += missing
    if not text.endswith(("\n", "\r")):
        text += end
    text += "".join(_line(row, columns, delimiter) + end for row in rows)
    result = (_BOM if data.startswith(_BOM) else b"") + text.encode(_encoding(data))
    if decode(result, file=file)[0] is None:
        raise InputError([Problem("encoding_too_small", Place(file), details={"encoding": _encoding(data).upper()})])
    return result


def _opened(data: bytes, file: str) -> tuple[str, str, list[str]]:
    """The text with its own line ends, its delimiter and the fields of its columns (`""` for one that is not read)."""
    plain, problems = decode(data, file=file)
    if plain is None:
        raise InputError(problems)
    rows, problems = read_rows(plain, file=file)
    header, faults = read_header(rows[0], file=file)
    if errors := [problem for problem in (*problems, *faults) if problem.severity == "error"]:
        raise InputError(errors)
    if header.is_wide:
        raise InputError([Problem("wide_actuals", Place(file, rows[0].line, 1))])
    fields = {at: name for name, at in header.names.items()}
    columns = [fields.get(at, "") for at in range(header.size)]
    return data.removeprefix(_BOM).decode(_encoding(data)), rows[0].delimiter, columns


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _widened(text: str, names: Sequence[str], delimiter: str) -> str:
    """Add cells at the end of every record: names to the first, nothing to the others; blank lines stay blank."""
    bare = f'[^{delimiter}"\r\n][^{delimiter}\r\n]*'
    cell = f'(?:"(?:[^"]|"")*"|{bare})?'
    record = re.compile(f"{cell}(?:{re.escape(delimiter)}{cell})*")
    pieces: list[str] = []
    at, more = 0, delimiter + delimiter.join(names)
    while at < len(text):
        found = record.match(text, at)
        assert found is not None
        pieces.append(found[0])
        if found[0].strip():
            pieces.append(more)
            more = delimiter * len(names)
        at = found.end()
        if at < len(text):  # a line end, or text behind a closing quote, which the reader has refused
            step = 2 if text.startswith("\r\n", at) else 1
            pieces.append(text[at : at + step])
            at += step
    return "".join(pieces)


def _line(row: Observation, columns: Sequence[str], delimiter: str) -> str:
    return delimiter.join(_quoted(_cell(row, name), delimiter) if name else "" for name in columns)


def _cell(row: Observation, name: str) -> str:
    """The text of a field; a number with the decimals that were printed."""
    if name == "value":
        fixed = f"{row.value:.{row.decimals}f}"
        return fixed if float(fixed) == row.value else repr(row.value).removesuffix(".0")
    value = getattr(row, name)
    text = "" if value is None else " ".join(str(value).split())
    return "'" + text if name in ("source", "note") and text.startswith(_FORMULA) else text


def _quoted(text: str, delimiter: str) -> str:
    return '"' + text.replace('"', '""') + '"' if '"' in text or delimiter in text else text
