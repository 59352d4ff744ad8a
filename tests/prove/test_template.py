"""A form goes out, is filled in, saved by LibreOffice in every format that people use, and comes back whole.

Run by `make prove`; needs LibreOffice (Debian: `apt install libreoffice-calc`) and fails without it.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from acceptance.kpi import run
from forms import HEAD_ROW, added, fill, rows_of

ROOT = Path(__file__).parents[2]
FORMS = {
    "xlsx": "xlsx",
    "xls": "xls",
    "ods": "ods",
    "csv": "csv:Text - txt - csv (StarCalc):44,34,76,1",
    "gb18030.csv": "csv:Text - txt - csv (StarCalc):44,34,85,1",
}
PLANS = {"shipped": ("shipped", "zh", 2024), "climate": ("climate_health_2030", "en", 2024)}


@pytest.fixture(scope="session")
def profile(tmp_path_factory):
    assert shutil.which("soffice"), "LibreOffice is needed for this proof: apt install libreoffice-calc"
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="session", params=sorted(PLANS))
def form(request, tmp_path_factory):
    """A plan, its form filled in, and the rows that are to come of it."""
    name, lang, year = PLANS[request.param]
    folder = tmp_path_factory.mktemp("form")
    run("init", folder / "plan", "--example", name)
    run("template", "--plan", folder / "plan", "--year", str(year), "--lang", lang, "-o", folder / "form.xlsx")
    expected = fill(folder / "form.xlsx", folder / "filled.xlsx", lang=lang)
    return folder, lang, expected


def saved_by_office(profile: Path, file: Path, form: str, folder: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", FORMS[form]]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300)
    return folder / file.with_suffix(f".{form.rpartition('.')[2]}").name


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_nothing_is_lost_on_the_way(form, kind, profile, tmp_path):
    folder, lang, expected = form
    saved = saved_by_office(profile, folder / "filled.xlsx", kind, tmp_path)
    plan = tmp_path / "plan"
    shutil.copytree(folder / "plan", plan)
    before = rows_of(plan / "actuals.csv")
    shown = run("import", saved, "--plan", plan, "--lang", "en")
    assert rows_of(plan / "actuals.csv") == before, "written without --apply"
    run("import", saved, "--plan", plan, "--apply", "--lang", "en")
    after = rows_of(plan / "actuals.csv")
    assert added(before, after, expected) == expected
    assert f"{len(expected)} new" in shown.out
    again = (plan / "actuals.csv").read_bytes()
    run("import", saved, "--plan", plan, "--apply", "--lang", "en")
    assert (plan / "actuals.csv").read_bytes() == again, "a second import changes something"

    assert run("validate", plan).code == 0
    rows = list(csv.DictReader(StringIO(run("project", "--plan", plan, "--all", "-f", "csv").out)))
    reported = {row["id"]: row["year"] for row in expected}
    late = [row["id"] for row in rows if row["id"] in reported and row["target_year"] >= reported[row["id"]]
            and row["latest_year"] != reported[row["id"]]]  # fmt: skip
    assert late == []
    report = run("report", "--plan", plan, "-f", "markdown", "--lang", lang).out
    assert str(reported[expected[0]["id"]]) in report


def test_office_keeps_what_cells_accept(form, profile, tmp_path):
    folder, _, expected = form
    saved = load_workbook(saved_by_office(profile, folder / "filled.xlsx", "xlsx", tmp_path))
    sheet = saved.worksheets[0]
    assert sheet.protection.sheet
    assert len(sheet.data_validations.dataValidation) > len(expected) / 2
    assert sheet.cell(HEAD_ROW + 1, 1).protection.locked
