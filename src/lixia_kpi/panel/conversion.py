"""Conversion of many values between units, each rounded once as `units.convert` does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.units.unit import Factor

MOST_DECIMALS = 9
_EXACT = 2.0**53


def converted(values: FloatArray, factor: Factor) -> FloatArray:
    """Multiply values as they are printed and round once: value · numerator / denominator.

    A value of few decimals is a whole number over a power of ten; where its product with the factor stays below 2 ** 53
    one division gives the nearest float. Others go one by one.

    Parameters
    ----------
    values : any shape, NaN where missing [source unit].
    factor : source scale over target scale.

    Returns
    -------
    FloatArray
        [target unit].

    Examples
    --------
    >>> from lixia_kpi.units.unit import Factor
    >>> converted(np.array([228.29, np.nan, 1 / 3]), Factor(10, 1)).tolist()
    [2282.9, nan, 3.333333333333333]
    """
    if factor.numerator == factor.denominator:
        return values
    result = np.full(values.shape, np.nan)
    open_ = ~np.isnan(values)
    for places in range(MOST_DECIMALS + 1):
        if not open_.any():
            return result
        with np.errstate(all="ignore"):
            whole = np.rint(values * 10.0**places)
            product = whole * factor.numerator
            exact = open_ & (whole / 10.0**places == values) & (np.abs(product) < _EXACT)
        if 10.0**places * factor.denominator < _EXACT:
            result[exact] = product[exact] / (10.0**places * factor.denominator)
            open_ &= ~exact
    rest = np.nonzero(open_)
    result[rest] = [factor.apply(value) for value in values[rest].tolist()]
    return result
