"""A unit as dimension and scale, and the exact factor between two of them."""

from __future__ import annotations

from math import copysign, gcd, inf, isfinite
from typing import NamedTuple


class Unit(NamedTuple):
    """One unit counts `numerator / denominator` base units of its dimension."""

    dimension: str
    numerator: int = 1
    denominator: int = 1


class Factor(NamedTuple):
    """An exact conversion factor, in lowest terms."""

    numerator: int = 1
    denominator: int = 1

    def apply(self, value: float) -> float:
        """Multiply a value as it is printed, and round once: value · numerator / denominator.

        Parameters
        ----------
        value
            the value in the source unit; its shortest decimal form is what is multiplied.

        Returns
        -------
        float
            the nearest float to the exact product in the target unit.

        Examples
        --------
        >>> Factor(10, 1).apply(228.29)
        2282.9
        """
        if self.numerator == self.denominator or not isfinite(value):
            return value
        mantissa, _, exponent = repr(value).partition("e")
        whole, _, fraction = mantissa.partition(".")
        power = int(exponent or 0) - len(fraction)
        numerator = int(whole + fraction) * self.numerator
        denominator = self.denominator
        if power >= 0:
            numerator *= 10**power
        else:
            denominator *= 10**-power
        try:
            return numerator / denominator
        except OverflowError:
            return copysign(inf, value)


def factor_between(source: Unit, target: Unit) -> Factor:
    """Give the factor by which a value in `source` becomes one in `target`, whatever the dimensions.

    Parameters
    ----------
    source, target
        the units; the caller has seen that they may be converted.

    Returns
    -------
    Factor
        source scale / target scale, exact.

    Examples
    --------
    >>> factor_between(Unit("yuan", 10**4), Unit("yuan", 10**8))
    Factor(numerator=1, denominator=10000)
    """
    numerator = source.numerator * target.denominator
    denominator = source.denominator * target.numerator
    divisor = gcd(numerator, denominator)
    return Factor(numerator // divisor, denominator // divisor)
