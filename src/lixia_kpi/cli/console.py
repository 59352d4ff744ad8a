"""What the reader's console can show: colour, width, characters."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROW_MARKS = ("gbk", "gb2312", "gb18030", "hz", "cp936")
_MARKS = "─≥≈▲✓–█"
_USUAL_WIDTH = 80


class Console(NamedTuple):
    """Where a page for people goes.

    `width` is None where nobody cuts lines (a pipe, a file): the widest layout. `ascii` asks for ASCII marks and
    rules; the text itself is encoded in `encoding`, a character it lacks by a replacement.
    """

    color: bool
    width: int | None
    ascii: bool
    encoding: str


def console(*, color: str = "auto", ascii_only: bool = False, to_file: bool = False) -> Console:
    """Describe where the page goes: standard output, or a file (UTF-8, no colour unless always wanted)."""
    if to_file:
        return Console(color == "always", None, ascii_only, "utf-8")
    terminal = is_terminal()
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return Console(
        color=wants_color(color, os.environ, terminal=terminal),
        width=_width() if terminal else None,
        ascii=ascii_only or lacks_marks(encoding),
        encoding=encoding,
    )


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:  # closed
        return False


def wants_color(option: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Decide on colour: the option, then NO_COLOR, then FORCE_COLOR, then whether a terminal can show it.

    >>> wants_color("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, terminal=True)
    False
    """
    if option != "auto":
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    if forced := environ.get("FORCE_COLOR"):
        return forced != "0"
    return terminal and environ.get("TERM") != "dumb"


def lacks_marks(encoding: str) -> bool:
    """Whether marks and rules must be ASCII: not in the encoding, or of uncertain width as in GBK and GB18030.

    >>> lacks_marks("utf-8"), lacks_marks("gb18030"), lacks_marks("latin-1")
    (False, True, True)
    """
    try:
        name = codecs.lookup(encoding).name
        _MARKS.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return True
    return name in _NARROW_MARKS


def _width() -> int:
    wished = os.environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished) > 0:
        return int(wished)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH
