"""From the summary of a panel to the bytes of a web page with its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.page_text import PAGE as PAGE_WORDS
from lixia_kpi.messages.panel_text import MAP, PAGE
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.heat_map.controls import controls
from lixia_kpi.render.heat_map.data import map_data
from lixia_kpi.render.heat_map.tables import counts_section
from lixia_kpi.render.markup import NOTHING, Html, element
from lixia_kpi.render.panel_cells import share_text, shown_names
from lixia_kpi.render.panel_summary import SHOWN, answer, cuts_texts, facts, title
from lixia_kpi.render.symbols import UNICODE
from lixia_kpi.render.web.assets import STYLE, asset
from lixia_kpi.render.web.frame import page_bytes
from lixia_kpi.render.web.status_bar import bar, legend
from lixia_kpi.version import __version__

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.panel_summary import PanelReport, Part

_OPENED = 50
"""Tables of so many rows or fewer are open from the start."""


def render_heat_map(report: PanelReport, *, lang: Lang) -> bytes:
    """Write a panel as a web page in one file; the same report and language always give the same bytes.

    Parameters
    ----------
    report
        a summary that has a map.
    lang
        `zh` or `en`.

    Returns
    -------
    bytes
        An HTML page in UTF-8.

    Raises
    ------
    ValueError
        The summary was made without a map.
    """
    parts = [_summary(report, lang)]
    if report.summary.regions.names:
        parts.append(_map(report, lang))
        for part in ("regions", "indicators"):
            opened = len(report.standing(part).names) <= _OPENED
            parts.append(counts_section(report, part, lang=lang, opened=opened))
    return page_bytes(
        parts,
        title=title(report, lang=lang, marks=UNICODE),
        header=_header(report, lang),
        contents=_contents(report, lang),
        footer=_footer(report, lang),
        style=Html(asset(STYLE) + asset("heat_map.css", package=__package__)),
        script=asset("heat_map.js", package=__package__),
        lang=lang,
        data=element("script", map_data(report, lang=lang), type="application/json", id="map-data"),
    )


def _header(report: PanelReport, lang: Lang) -> Html:
    heading = element("h1", title(report, lang=lang, marks=UNICODE))
    return element("header", element("div", heading, element("p", facts(report, lang=lang)), class_="inner"))


def _contents(report: PanelReport, lang: Lang) -> Html:
    parts = [("summary", say(PAGE_WORDS, "summary", lang))]
    if report.summary.regions.names:
        parts += [(part, say(MAP, part, lang)) for part in ("map", "regions", "indicators")]
    entries = (element("li", element("a", name, href=f"#{place}")) for place, name in parts)
    return element("nav", element("ul", *entries), aria_label=say(PAGE_WORDS, "contents", lang))


def _summary(report: PanelReport, lang: Lang) -> Html:
    """Say which share is on track, draw the statuses, name who is most behind."""
    found = _found(report)
    parts = [element("h2", say(PAGE_WORDS, "summary", lang), id="summary-h")]
    if not found:
        return element(
            "section", *parts, element("p", say(PAGE, "empty", lang)), id="summary", aria_labelledby="summary-h"
        )
    caption = say(PAGE_WORDS, "all", lang, count=sum(found.values()))
    parts += [
        element("p", answer(report, lang=lang), class_="lead"),
        element(
            "figure", bar(found, caption, lang=lang, marks=UNICODE.marks),
            legend(found, lang=lang, marks=UNICODE.marks), class_="statuses",
        ),
        element("div", _worst(report, "regions", lang), _worst(report, "indicators", lang), class_="pair"),
    ]  # fmt: skip
    return element("section", *parts, id="summary", aria_labelledby="summary-h")


def _found(report: PanelReport) -> dict[str, int]:
    """How many targets have each status, those that occur, best first."""
    counts = zip(STATUSES, report.summary.statuses.tolist(), strict=True)
    return {status: count for status, count in counts if count}


def _worst(report: PanelReport, part: Part, lang: Lang) -> Html:
    """Name those that are most behind, with their shares."""
    standing = report.standing(part)
    places = standing.worst[:SHOWN]
    if not len(places):
        return NOTHING
    shares = [share_text(share, UNICODE.missing) for share in standing.share[places].tolist()]
    entries = (
        element("li", element("span", name), element("span", share, class_="n"))
        for name, share in zip(shown_names(report, part, places, lang), shares, strict=True)
    )
    heading = say(PAGE, "behind" if part == "regions" else "indicators_behind", lang)
    return element("div", element("h3", heading), element("ul", *entries, class_="named"))


def _map(report: PanelReport, lang: Lang) -> Html:
    """Make the place that the script draws the map in; without a script the page says where the counts are."""
    label = say(MAP, "map_label", lang)
    canvas = element("canvas", "", aria_hidden="true")
    view = element(
        "div", element("div", canvas, id="map-size"), id="map-view", tabindex="0", role="application", aria_label=label,
        aria_describedby="map-detail",
    )  # fmt: skip
    detail = element("p", "", id="map-detail", role="status", aria_live="polite")
    tip = element("div", "", id="map-tip", aria_hidden="true", hidden=True)
    return element(
        "section",
        element("h2", say(MAP, "map", lang), id="map-h"),
        element("p", say(MAP, "without_script", lang), id="map-none"),
        controls(report, lang=lang),
        legend(_found(report), lang=lang, marks=UNICODE.marks),
        element("div", view, tip, detail, id="map-box", hidden=True),
        element("p", say(MAP, "explained", lang), class_="note"),
        *(element("p", cuts, class_="note") for cuts in cuts_texts(report, lang=lang, marks=UNICODE)),
        element("p", say(MAP, "printing", lang), class_="note"),
        id="map", aria_labelledby="map-h",
    )  # fmt: skip


def _footer(report: PanelReport, lang: Lang) -> Html:
    made = say(MAP, "made", lang, rule=report.rule, method=report.method, version=__version__)
    lines = (element("p", line) for line in (made, say(MAP, "self_contained", lang)))
    return element("footer", element("div", *lines, class_="inner"))
