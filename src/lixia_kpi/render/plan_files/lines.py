"""Lines of a file with what stands behind them: a remark, and the cell of a table that a line comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.init_text import ASSUMED
from lixia_kpi.render.plan_files.scalar import scalar

if TYPE_CHECKING:
    from lixia_kpi.founding.draft import Given
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.office.spot import Spot


class Lines:
    """The lines of a file in the making.

    `spots` gives the cell that a line (counted from 1) comes from, `assumed` counts the values without one that are
    remarked upon.
    """

    def __init__(self, lang: Lang) -> None:
        self.english = lang == "en"
        self.spots: dict[int, Spot] = {}
        self.assumed = 0
        self._lines: list[str] = []

    def add(self, line: str = "") -> None:
        """Add a line as it is."""
        self._lines.append(line)

    def value(self, before: str, key: str, given: Given, *, remark: str = "") -> None:
        """Add a line `key: value`, with why it is assumed or else a remark behind it."""
        text = given.text if given.plain else scalar(given.text)
        if given.assumed:
            self.assumed += 1
            remark = ASSUMED[given.assumed][self.english]
        self.add(f"{before}{key}: {text}" + (f"  # {remark}" if remark else ""))
        if given.spot is not None:
            self.spots[len(self._lines)] = given.spot

    def text(self) -> str:
        """Give the whole file."""
        return "\n".join(self._lines) + "\n"
