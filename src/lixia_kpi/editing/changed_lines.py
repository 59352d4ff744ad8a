"""The lines in which two texts differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple


class ChangedLines(NamedTuple):
    """Lines that were there and those that stand there instead; `line` counts in the new text from 1."""

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_lines(before: str, after: str) -> list[ChangedLines]:
    r"""Find the lines in which two texts differ.

    Parameters
    ----------
    before, after
        the texts.

    Returns
    -------
    list of ChangedLines
        each stretch of lines that differ, in order, without their line ends.

    Examples
    --------
    >>> changed_lines("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 5\nc: 3\n")
    [ChangedLines(line=2, before=('b: 2',), after=('b: 5',))]
    """
    old, new = before.splitlines(), after.splitlines()
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    same_end = zip(reversed(old[first:]), reversed(new[first:]), strict=False)
    last = next((i for i, (a, b) in enumerate(same_end) if a != b), min(len(old), len(new)) - first)
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    return [
        ChangedLines(first + start + 1, tuple(old[a:b]), tuple(new[start:end]))
        for kind, a, b, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
