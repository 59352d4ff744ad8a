"""Every outward column, defined once: id, kind, unit.

The formats, the documentation and `kpi explain` are generated from here. The order of a table is the order of its
tuple of ids.
"""

from __future__ import annotations

from lixia_kpi.tables.table import Column

_TEXT = ("name_zh", "name_en", "unit", "owner", "heading", "doubt", "group")
_CODES = ("reason", "notes")
_CODE = (
    "id", "measure", "form", "direction", "basis", "target_op", "target_unit", "rate_unit", "method", "rule", "status",
)  # fmt: skip
_INTEGERS = {
    "chapter": "", "section": "", "baseline_year": "year", "latest_year": "year", "target_year": "year",
    "year": "year", "arrival_year": "year", "interval": "percent",
}  # fmt: skip
_FLAGS = ("binding", "dated")
_NUMBERS = {
    "baseline": "unit", "latest": "unit", "target": "target_unit", "target_high": "target_unit", "target_level": "unit",
    "required_rate": "rate_unit", "required_growth": "%/year", "actual_rate": "rate_unit", "needed_rate": "rate_unit",
    "elapsed": "fraction", "completion": "fraction", "pace": "ratio",
    "projected": "target_unit", "projected_low": "target_unit", "projected_high": "target_unit",
    "probability": "fraction", "chance": "fraction", "gap": "target_unit", "gap_percent": "percent",
    "required": "unit", "actual": "unit",
}  # fmt: skip

COLUMNS: dict[str, Column] = {
    **{i: Column(i, "text") for i in _TEXT},
    **{i: Column(i, "codes") for i in _CODES},
    **{i: Column(i, "code") for i in _CODE},
    **{i: Column(i, "integer", unit) for i, unit in _INTEGERS.items()},
    **{i: Column(i, "flag") for i in _FLAGS},
    **{i: Column(i, "number", unit) for i, unit in _NUMBERS.items()},
}
"""All columns by id."""

_INDICATOR = (
    "id", "name_zh", "name_en", "group", "chapter", "section", "measure", "form", "direction", "unit", "basis",
    "binding", "owner",
)  # fmt: skip
_TARGET = ("target_year", "target_op", "target", "target_high", "target_unit", "target_level")

PROJECT = (
    *_INDICATOR, "baseline_year", "baseline", "latest_year", "latest", *_TARGET,
    "rate_unit", "required_rate", "required_growth", "actual_rate", "needed_rate", "elapsed", "completion", "pace",
    "projected", "projected_low", "projected_high", "interval", "probability",
    "gap", "gap_percent", "arrival_year", "method", "rule", "status", "reason", "notes",
)  # fmt: skip
"""The columns of `kpi project`, in order."""

REQUIRED = (
    *_INDICATOR, "baseline_year", "baseline", *_TARGET, "rate_unit", "required_rate", "required_growth", "reason",
    "notes",
)  # fmt: skip
"""The columns of `kpi required`, in order."""

LIST = (
    "id", "name_zh", "name_en", "group", "chapter", "section", "heading", "measure", "form", "direction", "unit",
    "basis", "binding", "owner", "target_year", "target_op", "target", "target_high", "dated", "baseline_year",
    "baseline", "doubt",
)  # fmt: skip
"""The columns of `kpi list`, in order."""

PATH = ("id", "year", "required", "actual", "projected", "projected_low", "projected_high", "chance")
"""The columns of `kpi path`, in order."""


def columns(ids: tuple[str, ...]) -> tuple[Column, ...]:
    """Give the columns of these ids, in this order."""
    return tuple(COLUMNS[i] for i in ids)
