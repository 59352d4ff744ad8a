"""One value of a YAML text changed, or one key added; whatever else the text holds stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from lixia_kpi.editing.layout import read_layout
from lixia_kpi.editing.spelling import behind_block, in_block, spellings
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from lixia_kpi.editing.layout import Event, Layout, Span
    from lixia_kpi.plan.fields import Kind, Shape
    from lixia_kpi.plan.nodes import Mapping, Scalar

_LINE_END = re.compile(r"\r\n|\r|\n")


def change_scalar(text: str, scalar: Scalar, value: str, kind: Kind) -> str:
    r"""Write another value where a scalar stands.

    Parameters
    ----------
    text
        YAML without a BOM, line ends as they are.
    scalar
        one of its scalars.
    value
        the new text, number or word, on one line.
    kind
        what the field holds: numbers stay unquoted.

    Returns
    -------
    str
        the text with the new value; every character outside the scalar is the same.

    Raises
    ------
    UsageError
        `edit_value_unwritable` where YAML has no way to write it there.

    Examples
    --------
    >>> from lixia_kpi.plan.nodes import Scalar
    >>> change_scalar("a: '1' # one\r\n", Scalar("1", "'", 1, 4), "it's", "text")
    "a: 'it''s' # one\r\n"
    """
    layout = read_layout(text)
    span = layout.scalars[(scalar.line, scalar.column)]
    written = text[span.start : span.end]
    ways = [way + behind_block(written, span) for way in spellings(value, kind, span.style)]
    if span.style in ("|", ">") and (block := in_block(written, value)) is not None:
        ways.insert(0, block)
    gap = " " if span.start == span.end and text[span.start - 1 : span.start] not in (" ", "") else ""
    expected = [*layout.events[: span.event], ("ScalarEvent", value), *layout.events[span.event + 1 :]]
    for way in ways:
        changed = text[: span.start] + gap + way + text[span.end :]
        if _reads_as(changed, expected, span.event):
            return changed
    raise UsageError("edit_value_unwritable", {"value": value})


def add_key(text: str, mapping: Mapping, shape: Shape, key: str, value: str) -> str:
    r"""Add a key with a value to a mapping, behind the key that comes before it in the format.

    Parameters
    ----------
    text
        YAML without a BOM, line ends as they are.
    mapping
        one of its mappings, which has no such key.
    shape
        its fields, in the order in which a file writes them.
    key, value
        what is added.

    Returns
    -------
    str
        the text with one more key; every character that was there is there.

    Raises
    ------
    UsageError
        `edit_key_by_hand` where no place for it is found.
    """
    layout = read_layout(text)
    is_flow = (mapping.line, mapping.column) in layout.flows
    for span in _neighbours(layout, mapping, shape, key):
        at = span.end if is_flow else _end_of_line(text, span.end)
        between = ", " if is_flow else _line_end(text, at) + " " * (mapping.column - 1)
        event = span.event + 1
        expected = [*layout.events[:event], ("ScalarEvent", key), ("ScalarEvent", value), *layout.events[event:]]
        for way in spellings(value, shape.fields[key].kind):
            changed = f"{text[:at]}{between}{key}: {way}{text[at:]}"
            if _reads_as(changed, expected, event + 1):
                return changed
    raise UsageError("edit_key_by_hand", {"field": key, "line": mapping.line})


def _neighbours(layout: Layout, mapping: Mapping, shape: Shape, key: str) -> list[Span]:
    """Where the values behind which a key may stand end: that of the key before it in the format first."""
    order = list(shape.fields)
    present = [name for name in mapping.entries if name in order]
    before = sorted((n for n in present if order.index(n) < order.index(key)), key=order.index, reverse=True)
    spans = (layout.span(mapping.entries[name][1]) for name in (*before, *present))
    return [span for span in spans if span is not None]


def _reads_as(text: str, expected: list[Event], changed: int) -> bool:
    """Whether a text holds exactly these events; a block scalar may end its value with a line end."""
    try:
        events = read_layout(text).events
    except (yaml.YAMLError, ValueError):
        return False
    if len(events) == len(expected) and events[changed][1] == expected[changed][1] + "\n":
        events[changed] = expected[changed]
    return events == expected


def _end_of_line(text: str, index: int) -> int:
    found = _LINE_END.search(text, index)
    return len(text) if found is None else found.start()


def _line_end(text: str, index: int) -> str:
    """The line end at a place; at the end of the text that of its first line."""
    found = _LINE_END.match(text, index) or _LINE_END.search(text)
    return "\n" if found is None else found[0]
