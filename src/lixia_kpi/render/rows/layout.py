"""What a layout is, and what holds for the columns of every layout."""

from __future__ import annotations

from typing import NamedTuple

from lixia_kpi.assessment.codes import RULE_NAMES

_RULES = tuple(f"{rule}_status" for rule in RULE_NAMES)


class Layout(NamedTuple):
    """The columns of a layout in order.

    `unit_in_name` puts the unit behind the name, `indent` is that of a name under its group, and where the name has
    less than `comfortable` cells the columns move together.
    """

    columns: tuple[str, ...]
    unit_in_name: bool
    indent: int
    comfortable: int = 18


SPANS = {
    "rates": ("required_rate", "actual_rate", "needed_rate"),
    "progress": ("elapsed", "completion", "pace"),
    "outlook": ("projected", "interval", "gap", "probability"),
}
"""Columns under a common heading."""

LEFT_ALIGNED = frozenset(
    {"id", "name", "unit", "group", "measure", "form", "direction", "binding", "owner", "trend", "status", "agreement"}
    | set(_RULES)
)

DROP_ORDER = (
    *("elapsed", "interval", "completion", "pace", "trend", "actual_rate", "gap", "projected", "baseline", "unit"),
    *("owner", "binding", "direction", "measure", "chapter", "baseline_year", "required_growth", "target_year"),
    *("latest_year", "probability", "required_rate", "needed_rate", "target", "latest", "id"),
    *("agreement", *reversed(_RULES)),
)
"""What goes first where the columns of a layout do not fit: name and status never do."""


NARROWEST = 30
"""Fewer columns than this are treated as this many."""
