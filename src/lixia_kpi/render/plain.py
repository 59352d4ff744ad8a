"""Cells of the machine formats: one value to the text that every machine format shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.tables.table import Value

_WHOLE_LIMIT = 1e16  # beyond it the shortest form has an exponent


def plain_number(value: int | float) -> str:
    """Write a number with a decimal point and as few digits as read back to the same number.

    Whole numbers carry no decimal point; there is no grouping and no negative zero. What is not a finite number is
    a missing one: the empty text.

    >>> plain_number(2500.0), plain_number(0.1), plain_number(float("nan"))
    ('2500', '0.1', '')
    """
    if isinstance(value, int):
        return int.__repr__(value)
    if value - value != 0.0:  # nan and the infinities
        return ""
    if value == int(value) and abs(value) < _WHOLE_LIMIT:
        return int.__repr__(int(value))
    return float.__repr__(value)


def plain_cell(value: Value) -> str:
    """Write one value as csv, tsv and Markdown hold it: codes joined by `;`, flags `true` and `false`.

    >>> plain_cell(True), plain_cell(("one_point", "undated")), plain_cell(None)
    ('true', 'one_point;undated', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, tuple):
        return ";".join(value)
    return plain_number(value)


def json_value(value: Value) -> str | int | float | bool | None:
    """Give one value as JSON holds it: codes joined by `;`, whole numbers as integers, never NaN.

    >>> json_value(2500.0), json_value(("one_point",)), json_value(float("inf"))
    (2500, 'one_point', None)
    """
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, float):
        if value - value != 0.0:
            return None
        return int(value) if value == int(value) and abs(value) < _WHOLE_LIMIT else float(value)
    return value
