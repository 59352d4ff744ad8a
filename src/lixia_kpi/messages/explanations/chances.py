"""The classes of chances, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

CHANCES: Catalogue = {
    "very_likely": (
        "概率在 90% 以上（含）：十次里至少九次。",
        "A chance of 90 % or more: at least nine times in ten.",
    ),
    "likely": (
        "概率在 66% 以上（含）、90% 以下：大约三次里两次以上。",
        "A chance from 66 % up to under 90 %: two times in three or more.",
    ),
    "open": (
        "概率在 33% 与 66% 之间：按以往走势两种结果都可能，不宜据此下结论。",
        "A chance between 33 and 66 %: the past does not say which way it goes.",
    ),
    "unlikely": (
        "概率在 10% 以上、33% 以下（含）：三次里至多一次。",
        "A chance above 10 and up to 33 %: one time in three at most.",
    ),
    "very_unlikely": (
        "概率在 10% 以下（含）：十次里至多一次。",
        "A chance of 10 % or less: one time in ten at most.",
    ),
}
