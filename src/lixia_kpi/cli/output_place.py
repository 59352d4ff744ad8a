"""Where output may not go: onto the files that people keep."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.option_types import FILE
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.locate import ACTUALS, TARGETS, is_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click import Context

OUTPUTS = ("output", "faults")
RENEWED = "earlier"
"""The result of an earlier run, which a new one may take the place of."""


def check_output_place(ctx: Context) -> None:
    """See that the output does not take the place of a file that the command reads, nor of any file of a plan.

    Raises
    ------
    UsageError
        `output_is_input`, `output_is_plan_file`.
    """
    for name in OUTPUTS:
        output = ctx.params.get(name)
        if isinstance(output, str):
            _check(ctx, output)


def _check(ctx: Context, output: str) -> None:
    """See to one file that is written."""
    place = Path(os.path.realpath(output))
    if any(_same(file, place) for file in _inputs(ctx)):
        raise UsageError("output_is_input", {"file": output, "command": ctx.command_path})
    if (place.name in (TARGETS, ACTUALS) or is_baseline(place.name)) and _is_file(place.parent / TARGETS):
        raise UsageError("output_is_plan_file", {"file": output, "command": ctx.command_path})


def _inputs(ctx: Context) -> Iterator[str]:
    """Give the files that the command line names to be read."""
    for parameter in ctx.command.params:
        value = ctx.params.get(parameter.name or "")
        if parameter.type is FILE and parameter.name not in (*OUTPUTS, RENEWED):
            yield from [value] if isinstance(value, str) else value or ()


def _same(file: str, place: Path) -> bool:
    try:
        return place.is_file() and place.samefile(file)
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
