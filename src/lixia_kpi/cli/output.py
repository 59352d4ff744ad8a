"""Bytes to standard output or, in one step, to a file."""

from __future__ import annotations

import errno
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
        raise _output_error(fault, "-") from fault


def _to_file(data: bytes, path: str) -> None:
    """Write a new file beside the old one and let it take its place; pipes and devices are written into.

    The file behind a symbolic link is replaced, not the link; permissions are kept.
    """
    try:
        target = Path(path).resolve()
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise OutputError("output_is_folder", {"file": path})
        if mode is None or stat.S_ISREG(mode):
            _replace(target, data, mode)
        else:
            target.write_bytes(data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as fault:
        raise _output_error(fault, path) from fault


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = target.with_name(f".{target.name[:60]}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink()
        raise


def _output_error(fault: OSError | ValueError, path: str) -> OutputError:
    if path == "-":
        path = "stdout"
    codes = {
        errno.ENOSPC: "disk_full",
        errno.EDQUOT: "disk_full",
        errno.EACCES: "output_not_allowed",
        errno.EPERM: "output_not_allowed",
        errno.EROFS: "output_not_allowed",
        errno.ENOENT: "output_folder_missing",
        errno.ENOTDIR: "output_folder_missing",
        errno.ENAMETOOLONG: "output_name_too_long",
        errno.EBADF: "standard_output_closed",
    }
    code = codes.get(fault.errno or 0, "output_failed") if isinstance(fault, OSError) else "output_failed"
    return OutputError(code, {"file": path, "fault": getattr(fault, "strerror", None) or str(fault)})
