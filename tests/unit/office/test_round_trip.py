"""What the usual libraries write is read back as it was."""

import io

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.office.read import read_sheets

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
TEXTS = TEXTS.filter(lambda text: "_x" not in text and not text.startswith("="))
NUMBERS = st.floats(-1e15, 1e15).map(lambda value: float(f"{value:.15g}") or 0.0)
CELLS = st.one_of(st.none(), TEXTS, NUMBERS, st.tuples(NUMBERS))
"""Nothing, a text, a number, or a number shown as a percentage."""
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=6)


def by_xlsxwriter(table):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
    for i, row in enumerate(table):
        for j, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(i, j, value)
            elif value is not None:
                number, *shown = (value[0], percent) if isinstance(value, tuple) else (value,)
                sheet.write_number(i, j, number, *shown)
    book.close()
    return out.getvalue()


def by_openpyxl(table):
    book = openpyxl.Workbook()
    for i, row in enumerate(table, 1):
        for j, value in enumerate(row, 1):
            cell = book.active.cell(i, j, value[0] if isinstance(value, tuple) else value)
            if isinstance(value, tuple):
                cell.number_format = "0%"
            elif isinstance(value, str):
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@settings(max_examples=15, deadline=None)
@given(TABLES)
def test_texts_numbers_and_percentages(table):
    for write in (by_xlsxwriter, by_openpyxl):
        (sheet,), problems = read_sheets(write(table), file="a.xlsx")
        assert problems == []
        width = len(sheet.rows[0]) if sheet.rows else 0
        for i, row in enumerate(table):
            for j, value in enumerate(row):
                if value is None:
                    continue
                assert j < width
                cell = sheet.rows[i][j]
                if isinstance(value, str):
                    assert (cell.text, cell.number) == (value, None)
                else:
                    number = value[0] if isinstance(value, tuple) else value
                    assert cell.percent == isinstance(value, tuple)
                    assert cell.number == number
                    shown = float(cell.text.removesuffix("%")) / (100 if cell.percent else 1)
                    assert abs(shown - number) <= abs(number) * 1e-14
