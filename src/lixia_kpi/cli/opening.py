"""Plan and actuals as the options name them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.problems import InputError, Place, Problem
from lixia_kpi.text.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.folder.open import PlanFolder

STANDARD_INPUT = "-"


def open_plan(plan: str | None, actuals: Sequence[str] | None) -> PlanFolder:
    """Open a plan folder, the shipped one when `plan` is None, with the files of `actuals` instead of its own.

    Raises
    ------
    InputError
        with every fault, where anything cannot be read or is invalid.
    """
    if not actuals:
        return open_folder(plan)
    return open_folder(plan, actuals=read_actuals_files(actuals))


def read_actuals_files(files: Sequence[str]) -> list[tuple[str, bytes]]:
    """Read files of actuals; `-` is standard input, and a pipe such as `<(command)` is read to its end."""
    read, problems = [], []
    for file in files:
        data = _standard_input() if file == STANDARD_INPUT else _file(file)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            read.append((file, data))
    if problems:
        raise InputError(problems)
    return read


def _standard_input() -> bytes | Problem:
    if sys.stdin is None:
        return Problem("file_not_found", Place(STANDARD_INPUT))
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as fault:
        return Problem("file_not_readable", Place(STANDARD_INPUT), details={"errno": fault.errno or 0})


def _file(file: str) -> bytes | Problem:
    path = Path(file)
    try:
        if not path.is_fifo():
            return read_bytes(file, file=file)
        with path.open("rb") as pipe:
            return pipe.read(MAX_BYTES + 1)
    except OSError as fault:
        return Problem("file_not_readable", Place(file), details={"errno": fault.errno or 0})
    except ValueError:  # a name that no file can have
        return Problem("file_not_found", Place(file))
