"""`kpi init`: what it makes is a working plan folder, and nothing that is there is touched."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook

from acceptance.kpi import run
from lixia_kpi.folder.examples import example_names

ROOT = Path(__file__).parents[2]
FILES = {
    "README.md", "targets.yaml", "actuals.csv", "schema/targets.schema.json", "schema/baseline.schema.json",
    ".github/workflows/plan.yml",
}  # fmt: skip
TABLE = (
    "指标名称,单位,2025年,2030年目标,方向,属性\n生产总值,亿元,2700,突破4000,上升,预期性\n绿化覆盖率,%,46,≥48,上升,\n"
)


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def check_ci(folder):
    """What the CI file runs works on the folder: it validates, and its gap table is written."""
    workflow = yaml.safe_load((folder / ".github/workflows/plan.yml").read_text(encoding="utf-8"))
    commands = [step["run"] for step in workflow["jobs"]["plan"]["steps"] if step.get("run", "").startswith("kpi ")]
    assert [command.split()[1] for command in commands] == ["validate", "project"]
    for command in commands:
        run(*command.partition(" >>")[0].split()[1:], cwd=folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_nothing(lang, tmp_path):
    folder = tmp_path / "new" / "plan"
    result = run("init", folder, "--lang", lang)
    assert files_in(folder) == FILES | {"baseline_2025.yaml"}
    assert [line for line in result.lines if line.startswith(str(folder))] == [
        f"{folder}/{name}" for name in sorted(files_in(folder), key=lambda n: result.out.index(f"/{n}"))
    ]
    check_ci(folder)
    assert ("指标和目标" if lang == "zh" else "indicators and targets") in (folder / "README.md").read_text("utf-8")
    again = tmp_path / "again" / "plan"
    run("init", again, "--lang", lang, env={"TZ": "Asia/Tokyo"})
    assert [(again / name).read_bytes() for name in sorted(FILES)] == [
        (folder / name).read_bytes() for name in sorted(FILES)
    ]


def test_what_the_user_says_of_the_plan(tmp_path):
    folder = tmp_path / "plan"
    run(
        "init", folder, "--id", "city_2035", "--name", "某市“十六五”: 规划", "--name-en", "City Plan #1", "--period",
        "2031-2035", "--baseline-year", "2029", "--lang", "zh",
    )  # fmt: skip
    head = yaml.safe_load((folder / "targets.yaml").read_text(encoding="utf-8"))["plan"]
    assert head == {
        "id": "city_2035", "name": {"zh": "某市“十六五”: 规划", "en": "City Plan #1"},
        "period": {"start": 2031, "end": 2035}, "baseline_year": 2029, "language": "zh",
    }  # fmt: skip
    run("validate", folder)


@pytest.mark.parametrize("name", example_names())
def test_from_an_example(name, tmp_path):
    folder = tmp_path / name
    run("init", folder, "--example", name)
    assert files_in(folder) >= FILES - {"README.md"}
    source = ROOT / ("data" if name == "shipped" else f"examples/{name}")
    for path in source.glob("*.*"):
        assert (folder / path.name).read_bytes() == path.read_bytes()
    check_ci(folder)


def test_from_the_list_of_another_plan(tmp_path):
    listed, plan = tmp_path / "targets.csv", ROOT / "examples" / "climate_health_2030"
    run("list", "--plan", plan, "-o", listed)
    folder = tmp_path / "plan"
    result = run("init", folder, "--from", listed, "--lang", "en")
    assert "Values assumed" not in result.out

    mine, other = (list(csv.DictReader(StringIO(text))) for text in (
        run("list", "--plan", folder, "-f", "csv").out, listed.read_text(encoding="utf-8"),
    ))  # fmt: skip
    for one, two in zip(mine, other, strict=True):
        assert float(one.pop("baseline") or "nan") == pytest.approx(float(two.pop("baseline") or "nan"), nan_ok=True)
        assert one == two


@pytest.mark.parametrize("kind", ["utf-8", "gb18030", "xlsx"])
def test_from_a_table_of_targets(kind, tmp_path):
    table = tmp_path / ("t.xlsx" if kind == "xlsx" else "t.csv")
    if kind == "xlsx":
        book = Workbook()
        sheet = book.active
        sheet.append(["主要指标"])
        for row in csv.reader(StringIO(TABLE)):
            sheet.append([float(cell) if cell.isdigit() else cell or None for cell in row])
        book.save(table)
    else:
        table.write_bytes(TABLE.encode(kind))
    folder = tmp_path / "plan"
    result = run("init", folder, "--from", table, "--lang", "zh")
    assert "推定" in result.out
    listed = list(csv.DictReader(StringIO(run("list", "--plan", folder, "-f", "csv").out)))
    assert [(row["name_zh"], row["target_op"], row["target"], row["baseline"]) for row in listed] == [
        ("生产总值", ">", "4000", "2700"),
        ("绿化覆盖率", ">=", "48", "46"),
    ]


def test_every_fault_of_a_table_with_its_cell(tmp_path):
    table = tmp_path / "t.csv"
    table.write_text(TABLE + "就业,万人,5,6,,\n失业率,%,3,350,下降,\n,家,1,2,上升,\n", encoding="utf-8")
    result = run("init", tmp_path / "plan", "--from", table, "--lang", "en", code=2)
    assert result.out == ""
    assert [line.split(": ")[1:3] for line in result.err.splitlines()[:4]] == [
        ["error direction_cell_empty", "E4"],
        ["warning met_at_baseline", "D5"],
        ["error share_out_of_bounds", "D5"],
        ["error name_cell_empty", "A6"],
    ]
    assert not (tmp_path / "plan").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.csv"]


def test_nothing_is_ever_overwritten(tmp_path):
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    result = run("init", folder, code=2, env={"KPI_LANG": "en"})
    assert "notes.txt" in result.err
    assert files_in(folder) == {"notes.txt"}
    (tmp_path / "file").write_text("mine")
    run("init", tmp_path / "file", code=2)
    assert (tmp_path / "file").read_text() == "mine"
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    run("init", tmp_path / "link", code=2)
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_folder_and_a_new_repository_are_filled(tmp_path):
    (tmp_path / "empty").mkdir()
    run("init", tmp_path / "empty")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / ".git" / "config").write_text("[core]\n")
    run("init", tmp_path / "repository")
    assert files_in(tmp_path / "repository") == files_in(tmp_path / "empty") | {".git/config"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "repository"]


def test_here(tmp_path):
    run("init", ".", cwd=tmp_path)
    assert "targets.yaml" in files_in(tmp_path)
    assert run("validate", ".", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--example", "foo"], "climate_health_2030"),
        (["--example", "shipped", "--id", "x"], "whole plan"),
        (["--period", "2026"], "2026-2030"),
        (["--period", "2030-2026"], "do not fit"),
        (["--period", "2026-2030", "--baseline-year", "2027"], "do not fit"),
        (["--id", "My Plan"], "not an id"),
        (["--from", "missing.csv"], "missing.csv"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(args, words, tmp_path):
    result = run("init", tmp_path / "plan", *args, code=2, env={"KPI_LANG": "en"})
    assert words in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_text("x")
    result = run("init", tmp_path / "file" / "plan", code=2, env={"KPI_LANG": "en"})
    assert "plan" in result.err
