"""The comparison of rules in a terminal: targets in rows, rules in columns."""

from lixia_kpi.render.compare.page import render_compare

__all__ = ["render_compare"]
