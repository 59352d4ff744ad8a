"""Text with cells between commas, semicolons or tabs: one sheet of text cells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import RefusedError
from lixia_kpi.office.sheet import Cell

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Sheet

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 50


def read_delimited(text: str) -> list[Sheet]:
    r"""Read delimited text; empty lines keep their row, so that an address means the same as in a spreadsheet.

    Parameters
    ----------
    text
        the decoded file with LF line ends.

    Returns
    -------
    list of Sheet
        one sheet without a name; all its cells are text.

    Raises
    ------
    RefusedError
        `broken_quotes` with the row, or where a limit is passed.

    Examples
    --------
    >>> [[cell.text for cell in row] for row in read_delimited('表1\n指标;"2021;年"\n')[0].rows]
    [['表1', ''], ['指标', '2021;年']]
    """
    grid = Grid("", Budget())
    records = csv.reader(io.StringIO(text), delimiter=delimiter_of(text), strict=True)
    row = 0
    while True:
        line = records.line_num
        try:
            cells = next(records)
        except StopIteration:
            break
        except csv.Error as fault:
            if "field limit" in str(fault):
                limit = csv.field_size_limit()
                raise RefusedError("text_too_long", {"part": "CSV", "limit": limit}, row=line, column=0) from fault
            raise RefusedError("broken_quotes", row=line, column=0) from fault
        for column, cell in enumerate(cells):
            if cell:
                grid.put(row, column, Cell(cell))
        row += 1
    return [grid.sheet()]


def delimiter_of(text: str) -> str:
    r"""Find what divides the cells: the character that divides most of the first lines, then the most frequent.

    Parameters
    ----------
    text
        the decoded file.

    Returns
    -------
    str
        comma where nothing divides anything.

    Examples
    --------
    >>> delimiter_of("统计表, 2021\nid\tunit\ngdp\t亿元"), delimiter_of("a;b\n1,5;2,5")
    ('\t', ';')
    """
    sample = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    lines = [_unquoted(line) for line in sample]

    def merit(delimiter: str) -> tuple[int, int, int]:
        counts = [line.count(delimiter) for line in lines if line.strip()]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        divided = sum(count > 0 for count in counts)
        return (divided, counts.count(usual) if usual else 0, sum(counts))

    return max(_DELIMITERS, key=merit)


def _unquoted(line: str) -> str:
    """Leave out what stands between quotation marks."""
    return "".join(line.split('"')[::2])
