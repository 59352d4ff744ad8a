"""The page of `kpi explain`: a code in each of its meanings, or all codes by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.explain import KINDS
from lixia_kpi.render.page import Page, Section, render_page
from lixia_kpi.render.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.messages.explain import Explanation

_USUAL_WIDTH = 80
_LEAST_WIDTH = 30


def render_explanations(found: Sequence[Explanation], *, lang: Lang, width: int | None, color: bool) -> str:
    """Write what a code means, one section for each kind of code that has it.

    Parameters
    ----------
    found
        the meanings of one code, at least one.
    width
        columns of the terminal; None (a pipe) writes 80.
    """
    between = "：" if lang == "zh" else ": "
    sections = [Section(f"{KINDS[e.kind][lang == 'en']}{between}{e.word}", text=e.text) for e in found]
    return _page(Page(found[0].code, tuple(sections)), width, color=color)


def render_codes(codes: Mapping[str, Sequence[str]], *, lang: Lang, width: int | None, color: bool) -> str:
    """List every code that can be explained, by kind."""
    sections = [Section(KINDS[kind][lang == "en"], text=" ".join(names)) for kind, names in codes.items()]
    return _page(Page("kpi explain", tuple(sections)), width, color=color)


def _page(page: Page, width: int | None, *, color: bool) -> str:
    return render_page(page, room=max(width or _USUAL_WIDTH, _LEAST_WIDTH), style=Style(color=color))
