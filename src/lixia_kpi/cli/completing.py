"""Answers to a shell that asks what could follow the words written so far."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from click.shell_completion import ShellComplete, get_completion_class, shell_complete

if TYPE_CHECKING:
    from click import Command

VARIABLE = "_KPI_COMPLETE"
"""Set by the script of the shell when it asks."""


def complete(program: Command) -> int:
    """Print what could follow, as the script of the shell expects it."""
    return shell_complete(program, {}, "kpi", VARIABLE, os.environ[VARIABLE])


def script(program: Command, shell: str) -> str:
    """Give the script that makes a shell ask."""
    kind = get_completion_class(shell)
    if kind is None:
        raise KeyError(shell)
    return ShellComplete.source(kind(program, {}, "kpi", VARIABLE)).strip() + "\n"
