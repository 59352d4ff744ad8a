"""The word for each status."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

STATUSES: Catalogue = {
    "met": ("已达标", "met"),
    "ahead": ("快于预期", "ahead"),
    "on_track": ("符合预期", "on track"),
    "behind": ("滞后", "behind"),
    "off_track": ("严重滞后", "off track"),
    "reversing": ("背离目标", "reversing"),
    "pending": ("未到期", "pending"),
    "undetermined": ("无法判断", "undetermined"),
    "no_data": ("缺少数据", "no data"),
}
"""From best to worst; the last three stand outside the order."""
