"""What an expression measures: powers of dimensions and an exact scale, so that 亿元 / 万人 is 万元 a head."""

from __future__ import annotations

from math import gcd
from typing import NamedTuple

from lixia_kpi.units.parse import parse
from lixia_kpi.units.symbols import MEASURED
from lixia_kpi.units.unit import Factor

_PURE = {"percent": 100, "points": 100, "ratio": 1, "number": 1}
"""Dimensions that are pure numbers, and how many of them make 1."""


class Quantity(NamedTuple):
    """Dimensions with their powers, sorted, and how many base units one unit of the figure counts.

    `unit` is the printed unit where the figure is that of one indicator, else empty; `bare` where only numbers were
    written, which have no unit at all.
    """

    powers: tuple[tuple[str, int], ...]
    numerator: int = 1
    denominator: int = 1
    unit: str = ""
    bare: bool = False


BARE = Quantity((), bare=True)


def quantity_of(unit: str) -> Quantity:
    """Give what a printed unit measures.

    Parameters
    ----------
    unit
        as printed.

    Returns
    -------
    Quantity
        a percentage is a pure number of one hundredth; a counter is a dimension of its own.

    Examples
    --------
    >>> quantity_of("亿元/万人").powers
    (('person', -1), ('yuan', 1))
    >>> quantity_of("%").denominator
    100
    """
    found = parse(unit)
    powers: dict[str, int] = {}
    numerator, denominator = found.numerator, found.denominator
    for position, name in enumerate(found.dimension.split("/")):
        power = -1 if position else 1
        if name not in _PURE:
            powers[name] = powers.get(name, 0) + power
        elif power > 0:
            denominator *= _PURE[name]
        else:
            numerator *= _PURE[name]
    return _reduced(powers, numerator, denominator)._replace(unit=unit)


def product(left: Quantity, right: Quantity, *, divided: bool = False) -> Quantity:
    """Give what a product, or a quotient, measures.

    Parameters
    ----------
    left, right
        of the two operands.
    divided
        whether the first is divided by the second.

    Returns
    -------
    Quantity
        the powers added, or subtracted; it keeps the unit of one operand where the other is a bare number.
    """
    sign = -1 if divided else 1
    powers = dict(left.powers)
    for name, power in right.powers:
        powers[name] = powers.get(name, 0) + sign * power
    above, below = (right.denominator, right.numerator) if divided else (right.numerator, right.denominator)
    found = _reduced(powers, left.numerator * above, left.denominator * below)
    if left.bare and right.bare:
        return found._replace(bare=True)
    unit = left.unit if right.bare else right.unit if left.bare and not divided else ""
    return found._replace(unit=unit)


def factor_to(source: Quantity, target: Quantity) -> Factor | None:
    """Give the exact factor that puts a figure into the unit of another.

    Plans print a figure per head in the unit of its numerator (万元, not 万元/人): where only one of the two names
    counters (人, 户, 家 …), they are taken as understood; different counters never meet.

    Parameters
    ----------
    source, target
        of the two figures.

    Returns
    -------
    Factor or None
        None where they measure different things.

    Examples
    --------
    >>> factor_to(product(quantity_of("亿元"), quantity_of("万人"), divided=True), quantity_of("元"))
    Factor(numerator=10000, denominator=1)
    >>> factor_to(quantity_of("家"), quantity_of("座")) is None
    True
    """
    if source.powers != target.powers:
        measured, counted = _parted(source)
        others, other_counted = _parted(target)
        if measured != others or (counted and other_counted) or not measured:
            return None
    numerator = source.numerator * target.denominator
    denominator = source.denominator * target.numerator
    divisor = gcd(numerator, denominator)
    return Factor(numerator // divisor, denominator // divisor)


def counting_factor(source: Quantity, target: Quantity) -> Factor | None:
    """Give the factor by which a composed pure number becomes a count: 亿元 over 万元 a head is a number of people.

    Parameters
    ----------
    source
        of the formula.
    target
        of the unit that its author asks for.

    Returns
    -------
    Factor or None
        None where the first is not composed, or the second no counter.

    Examples
    --------
    >>> counting_factor(product(quantity_of("亿元"), quantity_of("万元"), divided=True), quantity_of("万人"))
    Factor(numerator=1, denominator=1)
    >>> counting_factor(quantity_of("%"), quantity_of("万人")) is None
    True
    """
    if source.powers or source.unit or source.bare or not target.powers or _parted(target)[0]:
        return None
    return factor_to(source._replace(powers=target.powers), target)


def is_percentage(quantity: Quantity) -> bool:
    """Tell whether a figure is a pure number counted in hundredths or otherwise not in ones."""
    return not quantity.powers and quantity.numerator != quantity.denominator


def shown_dimension(quantity: Quantity) -> str:
    """Name what a figure measures, for a message: its unit, else the dimensions, as `yuan/person`."""
    if quantity.unit:
        return quantity.unit
    above = [_power(name, power) for name, power in quantity.powers if power > 0]
    below = [_power(name, -power) for name, power in quantity.powers if power < 0]
    return "/".join(["·".join(above) or "1", *below])


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


def _parted(quantity: Quantity) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The measured dimensions of a quantity, and its counters."""
    measured = [item for item in quantity.powers if item[0] in MEASURED]
    return measured, [item for item in quantity.powers if item[0] not in MEASURED]


def _reduced(powers: dict[str, int], numerator: int, denominator: int) -> Quantity:
    divisor = gcd(numerator, denominator)
    left = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Quantity(left, numerator // divisor, denominator // divisor)
