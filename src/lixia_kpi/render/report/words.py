"""Figures and names of an evaluation as they stand in its sentences and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.report_lists import LAGGING
from lixia_kpi.messages.report_text import ABLE, FACTS, OUTCOMES, OVERALL, RESULTS, counted
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.terms import GROUPS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.tables.report.outcome import LAGGING_STATUSES
from lixia_kpi.tables.report.outcome import OUTCOMES as ALL_OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Catalogue, Detail, Lang
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.report import EvaluationReport, Item
    from lixia_kpi.tables.report.model import Tally
    from lixia_kpi.tables.table import Value

_PERCENT_FORMS = ("growth", "change", "points")
_POINTS = (" 个百分点", " percentage points")


class Words:
    """Says the figures of one evaluation in one language with one set of marks."""

    def __init__(self, report: EvaluationReport, *, lang: Lang, symbols: Symbols) -> None:
        self.report, self.lang, self.symbols = report, lang, symbols
        self.english = lang == "en"
        self.able = say(ABLE, report.kind, lang)
        self.cells = Cells(report.plan, (0, 0), lang=lang, symbols=symbols)
        self._prose: dict[str, Cells] = {}

    def say(self, catalogue: Catalogue, code: str, /, **details: Detail) -> str:
        """Give the text of a code."""
        return say(catalogue, code, self.lang, **{"able": self.able, **details})

    def counted(self, catalogue: Catalogue, code: str, count: int, /, **details: Detail) -> str:
        """Give the text of a code for a count."""
        return counted(catalogue, code, self.lang, count, **{"able": self.able, **details})

    def sentences(self, parts: Iterable[str]) -> str:
        """Put sentences one after the other."""
        return ("" if self.lang == "zh" else " ").join(part for part in parts if part)

    def listed(self, names: Iterable[str]) -> str:
        """Put names one after the other."""
        return ("、" if self.lang == "zh" else "; ").join(names)

    def percent(self, share: float | None) -> str:
        """Write a share of targets with one decimal."""
        return self.symbols.missing if share is None else f"{100 * share:.1f}%"

    def name(self, item: Item) -> str:
        """Name a target: its indicator and what tells it from another target of the same."""
        name = str(item["name_en" if self.english else "name_zh"])
        qualifier = self.cells.qualifier(item.row, with_year=True)
        return name + ((", " if self.english else " ") + qualifier if qualifier else "")

    def parts(self) -> tuple[str, tuple[Tally, ...]]:
        """The targets by chapter, or by group where the plan names no chapter."""
        chapters = self.report.by_chapter
        return ("chapter", chapters) if chapters else ("group", self.report.by_group)

    def place(self, column: str, key: Value) -> str:
        """Name a chapter, a group or a department."""
        if column == "chapter":
            return (
                self.say(FACTS, "no_chapter") if key is None else self.say(FACTS, "chapter_title", number=int(str(key)))
            )
        if column == "group":
            return self.say(GROUPS, str(key)) if str(key) in GROUPS else str(key)
        return self.say(FACTS, "no_owner") if key is None else str(key)

    def figure(self, item: Item, column: str) -> str:
        """Write a figure with its unit; empty where there is none."""
        cells = self._cells_for(item)
        cell = cells.cell(item.row, column)
        if cell is cells.missing:
            return ""
        text = "".join(cell.lines)
        form = item["form"]
        if column == "gap" and item["unit"] == "%" and form not in _PERCENT_FORMS:
            return text + _POINTS[self.english]
        if column == "interval" and form in _PERCENT_FORMS:
            return text + (cells.points if form == "points" else "%")
        return text if self._says_its_unit(item, column) else text + self._unit(item)

    def due_target(self, item: Item) -> str:
        """Write the target with its unit and its year."""
        target, year = self.figure(item, "target"), item["target_year"]
        return f"{target}（{year} 年）" if self.lang == "zh" else f"{target} by {year}"

    def missing_by(self, item: Item) -> str:
        """Write the gap without its sign."""
        return self.figure(item, "gap").lstrip("+-" + self.symbols.minus)

    def status(self, item: Item) -> str:
        """The mark and word of a judgement: the outcome where it says more than the status."""
        mark = self.symbols.marks[item.status]
        if item.outcome in ("met_early", "met", "held", "missed", "no_data"):
            return f"{mark} {self.say(OUTCOMES, item.outcome)}"
        shown = f"{mark} {self.say(STATUSES, item.status)}"
        return self.say(RESULTS, "provisional", status=shown) if item.outcome == "awaiting" else shown

    def outcomes(self, tally: Tally, among: Iterable[str]) -> str:
        """Write how many targets have each of these outcomes, those that occur, best first."""
        between = "，" if self.lang == "zh" else ", "
        found = [o for o in ALL_OUTCOMES if o in set(among) and tally.of(o)]
        return between.join(self._outcome(tally, outcome) for outcome in found)

    def statuses(self, items: Iterable[Item]) -> str:
        """Write how many of these items have each status, best first."""
        shown = [item.status for item in items]
        return self._counts((self.say(STATUSES, s), shown.count(s)) for s in STATUSES)

    def _outcome(self, tally: Tally, outcome: str) -> str:
        text = self.say(OVERALL, "outcome", name=self.say(OUTCOMES, outcome), count=tally.of(outcome))
        found = {status: count for status, count in tally.lagging("behind").items() if count}
        if outcome != "behind" or set(found) <= {"behind"}:
            return text
        parts = self._counts((self.say(STATUSES, s), found[s]) for s in reversed(LAGGING_STATUSES) if s in found)
        return text + self.say(OVERALL, "of_which", parts=parts)

    def _counts(self, counts: Iterable[tuple[str, int]]) -> str:
        between = "，" if self.lang == "zh" else ", "
        return between.join(self.say(OVERALL, "outcome", name=name, count=n) for name, n in counts if n)

    def _cells_for(self, item: Item) -> Cells:
        """The cells whose differences are in percentage points, or in the indicator's unit where that is no percent."""
        form, unit = item["form"], str(item["unit"])
        points = _POINTS[self.english] if unit == "%" or form in _PERCENT_FORMS else self._named_unit(unit)
        if points not in self._prose:
            cells = Cells(self.report.plan, (0, 0), lang=self.lang, symbols=self.symbols)
            cells.points = points
            self._prose[points] = cells
        return self._prose[points]

    def _says_its_unit(self, item: Item, column: str) -> bool:
        if column in ("completion", "elapsed", "probability", "arrival_year"):
            return True
        if column == "latest" and item.row.change:
            return True
        if column.endswith("_rate"):
            return item["rate_unit"] in ("%/year", "points/year")
        return item["form"] in _PERCENT_FORMS and column in ("target", "projected", "gap")

    def _unit(self, item: Item) -> str:
        return self._named_unit(str(item["unit"]))

    def _named_unit(self, unit: str) -> str:
        if unit == "%":
            return "%"
        named = unit_name(unit, self.lang)
        if named == "no.":
            return ""
        return f" ({named})" if named[:1].isdigit() else f" {named}"


def lagging_phrase(words: Words, code: str, /, **details: Detail) -> str:
    """Give a sentence about a target that is behind; empty where a figure it needs is missing."""
    return "" if "" in details.values() else words.say(LAGGING, code, **details)
