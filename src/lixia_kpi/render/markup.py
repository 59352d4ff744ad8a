"""HTML from nested elements: what is not an element already is text, and text is always escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = frozenset({"meta", "link", "input", "br", "path", "line", "rect", "circle", "polygon", "polyline"})
_NOT_IN_HTML = {
    **dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    0xFFFE: "\ufffd", 0xFFFF: "\ufffd",
}  # fmt: skip
"""Control characters, halves of surrogate pairs and non-characters: not allowed in a page, or not in UTF-8."""

Attribute = str | int | float | bool | None


class Html(str):
    """A piece of a page: elements whose texts are escaped."""

    __slots__ = ()


NOTHING = Html("")


def text(words: str) -> Html:
    """Escape a text; an element stays what it is.

    >>> text("<b> & 'c'"), text(Html("<b>"))
    ('&lt;b&gt; &amp; &#x27;c&#x27;', '<b>')
    """
    return words if isinstance(words, Html) else Html(escape(words.translate(_NOT_IN_HTML)))


def join(parts: Iterable[str]) -> Html:
    """Put pieces and texts one after the other."""
    return Html("".join(map(text, parts)))


def element(name: str, /, *children: str, **attributes: Attribute) -> Html:
    """Make an element.

    Parameters
    ----------
    name : of the element.
    children : elements and texts, in order.
    attributes : `_` in a name stands for `-`, one at the end is dropped; None and False leave the attribute out,
        True writes it without a value.

    Examples
    --------
    >>> element("a", "1 < 2", href="#x", class_="n", aria_label='"', hidden=True)
    '<a href="#x" class="n" aria-label="&quot;" hidden>1 &lt; 2</a>'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>" if name in ("meta", "link", "input", "br") else f"<{name}{written}/>")
    return Html(f"<{name}{written}>{join(children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def is_web_address(address: str) -> bool:
    """Whether a text is an address that a page may link to: http or https, nothing that ends or hides it.

    >>> is_web_address("https://example.org/a?b=c"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return address.startswith(("http://", "https://")) and not any(c <= " " or c in "<>\"'\\`" for c in address)
