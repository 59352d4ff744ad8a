"""Yearly rates as statistical offices take them: a fall to zero is −100 %, two negative values give a rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import compound_rate

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def yearly_rate(start: FloatArray, end: FloatArray, years: FloatArray) -> FloatArray:
    """Give (end / start) ** (1 / years) − 1 for values of one sign.

    Unlike `compound_rate` it takes two negative values, and an end of zero, which is −100 % however many years it took.

    Parameters
    ----------
    start : not 0, (series,) [unit of the indicator].
    end : of the same sign or 0, (series,) [the same unit].
    years : > 0, (series,) [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN for a start of zero, a change of sign, a missing value, years that are not positive.

    Examples
    --------
    >>> a = np.array
    >>> yearly_rate(a([100.0, -2.0, 5.0, 1.0]), a([121.0, -8.0, 0.0, -1.0]), a([2.0, 2.0, 3.0, 1.0])).round(6).tolist()
    [0.1, 1.0, -1.0, nan]
    """
    one_sign = np.sign(start) == np.sign(end)
    rate = np.where(one_sign, compound_rate(np.abs(start), np.abs(end), years), np.nan)
    return np.where((end == 0) & (start != 0) & (years > 0), -1.0 + 0.0 * start, rate)


def rate_size(start: FloatArray, end: FloatArray, years: FloatArray) -> FloatArray:
    """Give |(end / start) ** (1 / years) − 1|, as complex arithmetic has it where the signs differ.

    For a negative quotient q the root has the angle π / years, so the size is √(ρ² − 2ρ cos(π / years) + 1) with
    ρ = |q| ** (1 / years). Open SDG's code divides by this size without noticing.

    Parameters
    ----------
    start, end : not 0, (series,) [unit of the indicator].
    years : > 0, (series,) [years].

    Returns
    -------
    FloatArray
        Fraction per year, ≥ 0; NaN where undefined.

    Examples
    --------
    >>> size = rate_size(np.array([100.0, -5.0]), np.array([200.0, 3.0]), np.array([15.0, 15.0]))
    >>> bool(np.allclose(size, [abs(2 ** (1 / 15) - 1), abs((3.0 / -5.0) ** (1 / 15) - 1)]))
    True
    """
    growth = 1 + compound_rate(np.abs(start), np.abs(end), years)
    crossing = (start < 0) != (end < 0)
    with np.errstate(all="ignore"):
        complex_size = np.sqrt(growth**2 - 2 * growth * np.cos(np.pi / years) + 1)
    return np.where(crossing, complex_size, np.abs(yearly_rate(start, end, years)))
