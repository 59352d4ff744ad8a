"""Names of the plan at hand, for completing what is being written; a plan that cannot be read offers none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.errors import KpiError

if TYPE_CHECKING:
    from lixia_kpi.plan.model import Indicator, Plan


def _indicators(folder: str | None) -> tuple[Indicator, ...]:
    from lixia_kpi.cli.opening import open_plan

    try:
        return open_plan(folder, ()).plan.indicators
    except (KpiError, OSError):
        return ()


def indicator_ids(folder: str | None) -> list[str]:
    """Give the ids of the indicators of the plan in a folder, of the usual plan for None, in the order of the plan."""
    return [indicator.id for indicator in _indicators(folder)]


def group_names(folder: str | None) -> list[str]:
    """Give the groups of the plan, in the order they first occur."""
    return list(dict.fromkeys(indicator.group for indicator in _indicators(folder)))


def owner_names(folder: str | None) -> list[str]:
    """Give the departments that answer for an indicator of the plan."""
    return list(dict.fromkeys(i.owner for i in _indicators(folder) if i.owner))


def owners_of(plan: Plan) -> list[str]:
    """Give the departments that answer for an indicator of this plan, in the order they first occur."""
    return list(dict.fromkeys(indicator.owner for indicator in plan.indicators if indicator.owner))
