"""The records of a BIFF stream: a number, a length, the bytes; long ones go on in records of their own."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.office.limits import MAX_ELEMENTS, RefusedError, damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
FILE_PASS, CODE_PAGE, DATE_MODE, BOUND_SHEET = 0x002F, 0x0042, 0x0022, 0x0085
FORMAT, XF, SST = 0x041E, 0x00E0, 0x00FC
ROW, COLUMN_INFO, MERGED_CELLS = 0x0208, 0x007D, 0x00E5
LABEL_SST, LABEL, RICH_LABEL = 0x00FD, 0x0204, 0x00D6
NUMBER, RK, MULTIPLE_RK = 0x0203, 0x027E, 0x00BD
FORMULA, STRING, TRUTH_OR_ERROR = 0x0006, 0x0207, 0x0205

_CONTINUED = b"\x3c\0"


class Record(NamedTuple):
    """One record and the pieces of the records that continue it."""

    number: int
    data: bytes
    pieces: list[bytes]


class Stream:
    """The stream of a workbook; all its parts together are read for no longer than `MAX_ELEMENTS` records."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.left = MAX_ELEMENTS


def records(stream: Stream, start: int = 0) -> Iterator[Record]:
    """Go through the records of one part of the stream, from its BOF to the EOF that belongs to it.

    Records of parts within it (charts) are left out.

    Parameters
    ----------
    stream
        the whole stream.
    start
        where the part's BOF stands.

    Yields
    ------
    Record
        the BOF first; the EOF is not yielded.

    Raises
    ------
    RefusedError
        `damaged_workbook` where the part does not begin with a BOF or the stream ends within it.
    """
    data, at, depth, end = stream.data, start, 0, len(stream.data)
    while at + 4 <= end:
        stream.left -= 1
        if stream.left < 0:
            raise RefusedError("xml_too_large", {"part": "Workbook", "limit": MAX_ELEMENTS})
        number, length = unpack_from("<HH", data, at)
        body = data[at + 4 : at + 4 + length]
        at += 4 + length
        if at > end or (depth == 0 and number != BOF):
            break
        if number == EOF:
            depth -= 1
            if depth == 0:
                return
        elif number == BOF:
            depth += 1
            if depth == 1:
                yield Record(number, body, [])
        elif depth == 1 and number != CONTINUE:
            pieces = []
            while at + 4 <= end and data[at : at + 2] == _CONTINUED:
                length = unpack_from("<H", data, at + 2)[0]
                pieces.append(data[at + 4 : at + 4 + length])
                at += 4 + length
            yield Record(number, body, pieces)
    raise damaged("Workbook")
