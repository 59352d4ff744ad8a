"""What is written in the chart of a target: its name and unit, its target, its status, its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.path_text import PATH
from lixia_kpi.messages.picture_text import DESCRIPTION, PICTURE
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.numbers import as_published, fixed
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.symbols import UNICODE

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.path import TargetPath


SYMBOLS = UNICODE._replace(marks=UNICODE.marks | {"reversing": "×"})
"""The marks of tables, with one that the font of the pictures has in place of one that it has not."""


class Captions:
    """Says the names and figures of the charts of one plan in one language."""

    def __init__(self, plan: PlanInfo, *, lang: Lang) -> None:
        self.lang: Lang = lang
        self._cells = Cells(plan, (0, 0), lang=lang, symbols=SYMBOLS)

    def name(self, path: TargetPath) -> str:
        """Name the target: its indicator and what tells it from another target of the same."""
        name = str(path.gap.values["name_en" if self.lang == "en" else "name_zh"])
        qualifier = self._cells.qualifier(path.gap, with_year=False)
        return name + ((", " if self.lang == "en" else " ") + qualifier if qualifier else "")

    def title(self, path: TargetPath) -> str:
        """Give the name with the unit of the axis."""
        return say(PICTURE, "name", self.lang, name=self.name(path), unit=self.unit(path))

    def unit(self, path: TargetPath) -> str:
        """Name the unit of the axis."""
        values = path.gap.values
        if path.unit != values["unit"] or values["form"] == "growth":
            return say(PATH, "points" if path.unit == "points" else "change", self.lang)
        return unit_name(path.unit, self.lang)

    def target(self, path: TargetPath) -> str:
        """Write the target with its comparator and its year."""
        target = "".join(self._cells.cell(path.gap, "target").lines)
        return say(PICTURE, "target", self.lang, target=target, year=str(path.gap.values["target_year"]))

    def status(self, path: TargetPath) -> str:
        """Give mark and word of the status."""
        return self._cells.cell(path.gap, "status").lines[0]

    def value(self, value: float, *, published: bool) -> str:
        """Write a value: a published one as it was, a computed one with about four digits."""
        text = as_published(value) if published else fixed(value, 0 if abs(value) >= 1000 else 2)
        return text if "e" in text else text.replace("-", SYMBOLS.minus)

    def description(self, path: TargetPath) -> str:
        """Tell the chart in sentences, for those who do not see it."""
        judgement = self.status(path).split(" ", 1)[1]
        parts = [
            say(DESCRIPTION, "name", self.lang, name=self.name(path), unit=self.unit(path), judgement=judgement),
            say(DESCRIPTION, "target", self.lang, target=self.target(path)),
        ]
        for column in ("actual", "projected"):
            values = [
                self._in_year(str(row["year"]), float(value), published=column == "actual")
                for row in path.rows
                if isinstance(value := row.get(column), int | float)
            ]
            if values:
                between = "，" if self.lang == "zh" else ", "
                parts.append(say(DESCRIPTION, column, self.lang, values=between.join(values)))
        return ("" if self.lang == "zh" else " ").join(parts)

    def _in_year(self, year: str, value: float, *, published: bool) -> str:
        return say(DESCRIPTION, "value", self.lang, year=year, value=self.value(value, published=published))
