"""Every formula, evaluated, gives what the program computed, for every form of target; and it names its own cells."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.formula import Tokenizer

from formula_evaluator import Evaluator
from lixia_kpi.render.workbook import render_workbook
from lixia_kpi.render.workbook.layout import FIRST_ROW, GAP, WORKINGS
from workbooks import every_form, report_of

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from lixia_kpi.tables.workbook import WorkbookReport


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> WorkbookReport:
    return report_of(every_form(tmp_path_factory.mktemp("plans") / "plan"))


@pytest.fixture(scope="module")
def data(report: WorkbookReport) -> bytes:
    return render_workbook(report, lang="zh")


@pytest.fixture(scope="module")
def shipped() -> bytes:
    return render_workbook(report_of(None), lang="en")


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


@cache
def differences(data: bytes) -> tuple[int, list[str]]:
    """How many formulas there are, and those that give another value than the program wrote beside them."""
    formulas, values = opened(data), opened(data, values=True)
    evaluator, count, wrong = Evaluator(formulas), 0, []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                found = evaluator.value(sheet.title, cell.row, cell.column)
                written = values[sheet.title][cell.coordinate].value
                if not same(found, written):
                    wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {found!r}, written {written!r}")
    return count, wrong


def same(found: Any, written: Any) -> bool:
    if isinstance(found, str) or isinstance(written, str) or written is None:
        return (found or None) == (written or None)
    return abs(float(found) - written) <= 1e-9 * max(1.0, abs(written))


def test_every_formula_of_every_form_gives_the_program_s_value(data: bytes) -> None:
    count, wrong = differences(data)
    assert wrong == []
    assert count > 3000


def test_every_formula_of_the_shipped_plan_gives_the_program_s_value(shipped: bytes) -> None:
    count, wrong = differences(shipped)
    assert wrong == []
    assert count > 5000


@pytest.mark.parametrize("options", [{"as_of": 2021}, {"to": 2022}, {"to": 2030}])
def test_other_options_give_other_values_and_formulas_that_follow(options: dict[str, Any], tmp_path: Path) -> None:
    count, wrong = differences(render_workbook(report_of(every_form(tmp_path / "plan"), **options), lang="en"))
    assert wrong == []
    assert count > 2000


def test_values_written_beside_formulas_are_the_rows(report: WorkbookReport, data: bytes) -> None:
    sheet = opened(data, values=True)["缺口表"]
    columns = ("baseline", "latest_year", "latest", "target", "required_rate", "actual_rate", "needed_rate", "elapsed",
               "completion", "pace", "projected", "gap", "probability")  # fmt: skip
    for position, row in enumerate(report.gap.rows):
        for column in columns:
            written, expected = sheet.cell(FIRST_ROW + position + 1, GAP.index(column) + 1).value, row.values[column]
            assert written == (expected if expected is None else pytest.approx(expected, rel=1e-15)), column


def test_rates_progress_gap_and_status_are_formulas(report: WorkbookReport, data: bytes) -> None:
    sheet = opened(data)["缺口表"]
    for position, row in enumerate(report.gap.rows):
        for column in ("required_rate", "actual_rate", "needed_rate", "elapsed", "completion", "pace", "gap", "status"):
            cell = sheet.cell(FIRST_ROW + position + 1, GAP.index(column) + 1)
            if row.values[column] is not None:
                assert cell.data_type == "f", (row.values["id"], column)


def test_a_formula_of_a_target_names_only_cells_of_its_own_row(data: bytes) -> None:
    book = opened(data)
    for name, columns in (("缺口表", GAP), ("计算过程", WORKINGS)):
        for cells in book[name].iter_rows(min_row=FIRST_ROW + 1):
            for cell in cells:
                if cell.data_type != "f" or columns[cell.column - 1] == "difference":
                    continue
                for token in Tokenizer(cell.value).items:
                    text = token.value.replace("$", "")
                    sheet, _, place = text.rpartition("!")
                    if token.subtype == "RANGE" and sheet in ("", "'缺口表'", "'计算过程'") and place[0].isupper():
                        assert place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(cell.row), cell.value


def test_changing_a_published_figure_moves_the_rates_and_the_status(data: bytes) -> None:
    book = opened(data)
    sources, gap = book["数据来源"], book["缺口表"]
    row = next(r for r in range(1, sources.max_row + 1)
               if sources.cell(r, 17).value == "compound" and sources.cell(r, 3).value == 2023)  # fmt: skip
    at = FIRST_ROW + 1
    evaluator = Evaluator(book)
    before = evaluator.value(gap.title, at, GAP.index("actual_rate") + 1)
    assert evaluator.value(gap.title, at, GAP.index("status") + 1).endswith("滞后")
    sources.cell(row, 5).value = 180
    after = Evaluator(book)
    assert before == pytest.approx(100 * (1.4 ** (1 / 3) - 1))
    assert after.value(gap.title, at, GAP.index("actual_rate") + 1) == pytest.approx(100 * (1.8 ** (1 / 3) - 1))
    assert after.value(gap.title, at, GAP.index("status") + 1).endswith("快于预期")
    assert after.value("目录", 1, 1)
