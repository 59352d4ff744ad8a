"""Every file of the corpus: its cells as two other readers see them, or the refusal that its table names."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from lixia_kpi.office.kind import kind_of
from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import address

FOLDER = Path(__file__).parents[2] / "data" / "office"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix not in (".md", "") and path.name != "expected.csv")
FOUND = sorted(path.name for path in (FOLDER / "found").iterdir())
EXPECTED = defaultdict(list)
for line in csv.DictReader((FOLDER / "expected.csv").read_text("utf-8").splitlines()):
    EXPECTED[line["file"]].append(line)
REFUSED = sorted(file for file, lines in EXPECTED.items() if not lines[0]["cell"])
READ = sorted(set(EXPECTED) - set(REFUSED))
WORKBOOKS = [file for file in READ if kind_of((FOLDER / file).read_bytes()) in ("zip", "compound")]
SAME = ("excel_97.xls", "opendocument.ods", "one_xml_file.fods", "macros.xlsm", "xlsx_named_xls.xls", "gb18030.csv",
        "bom.csv", "semicolons.csv", "tabs_named_xls.xls", "written_by_libreoffice.xlsx",
        "repeated_blanks_to_the_end.ods")  # fmt: skip
NOT_PLAIN = ("other_units", "wan_and_yi", "words_for")  # the unit of the cell is not that of the table


def read(file):
    return read_sheets((FOLDER / file).read_bytes(), file=file)


def test_the_table_knows_every_file():
    assert set(EXPECTED) == set(FILES)
    assert len(FILES) >= 40


@pytest.mark.parametrize("file", REFUSED)
def test_a_file_is_refused_for_the_reason_that_the_table_names(file):
    sheets, (problem,) = read(file)
    assert (sheets, problem.code, problem.severity) == ([], EXPECTED[file][0]["refused"], "error")


@pytest.mark.parametrize("file", READ)
def test_the_cells_that_the_table_names_are_there(file):
    sheets, problems = read(file)
    assert not any(problem.severity == "error" for problem in problems)
    cells = {
        (sheet.name, address(i, j)): cell
        for sheet in sheets
        for i, row in enumerate(sheet.rows)
        for j, cell in enumerate(row)
    }
    named = {(p.code, cell) for p in problems for cell in str(p.details["cells"]).split(", ")}
    for line in EXPECTED[file]:
        cell = cells[line["sheet"], line["cell"]]
        if line["refused"] in ("error_cell", "formula_without_value"):
            assert cell.fault == line["refused"]
            assert (cell.fault, line["cell"]) in named
        else:
            assert cell.text
            assert cell.fault == ""
        if cell.number is not None and not file.startswith(NOT_PLAIN):
            value = cell.number * 100 if cell.percent else cell.number
            assert value == pytest.approx(float(line["value"]), rel=1e-14)


@pytest.mark.parametrize("file", [file for file in WORKBOOKS if file != "billion_cells_claimed.xlsx"])
def test_another_reader_sees_the_same_cells(file):
    book = CalamineWorkbook.from_filelike(io.BytesIO((FOLDER / file).read_bytes()))
    sheets, _ = read(file)
    assert [sheet.name for sheet in sheets] == book.sheet_names
    for sheet in sheets:
        theirs = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        for i, row in enumerate(sheet.rows):
            for j, cell in enumerate(row):
                other = theirs[i][j] if i < len(theirs) and j < len(theirs[i]) else ""
                if cell.number is not None:
                    assert cell.number == other
                elif not cell.fault and not hasattr(other, "year"):
                    assert cell.text == str(other)


@pytest.mark.parametrize("file", [file for file in WORKBOOKS if file.endswith("xlsx") and "1904" not in file])
def test_openpyxl_sees_the_same_percentages_merged_ranges_and_hidden_parts(file):
    book = openpyxl.load_workbook(FOLDER / file, data_only=True)
    for sheet in read(file)[0]:
        other = book[sheet.name]
        assert sheet.hidden == (other.sheet_state != "visible")
        merged = {(a.min_row - 1, a.min_col - 1, a.max_row - 1, a.max_col - 1) for a in other.merged_cells.ranges}
        assert set(sheet.merged) == merged
        assert sheet.hidden_rows == {n - 1 for n, row in other.row_dimensions.items() if row.hidden}
        for i, row in enumerate(sheet.rows):
            for j, cell in enumerate(row):
                theirs = other.cell(i + 1, j + 1)
                assert cell.percent == (cell.number is not None and "%" in theirs.number_format)


def test_the_same_table_is_the_same_in_every_kind_of_file():
    def texts(file):
        return [[cell.text.strip() for cell in row] for row in read(file)[0][0].rows]

    whole = texts("wide_years_with_nian.xlsx")
    for file in SAME:
        assert texts(file) == whole
    assert texts("html_named_xls.xls")[1:] == whole


def test_units_that_a_number_format_writes_are_known():
    for file in ("unit_in_number_format.xlsx", "unit_in_number_format.ods"):
        (sheet,), _ = read(file)
        assert [cell.unit_shown for cell in sheet.rows[1][1:]] == ["亿元"] * 3
        assert [cell.text for cell in sheet.rows[2][1:]] == ["611", "722", "833"]


@pytest.mark.parametrize("name", FOUND)
def test_what_fuzzing_found_stays_mended(name):
    sheets, problems = read(f"found/{name}")
    assert sheets or problems
    assert bool(sheets) != any(problem.severity == "error" for problem in problems)
