"""Tables as people type them, read and compared in memory."""

from __future__ import annotations

from typing import Any

from lixia_kpi.folder.open import open_folder
from lixia_kpi.intake.compare import compare
from lixia_kpi.intake.plausible import with_doubts
from lixia_kpi.intake.read_files import read_files
from lixia_kpi.intake.read_table import Given
from lixia_kpi.office.sheet import Cell, Sheet

FOLDER = open_folder(None)
PLAN = FOLDER.plan


def sheet(text: str, *, name: str = "", merged: Any = (), **more: Any) -> Sheet:
    """A sheet from lines whose cells are divided by bars."""
    rows = [line.split("|") for line in text.strip("\n").split("\n")]
    widest = max(map(len, rows))
    return Sheet(name, [[Cell(c.strip()) for c in r] + [Cell("")] * (widest - len(r)) for r in rows], merged, **more)


def read(*sheets: Sheet | str, matches: Any = None, only: Any = (), plan: Any = PLAN, **given: Any) -> Any:
    """Read sheets of one file `t.csv`."""
    book = [sheet(one) if isinstance(one, str) else one for one in sheets]
    return read_files([("t.csv", book)], plan, given=Given(**given), matches=matches or {}, sheets=only)


def taken_in(*sheets: Sheet | str, observations: Any = (), plan: Any = PLAN, **more: Any) -> Any:
    """The changes that sheets would make to a plan with these observations."""
    changes = compare(read(*sheets, plan=plan, **more).entries, observations, plan)
    return with_doubts(changes, observations, plan)


def figures(changes: Any) -> list[tuple[Any, ...]]:
    """What is read, in brief."""
    return [(c.entry.id, c.entry.year, c.entry.period, c.entry.value, c.entry.unit) for c in changes]


def codes(change: Any) -> list[str]:
    """What was found of an entry."""
    return [finding.code for finding in change.entry.findings]
