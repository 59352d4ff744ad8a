"""Other ways in which people write a period, and the one that a file of actuals takes."""

from __future__ import annotations

import re
from difflib import get_close_matches
from unicodedata import normalize

from lixia_kpi.actuals.observation import YEARLY_PERIODS
from lixia_kpi.actuals.period import AS_OF, MONTHS, part_of

_YEARLY = {
    "full-year": "全年 全年度 年度 1-12月 1至12月 annual yearly year fy h1-h2 q1-q4 jan-dec january-december 01-12 "
    "1-12 12m fullyear",
    "year-end": "年末 年底 期末 endofyear endyear yearend december31",
}
_PARTS = {
    "H1": "上半年 1-6月 1至6月 h1 1h 6m half-year halfyear firsthalf firsthalfyear 1sthalf",
    "H2": "下半年 7-12月 7至12月 h2 2h secondhalf 2ndhalf",
    "Q1": "一季度 第一季度 1季度 第1季度 首季 1q 3m firstquarter",
    "Q2": "二季度 第二季度 2季度 第2季度 2q secondquarter",
    "Q3": "三季度 第三季度 3季度 第3季度 3q thirdquarter",
    "Q4": "四季度 第四季度 4季度 第4季度 4q fourthquarter",
    "Q1-Q2": "前两季度 前二季度 1-2季度 一二季度",
    "Q1-Q3": "前三季度 前3季度 1-3季度 一至三季度 9m firstthreequarters 三季度累计",
}
_WORDS = {word: form for forms in (_YEARLY, _PARTS) for form, words in forms.items() for word in words.split()}
_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_CHINESE_MONTHS = ("十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一")
_MONTH_SPAN = re.compile(r"0?(\d{1,2})月?(?:-|至|到)0?(\d{1,2})月?份?(?:累计)?")
_ONE_MONTH = re.compile(r"0?(\d{1,2})月份?")
_MOMENT = re.compile(
    r"(截至|截止|截止到|截至到|asof|asat|end)?(\d{4})[年./-]0?(\d{1,2})月?(?:[./-]?0?(\d{1,2})日?)?([底末])?"
)
"""A month alone, without a word that makes it a moment, may as well stand for the month or for the year so far."""
_ALIKE = 0.85


def meant_period(text: str) -> str | None:
    """Give the form of a period that a file takes for another way of writing it.

    Parameters
    ----------
    text
        as people write it: 上半年, 前三季度, 1—7月, January-July, `full year`, 截至2022年8月底 …

    Returns
    -------
    str or None
        `full-year`, `year-end`, or a form that `part_of` reads; None where none was found.

    Examples
    --------
    >>> meant_period("1—7月"), meant_period("前三季度"), meant_period("截至2022年8月底"), meant_period("soon")
    ('Jan-Jul', 'Q1-Q3', 'as of 2022-08', None)
    """
    word = _folded(text[:60])
    if known := _WORDS.get(word):
        return known
    for written in (_title(word), _months(word), _moment(word)):
        if written is not None and (written in YEARLY_PERIODS or part_of(written) is not None):
            return written
    if any(character.isdigit() for character in word) or not word.isascii():
        return None
    bare = {name.replace("-", ""): name for name in YEARLY_PERIODS}
    close = get_close_matches(word.replace("-", ""), bare, n=1, cutoff=_ALIKE)
    return bare[close[0]] if close else None


def _folded(text: str) -> str:
    """One case, half width, no blanks, one kind of dash, digits for Chinese months."""
    word = "".join(normalize("NFKC", text).casefold().replace("_", "").split())
    word = re.sub("[‐-―−~～﹣－]+|--+", "-", word).replace("月-", "-")
    if "月" in word:
        for number, name in zip(range(12, 0, -1), _CHINESE_MONTHS, strict=True):
            word = word.replace(name, str(number))
    for name, long in zip(MONTHS, _LONG_MONTHS, strict=True):
        word = word.replace(long, name.casefold())
    return "-".join(word.split("to")) if word[:3] in {name.casefold() for name in MONTHS} else word


def _title(word: str) -> str:
    """Quarters and months as they are written, whatever their case."""
    first, dash, last = word.replace(".", "").partition("-")
    return f"{first.capitalize()}{dash}{last.capitalize()}"


def _months(word: str) -> str | None:
    if found := _MONTH_SPAN.fullmatch(word):
        first, last = (int(number) for number in found.groups())
        return f"{MONTHS[first - 1]}-{MONTHS[last - 1]}" if 1 <= first < last <= 12 else None
    if found := _ONE_MONTH.fullmatch(word):
        month = int(found[1])
        return MONTHS[month - 1] if 1 <= month <= 12 else None
    return None


def _moment(word: str) -> str | None:
    found = _MOMENT.fullmatch(word)
    if found is None or not (found[1] or found[4]):
        return None
    year, month, day = found.groups()[1:4]
    return f"{AS_OF}{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
