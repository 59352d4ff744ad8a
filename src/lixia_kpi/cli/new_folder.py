"""A folder made in one step, where there was none or an empty one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.output_fault import output_error
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAY_BE_THERE = frozenset({".git"})
"""A repository that was just made is as good as an empty folder."""


def check_new(folder: str) -> None:
    """Raise UsageError where the folder, or something else of that name, is there and not empty."""
    path = Path(folder)
    try:
        if not os.path.lexists(path):
            return
        if not path.is_dir():
            raise UsageError("not_a_folder_for_a_plan", {"folder": folder})
        found = sorted(entry.name for entry in path.iterdir() if entry.name not in _MAY_BE_THERE)
    except (OSError, ValueError) as fault:
        raise output_error(fault, folder) from fault
    if found:
        raise UsageError("folder_not_empty", {"folder": folder, "found": ", ".join(found[:3])})


def make_folder(folder: str, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder beside it, which then takes its place; folders above it are made.

    Parameters
    ----------
    folder : as the user named it; not there, or empty.
    files : content by name; `/` divides folders.

    Raises
    ------
    OutputError
        where that is not possible; there is then nothing new.
    """
    try:
        target = Path(folder).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name[:60]}.{os.getpid()}.tmp")
        beside.mkdir()
        try:
            _fill(beside, files)
            _settle(beside, target)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    except (OSError, ValueError) as fault:
        raise output_error(fault, folder) from fault


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _settle(beside: Path, target: Path) -> None:
    """Let the new folder take the place of none or of an empty one; into a repository its entries are moved."""
    if target.is_dir() and any(target.iterdir()):
        for entry in beside.iterdir():
            if os.path.lexists(target / entry.name):
                raise FileExistsError(17, os.strerror(17), str(target / entry.name))
            entry.rename(target / entry.name)
        beside.rmdir()
        return
    if target.is_dir():
        target.rmdir()
    beside.rename(target)
