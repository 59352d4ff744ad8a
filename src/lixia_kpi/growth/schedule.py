"""Elapsed time of a plan period: the share of the years that are gone (时序进度)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def elapsed_share(baseline_year: ArrayLike, year: ArrayLike, target_year: ArrayLike) -> FloatArray:
    """Give the share of the period that is gone at the end of a year.

    (year − baseline_year) / (target_year − baseline_year).

    Parameters
    ----------
    baseline_year : y0, any shape [calendar year].
    year : t, usually the year of the latest observation, broadcastable [calendar year].
    target_year : Y > y0, broadcastable [calendar year].

    Returns
    -------
    FloatArray
        Fraction: 0 in the baseline year, 1 in the target year; NaN where the period has no length.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: time progress as used in evaluations of five-year plans (three of five years are 60 %).

    Examples
    --------
    >>> float(elapsed_share(2020, 2023, 2025))
    0.6
    """
    y0, t, y = floats(baseline_year, year, target_year)
    with np.errstate(all="ignore"):
        return defined((t - y0) / (y - y0), y > y0)
