"""The number formats of an XLSX workbook, by the style number that its cells carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.limits import MAX_STYLES, RefusedError
from lixia_kpi.office.markup import Handlers, walk
from lixia_kpi.office.number_format import NumberFormat, built_in, number_format

if TYPE_CHECKING:
    from lixia_kpi.office.archive import Archive


def read_styles(archive: Archive, name: str | None) -> list[NumberFormat]:
    """Read what the number format of each style makes of a number.

    Parameters
    ----------
    archive
        the opened archive.
    name
        the part that holds the styles; None where the workbook has none.
    """
    if name is None or name not in archive:
        return []
    styles = _Styles(name)
    walk(archive.pieces(name), styles, part=name)
    return [styles.codes.get(number) or built_in(number) for number in styles.numbers]


class _Styles(Handlers):
    def __init__(self, part: str) -> None:
        super().__init__()
        self.codes: dict[int, NumberFormat] = {}
        self.numbers: list[int] = []
        self._part = part
        self._in_cells = False
        self.starts = {"numFmt": self._format, "cellXfs": self._open_cells, "xf": self._style}
        self.ends = {"cellXfs": self._close_cells}

    def _format(self, attributes: dict[str, str]) -> None:
        self._count(self.codes)
        self.codes[int(attributes.get("numFmtId", "0"))] = number_format(attributes.get("formatCode", ""))

    def _open_cells(self, _attributes: dict[str, str]) -> None:
        self._in_cells = True

    def _close_cells(self) -> None:
        self._in_cells = False

    def _style(self, attributes: dict[str, str]) -> None:
        if self._in_cells:
            self._count(self.numbers)
            self.numbers.append(int(attributes.get("numFmtId", "0")))

    def _count(self, known: dict[int, NumberFormat] | list[int]) -> None:
        if len(known) >= MAX_STYLES:
            raise RefusedError("xml_too_large", {"part": self._part, "limit": MAX_STYLES})
