"""How far values lie from a straight line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


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
