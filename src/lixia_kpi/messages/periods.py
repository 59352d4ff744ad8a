"""The periods of published figures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.period import MONTHS, Part, part_of

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Lang

YEARLY: Catalogue = {
    "full-year": ("全年", "full year"),
    "year-end": ("年末", "year end"),
}
PARTS: Catalogue = {
    "1-6": ("上半年", "first half"),
    "7-12": ("下半年", "second half"),
    "1-3": ("第一季度", "first quarter"),
    "4-6": ("第二季度", "second quarter"),
    "7-9": ("第三季度", "third quarter"),
    "10-12": ("第四季度", "fourth quarter"),
    "1-9": ("前三季度", "first three quarters"),
    "one": ("{first} 月", "{first}"),
    "several": ("{first}–{last} 月", "{first}–{last}"),
    "moment": ("截至 {year} 年 {first} 月", "as of {first} {year}"),
    "day": ("截至 {year} 年 {first} 月 {day} 日", "as of {day} {first} {year}"),
}


def period_name(period: str, lang: Lang) -> str:
    """Say a period; one that runs over several years is said as it is written.

    >>> period_name("Jan-Jul", "zh"), period_name("Q1-Q3", "en"), period_name("as of 2022-08", "en")
    ('1–7 月', 'first three quarters', 'as of Aug 2022')
    """
    english = lang == "en"
    if period in YEARLY:
        return YEARLY[period][english]
    part = part_of(period)
    return period if part is None else _said(part, english=english)


def _said(part: Part, *, english: bool) -> str:
    if part.moment:
        code = "day" if part.day else "moment"
    else:
        code = "one" if part.first == part.last else f"{part.first}-{part.last}"
    words = PARTS.get(code, PARTS["several"])[english]
    first, last = (MONTHS[month - 1] if english else month for month in (part.first, part.last))
    return words.format(first=first, last=last, year=part.year, day=part.day)
