"""Same input, same bytes: no clock, no absolute path, no random state in any output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acceptance.kpi import printed, run

ROOT = Path(__file__).parents[2]
COMMANDS = [
    ["project", "--all"],
    ["project", "-f", "json"],
    ["required"],
    ["list", "-f", "csv"],
    ["path", "gdp"],
    ["show", "gdp"],
    ["validate"],
    ["schema", "targets"],
    ["explain"],
    ["completion", "bash"],
    ["info"],
]


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_twice_the_same(args, tmp_path):
    first = run(*args, env={"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"})
    again = run(*args, env={"PYTHONHASHSEED": "2", "TZ": "America/New_York"}, cwd=tmp_path)
    assert first.stdout == again.stdout
    assert str(ROOT) not in first.out
    assert str(Path.home()) not in first.out


@pytest.mark.parametrize("args", COMMANDS[:6], ids=" ".join)
def test_the_same_wherever_the_plan_lies(args, tmp_path):
    place = tmp_path / "deep" / "er"
    shutil.copytree(ROOT / "data", place)
    assert run(*args, "--plan", place).stdout == printed(*args)


def test_variable_names_the_plan(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "plan")
    assert run("project", env={"KPI_PLAN": str(tmp_path / "plan")}).stdout == printed("project")
    assert "folder_not_found" in run("project", env={"KPI_PLAN": "no/such/folder"}, code=2).err


def test_option_wins_over_environment():
    assert run("project", "--plan", ROOT / "data", env={"KPI_PLAN": "no/such/folder"}).stdout == printed("project")


def test_empty_variable_names_no_plan():
    assert run("project", env={"KPI_PLAN": ""}).stdout == printed("project")
