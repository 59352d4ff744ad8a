"""From the words of the command line to values: years, dates, percentages, names from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_YEAR, LAST_YEAR = 1900, 2200
INTERVALS = (50, 80, 90, 95)


def known_name(kind: str, name: str, known: Iterable[str]) -> str:
    """Give back a name that is known; UsageError `unknown_KIND` with the nearest one for any other."""
    names = list(known)
    if name in names:
        return name
    from lixia_kpi.text.nearest import nearest

    raise UsageError(
        f"unknown_{kind}", {"name": name, "nearest": nearest(name, names) or "", "known": ", ".join(names[:20])}
    )


def chosen_columns(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Read `a,b,c`; UsageError for an unknown column, with the nearest one, and for one named twice.

    >>> chosen_columns("id, status", ("id", "gap", "status"))
    ('id', 'status')
    """
    ids = tuple(known)
    chosen = tuple(known_name("column", name.strip(), ids) for name in text.split(","))
    for position, name in enumerate(chosen):
        if name in chosen[:position]:
            raise UsageError("doubled_column", {"name": name})
    return chosen


def year(text: str) -> int:
    """Read a year from 1900 to 2200, four ASCII digits.

    >>> year("2023")
    2023
    """
    if len(text) == 4 and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise UsageError("not_a_year", {"value": text, "first": FIRST_YEAR, "last": LAST_YEAR})


def date(text: str) -> str:
    """Read an ISO date, `2024-03-31`."""
    from datetime import date as calendar_date

    try:
        if len(text) == 10 and text.isascii():
            return calendar_date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise UsageError("not_a_date", {"value": text})


def period(text: str) -> str:
    """Read the period of figures, as a file of actuals has it; UsageError with what was probably meant."""
    from lixia_kpi.actuals.fields import Fault, parse_period

    read = parse_period(text.strip())
    if isinstance(read, Fault):
        raise UsageError("not_a_period", {"value": text, "nearest": read.suggestion or ""})
    return read


class Years(NamedTuple):
    """First and last year of a plan."""

    start: int
    end: int


def span_of_years(text: str) -> Years:
    """Read the first and the last year of a plan.

    >>> span_of_years("2026-2030")
    Years(start=2026, end=2030)
    """
    first, _, last = text.replace("–", "-").partition("-")
    if all(len(part) == 4 and part.isascii() and part.isdigit() for part in (first, last)):
        return Years(year(first), year(last))
    raise UsageError("not_a_span_of_years", {"value": text})


def plan_id(text: str) -> str:
    """Read the id of a plan: snake_case ASCII."""
    if text[:1].isalpha() and text.isascii() and text == text.lower() and text.replace("_", "").isalnum():
        return text
    raise UsageError("not_an_id", {"value": text})


def interval(text: str) -> int:
    """Read the level of an interval in percent: 50, 80, 90 or 95; a percent sign is allowed."""
    plain = text.removesuffix("%")
    return int(known_name("interval", plain, map(str, INTERVALS)))


def chapter(text: str) -> int:
    """Read the number of a chapter."""
    if text.isascii() and text.isdigit() and len(text) <= 4:
        return int(text)
    raise UsageError("not_a_chapter", {"value": text})


def years(text: str) -> int:
    """Read a number of years, 1 to 99."""
    if text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= 99:
        return int(text)
    raise UsageError("not_years", {"value": text})


def name_match(text: str) -> str:
    """Check `NAME=ID` or `NAME=`, by which a name in a table is matched to an indicator or left out."""
    match_parts(text)
    return text


def match_parts(text: str) -> tuple[str, str | None]:
    """Read `NAME=ID`; without an id the name is to be left out. The last `=` divides.

    >>> match_parts("生产总值=gdp"), match_parts("合计=")
    (('生产总值', 'gdp'), ('合计', None))
    """
    name, divider, id_ = text.rpartition("=")
    if not divider or not name.strip():
        raise UsageError("not_a_match", {"value": text})
    return name.strip(), id_.strip() or None


def jobs(text: str) -> int:
    """Read a number of workers, 1 to 999."""
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 999:
        return int(text)
    raise UsageError("not_jobs", {"value": text})


def fraction(text: str) -> float:
    """Read a chance: a fraction from 0 to 1, or a percentage with its sign.

    >>> fraction("0.8"), fraction("80%")
    (0.8, 0.8)
    """
    plain = text.removesuffix("%")
    if plain.isascii() and plain.replace(".", "", 1).isdigit():
        value = float(plain) / (100 if text.endswith("%") else 1)
        if value <= 1:
            return value
    raise UsageError("not_a_chance", {"value": text})
