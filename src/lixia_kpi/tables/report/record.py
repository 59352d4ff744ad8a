"""An evaluation as plain data for machine formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.tables.project import SCHEMA_VERSION
from lixia_kpi.tables.rule_cuts import cuts_in_use

if TYPE_CHECKING:
    from lixia_kpi.tables.report.model import EvaluationReport, Item, Tally
    from lixia_kpi.tables.report.rule_comparison import RuleComparison


def report_record(report: EvaluationReport) -> dict[str, object]:
    """Give the figures of an evaluation.

    `counts` has the targets of each nature by outcome; `targets` the columns of `kpi project`, several codes joined
    by `;`, and `outcome`, `settled`, `doubt`, `source` and `standing`.
    """
    natures = zip(("binding", "expected", "unstated"), report.by_nature, strict=True)
    return {
        "schema_version": SCHEMA_VERSION,
        "plan": report.plan.id,
        "kind": report.kind,
        "as_of": report.year,
        "elapsed": report.elapsed,
        "rule": report.rule,
        "method": report.method,
        "vintage": report.vintage,
        "cuts": cuts_in_use(report.rule, report.plan),
        "scope": {
            "chapters": list(report.chapters), "groups": list(report.groups), "owners": list(report.owners),
            "left_out": report.left_out,
        },
        "counts": {"all": _tally(report.whole), **{name: _tally(tally) for name, tally in natures}},
        "by_chapter": [{"chapter": tally.key, **_tally(tally)} for tally in report.by_chapter],
        "by_group": [{"group": tally.key, **_tally(tally)} for tally in report.by_group],
        "by_owner": [{"owner": tally.key, **_tally(tally)} for tally in report.by_owner],
        "rules": None if report.comparison is None else _comparison(report.comparison),
        "targets": [_target(item) for item in report.items],
    }  # fmt: skip


def _comparison(comparison: RuleComparison) -> dict[str, object]:
    return {
        "names": list(comparison.rules),
        "agreement": {name: comparison.of(name) for name in ("same", "differ", "only_one", "none")},
        "hanging": len(comparison.hanging),
        "targets": [
            {"id": c.item["id"], "form": c.item["form"], "target_year": c.item["target_year"],
             "target_op": c.item["target_op"], "agreement": c.agreement, "hangs_on_rule": c.hangs,
             "statuses": dict(c.statuses)}
            for c in comparison.items
        ],
    }  # fmt: skip


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "targets": tally.total,
        "observed": tally.observed,
        "judged": tally.judged,
        "good": tally.good,
        "completion_rate": tally.rate,
        "outcomes": tally.counts(),
        "behind": tally.lagging("behind"),
    }


def _target(item: Item) -> dict[str, object]:
    values = {
        name: ";".join(value) if isinstance(value, tuple) else _plain(value) for name, value in item.row.values.items()
    }
    return {
        **values,
        "outcome": item.outcome,
        "settled": item.settled,
        "doubt": item.row.doubt,
        "source": item.source,
        "standing": item.standing,
    }


def _plain(value: object) -> object:
    """Whole numbers without a decimal point, as in every machine format."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e16 else value
