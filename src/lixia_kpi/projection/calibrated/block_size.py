"""How many series are worked on together, by one worker or where several share a batch."""

from __future__ import annotations

from lixia_kpi.projection.calibrated.products import full_width

BLOCK = 8192
"""Most series in a block: smaller ones stay nearer in the cache, larger ones take fewer steps; measured."""

SHARED_BLOCK = 32_768
"""The same where several threads work: they wait for each other between steps, so that few long ones are better."""


def size_for(workers: int, series: int) -> int:
    """Give the most series in a block where so many threads work: at least two blocks for each of them.

    Examples
    --------
    >>> size_for(1, 10**6), size_for(2, 10**6), size_for(2, 40_000)
    (8192, 32768, 10048)
    """
    if workers == 1:
        return BLOCK
    return min(SHARED_BLOCK, max(BLOCK, full_width(-(-series // (2 * workers)))))
