"""How many series are worked on together, by one worker or where several share a batch."""

from __future__ import annotations

from lixia_kpi.projection.calibrated.products import full_width

BLOCK = 8192
"""Most series in a block: smaller ones stay nearer in the cache, larger ones take fewer steps; measured."""

SHARED_BLOCK = 32_768
"""The same where several threads work: they wait for each other between steps, so that few long ones are better."""


def size_for(workers: int, series: int) -> int:
    """Give the most series in a block: where several threads work, as many blocks for each of them, two at least.

    Examples
    --------
    >>> size_for(1, 10**6), size_for(2, 10**6), size_for(2, 40_000)
    (8192, 31296, 10048)
    """
    if workers == 1:
        return BLOCK
    each = max(2, -(-series // (workers * SHARED_BLOCK)))
    return max(BLOCK, full_width(-(-series // (workers * each))))
