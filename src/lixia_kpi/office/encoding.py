"""The encoding of a delimited file or a page: as everywhere, and GB18030 also where its first characters mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.text.decode import decode, in_common_characters, unix_lines

if TYPE_CHECKING:
    from lixia_kpi.problems import Problem


def decode_any(data: bytes, *, file: str) -> tuple[str | None, list[Problem]]:
    """Decode other people's text: UTF-8, UTF-8 with BOM, GB18030.

    The bytes of 指 in GB18030 are a valid character of UTF-8 too, and 指标 is how most tables begin. So a text that is
    not UTF-8 is GB18030 here when it is that from end to end, in common characters, and hardly anything of it is UTF-8.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the text (None when it cannot be read) and the problems.

    Examples
    --------
    >>> decode_any("指标,单位".encode("gb18030"), file="a.csv")
    ('指标,单位', [])
    """
    text, problems = decode(data, file=file)
    if text is None and problems[0].code == "bad_encoding" and problems[0].details.get("encoding") == "UTF-8":
        text = _as_gb18030(data)
        if text is not None:
            return text, []
    return text, problems


def _as_gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    as_utf8 = data.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if 2 * (sum(character >= "\u0800" for character in as_utf8) - broken) > broken:
        return None  # damaged UTF-8
    return unix_lines(text) if in_common_characters(text) else None
