"""The same small table as other kinds of file: delimited text, old and flat formats, files under a wrong suffix."""

from __future__ import annotations

import csv
import io
from typing import Any

from tools.office_corpus.case import FIRMS, GDP, HEADER, YEARS, Case, Figure, rows_of, wide
from tools.office_corpus.programs import converted, workbook

_ROWS: list[list[Any]] = [HEADER, *rows_of()]
_FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def _text(rows: list[list[Any]], *, delimiter: str = ",", line_end: str = "\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return out.getvalue()


def _xlsx() -> bytes:
    return workbook({"Sheet1": _ROWS})


def _html() -> bytes:
    cells = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS[1:])
    head = "".join(f"<th>{cell}</th>" for cell in HEADER)
    page = f"""<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td {{ mso-number-format: "\\@" }}</style>
</head><body><table border=1><tr><td colspan=5 align=center>主要指标&nbsp;&nbsp;一览</td></tr>
<tr>{head}</tr>
{cells}
</table></body></html>
"""
    return page.encode("gb18030")


def _xml_2003() -> bytes:
    def cell(value: object) -> str:
        kind = "String" if isinstance(value, str) else "Number"
        return f'<Cell><Data ss:Type="{kind}">{value}</Data></Cell>'

    rows = "\n".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in _ROWS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.0%"/></Style></Styles>
<Worksheet ss:Name="一"><Table>
<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">主要指标</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="5"><Data ss:Type="String">年报数</Data></Cell></Row>
{rows}
</Table></Worksheet></Workbook>
""".encode()


_WIDE_DIGITS = [
    HEADER,
    *[[name, unit, *(str(v).translate(_FULL_WIDTH) for v in values)] for name, unit, *values in rows_of()],
]
_TIDY = [
    ["id", "year", "value", "unit"],
    *[[o.id, y, o.values[j], o.unit] for o in (GDP, FIRMS) for j, y in enumerate(YEARS)],
]
_TIDY_FIGURES = [
    Figure("", f"C{2 + 3 * i + j}", one.id, year, one.values[j], one.unit)
    for i, one in enumerate((GDP, FIRMS))
    for j, year in enumerate(YEARS)
]
_QUOTED = '主要指标,,,,\n\n指标,单位,"2021\n年",2022年,2023年\n地区生产总值,亿元,"1,111.1","1,222.2","1,333.3"\n'
_TEXT = wide("", "C2")
_BOOK = wide("Sheet1", "C2")

CASES = [
    Case("gb18030.csv", lambda: _text(_ROWS).encode("gb18030"), _TEXT),
    Case("bom.csv", lambda: _text(_ROWS, line_end="\r\n").encode("utf-8-sig"), _TEXT),
    Case("fullwidth_digits.csv", lambda: _text(_WIDE_DIGITS).encode(), _TEXT),
    Case("semicolons.csv", lambda: _text(_ROWS, delimiter=";").encode(), _TEXT),
    Case("tabs_named_xls.xls", lambda: _text(_ROWS, delimiter="\t").encode("gb18030"), _TEXT),
    Case("quoted_thousands_and_line_breaks.csv", lambda: _QUOTED.encode(), wide("", "C4", (GDP,))),
    Case("tidy.csv", lambda: _text(_TIDY).encode(), _TIDY_FIGURES),
    Case("unclosed_quote.csv", lambda: _text(_ROWS).replace("地区", '"地区').encode(), refused="broken_quotes"),
    Case("utf16_from_unicode_text.csv", lambda: _text(_ROWS).encode("utf-16"), refused="bad_encoding"),
    Case("html_named_xls.xls", _html, wide("1", "C3")),
    Case("xlsx_named_xls.xls", _xlsx, _BOOK),
    Case("excel_97.xls", lambda: converted(_xlsx(), "xls"), _BOOK),
    Case("opendocument.ods", lambda: converted(_xlsx(), "ods"), _BOOK),
    Case("one_xml_file.fods", lambda: converted(_xlsx(), "fods"), _BOOK),
    Case("xml_2003_named_xls.xls", _xml_2003, wide("一", "C5")),
    Case("macros.xlsm", lambda: converted(_xlsx(), "xlsm", kind="Calc MS Excel 2007 VBA XML"), _BOOK),
    Case("word_document.docx", lambda: converted(b"text\n", "docx", source=".txt"), refused="not_a_workbook"),
]
