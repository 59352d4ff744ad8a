"""Tables of a web page that was given the name of a workbook, as many systems export them: a sheet a table."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import MAX_ELEMENTS, MAX_PLACES, MAX_SHEETS, MAX_TEXT, RefusedError
from lixia_kpi.office.sheet import Cell

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Sheet

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*+)([^<>]*+)>")
_SPAN = re.compile(r"""\b(row|col)span\s*+=\s*+["']?(\d{1,4})""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("style", "script", "title", "xml")}
_LINES = frozenset({"br", "p", "div", "li"})


def read_html(text: str) -> list[Sheet]:
    r"""Read the tables of a web page; all cells are text. A table within a cell belongs to the text of that cell.

    Parameters
    ----------
    text
        the decoded page.

    Returns
    -------
    list of Sheet
        one a table, named by its number.

    Raises
    ------
    RefusedError
        `html_without_table`, or where a limit is passed.

    Examples
    --------
    >>> page = "<table><tr><td colspan=2>主要<br>指标<tr><td>gdp<td>1.5</table>"
    >>> [[cell.text for cell in row] for row in read_html(page)[0].rows]
    [['主要\n指标', ''], ['gdp', '1.5']]
    """
    tables = _Tables()
    page = _without_comments(text)
    at = count = 0
    while (tag := _TAG.search(page, at)) is not None:
        count += 1
        if count > MAX_ELEMENTS:
            raise RefusedError("xml_too_large", {"part": "HTML", "limit": MAX_ELEMENTS})
        tables.hear(page[at : tag.start()])
        at = tag.end()
        name = tag[2].lower()
        if tag[1]:
            tables.close(name)
        elif name in _UNSEEN:
            end = _UNSEEN[name].search(page, at)
            at = end.start() if end else len(page)
        else:
            tables.open(name, tag[3])
    tables.hear(page[at:])
    tables.end()
    if not tables.sheets:
        raise RefusedError("html_without_table")
    return tables.sheets


def _without_comments(text: str) -> str:
    """Leave out comments, and what follows one that never ends."""
    first, *others = text.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in others)


class _Tables:
    """Lays cells out by row, past the places that cells above or before them span."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._budget = Budget()
        self._grid: Grid | None = None
        self._depth = 0
        self._row = self._column = -1
        self._spans = (1, 1)
        self._taken: dict[int, int] = {}
        self._places = MAX_PLACES
        self._text: list[str] | None = None
        self._heard = 0

    def open(self, name: str, attributes: str) -> None:
        """Take a start tag."""
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin()
        elif self._depth == 1 and name == "tr":
            self._next_row()
        elif self._depth == 1 and name in ("td", "th"):
            self._begin_cell(attributes)
        elif name in _LINES:
            self._keep("\n")

    def close(self, name: str) -> None:
        """Take an end tag."""
        if name == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self.end()
        elif self._depth == 1 and name in ("td", "th", "tr"):
            self._end_cell()

    def hear(self, text: str) -> None:
        """Take what stands between two tags."""
        if self._text is not None and text:
            self._keep(unescape(_BLANKS.sub(" ", text)))

    def end(self) -> None:
        """End the table that is open."""
        self._end_cell()
        if self._grid is not None:
            self.sheets.append(self._grid.sheet())
            self._grid = None

    def _begin(self) -> None:
        if len(self.sheets) >= MAX_SHEETS:
            raise RefusedError("too_many_sheets", {"limit": MAX_SHEETS})
        self._grid = Grid(str(len(self.sheets) + 1), self._budget)
        self._row = -1
        self._taken = {}

    def _next_row(self) -> None:
        self._end_cell()
        self._row += 1
        self._column = 0

    def _begin_cell(self, attributes: str) -> None:
        self._end_cell()
        if self._row < 0:
            self._next_row()
        while self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        spans = {kind.lower(): max(int(number), 1) for kind, number in _SPAN.findall(attributes)}
        self._spans = (spans.get("row", 1), spans.get("col", 1))
        self._text = []
        self._heard = 0

    def _end_cell(self) -> None:
        if self._text is None or self._grid is None:
            return
        text = "".join(self._text).strip(" \n")
        self._text = None
        rows, columns = self._spans
        if text:
            self._grid.put(self._row, self._column, Cell(text))
        if (rows, columns) != (1, 1):
            self._places -= columns
            if self._places < 0:
                raise RefusedError("xml_too_large", {"part": "HTML", "limit": MAX_PLACES})
            last = (self._row + rows - 1, self._column + columns - 1)
            self._grid.merge(self._row, self._column, *last)
            self._taken.update(dict.fromkeys(range(self._column, self._column + columns), last[0]))
        self._column += columns

    def _keep(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
            self._heard += len(text)
            if self._heard > MAX_TEXT:
                raise RefusedError("text_too_long", {"part": "HTML", "limit": MAX_TEXT})
