"""The rows of `kpi compare`: every target judged by every rule, and where the rules disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.by_rule import hangs_on_quirk, judge_by_rule, pace_verdicts
from lixia_kpi.assessment.codes import NOTES, ORDERED_STATUSES
from lixia_kpi.assessment.completion_beside import equivalent_years, gap_closed
from lixia_kpi.tables.columns import columns, compare_ids
from lixia_kpi.tables.project import SCHEMA_VERSION, gap_rows, latest_year_used, listed
from lixia_kpi.tables.rule_cuts import cuts_in_use
from lixia_kpi.tables.selection import Selection, select, sort_rows
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.rules import Assessment
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value

GOOD = ORDERED_STATUSES[:3]
"""Statuses on the good side: on track or better. A verdict hangs on the rule where some are and others are not."""


@dataclass(frozen=True, slots=True)
class CompareReport:
    """Targets with the verdicts of the chosen rules, in plan order unless sorted.

    The `values` of a row are its columns of the gap table and those of `kpi compare`. `left_out` counts the targets
    that are not among the rows: `no_data` (nothing observed) and `filtered`.
    """

    plan: PlanInfo
    as_of: int | None
    rules: tuple[str, ...]
    rows: tuple[GapRow, ...]
    left_out: Mapping[str, int]

    def agreements(self) -> dict[str, int]:
        """How many rows have each agreement."""
        return _counted(str(row.values["agreement"]) for row in self.rows)

    @property
    def hanging(self) -> int:
        """How many verdicts hang on the choice of rule."""
        return sum(row.values["hangs_on_rule"] is True for row in self.rows)

    def refusals(self) -> dict[str, dict[str, int]]:
        """Why each rule refuses to judge observed targets, by rule and reason, the rule that refuses most first."""
        found = {
            rule: _counted(str(row.values[f"{rule}_reason"]) for row in self.rows if _refused(row, rule))
            for rule in self.rules
        }
        most = sorted(found, key=lambda rule: -sum(found[rule].values()))
        return {rule: dict(sorted(found[rule].items(), key=lambda why: -why[1])) for rule in most if found[rule]}


def compare_report(evaluation: Evaluation, selection: Selection, rules: tuple[str, ...]) -> CompareReport:
    """Judge the chosen targets by several rules.

    Parameters
    ----------
    evaluation : every target judged by the tool's own rule.
    selection : which rows, in which order; a status is asked for when any of the rules gives it. Targets of which
        nothing is observed are shown only when they are asked for.
    rules : names, in the order of the columns.
    """
    beside = {
        "gap_closed": listed(gap_closed(evaluation.cases, evaluation.progress)),
        "equivalent_years": listed(equivalent_years(evaluation.cases, evaluation.progress)),
    }
    verdicts = {rule: _verdicts(evaluation, rule) for rule in rules}
    cells = {rule: _cells(rule, verdict) for rule, verdict in verdicts.items()}
    loud = [hangs_on_quirk(verdict).tolist() for verdict in verdicts.values()]
    every = []
    for case, row in enumerate(gap_rows(evaluation)):
        values: dict[str, Value] = {**row.values, **{name: numbers[case] for name, numbers in beside.items()}}
        for rule in rules:
            values |= cells[rule][case]
        values |= _agreement([str(values[f"{rule}_status"]) for rule in rules])
        if any(quirks[case] for quirks in loud):
            values["notes"] = _with_note(values["notes"], "hangs_on_quirk")
        every.append(row._replace(values=values))
    chosen, left_out = _chosen(tuple(every), selection, rules)
    as_of = evaluation.options.as_of
    return CompareReport(
        plan=evaluation.info,
        as_of=as_of if as_of is not None else latest_year_used(tuple(every)),
        rules=rules,
        rows=chosen,
        left_out=left_out,
    )


def compare_table(report: CompareReport) -> Table:
    """Give the machine table of a comparison of rules; its head has the cuts of each rule."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": report.plan.id,
        "as_of": report.as_of,
        "rules": list(report.rules),
        "cuts": {rule: cuts_in_use(rule, report.plan) for rule in report.rules},
    }
    ids = compare_ids(report.rules)
    return Table("compare", columns(ids), tuple({i: row.values[i] for i in ids} for row in report.rows), head)


def _verdicts(evaluation: Evaluation, rule: str) -> Assessment:
    if rule == "pace":
        return pace_verdicts(evaluation.pace, evaluation.status, evaluation.reasons)
    verdict = judge_by_rule(rule, evaluation.cases, evaluation.progress)
    return replace(verdict, status=np.where(evaluation.status == "pending", "pending", verdict.status))


def _cells(rule: str, verdict: Assessment) -> list[dict[str, Value]]:
    """The columns of one rule, one mapping a case."""
    return [
        {
            f"{rule}_category": category,
            f"{rule}_value": value,
            f"{rule}_status": status,
            f"{rule}_reason": reason or None,
            f"{rule}_quirk": tuple(quirk.split(";")) if quirk else (),
        }
        for category, value, status, reason, quirk in zip(
            verdict.category.tolist(),
            listed(verdict.value),
            verdict.status.tolist(),
            verdict.reason.tolist(),
            verdict.quirk.tolist(),
            strict=True,
        )
    ]


def _agreement(statuses: list[str]) -> dict[str, Value]:
    """Whether the rules that judge a target give one status, and whether they are on one side.

    `ahead`, which only the tool's own rule has, counts as `on_track`.
    """
    judged = ["on_track" if status == "ahead" else status for status in statuses if status in ORDERED_STATUSES]
    sides = {status in GOOD for status in judged}
    if len(judged) < 2:
        return {"agreement": "only_one" if judged else "none", "hangs_on_rule": False}
    return {"agreement": "same" if len(set(judged)) == 1 else "differ", "hangs_on_rule": len(sides) > 1}


def _with_note(notes: Value, note: str) -> tuple[str, ...]:
    held = notes if isinstance(notes, tuple) else ()
    return tuple(code for code in NOTES if code in held or code == note)


def _chosen(
    rows: tuple[GapRow, ...], selection: Selection, rules: tuple[str, ...]
) -> tuple[tuple[GapRow, ...], dict[str, int]]:
    """Choose and order rows; count what is left out, by why."""
    wanted = selection.statuses
    shown, left_out = [], {"no_data": 0, "filtered": 0}
    for row in select(rows, selection._replace(statuses=(), everything=True, sort=None))[0]:
        given = {row.values[f"{rule}_status"] for rule in rules}
        asked = selection.ids or selection.everything or "no_data" in wanted
        if wanted and not given.intersection(wanted):
            continue
        if row.values["latest"] is None and not asked:
            left_out["no_data"] += 1
        else:
            shown.append(row)
    left_out["filtered"] = len(rows) - len(shown) - left_out["no_data"]
    return tuple(sort_rows(shown, selection.sort) if selection.sort else shown), left_out


def _refused(row: GapRow, rule: str) -> bool:
    return row.values[f"{rule}_status"] == "undetermined"


def _counted(codes: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for code in codes:
        found[code] = found.get(code, 0) + 1
    return found
