"""One figure of somebody's table, read and matched; and what is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.problems import NO_DETAILS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.intake.figure import Figure
    from lixia_kpi.office.spot import Spot
    from lixia_kpi.problems import Detail, Severity


class Finding(NamedTuple):
    """What is to be said of a cell: an error refuses it, a warning wants a look, a note is for information."""

    code: str
    severity: Severity = "error"
    details: Mapping[str, Detail] = NO_DETAILS


class Entry(NamedTuple):
    """A figure as it would stand in a file of actuals; `id`, `year` and `value` are None where they are not known.

    `written` is the name as the table has it, `text` the cell, `growth` the growth printed beside the figure, in
    percent or points. `offers` are the ids whose names are alike where the name is nobody's.
    """

    spot: Spot
    written: str
    text: str = ""
    id: str | None = None
    year: int | None = None
    period: str = "full-year"
    value: float | None = None
    decimals: int = 0
    unit: str = ""
    status: PublicationStatus = "actual"
    published: str | None = None
    source: str | None = None
    note: str | None = None
    growth: Figure | None = None
    offers: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether an error stands against it."""
        return any(finding.severity == "error" for finding in self.findings)

    def with_findings(self, *more: Finding) -> Entry:
        """The same with more to be said of it."""
        return self._replace(findings=(*self.findings, *more)) if more else self
