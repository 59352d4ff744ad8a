"""A process that dies before any of the steps of a write leaves the old file or the new one, whole."""

from __future__ import annotations

import subprocess
import sys

DIES = """
import os, signal, sys
steps = int(sys.argv[2])
def count(event, details):
    global steps
    if event in ("open", "os.rename", "os.remove", "os.chmod", "os.chown", "os.scandir", "fcntl.flock"):
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
import filelock
from lixia_kpi.cli import plan_file, replacement
replacement._prefix(replacement.Path("a"))
sys.addaudithook(count)
plan_file.replace_under_lock(sys.argv[1], lambda before: b"new" * 100_000)
print(steps)
"""
NEW = b"new" * 100_000


def test_death_before_any_step(tmp_path):
    file = tmp_path / "actuals.csv"
    outcomes = []
    for step in range(1, 60):
        file.write_bytes(b"old")
        done = subprocess.run([sys.executable, "-c", DIES, file, str(step)], capture_output=True, check=False)
        assert done.stderr == b""
        assert file.read_bytes() in (b"old", NEW)
        outcomes.append(file.read_bytes() == NEW)
        if done.returncode == 0:
            break
    assert done.returncode == 0, "more steps than were tried"
    assert outcomes == sorted(outcomes)
    assert 6 <= outcomes.index(True) < len(outcomes) - 1
    assert [path.name for path in tmp_path.iterdir()] == ["actuals.csv"], "the last run cleans up behind the dead"
