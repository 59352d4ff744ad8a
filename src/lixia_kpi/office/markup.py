"""XML of a workbook, element by element: no document types, so no entities; limits on depth, count and length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from lixia_kpi.office.limits import (
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_NAMES,
    MAX_NAMESPACES,
    MAX_TEXT,
    MAX_TOKEN,
    RefusedError,
    damaged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PIECE = 1024 * 1024
"""Bytes that `walk` is given at once: between two pieces it looks at its limits."""
_SEPARATOR = "}"


class Handlers:
    """What happens at the start and the end of elements; names of elements are without their namespace.

    A subclass fills `starts` and `ends`. Names of attributes keep their namespace: `NAMESPACE}NAME`, where they have
    one. Text is collected while `listening` is true.
    """

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.listening = False
        self._pieces: list[str] = []
        self.part = ""
        self._heard = 0

    def hear(self, text: str) -> None:
        """Collect a piece of text."""
        self._pieces.append(text)
        self._heard += len(text)
        if self._heard > MAX_TEXT:
            raise RefusedError("text_too_long", {"part": self.part, "limit": MAX_TEXT})

    def take_text(self) -> str:
        """Take the text collected since the last call."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._heard = 0
        return text


def in_pieces(data: bytes) -> Iterator[bytes]:
    """Cut a workbook that is one XML file into pieces for `walk`."""
    return (data[at : at + PIECE] for at in range(0, len(data), PIECE))


def walk(pieces: Iterable[bytes], handlers: Handlers, *, part: str) -> None:
    """Read an XML file and call the handlers.

    Parameters
    ----------
    pieces
        its bytes in order.
    handlers
        what to call.
    part
        its name within the workbook.

    Raises
    ------
    RefusedError
        `xml_document_type`, `xml_too_deep`, `xml_too_large`, `text_too_long`, `damaged_workbook`.
    """
    handlers.part = part
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = _elements(handlers, part)
    parser.CharacterDataHandler = _characters(handlers)
    parser.StartNamespaceDeclHandler = _namespaces(part)
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _document_type(part)
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > MAX_TOKEN + len(piece):  # one tag without an end in sight
                raise _too_large(part, MAX_TOKEN)
            if len(parser.intern) > MAX_NAMES:
                raise _too_large(part, MAX_NAMES)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise damaged(part) from fault
    finally:
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None


def _elements(handlers: Handlers, part: str) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
    starts: dict[str, Callable[[dict[str, str]], None] | None] = {}
    ends: dict[str, Callable[[], None] | None] = {}
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > MAX_DEPTH:
            raise RefusedError("xml_too_deep", {"part": part, "limit": MAX_DEPTH})
        if count > MAX_ELEMENTS:
            raise _too_large(part, MAX_ELEMENTS)
        try:
            handler = starts[name]
        except KeyError:
            local = name.rpartition(_SEPARATOR)[2]
            handler = starts[name] = handlers.starts.get(local)
            ends[name] = handlers.ends.get(local)
            if len(starts) > MAX_NAMES:
                raise _too_large(part, MAX_NAMES) from None
        if handler is not None:
            handler(attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler = ends[name]
        if handler is not None:
            handler()

    return start, end


def _characters(handlers: Handlers) -> Callable[[str], None]:
    def characters(text: str) -> None:
        if handlers.listening:
            handlers.hear(text)

    return characters


def _namespaces(part: str) -> Callable[[str, str], None]:
    count = 0

    def declared(_prefix: str, _address: str) -> None:
        nonlocal count
        count += 1
        if count > MAX_NAMESPACES:
            raise _too_large(part, MAX_NAMESPACES)

    return declared


def _document_type(part: str) -> Callable[..., NoReturn]:
    def refuse(*_: object) -> NoReturn:
        raise RefusedError("xml_document_type", {"part": part})

    return refuse


def _too_large(part: str, limit: int) -> RefusedError:
    return RefusedError("xml_too_large", {"part": part, "limit": limit})
