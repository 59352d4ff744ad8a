"""Which columns the gap table has, by the columns of the terminal: three fixed layouts, never chosen by the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.rows.layout import DROP_ORDER, Layout

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang


NARROW = Layout(
    ("name", "latest", "latest_year", "target", "required_rate", "needed_rate", "probability", "status"),
    unit_in_name=True,
    indent=1,
)
MIDDLE = Layout(
    (
        *("name", "baseline", "latest", "latest_year", "target", "required_rate", "actual_rate", "needed_rate"),
        *("projected", "gap", "probability", "trend", "status"),
    ),
    unit_in_name=True,
    indent=2,
)
WIDE = Layout(
    (
        *("name", "unit", "baseline", "latest", "latest_year", "target", "required_rate", "actual_rate", "needed_rate"),
        *("elapsed", "completion", "pace", "projected", "interval", "gap", "probability", "trend", "status"),
    ),
    unit_in_name=False,
    indent=2,
)
ENGLISH_DROPS = {MIDDLE: frozenset({"trend"}), WIDE: frozenset({"elapsed"})}
"""What makes room for English names, which are longer; a pipe has room for everything."""

UNCALIBRATED = ("probability", "interval")
"""Columns that leave the table when no row has a chance."""

_NOMINAL = {
    "latest": 7,
    "latest_year": 4,
    "target": 7,
    "required_rate": 7,
    "needed_rate": 7,
    "probability": 4,
    "status": 10,
}
_NAME_AT_LEAST = 20
_MORE_FOR_ENGLISH = 12


def layout_for(width: int | None, lang: Lang) -> Layout:
    """Choose the layout: under 100 columns, under 140, the rest; None (a pipe) is the widest.

    English names are longer: there the layouts change at 112 and 152 columns, and two columns are left out. Under 80
    columns the narrow layout loses the year, the chance, the required rate, the needed rate, the target and the
    latest value, in this order, until the name has 20 columns.
    """
    if width is None:
        return WIDE
    more = _MORE_FOR_ENGLISH if lang == "en" else 0
    layout = _narrower(width) if width < 100 + more else WIDE if width >= 140 + more else MIDDLE
    if lang == "zh":
        return layout
    drops = ENGLISH_DROPS.get(layout, frozenset())
    return layout._replace(columns=tuple(c for c in layout.columns if c not in drops), comfortable=26)


def _narrower(width: int) -> Layout:
    columns = [*NARROW.columns]
    for column in DROP_ORDER:
        used = sum(_NOMINAL[c] + 2 for c in columns if c != "name")
        if width >= 80 or width - used >= _NAME_AT_LEAST:
            break
        if column in columns:
            columns.remove(column)
    return NARROW._replace(columns=tuple(columns))
