"""A form of `kpi template` filled in as a department would, and the rows of actuals.csv that it should become."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from lixia_kpi.intake.headers import field_of

if TYPE_CHECKING:
    from pathlib import Path

HEAD_ROW = 4
STATUSES = {
    "zh": {"actual": "正式数", "preliminary": "初步数", "expected": "预计数"},
    "en": {"actual": "actual", "preliminary": "preliminary", "expected": "expected"},
}
SOURCES = ("https://example.org/stat?a=1,b&c=2", "年报，第 3 页；附表", "Annual report, p. 3")
NOTE = 'with "quotes", a comma；分号 = nothing'

Row = dict[str, str]


def fill(form: Path, filled: Path, *, lang: str) -> list[Row]:
    """Write a figure into every row of a form, and status, date, source and note into some; give what is expected.

    A figure is a little more than the last value, with its decimals; where there is none it is a small whole number.
    """
    book = load_workbook(form)
    sheet = book.worksheets[0]
    columns = {field_of(cell.value): cell.column for cell in sheet[HEAD_ROW]}
    words = STATUSES[lang]
    expected = []
    for count, row in enumerate(range(HEAD_ROW + 1, sheet.max_row + 1)):
        known = {field: sheet.cell(row, column).value for field, column in columns.items()}
        last = known["last_value"]
        value = count % 7 + 1 if last is None else round(last + (1 if float(last).is_integer() else 0.01), 2)
        status = [None, *words][count % 4]
        published = date(2030, 1 + count % 12, 1 + count % 28) if count % 3 else None
        source, note = SOURCES[count % 3], NOTE if count % 5 == 0 else None
        typed = {
            "value": value, "status": words.get(status), "published": published, "source": source, "note": note,
        }  # fmt: skip
        for field, content in typed.items():
            sheet.cell(row, columns[field]).value = content
        expected.append({
            "id": known["id"], "year": str(known["year"]), "value": f"{value:.10g}", "unit": known["unit"],
            "status": status or "actual", "published": published.isoformat() if published else "", "source": source,
            "note": note or "",
        })  # fmt: skip
    book.save(filled)
    return expected


def rows_of(actuals: Path) -> list[Row]:
    """The rows of a file of actuals."""
    with actuals.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def added(before: list[Row], after: list[Row], expected: list[Row]) -> list[Row]:
    """What was added behind the old rows, with the columns of what is expected; numbers in one way of writing."""
    assert after[: len(before)] == before, "an earlier figure is lost"
    shown = []
    for row in after[len(before) :]:
        cells = {key: row.get(key) or "" for key in expected[0]}
        shown.append({**cells, "value": f"{float(cells['value']):.10g}"})
    return shown
