"""A command imports only what it needs: start-up is a promise, and an import that creeps in breaks it unseen."""

from __future__ import annotations

import subprocess
import sys

import pytest

from acceptance.kpi import environment

NEVER = ("pandas", "scipy", "pydantic", "rich.table", "jsonschema", "importlib.metadata", "asyncio", "numpy.ma")
PROBE = """
import sys
sys.argv = ["kpi", *{args!r}]
from lixia_kpi.__main__ import main
try:
    main()
except SystemExit as leave:
    assert not leave.code, leave.code
print(*sorted(sys.modules), file=sys.stderr)
"""


def modules_of(*args: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(args=args)], capture_output=True, env=environment(), check=True, timeout=60
    )
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("project",), ("project", "-f", "json"), ("required",)])
def test_heavy_libraries_stay_out(args):
    assert not modules_of(*args).intersection(NEVER)


@pytest.mark.parametrize("args", [(), ("--version",), ("--help",), ("project", "--help"), ("check", "--help")])
def test_help_and_version_do_without_numbers_and_plans(args):
    loaded = modules_of(*args)
    assert not loaded.intersection({"numpy", "yaml", "rich", "lixia_kpi.plan", "lixia_kpi.folder", "csv"})


def test_only_the_command_that_runs_is_loaded():
    loaded = modules_of("project", "--help")
    assert {name for name in loaded if name.startswith("lixia_kpi.cli.commands.")} == {"lixia_kpi.cli.commands.project"}


def test_the_package_itself_costs_nothing():
    probe = "import sys; before = set(sys.modules); import lixia_kpi; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, env=environment(), check=True)
    assert not {n for n in done.stdout.split() if n.startswith("lixia_kpi.")} - {"lixia_kpi.data", "lixia_kpi.version"}
    assert "numpy" not in done.stdout.split()
