"""Numbers of cells as a person reads them: fifteen digits, percentages, dates and times."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from lixia_kpi.office.sheet import Cell

if TYPE_CHECKING:
    from lixia_kpi.office.number_format import NumberFormat

_DAY = 86_400
_LAST_DAY = 2_958_466  # 10000-01-01


def plain_text(value: float) -> str:
    """Write a number in the fifteen digits that office programs keep, without an exponent.

    Parameters
    ----------
    value
        any finite number.

    Returns
    -------
    str
        its digits.

    Examples
    --------
    >>> plain_text(0.1 + 0.2), plain_text(2446.9), plain_text(12.0), plain_text(1.5e-7), plain_text(2.5e17)
    ('0.3', '2446.9', '12', '0.00000015', '250000000000000000')
    """
    text = format(value or 0.0, ".15g")  # never minus zero
    return _positional(Decimal(text)) if "e" in text else text


def _positional(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def stored_number(text: str) -> float | None:
    """Read a number from the text in which a file stores it.

    Parameters
    ----------
    text
        as it stands in the file.

    Returns
    -------
    float or None
        None where it is no finite number.

    Examples
    --------
    >>> stored_number("1.5E3"), stored_number("nan"), stored_number("1_0")
    (1500.0, None, None)
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and "_" not in text else None


def number_cell(value: float, look: NumberFormat, *, from_1904: bool = False) -> Cell:
    """Make a cell of a stored number and its number format.

    Parameters
    ----------
    value
        as stored; finite.
    look
        what its number format makes of it.
    from_1904
        whether days count from 1904, as in workbooks from old Macintosh programs.

    Examples
    --------
    >>> from lixia_kpi.office.number_format import number_format
    >>> number_cell(0.075, number_format("0%"))
    Cell(text='7.5%', number=0.075, percent=True, fault='', unit_shown='')
    >>> number_cell(44561, number_format("yyyy/m/d")).text, number_cell(44561, number_format('yyyy"年"')).text
    ('2021-12-31', '2021年')
    >>> number_cell(12.5, number_format('0.00"亿元"')).text
    '12.5亿元'
    """
    if look.kind == "number":
        unit = look.unit_shown
        return Cell(plain_text(value) + unit, value, False, "", unit) if unit else Cell(plain_text(value), value)
    if look.kind == "percent":
        return Cell(_positional(Decimal(plain_text(value)).scaleb(2)) + "%", value, True)
    if look.kind == "text":
        return Cell(plain_text(value), value)
    cell = moment_cell(value, time_only=look.kind == "time", from_1904=from_1904)
    if look.kind == "year" and cell.number is None:
        return Cell(cell.text[:4] + look.unit_shown)
    return cell


def moment_cell(days: float, *, time_only: bool = False, from_1904: bool = False) -> Cell:
    """Write a number of days since the epoch of spreadsheets as date, as date with time, or as a time.

    Parameters
    ----------
    days
        as stored; day 60 of 1900 is a day that never was, as in every spreadsheet.
    time_only
        whether the format shows no date.
    from_1904
        whether days count from 1904.

    Examples
    --------
    >>> moment_cell(44561.75).text, moment_cell(0.5, time_only=True).text, moment_cell(1.25, time_only=True).text
    ('2021-12-31 18:00:00', '12:00:00', '30:00:00')
    """
    if not 0 <= days < _LAST_DAY:
        return Cell(plain_text(days), days)
    seconds = round(days * _DAY)
    whole, rest = divmod(seconds, _DAY)
    if time_only:
        return Cell(f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}")
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if whole >= 60 else 31)
    try:
        moment = epoch + timedelta(days=whole, seconds=rest)
    except OverflowError:
        return Cell(plain_text(days), days)
    return Cell(moment.isoformat(" ") if rest else moment.date().isoformat())
