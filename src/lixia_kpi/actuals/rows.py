"""CSV text to rows that know the line and column of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_ROWS = 1_000_000
_DELIMITERS = (",", ";", "\t")
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
        line, column = _start_of_cell(self.text, self.delimiter, index)
        return Place(file, self.line + line, column)


def read_rows(text: str, *, file: str) -> tuple[list[Row], list[Problem]]:
    r"""Split CSV text into rows; the first is the header, and names the delimiter by its form.

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
    lines = text.split("\n")
    header = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=header.count)
    rows: list[Row] = []
    problems: list[Problem] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if '"' not in line:
            if line.strip() and line.strip(delimiter + " \t"):
                rows.append(Row(number + 1, line.split(delimiter), line, delimiter))
            number += 1
        else:
            row, used = _quoted(lines, number, delimiter)
            if row is None:
                problems.append(Problem("broken_quotes", _last_quote(line, number + 1, file)))
            elif any(map(str.strip, row.cells)):
                rows.append(row)
            number += used
        if len(rows) > MAX_ROWS or len(problems) > _MOST_BROKEN_QUOTES:
            problems.append(Problem("too_many_rows", Place(file, number), details={"limit": MAX_ROWS}))
            break
    return rows, problems


def _quoted(lines: Sequence[str], first: int, delimiter: str) -> tuple[Row | None, int]:
    """Read the record that begins in a line with quotes, and tell how many lines it takes."""
    import csv

    def following() -> Iterator[str]:
        for index in range(first, len(lines)):
            yield lines[index] + "\n"

    reader = csv.reader(following(), delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return None, 1
    used = reader.line_num
    return Row(first + 1, cells, "\n".join(lines[first : first + used]), delimiter), used


def _last_quote(line: str, number: int, file: str) -> Place:
    return Place(file, number, line.rfind('"') + 1)


def _start_of_cell(text: str, delimiter: str, index: int) -> tuple[int, int]:
    """Count lines (from 0) and columns (from 1) up to where the cell of that index begins."""
    seen = line = 0
    column = 1
    quoted = False
    at_start = True
    for character in text:
        if seen == index and at_start:
            break
        if character == '"' and (quoted or at_start):
            quoted = not quoted
            at_start = False
        elif quoted or character != delimiter:
            at_start = False
        else:
            seen += 1
            at_start = True
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return line, column
