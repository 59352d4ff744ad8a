"""What cells say in words, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.terms import FLAGS, FORMS, GROUPS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.messages.workbook_text import FACTS, NOTES_HERE
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.symbols import UNICODE

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import Citation, Name
    from lixia_kpi.tables.gap import GapRow, GapTable
    from lixia_kpi.tables.table import Value


class Texts:
    """The words of one workbook."""

    def __init__(self, gap: GapTable, lang: Lang) -> None:
        self.lang: Lang = lang
        self.english = lang == "en"
        self._cells = Cells(gap.plan, (gap.plan.baseline_year, gap.plan.end), lang=lang, symbols=UNICODE)
        self._calibrated = any(row.values["probability"] is not None for row in gap.rows)
        self.plan = gap.plan.name.en if self.english else gap.plan.name.zh

    def fact(self, code: str, **details: str | int | float) -> str:
        """Say a fact."""
        return FACTS[code][self.english].format(**details)

    def status(self, code: str) -> str:
        """Say a status with its mark."""
        return f"{UNICODE.marks[code]} {STATUSES[code][self.english]}"

    def yes(self, flag: bool) -> str:
        """Say yes or no."""
        return FLAGS[str(flag).lower()][self.english]

    def group(self, code: str) -> str:
        """Name a group."""
        return GROUPS[code][self.english] if code in GROUPS else code

    def name(self, name: Name | None) -> str:
        """Name an indicator; empty where the plan does not know it."""
        return "" if name is None else name[self.english]

    def form(self, code: Value) -> str:
        """Name a form of target."""
        return FORMS[str(code)][self.english]

    def label(self, row: GapRow, *, with_year: bool = False) -> str:
        """Name a target: its indicator, and its form where it is not a plain level."""
        name = str(row.values["name_en" if self.english else "name_zh"])
        qualifier = self._cells.qualifier(row, with_year=with_year)
        if not qualifier:
            return name
        return f"{name} ({qualifier})" if self.english else f"{name}（{qualifier}）"

    def unit(self, unit: Value) -> str:
        """Name a unit; points by their word."""
        if unit is None:
            return ""
        if unit == "points":
            return "points" if self.english else "百分点"
        return unit_name(str(unit), self.lang)

    def rate_unit(self, unit: Value) -> str:
        """Name the unit of a rate."""
        if unit is None:
            return ""
        before = str(unit).removesuffix("/year")
        return f"{self.unit(before)}/{'year' if self.english else '年'}"

    def remark(self, row: GapRow) -> str:
        """Say why cells of a row are empty, and what a reader should know."""
        reasons, notes = row.values["reason"], row.values["notes"]
        found = [
            REASONS[code][self.english]
            for code in (reasons if isinstance(reasons, tuple) else ())
            if code != "interval_not_calibrated" or self._calibrated
        ]
        found += [
            NOTES_HERE.get(code, NOTES[code])[self.english] for code in (notes if isinstance(notes, tuple) else ())
        ]
        return ("; " if self.english else "；").join(found)

    def citation(self, citation: Citation) -> str:
        """Say where the plan says it."""
        chapter, section, heading = citation
        words = ""
        if chapter is not None and section is not None:
            words = self.fact("chapter_section", chapter=chapter, section=section)
        elif chapter is not None:
            words = self.fact("chapter", chapter=chapter)
        between = ", " if self.english else "，"
        return between.join(part for part in (words, heading or "") if part)
