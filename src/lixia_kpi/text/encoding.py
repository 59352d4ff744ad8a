"""The encoding of a file that could be read, so that it is written again as it was."""

from __future__ import annotations

_BOM = "\ufeff"


def with_encoding(data: bytes) -> tuple[str, str]:
    r"""Give the text of a file that `decode` reads, its line ends and a BOM as they are, and its encoding.

    The text, encoded again, gives the same bytes: both encodings have one way to write each character.

    Parameters
    ----------
    data
        the whole file, without fault.

    Returns
    -------
    tuple
        the text, and `utf-8` or `gb18030`.

    Examples
    --------
    >>> with_encoding("亿元\r\n".encode("gb18030"))
    ('亿元\r\n', 'gb18030')
    """
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("gb18030"), "gb18030"


def without_bom(text: str) -> tuple[str, str]:
    """Part a BOM from the text behind it.

    Parameters
    ----------
    text
        a decoded file.

    Returns
    -------
    tuple
        the BOM or nothing, and the rest.

    Examples
    --------
    >>> without_bom("a: 1")
    ('', 'a: 1')
    """
    return (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
