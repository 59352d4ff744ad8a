"""Where the values of a YAML text begin and end, in characters, line ends as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from lixia_kpi.plan.nodes import LOADER, Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.plan.nodes import Node

Event = tuple[str, str]
"""The kind of an event and, of a scalar, its value."""


class Span(NamedTuple):
    """A value from its first character to behind its last; `event` counts the events before it ends."""

    start: int
    end: int
    style: str
    event: int


class Layout(NamedTuple):
    """The spans of scalars and of flow collections by line and column, counted from 1, and what the parser saw."""

    scalars: dict[tuple[int, int], Span]
    flows: dict[tuple[int, int], Span]
    events: list[Event]

    def span(self, node: Node) -> Span | None:
        """Give the span of a node; a block collection ends where the last value in it ends, its events after it.

        None where that is a block scalar, whose end depends on what follows, or nothing.
        """
        place = (node.line, node.column)
        if place in self.flows:
            return self.flows[place]
        if isinstance(node, Sequence | Mapping):
            within = node.items if isinstance(node, Sequence) else [value for _, value in node.entries.values()]
            last = self.span(within[-1]) if within else None
            return None if last is None else last._replace(event=last.event + 1)
        span = self.scalars.get(place)
        return None if span is None or span.style in ("|", ">") else span


def read_layout(text: str) -> Layout:
    r"""Find where the values of a text stand.

    Parameters
    ----------
    text
        YAML without a BOM.

    Returns
    -------
    Layout
        the spans and the events.

    Raises
    ------
    yaml.YAMLError, ValueError
        where it is not YAML.

    Examples
    --------
    >>> layout = read_layout("a: 1 # one\r\nb: {c: 'two'}\r\n")
    >>> layout.scalars[(2, 8)][:3], sorted(layout.flows)
    ((19, 24, "'"), [(2, 4)])
    """
    layout = Layout({}, {}, [])
    opened: list[tuple[tuple[int, int], int, bool]] = []
    for event in _events(text):
        start, end = event.start_mark, event.end_mark
        kind = type(event).__name__
        place = (0, 0) if start is None else (start.line + 1, start.column + 1)
        if start is None or end is None:
            pass
        elif isinstance(event, yaml.ScalarEvent):
            layout.scalars[place] = Span(start.index, end.index, event.style or "", len(layout.events))
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((place, start.index, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            begun, index, is_flow = opened.pop()
            if is_flow:
                layout.flows[begun] = Span(index, end.index, "", len(layout.events))
        layout.events.append((kind, event.value if isinstance(event, yaml.ScalarEvent) else ""))
    return layout


def _events(text: str) -> Iterator[yaml.Event]:
    loader = LOADER(text)
    while (event := loader.get_event()) is not None:
        yield event
        if isinstance(event, yaml.StreamEndEvent):
            return
