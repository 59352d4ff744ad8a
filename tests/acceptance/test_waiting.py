"""Long work shows itself on a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import time

from acceptance.kpi import KPI, environment

HEADER = b"id,year,value,unit\n"


def on_terminal(tmp_path, *, seconds, args=(), term="xterm"):
    """Run `kpi project` with standard error on a terminal and actuals that take so long to arrive."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    screen, terminal = pty.openpty()
    env = environment(TERM=term, KPI_LANG="en")
    command = [KPI, "project", "--actuals", pipe, *args]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, env=env)
    os.close(terminal)
    with pipe.open("wb") as stream:
        time.sleep(seconds)
        stream.write(HEADER)
    out = process.communicate(timeout=60)[0]
    said = b""
    try:
        while part := os.read(screen, 4096):
            said += part
    except OSError:  # the other end of a terminal is closed
        pass
    finally:
        os.close(screen)
    return process.returncode, out, said


def test_line_appears_after_a_second_and_is_taken_back(tmp_path):
    code, out, said = on_terminal(tmp_path, seconds=2.4, args=("-f", "csv"))
    assert code == 0
    assert out.startswith(b"id,")
    assert b"kpi project: 1 s" in said
    assert said.endswith(b"\r\x1b[K")
    assert b"\n" not in said


def test_nothing_appears_on_a_terminal_that_cannot_take_a_line_back(tmp_path):
    assert on_terminal(tmp_path, seconds=1.6, args=("-f", "csv"), term="dumb")[2] == b""


def test_nothing_appears_in_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [KPI, "project", "--actuals", pipe]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(TERM="xterm"))
    with pipe.open("wb") as stream:
        time.sleep(1.6)
        stream.write(HEADER)
    assert process.communicate(timeout=60)[1] == b""
