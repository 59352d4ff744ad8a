"""Names of sheets: what the office programs take, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def sheet_names(wanted: Iterable[str]) -> list[str]:
    r"""Turn texts into names of sheets.

    At most 31 characters, none of `[]:*?/\` nor a control character, no apostrophe at either end, not `History`, and
    each different from the others whatever its case.

    >>> sheet_names(["经济", "经济", "a/b", "'x'", ""])
    ['经济', '经济 2', 'a_b', 'x', '_']
    """
    taken: set[str] = {"history"}
    names = []
    for text in wanted:
        plain = "".join(c if c.isprintable() else "_" for c in text.translate(_FORBIDDEN)).strip(" '") or "_"
        name, count = _cut(plain, ""), 1
        while name.casefold() in taken:
            count += 1
            name = _cut(plain, f" {count}")
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, ending: str) -> str:
    """Shorten a text so that it fits with its ending; a name is counted in UTF-16 units."""
    room = _LONGEST - len(ending)
    while len(text.encode("utf-16-le")) // 2 > room:
        text = text[:-1]
    return text.rstrip(" '") + ending
