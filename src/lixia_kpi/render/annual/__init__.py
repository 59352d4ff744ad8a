"""The yearly targets of `kpi annual` in a terminal."""

from lixia_kpi.render.annual.page import render_annual

__all__ = ["render_annual"]
