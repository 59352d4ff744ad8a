"""The statuses of a panel as one web page: regions by indicators, in a file that needs nothing else."""

from lixia_kpi.render.heat_map.render import render_heat_map

__all__ = ["render_heat_map"]
