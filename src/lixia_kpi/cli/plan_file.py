"""A file of a plan folder changed in place: one `kpi` at a time, nothing lost, never half a file."""

from __future__ import annotations

import errno
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from lixia_kpi.cli.output_fault import output_error
from lixia_kpi.cli.replacement import real_path, replace
from lixia_kpi.errors import OutputError, UsageError
from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LOCK = ".kpi.lock"
"""Name of the file that is locked, in the folder of the file that is changed."""
WAIT = 10.0
"""Seconds to wait for another `kpi` that changes a file of the same folder."""

_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK})
"""What a file system says that knows no locks."""


def replace_under_lock(path: str, change: Callable[[bytes | None], bytes]) -> bool:
    """Change a file of a plan folder while no other `kpi` changes a file of that folder.

    Parameters
    ----------
    path
        the file as the user named it; behind a link, the file that it leads to is changed.
    change
        gives the new content from the present one (None: there is no such file yet). It is called once the lock is
        held, so that it sees what an earlier writer left; whatever it raises, nothing is written.

    Returns
    -------
    bool
        whether the content differs and was written.

    Raises
    ------
    InputError
        where the present file cannot be read.
    OutputError
        where the file cannot be written, another `kpi` holds the folder for too long, or another program has changed
        the file meanwhile; the file is then as it was before.
    """
    return replace_all_under_lock([path], lambda contents: [change(contents[0])])[0]


def replace_all_under_lock(paths: Sequence[str], change: Callable[[list[bytes | None]], Sequence[bytes]]) -> list[bool]:
    """Change several files as `replace_under_lock` changes one; each of them is replaced whole, one after the other.

    Raises
    ------
    InputError, OutputError
        as for one file; those before the one that cannot be written are changed then.
    """
    targets = [_target(path) for path in paths]
    folders = {target.parent: path for target, path in zip(targets, paths, strict=True)}
    with ExitStack() as locks:
        for folder in sorted(folders):
            locks.enter_context(_locked(folder, folders[folder]))
        before = [_content(target, path) for target, path in zip(targets, paths, strict=True)]
        after = change(list(before))
        return [_put(*one) for one in zip(targets, paths, before, after, strict=True)]


def _target(path: str) -> Path:
    """The plain file, or the place of a new one, that a path means; no lock is laid beside a device or a pipe."""
    try:
        target = real_path(path)
    except (OSError, ValueError) as fault:
        raise output_error(fault, path) from fault
    if not target.is_file():
        _content(target, path)
    return target


def _put(target: Path, path: str, before: bytes | None, after: bytes) -> bool:
    """Replace the content of one file where it differs."""
    if after == before:
        return False
    if _content(target, path) != before:
        raise OutputError("plan_changed_meanwhile", {"file": path})
    try:
        replace(target, after)
    except (OSError, ValueError) as fault:
        raise output_error(fault, path) from fault
    return True


def folder_to_change(plan: str | None) -> str:
    """Give the plan folder that a command may write to; UsageError where none is named: the shipped one stays."""
    if plan is None:
        raise UsageError("plan_to_change_needed")
    return plan


@contextmanager
def _locked(folder: Path, path: str) -> Iterator[None]:
    """Hold the lock of a folder; the system lets go of it when the process ends, however it ends.

    The file of the lock is removed while it is held: who waits for it sees that it has no name any more and begins
    anew. A file system without locks is used without.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, mode=0o666, fallback_to_soft=False)
    try:
        lock.acquire(timeout=WAIT)
    except Timeout:
        raise OutputError("plan_in_use", {"file": path, "seconds": int(WAIT)}) from None
    except OSError as fault:
        if fault.errno not in _NO_LOCKS:
            raise output_error(fault, path) from fault
    try:
        yield
    finally:
        with suppress(OSError):
            (folder / LOCK).unlink()
        lock.release()


def _content(target: Path, path: str) -> bytes | None:
    """The present content of a file, None where there is none."""
    data = read_bytes(str(target), file=path)
    if not isinstance(data, Problem):
        return data
    if data.code == "file_not_found" and target.parent.is_dir():
        return None
    raise InputError([data])
