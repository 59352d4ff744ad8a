"""The words by which people say that a figure is preliminary, expected or final."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.actuals.observation import PublicationStatus

_WORDS: Mapping[PublicationStatus, tuple[str, ...]] = {
    "preliminary": ("初步", "快报", "速报", "初核", "暂定", "preliminary", "provisional", "flash"),
    "expected": ("预计", "预期", "估计", "预估", "expected", "estimate", "estimated"),
    "actual": (
        "实际",
        "最终",
        "终核",
        "最终核实",
        "核定",
        "年报",
        "决算",
        "正式",
        "actual",
        "final",
        "revised",
        "修订",
    ),
}
_ENDINGS = ("核算数据", "核算数", "统计数", "核算", "核实", "数据", "数字", "完成", "数", "值", "figure", "value")
_ALL: dict[str, PublicationStatus] = {
    word + ending: status for status, words in _WORDS.items() for word in words for ending in ("", *_ENDINGS)
}


def status_of(text: str) -> PublicationStatus | None:
    """Tell which status a remark gives to a figure.

    Parameters
    ----------
    text
        the remark: 初步核算数, 快报, 预计, 实际, provisional …

    Returns
    -------
    str or None
        `preliminary`, `expected`, `actual`; None where it says nothing about it.

    Examples
    --------
    >>> status_of("初步核算数"), status_of("预计值"), status_of("含高新区")
    ('preliminary', 'expected', None)
    """
    return _ALL.get("".join(normalize("NFKC", text).casefold().split()))


def status_within(text: str) -> PublicationStatus | None:
    """Tell which status a sentence speaks of, as the note below a table does: preliminary or expected.

    >>> status_within("2023年为初步核算数"), status_within("含高新区")
    ('preliminary', None)
    """
    folded = text.casefold()
    for status in ("preliminary", "expected"):
        if any(word in folded for word in _WORDS[status]):
            return status
    return None
