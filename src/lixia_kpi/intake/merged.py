"""Merged cells: which cell holds the text of each cell that one covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MOST_CELLS = 500_000
"""Cells that are looked at, so that ranges laid over each other by the thousand take no more than a second."""

Range = tuple[int, int, int, int]


def origins(
    ranges: Iterable[Range], *, rows: range, columns: Collection[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Give for each covered cell of these rows and columns the first cell of its range.

    Parameters
    ----------
    ranges
        first row, first column, last row, last column of each, from 0.
    rows, columns
        those that are asked for.

    Returns
    -------
    dict
        by row and column.

    Examples
    --------
    >>> origins([(1, 0, 2, 1)], rows=range(0, 9), columns=(0,))
    {(1, 0): (1, 0), (2, 0): (1, 0)}
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    seen = 0
    for first_row, first_column, last_row, last_column in ranges:
        covered = [column for column in columns if first_column <= column <= last_column]
        span = range(max(first_row, rows.start), min(last_row + 1, rows.stop))
        seen += 1 + len(covered) * len(span)
        if seen > _MOST_CELLS:
            break
        for row in span:
            for column in covered:
                found[row, column] = first_row, first_column
    return found
