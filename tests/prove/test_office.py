"""The readers of workbooks at length: changed inputs for a while, and the time and memory that a large sheet takes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import xlsxwriter

from lixia_kpi.office.read import read_sheets

ROOT = Path(__file__).parents[2]
SECONDS = os.environ.get("FUZZ_SECONDS", "30")
ROWS, COLUMNS = 10_000, 10
LIMIT = 1.5
MEMORY_LIMIT = 300 * 1024 * 1024
CONVERTED = (
    "merged_headers.xlsx", "percent_cells.xlsx", "dates_as_years.xlsx", "hidden_rows.xlsx",
    "unit_in_number_format.xlsx", "several_sheets_one_hidden.xlsx",
)  # fmt: skip
_MILLION = """
import resource, sys
from lixia_kpi.office.read import read_sheets
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
data = sys.stdin.buffer.read()
sheets, problems = read_sheets(data, file="large.xlsx")
assert problems == [] and len(sheets[0].rows) == 48_000
"""


def workbook(rows: int, columns: int) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    percent = book.add_format({"num_format": "0.0%"})
    for row in range(rows):
        sheet.write_string(row, 0, f"指标{row}")
        for column in range(1, columns):
            sheet.write_number(row, column, row * 1.37 + column, percent if column == 9 else None)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv", "html", "xml"])
def test_changed_inputs_neither_crash_nor_hang_nor_swell(kind: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.fuzz_office", kind, "--seconds", SECONDS]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods", "fods"])
def test_libreoffice_changes_the_kind_of_file_and_not_what_is_read(suffix: str, tmp_path: Path) -> None:
    paths = [ROOT / "tests" / "data" / "office" / name for name in CONVERTED]
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir"]
    subprocess.run([*command, tmp_path, *paths], check=True, capture_output=True, timeout=300)
    for path in paths:
        before, _ = read_sheets(path.read_bytes(), file=path.name)
        after, _ = read_sheets((tmp_path / f"{path.stem}.{suffix}").read_bytes(), file=f"a.{suffix}")
        assert after == before


def test_ten_thousand_rows_are_read_in_time() -> None:
    data = workbook(ROWS, COLUMNS)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        (sheet,), problems = read_sheets(data, file="a.xlsx")
        seconds.append(time.process_time() - start)
        assert (len(sheet.rows), problems) == (ROWS, [])
    assert min(seconds) < LIMIT


def test_nearly_a_million_cells_stay_within_bounds() -> None:
    data = workbook(48_000, 20)
    command = [sys.executable, "-c", _MILLION, str(MEMORY_LIMIT)]
    subprocess.run(command, input=data, check=True, capture_output=True)
