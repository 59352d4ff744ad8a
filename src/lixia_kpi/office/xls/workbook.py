"""An XLS workbook: its globals (formats, texts, sheets), then each worksheet."""

from __future__ import annotations

from struct import error as struct_error
from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import MAX_CHARACTERS, MAX_SHEETS, RefusedError, damaged
from lixia_kpi.office.number_format import NumberFormat, built_in, number_format
from lixia_kpi.office.xls import records as biff
from lixia_kpi.office.xls.compound import CompoundFile
from lixia_kpi.office.xls.texts import read_string_table, short_text
from lixia_kpi.office.xls.worksheet import Book, read_worksheet

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Sheet

_BIFF8 = 0x0600
_WORKSHEET = 0
_CODE_PAGES = {1200: "utf-16-le", 10000: "mac_roman", 10008: "gb2312", 32768: "mac_roman", 32769: "cp1252"}


class _Tab(NamedTuple):
    name: str
    start: int
    hidden: bool
    kind: int


def read_xls(data: bytes) -> list[Sheet]:
    """Read all worksheets of an XLS workbook; charts and macros are left alone.

    Parameters
    ----------
    data
        the whole file.

    Returns
    -------
    list of Sheet
        in the order of the tabs.

    Raises
    ------
    RefusedError
        `encrypted_workbook`, `not_a_workbook`, `damaged_workbook`, or where a limit is passed.
    """
    compound = CompoundFile(data)
    if "EncryptedPackage" in compound:
        raise RefusedError("encrypted_workbook")
    name = next((name for name in ("Workbook", "Book") if name in compound), None)
    if name is None:
        raise RefusedError("not_a_workbook", {"kind": "OLE"})
    stream = compound.stream(name)
    try:
        return _sheets(biff.Stream(stream))
    except (struct_error, IndexError, ValueError, LookupError, OverflowError) as fault:
        raise damaged(name) from fault


def _sheets(stream: biff.Stream) -> list[Sheet]:
    reader = _Globals()
    for record in biff.records(stream):
        reader.take(record)
    book = reader.book()
    budget = Budget()
    budget.characters -= sum(map(len, book.strings))
    if budget.characters < 0:
        raise RefusedError("too_much_text", {"part": "SST", "limit": MAX_CHARACTERS})
    sheets = []
    for tab in reader.tabs:
        if tab.kind == _WORKSHEET:
            grid = Grid(tab.name, budget, hidden=tab.hidden)
            read_worksheet(stream, tab.start, grid, book)
            sheets.append(grid.sheet())
    return sheets


class _Globals:
    """Takes the records before the first sheet."""

    def __init__(self) -> None:
        self.tabs: list[_Tab] = []
        self._version = _BIFF8
        self._code_page = "cp1252"
        self._from_1904 = False
        self._strings: list[str] = []
        self._formats: dict[int, NumberFormat] = {}
        self._styles: list[int] = []

    def take(self, record: biff.Record) -> None:
        number, data, pieces = record
        if number == biff.BOF:
            self._version = unpack_from("<H", data)[0]
        elif number == biff.FILE_PASS:
            raise RefusedError("encrypted_workbook")
        elif number == biff.CODE_PAGE:
            page = unpack_from("<H", data)[0]
            self._code_page = _encoding(page)
        elif number == biff.DATE_MODE:
            self._from_1904 = unpack_from("<H", data)[0] == 1
        elif number == biff.BOUND_SHEET:
            self._sheet(data)
        elif number == biff.SST:
            self._strings = read_string_table([data, *pieces])
        elif number == biff.FORMAT:
            size = 2 if self._wide else 1
            code = short_text(data, 2, size=size, wide=self._wide, code_page=self._code_page)
            self._formats[unpack_from("<H", data)[0]] = number_format(code)
        elif number == biff.XF:
            self._styles.append(unpack_from("<H", data, 2)[0])

    @property
    def _wide(self) -> bool:
        return self._version == _BIFF8

    def _sheet(self, data: bytes) -> None:
        if len(self.tabs) >= MAX_SHEETS:
            raise RefusedError("too_many_sheets", {"limit": MAX_SHEETS})
        start, visibility, kind = unpack_from("<IBB", data)
        name = short_text(data, 6, size=1, wide=self._wide, code_page=self._code_page)
        self.tabs.append(_Tab(name, start, visibility & 3 != 0, kind))

    def book(self) -> Book:
        looks = [self._formats.get(number) or built_in(number) for number in self._styles]
        return Book(self._strings, looks, self._from_1904, self._wide, self._code_page)


def _encoding(page: int) -> str:
    import codecs

    name = _CODE_PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
