"""`kpi report --format xlsx` through the installed command."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl

from acceptance.kpi import run
from acceptance.plans import make_plan

if TYPE_CHECKING:
    from pathlib import Path


def test_the_suffix_names_the_format_and_the_option_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    written = run("report", "-o", str(file))
    assert (written.code, written.stdout, written.stderr) == (0, b"", b"")
    piped = run("report", "--format", "xlsx", env={"TZ": "Asia/Shanghai", "COLUMNS": "40"})
    assert piped.stdout == file.read_bytes()
    assert openpyxl.load_workbook(file, read_only=True)["程序数值"].max_row == 134


def test_language_and_scope_are_those_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    assert run("report", "--lang", "en", "--group", "economy", "--midterm", "2022", "-o", str(file)).code == 0
    book = openpyxl.load_workbook(file, data_only=True)
    assert book.sheetnames[:4] == ["Contents", "Gap table", "Economy", "Pathways"]
    assert "Data to 2022" in str(book["Gap table"].cell(2, 1).value)


def test_no_part_names_the_machine(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "a-plan-of-mine", indicators=[{"id": "a"}], baselines=[{"id": "a", "value": 100}],
                     actuals=[("a", 2022, 120)])  # fmt: skip
    data = run("report", "--plan", str(plan), "--format", "xlsx").stdout
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        content = b"".join(file.read(name) for name in file.namelist())
    assert b"a-plan-of-mine" not in content
    assert b"actuals.csv:2" in content


def test_a_table_is_not_written_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "gap.xlsx"
    run("project", "-o", str(file), code=2)
    assert not file.exists()
