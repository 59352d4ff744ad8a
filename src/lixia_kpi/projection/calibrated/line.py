"""How far values lie from a straight line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.products import times

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.workers import Workspace


def deviation_from_line(moves: FloatArray, workspace: Workspace) -> FloatArray:
    """Measure how far values lie from the straight line that fits them best: the root of the mean square.

    Parameters
    ----------
    moves : before the latest value, which is zero: shape (years − 1, columns), columns a multiple of 64 [units of
        scale].
    workspace : where the product is put.

    Returns
    -------
    FloatArray
        Shape (columns,); zero for two years [units of scale].

    Notes
    -----
    Source: least squares; the residuals are orthogonal to a constant and to a slope.

    Examples
    --------
    >>> from lixia_kpi.projection.workers import Workspace
    >>> moves = np.array([[-2.0], [-4.0]]).repeat(64, axis=1)
    >>> float(deviation_from_line(moves, Workspace())[0].round(6))
    1.414214
    """
    off = residual_map(len(moves) + 1)
    if not len(off):
        return np.zeros(moves.shape[1])
    left = times(off, moves, workspace.take("residual", len(off), moves.shape[1]))
    return np.asarray(np.sqrt(np.einsum("ts,ts->s", left, left)))


@cache
def residual_map(years: int) -> FloatArray:
    """Give the linear map from moves to coordinates whose length is the deviation from a straight line.

    The rows are orthogonal to each other, to a constant and to a slope, so that fewer of them do than there are years.

    Parameters
    ----------
    years : length of the series, the latest value included, which is zero; >= 2.

    Returns
    -------
    FloatArray
        Shape (years − 2, years − 1).

    Examples
    --------
    >>> residual_map(4).shape, float(np.linalg.norm(residual_map(4) @ [-3.0, -2.0, -1.0]).round(12))
    ((2, 3), 0.0)
    """
    line = np.vander(np.arange(years, dtype=np.float64), 2)
    basis = np.linalg.qr(line, mode="complete").Q[:, 2:]
    return np.ascontiguousarray(basis.T[:, :-1] / np.sqrt(years))
