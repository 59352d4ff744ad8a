"""One file to bytes, or the problem that stands in the way; nothing but regular files is opened."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.decode import MAX_BYTES


def read_bytes(path: str, *, file: str) -> bytes | Problem:
    """Read a whole regular file.

    Parameters
    ----------
    path
        where it is.
    file
        its name as the user gave it.

    Returns
    -------
    bytes or Problem
        the content, or `file_not_found`, `is_a_folder`, `not_a_regular_file` (a pipe, a device), `file_not_readable`,
        `too_large`.
    """
    try:
        status = Path(path).stat()
        if S_ISDIR(status.st_mode):
            return Problem("is_a_folder", Place(file))
        if not S_ISREG(status.st_mode):
            return Problem("not_a_regular_file", Place(file))
        if status.st_size > MAX_BYTES:
            return Problem("too_large", Place(file), details={"bytes": status.st_size, "limit": MAX_BYTES})
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Problem("file_not_found", Place(file))
    except OSError as fault:
        return Problem("file_not_readable", Place(file), details={"errno": fault.errno or 0})
