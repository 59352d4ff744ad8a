"""The comparison of `kpi whatif` in a terminal."""

from lixia_kpi.render.whatif.page import render_whatif

__all__ = ["render_whatif"]
