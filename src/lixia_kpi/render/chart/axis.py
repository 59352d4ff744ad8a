"""An axis of round numbers."""

from __future__ import annotations

import math
from typing import NamedTuple


class Axis(NamedTuple):
    """The least and the greatest value of an axis, its ticks, and the decimals that they need."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int

    def share(self, value: float) -> float:
        """Give where a value lies, 0 at the low end and 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def axis_for(values: list[float], *, ticks: int = 6) -> Axis:
    """Span an axis over values by steps of 1, 2 or 5 times a power of ten.

    Parameters
    ----------
    values
        at least one number; equal numbers get an axis around them.
    ticks
        about how many ticks there are to be.

    Examples
    --------
    >>> axis_for([1910.4, 2714.5])
    Axis(low=1800.0, high=2800.0, ticks=(1800.0, 2000.0, 2200.0, 2400.0, 2600.0, 2800.0), decimals=0)
    """
    low, high = min(values), max(values)
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        margin = abs(high) / 10 or 1.0
        low, high = low - margin, high + margin
    step = _round_step((high - low) / (ticks - 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    marks = tuple(float(f"{k * step:.12g}") for k in range(first, last + 1))
    return Axis(marks[0], marks[-1], marks, decimals)


def _round_step(least: float) -> float:
    """Round a step up to 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * (1 - 1e-9))
