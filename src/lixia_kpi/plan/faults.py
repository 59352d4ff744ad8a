"""The collector of faults of one file: it never stops at the first, and never fills the memory."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lixia_kpi.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lixia_kpi.problems import Detail, Severity

MAX_FAULTS = 10_000
"""Faults of one file that are collected before its reading ends."""

_SHOWN = 60


class TooManyFaultsError(Exception):
    """The reading of a file ends: it has more faults than a person would read."""


class Faults:
    """Faults of one file, in the order in which they are found.

    Parameters
    ----------
    file
        the file as the user named it.

    Examples
    --------
    >>> faults = Faults("targets.yaml")
    >>> faults.add("missing_direction", 7, 5, {"id": "gdp"})
    >>> [str(p.place) for p in faults.problems]
    ['targets.yaml:7:5']
    """

    __slots__ = ("file", "problems")

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self,
        code: str,
        line: int,
        column: int,
        details: Mapping[str, Detail] = MappingProxyType({}),
        *,
        severity: Severity = "error",
    ) -> None:
        """Note one fault; after `MAX_FAULTS` of them the reading ends.

        Raises
        ------
        TooManyFaultsError
            when the file has more than `MAX_FAULTS` faults; the last problem then says so.
        """
        place = Place(self.file, line, column)
        if len(self.problems) >= MAX_FAULTS:
            self.problems.append(Problem("too_many_faults", place, "error", {"limit": MAX_FAULTS}))
            raise TooManyFaultsError
        self.problems.append(Problem(code, place, severity, details))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note what a rule found in values that were read."""
        self.problems.extend(problems)


def shown(text: str) -> str:
    """Give what a message repeats of a text found in a file: at most 60 characters, none that steers a terminal.

    Parameters
    ----------
    text
        the text as it stands in the file.

    Returns
    -------
    str
        its beginning, with characters that cannot be printed written as `U+001B`.

    Examples
    --------
    >>> len(shown("9" * 1000)), shown(chr(27) + "[2J")
    (60, 'U+001B[2J')
    """
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return text if text.isprintable() else "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)
