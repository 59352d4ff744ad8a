"""Files that are broken, closed or meant to do harm."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from tools.office_corpus.case import HEADER, Case, rows_of, wide
from tools.office_corpus.programs import converted, encrypted, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_CONTENT = "content.xml"


def _xlsx() -> bytes:
    return workbook({"Sheet1": [HEADER, *rows_of()]})


def changed(data: bytes, change: dict[str, Callable[[str], str]], more: dict[str, str | bytes] | None = None) -> bytes:
    """Rewrite files within an archive, and add others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change[name](text.decode()) if name in change else text)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def _stray_cell() -> bytes:
    cell = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'

    def change(text: str) -> str:
        return re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', text).replace("</sheetData>", cell)

    return changed(_xlsx(), {_SHEET: change})


def _claimed_dimension() -> bytes:
    return changed(_xlsx(), {_SHEET: lambda text: re.sub(r'ref="A1:E5"', 'ref="A1:XFD1048576"', text, count=1)})


def _laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE sst [{entities}]><sst><si><t>&a11;</t></si></sst>'


def _outside_entity() -> str:
    return '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'


def _with_strings(text: str) -> bytes:
    return changed(converted(_xlsx(), "xlsx"), {_STRINGS: lambda _old: text})


def _zeros() -> bytes:
    blanks = " " * (32 * 1024 * 1024)
    return changed(_xlsx(), {_SHEET: lambda text: text.replace("<sheetData>", blanks + "<sheetData>")})


def _deep() -> bytes:
    deep = "<x>" * 5000 + "</x>" * 5000
    return changed(_xlsx(), {_SHEET: lambda text: text.replace("</sheetData>", "</sheetData>" + deep)})


def _ods() -> bytes:
    return converted(_xlsx(), "ods")


def _repeated_cells() -> bytes:
    cell = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    )
    return changed(_ods(), {_CONTENT: lambda text: text.replace("</table:table>", cell, 1)})


def _repeated_blanks() -> bytes:
    blank = (
        '<table:table-row table:number-rows-repeated="1048571">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    return changed(_ods(), {_CONTENT: lambda text: text.replace("</table:table>", blank, 1)})


def _encrypted_ods() -> bytes:
    key = '<manifest:encryption-data manifest:checksum="AAAA"><manifest:algorithm/></manifest:encryption-data>'

    def manifest(text: str) -> str:
        return re.sub(r'(manifest:full-path="content.xml"[^>]*)/>', rf"\1>{key}</manifest:file-entry>", text)

    return changed(_ods(), {"META-INF/manifest.xml": manifest, _CONTENT: lambda text: text[::-1]})


def _many_sheets() -> bytes:
    return workbook({f"{number}": [[number]] for number in range(1, 502)})


def _wide_sheet() -> bytes:
    return workbook({"Sheet1": [["指标", *[None] * 1100, "年"], ["地区生产总值"]]})


def _truncated() -> bytes:
    return _xlsx()[:-1500]


def _damaged_xls() -> bytes:
    whole = converted(_xlsx(), "xls")
    return whole[: len(whole) // 2]


def _parent_paths() -> bytes:
    return changed(_xlsx(), {}, {"../../outside.txt": "x", "/etc/outside": "x", "C:\\outside.txt": "x"})


def _outside_strings() -> bytes:
    relation = '<Relationship Id="x" Type="http://example.org/externalLink" TargetMode="External" Target="http://example.org/x"/>'
    change = {
        "xl/_rels/workbook.xml.rels": lambda text: text.replace("</Relationships>", relation + "</Relationships>")
    }
    return changed(_xlsx(), change)


def _lost_string() -> bytes:
    change = {_SHEET: lambda text: text.replace("<v>0</v>", "<v>99999</v>", 1)}
    return changed(converted(_xlsx(), "xlsx"), change)


def _binary() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", bytes(64))
    return out.getvalue()


_FIGURES = wide("Sheet1", "C2")
CASES = [
    Case("empty.xlsx", lambda: b"", refused="empty_file"),
    Case("blank_lines_only.csv", lambda: b"\r\n \r\n", refused="empty_file"),
    Case("truncated.xlsx", _truncated, refused="damaged_workbook"),
    Case("truncated.xls", _damaged_xls, refused="damaged_workbook"),
    Case("missing_text.xlsx", _lost_string, refused="damaged_workbook"),
    Case("encrypted.xlsx", lambda: encrypted(_xlsx()), refused="encrypted_workbook"),
    Case("encrypted.ods", _encrypted_ods, refused="encrypted_workbook"),
    Case("binary.xlsb", _binary, refused="excel_binary"),
    Case("zip_bomb.xlsx", _zeros, refused="compression_bomb"),
    Case("entity_bomb.xlsx", lambda: _with_strings(_laughs()), refused="xml_document_type"),
    Case("outside_entity.xlsx", lambda: _with_strings(_outside_entity()), refused="xml_document_type"),
    Case("deep_elements.xlsx", _deep, refused="xml_too_deep"),
    Case("stray_cell_in_last_row.xlsx", _stray_cell, refused="too_many_sheet_rows"),
    Case("billion_cells_claimed.xlsx", _claimed_dimension, _FIGURES),
    Case("repeated_cells.ods", _repeated_cells, refused="too_many_sheet_rows"),
    Case("repeated_blanks_to_the_end.ods", _repeated_blanks, _FIGURES),
    Case("many_sheets.xlsx", _many_sheets, refused="too_many_sheets"),
    Case("too_wide.xlsx", _wide_sheet, refused="too_many_sheet_columns"),
    Case("parent_folders_in_names.xlsx", _parent_paths, _FIGURES),
    Case("relation_to_the_web.xlsx", _outside_strings, _FIGURES),
]
