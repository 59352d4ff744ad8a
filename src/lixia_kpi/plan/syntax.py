"""A YAML syntax error as one fault that names its likely cause, so that its remedy can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.faults import shown

if TYPE_CHECKING:
    from lixia_kpi.plan.faults import Faults

_CAUSES = (
    ("block scalar", "comment or line break", "yaml_unquoted_comparator"),
    ("block scalar", "chomping or indentation", "yaml_unquoted_comparator"),
    ("", "tab character", "yaml_tab"),
    ("", "escape", "yaml_escape"),
    ("quoted scalar", "end of stream", "yaml_open_quote"),
    ("quoted scalar", "document indicator", "yaml_open_quote"),
    ("flow sequence", "expected ',' or ']'", "yaml_open_bracket"),
    ("flow mapping", "expected ',' or '}'", "yaml_open_bracket"),
    ("flow node", "node content", "yaml_open_bracket"),
    ("", "mapping values are not allowed", "yaml_stray_colon"),
    ("simple key", "could not find expected ':'", "yaml_missing_colon"),
    ("block mapping", "expected", "yaml_indentation"),
    ("block collection", "expected", "yaml_indentation"),
    ("", "expected '<document start>'", "yaml_indentation"),
    ("", "expected <document start>", "yaml_indentation"),
)
"""Part of the parser's context, part of its complaint, the fault that both together point to."""

_AT_CONTEXT = frozenset({"yaml_open_quote", "yaml_open_bracket", "yaml_missing_colon", "yaml_unquoted_comparator"})
"""Faults that stand where the parser began, not where it gave up."""


def add_syntax_fault(error: Exception, text: str, faults: Faults) -> None:
    """Add the one fault that a parser's error amounts to.

    Parameters
    ----------
    error
        what the parser raised.
    text
        the text that it read.
    faults
        where the fault is added.
    """
    complaint = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        _add_unreadable_character(error, text, faults)
        return
    line, column = mark.line, mark.column
    code = _cause(context, complaint, _character(text, line, column))
    begin = getattr(error, "context_mark", None)
    if code in _AT_CONTEXT and begin is not None:
        line, column = begin.line, begin.column
    if code in ("yaml_missing_colon", "yaml_stray_colon", "yaml_indentation"):
        full_width = _full_width_colon(text, line, strict=code == "yaml_indentation")
        if full_width is not None:
            code, (line, column) = "yaml_full_width_colon", full_width
    details: dict[str, str] = {"complaint": shown(complaint)}
    if code == "yaml_reserved_character":
        details["character"] = _character(text, line, column)
    faults.add(code, line + 1, column + 1, details)


def _cause(context: str, complaint: str, character: str) -> str:
    """Code of the fault behind a parser's words."""
    if "cannot start any token" in complaint:
        return "yaml_tab" if character == "\t" else "yaml_reserved_character"
    for where, what, code in _CAUSES:
        if where in context and what in complaint:
            return code
    return "yaml_syntax"


def _line(text: str, number: int) -> str:
    """The line counted `number` from 0, at most its first 65,536 characters; empty before the first or past the end."""
    start = 0
    for _ in range(number):
        start = text.find("\n", start) + 1
        if not start:
            return ""
    end = text.find("\n", start)
    return "" if number < 0 else text[start : min(end if end >= 0 else len(text), start + 65_536)]


def _character(text: str, line: int, column: int) -> str:
    """The character at a place counted from 0; empty past the end."""
    return _line(text, line)[column : column + 1]


def _full_width_colon(text: str, line: int, *, strict: bool) -> tuple[int, int] | None:
    """Place of a full-width colon after a key on this line or the one before, where no ASCII colon precedes it."""
    for number in (line,) if strict else (line, line - 1):
        content = _line(text, number)
        column = content.find("：")
        key = content[: max(column, 0)].strip(" -")
        if key.isascii() and key.replace("_", "").isalnum():
            return number, column
    return None


def _add_unreadable_character(error: Exception, text: str, faults: Faults) -> None:
    """Name the first character that YAML does not allow, by place and code point."""
    from re import search

    found = search("[^\\x09\\x0a\\x0d\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]", text)
    if found is None:
        faults.add("yaml_syntax", 0, 0, {"complaint": shown(str(error).partition("\n")[0])})
        return
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    faults.add("yaml_control_character", line, column, {"character": f"U+{ord(found[0]):04X}"})
