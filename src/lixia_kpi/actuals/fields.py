"""One cell to one value: year, date, status, period; a fault comes with the form that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.observation import PUBLICATION_STATUSES, YEARLY_PERIODS
from lixia_kpi.actuals.period import is_span_of_years, part_of
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import PublicationStatus

FIRST_YEAR = 1900
LAST_YEAR = 2100

_STATUS_WORDS = {"实际": "actual", "实际值": "actual", "初步": "preliminary", "快报": "preliminary", "预计": "expected"}
_STATUS_WORDS |= {"预期": "expected", "final": "actual", "provisional": "preliminary", "estimate": "expected"}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Fault(NamedTuple):
    """Why a cell is refused, and what was probably meant (None: no guess)."""

    code: str
    suggestion: str | None = None


def parse_year(text: str) -> int | Fault:
    """Read a year of four ASCII digits, 1900 to 2100.

    Parameters
    ----------
    text
        the cell.

    Returns
    -------
    int or Fault
        the year, or `bad_year`.

    Examples
    --------
    >>> parse_year("2023"), parse_year("2023年")
    (2023, Fault(code='bad_year', suggestion='2023'))
    """
    if len(text) == 4 and text.isascii() and text.isdigit():
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else Fault("bad_year")
    from unicodedata import normalize

    digits = normalize("NFKC", text[:40]).strip().removesuffix("年").removesuffix(".0").strip()
    if len(digits) == 4 and digits.isascii() and digits.isdigit() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return Fault("bad_year", digits)
    return Fault("bad_year")


def parse_date(text: str) -> str | Fault:
    """Read an ISO date, YYYY-MM-DD.

    Parameters
    ----------
    text
        the cell.

    Returns
    -------
    str or Fault
        the date, or `bad_date`.

    Examples
    --------
    >>> parse_date("2024-04-08"), parse_date("2024/4/8")
    ('2024-04-08', Fault(code='bad_date', suggestion='2024-04-08'))
    """
    if len(text) == 10 and text[4] == text[7] == "-" and _is_day(text[:4], text[5:7], text[8:]):
        return text
    marked = text[:40].translate({ord(mark): "-" for mark in "/.年月"}).removesuffix("日").strip()
    parts = marked.split("-")
    if len(marked) == 8 and marked.isdigit():
        parts = [marked[:4], marked[4:6], marked[6:]]
    if len(parts) == 3 and _is_day(parts[0], parts[1].zfill(2), parts[2].zfill(2)):
        return Fault("bad_date", f"{parts[0]}-{parts[1]:0>2}-{parts[2]:0>2}")
    return Fault("bad_date")


def parse_status(text: str) -> PublicationStatus | Fault:
    """Read `actual`, `preliminary` or `expected`; nothing means `actual`.

    Parameters
    ----------
    text
        the cell.

    Returns
    -------
    str or Fault
        the status, or `bad_status`.

    Examples
    --------
    >>> parse_status(""), parse_status("预计")
    ('actual', Fault(code='bad_status', suggestion='expected'))
    """
    if not text:
        return "actual"
    if text in PUBLICATION_STATUSES:
        return text
    word = text[:40].casefold()
    return Fault("bad_status", _STATUS_WORDS.get(word) or nearest(word, PUBLICATION_STATUSES))


def parse_period(text: str) -> str | Fault:
    """Read the period of a value: a year or a part of one; nothing means `full-year`.

    Parameters
    ----------
    text
        the cell: `full-year`, `year-end`, H1, Q1-Q3, Jan-Jul, 01-07, `as of 2022-08`, 2016-2020 …

    Returns
    -------
    str or Fault
        the period as written, or `bad_period` with the form that was probably meant.

    Examples
    --------
    >>> parse_period("H1"), parse_period("full year")
    ('H1', Fault(code='bad_period', suggestion='full-year'))
    """
    if not text:
        return "full-year"
    if text in YEARLY_PERIODS:
        return text
    if part_of(text) is not None or is_span_of_years(text):
        return text
    from lixia_kpi.actuals.period_words import meant_period

    return Fault("bad_period", meant_period(text))


def _is_day(year: str, month: str, day: str) -> bool:
    if not (year + month + day).isascii() or not (len(year) == 4 and len(month) == len(day) == 2):
        return False
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return False
    y, m, d = int(year), int(month), int(day)
    if not (FIRST_YEAR <= y <= LAST_YEAR and 1 <= m <= 12 and 1 <= d <= _DAYS[m - 1]):
        return False
    return (m, d) != (2, 29) or (y % 4 == 0 and (y % 100 != 0 or y % 400 == 0))
