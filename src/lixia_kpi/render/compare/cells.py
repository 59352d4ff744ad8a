"""The cells of the comparison: a status in each rule's column, how the rules agree in the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.by_rule import WITHOUT_EFFECT
from lixia_kpi.messages.compare_text import AGREEMENTS
from lixia_kpi.render.rows.cells import Cell, Cells

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.render.compare.size import Size
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.gap import GapRow

PECULIAR_MARK = "*"
_SAYING_NOTHING = ("undetermined", "no_data")


class CompareCells(Cells):
    """Makes the cells of one comparison, as long as its size allows."""

    def __init__(self, plan: PlanInfo, size: Size, *, lang: Lang, symbols: Symbols) -> None:
        super().__init__(plan, (0, 0), lang=lang, symbols=symbols)
        self.size = size

    def cell(self, row: GapRow, column: str, *, baseline_as_latest: bool = False) -> Cell:
        """Make one cell."""
        if column == "agreement":
            code = "hangs" if row.values["hangs_on_rule"] else str(row.values["agreement"])
            return Cell((AGREEMENTS[code][self.lang == "en"],), "" if code == "hangs" else "secondary")
        if not column.endswith("_status"):
            return super().cell(row, column, baseline_as_latest=baseline_as_latest)
        status = str(row.values[column])
        mark = self.symbols.marks[status]
        if status in _SAYING_NOTHING:
            return Cell((mark,), "secondary")
        word = self.size.words[status][self.lang == "en"]
        flag = PECULIAR_MARK if is_peculiar(row, column.removesuffix("_status")) else ""
        return Cell((f"{mark}{self.size.between}{word}{flag}",), status)


def is_peculiar(row: GapRow, rule: str) -> bool:
    """Whether a verdict may hang on a peculiarity of its rule."""
    quirks = row.values[f"{rule}_quirk"]
    said = isinstance(quirks, tuple) and any(quirk not in WITHOUT_EFFECT for quirk in quirks)
    return said and row.values[f"{rule}_status"] not in _SAYING_NOTHING
