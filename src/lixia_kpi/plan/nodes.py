"""Source text to a tree of nodes that know their line and column.

The tree is built from the events of the YAML parser, so no scalar is interpreted, nothing is ever expanded, and
a second equal key is seen. A plan file says what it says where it stands: anchors, aliases, merge keys, tags other
than the core ones and further documents are refused, each with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from lixia_kpi.plan.faults import Faults, TooManyFaultsError, shown
from lixia_kpi.plan.syntax import add_syntax_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.problems import Detail, Problem

MAX_DEPTH = 20
"""Levels of nesting that are read; a plan needs five."""
MAX_NODES = 3_000_000
"""Values of one file that are read: about 80,000 indicators."""

LOADER: Callable[[str], yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C; the one in Python, ten times slower, where libyaml is missing."""

_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = frozenset(_CORE + name for name in ("str", "int", "float", "bool", "null"))
_TEXT_TAGS = frozenset({f"{_CORE}str", "!"})
_MAPPING_TAGS = frozenset({f"{_CORE}map"})
_SEQUENCE_TAGS = frozenset({f"{_CORE}seq"})


class Scalar:
    """A single value as written: `style` is empty where it is not quoted, else one of `'`, `"`, `|`, `>`."""

    __slots__ = ("column", "line", "style", "text")

    def __init__(self, text: str, style: str, line: int, column: int) -> None:
        self.text = text
        self.style = style
        self.line = line
        self.column = column


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column


class Mapping:
    """Keys with their nodes, in the order of the file; `partial` where a refused key may have held more."""

    __slots__ = ("column", "entries", "line", "partial")

    def __init__(self, line: int, column: int) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.partial = False
        self.line = line
        self.column = column


class Refused:
    """A node that was refused and already reported: whoever meets it keeps silent."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


Node = Scalar | Sequence | Mapping | Refused


class _Tree:
    """The tree under construction: the open collections, each with the key that waits for its value."""

    __slots__ = ("count", "faults", "keys", "root", "stack")

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root: Node | None = None
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | Refused | None] = []
        self.count = 0

    def attach(self, node: Node) -> None:
        """Hang a node into the innermost open collection, as a key, a value or an item."""
        self.count += 1
        if self.count > MAX_NODES:
            self.faults.add("too_many_values", node.line, node.column, {"limit": MAX_NODES})
            raise TooManyFaultsError
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self.checked_key(parent, node)
            return
        self.keys[-1] = None
        if isinstance(key, Scalar):
            parent.entries[key.text] = (key, node)

    def checked_key(self, parent: Mapping, node: Node) -> Scalar | Refused:
        """The node as a key of `parent`; a key that is refused takes its value with it."""
        if isinstance(node, Scalar):
            if node.text == "<<" and not node.style:
                self.faults.add("yaml_merge_key", node.line, node.column)
                parent.partial = True
            elif node.text in parent.entries:
                first = parent.entries[node.text][0]
                details: dict[str, Detail] = {
                    "key": shown(node.text),
                    "first_line": first.line,
                    "first_column": first.column,
                }
                self.faults.add("duplicate_key", node.line, node.column, details)
            else:
                return node
        else:
            parent.partial = True
            if not isinstance(node, Refused):
                self.faults.add("yaml_complex_key", node.line, node.column)
        return Refused(node.line, node.column)

    def opened(self, node: Mapping | Sequence, *, refused: bool) -> None:
        """Enter a collection; a refused one is built apart, so that the faults inside it are found as well."""
        if len(self.stack) >= MAX_DEPTH:
            self.faults.add("nested_too_deep", node.line, node.column, {"limit": MAX_DEPTH})
            raise TooManyFaultsError
        self.attach(Refused(node.line, node.column) if refused else node)
        self.stack.append(node)
        self.keys.append(None)

    def closed(self) -> None:
        """Leave the innermost collection."""
        self.stack.pop()
        self.keys.pop()


def read_nodes(text: str, *, file: str) -> tuple[Node | None, list[Problem]]:
    r"""Read YAML text into a tree of nodes.

    Parameters
    ----------
    text
        the decoded content of the file.
    file
        the file as the user named it, for the places of faults.

    Returns
    -------
    tuple
        the root, None where the text is empty or cannot be read to its end, and all faults found.

    Examples
    --------
    >>> root, problems = read_nodes("year: 2020\nyear: 2021\n", file="a.yaml")
    >>> root.entries["year"][1].text, [(p.place.line, p.code) for p in problems]
    ('2020', [(2, 'duplicate_key')])
    """
    faults = Faults(file)
    tree = _Tree(faults)
    try:
        _build(text, tree)
    except TooManyFaultsError:
        return None, faults.problems
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        add_syntax_fault(error, text, faults)
        return None, faults.problems
    if tree.root is None or (isinstance(tree.root, Scalar) and not tree.root.text):
        faults.add("empty_file", 0, 0)
        return None, faults.problems
    return tree.root, faults.problems


def _build(text: str, tree: _Tree) -> None:
    """Carry the parser's events into the tree."""
    documents = 0
    attach, next_event = tree.attach, LOADER(text).get_event
    while not isinstance(event := next_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent):
            mark = event.start_mark
            if mark is not None and event.tag is None and event.anchor is None:
                attach(Scalar(event.value, event.style or "", mark.line + 1, mark.column + 1))
            else:
                attach(_tagged_scalar(event, tree.faults))
        elif isinstance(event, yaml.CollectionStartEvent):
            line, column = _place(event)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            refused = _is_refused(event, _MAPPING_TAGS if is_mapping else _SEQUENCE_TAGS, tree.faults)
            tree.opened(Mapping(line, column) if is_mapping else Sequence(line, column), refused=refused)
        elif isinstance(event, yaml.CollectionEndEvent):
            tree.closed()
        elif isinstance(event, yaml.AliasEvent):
            line, column = _place(event)
            tree.faults.add("yaml_alias", line, column, {"name": shown(event.anchor or "")})
            attach(Refused(line, column))
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                tree.faults.add("yaml_documents", *_place(event))
                return


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, counted from 1."""
    mark = event.start_mark
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _tagged_scalar(event: yaml.ScalarEvent, faults: Faults) -> Scalar | Refused:
    """The node of a scalar with a tag or an anchor; one with a tag for text counts as quoted."""
    line, column = _place(event)
    if _is_refused(event, _SCALAR_TAGS, faults):
        return Refused(line, column)
    style = event.style or ("'" if event.tag in _TEXT_TAGS else "")
    return Scalar(event.value, style, line, column)


def _is_refused(event: yaml.ScalarEvent | yaml.CollectionStartEvent, core: frozenset[str], faults: Faults) -> bool:
    """Whether the tag of a node is not a core one of its kind; that is reported, and so is an anchor."""
    if event.anchor is not None:
        faults.add("yaml_anchor", *_place(event), {"name": shown(event.anchor)})
    tag = event.tag
    if tag is None or tag == "!" or tag in core:
        return False
    faults.add("yaml_tag", *_place(event), {"tag": shown(tag.replace(_CORE, "!!"))})
    return True
