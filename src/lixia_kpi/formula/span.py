"""A figure with the room it leaves: from `low` to `high`, printed as `value`."""

from __future__ import annotations

from math import inf, isnan
from typing import NamedTuple


class Span(NamedTuple):
    """A figure: what is printed, the least and the greatest that it can stand for.

    `one_sided` where a comparator (突破, 以上 …) leaves one side open, so that `value` is an end and no estimate.
    """

    low: float
    value: float
    high: float
    one_sided: bool = False


def exactly(value: float) -> Span:
    """Give a figure that leaves no room."""
    return Span(value, value, value)


def negative(span: Span) -> Span:
    """Give −x."""
    return Span(-span.high, -span.value, -span.low, span.one_sided)


def total(left: Span, right: Span) -> Span:
    """Give x + y."""
    one_sided = left.one_sided or right.one_sided
    return Span(left.low + right.low, left.value + right.value, left.high + right.high, one_sided)


def times(left: Span, right: Span) -> Span:
    """Give x · y: the least and the greatest of the products of the ends.

    >>> times(Span(2, 3, inf, True), Span(-1, 1, 1))
    Span(low=-inf, value=3, high=inf, one_sided=True)
    """
    corners = [_product(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    return Span(min(corners), left.value * right.value, max(corners), left.one_sided or right.one_sided)


def inverse(span: Span) -> Span | None:
    """Give 1 / x; None where x is printed as zero; everything is possible where only its span contains zero.

    >>> inverse(Span(2, 4, inf, True))
    Span(low=0.0, value=0.25, high=0.5, one_sided=True)
    """
    if span.value == 0:
        return None
    if span.low < 0 < span.high:
        return Span(-inf, 1 / span.value, inf, span.one_sided)
    low = -inf if span.high == 0 else 1 / span.high
    high = inf if span.low == 0 else 1 / span.low
    return Span(low, 1 / span.value, high, span.one_sided)


def _product(left: float, right: float) -> float:
    """A product of ends, in which zero times a bound without end is zero."""
    found = left * right
    return 0.0 if isnan(found) else found
