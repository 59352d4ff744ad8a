"""LibreOffice opens the workbook, computes every formula anew and finds what the program found.

Run by `make prove`; needs LibreOffice (Debian: `apt install libreoffice-calc`) and fails without it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lixia_kpi.render.workbook import render_workbook
from workbooks import every_form, report_of

EXAMPLES = Path(__file__).parents[2] / "examples"
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LibreOffice profile of its own that recalculates whatever it loads."""
    assert shutil.which("soffice"), "LibreOffice is needed for this proof: apt install libreoffice-calc"
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    return profile


@pytest.fixture(
    scope="session", params=["every_form", "shipped", *sorted(p.name for p in EXAMPLES.iterdir() if p.is_dir())]
)
def workbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of each plan."""
    folder = tmp_path_factory.mktemp("book")
    plans = {"every_form": folder / "plan", "shipped": None}
    plan = plans.get(request.param, EXAMPLES / request.param)
    if request.param == "every_form":
        every_form(folder / "plan")
    file = folder / "report.xlsx"
    file.write_bytes(render_workbook(report_of(plan), lang="zh"))
    return file


def convert(profile: Path, file: Path, form: str, folder: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300)
    return folder / file.with_suffix("." + form.partition(":")[0]).name


def without_values(file: Path, folder: Path) -> Path:
    """The same workbook without a single computed value: whatever is found, the office program computed."""
    stripped = folder / "stripped.xlsx"
    removed = 0
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(stripped, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                text, count = re.subn(r"(</f>)<v>[^<]*</v>", r"\1", content.decode())
                content = re.sub(r'(<c [^>]*?) t="str"(>\s*<f>)', r"\1\2", text).encode()
                removed += count
            new.writestr(item, content)
    assert removed > 500
    return stripped


def test_every_formula_gives_the_program_s_value(office: Path, workbook: Path, tmp_path: Path) -> None:
    """Equal to 1e-9, of the value where it is above one; empty where the program has nothing; no error value."""
    (tmp_path / "out").mkdir()
    stripped = without_values(workbook, tmp_path)
    recalculated = convert(office, stripped, "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    formulas = openpyxl.load_workbook(workbook)
    written = openpyxl.load_workbook(workbook, data_only=True)
    found = openpyxl.load_workbook(recalculated, data_only=True)
    wrong, count = [], 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    values = (found[sheet.title][cell.coordinate].value, written[sheet.title][cell.coordinate].value)
                    if not same(*values):
                        wrong.append((sheet.title, cell.coordinate, *values, cell.value))
    assert wrong == []
    assert count > 500


def same(found: Any, written: Any) -> bool:
    if isinstance(found, int | float) and isinstance(written, int | float):
        return abs(found - written) <= 1e-9 * max(1.0, abs(written))
    return (found or None) == (written or None)


def test_the_rows_survive_the_office_program(office: Path, workbook: Path, tmp_path: Path) -> None:
    saved = convert(office, workbook, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    before, after = (openpyxl.load_workbook(file, data_only=True)["程序数值"] for file in (workbook, saved))
    rows = list(zip(before.iter_rows(values_only=True), after.iter_rows(values_only=True), strict=True))
    assert len(rows) > 10
    for old, new in rows:
        assert [pytest.approx(v, rel=1e-14) if isinstance(v, float) else v for v in old] == list(new)


def test_it_prints(office: Path, workbook: Path, tmp_path: Path) -> None:
    pdf = convert(office, workbook, "pdf", tmp_path).read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 8
