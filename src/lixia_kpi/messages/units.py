"""Units as the plan prints them, for English readers; a unit that is not here is shown as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

_ENGLISH = {
    "亿元": "100m yuan",
    "万元": "10k yuan",
    "元": "yuan",
    "亿美元": "100m US$",
    "万美元": "10k US$",
    "美元": "US$",
    "万人": "10k persons",
    "万人次": "10k visits",
    "万户": "10k homes",
    "万个": "10k",
    "万平方米": "10k m²",
    "平方米": "m²",
    "平方米/百户": "m² per 100 homes",
    "公里": "km",
    "亩": "mu",
    "兆瓦": "MW",
    "人": "persons",
    "名": "persons",
    "年": "years",
    "位": "place",
    "个/万人": "per 10k persons",
    "个/月": "a month",
    "名/校": "per school",
    "名/社区": "per community",
    "处/街道": "per subdistrict",
    "女=100": "female = 100",
}
_COUNTERS = frozenset("个家座处套所条栋类项")


def unit_name(unit: str, lang: Lang) -> str:
    """Give the unit as a reader of the language knows it; counters have no English name (`no.`).

    >>> unit_name("亿元", "en"), unit_name("家", "en"), unit_name("家", "zh"), unit_name("%", "en")
    ('100m yuan', 'no.', '家', '%')
    """
    if lang == "zh":
        return unit
    return "no." if unit in _COUNTERS else _ENGLISH.get(unit, unit)
