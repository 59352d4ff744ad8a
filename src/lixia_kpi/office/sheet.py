"""What a workbook or a delimited file holds once it is read: sheets of cells, whatever program wrote them."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """One cell.

    Parameters
    ----------
    text
        as a person sees or would type it, without grouping that only the number format adds: `1234.5`, `12.5%`,
        `2021-12-31` for a date, `2021年` for one that shows its year alone, `TRUE`, `#REF!`, and with what the number
        format writes beside the number (`12万元`); a cell of text keeps its characters, blanks at its ends included.
        Empty when the cell is.
    number
        as stored: 0.125 for 12.5 %; None for text, dates, times, truth values, errors and CSV.
    percent
        whether the number format is a percentage.
    fault
        why the cell has no value although it is not empty: `error_cell` or `formula_without_value`; else empty.
    unit_shown
        the words that the number format writes behind the number (`万元` for the format `0.00"万元"`), also in `text`.
    """

    text: str
    number: float | None = None
    percent: bool = False
    fault: str = ""
    unit_shown: str = ""


EMPTY = Cell("")


class Sheet(NamedTuple):
    """One sheet; `rows[0][0]` is always A1 and all rows are equally long, up to the last cell that holds something.

    Parameters
    ----------
    name
        as on its tab; empty for a delimited file.
    rows
        the cells; those of a merged range stand in its first cell alone, the others are empty.
    merged
        first row, first column, last row, last column of each merged range, counted from 0.
    hidden
        whether the sheet is hidden; its cells are read like any other.
    hidden_rows, hidden_columns
        which rows and columns do not show, counted from 0; their cells are read like any other.
    """

    name: str
    rows: list[list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def column_letters(column: int) -> str:
    """Name a column as spreadsheets do.

    Parameters
    ----------
    column
        counted from 0.

    Returns
    -------
    str
        its letters.

    Examples
    --------
    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Name a cell as spreadsheets do.

    Parameters
    ----------
    row, column
        counted from 0.

    Returns
    -------
    str
        the letters of the column, then the number of the row.

    Examples
    --------
    >>> address(4, 2), address(1048575, 16383)
    ('C5', 'XFD1048576')
    """
    return f"{column_letters(column)}{row + 1}"
