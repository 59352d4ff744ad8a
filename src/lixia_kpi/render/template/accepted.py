"""What the cells of a form accept, and what they say when they are chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from lixia_kpi.actuals.fields import FIRST_YEAR, LAST_YEAR
from lixia_kpi.messages.units import unit_name
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from lixia_kpi.render.template.words import Words
    from lixia_kpi.tables.template import TemplateRow

_LONGEST_TITLE, _LONGEST_MESSAGE, _LONGEST_LIST = 32, 255, 255
_LONGEST_TEXT = 1000

Rule = dict[str, Any]


def value_rule(words: Words, row: TemplateRow) -> Rule:
    """Accept the figures that an indicator can have."""
    bounds = row.bounds
    one_unit = len({dimension(unit) for unit in row.units}) == len(row.units)
    unit = unit_name(row.units[0], words.lang) if one_unit else " / ".join(row.units)
    message = words.input("value", unit=unit, bounds=words.bounds(bounds))
    rule = {"validate": "integer" if bounds.whole else "decimal", "criteria": "between"}
    return _said(words, "value", message) | rule | {"minimum": bounds.low, "maximum": bounds.high}


def unit_rule(words: Words, row: TemplateRow) -> Rule | None:
    """Offer the units in which an indicator may be reported; None where a list cannot hold one of them."""
    if len(",".join(row.units)) > _LONGEST_LIST or any("," in unit or '"' in unit for unit in row.units):
        return None
    return _said(words, "unit", words.input("unit")) | {"validate": "list", "source": list(row.units)}


def year_rule(words: Words) -> Rule:
    """Accept a year."""
    rule = {"validate": "integer", "criteria": "between", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return _said(words, "year", words.input("year")) | rule


def status_rule(words: Words) -> Rule:
    """Offer the statuses of a figure."""
    statuses = words.statuses()
    rule = {"validate": "list", "source": list(statuses.values())}
    return _said(words, "status", words.input("status", **statuses)) | rule


def date_rule(words: Words) -> Rule:
    """Accept the date of a publication."""
    first, last = date(FIRST_YEAR, 3, 1), date(LAST_YEAR, 12, 31)
    rule = {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
    return _said(words, "published", words.input("published")) | rule


def text_rule(words: Words, column: str) -> Rule:
    """Accept a text that is not endless."""
    rule = {"validate": "length", "criteria": "<=", "value": _LONGEST_TEXT}
    return _said(words, column, words.input(column)) | rule


def _said(words: Words, column: str, message: str) -> Rule:
    message = message if len(message) <= _LONGEST_MESSAGE else message[: _LONGEST_MESSAGE - 1] + "…"
    return {
        "input_title": words.input(f"{column}_title")[:_LONGEST_TITLE],
        "input_message": message,
        "error_title": words.input("refused")[:_LONGEST_TITLE],
        "error_message": message,
    }
