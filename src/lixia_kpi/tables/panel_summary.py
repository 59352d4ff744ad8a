"""The summary of a panel as tables: one row a region or one row an indicator, with its statuses counted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.tables.columns import PANEL_INDICATORS, PANEL_REGIONS, columns
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.panel.tally_summary import PanelSummary, Standing
    from lixia_kpi.plan.model import Name, PlanInfo
    from lixia_kpi.tables.table import Value

    Part = Literal["regions", "indicators"]

SCHEMA_VERSION = 1
NO_FAULTS: Mapping[str, int] = MappingProxyType({})


class PanelReport(NamedTuple):
    """The summary of a panel and what it rests on.

    `names` gives the names of the indicators that a plan has; `plan` is the plan that applies to every region, None
    where there is none or every region has its own; `as_of` is the year beyond which nothing was used, None where
    nothing is observed; `faults` counts what could not be used as it stands, by kind.
    """

    summary: PanelSummary
    names: Mapping[str, Name]
    plan: PlanInfo | None
    rule: str
    method: str
    interval: int
    as_of: int | None
    faults: Mapping[str, int] = NO_FAULTS

    def standing(self, part: Part) -> Standing:
        """Give how the regions or the indicators stand."""
        return self.summary.regions if part == "regions" else self.summary.indicators


def summary_table(report: PanelReport, part: Part) -> Table:
    """Give the machine table of the regions in the order of their league, or of the indicators in plan order.

    Parameters
    ----------
    report : the summary.
    part : `regions` or `indicators`.
    """
    standing = report.standing(part)
    rows = _rows(report, standing)
    if part == "regions":
        rows = [rows[place] for place in standing.league.tolist()]
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": report.plan.id if report.plan is not None else None,
        "as_of": report.as_of,
        "rule": report.rule,
        "method": report.method,
        "regions": len(report.summary.regions.names),
        "indicators": len(report.summary.indicators.names),
        "faults": {code: count for code, count in report.faults.items() if count},
        "statuses": dict(zip(STATUSES, report.summary.statuses.tolist(), strict=True)),
    }
    ids = PANEL_REGIONS if part == "regions" else PANEL_INDICATORS
    return Table(f"panel_{part}", columns(ids), tuple(rows), head)


def _rows(report: PanelReport, standing: Standing) -> list[dict[str, Value]]:
    """Give one row a name, with the columns of both tables."""
    figures = zip(
        standing.names, standing.rank.tolist(), standing.targets.tolist(), standing.judged.tolist(),
        standing.good.tolist(), standing.share.tolist(), standing.chance.tolist(), standing.statuses.tolist(),
        strict=True,
    )  # fmt: skip
    rows = []
    for name, rank, targets, judged, good, share, chance, statuses in figures:
        known = report.names.get(name)
        row: dict[str, Value] = {
            "rank": rank or None,
            "region": name,
            "id": name,
            "name_zh": known.zh if known is not None else None,
            "name_en": known.en if known is not None else None,
            "targets": targets,
            "judged": judged,
            "good": good,
            "share_good": None if share != share else share,
            "mean_probability": None if chance != chance else chance,
            **dict(zip(STATUSES, statuses, strict=True)),
        }
        rows.append(row)
    return rows
