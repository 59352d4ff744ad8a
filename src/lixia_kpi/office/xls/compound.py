"""The compound file that an XLS workbook is: sectors chained by a table, streams named by a directory.

Layout: [MS-CFB]. No chain is followed for longer than the file has sectors, so that a loop ends.
"""

from __future__ import annotations

from struct import error as struct_error
from struct import unpack_from
from typing import NamedTuple

from lixia_kpi.office.limits import damaged

_HEADER = 512
_FREE = 0xFFFFFFFA
"""Sector numbers from here on mean free, end of chain, or a part of the table itself."""
_ENTRY = 128
_MOST_ENTRIES = 10_000
_STREAM, _ROOT = 2, 5


class _Entry(NamedTuple):
    kind: int
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by name.

    Parameters
    ----------
    data
        the whole file.

    Raises
    ------
    RefusedError
        `damaged_workbook`.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct_error, IndexError, ValueError) as fault:
            raise damaged("compound file") from fault

    def _open(self) -> None:
        shift, mini_shift = unpack_from("<HH", self._data, 30)
        directory, self._cutoff, mini_table = (unpack_from("<I", self._data, at)[0] for at in (48, 56, 60))
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError
        self._size: int = 1 << shift
        self._sectors = len(self._data) // self._size
        self._table = self._read_table()
        self._entries: dict[str, _Entry] = {}
        self._root = _Entry(_ROOT, _FREE, 0)
        self._read_directory(self._chain(directory))
        minis = self._chain(mini_table)
        self._mini_table = unpack_from(f"<{len(minis) // 4}I", minis)
        self._mini_stream = self._chain(self._root.start)

    def __contains__(self, name: str) -> bool:
        """Whether there is a stream of this name, capitals or not."""
        return name.casefold() in self._entries

    def stream(self, name: str) -> bytes:
        """Read a stream; one that ends early is damaged."""
        entry = self._entries[name.casefold()]
        try:
            whole = self._mini_chain(entry.start) if entry.size < self._cutoff else self._chain(entry.start)
        except (IndexError, ValueError) as fault:
            raise damaged(name) from fault
        if len(whole) < entry.size:
            raise damaged(name)
        return whole[: entry.size]

    def _read_table(self) -> list[int]:
        """Gather the table that says which sector follows which; its own sectors are listed in the header and on."""
        listed = list(unpack_from("<109I", self._data, 76))
        following, count = unpack_from("<II", self._data, 68)
        for _ in range(count):
            if following >= _FREE or len(listed) > self._sectors + 109:
                break
            *more, following = unpack_from(f"<{self._size // 4}I", self._data, self._offset(following))
            listed += more
        table: list[int] = []
        for sector in listed:
            if sector < _FREE and len(table) <= self._sectors:
                table += unpack_from(f"<{self._size // 4}I", self._data, self._offset(sector))
        return table

    def _offset(self, sector: int) -> int:
        return _HEADER + sector * self._size if self._size == _HEADER else (sector + 1) * self._size

    def _chain(self, sector: int) -> bytes:
        pieces: list[bytes] = []
        while sector < _FREE:
            at = self._offset(sector)
            pieces.append(self._data[at : at + self._size])
            if len(pieces) > self._sectors or not pieces[-1]:
                raise ValueError
            sector = self._table[sector]
        return b"".join(pieces)

    def _mini_chain(self, sector: int) -> bytes:
        pieces: list[bytes] = []
        while sector < _FREE:
            if len(pieces) > len(self._mini_table):
                raise ValueError
            pieces.append(self._mini_stream[64 * sector : 64 * sector + 64])
            sector = self._mini_table[sector]
        return b"".join(pieces)

    def _read_directory(self, directory: bytes) -> None:
        for at in range(0, min(len(directory), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
            length = unpack_from("<H", directory, at + 64)[0]
            kind = directory[at + 66]
            start, size = unpack_from("<II", directory, at + 116)
            if kind == _ROOT:
                self._root = _Entry(kind, start, size)
            elif kind == _STREAM and 2 <= length <= 64:
                name = directory[at : at + length - 2].decode("utf-16-le", "replace")
                self._entries.setdefault(name.casefold(), _Entry(kind, start, size))
