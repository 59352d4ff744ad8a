"""How a run ends: 0, 1, 2, 70, 130, 141, and what is then on which stream."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from acceptance.kpi import KPI, environment, run


def test_version():
    from lixia_kpi import __version__

    assert run("--version").out == f"kpi {__version__}\n"


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"], ["project", "-h"]])
def test_help_goes_to_standard_output(args):
    assert run(*args).out.startswith("Usage: kpi")


@pytest.mark.parametrize("command", ["project", "required", "list", "show", "check", "path"])
@pytest.mark.parametrize("args", [["--plan", "no/such/folder"], ["--plan", os.devnull], ["--lang", "xx"], ["--colour"]])
def test_wrong_use_ends_with_2_and_prints_no_data(command, args):
    ids = ["gdp"] if command in ("show", "path") else []
    assert run(command, *ids, *args, code=2).out == ""


def test_nothing_is_asked_for():
    done = subprocess.run([KPI, "show"], stdin=subprocess.DEVNULL, capture_output=True, env=environment(), check=False)
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], 1),
        (["--fail-on", "behind"], 1),
        (["--fail-on", "off_track"], 1),
        (["--fail-on", "reversing"], 0),
        (["--fail-on", "no_data"], 1),
        (["--fail-on", "pending"], 0),
        (["gdp"], 0),
        (["gdp", "--fail-on", "ahead"], 1),
        (["gdp", "--fail-on", "met"], 1),
        (["modern_services_share"], 1),
    ],
)
def test_check_fails_at_or_below_the_level(args, expected):
    result = run("check", *args, "-f", "csv", code=expected, quiet=True)
    assert (len(result.lines) > 1) == (expected == 1)


def test_check_lists_the_worst_first():
    result = run("check", "--fail-on", "met", "--fail-on", "no_data", "-f", "csv", code=1, quiet=True)
    place = result.lines[0].split(",").index("status")
    statuses = [row[place] for row in csv.reader(result.lines[1:])]
    order = ["reversing", "off_track", "behind", "on_track", "ahead", "met", "no_data"]
    assert statuses == sorted(statuses, key=order.index)
    assert {"off_track", "ahead", "no_data"} <= set(statuses)


def test_closed_pipe_ends_with_141():
    read, write = os.pipe()
    os.close(read)
    process = subprocess.Popen([KPI, "project"], stdout=write, stderr=subprocess.PIPE, env=environment())
    os.close(write)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 141


def test_reader_that_stops_early_is_no_error():
    command = f'"{KPI}" project --all -f json | head -c 100 >/dev/null; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


def test_interrupt_ends_with_130(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [KPI, "project", "--actuals", pipe]
    env = environment(PYTHONWARNINGS=None)  # a file just opened may be left to the collector
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    with pipe.open("wb"):  # opens once the command has begun to read from it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.fixture
def defective(tmp_path):
    """An environment in which a library that `kpi` uses is broken: the nearest thing to a defect of its own."""
    (tmp_path / "yaml.py").write_text("raise RuntimeError('broken library')\n")
    return {"PYTHONPATH": str(tmp_path)}


def test_defect_ends_with_70_in_both_languages(defective):
    result = run("project", code=70, env=defective)
    assert result.out == ""
    assert "内部错误" in result.err
    assert "internal error (RuntimeError, lixia_kpi." in result.err
    assert "kpi info" in result.err
    assert str(Path(sys.executable).parent) not in result.err


def test_defect_shows_its_traceback_when_asked(defective):
    done = subprocess.run(
        [KPI, "project"], capture_output=True, env=environment(KPI_DEBUG="1", **defective), check=False
    )
    assert done.returncode == 70
    assert b"broken library" in done.stderr
    assert b"Traceback" in done.stderr
