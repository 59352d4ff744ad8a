"""`kpi template`: forms for departments, one or many, in both languages."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from acceptance.kpi import run
from acceptance.plans import make_plan
from forms import added, fill, rows_of

ROOT = Path(__file__).parents[2]
OWNED = [
    {"id": "gdp", "owner": "发改局"},
    {"id": "firms", "measure": "count", "unit": "家", "owner": "../科技/局"},
    {"id": "parks", "measure": "count", "unit": "座"},
]


@pytest.fixture(scope="module")
def owned(tmp_path_factory):
    return make_plan(tmp_path_factory.mktemp("owned"), indicators=OWNED, actuals=[("gdp", 2022, 120)])


def test_a_workbook_of_every_indicator_of_the_shipped_plan(tmp_path):
    plan = yaml.safe_load((ROOT / "data" / "targets.yaml").read_text(encoding="utf-8"))
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert run("template", "-o", first).out == ""
    run("template", "-o", second, env={"COLUMNS": "40", "TZ": "Asia/Tokyo"})
    assert first.read_bytes() == second.read_bytes()
    sheet = load_workbook(first).worksheets[0]
    ids = [sheet.cell(row, 1).value for row in range(5, sheet.max_row + 1)]
    assert ids == [indicator["id"] for indicator in plan["indicators"] if "formula" not in indicator]


def test_a_csv_of_some_indicators():
    result = run("template", "gdp", "-f", "csv", "--lang", "en", "--year", "2024", "--period", "H1")
    (row,) = csv.DictReader(StringIO(result.out))
    assert [row[name] for name in ("ID", "Year", "Period", "Value", "Last year reported")] == [
        "gdp", "2024", "first half", "", "2022",
    ]  # fmt: skip
    assert run("template", "gdp", "-f", "csv", "--excel").stdout.startswith(b"\xef\xbb\xbf")


def test_one_file_for_each_department(owned, tmp_path):
    folder = tmp_path / "forms"
    result = run("template", "--plan", owned, "--by-owner", "-o", folder, "--lang", "zh")
    names = ["发改局.xlsx", "科技_局.xlsx", "未定责任部门.xlsx"]
    assert [line.rpartition("（")[0] for line in result.lines] == [f"{folder}/{name}" for name in names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    run("template", "--plan", owned, "--by-owner", "-o", folder, "-f", "csv", "--lang", "en")
    assert (folder / "without_owner.csv").read_text(encoding="utf-8").splitlines()[1].startswith("parks,")


def test_only_the_indicators_of_a_department(owned):
    result = run("template", "--plan", owned, "--owner", "发改局", "-f", "csv", "--lang", "zh")
    assert [row["编号"] for row in csv.DictReader(StringIO(result.out))] == ["gdp"]


def test_what_is_typed_into_the_form_comes_back(tmp_path):
    plan = tmp_path / "plan"
    run("init", plan, "--example", "climate_health_2030")
    before = rows_of(plan / "actuals.csv")
    run("template", "--plan", plan, "--year", "2024", "--lang", "zh", "-o", tmp_path / "form.xlsx")
    expected = fill(tmp_path / "form.xlsx", tmp_path / "filled.xlsx", lang="zh")
    run("import", tmp_path / "filled.xlsx", "--plan", plan, "--apply")
    assert added(before, rows_of(plan / "actuals.csv"), expected) == expected


def test_a_form_for_half_a_year_comes_back_as_one(tmp_path):
    plan = tmp_path / "plan"
    run("init", plan, "--example", "climate_health_2030")
    form = tmp_path / "form.csv"
    run("template", "operational_emissions", "--plan", plan, "--year", "2024", "--period", "Q1-Q2", "-o", form)
    lines = form.read_text(encoding="utf-8").splitlines()
    assert ",2023,36.1," in lines[1]
    filled = lines[1].replace(",2024,first half,,", ",2024,first half,35.2,")
    form.write_text(f"{lines[0]}\n{filled}\n", encoding="utf-8")
    run("import", form, "--plan", plan, "--apply")
    last = rows_of(plan / "actuals.csv")[-1]
    assert (last["id"], last["year"], last["period"], last["value"]) == ("operational_emissions", "2024", "H1", "35.2")
    shown = run("show", "operational_emissions", "--plan", plan, "--lang", "en").out
    assert "-2.5% on the same period of 2023" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--period", "上半年", "-f", "csv"], "Did you mean H1?"),
        (["--by-owner"], "name a folder"),
        (["--by-owner", "-o", "x"], "no indicator names an owner"),
        (["-o", "form.docx"], "names no format"),
        (["-f", "xls"], "xls"),
        (["--group", "economi", "-f", "csv"], "Did you mean economy?"),
        (["--excel", "-f", "xlsx"], "csv and tsv only"),
        (["--chapter", "1", "--group", "livelihood", "-f", "csv", "--plan", "."], "targets.yaml"),
    ],
)
def test_what_cannot_be_is_said(args, words, tmp_path):
    result = run("template", *args, code=2, cwd=tmp_path, env={"KPI_LANG": "en"})
    assert result.out == ""
    assert words in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused(owned, tmp_path):
    (tmp_path / "forms").write_text("mine")
    result = run("template", "--plan", owned, "--by-owner", "-o", tmp_path / "forms", code=2, env={"KPI_LANG": "en"})
    assert str(tmp_path / "forms") in result.err
    assert (tmp_path / "forms").read_text() == "mine"
