"""How the targets stand as a picture: bars cut by status, and a legend that says the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.page_text import PAGE
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.markup import Html, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lixia_kpi.messages.catalogue import Lang
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
    named = legend(_counts(items), lang=words.lang, marks=words.symbols.marks)
    return element("figure", *bars, named, class_="statuses")


def _bar(words: Words, code: str, items: Iterable[Item]) -> Html:
    counts = _counts(items)
    return bar(counts, words.counted(PAGE, code, sum(counts.values())), lang=words.lang, marks=words.symbols.marks)


def bar(counts: Mapping[str, int], caption: str, *, lang: Lang, marks: Mapping[str, str]) -> Html:
    """Draw one bar, a piece for each status that occurs.

    Parameters
    ----------
    counts : how many have each status, those that occur, best first.
    caption : what is counted.
    lang : of the words.
    marks : of the statuses.
    """
    between = "，" if lang == "zh" else ", "
    shares = (say(PAGE, "share", lang, name=say(STATUSES, s, lang), count=n) for s, n in counts.items())
    label = f"{caption}{'：' if lang == 'zh' else ': '}{between.join(shares)}"
    parts: list[Html] = []
    left = 0.0
    for status, width in _widths(counts).items():
        parts.append(
            element("rect", x=f"{left:.2f}%", y=0, width=f"{width:.2f}%", height=_HEIGHT, class_=f"fill-{status}")
        )
        if width >= _LABELLED:
            mark = f"{marks[status]} {counts[status]}"
            parts.append(element("text", mark, x=f"{left + width / 2:.2f}%", y=20, class_="in m"))
        left += width
    picture = element("svg", *parts, class_="bar", height=_HEIGHT, width="100%", role="img", aria_label=label)
    return element("div", element("p", caption, class_="barname", aria_hidden="true"), picture)


def legend(counts: Mapping[str, int], *, lang: Lang, marks: Mapping[str, str]) -> Html:
    """List the statuses that occur, each with its mark, its word and its count."""
    entries = (_entry(f"{marks[s]} {say(STATUSES, s, lang)}", s, count) for s, count in counts.items())
    return element("ul", *entries, class_="legend")


def _entry(name: str, status: str, count: int) -> Html:
    return element("li", element("span", name, class_=f"st-{status}"), " ", element("b", str(count)))


def _counts(items: Iterable[Item]) -> dict[str, int]:
    """How many have each status, those that occur, best first."""
    found = [item.status for item in items]
    return {status: found.count(status) for status in STATUSES if status in found}


def _widths(counts: Mapping[str, int]) -> dict[str, float]:
    """Percent of the width for each status, none too thin to be seen, all together 100.

    >>> _widths({"met": 1, "no_data": 199})
    {'met': 1.2, 'no_data': 98.8}
    """
    total = sum(counts.values())
    thin = [status for status, count in counts.items() if 100 * count / total < _LEAST]
    rest = sum(count for status, count in counts.items() if status not in thin)
    left = 100 - _LEAST * len(thin)
    return {status: _LEAST if status in thin else left * count / rest for status, count in counts.items()}
