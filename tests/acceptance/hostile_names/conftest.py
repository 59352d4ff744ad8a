"""What the tests of hostile texts share: one plan, its commands run in this process, the rows of its tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from acceptance.hostile_names.commands import PEOPLE, Plans
from lixia_kpi.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Plans:
    return Plans(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def kpi(
    plans: Plans, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., bytes]:
    """Run a command line of `TABLES` or `PEOPLE` in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("KPI_LANG", "KPI_PLAN", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def called(name: str, *args: str) -> bytes:
        command = PEOPLE[name]
        code = run([*command, *plans.sources(command[0]), *args])
        captured = capfdbinary.readouterr()
        assert code in (0, 1), captured.err
        assert captured.err == b""
        return captured.out

    return called


@pytest.fixture
def rows_of(kpi: Callable[..., bytes], plans: Plans) -> Callable[[str], list[dict[str, object]]]:
    """Give the rows of a table as JSON has them."""

    def rows(name: str) -> list[dict[str, object]]:
        if name not in plans.rows:
            plans.rows[name] = json.loads(kpi(name, "-f", "json"))["rows"]
        return plans.rows[name]

    return rows
