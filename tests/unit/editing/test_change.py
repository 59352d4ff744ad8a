"""A value changes and not one other character, whatever quotes, layout, line ends and comments surround it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.editing.change import add_key, change_scalar, spliced
from lixia_kpi.editing.layout import read_layout
from lixia_kpi.errors import UsageError
from lixia_kpi.plan.fields import BASELINE, INDICATOR, TARGET
from lixia_kpi.plan.nodes import Mapping, Scalar, read_nodes
from unit.editing.documents import WORDS, documents


def changed_scalar(text, scalar, value, kind):
    return spliced(text, [change_scalar(text, read_layout(text), scalar, value, kind)])


def with_key(text, mapping, shape, key, value):
    return spliced(text, [add_key(text, read_layout(text), mapping, shape, key, value)])


def scalar_of(text, *path):
    node = read_nodes(text, file="a.yaml")[0]
    for step in path:
        node = node.items[step] if isinstance(step, int) else node.entries[step][1]
    return node


@pytest.mark.parametrize(
    ("text", "value", "kind", "expected"),
    [
        ("a: 1910.41   # as printed\nb: 2\n", "2600", "number", "a: 2600   # as printed\nb: 2\n"),
        ("a: '1' # one\r\n", "it's", "text", "a: 'it''s' # one\r\n"),
        ('a: "x" # one\n', 'say "y"', "text", 'a: "say \\"y\\"" # one\n'),
        ("{a: x, b: y}\n", "p, q", "text", "{a: 'p, q', b: y}\n"),
        ("{ a: x  ,  b: y }\n", "z", "text", "{ a: z  ,  b: y }\n"),
        ("a: x # c\n", "c # d", "text", "a: 'c # d' # c\n"),
        ("a: x\n", "2025", "text", "a: '2025'\n"),
        ("a: x\n", "no", "text", "a: 'no'\n"),
        ("a: x\n", "null", "text", "a: 'null'\n"),
        ("a: '>'\n", ">=", "choice", "a: '>='\n"),
        ("a: up\n", "down", "choice", "a: down\n"),
        ("a: up\n", ">=", "choice", "a: '>='\n"),
        ("a:\n", "x", "text", "a: x\n"),
        ("a:    # none yet\n", "x", "text", "a: x    # none yet\n"),
        ("{a: , b: 1}\n", "x", "text", "{a: x, b: 1}\n"),
        ("a: ~\n", "x", "text", "a: x\n"),
        ("a: one\n  two # c\nb: 1\n", "x", "text", "a: x # c\nb: 1\n"),
        ("a: 'one\n  two' # c\n", "x", "text", "a: 'x' # c\n"),
        ("a: >  # why\n  one\n  two\n\n# c\nb: 1\n", "x", "text", "a: >  # why\n  x\n\n# c\nb: 1\n"),
        ("a: |-\r\n    one\r\nb: 1\r\n", "x", "text", "a: |-\r\n    x\r\nb: 1\r\n"),
        ("a: |\n  one", "x", "text", "a: |\n  x"),
        ("a: |\nb: 1\n", "x", "text", "a: x\nb: 1\n"),
        ("a: !!str 5 # c\n", "6", "text", "a: '6' # c\n"),
        ("a: 1", "2", "number", "a: 2"),
        ("a: 1", "２", "number", "a: ２"),
        ("a: 1 # c", "{", "number", "a: '{' # c"),
        ("a: x\n", "- y", "text", "a: '- y'\n"),
        ("a: x\n", "y:", "text", "a: 'y:'\n"),
        ("a: x\n", "*y", "text", "a: '*y'\n"),
        ("a: x\t# tab\n", "y", "text", "a: y\t# tab\n"),
    ],
)
def test_value_is_written_where_it_stood(text, value, kind, expected):
    changed = changed_scalar(text, scalar_of(text, "a"), value, kind)
    assert changed == expected
    assert scalar_of(changed, "a").text.removesuffix("\n") == value


@pytest.mark.parametrize("value", ["a\x07b", "a\u2028b"])
def test_odd_characters_are_escaped(value):
    changed = changed_scalar("a: 1\n", scalar_of("a: 1\n", "a"), value, "text")
    assert scalar_of(changed, "a").text == value


def test_half_a_character_is_refused():
    with pytest.raises(UsageError, match="edit_value_unwritable"):
        changed_scalar("a: 1\n", scalar_of("a: 1\n", "a"), "\ud800", "text")


def test_key_is_added_in_the_order_of_the_format():
    text = (
        "- id: a\r\n  name: {zh: 甲, en: A}  # both\r\n  unit: 元\r\n  targets:\r\n  - {year: 2025, op: '>'}\r\n# end"
    )
    mapping = scalar_of(text, 0)
    assert with_key(text, mapping, INDICATOR, "group", "economy") == text.replace(
        "# both\r\n", "# both\r\n  group: economy\r\n"
    )
    assert with_key(text, mapping, INDICATOR, "doubt", "2025") == text.replace(
        "\r\n# end", "\r\n  doubt: '2025'\r\n# end"
    )
    target = mapping.entries["targets"][1].items[0]
    assert with_key(text, target, TARGET, "value", "5") == text.replace("'>'}", "'>', value: 5}")
    assert with_key(text, target, TARGET, "wording", "不低于, 且") == text.replace(
        "'>'}", "'>', wording: '不低于, 且'}"
    )


def test_key_is_added_at_the_end_of_a_file_without_line_end():
    text = "id: gdp\nvalue: 5  # printed"
    assert with_key(text, scalar_of(text), BASELINE, "unit", "元") == text + "\nunit: 元"


def test_key_without_a_place_is_left_to_the_user():
    text = "note: |\n  one\n"
    with pytest.raises(UsageError, match="edit_key_by_hand"):
        with_key(text, scalar_of(text), BASELINE, "unit", "元")


def values_of(node):
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for _, value in node.entries.values():
            yield from values_of(value)
    else:
        for item in getattr(node, "items", ()):
            yield from values_of(item)


def composed(text):
    """What the parser in Python, another one than the C parser of the code, makes of a text: a flat list."""
    kinds = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent)
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    return [(type(e), getattr(e, "value", None)) for e in events if isinstance(e, kinds)]


@given(documents(), st.data())
def test_any_scalar_of_any_document_changes_alone(text, data):
    root, problems = read_nodes(text, file="a.yaml")
    if root is None:
        assert problems
        return
    scalar = data.draw(st.sampled_from(list(values_of(root))))
    kind = data.draw(st.sampled_from(["text", "unit", "number", "choice"]))
    value = data.draw(WORDS | st.sampled_from(["2600", "-0.5", "true"]))
    changed = changed_scalar(text, scalar, value, kind)
    span = read_layout(text).scalars[(scalar.line, scalar.column)]
    assert changed[: span.start] == text[: span.start]
    rest = text[span.end :]
    assert changed.endswith(rest)
    new = changed[span.start : len(changed) - len(rest)]
    assert "\n" not in new or span.style in ("|", ">")
    if span.style in ("|", ">"):
        head = text[span.start :].splitlines()[0]
        assert new.splitlines()[0] == head or "#" not in head
    before, after = composed(text), composed(changed)
    different = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(different) <= 1
    assert all(b[1].removesuffix("\n") == value for _, b in different)
    again = next(
        s for s in values_of(read_nodes(changed, file="a.yaml")[0]) if (s.line, s.column) == place_of(changed, span)
    )
    assert again.text.removesuffix("\n") == value
    assert kind == "number" or again.style or yaml.safe_load(again.text) == again.text


def place_of(text, span):
    """Line and column of the first scalar that stands at a place or right behind the blank before it."""
    places = {s.start: place for place, s in read_layout(text).scalars.items()}
    return places.get(span.start) or places[span.start + 1]
