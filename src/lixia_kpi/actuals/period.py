"""The period of a figure that does not stand for a whole year: how it is written, and which months it covers."""

from __future__ import annotations

from typing import NamedTuple

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
AS_OF = "as of "

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HALVES = {"H1": (1, 6), "H2": (7, 12)}
_QUARTERS = {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}
_NAMED = {name: (n, n) for n, name in enumerate(MONTHS, 1)}
_NUMBERED = {f"{n:02}": (n, n) for n in range(1, 13)}
_SPELLINGS: tuple[dict[str, tuple[int, int]], ...] = (_QUARTERS, _NAMED, _NUMBERED)
_YEAR = (1, 12)


class Part(NamedTuple):
    """Part of a year: from month `first` to month `last`, both within; `moment` where it is a state at its end.

    `year` and `day` (0: not said) are those of a moment.
    """

    first: int
    last: int
    moment: bool = False
    year: int = 0
    day: int = 0


def part_of(period: str) -> Part | None:
    """Tell which part of a year a period is.

    Written are a half (`H1`), a quarter or several (`Q1`, `Q1-Q3`), a month or several (`Jan`, `Jan-Jul`, `01-07`),
    and a state at a moment (`as of 2022-08`, `as of 2022-08-15`).

    Parameters
    ----------
    period
        as in a file of actuals.

    Returns
    -------
    Part or None
        None where it is none: a yearly period, a span of years, anything that is not written as above.

    Examples
    --------
    >>> part_of("Q1-Q3"), part_of("01-07"), part_of("full-year")
    (Part(first=1, last=9, moment=False, year=0, day=0), Part(first=1, last=7, moment=False, year=0, day=0), None)
    """
    if period in _HALVES:
        return Part(*_HALVES[period])
    if period.startswith(AS_OF):
        return _moment(period.removeprefix(AS_OF))
    first, dash, last = period.partition("-")
    for known in _SPELLINGS:
        if first in known and (not dash or last in known):
            if not dash:
                return None if known is _NUMBERED else Part(*known[first])
            months = (known[first][0], known[last][1])
            return Part(*months) if known[first] < known[last] and months != _YEAR else None
    return None


def is_span_of_years(period: str) -> bool:
    """Tell whether a period runs over several years, such as `2016-2020`; its values never stand for one of them.

    >>> is_span_of_years("2016-2020"), is_span_of_years("2020-2016")
    (True, False)
    """
    first, _, last = period.partition("-")
    return len(first) == len(last) == 4 and (first + last).isascii() and (first + last).isdigit() and first < last


def _moment(date: str) -> Part | None:
    parts = date.split("-")
    if [len(part) for part in parts] not in ([4, 2], [4, 2, 2]) or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    year, month, day = (*map(int, parts), 0)[:3]
    if not 1 <= month <= 12 or (len(parts) == 3 and not 1 <= day <= _DAYS[month - 1]):
        return None
    return Part(month, month, True, year, day)
