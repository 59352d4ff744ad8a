"""One cell of an OpenDocument table: its attributes and the text that shows, to a cell."""

from __future__ import annotations

import re

from lixia_kpi.office.cell_text import number_cell, stored_number
from lixia_kpi.office.number_format import PLAIN, NumberFormat
from lixia_kpi.office.ods import names
from lixia_kpi.office.sheet import Cell

_PERCENT = NumberFormat("percent")
_SHOWN = re.compile(r"\s*([-+]?[\d,.\u00a0\u202f ]*\d)\s*(\D*)", re.ASCII)
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:年度?)?", re.ASCII)
_MIDNIGHT = re.compile(r"T00:00:00(?:[.,]0+)?$")
_ERROR = re.compile(r"#[A-Z/0!?]+[!?]?|Err:\d{3}", re.ASCII)


def ods_cell(attributes: dict[str, str], shown: str) -> Cell | None:
    """Read a cell from what is stored and what shows.

    Parameters
    ----------
    attributes
        of the element; names with their namespaces.
    shown
        the text within, paragraphs on lines of their own.

    Returns
    -------
    Cell or None
        None where the cell holds nothing.

    Examples
    --------
    >>> ods_cell({names.VALUE_TYPE: "percentage", names.VALUE: "0.125"}, "13%").text
    '12.5%'
    >>> ods_cell({names.VALUE_TYPE: "float", names.VALUE: "12.5"}, "12.50万元").unit_shown
    '万元'
    """
    kind = attributes.get(names.VALUE_TYPE)
    formula = names.FORMULA in attributes
    if attributes.get(names.SHOWN_TYPE) == "error" or (formula and _ERROR.fullmatch(shown)):
        return Cell(shown or "#VALUE!", None, False, "error_cell")
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get(names.VALUE, ""), shown, percent=kind == "percentage")
    if kind == "date" and (stored := attributes.get(names.DATE_VALUE)):
        year = _YEAR.fullmatch(shown)
        return Cell(shown if year and year[1] == stored[:4] else _MIDNIGHT.sub("", stored).replace("T", " "))
    if kind == "time" and (match := _DURATION.fullmatch(attributes.get(names.TIME_VALUE, ""))):
        return Cell(":".join(part.zfill(2) for part in match.groups()))
    if kind == "boolean":
        return Cell("TRUE" if attributes.get(names.BOOLEAN_VALUE) == "true" else "FALSE")
    text = attributes.get(names.STRING_VALUE) or shown
    if formula and kind is None and not text:
        return Cell("", None, False, "formula_without_value")
    return Cell(text) if text else None


def _number(stored: str, shown: str, *, percent: bool) -> Cell | None:
    value = stored_number(stored)
    if value is None:
        return Cell(shown or stored) if shown or stored else None
    if percent:
        return number_cell(value, _PERCENT)
    unit = _words_behind(value, shown)
    return number_cell(value, NumberFormat("number", unit) if unit else PLAIN)


def _words_behind(value: float, shown: str) -> str:
    """Find the words that the format writes behind the number, where it shows the number as stored and not scaled."""
    if shown[-1:].isdigit():
        return ""
    match = _SHOWN.fullmatch(shown)
    if match is None:
        return ""
    words = match[2].strip()
    if not any(character.isalpha() or character == "‰" for character in words):
        return ""
    digits = re.sub("[^-+.0-9]", "", match[1])
    decimals = len(digits.partition(".")[2])
    try:
        fits = abs(float(digits) - value) <= 0.5000001 * 10.0**-decimals
    except (ValueError, OverflowError):
        return ""
    return words if fits else ""
