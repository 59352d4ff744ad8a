"""Bytes to text: UTF-8, UTF-8 with BOM, GB18030; anything else is named with its byte and line."""

from __future__ import annotations

from lixia_kpi.problems import Place, Problem

MAX_BYTES = 64 * 1024 * 1024

_UTF8_BOM = b"\xef\xbb\xbf"
_FOREIGN_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE = 4096


def decode(data: bytes, *, file: str) -> tuple[str | None, list[Problem]]:
    """Decode the bytes of an input file; line ends become LF.

    GB18030 is tried only where no valid multi-byte UTF-8 precedes the first byte that is not UTF-8, so that a damaged
    UTF-8 file is reported instead of being read as other characters.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the text (None when it cannot be read) and the problems: `too_large`, `bad_encoding` or `nul_byte`.

    Examples
    --------
    >>> decode("亿元".encode("gb18030"), file="a.csv")
    ('亿元', [])
    """
    if len(data) > MAX_BYTES:
        details = {"bytes": len(data), "limit": MAX_BYTES}
        return None, [Problem("too_large", Place(file), details=details)]
    for bom, encoding in _FOREIGN_BOMS:
        if data.startswith(bom):
            return None, [_bad_encoding(data, 0, encoding, file)]
    if (nul := data.find(b"\0")) >= 0:
        return None, [_nul(data, nul, file)]
    start = len(_UTF8_BOM) if data.startswith(_UTF8_BOM) else 0
    body = data[start:] if start else data
    try:
        return unix_lines(body.decode("utf-8")), []
    except UnicodeDecodeError as fault:
        position = fault.start
    if start == 0 and body[:position].isascii():
        text, position, encoding = _gb18030(body, position)
        if text is not None:
            return unix_lines(text), []
        return None, [_bad_encoding(data, position, encoding, file)]
    return None, [_bad_encoding(data, start + position, "UTF-8", file)]


def unix_lines(text: str) -> str:
    r"""Write line ends as LF.

    >>> unix_lines("a\r\nb\rc")
    'a\nb\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _gb18030(body: bytes, first: int) -> tuple[str | None, int, str]:
    """Read as GB18030; where that fails, say at which byte and which of the two encodings the file seems to be in."""
    as_utf8 = body.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if sum(character >= "\u0800" for character in as_utf8) > 2 * broken:
        return None, first, "UTF-8"  # nearly all of it is UTF-8: damage, not another encoding
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError as fault:
        if body.decode("gb18030", "replace").count("\ufffd") < broken:
            return None, fault.start, "GB18030"
        return None, first, "UTF-8"
    return (text, 0, "GB18030") if in_common_characters(text) else (None, first, "unknown")


def in_common_characters(text: str) -> bool:
    """Tell whether at least half of the different characters beyond ASCII are in GB 2312, as in any Chinese text.

    Letters with accents from a single-byte encoding also form pairs of GB18030, but hardly ever common characters.

    >>> in_common_characters("生产总值"), in_common_characters("número".encode("cp1252").decode("gb18030"))
    (True, False)
    """
    used = {character for character in text if not character.isascii()}
    return 2 * sum(map(_is_rare, used)) <= len(used)


def _is_rare(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _nul(data: bytes, offset: int, file: str) -> Problem:
    sample = data[:_SAMPLE]
    if sample.count(b"\0") * 8 >= len(sample):
        return _bad_encoding(data, offset, "UTF-16", file)
    return Problem("nul_byte", _place(data, offset, file), details={"byte": offset})


def _bad_encoding(data: bytes, offset: int, encoding: str, file: str) -> Problem:
    details: dict[str, str | int | float] = {"byte": offset, "value": f"0x{data[offset]:02X}", "encoding": encoding}
    return Problem("bad_encoding", _place(data, offset, file), details=details)


def _place(data: bytes, offset: int, file: str) -> Place:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    last = before[before.rfind(b"\n") + 1 :].removeprefix(_UTF8_BOM)
    return Place(file, line, len(last.decode("utf-8", "replace")) + 1)
