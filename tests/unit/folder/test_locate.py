"""Where the files are: folders on disk, the package's own data, an archive; and what is never opened."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import lixia_kpi
from lixia_kpi.folder import read_bytes as module
from lixia_kpi.folder.locate import locate, shown_name
from lixia_kpi.folder.open import read_folder
from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.problems import Problem


def codes(folder):
    return [problem.code for problem in read_folder(str(folder))[1]]


def test_the_shipped_data_is_found_and_named_without_its_path():
    shelf, names, problems = locate(None)
    assert problems == []
    assert {"targets.yaml", "actuals.csv"} <= set(names)
    assert shelf.name == "data"
    opened, problems = read_folder(None)
    assert opened is not None
    assert {p.place.file for p in problems} <= {"data/targets.yaml", "data/baseline_2020.yaml", "data/actuals.csv"}
    assert all(row.place.file == "data/actuals.csv" for row in opened.observations)


def test_the_shipped_data_is_found_in_an_archive(tmp_path):
    archive = tmp_path / "lixia_kpi.zip"
    package = Path(lixia_kpi.__file__).parent
    data = package / "data" if (package / "data").is_dir() else package.parent.parent / "data"
    with zipfile.ZipFile(archive, "w") as bundle:
        for room in ("", "text", "units", "formula", "plan", "actuals", "folder"):
            for file in (package / room).glob("*.py"):
                bundle.write(file, Path("lixia_kpi", room, file.name))
        for file in data.iterdir():
            if file.is_file():
                bundle.write(file, Path("lixia_kpi", "data", file.name))
    program = (
        "from lixia_kpi.folder.open import open_folder; import lixia_kpi; "
        "f = open_folder(None); print(lixia_kpi.__file__); print(f.name, len(f.plan.indicators), len(f.observations))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(archive)}, capture_output=True, text=True, check=True
    )
    where, found = run.stdout.splitlines()
    opened, _ = read_folder(None)
    assert where.startswith(str(archive))
    assert found == f"data {len(opened.plan.indicators)} {len(opened.observations)}"


def test_folders_that_are_none(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    assert codes(tmp_path / "missing") == ["folder_not_found"]
    assert codes(file) == ["not_a_folder"]
    assert codes("nul\0byte") == ["folder_not_found"]
    assert codes("x" * 5000) == ["folder_not_readable"]


def test_an_empty_folder_lacks_its_targets(tmp_path):
    assert codes(tmp_path) == ["missing_baseline_file", "missing_targets_file"]


def test_what_is_no_regular_file_is_never_opened(tmp_path):
    pipe = tmp_path / "targets.yaml"
    os.mkfifo(pipe)
    (tmp_path / "actuals.csv").mkdir()
    (tmp_path / "baseline_2020.yaml").symlink_to(tmp_path / "gone")
    found = read_folder(str(tmp_path))[1]
    assert [(Path(p.place.file).name, p.code) for p in found] == [
        ("actuals.csv", "is_a_folder"),
        ("baseline_2020.yaml", "file_not_found"),
        ("targets.yaml", "not_a_regular_file"),
    ]


def test_large_files_are_refused_before_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 3)
    (tmp_path / "a").write_bytes(b"1234")
    problem = read_bytes(str(tmp_path / "a"), file="a")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.details) == ("too_large", {"bytes": 4, "limit": 3})


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"1234")

    def refuse(*_arguments, **_options):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    assert read_bytes(str(tmp_path / "a"), file="a") == Problem("file_not_readable", ("a", 0, 0), details={"errno": 13})


@pytest.mark.parametrize(
    ("folder", "shown"),
    [("plan", "plan/a.csv"), ("plan/", "plan/a.csv"), (".", "a.csv"), ("/", "/a.csv"), ("../p", "../p/a.csv")],
)
def test_files_are_named_as_the_user_named_the_folder(folder, shown):
    assert shown_name(folder, "a.csv") == shown
