"""Where values begin and end, in characters."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from lixia_kpi.editing.changed_lines import changed_lines
from lixia_kpi.editing.layout import read_layout
from lixia_kpi.plan.nodes import read_nodes
from unit.editing.documents import documents


@given(documents())
def test_spans_are_in_order_and_do_not_overlap(text):
    root, _ = read_nodes(text, file="a.yaml")
    if root is None:
        return
    layout = read_layout(text)
    spans = sorted(layout.scalars.values())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [span.event for span in spans] == sorted(span.event for span in spans)
    assert all(text[span.start] in "'\"|>" for span in spans if span.style and text[span.start] != "!")
    assert all(text[flow.start] + text[flow.end - 1] in ("{}", "[]") for flow in layout.flows.values())


def test_a_block_collection_ends_with_its_last_value():
    text = "a:\n  - {b: 1}\n  - c: 2 # two\nd: |\n  x\ne:\n  - |\n    y\n"
    root = read_nodes(text, file="a.yaml")[0]
    layout = read_layout(text)
    spans = {key: layout.span(node) for key, (_, node) in root.entries.items()}
    ends = {key: text[: span.end].splitlines()[-1] if span else None for key, span in spans.items()}
    assert ends == {"a": "  - c: 2", "d": None, "e": None}


def test_changed_lines_are_found():
    assert changed_lines("a\nb\n", "a\nb\n") == []
    assert changed_lines("a\nb\nc\nd\n", "a\nx\nc\ny\nd\n") == [(2, ("b",), ("x",)), (4, (), ("y",))]
    assert changed_lines("", "a\n") == [(1, (), ("a",))]
    assert changed_lines("a\na\n", "a\n") == [(2, ("a",), ())]
