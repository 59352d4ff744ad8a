"""Numbers as a person reads them: few decimals, never cut, a bounded width."""

from __future__ import annotations

LONGEST = 9
"""Cells that a number may take; what is longer loses decimals, then goes to an exponent."""


def decimals_of(value: float) -> int:
    """Count the decimals that the shortest form of a number has; 0 for whole numbers and exponents.

    >>> decimals_of(1910.41), decimals_of(47.2), decimals_of(64.0)
    (2, 1, 0)
    """
    text = repr(float(value))
    if "e" in text or text.endswith(".0"):
        return 0
    return len(text) - text.index(".") - 1


def fixed(value: float, decimals: int) -> str:
    """Write a number with so many decimals, fewer where it would exceed `LONGEST` cells; no negative zero.

    >>> fixed(2714.512, 1), fixed(-0.0001, 2), fixed(123456789.5, 2), fixed(1.5e12, 0)
    ('2714.5', '0.00', '123456790', '1.5e+12')
    """
    for places in range(decimals, -1, -1):
        text = f"{value:.{places}f}"
        if len(text) <= LONGEST:
            return text[1:] if text.startswith("-") and not text.strip("-0.") else text
    return f"{value:.3g}"


def as_published(value: float) -> str:
    """Write a published number as it was, rounded to four decimals where a unit conversion left more.

    >>> as_published(1910.41), as_published(2500.0), as_published(0.30000000000000004)
    ('1910.41', '2500', '0.3')
    """
    return fixed(value, min(decimals_of(round(value, 4)), 4))


def signed(value: float, decimals: int) -> str:
    """Write a number with its sign; decimals are added until a small number is not shown as zero.

    >>> signed(214.51, 1), signed(-0.004, 2), signed(0.0, 1)
    ('+214.5', '-0.004', '0.0')
    """
    if value == 0:
        return fixed(0.0, decimals)
    while decimals < 6 and float(f"{value:.{decimals}f}") == 0:
        decimals += 1
    text = fixed(value, decimals)
    return "+" + text if value > 0 else text


def percent(fraction: float) -> str:
    """Write a fraction in whole percent.

    >>> percent(0.9202), percent(-0.4), percent(1.08)
    ('92%', '-40%', '108%')
    """
    text = f"{100 * fraction:.0f}"
    return ("0" if text == "-0" else text if len(text) < 7 else f"{100 * fraction:.1e}") + "%"


def chance(fraction: float) -> str:
    """Write a chance in whole percent; neither certainty nor impossibility is ever claimed.

    >>> chance(0.784), chance(0.0001), chance(0.9999)
    ('78%', '<1%', '>99%')
    """
    if fraction < 0.005:
        return "<1%"
    return ">99%" if fraction > 0.995 else f"{100 * fraction:.0f}%"


def rate(value: float) -> str:
    """Write a rate with two decimals, fewer from a thousand up, an exponent from ten million.

    >>> rate(5.527), rate(1234.5), rate(-0.001)
    ('5.53', '1234', '0.00')
    """
    if abs(value) >= 1e6:
        return f"{value:.1e}"
    text = f"{value:.{0 if abs(value) >= 1000 else 2}f}"
    return "0.00" if text == "-0.00" else text
