"""The rows of `kpi import`: one a figure with what it would change, then one a remark on a file, sheet or column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.intake.compare import CHANGES
from lixia_kpi.tables.columns import IMPORT, columns
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lixia_kpi.intake.compare import Change
    from lixia_kpi.intake.entry import Finding
    from lixia_kpi.intake.read_files import Remark
    from lixia_kpi.office.spot import Spot
    from lixia_kpi.plan.model import Name, Plan
    from lixia_kpi.problems import Severity
    from lixia_kpi.tables.table import Value

    Say = Callable[[Finding, str], str]

SCHEMA_VERSION = 1
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ImportReport:
    """What an import would change, or has changed where `applied`.

    `target` is the file of actuals as the user would name it, `written` the number of rows that were added to it,
    `strict` whether warnings stand in the way of writing, too; `held_back` where it was to be written and they did.
    """

    plan: Plan
    files: tuple[str, ...]
    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]
    target: str
    strict: bool = False
    applied: bool = False
    held_back: bool = False
    written: int = 0

    @property
    def blocking(self) -> int:
        """The number of findings that stand in the way of writing all there is."""
        return self.severity_count("error") + (self.severity_count("warning") if self.strict else 0)

    @property
    def counts(self) -> dict[str, int]:
        """The number of figures by change."""
        kinds = [change.kind for change in self.changes]
        return {kind: kinds.count(kind) for kind in CHANGES}

    def severity_count(self, severity: Severity) -> int:
        """Count what was found of one severity."""
        found = [finding for change in self.changes for finding in change.entry.findings]
        return sum(finding.severity == severity for finding in (*found, *(remark.finding for remark in self.remarks)))

    @property
    def names(self) -> dict[str, Name]:
        """The names of the indicators by id."""
        names = {baseline.id: baseline.name for baseline in self.plan.baselines if baseline.name is not None}
        return names | {indicator.id: indicator.name for indicator in self.plan.indicators}


def import_table(report: ImportReport, say: Say) -> Table:
    """Give the machine table; `say` puts a finding into words of a language."""
    names = report.names
    rows = [_change_row(change, names, say) for change in report.changes]
    rows += [_remark_row(remark, say) for remark in report.remarks]
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": report.plan.info.id,
        "files": list(report.files),
        "applied": report.applied,
        "written": report.written,
        "counts": report.counts,
        "findings": {severity: report.severity_count(severity) for severity in SEVERITIES},
    }
    return Table("import", columns(IMPORT), tuple(rows), head)


def _change_row(change: Change, names: Mapping[str, Name], say: Say) -> dict[str, Value]:
    entry, old = change.entry, change.old
    name = names.get(entry.id or "")
    known = entry.value is not None
    return {
        **_place(entry.spot),
        **_findings(entry.findings, say),
        "change": change.kind,
        "written": entry.written,
        "id": entry.id,
        "name_zh": name.zh if name else None,
        "name_en": name.en if name else None,
        "year": entry.year,
        "period": entry.period if known else None,
        "old": old.value if old else None,
        "old_unit": old.unit if old else None,
        "new": entry.value,
        "new_unit": entry.unit or None,
        "revision": change.size,
        "revision_percent": change.percent,
        "publication": entry.status if known else None,
        "published": entry.published,
        "source": entry.source,
        "note": entry.note,
        "offers": entry.offers,
    }


def _remark_row(remark: Remark, say: Say) -> dict[str, Value]:
    row: dict[str, Value] = dict.fromkeys(IMPORT)
    whole = remark.finding.code != "column_not_read"
    row |= _place(remark.spot) | _findings((remark.finding,), say) | {"change": "remark", "offers": ()}
    return row | ({"cell": None} if whole else {})


def _place(spot: Spot) -> dict[str, Value]:
    return {"file": spot.file, "sheet": spot.sheet or None, "cell": spot.address}


def _findings(findings: Sequence[Finding], say: Say) -> dict[str, Value]:
    return {
        "severity": min((f.severity for f in findings), key=SEVERITIES.index, default=None),
        "findings": tuple(finding.code for finding in findings),
        "message_zh": " | ".join(say(finding, "zh") for finding in findings) or None,
        "message_en": " | ".join(say(finding, "en") for finding in findings) or None,
    }
