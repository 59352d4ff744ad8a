"""The commands that show the texts of a hostile plan, and the plan folders they are run on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from hostile import FOLDER, UNTIDY, hostile_plan, identifier

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "project": ["project", "--all"],
    "required": ["required"],
    "list": ["list"],
    "path": ["path", identifier(0), identifier(9), identifier(17)],
    "compare": ["compare", "--all"],
    "annual": ["annual"],
    "against": ["annual", "--against"],
    "whatif": ["whatif", "--growth", f"{identifier(7)}=5%", "--shock", f"{identifier(0)}:2025=-5%"],
    "check": ["check", "--fail-on", "met", "--fail-on", "no_data"],
    "audit": ["audit", "--all"],
    "diff": ["diff", "--to", "2026"],
    "backtest": ["backtest"],
}
PEOPLE = {
    **TABLES,
    "report": ["report", "--all"],
    "final": ["report", "--final", "2025"],
    "validate": ["validate"],
    **{f"show {n}": ["show", identifier(n)] for n in range(len(UNTIDY))},
}


class Plans:
    """A plan of hostile texts, and the same with other figures, in folders with hostile names."""

    def __init__(self, folder: Path) -> None:
        self.folder = hostile_plan(folder / FOLDER, untidy=True)
        self.rows: dict[str, list[dict[str, object]]] = {}
        self.revised = folder / f"new {FOLDER}"
        shutil.copytree(self.folder, self.revised)
        actuals = self.revised / "actuals.csv"
        actuals.write_bytes(actuals.read_bytes().replace(b",2023,1", b",2023,2"))

    def sources(self, command: str) -> list[str]:
        if command == "diff":
            return [str(self.folder), str(self.revised)]
        return [str(self.folder)] if command == "validate" else ["--plan", str(self.folder)]
