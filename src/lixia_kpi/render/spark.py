"""A trend line in a cell: one block a year."""

from __future__ import annotations


def sparkline(trend: tuple[tuple[int, float], ...], first: int, last: int, blocks: str) -> str:
    """Draw yearly values as blocks between their own least and greatest, a blank where a year is missing.

    Parameters
    ----------
    trend
        (year, value) pairs.
    first, last
        the years of the first and the last block.
    blocks
        the blocks from lowest to highest; with none there is no line.

    Examples
    --------
    >>> sparkline(((2020, 1.0), (2021, 2.0), (2023, 4.0)), 2020, 2023, "▁▂▃▄▅▆▇█")
    '▁▃ █'
    """
    shown = {year: value for year, value in trend if first <= year <= last}
    if not blocks or len(shown) < 2:
        return ""
    low, high = min(shown.values()), max(shown.values())
    steps = len(blocks) - 1
    line = ""
    for year in range(first, last + 1):
        value = shown.get(year)
        if value is None:
            line += " "
        elif high == low:
            line += blocks[steps // 2]
        else:
            line += blocks[int((value - low) / (high - low) * steps + 0.5)]
    return line
