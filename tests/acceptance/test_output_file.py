"""`--output`: the file is replaced in one step or stays as it was."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from acceptance.kpi import KPI, environment, printed, run
from acceptance.plans import make_plan


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.csv", "csv"), ("a.TSV", "tsv"), ("a.json", "json"), ("a.jsonl", "jsonl"), ("a.md", "markdown")],
)
def test_suffix_names_the_format(tmp_path, name, format_):
    assert run("project", "-o", tmp_path / name).out == ""
    assert (tmp_path / name).read_bytes() == printed("project", "-f", format_)


def test_format_wins_over_suffix(tmp_path):
    run("project", "-f", "json", "-o", tmp_path / "a.csv")
    assert json.loads((tmp_path / "a.csv").read_bytes())["plan"] == "lixia_14fyp"


def test_table_in_a_file_is_the_one_that_is_piped(tmp_path):
    run("project", "-o", tmp_path / "a.txt", env={"FORCE_COLOR": "1"})
    run("project", "-o", tmp_path / "bare")
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "bare").read_bytes() == printed("project")


def test_unknown_suffix_is_named(tmp_path):
    assert "a.xyz" in run("project", "-o", tmp_path / "a.xyz", code=2).err
    assert list(tmp_path.iterdir()) == []


def test_permissions_and_link_are_kept(tmp_path):
    file, link = tmp_path / "real.csv", tmp_path / "link.csv"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    run("project", "-o", link)
    assert link.is_symlink()
    assert file.read_bytes().startswith(b"id,name_zh")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.csv", "real.csv"]


def test_new_file_has_the_usual_permissions(tmp_path):
    run("project", "-o", tmp_path / "new.csv")
    (tmp_path / "usual").touch()
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


@pytest.mark.parametrize("args", [["--group", "nothing"], ["--plan", "no/such/folder"], ["--sort", "nothing"]])
def test_file_stays_as_it_was_when_the_command_fails(tmp_path, args):
    file = tmp_path / "a.csv"
    file.write_text("old")
    before = file.stat().st_mtime_ns
    run("project", "-o", file, *args, code=2)
    assert (file.read_text(), file.stat().st_mtime_ns) == ("old", before)
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_folder_is_refused(tmp_path):
    result = run("project", "-f", "csv", "-o", tmp_path, code=2)
    assert "folder" in result.err
    assert result.out == ""


def test_missing_folder_is_named(tmp_path):
    assert "does not exist" in run("project", "-o", tmp_path / "no" / "a.csv", code=2).err


def test_name_too_long_or_with_a_nul_is_refused(tmp_path):
    run("project", "-o", tmp_path / ("a" * 400 + ".csv"), code=2)
    assert list(tmp_path.iterdir()) == []


def test_pipe_is_written_into(tmp_path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    run("project", "-o", pipe)
    reader.join(timeout=30)
    assert read[0] == printed("project", "-f", "csv")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_standard_output_may_be_named_as_a_file():
    assert run("project", "-o", "/dev/stdout", "-f", "csv").stdout == printed("project", "-f", "csv")


def test_null_device_takes_everything():
    assert run("project", "-o", "/dev/null", "-f", "csv").out == ""


def test_socket_is_said(tmp_path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.csv"))
    assert "socket or device" in run("project", "-o", tmp_path / "s.csv", code=2).err
    assert stat.S_ISSOCK((tmp_path / "s.csv").stat().st_mode)


def test_links_in_a_circle_are_said(tmp_path):
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    assert "leads round in a circle" in run("project", "-o", tmp_path / "a.csv", code=2).err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_file_that_a_link_only_names_is_made(tmp_path):
    (tmp_path / "a.csv").symlink_to("b.csv")
    run("project", "-o", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "b.csv").read_bytes() == printed("project", "-f", "csv")


def test_parent_folders_in_a_name_lead_where_they_say(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    run("project", "-o", "../../x.csv", cwd=tmp_path / "a" / "b")
    assert (tmp_path / "x.csv").is_file()


@pytest.mark.parametrize(
    "args",
    [
        ["project", "--actuals", "own.csv", "-o", "own.csv"],
        ["project", "--actuals", "own.csv", "-f", "csv", "-o", "./x/../own.csv"],
        ["project", "--actuals", "own.csv", "-f", "csv", "-o", "hard.csv"],
        ["project", "--actuals", "link.csv", "-f", "csv", "-o", "own.csv"],
        ["validate", "targets.yaml", "own.csv", "-o", "own.csv"],
        ["backtest", "own.csv", "-o", "own.csv"],
    ],
)
def test_a_file_that_is_read_is_not_overwritten(tmp_path, args):
    make_plan(tmp_path, indicators=[{"id": "gdp"}])
    (tmp_path / "x").mkdir()
    (tmp_path / "own.csv").write_text("id,year,value,unit\ngdp,2021,1,亿元\n", encoding="utf-8")
    os.link(tmp_path / "own.csv", tmp_path / "hard.csv")
    (tmp_path / "link.csv").symlink_to("own.csv")
    before = (tmp_path / "own.csv").read_bytes()
    assert "not overwritten" in run(*args, code=2, cwd=tmp_path).err
    assert (tmp_path / "own.csv").read_bytes() == before


@pytest.mark.parametrize("name", ["targets.yaml", "actuals.csv", "baseline_2020.yaml"])
@pytest.mark.parametrize("plan", ["here", "elsewhere"])
def test_a_file_of_a_plan_is_not_overwritten(tmp_path, name, plan):
    folder = make_plan(tmp_path / "p", indicators=[{"id": "gdp"}], baselines=[{"id": "gdp", "value": 1}])
    existing = (folder / name).exists()
    (tmp_path / "out").symlink_to(folder / name)
    chosen = ["--plan", folder] if plan == "here" else []
    for output in (folder / name, tmp_path / "out"):
        result = run("project", *chosen, "-f", "csv", "-o", output, code=2)
        assert "belongs to a plan folder" in result.err
        assert "kpi edit and kpi import" in result.err
    assert (folder / name).exists() == existing
    run("project", *chosen, "-o", folder / "table.csv")


def test_earlier_check_may_be_renewed(tmp_path):
    run("check", "-f", "json", "-o", tmp_path / "a.json", code=1)
    run("check", "-f", "json", "--baseline", tmp_path / "a.json", "-o", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_bytes())["rows"] == []


def test_file_larger_than_allowed_leaves_the_old_one(tmp_path):
    (tmp_path / "a.csv").write_text("old")
    done = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f 1; "{KPI}" project -o a.csv'],
        cwd=tmp_path, stderr=subprocess.PIPE, env=environment(LC_ALL="C"), check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"larger than files may be" in done.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.csv", "old")]


def test_full_disk_is_said():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([KPI, "project"], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 2
    assert b"disk is full" in done.stderr
    assert b"disk is full" in run("project", "-f", "csv", "-o", "/dev/full", code=2).stderr


def test_closed_standard_output_is_said():
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{KPI}" project >&-'], stderr=subprocess.PIPE, env=environment(), check=False
    )
    assert done.returncode == 2
    assert b"standard output is closed" in done.stderr
