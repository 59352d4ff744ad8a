"""The gap table in a terminal: head, rows by group, foot."""

from lixia_kpi.render.gap.page import render_gap

__all__ = ["render_gap"]
