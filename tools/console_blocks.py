"""The console blocks of the documentation: commands after `$`, then what they print on 80 columns."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]
COLUMNS = 80
BEGIN, END, PROMPT = "```console", "```", "$ "


@cache
def on_terminal(command: str, *, columns: int = COLUMNS) -> str:
    """Run a shell command in the repository on a terminal without colour; what appears there.

    Each command is run once, however many pages show it.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key in ("HOME", "SYSTEMROOT", "TMPDIR")}
    env = {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",  # a machine under load shows no line that says how long it has taken
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


def commands_of(page: str) -> list[str]:
    """List the commands in the console blocks of a page."""
    found, inside = [], False
    for line in page.splitlines():
        inside = line == BEGIN or (inside and line != END)
        if inside and line.startswith(PROMPT):
            found.append(line.removeprefix(PROMPT))
    return found


def run_all(pages: Iterable[str]) -> None:
    """Run the commands of pages, a few at once, so that what they print is at hand."""
    commands = dict.fromkeys(command for page in pages for command in commands_of(page))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        list(pool.map(on_terminal, commands))


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
