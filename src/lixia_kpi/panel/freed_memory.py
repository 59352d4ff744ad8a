"""Memory that is freed stays with the process: asking for it anew at every block costs a tenth of the time."""

from __future__ import annotations

import sys

MOST_BLOCK, MOST_KEPT = 32 << 20, 256 << 20
"""Bytes of the largest piece that is kept, and of all that is kept at the end of the heap."""

IN_ENVIRONMENT = {"MALLOC_MMAP_THRESHOLD_": str(MOST_BLOCK), "MALLOC_TRIM_THRESHOLD_": str(MOST_KEPT)}
"""The same for a process that is started."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3


def keep_freed_memory() -> bool:
    """Tell the C library of this process; says whether it can be told, as that of GNU can."""
    if sys.platform != "linux":
        return False
    from ctypes import CDLL

    try:
        tell = CDLL(None).mallopt
    except AttributeError:
        return False
    return bool(tell(_MMAP_THRESHOLD, MOST_BLOCK) and tell(_TRIM_THRESHOLD, MOST_KEPT))
