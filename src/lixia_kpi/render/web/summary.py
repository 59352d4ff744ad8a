"""The top of the page: how much of the plan can be judged, how it stands, what is behind and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.page_text import PAGE
from lixia_kpi.messages.report_text import COLUMNS
from lixia_kpi.render.markup import NOTHING, Html, element
from lixia_kpi.render.web.status_bar import status_picture
from lixia_kpi.render.web.targets import links
from lixia_kpi.tables.report.outcome import GOOD

if TYPE_CHECKING:
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report import Item

_NAMED = 8
"""How many targets are named at the top of the page."""


def summary_section(words: Words, lead: Html) -> Html:
    """Write the section: what can be said at all, the counts, the picture, the targets worth a first look."""
    whole = words.report.whole
    ending = "_final" if words.report.kind == "final" else ""
    bad = whole.judged - whole.good
    counts = {
        "targets": whole.total,
        "observed": whole.observed,
        f"good{ending}": whole.good,
        f"bad{ending}": bad,
    }
    numbers = (
        element("div", element("dt", words.say(COLUMNS, code)), element("dd", str(count)))
        for code, count in counts.items()
    )
    parts = [element("h2", words.say(PAGE, "summary"), id="summary-h"), lead]
    if whole.total:
        parts += [
            element("dl", *numbers, class_="numbers"),
            element("h3", words.say(PAGE, "standing")),
            status_picture(words),
        ]
        parts.append(element("div", _named(words, "lagging"), _named(words, f"good{ending}"), class_="pair"))
    return element("section", *parts, id="summary", aria_labelledby="summary-h")


def _named(words: Words, code: str) -> Html:
    """Name the first of those that are behind or missed, worst first, or that are on track or better."""
    items = words.report.lagging if code == "lagging" else words.report.with_outcome(*GOOD)
    if not items:
        return NOTHING
    numbers = {id(item): number for number, item in enumerate(words.report.items, 1)}
    shown: list[tuple[int, Item]] = [(numbers[id(item)], item) for item in items[:_NAMED]]
    more = element("li", words.say(PAGE, "more", count=len(items))) if len(items) > _NAMED else NOTHING
    return element(
        "div", element("h3", words.say(PAGE, code)), element("ul", links(words, shown), more, class_="named")
    )
