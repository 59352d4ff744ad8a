"""An evaluation as one web page that needs nothing else: no server, no network, no script to be readable."""

from lixia_kpi.render.web.render import render_page

__all__ = ["render_page"]
