"""What is no plain file, or far too much of one, where a file is to be read: said at once, never waited for."""

from __future__ import annotations

import os
import socket

import pytest

from acceptance.plans import make_plan
from lixia_kpi.cli.opening import read_actuals_files
from lixia_kpi.cli.plan_editing import edit_plan
from lixia_kpi.editing.edit import Change
from lixia_kpi.folder.open import read_folder
from lixia_kpi.folder.paths import check_paths
from lixia_kpi.problems import InputError

TERABYTE = 1 << 40


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


ODD = {
    "pipe": (os.mkfifo, "not_a_regular_file"),
    "socket": (make_socket, "not_a_regular_file"),
    "endless device": (lambda path: path.symlink_to("/dev/zero"), "not_a_regular_file"),
    "folder": (lambda path: path.mkdir(), "is_a_folder"),
    "link in a circle": (lambda path: path.symlink_to(path), "file_not_readable"),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "file_not_found"),
    "terabyte of nothing": (lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), TERABYTE), "too_large"),
}


@pytest.fixture
def plan(tmp_path):
    return make_plan(
        tmp_path, indicators=[{"id": "gdp"}], baselines=[{"id": "gdp", "value": 1}], actuals=[("gdp", 2021, 5)]
    )


def errors(problems):
    return [problem.code for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("name", ["targets.yaml", "baseline_2020.yaml", "actuals.csv"])
@pytest.mark.parametrize("odd", ODD)
def test_odd_file_of_a_plan_is_said(plan, name, odd):
    (plan / name).unlink()
    make, code = ODD[odd]
    make(plan / name)
    opened, problems = read_folder(str(plan))
    assert opened is None
    assert errors(problems) == [code]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("apply", [True, False])
def test_odd_file_of_a_plan_is_not_edited(plan, odd, apply):
    (plan / "targets.yaml").unlink()
    make, code = ODD[odd]
    make(plan / "targets.yaml")
    with pytest.raises(InputError) as caught:
        edit_plan(str(plan), [Change("gdp", "owner", "x")], apply=apply)
    assert errors(caught.value.problems) == [code]
    assert sorted(path.name for path in plan.iterdir()) == ["actuals.csv", "baseline_2020.yaml", "targets.yaml"]


@pytest.mark.parametrize("odd", [odd for odd in ODD if odd != "pipe"])
def test_odd_file_of_the_command_line_is_said(tmp_path, odd):
    """A pipe is waited for: `--actuals <(command)`."""
    make, code = ODD[odd]
    make(tmp_path / "odd")
    with pytest.raises(InputError) as caught:
        read_actuals_files([str(tmp_path / "odd")])
    assert errors(caught.value.problems) == [code]
    assert errors(check_paths([str(tmp_path / "odd")])) == ["missing_targets_file" if odd == "folder" else code]


@pytest.mark.parametrize(
    ("odd", "code"),
    [("pipe", "not_a_folder"), ("endless device", "not_a_folder"), ("link in a circle", "folder_not_readable")],
)
def test_odd_plan_folder_is_said(tmp_path, odd, code):
    ODD[odd][0](tmp_path / "odd")
    assert errors(read_folder(str(tmp_path / "odd"))[1]) == [code]
