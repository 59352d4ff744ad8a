"""A file replaced in one step: whatever happens, its old or its new content is there, whole."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_NAME_KEPT = 60
"""Characters of the file's own name in that of its temporary file, so that no name grows too long."""


def real_path(path: str) -> Path:
    """Follow every link of a path to the file that it means, which need not be there.

    Raises
    ------
    OSError, ValueError
        where the links lead round in a circle, or no file can have the name.
    """
    real = Path(os.path.realpath(path))
    with suppress(FileNotFoundError):
        real.stat()
    return real


@contextmanager
def open_target(path: str) -> Iterator[BinaryIO]:
    """Give what takes the bytes of a file: a plain file is replaced in one step, pipes and devices are written into.

    The file behind a symbolic link is replaced, not the link.

    Raises
    ------
    OSError
        where that is not possible, or no file can have the name; a plain file is then as it was before.
    """
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    except ValueError as fault:
        raise OSError(errno.EINVAL, str(fault)) from fault
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISREG(mode):
        with replacing(real_path(path)) as file:
            yield file
    else:  # not by its real path: that of /dev/stdout names no file where standard output is a pipe
        with Path(path).open("wb") as pipe:
            yield pipe


def replace(target: Path, data: bytes) -> None:
    """Replace a file by these bytes, as `replacing` does."""
    with replacing(target) as file:
        file.write(data)


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a temporary file beside `target` to write into and let it take its place; permissions and owner are kept.

    What a killed run left beside the file is removed. `target` is a path without links, of a plain file or of none.

    Raises
    ------
    OSError
        where that is not possible; the file is then as it was before, as it is after any other fault.
    """
    status = target.stat() if target.exists() else None
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    _remove_leftovers(target)
    temporary = target.with_name(f"{_prefix(target)}{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if status is not None:
            _keep_owner(temporary, status)
            temporary.chmod(stat.S_IMODE(status.st_mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _settle(target.parent)


def _prefix(target: Path) -> str:
    """How the names of temporary files begin: they name the file and the machine, then the process."""
    from platform import node

    return f".{target.name[:_NAME_KEPT]}.{crc32(node().encode(errors='replace')):08x}-"


def _remove_leftovers(target: Path) -> None:
    """Remove the temporary files of processes of this machine that are no more; those of other machines stay."""
    prefix = _prefix(target)
    with suppress(OSError):
        for entry in list(os.scandir(target.parent)):
            process = entry.name.removeprefix(prefix).removesuffix(".tmp")
            if entry.name == f"{prefix}{process}.tmp" and process.isdecimal() and _is_gone(int(process)):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _is_gone(process: int) -> bool:
    """Tell whether no other process has the number; our own number is then that of an earlier process."""
    if process == os.getpid():
        return True
    if os.name == "nt":  # a signal 0 would be sent there
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False


def _keep_owner(file: Path, status: os.stat_result) -> None:
    """Give a file the owner of the one that it replaces, where that is allowed and would change anything."""
    now = file.stat()
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (status.st_uid, status.st_gid):
        with suppress(OSError):
            os.chown(file, status.st_uid, status.st_gid)


def _settle(folder: Path) -> None:
    """Bring the folder's own entry to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
