"""Any workbook or delimited file, recognised by its bytes, to sheets of cells and the faults found on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.kind import kind_of
from lixia_kpi.office.limits import RefusedError
from lixia_kpi.office.sheet import address
from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.decode import MAX_BYTES
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.office.sheet import Sheet
    from lixia_kpi.problems import Detail

_NAMED = 20
"""Cells that one message names."""
_SHOWN = 80
"""Characters of a name or a text that a message repeats."""
_NOT_READ = {
    "empty": "empty_file",
    "old_excel": "excel_before_95",
    "rtf": "not_a_workbook",
    "pdf": "not_a_workbook",
    "archive": "not_a_workbook",
    "mhtml": "not_a_workbook",
}


def read_sheets(data: bytes, *, file: str) -> tuple[list[Sheet], list[Problem]]:
    r"""Read the sheets of a workbook (XLSX, XLS, ODS) or of a text (CSV, TSV, semicolons; UTF-8 or GB18030).

    Nothing is written to a disk, no formula is computed, no link followed, no macro run.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it; the suffix is not asked.

    Returns
    -------
    tuple
        the sheets in their order, hidden ones too (none where the file is refused), and the problems: one error that
        says why the file is refused, or warnings `error_cell` and `formula_without_value`, one a sheet, that name
        the cells.

    Examples
    --------
    >>> sheets, problems = read_sheets("指标,2021年\n生产总值,1.5\n".encode("gb18030"), file="a.csv")
    >>> sheets[0].rows[1][1].text, problems
    ('1.5', [])
    """
    if len(data) > MAX_BYTES:
        return [], [Problem("too_large", Place(file), details={"bytes": len(data), "limit": MAX_BYTES})]
    try:
        kind = kind_of(data)
        if kind in _NOT_READ:
            raise RefusedError(_NOT_READ[kind], {"kind": kind})
        if kind in ("delimited", "html"):
            return _text(data, kind, file)
        sheets = _READERS[kind](data)
        if not sheets:
            raise RefusedError("no_worksheet")
    except RefusedError as refused:
        details = {name: _shown(detail) for name, detail in refused.details.items()}
        return [], [Problem(refused.code, _place(file, refused.row, refused.column), details=details)]
    return sheets, _faulty_cells(sheets, file)


def _text(data: bytes, kind: str, file: str) -> tuple[list[Sheet], list[Problem]]:
    from lixia_kpi.office.encoding import decode_any

    text, problems = decode_any(data, file=file)
    if text is None:
        return [], problems
    if kind == "html":
        from lixia_kpi.office.html_table import read_html

        return read_html(text), problems
    from lixia_kpi.office.delimited import read_delimited

    return read_delimited(text), problems


def _zip(data: bytes) -> list[Sheet]:
    from lixia_kpi.office.archive import Archive

    archive = Archive(data)
    if "content.xml" in archive:
        from lixia_kpi.office.ods import read_ods

        return read_ods(archive)
    if "xl/workbook.bin" in archive:
        raise RefusedError("excel_binary")
    if "[Content_Types].xml" in archive and any(name.startswith("xl/") for name in archive.names()):
        from lixia_kpi.office.xlsx import read_xlsx

        return read_xlsx(archive)
    if "encrypted-package" in archive:
        raise RefusedError("encrypted_workbook")
    raise RefusedError("not_a_workbook", {"kind": "zip"})


def _compound(data: bytes) -> list[Sheet]:
    from lixia_kpi.office.xls import read_xls

    return read_xls(data)


def _flat_ods(data: bytes) -> list[Sheet]:
    from lixia_kpi.office.ods import read_flat_ods

    return read_flat_ods(data)


def _xml_2003(data: bytes) -> list[Sheet]:
    from lixia_kpi.office.xml_2003 import read_xml_2003

    return read_xml_2003(data)


_READERS: dict[str, Callable[[bytes], list[Sheet]]] = {
    "zip": _zip,
    "compound": _compound,
    "flat_ods": _flat_ods,
    "xml_2003": _xml_2003,
}


def _shown(detail: Detail) -> Detail:
    """Give what a message repeats of a text found in a file: its beginning, no character that cannot be seen."""
    if not isinstance(detail, str):
        return detail
    return with_codes(detail if len(detail) <= _SHOWN else detail[: _SHOWN - 1] + "…")


def _place(file: str, row: int, column: int) -> Place:
    return Place(file, row + 1, column + 1) if row >= 0 else Place(file)


def _faulty_cells(sheets: list[Sheet], file: str) -> list[Problem]:
    """Name the cells whose value is missing, a warning a sheet and kind of fault."""
    problems = []
    for sheet in sheets:
        faulty: dict[str, list[tuple[int, int]]] = {}
        for row, cells in enumerate(sheet.rows):
            for column, cell in enumerate(cells):
                if cell.fault:
                    faulty.setdefault(cell.fault, []).append((row, column))
        for code, places in faulty.items():
            named = ", ".join(address(*place) for place in places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
            details: dict[str, Detail] = {"sheet": _shown(sheet.name), "cells": named, "count": len(places)}
            details["text"] = _shown(sheet.rows[places[0][0]][places[0][1]].text)
            problems.append(Problem(code, _place(file, *places[0]), "warning", details))
    return problems
