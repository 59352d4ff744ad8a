"""The zip archive that a workbook is: opened in memory, each file within it read in pieces and within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lixia_kpi.office.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM, RefusedError, damaged
from lixia_kpi.office.markup import PIECE

if TYPE_CHECKING:
    from collections.abc import Iterator

_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError)
_CENTRAL = b"PK\x01\x02"


class Archive:
    """The files within an archive by name; nothing is ever written to a disk, so a name is only a name.

    Parameters
    ----------
    data
        the whole archive.

    Raises
    ------
    RefusedError
        `damaged_workbook`, `too_many_members`, `compression_bomb`.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_CENTRAL) > MAX_MEMBERS:  # before zipfile makes an object of each
            raise RefusedError("too_many_members", {"limit": MAX_MEMBERS})
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as fault:
            raise damaged("zip") from fault
        self._members = {_plain(member.filename): member for member in self._zip.infolist()}
        self._left = MAX_UNPACKED
        for member in self._members.values():
            if member.file_size > max(RATIO_FROM, MAX_RATIO * member.compress_size):
                size = member.file_size
                raise RefusedError("compression_bomb", {"part": member.filename, "bytes": size, "limit": MAX_RATIO})

    def __contains__(self, name: str) -> bool:
        """Whether the archive has a file of this name."""
        return _plain(name) in self._members

    def names(self) -> list[str]:
        """List the files, as they are named in the archive."""
        return [member.filename for member in self._members.values()]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack a file piece by piece, unless it is broken, encrypted or makes the whole too large."""
        member = self._members.get(_plain(name))
        if member is None or member.compress_type not in _READABLE:
            raise damaged(name)
        if member.flag_bits & 1:
            raise RefusedError("encrypted_workbook")
        self._left -= member.file_size
        if self._left < 0:
            raise RefusedError("unpacked_too_large", {"part": name, "limit": MAX_UNPACKED})
        try:
            with self._zip.open(member) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except _BROKEN as fault:
            raise damaged(name) from fault


def _plain(name: str) -> str:
    """Fold what writers do differently: capitals, backslashes, a slash at the front."""
    return name.replace("\\", "/").lstrip("/").casefold()
