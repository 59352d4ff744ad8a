"""How the targets stand as a picture: bars cut by status, and a legend that says the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.page_text import PAGE
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.markup import Html, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report import Item

_LEAST, _LABELLED = 1.2, 9.0
"""Percent of the width that the thinnest piece takes, and from which on a piece has its count in it."""
_HEIGHT = 30


def status_picture(words: Words) -> Html:
    """Draw all targets by status, and those with an observation once more, where others would make them invisible."""
    items = words.report.items
    observed = [item for item in items if item["status"] != "no_data"]
    bars = [_bar(words, "all", items)]
    if observed and len(observed) < len(items):
        bars.append(_bar(words, "observed", observed))
    counts = _counts(items)
    legend = element("ul", *(_entry(words, status, count) for status, count in counts.items()), class_="legend")
    return element("figure", *bars, legend, class_="statuses")


def _bar(words: Words, code: str, items: Iterable[Item]) -> Html:
    counts = _counts(items)
    caption = words.counted(PAGE, code, sum(counts.values()))
    between = "，" if words.lang == "zh" else ", "
    shares = (words.say(PAGE, "share", name=words.say(STATUSES, s), count=n) for s, n in counts.items())
    label = f"{caption}{'：' if words.lang == 'zh' else ': '}{between.join(shares)}"
    parts: list[Html] = []
    left = 0.0
    for status, width in _widths(counts).items():
        parts.append(
            element("rect", x=f"{left:.2f}%", y=0, width=f"{width:.2f}%", height=_HEIGHT, class_=f"fill-{status}")
        )
        if width >= _LABELLED:
            mark = f"{words.symbols.marks[status]} {counts[status]}"
            parts.append(element("text", mark, x=f"{left + width / 2:.2f}%", y=20, class_="in m"))
        left += width
    picture = element("svg", *parts, class_="bar", height=_HEIGHT, width="100%", role="img", aria_label=label)
    return element("div", element("p", caption, class_="barname", aria_hidden="true"), picture)


def _entry(words: Words, status: str, count: int) -> Html:
    name = f"{words.symbols.marks[status]} {words.say(STATUSES, status)}"
    return element("li", element("span", name, class_=f"st-{status}"), " ", element("b", str(count)))


def _counts(items: Iterable[Item]) -> dict[str, int]:
    """How many have each status, those that occur, best first."""
    found = [item.status for item in items]
    return {status: found.count(status) for status in STATUSES if status in found}


def _widths(counts: dict[str, int]) -> dict[str, float]:
    """Percent of the width for each status, none too thin to be seen, all together 100.

    >>> _widths({"met": 1, "no_data": 199})
    {'met': 1.2, 'no_data': 98.8}
    """
    total = sum(counts.values())
    thin = [status for status, count in counts.items() if 100 * count / total < _LEAST]
    rest = sum(count for status, count in counts.items() if status not in thin)
    left = 100 - _LEAST * len(thin)
    return {status: _LEAST if status in thin else left * count / rest for status, count in counts.items()}
