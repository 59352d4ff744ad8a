"""The table of texts that the cells of an XLSX workbook point into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lixia_kpi.office.limits import MAX_CHARACTERS, MAX_STRINGS, RefusedError
from lixia_kpi.office.markup import Handlers, walk

if TYPE_CHECKING:
    from lixia_kpi.office.archive import Archive
    from lixia_kpi.office.grid import Budget

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read_strings(archive: Archive, name: str | None, budget: Budget) -> list[str]:
    """Read the table of texts; phonetic guides (`rPh`) are not part of a text.

    Parameters
    ----------
    archive
        the opened archive.
    name
        the part that holds the table; None where the workbook has none.
    budget
        what the workbook may hold.
    """
    if name is None or name not in archive:
        return []
    table = _Strings(name, budget)
    walk(archive.pieces(name), table, part=name)
    return table.strings


class _Strings(Handlers):
    def __init__(self, part: str, budget: Budget) -> None:
        super().__init__()
        self.strings: list[str] = []
        self._part = part
        self._budget = budget
        self._phonetic = 0
        self.starts = {"t": self._open, "rPh": self._open_phonetic}
        self.ends = {"t": self._close, "rPh": self._close_phonetic, "si": self._item}

    def _open(self, _attributes: dict[str, str]) -> None:
        self.listening = not self._phonetic

    def _close(self) -> None:
        self.listening = False

    def _open_phonetic(self, _attributes: dict[str, str]) -> None:
        self._phonetic += 1

    def _close_phonetic(self) -> None:
        self._phonetic -= 1

    def _item(self) -> None:
        text = unescaped(self.take_text())
        self._budget.characters -= len(text)
        if len(self.strings) >= MAX_STRINGS or self._budget.characters < 0:
            limit = MAX_STRINGS if len(self.strings) >= MAX_STRINGS else MAX_CHARACTERS
            raise RefusedError("too_much_text", {"part": self._part, "limit": limit})
        self.strings.append(text)


def unescaped(text: str) -> str:
    r"""Undo the escape that XLSX has for characters that XML cannot hold; line ends become LF.

    Parameters
    ----------
    text
        as it stands in the file.

    Examples
    --------
    >>> unescaped("指标_x000D_\n名称"), unescaped("_x005F_x0041_"), unescaped("x_1")
    ('指标\n名称', '_x0041_', 'x_1')
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(_character, text).replace("\r\n", "\n").replace("\r", "\n")


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return escape[0] if 0xD800 <= code <= 0xDFFF else chr(code)
