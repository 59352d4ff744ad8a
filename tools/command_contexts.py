"""The commands of `kpi` as click knows them, without running a process for each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from click import Context, Group

from lixia_kpi.cli.app import COMMANDS, program

if TYPE_CHECKING:
    from click import Command

NAMES = COMMANDS
"""Every command, in the order of the help."""


@cache
def program_context() -> Context:
    """Give the context of `kpi` itself."""
    return Context(program(), info_name="kpi")


@cache
def command_context(name: str) -> Context:
    """Give the context of a command, in which its help is written."""
    group = cast("Group", program_context().command)
    command = cast("Command", group.get_command(program_context(), name))
    return Context(command, info_name=name, parent=program_context())
