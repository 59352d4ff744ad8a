"""One value of a YAML text changed, or one key added; whatever else the text holds stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from lixia_kpi.editing.layout import read_layout
from lixia_kpi.editing.spelling import behind_block, in_block, spellings
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.editing.layout import Event, Layout, Span
    from lixia_kpi.plan.fields import Kind, Shape
    from lixia_kpi.plan.nodes import Mapping, Scalar

LINE_END = re.compile(r"\r\n|\r|\n")
_SCALAR = "ScalarEvent"


class Splice(NamedTuple):
    """Other characters in the place of some: those from `start` to `end` become `before` and the value as `written`.

    `event` counts the parser's events before the value, `key` is the one that is added (empty: the value is changed),
    `order` tells which of two keys at one place comes first.
    """

    start: int
    order: int
    end: int
    before: str
    written: str
    event: int
    key: str
    value: str


def change_scalar(text: str, layout: Layout, scalar: Scalar, value: str, kind: Kind) -> Splice:
    r"""Find how another value is written where a scalar stands.

    Parameters
    ----------
    text, layout
        YAML without a BOM, line ends as they are, and where its values stand.
    scalar
        one of its scalars.
    value
        the new text, number or word, on one line.
    kind
        what the field holds: numbers stay unquoted.

    Returns
    -------
    Splice
        the scalar and what it becomes.

    Raises
    ------
    UsageError
        `edit_value_unwritable` where YAML has no way to write it there.

    Examples
    --------
    >>> from lixia_kpi.plan.nodes import Scalar
    >>> text = "a: '1' # one\r\n"
    >>> spliced(text, [change_scalar(text, read_layout(text), Scalar("1", "'", 1, 4), "it's", "text")])
    "a: 'it''s' # one\r\n"
    """
    span = layout.scalars[(scalar.line, scalar.column)]
    written = text[span.start : span.end]
    ways = [way + behind_block(written, span) for way in spellings(value, kind, span.style)]
    if span.style in ("|", ">") and (block := in_block(written, value)) is not None:
        ways.insert(0, block)
    gap = " " if span.start == span.end and text[span.start - 1 : span.start] not in (" ", "") else ""
    for way in ways:
        splice = Splice(span.start, 0, span.end, gap, way, span.event, "", value)
        if reads_back(text, layout, [splice]):
            return splice
    raise UsageError("edit_value_unwritable", {"value": value})


def add_key(text: str, layout: Layout, mapping: Mapping, shape: Shape, key: str, value: str) -> Splice:
    """Find where a key with a value is added to a mapping: behind the key that comes before it in the format.

    Parameters
    ----------
    text, layout
        YAML without a BOM, line ends as they are, and where its values stand.
    mapping
        one of its mappings, which has no such key.
    shape
        its fields, in the order in which a file writes them.
    key, value
        what is added.

    Returns
    -------
    Splice
        the place and what is added there.

    Raises
    ------
    UsageError
        `edit_key_by_hand` where no place for it is found.
    """
    is_flow = (mapping.line, mapping.column) in layout.flows
    order = list(shape.fields).index(key) + 1
    for span in _neighbours(layout, mapping, shape, key):
        at = span.end if is_flow else _end_of_line(text, span.end)
        between = ", " if is_flow else _line_end(text, at) + " " * (mapping.column - 1)
        for way in spellings(value, shape.fields[key].kind):
            splice = Splice(at, order, at, f"{between}{key}: ", way, span.event + 1, key, value)
            if reads_back(text, layout, [splice]):
                return splice
    raise UsageError("edit_key_by_hand", {"field": key, "line": mapping.line})


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Give the text with these changes, which do not overlap."""
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.before + splice.written + text[splice.end :]
    return text


def reads_back(text: str, layout: Layout, splices: Iterable[Splice]) -> bool:
    """Tell whether a text with changes holds exactly the old values, the changed ones and the added ones."""
    try:
        events = read_layout(spliced(text, splices)).events
    except (yaml.YAMLError, ValueError):
        return False
    expected: list[Event] = list(layout.events)
    for splice in sorted(splices, reverse=True):
        if splice.key:
            expected[splice.event : splice.event] = [(_SCALAR, splice.key), (_SCALAR, splice.value)]
        else:
            expected[splice.event] = (_SCALAR, splice.value)
    return len(events) == len(expected) and all(
        found == wanted or found == (_SCALAR, wanted[1] + "\n")  # a block ends with a line end
        for found, wanted in zip(events, expected, strict=True)
    )


def _neighbours(layout: Layout, mapping: Mapping, shape: Shape, key: str) -> list[Span]:
    """Where the values behind which a key may stand end: that of the key before it in the format first."""
    order = list(shape.fields)
    present = [name for name in mapping.entries if name in order]
    before = sorted((n for n in present if order.index(n) < order.index(key)), key=order.index, reverse=True)
    spans = (layout.span(mapping.entries[name][1]) for name in (*before, *present))
    return [span for span in spans if span is not None]


def _end_of_line(text: str, index: int) -> int:
    found = LINE_END.search(text, index)
    return len(text) if found is None else found.start()


def _line_end(text: str, index: int) -> str:
    """The line end at a place; at the end of the text that of its first line."""
    found = LINE_END.match(text, index) or LINE_END.search(text)
    return "\n" if found is None else found[0]
