"""The cuts by which a status was given: those of the plan for the tool's own rule, else those of the published one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.plan.model import PlanInfo


def cuts_in_use(rule: str, plan: PlanInfo) -> dict[str, float]:
    """Give the lower bound of each category of a rule for indicators with a target, best first.

    Parameters
    ----------
    rule : name of a rule.
    plan : its head may replace the cuts of the tool's own rule.

    Examples
    --------
    >>> from lixia_kpi import load_plan
    >>> cuts_in_use("eurostat", load_plan().plan.info)
    {'significant_progress': 0.95, 'moderate_progress': 0.6, 'insufficient_progress': 0.0}
    """
    if rule == "pace":
        return {"ahead": plan.cuts.ahead, "on_track": plan.cuts.on_track, "behind": plan.cuts.behind}
    from lixia_kpi.assessment.rules import rule_named

    return {step.category: step.cut for step in rule_named(rule).ladders[0].steps}
