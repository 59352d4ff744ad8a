"""Indicator projection for development plans.

`load_plan` opens a plan folder, `project_array` carries series forward, `assess` judges them by a published rule. All
are loaded on first use, so that `import lixia_kpi` itself costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.version import __version__

if TYPE_CHECKING:
    from lixia_kpi.api import OpenPlan, load_plan
    from lixia_kpi.assessment.rules import Assessment, assess
    from lixia_kpi.projection import Projection, project_array

__all__ = ["Assessment", "OpenPlan", "Projection", "__version__", "assess", "load_plan", "project_array"]

_HOMES = {
    "Assessment": "lixia_kpi.assessment.rules",
    "assess": "lixia_kpi.assessment.rules",
    "OpenPlan": "lixia_kpi.api",
    "load_plan": "lixia_kpi.api",
    "Projection": "lixia_kpi.projection",
    "project_array": "lixia_kpi.projection",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
