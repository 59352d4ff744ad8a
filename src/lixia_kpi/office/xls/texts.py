"""Texts within BIFF records: one or two bytes a character, with runs of formatting, across continued records."""

from __future__ import annotations

from struct import unpack_from

from lixia_kpi.office.limits import MAX_STRINGS, RefusedError, damaged

_WIDE, _PHONETIC, _RICH = 1, 4, 8


def read_string_table(pieces: list[bytes]) -> list[str]:
    """Read the table of texts that cells point into.

    Parameters
    ----------
    pieces
        the bytes of the record and of those that continue it; a text may break anywhere, and where it breaks among
        its characters the next piece begins with a byte that says anew how wide they are.

    Returns
    -------
    list of str
        the texts; how many the record claims to hold is not believed beyond what is there.

    Raises
    ------
    RefusedError
        `damaged_workbook`, `too_much_text`.
    """
    count = unpack_from("<I", pieces[0], 4)[0]
    if count > MAX_STRINGS:
        raise RefusedError("too_much_text", {"part": "SST", "limit": MAX_STRINGS})
    reader = _Pieces(pieces)
    reader.skip(8)
    return [reader.text() for _ in range(count)]


def short_text(data: bytes, at: int, *, size: int, wide: bool, code_page: str) -> str:
    """Read a text within one record.

    Parameters
    ----------
    data
        the record.
    at
        where its length stands.
    size
        bytes of the length, 1 or 2.
    wide
        whether the format is BIFF8, which has Unicode texts; else the text is in the workbook's code page.
    code_page
        name of the encoding of texts before BIFF8.
    """
    length = data[at] if size == 1 else unpack_from("<H", data, at)[0]
    at += size
    if not wide:
        return data[at : at + length].decode(code_page, "replace")
    if length == 0:
        return ""
    flags = data[at]
    at += 1 + 2 * bool(flags & _RICH) + 4 * bool(flags & _PHONETIC)
    return _decoded(data[at : at + length * (1 + (flags & _WIDE))], flags)


def _decoded(data: bytes, flags: int) -> str:
    return data.decode("utf-16-le" if flags & _WIDE else "latin-1", "replace")


class _Pieces:
    """Reads on across the ends of records."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._index = 0
        self._at = 0

    def take(self, count: int) -> bytes:
        piece = self._pieces[self._index]
        found = piece[self._at : self._at + count]
        self._at += len(found)
        while len(found) < count:
            self._next()
            piece = self._pieces[self._index]
            more = piece[: count - len(found)]
            self._at = len(more)
            found += more
        return found

    def skip(self, count: int) -> None:
        while count > len(self._pieces[self._index]) - self._at:
            count -= len(self._pieces[self._index]) - self._at
            self._next()
        self._at += count

    def text(self) -> str:
        """Read one text with its formatting behind it."""
        length, flags = unpack_from("<HB", self.take(3))
        runs = unpack_from("<H", self.take(2))[0] if flags & _RICH else 0
        phonetic = unpack_from("<I", self.take(4))[0] if flags & _PHONETIC else 0
        characters = self._characters(length, flags)
        self.skip(4 * runs + phonetic)
        return characters

    def _characters(self, length: int, flags: int) -> str:
        parts = []
        while True:
            width = 1 + (flags & _WIDE)
            piece = self._pieces[self._index]
            part = piece[self._at : self._at + width * length]
            part = part[: len(part) // width * width]
            self._at += len(part)
            length -= len(part) // width
            parts.append(_decoded(part, flags))
            if not length:
                return "".join(parts)
            self._next()
            flags = self.take(1)[0]

    def _next(self) -> None:
        self._index += 1
        self._at = 0
        if self._index >= len(self._pieces):
            raise damaged("SST")
