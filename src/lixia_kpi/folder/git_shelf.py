"""A plan folder as it was in a revision of its git repository, read without touching the working copy.

git is asked by its plumbing commands only (`rev-parse`, `ls-tree`, `cat-file`): no filter, no text conversion, no
pager, no hook runs, nothing is fetched, nothing is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.errors import UsageError
from lixia_kpi.folder.locate import shown_name
from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 60
_OTHER_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_SETTINGS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_REGULAR = ("100644", "100755")


class Blob(NamedTuple):
    """A file of a revision."""

    id: str
    size: int


class GitShelf:
    """The files of a folder in a revision; `name` is what problems call it."""

    def __init__(self, place: str, blobs: Mapping[str, Blob], name: str) -> None:
        self.place = place
        self.blobs = blobs
        self.name = name

    def names(self) -> list[str]:
        """List the names of its files."""
        return list(self.blobs)

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""
        place = Place(shown_name(self.name, name))
        blob = self.blobs.get(name)
        if blob is None:
            return Problem("file_not_found", place)
        if blob.size > MAX_BYTES:
            return Problem("too_large", place, details={"bytes": blob.size, "limit": MAX_BYTES})
        return _git(self.place, "cat-file", "blob", blob.id)


def git_shelf(revision: str, folder: str) -> GitShelf:
    """Find a folder in a revision of the repository that it lies in.

    Parameters
    ----------
    revision
        a commit, branch or tag, as git names it.
    folder
        as the user named it; it need not be there any more.

    Raises
    ------
    UsageError
        `git_missing`, `not_a_repository`, `unknown_revision`, `folder_not_in_revision`, `git_failed`.
    """
    if not revision or revision.startswith("-") or not revision.isprintable() or " " in revision:
        raise UsageError("unknown_revision", {"revision": revision})
    place, missing = Path(folder), []
    while not _is_folder(place) and place != place.parent:
        missing.append(place.name)
        place = place.parent
    try:
        prefix = os.fsdecode(_git(str(place), "rev-parse", "--show-prefix")).rstrip("\n")
    except _GitError as fault:
        if "not a git repository" in fault.text:
            raise UsageError("not_a_repository", {"folder": folder}) from None
        raise UsageError("git_failed", {"text": fault.text}) from None
    path = "/".join([*prefix.rstrip("/").split("/"), *reversed(missing)]).strip("/")
    try:
        commit = _git(str(place), "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except _GitError:
        raise UsageError("unknown_revision", {"revision": revision}) from None
    try:
        listing = _git(str(place), "ls-tree", "-z", "-l", "--full-tree", f"{commit}:{path}")
    except _GitError:
        raise UsageError("folder_not_in_revision", {"folder": folder, "revision": revision}) from None
    return GitShelf(str(place), _blobs(listing), f"git:{revision}:{folder}")


def _is_folder(place: Path) -> bool:
    """Whether there is such a folder; no folder has a name that is too long."""
    try:
        return place.is_dir()
    except OSError:
        return False


def _blobs(listing: bytes) -> dict[str, Blob]:
    """Read `MODE TYPE ID SIZE<tab>NAME`, each ended by NUL; regular files only, no links and no folders."""
    blobs = {}
    for entry in listing.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        fields = head.decode("ascii", "replace").split()
        if len(fields) == 4 and fields[0] in _REGULAR and fields[3].isdigit():
            blobs[os.fsdecode(name)] = Blob(fields[2], int(fields[3]))
    return dict(sorted(blobs.items()))


class _GitError(Exception):
    """What git complained about, its first line."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(text)


def _git(place: str, *words: str) -> bytes:
    import subprocess

    env = {key: value for key, value in os.environ.items() if key not in _OTHER_REPOSITORY} | _SETTINGS
    try:
        done = subprocess.run(
            ["git", "-C", place, *words],
            stdin=subprocess.DEVNULL, capture_output=True, env=env, timeout=_LONGEST, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise UsageError("git_missing") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        raise UsageError("git_failed", {"text": type(fault).__name__}) from None
    if done.returncode != 0:
        first = (done.stderr.decode(errors="replace").strip().splitlines() or ["?"])[0]
        raise _GitError("".join(c if c.isprintable() else "?" for c in first)[:200])
    return done.stdout
