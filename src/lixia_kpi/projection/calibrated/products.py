"""Matrix products whose result for a series does not depend on which series stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray

WIDTH = 64
"""Series that are multiplied at a time: a library for matrices adds up in an order that depends on the shape."""


def full_rows(series: int) -> IntArray:
    """Give row numbers of a batch, the last one repeated until they fill whole widths.

    Parameters
    ----------
    series : rows of the batch, >= 1.

    Returns
    -------
    IntArray
        Shape (a multiple of 64,).

    Examples
    --------
    >>> full_rows(3).size, full_rows(3)[:4].tolist(), full_rows(65).size
    (64, [0, 1, 2, 2], 128)
    """
    return np.minimum(np.arange(-(-series // WIDTH) * WIDTH), series - 1)


def times(matrix: FloatArray, columns: FloatArray) -> FloatArray:
    """Multiply a matrix with columns, one a series.

    Parameters
    ----------
    matrix : shape (outputs, inputs).
    columns : shape (inputs, series), series a multiple of 64.

    Returns
    -------
    FloatArray
        Shape (outputs, series); each column the same bits whatever the others hold.

    Examples
    --------
    >>> times(np.ones((1, 2)), np.ones((2, 64)))[0, :2].tolist()
    [2.0, 2.0]
    """
    inputs, series = columns.shape
    blocks = columns.reshape(inputs, series // WIDTH, WIDTH).transpose(1, 0, 2)
    return np.asarray(np.matmul(matrix, blocks).transpose(1, 0, 2).reshape(matrix.shape[0], series))
