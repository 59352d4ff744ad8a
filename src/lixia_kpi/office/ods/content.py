"""The content of an OpenDocument workbook: tables, rows and cells with their repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import MAX_COLUMNS, MAX_SHEETS, MAX_STYLES, MAX_TEXT, RefusedError, damaged
from lixia_kpi.office.markup import Handlers
from lixia_kpi.office.ods import names
from lixia_kpi.office.ods.cell import ods_cell

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Cell, Sheet

_ASIDE = ("annotation", "shapes", "forms", "tracked-changes", "dde-links", "database-ranges", "ruby-text", "frame")
_OUTSIDE = "'file:"


class Content(Handlers):
    """Collects the sheets of a workbook while its content is walked.

    What stands aside of the cells (comments, drawings, recorded changes, copies of other files) is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self.is_spreadsheet = False
        self._budget = Budget()
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._aside = 0
        self._grid: Grid | None = None
        self._row = self._column = 0
        self._rows_repeated = 1
        self._row_cells: list[tuple[int, int, Cell]] = []
        self._cell: dict[str, str] | None = None
        self._paragraphs = 0
        self.starts = {
            "spreadsheet": self._spreadsheet,
            "style": self._open_style,
            "table-properties": self._properties,
            "table": self._open_table,
            "table-column": self._columns,
            "table-row": self._open_row,
            "table-cell": self._open_cell,
            "covered-table-cell": self._open_cell,
            "p": self._open_paragraph,
            "s": self._spaces,
            "tab": self._tab,
            "line-break": self._break,
            **dict.fromkeys(_ASIDE, self._open_aside),
        }
        self.ends = {
            "table": self._close_table,
            "table-row": self._close_row,
            "table-cell": self._close_cell,
            "covered-table-cell": self._close_cell,
            "p": self._close_paragraph,
            **dict.fromkeys(_ASIDE, self._close_aside),
        }

    def _spreadsheet(self, _attributes: dict[str, str]) -> None:
        self.is_spreadsheet = True

    def _open_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(names.STYLE, "")

    def _properties(self, attributes: dict[str, str]) -> None:
        if attributes.get(names.DISPLAY) == "false" and len(self._hidden_styles) < MAX_STYLES:
            self._hidden_styles.add(self._style)

    def _open_aside(self, _attributes: dict[str, str]) -> None:
        self._aside += 1
        self.listening = False

    def _close_aside(self) -> None:
        self._aside -= 1

    def _open_table(self, attributes: dict[str, str]) -> None:
        if self._aside or self._grid is not None or not self.is_spreadsheet:
            self._aside += 1  # a table within a drawing or a cell
            return
        if len(self.sheets) >= MAX_SHEETS:
            raise RefusedError("too_many_sheets", {"limit": MAX_SHEETS})
        hidden = attributes.get(names.STYLE_NAME, "") in self._hidden_styles
        self._grid = Grid(attributes.get(names.NAME, ""), self._budget, hidden=hidden)
        self._row = self._column = 0

    def _close_table(self) -> None:
        if self._aside:
            self._aside -= 1
        elif self._grid is not None:
            if not self._grid.name.startswith(_OUTSIDE):  # the copy that a link to another file left behind
                self.sheets.append(self._grid.sheet())
            self._grid = None

    def _columns(self, attributes: dict[str, str]) -> None:
        if self._aside or self._grid is None:
            return
        repeated = _count(attributes, names.COLUMNS_REPEATED)
        if attributes.get(names.VISIBILITY) in ("collapse", "filter"):
            self._grid.hide_columns(self._column, self._column + repeated - 1)
        self._column += repeated

    def _open_row(self, attributes: dict[str, str]) -> None:
        if self._aside or self._grid is None:
            return
        self._column = 0
        self._rows_repeated = _count(attributes, names.ROWS_REPEATED)
        self._row_cells.clear()
        if attributes.get(names.VISIBILITY) in ("collapse", "filter"):
            self._grid.hide_rows(self._row, self._row + self._rows_repeated - 1)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if not self._aside and self._grid is not None:
            self._cell = attributes
            self._paragraphs = 0

    def _open_paragraph(self, _attributes: dict[str, str]) -> None:
        if self._cell is not None and not self._aside:
            if self._paragraphs:
                self.hear("\n")
            self._paragraphs += 1
            self.listening = True

    def _close_paragraph(self) -> None:
        if not self._aside:
            self.listening = False

    def _spaces(self, attributes: dict[str, str]) -> None:
        if self.listening:
            self.hear(" " * min(_count(attributes, names.SPACES), MAX_TEXT))

    def _tab(self, _attributes: dict[str, str]) -> None:
        if self.listening:
            self.hear("\t")

    def _break(self, _attributes: dict[str, str]) -> None:
        if self.listening:
            self.hear("\n")

    def _close_cell(self) -> None:
        if self._aside or self._grid is None or self._cell is None:
            return
        attributes, self._cell = self._cell, None
        columns = _count(attributes, names.COLUMNS_REPEATED)
        cell = ods_cell(attributes, self.take_text())
        if cell is not None:
            if self._column + columns > MAX_COLUMNS:
                self._grid.put_repeated(self._row, self._column, cell, rows=1, columns=columns)  # refused, naming it
            self._row_cells.append((self._column, columns, cell))
        if names.COLUMNS_SPANNED in attributes or names.ROWS_SPANNED in attributes:
            last_row = self._row + _count(attributes, names.ROWS_SPANNED) - 1
            last_column = self._column + _count(attributes, names.COLUMNS_SPANNED) - 1
            self._grid.merge(self._row, self._column, last_row, last_column)
        self._column += columns

    def _close_row(self) -> None:
        if self._aside or self._grid is None:
            return
        for column, columns, cell in self._row_cells:
            self._grid.put_repeated(self._row, column, cell, rows=self._rows_repeated, columns=columns)
        self._row_cells.clear()
        self._row += self._rows_repeated


def _count(attributes: dict[str, str], name: str) -> int:
    """Read how many times something stands there; at least once."""
    number = attributes.get(name)
    if number is None:
        return 1
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise damaged("content.xml")
    return max(int(number), 1)
