"""Conversion between units of one dimension, exact in the decimals that are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.units.parse import is_counter, parse
from lixia_kpi.units.unit import factor_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.units.unit import Factor


def conversion(source: str, target: str, *, also: Sequence[str] = ()) -> Factor | None:
    """Find the exact factor from one unit to another.

    Parameters
    ----------
    source, target
        units as printed.
    also
        counters that mean the same thing as `target` (座, 处); money, area and other measures cannot be declared equal.

    Returns
    -------
    Factor or None
        None where the units measure different things.

    Examples
    --------
    >>> conversion("万元", "亿元")
    Factor(numerator=1, denominator=10000)
    >>> conversion("万美元", "亿元") is None
    True
    """
    found, wanted = parse(source), parse(target)
    if found.dimension == wanted.dimension:
        return factor_between(found, wanted)
    if also and is_counter(source) and is_counter(target):
        for other in also:
            if parse(other).dimension == found.dimension:
                return factor_between(found, wanted)
    return None


def convert(value: float, source: str, target: str, *, also: Sequence[str] = ()) -> float | None:
    """Convert a value: value · source scale / target scale, rounded once.

    Parameters
    ----------
    value
        the value in `source`.
    source, target, also
        as for `conversion`.

    Returns
    -------
    float or None
        the value in `target`; None where the units measure different things.

    Examples
    --------
    >>> convert(228.29, "billion yuan", "亿元")
    2282.9
    >>> convert(200000, "square metres", "万平方米")
    20.0
    """
    factor = conversion(source, target, also=also)
    return None if factor is None else factor.apply(value)
