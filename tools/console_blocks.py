"""The console blocks of the documentation: commands after `$`, then what they print on 80 columns."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

ROOT = Path(__file__).parents[1]
COLUMNS = 80
BEGIN, END, PROMPT = "```console", "```", "$ "


def on_terminal(command: str, *, columns: int = COLUMNS) -> str:
    """Run a shell command in the repository on a terminal without colour; what appears there."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key in ("HOME", "SYSTEMROOT", "TMPDIR")}
    env = {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "NO_COLOR": "1",
    }
    process = subprocess.Popen(
        ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=env, cwd=ROOT
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the terminal closes with its last writer
            break
        if not part:
            break
        shown += part
    os.close(master)
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def refreshed(page: str) -> str:
    """Give a page with the output in its console blocks as the commands print it now."""
    lines, inside = [], False
    for line in page.splitlines():
        if line == BEGIN:
            inside = True
        elif line == END and inside:
            inside = False
        elif inside and not line.startswith(PROMPT):
            continue
        lines.append(line.rstrip() if inside else line)
        if inside and line.startswith(PROMPT):
            output = on_terminal(line.removeprefix(PROMPT)).rstrip("\n")
            lines += [shown.rstrip() for shown in output.split("\n")] if output else []
    return "\n".join(lines) + "\n"
