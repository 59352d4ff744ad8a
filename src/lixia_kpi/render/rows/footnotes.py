"""Numbered footnotes: each text once, numbered in the order in which the rows first need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.table_text import FOOT

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapRow

_SAID_ELSEWHERE = frozenset({"interval_not_calibrated", "no_projection", "target_year_observed"})
"""What the foot of the table, an empty cell or the years in the row say already."""


_FOLLOWS_FROM_NO_DATA = frozenset({"no_actual", "one_point"})
"""What the status `no_data` says already."""


class Footnotes:
    """Collects the footnotes of a table while its rows are laid out."""

    def __init__(self, plan: PlanInfo, *, lang: Lang) -> None:
        self._plan = plan
        self._lang = lang
        self._numbers: dict[str, int] = {}

    def mark(self, row: GapRow) -> str:
        """Give the reference of a row, such as `[1,3]`; empty where nothing needs saying."""
        numbers = sorted(self._number(text) for text in self._texts(row))
        return f"[{','.join(map(str, numbers))}]" if numbers else ""

    def texts(self) -> list[str]:
        """List the footnotes in the order of their numbers."""
        return list(self._numbers)

    def _number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers) + 1)

    def _texts(self, row: GapRow) -> list[str]:
        english = self._lang == "en"
        reasons = _codes(row, "reason")
        no_data = row.values.get("status") == "no_data"
        found = [
            REASONS[code][english]
            for code in reasons
            if code in REASONS and code not in _SAID_ELSEWHERE and not (no_data and code in _FOLLOWS_FROM_NO_DATA)
        ]
        if row.values.get("dated") is False:
            found.append(NOTES["undated"][english])
        if row.values.get("doubt"):
            found.append(NOTES["doubtful"][english])
        found += [NOTES[code][english] for code in _codes(row, "notes") if code in NOTES]
        year = row.values.get("baseline_year")
        if (
            row.values.get("baseline") is not None
            and row.values.get("form") != "total"
            and isinstance(year, int)
            and year != self._plan.baseline_year
        ):
            found.append(FOOT["baseline_year"][english].format(year=year))
        return found


def _codes(row: GapRow, column: str) -> tuple[str, ...]:
    value = row.values.get(column)
    if isinstance(value, str):
        return tuple(filter(None, value.split(";")))
    return value if isinstance(value, tuple) else ()
