"""A run that is killed at any instant leaves the old file or the new one, whole: 200 of 200 tries."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from acceptance.kpi import KPI, environment
from acceptance.plans import make_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TRIES = 200
INDICATORS = 300
BUSY = """
import itertools, sys
from lixia_kpi.cli.plan_file import replace_under_lock
for turn in itertools.count():
    replace_under_lock(sys.argv[1], lambda before: b"%d\\n" % turn * 400_000)
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    ids = [f"i{number}" for number in range(INDICATORS)]
    years = [(one, year, 100 + year - 2015) for one in ids for year in range(2016, 2022)]
    return make_plan(
        tmp_path / "p",
        indicators=[{"id": one} for one in ids],
        baselines=[{"id": i, "value": 5} for i in ids],
        actuals=years,
    )


def killed_after(command: Sequence[str | Path], seconds: float) -> bool:
    """Run a command and kill it; False where it ended before."""
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
    return False


def survives_kills(folder: Path, file: str, command: list[str | Path]) -> None:
    """Kill a command at instants spread over its run; one that is let go then changes the file and cleans up."""
    old = (folder / file).read_bytes()
    others = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != file}
    start = time.monotonic()
    subprocess.run(command, env=environment(), check=True, capture_output=True)
    longest = time.monotonic() - start
    new = (folder / file).read_bytes()
    assert new != old
    dice, kills, seen = random.Random(7), 0, set()
    for _ in range(TRIES):
        (folder / file).write_bytes(old)
        kills += killed_after(command, dice.uniform(0.3, 1.1) * longest)
        content = (folder / file).read_bytes()
        assert content in (old, new)
        seen.add(content == new)
    assert kills > TRIES / 4
    (folder / file).write_bytes(old)
    subprocess.run(command, env=environment(), check=True, capture_output=True)
    assert (folder / file).read_bytes() == new
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != file} == others


def test_killed_edit(plan: Path) -> None:
    words = [word for number in range(0, INDICATORS, 10) for word in (f"i{number}", "target=250", "owner=统计局")]
    survives_kills(plan, "targets.yaml", [KPI, "edit", *words, "--apply", "--plan", plan])


def test_killed_import(plan: Path, tmp_path: Path) -> None:
    rows = [f"i{number},2022,{number + 110},亿元,2023-03-01" for number in range(INDICATORS)]
    figures = tmp_path / "in.csv"
    figures.write_text("\n".join(["id,year,value,unit,published", *rows]) + "\n", encoding="utf-8")
    survives_kills(plan, "actuals.csv", [KPI, "import", figures, "--apply", "--plan", plan])


def test_killed_while_it_does_nothing_but_write(tmp_path: Path) -> None:
    """Nearly every kill falls into a write here."""
    file = tmp_path / "actuals.csv"
    file.write_bytes(b"")
    dice = random.Random(11)
    for _ in range(TRIES):
        assert killed_after([sys.executable, "-c", BUSY, file], dice.uniform(0.25, 0.6))
        lines = file.read_bytes().splitlines()
        assert len(set(lines)) <= 1
        assert len(lines) in (0, 400_000)
    assert file.stat().st_size > 0, "no run came as far as writing"
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 5 * 400_000 * 8, "leftovers pile up"
