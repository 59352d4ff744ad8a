"""Number formats: decimals as published, thousands separated, comparators and units beside the number of a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.numbers import as_published, decimals_of

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow

SHARE = "0%"
RATE = "#,##0.00"
YEAR = "0"
_MOST = 4
_MARKS = {">=": "≥", "<=": "≤", "~": "≈", ">": ">", "<": "<"}
_IN_POINTS = ("share", "index", "rate")


def decimal_format(decimals: int) -> str:
    """Give the format with so many decimals.

    >>> decimal_format(0), decimal_format(2)
    ('#,##0', '#,##0.00')
    """
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def published_format(value: float | None) -> str:
    """Give the format of a published number: with its own decimals, four at most.

    >>> published_format(1910.41), published_format(2500.0), published_format(None)
    ('#,##0.00', '#,##0', '#,##0')
    """
    return decimal_format(0 if value is None else min(decimals_of(round(value, _MOST)), _MOST))


def computed_format(row: GapRow, *, signed: bool = False) -> str:
    """Give the format of a computed number in the target's unit: two decimals for shares and rates, else as known."""
    values = row.values
    if values["form"] in ("growth", "change", "points") or values["measure"] in _IN_POINTS:
        decimals = 2
    else:
        known = values["latest"] if values["latest"] is not None else values["baseline"]
        decimals = min(max(row.decimals, decimals_of(known) if isinstance(known, float) else 0), 2)
    plain = decimal_format(decimals)
    return f'+{plain};"−"{plain};{plain}' if signed else plain


def target_format(row: GapRow) -> str:
    """Give the format of a target: its comparator before it, the other end of a range behind it."""
    value, high = row.values["target"], row.values["target_high"]
    plain = published_format(float(value) if isinstance(value, int | float) else None)
    if isinstance(high, int | float) and isinstance(value, int | float):
        other = as_published(float(high))
        return f'{plain}"–{other}"' if high >= value else f'"{other}–"{plain}'
    mark = _MARKS.get(str(row.values["target_op"]), "")
    return f'"{mark}"{plain};"{mark}−"{plain}' if mark else plain
