"""Which columns the gap table has, by the columns of the terminal: three fixed layouts, never chosen by the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang


class Layout(NamedTuple):
    """The columns of a layout in order.

    `unit_in_name` puts the unit behind the name, `indent` is that of a name under its group, and where the name has
    less than `comfortable` cells the columns move together.
    """

    columns: tuple[str, ...]
    unit_in_name: bool
    indent: int
    comfortable: int = 18


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

SPANS = {
    "rates": ("required_rate", "actual_rate", "needed_rate"),
    "progress": ("elapsed", "completion", "pace"),
    "outlook": ("projected", "interval", "gap", "probability"),
}
"""Columns under a common heading."""

LEFT_ALIGNED = frozenset({"name", "unit", "trend", "status"})
UNCALIBRATED = ("probability", "interval")
"""Columns that leave the table when no row has a chance."""

DROP_ORDER = (
    *("elapsed", "interval", "completion", "pace", "trend", "actual_rate", "gap", "projected", "baseline", "unit"),
    *("latest_year", "probability", "required_rate", "needed_rate", "target", "latest"),
)
"""What goes first where the columns of a layout do not fit: name and status never do."""

_NOMINAL = {
    "latest": 7,
    "latest_year": 4,
    "target": 7,
    "required_rate": 7,
    "needed_rate": 7,
    "probability": 4,
    "status": 10,
}
NARROWEST = 30
"""Fewer columns than this are treated as this many."""
_NAME_AT_LEAST = 20


def layout_for(width: int | None, lang: Lang) -> Layout:
    """Choose the layout: under 100 columns, under 140, the rest; None (a pipe) is the widest.

    Under 80 columns the narrow layout loses the year, the chance, the required rate, the needed rate, the target and
    the latest value, in this order, until the name has 20 columns.
    """
    if width is None:
        return WIDE
    layout = _narrower(width) if width < 100 else WIDE if width >= 140 else MIDDLE
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
