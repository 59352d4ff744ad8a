"""An XLSX workbook: which sheets it has, in which files of the archive they are, and each of them read."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import MAX_SHEETS, RefusedError, damaged
from lixia_kpi.office.markup import Handlers, walk
from lixia_kpi.office.xlsx.strings import read_strings
from lixia_kpi.office.xlsx.styles import read_styles
from lixia_kpi.office.xlsx.worksheet import read_worksheet

if TYPE_CHECKING:
    from lixia_kpi.office.archive import Archive
    from lixia_kpi.office.sheet import Sheet

_ROOT = "_rels/.rels"


class _Part(NamedTuple):
    kind: str
    target: str


class _Tab(NamedTuple):
    name: str
    relation: str
    hidden: bool


def read_xlsx(archive: Archive) -> list[Sheet]:
    """Read all worksheets of a workbook; charts and macros are left alone, links to other files are not followed.

    Parameters
    ----------
    archive
        the opened archive.

    Returns
    -------
    list of Sheet
        in the order of the tabs.

    Raises
    ------
    RefusedError
        where a part is missing or broken, or a limit is passed.
    """
    main = next((p.target for p in _relations(archive, _ROOT, "").values() if p.kind == "officeDocument"), "")
    if main not in archive:
        main = "xl/workbook.xml"
    book = _Book()
    walk(archive.pieces(main), book, part=main)
    folder, name = posixpath.split(main)
    parts = _relations(archive, f"{folder}/_rels/{name}.rels", folder)
    by_kind = {part.kind: part.target for part in parts.values()}
    budget = Budget()
    strings = read_strings(archive, by_kind.get("sharedStrings"), budget)
    looks = read_styles(archive, by_kind.get("styles"))
    sheets = []
    for tab in book.tabs:
        part = parts.get(tab.relation)
        if part is None:
            raise damaged(tab.name)
        if part.kind == "worksheet":
            grid = Grid(tab.name, budget, hidden=tab.hidden)
            read_worksheet(archive, part.target, grid, strings=strings, looks=looks, from_1904=book.from_1904)
            sheets.append(grid.sheet())
    return sheets


class _Book(Handlers):
    def __init__(self) -> None:
        super().__init__()
        self.tabs: list[_Tab] = []
        self.from_1904 = False
        self.starts = {"sheet": self._sheet, "workbookPr": self._properties}

    def _sheet(self, attributes: dict[str, str]) -> None:
        if len(self.tabs) >= MAX_SHEETS:
            raise RefusedError("too_many_sheets", {"limit": MAX_SHEETS})
        relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
        hidden = attributes.get("state", "visible") != "visible"
        self.tabs.append(_Tab(attributes.get("name", ""), relation, hidden))

    def _properties(self, attributes: dict[str, str]) -> None:
        self.from_1904 = attributes.get("date1904", "") in ("1", "true", "on")


class _Relations(Handlers):
    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.parts: dict[str, _Part] = {}
        self.starts = {"Relationship": self._relation}

    def _relation(self, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        inside = target[1:] if target.startswith("/") else posixpath.join(self._folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.parts[attributes.get("Id", "")] = _Part(kind, posixpath.normpath(inside))


def _relations(archive: Archive, name: str, folder: str) -> dict[str, _Part]:
    """Read which part of the archive an id stands for; links to anything outside are left out."""
    if name not in archive:
        return {}
    relations = _Relations(folder)
    walk(archive.pieces(name), relations, part=name)
    return relations.parts
