"""Names of the plan at hand, for completing what is being written; a plan that cannot be read offers none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lixia_kpi.errors import KpiError

if TYPE_CHECKING:
    from lixia_kpi.plan.model import Indicator, Plan


def _indicators() -> tuple[Indicator, ...]:
    from lixia_kpi.cli.opening import open_plan

    try:
        return open_plan(os.environ.get("KPI_PLAN"), ()).plan.indicators
    except (KpiError, OSError):
        return ()


def indicator_ids() -> list[str]:
    """Give the ids of the plan's indicators, in the order of the plan."""
    return [indicator.id for indicator in _indicators()]


def group_names() -> list[str]:
    """Give the groups of the plan, in the order they first occur."""
    return list(dict.fromkeys(indicator.group for indicator in _indicators()))


def owner_names() -> list[str]:
    """Give the departments that answer for an indicator of the plan."""
    return list(dict.fromkeys(i.owner for i in _indicators() if i.owner))


def owners_of(plan: Plan) -> list[str]:
    """Give the departments that answer for an indicator of this plan, in the order they first occur."""
    return list(dict.fromkeys(indicator.owner for indicator in plan.indicators if indicator.owner))
