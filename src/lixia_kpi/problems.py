"""Faults as records: what is wrong, how grave it is, and where it stands.

A check never stops at the first fault. It appends a `Problem` for each, and whoever asked decides what to do
with them. A record holds a code and details, no sentence: the wording, in two languages, belongs to the messages.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.errors import KpiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Severity = Literal["error", "warning", "note"]
Detail = str | int | float
NO_DETAILS: Mapping[str, Detail] = MappingProxyType({})


class Place(NamedTuple):
    """Where something stands: file as the user named it, line and column counted from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`FILE:LINE:COLUMN`, the form editors and CI systems read."""
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault.

    Parameters
    ----------
    code
        snake_case name of the kind of fault; `kpi explain CODE` says it in words.
    place
        where it stands.
    severity
        `error` makes the input invalid, `warning` wants a look, `note` is for information only.
    details
        what the sentence about it needs: the value found, the nearest right name, the other place …
    """

    code: str
    place: Place
    severity: Severity = "error"
    details: Mapping[str, Detail] = NO_DETAILS


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file, line, column, then code; equal records once."""
    unique: dict[tuple[object, ...], Problem] = {}
    for p in problems:
        unique.setdefault((p.place.file, p.place.line, p.place.column, p.code, tuple(p.details.items())), p)
    return sorted(unique.values(), key=lambda p: (p.place.file, p.place.line, p.place.column, p.code))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them makes the input invalid."""
    return any(p.severity == "error" for p in problems)


class InputError(KpiError):
    """Input that cannot be read or is invalid; all faults are in `problems`, sorted by place."""

    hint = "invalid_input"
    """Code of what is said below the faults."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("invalid_input", {"count": len(self.problems)})

    def __reduce__(self) -> tuple[type[InputError], tuple[list[Problem]]]:
        """Reach another process: views of details stay where they are, so they go as plain dictionaries."""
        return type(self), ([problem._replace(details=dict(problem.details)) for problem in self.problems],)

    def __str__(self) -> str:
        """One line a fault, as `FILE:LINE:COLUMN: severity code`."""
        return "\n".join(f"{p.place}: {p.severity} {p.code} {dict(p.details)}" for p in self.problems)


class InvalidChangeError(InputError):
    """A change that would make a plan invalid, with the faults that it would bring; nothing was written."""

    hint = "invalid_change"
