"""The rows of `kpi audit`: one comparison of figures a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.tables.columns import AUDIT, columns
from lixia_kpi.tables.project import SCHEMA_VERSION
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from lixia_kpi.audit.finding import Finding
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.table import Value

    Sentence = Callable[[Finding, Literal["zh", "en"]], str]


def audit_table(findings: Sequence[Finding], plan: PlanInfo, sentence: Sentence) -> Table:
    """Give the findings of an audit, one row each.

    Parameters
    ----------
    findings : in the order of the table.
    plan : the head of the plan.
    sentence : says a finding in words in a language.
    """
    head = {"schema_version": SCHEMA_VERSION, "plan": plan.id}
    return Table("audit", columns(AUDIT), tuple(_row(finding, sentence) for finding in findings), head)


def _row(finding: Finding, sentence: Sentence) -> dict[str, Value]:
    return {
        "severity": finding.severity,
        "result": finding.result,
        "code": finding.code,
        "check": finding.check,
        "ids": finding.ids,
        "moment": finding.moment.kind,
        "year": finding.moment.year,
        "value": finding.value,
        "other": finding.other,
        "unit": finding.unit or None,
        "difference_percent": finding.difference_percent,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "message_zh": sentence(finding, "zh"),
        "message_en": sentence(finding, "en"),
    }
