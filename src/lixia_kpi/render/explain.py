"""The page of `kpi explain`: one code in words, or all codes by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.explain import KINDS, codes, explain
from lixia_kpi.render.style import Style
from lixia_kpi.render.width import left, width, wrap

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

_USUAL_WIDTH = 80
_LEAST_WIDTH = 40


def render_explanation(code: str, *, lang: Lang, width: int | None, color: bool) -> str:
    """Write what a code means in each of its meanings.

    Parameters
    ----------
    code
        a known code.
    width
        columns of the terminal; None (a pipe) writes 80.

    Raises
    ------
    KeyError
        for a code that nothing is known of.
    """
    found = explain(code, lang)
    if not found:
        raise KeyError(code)
    room, style = max(width or _USUAL_WIDTH, _LEAST_WIDTH), Style(color=color)
    parts = []
    for item in found:
        kind = KINDS[item.kind][lang == "en"]
        lines = [f"{style.bold(item.code)}  {style.secondary(kind)}"]
        lines += ["  " + line for text in (item.word, item.text) for line in wrap(text, room - 2)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def render_codes(*, lang: Lang, width: int | None, color: bool) -> str:
    """List every code by kind with its word or short text."""
    room, style = max(width or _USUAL_WIDTH, _LEAST_WIDTH), Style(color=color)
    parts = []
    for kind, known in codes().items():
        lines = [style.bold(KINDS[kind][lang == "en"])]
        for code in known:
            word = next(item.word for item in explain(code, lang) if item.kind == kind)
            lines += _entry(code, word, room, style)
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


_CODE_CELLS = 28


def _entry(code: str, word: str, room: int, style: Style) -> list[str]:
    """A code and its word beside it, below it where there is no room."""
    margin = 2 + _CODE_CELLS + 2 if room >= 70 else 6
    texts = wrap(word, room - margin)
    if room >= 70 and width(code) <= _CODE_CELLS:
        return [f"  {left(code, _CODE_CELLS)}  {style.secondary(texts[0])}"] + [
            " " * margin + style.secondary(text) for text in texts[1:]
        ]
    return [f"  {code}", *(" " * margin + style.secondary(text) for text in texts)]
