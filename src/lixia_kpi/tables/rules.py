"""The published rules as plain data for machine formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.by_rule import FORMS_JUDGED
from lixia_kpi.assessment.rules import rule_named

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules import Ladder


def rule_record(name: str) -> dict[str, object]:
    """Give a rule as plain data: formula, source, cuts, statuses, what it refuses.

    Parameters
    ----------
    name : of a rule.

    Raises
    ------
    ValueError
        There is no such rule.
    """
    rule = rule_named(name)
    return {
        "name": rule.name,
        "formula": rule.formula,
        "source": rule.source,
        "forms": list(FORMS_JUDGED[rule.name]),
        "ladders": [_ladder_record(ladder) for ladder in rule.ladders],
        "statuses": dict(rule.statuses),
        "methods": list(rule.methods),
        "baseline_year": rule.baseline_year,
        "target_year": rule.target_year,
        "parameters": dict(rule.parameters),
        "refuses": list(rule.refuses),
        "quirks": list(rule.quirks),
    }


def _ladder_record(ladder: Ladder) -> dict[str, object]:
    """Give the cuts from best to worst; what fails them all is `lowest`."""
    return {
        "name": ladder.name,
        "unit": ladder.unit,
        "steps": [
            {"category": step.category, "cut": step.cut, "strict": step.strict, "scaled": step.scaled}
            for step in ladder.steps
        ],
        "lowest": ladder.lowest,
    }
