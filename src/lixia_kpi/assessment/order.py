"""The order of the statuses: which is worse than which."""

from __future__ import annotations

from typing import Literal

from lixia_kpi.assessment.codes import ORDERED_STATUSES

Movement = Literal["better", "worse", "other"]


def is_worse(now: str, before: str) -> bool:
    """Whether a status is lower in the order; one that stands outside the order is neither worse nor better.

    >>> is_worse("off_track", "behind"), is_worse("no_data", "behind")
    (True, False)
    """
    ordered = now in ORDERED_STATUSES and before in ORDERED_STATUSES
    return ordered and ORDERED_STATUSES.index(now) > ORDERED_STATUSES.index(before)


def movement(before: str, now: str) -> Movement:
    """Say where a status moved; `other` where one of the two stands outside the order.

    >>> movement("behind", "on_track"), movement("no_data", "behind")
    ('better', 'other')
    """
    if is_worse(now, before):
        return "worse"
    return "better" if is_worse(before, now) else "other"
