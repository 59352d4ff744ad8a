"""Every outward column, defined once: id, kind, unit.

The formats, the documentation and `kpi explain` are generated from here. The order of a table is the order of its
tuple of ids.
"""

from __future__ import annotations

from lixia_kpi.assessment.codes import RULE_NAMES, STATUSES
from lixia_kpi.tables.table import Column, Kind

_TEXT = (
    "region", "name_zh", "name_en", "unit", "owner", "heading", "doubt", "group", "old_unit", "new_unit",
    "target_unit", "rate_unit", "file", "message_zh", "message_en", "old_text", "new_text",
    "sheet", "written", "source", "note",
)  # fmt: skip
_CODES = ("reason", "notes", "assumption", "ids", "findings", "offers")
_CODE = (
    "id", "measure", "form", "direction", "basis", "target_op", "method", "rule", "status",
    "from", "year_status", "agreement", "kind", "change", "part",
    "old_status", "new_status", "row", "question", "likelihood", "verdict",
    "severity", "result", "code", "check", "moment", "field",
    "cell", "period", "publication", "published",
)  # fmt: skip
_INTEGERS = {
    "chapter": "", "section": "", "baseline_year": "year", "latest_year": "year", "target_year": "year",
    "year": "year", "arrival_year": "year", "interval": "percent",
    "horizon": "years", "origins": "", "series": "", "chances": "", "line": "", "column": "",
    "rank": "", "targets": "", "judged": "", "good": "", **dict.fromkeys(STATUSES, ""),
}  # fmt: skip
_FLAGS = ("binding", "dated", "after_assumed", "hangs_on_rule")
_NUMBERS = {
    "baseline": "unit", "latest": "unit", "target": "target_unit", "target_high": "target_unit", "target_level": "unit",
    "required_rate": "rate_unit", "required_growth": "%/year", "actual_rate": "rate_unit", "needed_rate": "rate_unit",
    "elapsed": "fraction", "completion": "fraction", "pace": "ratio",
    "projected": "target_unit", "projected_low": "target_unit", "projected_high": "target_unit",
    "probability": "fraction", "chance": "fraction", "gap": "target_unit", "gap_percent": "percent",
    "required": "unit", "actual": "unit",
    "planned": "target_unit", "cumulative": "target_unit", "actual_cumulative": "target_unit",
    "difference": "target_unit",
    "assumed_rate": "rate_unit", "gap_closed": "fraction", "equivalent_years": "years",
    "old": "old_unit", "new": "new_unit", "revision": "new_unit", "revision_percent": "percent",
    "growth_for_50": "rate_unit", "growth_for_80": "rate_unit", "growth_for_90": "rate_unit",
    "relative_error": "ratio", "coverage_80": "fraction", "coverage": "fraction", "interval_score": "ratio",
    "brier": "ratio", "brier_required": "ratio", "stated": "fraction", "happened": "fraction",
    "value": "unit", "other": "unit", "difference_percent": "percent",
    "share_good": "fraction", "mean_probability": "fraction",
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

SIDES = ("before", "after")
COMPARED = (
    "latest_year", "latest", "target", "needed_rate", "projected", "gap", "completion", "pace", "probability", "status",
)  # fmt: skip
"""What `kpi whatif` shows before and after its assumptions, side by side."""

_BESIDE = (*(f"{side}_{i}" for i in COMPARED for side in SIDES), "after_target_year")
for _id in _BESIDE:
    _alone = COLUMNS[_id.partition("_")[2]]
    COLUMNS[_id] = Column(_id, _alone.kind, _alone.unit)

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

ANNUAL = (
    "id", "name_zh", "name_en", "group", "chapter", "owner", "unit", "form", "direction",
    "target_year", "target_op", "target", "target_unit", "year", "planned", "cumulative", "from", "reason",
)  # fmt: skip
"""The columns of `kpi annual`, in order."""

ANNUAL_AGAINST = (*ANNUAL[:-1], "actual", "actual_cumulative", "difference", "year_status", "reason")
"""The columns of `kpi annual --against`, in order."""

WHATIF = (
    "id", "name_zh", "name_en", "group", "form", "unit", "target_unit", "rate_unit", "target_year", "target",
    *_BESIDE, "after_assumed", "assumption", "assumed_rate",
    "growth_for_50", "growth_for_80", "growth_for_90", "reason",
)  # fmt: skip
"""The columns of `kpi whatif`, in order."""

OF_A_RULE: dict[str, Kind] = {
    "category": "code", "value": "number", "status": "code", "reason": "code", "quirk": "codes",
}  # fmt: skip
"""What `kpi compare` gives for each rule: the columns `RULE_category` and so on."""

COLUMNS |= {f"{r}_{part}": Column(f"{r}_{part}", kind) for r in RULE_NAMES for part, kind in OF_A_RULE.items()}

_COMPARE = (
    *_INDICATOR, "baseline_year", "baseline", "latest_year", "latest", *_TARGET,
    "elapsed", "completion", "gap_closed", "equivalent_years",
)  # fmt: skip


def compare_ids(rules: tuple[str, ...]) -> tuple[str, ...]:
    """List the columns of `kpi compare` for these rules, in order."""
    of_rules = (f"{rule}_{part}" for rule in rules for part in OF_A_RULE)
    return (*_COMPARE, *of_rules, "agreement", "hangs_on_rule", "notes")


COMPARE = compare_ids(RULE_NAMES)
"""The columns of `kpi compare` with all rules, in order."""


REVISIONS = (
    "kind", "change", "id", "name_zh", "name_en", "group", "form", "target_op", "year", "part",
    "old", "old_unit", "new", "new_unit", "revision", "revision_percent", "old_status", "new_status",
)  # fmt: skip
"""The columns of `kpi diff`, in order."""

IMPORT = (
    "change", "severity", "file", "sheet", "cell", "written", "id", "name_zh", "name_en", "year", "period",
    "old", "old_unit", "new", "new_unit", "revision", "revision_percent", "publication", "published", "source", "note",
    "findings", "offers", "message_zh", "message_en",
)  # fmt: skip
"""The columns of `kpi import`, in order."""

EDIT = ("id", "field", "change", "old_text", "new_text", "file", "line", "column")
"""The columns of `kpi edit`, in order."""

AUDIT = (
    "severity", "result", "code", "check", "ids", "moment", "year", "value", "other", "unit", "difference_percent",
    "file", "line", "column", "message_zh", "message_en",
)  # fmt: skip
"""The columns of `kpi audit`, in order."""

BACKTEST = (
    "row", "method", "measure", "horizon", "origins", "series", "relative_error", "interval", "coverage_80", "coverage",
    "interval_score", "brier", "brier_required", "question", "likelihood", "chances", "stated", "happened", "verdict",
)  # fmt: skip
"""The columns of `kpi backtest`, in order."""

_COUNTED = ("targets", "judged", "good", "share_good", "mean_probability", *STATUSES)

PANEL = ("region", *PROJECT)
"""The columns of `kpi panel`, in order."""

PANEL_REGIONS = ("rank", "region", *_COUNTED)
"""The columns of `kpi panel --summary regions`, in order."""

PANEL_INDICATORS = ("id", "name_zh", "name_en", *_COUNTED)
"""The columns of `kpi panel --summary indicators`, in order."""


def columns(ids: tuple[str, ...]) -> tuple[Column, ...]:
    """Give the columns of these ids, in this order."""
    return tuple(COLUMNS[i] for i in ids)
