"""An import killed at any moment leaves a whole file; 10,000 rows take less than two seconds of the processor."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from acceptance.kpi import KPI, environment, run
from acceptance.plans import make_plan

if TYPE_CHECKING:
    from pathlib import Path

TRIES = 200
ROWS = 10_000
SECONDS = 2.0
RUNS = 3


def plan_of(folder: Path, count: int) -> Path:
    indicators = [{"id": f"i{n}", "name": {"zh": f"第{n}号指标", "en": f"Indicator {n}"}} for n in range(count)]
    return make_plan(folder, indicators=indicators, actuals=[("i0", 2020, 100)])


def table_of(folder: Path, count: int, years: int) -> Path:
    lines = ["指标,年份,数值,单位,发布日期"]
    lines += [f"第{n}号指标,{2021 + y},{100 + n + 3.5 * y},亿元,2024-02-01" for n in range(count) for y in range(years)]
    file = folder / "table.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_an_import_killed_at_any_moment_leaves_the_old_or_the_new_file_whole(tmp_path: Path) -> None:
    plan, table = plan_of(tmp_path / "plan", 50), table_of(tmp_path, 50, 3)
    file = plan / "actuals.csv"
    old = file.read_bytes()
    start = time.perf_counter()
    run("import", table, "--plan", plan, "--apply")
    seconds = time.perf_counter() - start
    new = file.read_bytes()
    finished = 0
    for number in range(TRIES):
        file.write_bytes(old)
        process = subprocess.Popen(
            [KPI, "import", table, "--plan", plan, "--apply"],
            env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        # The last third of a run is when it writes: most of the blows fall there.
        time.sleep(seconds * (0.3 + 0.9 * number / TRIES))
        process.kill()
        process.wait()
        found = file.read_bytes()
        assert found in (old, new), f"try {number}: {len(found)} bytes"
        finished += found == new
    assert 0 < finished < TRIES
    file.write_bytes(old)
    run("import", table, "--plan", plan, "--apply")
    assert file.read_bytes() == new
    assert {path.name for path in plan.iterdir()} == {"targets.yaml", "baseline_2020.yaml", "actuals.csv"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_ten_thousand_rows_take_less_than_two_seconds(tmp_path: Path, kind: str) -> None:
    plan, table = plan_of(tmp_path / "plan", 1000), table_of(tmp_path, 1000, ROWS // 1000)
    if kind == "xlsx":
        table = as_workbook(table)
    seconds = []
    for _ in range(RUNS):
        start = resources()
        result = run("import", table, "--plan", plan, "-f", "csv")
        seconds.append(resources() - start)
        assert len(result.lines) == ROWS + 1
    assert min(seconds) < SECONDS


def as_workbook(table: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("表1")
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines()):
        name, year, value, unit, published = line.split(",")
        sheet.append(
            [name, year if number == 0 else int(year), value if number == 0 else float(value), unit, published]
        )
    file = table.with_suffix(".xlsx")
    book.save(file)
    return file


def resources() -> float:
    """Seconds of the processor that the finished processes of this one have taken."""
    from resource import RUSAGE_CHILDREN, getrusage

    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
