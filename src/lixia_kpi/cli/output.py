"""Bytes to standard output or, in one step, to a file."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from lixia_kpi.cli.waiting import end
from lixia_kpi.errors import OutputError

SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "table",
}


def format_of(path: str) -> str | None:
    """Give the format that a file's suffix names, None where it names none.

    >>> format_of("gap.CSV"), format_of("gap")
    ('csv', None)
    """
    return SUFFIXES.get(Path(path).suffix.lower())


def write(data: bytes, path: str | None) -> None:
    """Write to standard output, or to a file where a path is given.

    Raises
    ------
    OutputError
        where that is not possible; a file is then as it was before.
    BrokenPipeError
        when the reader has closed the pipe.
    """
    end()
    if path is None:
        _to_standard_output(data)
    else:
        _to_file(data, path)


def _to_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("standard_output_closed")
    try:
        sys.stdout.flush()
        view = memoryview(data)
        descriptor = sys.stdout.fileno()
        while view:
            view = view[os.write(descriptor, view) :]
    except BrokenPipeError:
        raise
    except OSError as fault:
        from lixia_kpi.cli.output_fault import output_error

        raise output_error(fault, "stdout") from fault


def _to_file(data: bytes, path: str) -> None:
    """Replace a plain file in one step; pipes and devices are written into.

    The file behind a symbolic link is replaced, not the link; permissions are kept.
    """
    from lixia_kpi.cli.output_fault import output_error
    from lixia_kpi.cli.replacement import real_path, replace

    try:
        target = real_path(path)
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise OutputError("output_is_folder", {"file": path})
        if mode is None or stat.S_ISREG(mode):
            replace(target, data)
        else:
            target.write_bytes(data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as fault:
        raise output_error(fault, path) from fault
