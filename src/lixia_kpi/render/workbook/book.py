"""The file: a typed face of XlsxWriter that knows looks instead of formats and writes text as text.

Nothing here lets a text become a formula, a link or a number: XlsxWriter's `write`, which guesses, is never called.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from lixia_kpi.render.width import width
from lixia_kpi.render.workbook.style import CELL, HEAD, RULE, TEXT_FONT, Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from xlsxwriter.worksheet import Worksheet

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.workbook.reference import Reference

_LONGEST_TEXT = 32_000
_SIZE = 10
_LINE = 14.25
"""Height of a line of text in points."""
_A4 = 9
_TEXT_FROM = 20
"""Cells from which a column is wide."""
_CELL, _PADDING = 6.4, 3.75
"""Points of a cell of a column, in the widest of the fonts that may stand in for ours, and of its edges."""
_PAGE_WIDTH = 277 * 72 / 25.4
"""Of A4 landscape between its margins, in points."""


class Sheet:
    """One sheet; rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self._book = book
        self._sheet = sheet
        self.name = name

    def text(self, row: int, column: int, text: str, look: Look = CELL) -> None:
        """Write a text, whatever it begins with; what no cell can hold is cut."""
        cut = text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
        if cut:
            self._sheet.write_string(row, column, cut, self._book.format(look))
        else:
            self.blank(row, column, look)

    def blank(self, row: int, column: int, look: Look = CELL) -> None:
        """Leave a cell empty, but ruled as the others."""
        self._sheet.write_blank(row, column, None, self._book.format(look))

    def number(self, row: int, column: int, number: float, look: Look = CELL) -> None:
        """Write a number."""
        self._sheet.write_number(row, column, number, self._book.format(look))

    def flag(self, row: int, column: int, flag: bool, look: Look = CELL) -> None:
        """Write true or false."""
        self._sheet.write_boolean(row, column, flag, self._book.format(look))

    def formula(self, row: int, column: int, formula: str, value: float | str | None, look: Look = CELL) -> None:
        """Write a formula with the value it has; None is the empty text that stands for what is undefined."""
        self._sheet.write_formula(row, column, f"={formula}", self._book.format(look), "" if value is None else value)

    def link(self, row: int, column: int, text: str, to: Reference, look: Look = CELL) -> None:
        """Write a text that leads to a cell of this workbook."""
        self._sheet.write_url(row, column, f"internal:{to}", self._book.format(look), text)

    def head(self, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
        """Write a row of headings, as high as the longest needs in its column, and set the columns.

        Wide columns hold text, and their heading stands at the left as the text does.
        """
        lines = 1
        for column, (heading, cells) in enumerate(zip(headings, widths, strict=True)):
            self.text(row, column, heading, HEAD if cells < _TEXT_FROM else HEAD._replace(align="left"))
            self._sheet.set_column(column, column, cells)
            lines = max(lines, -(-(width(heading) + 1) // max(int(cells), 1)))
        self._sheet.set_row(row, 4 + _LINE * lines)

    def height(self, row: int, lines: int) -> None:
        """Make a row as high as so many lines."""
        self._sheet.set_row(row, 2 + _LINE * lines)

    def hide(self, column: int) -> None:
        """Hide a column that has nothing to show."""
        self._sheet.set_column(column, column, None, None, {"hidden": True})

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before a cell in sight."""
        self._sheet.freeze_panes(row, column)

    def filter(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Offer a filter over a table, from its first heading to its last cell."""
        self._sheet.autofilter(*first, *last)

    def colour_where(self, area: tuple[int, int, int, int], formula: str, ink: str, fill: str) -> None:
        """Colour the cells of an area (first row, column, last row, column) for which a formula holds."""
        look = self._book.format_of({"font_color": ink, "bg_color": fill})
        self._sheet.conditional_format(*area, {"type": "formula", "criteria": f"={formula}", "format": look})

    def chart(self, row: int, column: int, chart: Any, *, description: str) -> None:
        """Place a chart with its upper left corner in a cell."""
        place = {"object_position": 1, "x_offset": 4, "y_offset": 6, "description": description[:250]}
        self._sheet.insert_chart(row, column, chart, place)

    def protect(self) -> None:
        """Lock every cell that is not unlocked, without a password; columns may be widened, rows filtered."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def accept(self, first: tuple[int, int], last: tuple[int, int], rule: Mapping[str, Any]) -> None:
        """Accept in these cells only what a rule of data validation allows."""
        self._sheet.data_validation(*first, *last, dict(rule))

    def print_setup(self, *, title: str, page: str, rows: tuple[int, int] | None) -> None:
        """A4 landscape, one page wide, headings repeated, the plan above and the page below."""
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_header("&R" + _for_header(title), {"margin": 0.3})
        sheet.set_footer("&L" + _for_header(self.name) + "&R" + page, {"margin": 0.3})
        sheet.hide_gridlines(2)
        if rows is not None:
            sheet.repeat_rows(*rows)

    def print_on(self, *, wide: int, high: int = 0, columns: tuple[int, int] | None = None) -> None:
        """Print on so many pages side by side (and one above another), `columns` on each of them."""
        self._sheet.fit_to_pages(wide, high)
        if columns is not None:
            self._sheet.repeat_columns(*columns)

    def print_columns(self, last_row: int, last_column: int) -> None:
        """Print only the columns up to one."""
        self._sheet.print_area(0, 0, last_row, last_column)

    def print_scaled(self, widths: Sequence[float], breaks: Sequence[int]) -> None:
        """Print columns of these widths one page wide, with a new page at certain rows.

        A scale is set, because the office programs forget page breaks where they are to fit pages themselves.
        """
        wide = sum(cells * _CELL + _PADDING for cells in widths)
        self._sheet.set_print_scale(max(10, min(100, int(100 * _PAGE_WIDTH / wide))))
        self._sheet.set_h_pagebreaks(list(breaks))


def _worksheet_class() -> type[Worksheet]:
    """A worksheet that leaves formulas as they are written.

    XlsxWriter searches every formula for the names of some forty newer functions, none of which is used here; that is
    a third of its time, and would change a sheet's name that holds such a word.
    """
    from xlsxwriter.worksheet import Worksheet

    class Plain(Worksheet):
        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return Plain


class Book:
    """The workbook in memory; `close` gives its bytes."""

    def __init__(self, lang: Lang, *, title: str, subject: str, dated: datetime) -> None:
        from xlsxwriter import Workbook

        self.lang = lang
        self._bytes = BytesIO()
        self._formats: dict[Look, Any] = {}
        font = {"font_name": TEXT_FONT[lang], "font_size": _SIZE}
        self._workbook = Workbook(
            self._bytes, {"in_memory": True, "default_format_properties": font, "strings_to_urls": False}
        )
        self._workbook.set_properties({"title": title, "subject": subject, "created": dated, "author": "kpi"})
        self._workbook.set_size(24000, 14000)
        self._worksheet_class = _worksheet_class()

    def sheet(self, name: str) -> Sheet:
        """Add a sheet behind the others."""
        return Sheet(self, self._workbook.add_worksheet(name, self._worksheet_class), name)

    def define(self, name: str, cell: Reference) -> None:
        """Give a cell a name that every formula can use."""
        self._workbook.define_name(name, f"={cell.fixed}")

    def chart(self, kind: str, *, stacked: bool = False) -> Any:
        """Make a chart: line, area or bar."""
        return self._workbook.add_chart({"type": kind, **({"subtype": "stacked"} if stacked else {})})

    def format(self, look: Look) -> Any:
        """Give the format of a look."""
        if look not in self._formats:
            self._formats[look] = self.format_of(_properties(look))
        return self._formats[look]

    def format_of(self, properties: Mapping[str, Any]) -> Any:
        """Make a format."""
        return self._workbook.add_format(dict(properties))

    def close(self) -> bytes:
        """Finish the file."""
        self._workbook.close()
        return self._bytes.getvalue()


def _properties(look: Look) -> dict[str, Any]:
    wanted: dict[str, Any] = {"valign": "top" if look.top else "vcenter"}
    if look.ruled:
        wanted |= {"bottom": 1, "bottom_color": RULE}
    for name, value in (
        ("num_format", look.number), ("bold", look.bold), ("text_wrap", look.wrap), ("align", look.align),
        ("font_color", look.ink), ("bg_color", look.fill), ("font_size", look.size), ("underline", look.link),
    ):  # fmt: skip
        if value:
            wanted[name] = value
    if look.unlocked:
        wanted["locked"] = False
    return wanted


def _for_header(text: str) -> str:
    """A text for a page's header or footer, where `&` is a command; they hold 255 characters altogether."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain[:60].replace("&", "&&")
