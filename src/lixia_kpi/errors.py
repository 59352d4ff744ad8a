"""What stops the program: each error carries what a person needs to put it right.

Exit codes follow from the class alone: `KpiError.exit_code`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class KpiError(Exception):
    """An error of use or of input, said by code and details; the wording belongs to the messages."""

    exit_code = 2

    def __init__(self, code: str, details: Mapping[str, str | int | float] | None = None) -> None:
        self.code = code
        self.details = dict(details or {})
        super().__init__(code + (f" {self.details}" if self.details else ""))


class UsageError(KpiError):
    """An option, a name or a combination that the command does not take."""


class SeveralUsageError(KpiError):
    """Several errors of use at once, in `errors`."""

    def __init__(self, errors: Sequence[UsageError]) -> None:
        self.errors = tuple(errors)
        super().__init__("usage_errors", {"count": len(self.errors)})

    def __str__(self) -> str:
        """One error a line."""
        return "\n".join(map(str, self.errors))


class OutputError(KpiError):
    """Output that cannot be written."""
