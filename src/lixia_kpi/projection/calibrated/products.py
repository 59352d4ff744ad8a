"""Matrix products whose result for a series does not depend on which series stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

WIDTH = 64
"""Series that are multiplied at a time: a library for matrices adds up in an order that depends on the shape."""


def full_width(series: int) -> int:
    """Give the number of columns that hold so many series in whole widths.

    Parameters
    ----------
    series : number of series, >= 1.

    Returns
    -------
    int
        The next multiple of 64.

    Examples
    --------
    >>> full_width(3), full_width(64), full_width(65)
    (64, 64, 128)
    """
    return -(-series // WIDTH) * WIDTH


def times(matrix: FloatArray, columns: FloatArray, out: FloatArray) -> FloatArray:
    """Multiply a matrix with columns, one a series.

    Parameters
    ----------
    matrix : shape (outputs, inputs).
    columns : shape (inputs, series), series a multiple of 64.
    out : where the product is put, shape (outputs, series), rows without holes.

    Returns
    -------
    FloatArray
        `out`; each column the same bits whatever the others hold.

    Examples
    --------
    >>> times(np.ones((1, 2)), np.ones((2, 64)), np.empty((1, 64)))[0, :2].tolist()
    [2.0, 2.0]
    """
    np.matmul(matrix, _blocks(columns), out=_blocks(out))
    return out


def _blocks(columns: FloatArray) -> FloatArray:
    """See (rows, series) as (widths, rows, 64); splitting the last axis never copies."""
    rows, series = columns.shape
    return columns.reshape(rows, series // WIDTH, WIDTH).transpose(1, 0, 2)
