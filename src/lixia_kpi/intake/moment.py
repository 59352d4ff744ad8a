"""The year and period that a header, a title or a cell names, and what stands there: a level, its growth, a plan."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from lixia_kpi.actuals.fields import FIRST_YEAR, LAST_YEAR
from lixia_kpi.actuals.period_words import meant_period
from lixia_kpi.intake.status_words import status_of
from lixia_kpi.intake.traditional import simplified
from lixia_kpi.text.invisible import strip_invisible

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import PublicationStatus

Kind = Literal["", "level", "growth", "plan"]
"""What the figures under a header are; empty where it does not say."""

_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")
_CHINESE_YEAR = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SEVERAL = re.compile(r"\d{4}年?(?:-|至|到|~|/|与|和|、)(?:\d{4}|\d{2}(?!\d|月|季))年?")
_STORED = re.compile(r"^(\d{4})\.0+$")
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]00:00(?::00)?)?")
_MONTH = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?!\d|季|至|-\d|~)月?(末|底)?")
_MOMENT = re.compile(r"截[至止]到?(\d{4}年\d{1,2}月(?:\d{1,2}日)?[底末]?)|as(?:of|at)(\d{4}-\d{1,2}(?:-\d{1,2})?)")
_YEAR = re.compile(r"(?:fy|cy)?(?<!\d)(\d{4})(?!\d)年?度?")
_PERIOD = re.compile(
    r"(上半年|下半年|前[二两三23]季度|第?[一二三四1-4]季度|[1-4]-[2-4]季度|h[12]|q[1-4](?:-q[2-4])?|全年|年末|年底|期末|"
    r"\d{1,2}月?(?:-|至|到|~)\d{1,2}月份?|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"(?:-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?(?![a-z])|末|底|yearend|endofyear|fullyear|"
    r"firsthalf|secondhalf|\d{1,2}月份?|halfyear)(?:累计)?"
)
_GROWTH = re.compile(
    "(?:可比价|名义|实际)?(?:同比|环比|比上年|较上年|比去年|年均|比\\d{4}年)?(?:增长率|增长速度|增长|增速|增幅|增减|升降)|"
    "同比|环比|比上年|较上年|growthrate|growth|yoy|y/y|yearonyear|%change|changeontheyearbefore"
)
_PLAN = re.compile(
    "(?:年度|规划|五年)?(?:目标|计划|任务|预算|指导|预测)(?:值|数|任务)?|target|plan(?:ned)?|budget|goal|forecast"
)
_DONE = re.compile("完成|实际|执行|进展|监测|统计|actual|progress|achieve")
_LEVEL = re.compile(
    "本月止|本期止|实际完成|完成情况|完成值|完成数|完成|绝对值|绝对数|绝对量|实际值|实际数|实绩|总量|本期数值|数值|本期|本年|当年|累计|"
    "(?:^|(?<=年))(?:值|数)$|actual|value|level"
)
_AROUND = "±()[]:,、;-_/.的"
_LAST_MONTH = 12
_FIRST_DAY = date(1899, 12, 30)
_YEARS_AS_DAYS = (date(1905, 3, 14), date(1905, 9, 30))
"""The dates that a spreadsheet shows for the numbers 1900 to 2100, where a year stands in a cell of dates."""
_LETTER: dict[str, PublicationStatus] = {"a": "actual", "e": "expected"}


class Moment(NamedTuple):
    """What a text says of the figures that it stands for; `rest` is what was not understood."""

    year: int | None = None
    period: str | None = None
    status: PublicationStatus | None = None
    kind: Kind = ""
    rest: str = ""


@lru_cache(maxsize=16384)
def read_moment(text: str) -> Moment:
    """Read a header, or a cell of a column of years.

    Parameters
    ----------
    text
        2021, 2021年, 2022年1-6月, 2023年上半年, 2021A, 2021年同比增长, 2025年目标 …; `2021-12-31` is its year.

    Returns
    -------
    Moment
        of several years in one text (2021-2023年) nothing is taken: all of it is `rest`.

    Examples
    --------
    >>> read_moment("2022年1—6月"), read_moment("2021A").status, read_moment("2025年目标值").kind
    (Moment(year=2022, period='H1', status=None, kind='', rest=''), 'actual', 'plan')
    >>> read_moment("2021-2023年")
    Moment(year=None, period=None, status=None, kind='', rest='2021-2023年')
    """
    folded = _folded(text)
    if len(folded) == 4 and folded.isascii() and folded.isdigit():
        return Moment(int(folded)) if FIRST_YEAR <= int(folded) <= LAST_YEAR else Moment(rest=folded)
    folded = _STORED.sub(r"\1", folded)
    if dated := _dated(folded):
        return dated
    if _SEVERAL.search(folded):
        return Moment(rest=folded)
    status: PublicationStatus | None = None
    kind: Kind = ""
    for pattern, meaning in _KINDS:
        if pattern.search(folded):
            kind, folded = meaning, pattern.sub("", folded, count=1)
            break
    year, folded = _year(folded)
    period, folded = _period(folded)
    if year is not None and folded in _LETTER:
        status, folded = _LETTER[folded], ""
    elif said := status_of(folded.strip(_AROUND)):
        status, folded = said, ""
    while kind != "growth" and (found := _LEVEL.search(folded)):
        kind, folded = kind or "level", folded[: found.start()] + folded[found.end() :]
    return Moment(year, period, status, kind, folded.strip(_AROUND))


_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = ((_PLAN, "plan"), (_GROWTH, "growth"))


def _folded(text: str) -> str:
    plain = simplified(normalize("NFKC", strip_invisible(text))).casefold()
    folded = "".join(_BETWEEN_DIGITS.sub("_", plain).split())
    folded = re.sub("[‐-―−﹣－~～]+", "-", folded).rstrip(":")
    return _CHINESE_YEAR.sub(lambda found: found[0].translate(_DIGITS), folded)


def _dated(text: str) -> Moment | None:
    """Read a date: the last day of a year is the year, the first too (a year formatted as a date), others a moment."""
    if found := _DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
        if not (FIRST_YEAR <= year <= LAST_YEAR and _is_day(year, month, day)):
            return None
        if _YEARS_AS_DAYS[0] <= date(year, month, day) <= _YEARS_AS_DAYS[1]:
            return Moment((date(year, month, day) - _FIRST_DAY).days)
        whole = (month, day) in ((12, 31), (1, 1))
        period = None if whole else meant_period(f"as of {year}-{month:02}-{day:02}")
        return Moment(year, period) if whole or period else None
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:
            end = "year-end" if month == _LAST_MONTH else f"as of {year}-{month:02}"
            return Moment(year, meant_period(end if found[3] else f"{month}月"))
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _year(text: str) -> tuple[int | None, str]:
    if _MOMENT.search(text):
        return None, text
    years = [found for found in _YEAR.finditer(text) if FIRST_YEAR <= int(found[1]) <= LAST_YEAR]
    if len({found[1] for found in years}) != 1:
        return None, text
    first = years[0]
    return int(first[1]), text[: first.start()] + text[first.end() :]


def _period(text: str) -> tuple[str | None, str]:
    for found in _PERIOD.finditer(text):
        word = {"末": "年末", "底": "年底"}.get(found[1], found[1])
        if period := meant_period(word):
            return period, text[: found.start()] + text[found.end() :]
    return None, text


def moment_within(text: str) -> Moment:
    """Find the one year, and the period, of a title: `2023年1-6月主要经济指标`; empty where it names none or several.

    >>> moment_within("历下区2023年1-6月主要经济指标")[:2], moment_within("2021—2023年主要指标")[:2]
    ((2023, 'H1'), (None, None))
    """
    folded = _folded(text)
    if _SEVERAL.search(folded):
        return Moment()
    if moment := _MOMENT.search(folded):
        period = meant_period(f"截至{moment[1] or moment[2]}")
        return Moment(int((moment[1] or moment[2])[:4]), period) if period else Moment()
    year, rest = _year(folded)
    if year is None:
        return Moment()
    planned = _PLAN.search(rest) is not None and _DONE.search(rest) is None
    return Moment(year, _period(rest)[0], kind="plan" if planned else "")
