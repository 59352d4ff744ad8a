"""CSV text to rows that know the line and column of each cell."""

from __future__ import annotations

from typing import NamedTuple

from lixia_kpi.problems import Place, Problem

MAX_ROWS = 1_000_000
_DELIMITERS = (",", ";", "\t")
_LONGEST_CELL = 100_000
_MOST_BROKEN_QUOTES = 100


class Row(NamedTuple):
    """A record: its cells, the line it begins in, and its text as it stands in the file."""

    line: int
    cells: list[str]
    text: str
    delimiter: str

    def place(self, index: int, file: str) -> Place:
        """Give the place where a cell begins; the end of the record for a cell that is not there."""
        if '"' not in self.text:
            before = self.cells[:index]
            return Place(file, self.line, sum(map(len, before)) + len(before) + 1)
        starts = _split(self.text, 0, self.delimiter)[1]
        return _place(self.text, starts[index] if index < len(starts) else len(self.text), self.line, file)


def read_rows(text: str, *, file: str) -> tuple[list[Row], list[Problem]]:
    r"""Split CSV text (RFC 4180) into rows; comma, semicolon or tab divides, whichever the header has most of.

    Parameters
    ----------
    text
        the decoded file with LF line ends.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the rows that are not empty, and the problems: `broken_quotes`, `too_many_rows`.

    Examples
    --------
    >>> rows, _ = read_rows('id;unit\ngdp;"亿""元"', file="a.csv")
    >>> rows[1].cells, str(rows[1].place(1, "a.csv"))
    (['gdp', '亿"元'], 'a.csv:2:5')
    """
    header = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows: list[Row] = []
    problems: list[Problem] = []
    start, number = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        cells = None
        if text.find('"', start, end) < 0:
            cells = text[start:end].split(delimiter)
        else:
            cells, _, stop = _split(text, start, delimiter)
            if cells is None:
                place = _place(text[start : stop + 1], stop - start, number, file)
                problems.append(Problem("broken_quotes", place))
            else:
                end = stop
        if cells is not None and any(map(str.strip, cells)):
            rows.append(Row(number, cells, text[start:end], delimiter))
        if len(rows) > MAX_ROWS or len(problems) > _MOST_BROKEN_QUOTES:
            limit = MAX_ROWS if len(rows) > MAX_ROWS else _MOST_BROKEN_QUOTES
            problems.append(Problem("too_many_rows", Place(file, number), details={"limit": limit}))
            break
        number += 1 + text.count("\n", start, end)
        start = end + 1
    return rows, problems


def _split(text: str, start: int, delimiter: str) -> tuple[list[str] | None, list[int], int]:
    """Split the record that begins at an offset into cells.

    Returns the cells (None where a quote is not closed, or is closed within a cell), the offsets at which they begin,
    and the offset at which the record ends or the quote stands.
    """
    cells: list[str] = []
    starts: list[int] = []
    at = start
    while True:
        starts.append(at)
        if text[at : at + 1] == '"':
            close = _closing_quote(text, at)
            if close < 0 or text[close + 1 : close + 2] not in ("", "\n", delimiter):
                return None, starts, at
            cells.append(text[at + 1 : close].replace('""', '"'))
            at = close + 1
        else:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            divider = text.find(delimiter, at, end)
            divider = end if divider < 0 else divider
            cells.append(text[at:divider])
            at = divider
        if text[at : at + 1] in ("", "\n"):
            return cells, starts, at
        at += 1


def _closing_quote(text: str, opening: int) -> int:
    """Find the quote that closes a cell, past doubled ones; -1 where there is none within a sensible length."""
    at = opening + 1
    while True:
        at = text.find('"', at, opening + _LONGEST_CELL)
        if at < 0 or text[at + 1 : at + 2] != '"':
            return at
        at += 2


def _place(text: str, offset: int, line: int, file: str) -> Place:
    return Place(file, line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))
