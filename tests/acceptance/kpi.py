"""Runs the installed command `kpi` as a user does: a process of its own, bytes in and out.

Most runs are split from a process that has imported everything (`acceptance.warmed`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from acceptance.warmed import Warmed

KPI = Path(sys.executable).with_name("kpi.exe" if os.name == "nt" else "kpi")
"""The executable that belongs to the running Python."""

_OWN = (
    *("KPI_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PYTHON", "_KPI_"),
    *("ARROW_", "OPENBLAS_"),  # the command sets these itself, in a test's own process, too
)
WARNINGS = "error,ignore::DeprecationWarning:typer"
_LONGEST = 60


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.stdout.decode()

    @property
    def err(self) -> str:
        """Standard error as text."""
        return self.stderr.decode()

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


def environment(**changes: str | None) -> dict[str, str]:
    """Give an environment that does not depend on who runs the tests; None removes a variable.

    Warnings are errors, so that a deprecated call shows before it breaks; typer's own calls to click are its affair.
    """
    env = {key: value for key, value in os.environ.items() if not key.startswith(_OWN)}
    env |= {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONWARNINGS": WARNINGS}
    for key, value in changes.items():
        if value is None:
            env.pop(key, None)
        else:
            env[key] = value
    return env


WARMED = Warmed(environment())
"""What most runs are split from."""
WARMED_ON_TERMINAL = Warmed(environment(), on_terminal=True)


@cache
def printed(*args: str) -> bytes:
    """Give what `kpi` prints on the shipped plan in the plain environment; each command line is run once a session."""
    return run(*args).stdout


def run(
    *args: str | os.PathLike[str],
    code: int | None = 0,
    env: dict[str, str | None] | None = None,
    stdin: bytes | None = None,
    cwd: Path | None = None,
    quiet: bool | None = None,
) -> Result:
    """Run `kpi` and check what holds for every run: the exit code, no traceback, silence on success.

    `code` None allows 0, 1 and 2. `quiet` says whether standard error must be empty; it must on exit code 0.
    """
    command = [KPI, *args]
    settings = environment(**(env or {}))
    given = stdin or b""
    done = WARMED.run(command, settings, given=given, folder=cwd, longest=_LONGEST) or subprocess.run(
        command, input=given, capture_output=True, env=settings, cwd=cwd, timeout=_LONGEST, check=False
    )
    result = Result(done.returncode, done.stdout, done.stderr)
    shown = f"kpi {' '.join(map(os.fspath, args))}\n{result.stderr.decode(errors='replace')}"
    expected = (0, 1, 2) if code is None else (code,)
    assert result.code in expected, f"exit code {result.code} instead of {code}: {shown}"
    assert b"Traceback" not in result.stderr, shown
    if (result.code == 0) if quiet is None else quiet:
        assert result.stderr == b"", shown
    return result
