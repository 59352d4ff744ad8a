"""A disk that is full and a disk that cannot be written to: said, the old files whole, nothing left beside them.

Run by `make prove`; mounts small disks in a user namespace of its own and fails where the system does not allow that.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from acceptance.kpi import KPI, environment
from acceptance.plans import make_plan

if TYPE_CHECKING:
    from pathlib import Path

FULL = "dd if=/dev/zero of=fill bs=1k 2>/dev/null"
READ_ONLY = "mount -o remount,ro ."
WRITES = {
    "edit": "edit gdp owner=x target=250 --apply --plan p",
    "import": "import ../in.csv --apply --plan p",
    "output": "project --plan p -f csv -o out.csv",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    years = [("gdp", year, 100 + year - 1990) for year in range(1990, 2022)]
    make_plan(tmp_path / "p", indicators=[{"id": "gdp"}], baselines=[{"id": "gdp", "value": 5}], actuals=years)
    rows = "".join(f"gdp,{year},{year - 1800},亿元,2023-03-01\n" for year in (2022, 2023))
    (tmp_path / "in.csv").write_text("id,year,value,unit,published\n" + rows, encoding="utf-8")
    (tmp_path / "out.csv").write_text("old")
    (tmp_path / "disk").mkdir()
    return tmp_path


def on_a_disk(place: Path, then: str, command: str) -> subprocess.CompletedProcess[bytes]:
    """Put the plan on a small disk, do something to the disk, run kpi, show what is there."""
    script = f"""
        set -e
        mount -t tmpfs -o size=256k none disk
        cp -r p out.csv disk
        cd disk
        {then} || true
        before=$(find p out.csv -type f | sort | xargs cksum)
        set +e
        "{KPI}" {command}
        code=$?
        test "$before" = "$(find p out.csv -type f | sort | xargs cksum)" || echo "files differ"
        ls -A . p | grep -E "tmp|lock"
        exit $code
    """
    assert shutil.which("unshare"), "unshare is needed for this proof: apt install util-linux"
    return subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", script],
        cwd=place, env=environment(KPI_LANG="en"), capture_output=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("command", WRITES)
@pytest.mark.parametrize(("then", "said"), [(FULL, b"the disk is full"), (READ_ONLY, b"is not allowed")])
def test_old_files_stay_whole(place: Path, then: str, said: bytes, command: str) -> None:
    done = on_a_disk(place, then, WRITES[command])
    assert done.returncode == 2, done.stderr.decode()
    assert said in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("command", WRITES)
def test_a_disk_with_room_takes_the_change(place: Path, command: str) -> None:
    done = on_a_disk(place, "true", WRITES[command])
    assert done.returncode == 0, done.stderr.decode()
    assert b"files differ" in done.stdout
