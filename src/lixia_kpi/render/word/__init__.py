"""Word documents (Office Open XML) in the usual form of an official report."""

from lixia_kpi.render.word.figure import Figure
from lixia_kpi.render.word.render import render_word

__all__ = ["Figure", "render_word"]
