"""How a value is written in YAML, the likeliest way first."""

from __future__ import annotations

import re
from json import dumps
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from lixia_kpi.editing.layout import Span
    from lixia_kpi.plan.fields import Kind

UNQUOTED = ("number", "integer", "year", "years", "boolean")
"""Kinds of fields whose values are never quoted."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_TEXT_TAG = "tag:yaml.org,2002:str"


def spellings(value: str, kind: Kind, style: str = "") -> list[str]:
    """Give the ways to write a value on one line.

    Parameters
    ----------
    value
        the text, number or word.
    kind
        what its field holds.
    style
        the quotes that it stands in now: they are kept where they can be.

    Returns
    -------
    list of str
        the ways, the one to prefer first; not each of them can be read back everywhere.

    Examples
    --------
    >>> spellings("2600", "number", "'"), spellings("true", "text")
    (['2600', "'2600'", '"2600"'], ["'true'", '"true"'])
    """
    single, double = "'" + value.replace("'", "''") + "'", dumps(value, ensure_ascii=False)
    if kind in UNQUOTED:
        return [value, single, double]
    if style == '"':
        return [double, single]
    plain = [value] if style != "'" and _is_text(value) else []
    return [*plain, single, double]


def in_block(written: str, value: str) -> str | None:
    r"""Put a value of one line into a block scalar, whose header and whose blank lines at the end stay.

    Parameters
    ----------
    written
        the scalar as it stands, from `|` or `>` on.
    value
        the new text.

    Returns
    -------
    str or None
        the scalar with the new text; None where it has no line yet.

    Examples
    --------
    >>> in_block("> # why\r\n    a\r\n    b\r\n\r\n", "c")
    '> # why\r\n    c\r\n\r\n'
    """
    header = _LINE_END.search(written)
    if header is None:
        return None
    body = written[header.end() :]
    content = body.lstrip("\r\n \t")
    if not content:
        return None
    begin = len(body) - len(content)
    indent = begin - max(body.rfind("\n", 0, begin), body.rfind("\r", 0, begin)) - 1
    tail = content[len(content.rstrip()) :]
    if "+" in written[: header.start()].partition("#")[0] and (end := _LINE_END.match(tail)):
        tail = end[0]  # behind a `+`, further blank lines are part of the text
    return written[: header.end()] + " " * indent + value + tail


def behind_block(written: str, span: Span) -> str:
    """Give the line ends at the end of a block scalar, which stay where the scalar is written in another way."""
    return written[len(written.rstrip()) :] if span.style in ("|", ">") else ""


def _is_text(value: str) -> bool:
    """Whether a reader of YAML that goes by looks takes an unquoted value for text."""
    try:
        node = yaml.compose(value, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return isinstance(node, yaml.ScalarNode) and node.tag == _TEXT_TAG
