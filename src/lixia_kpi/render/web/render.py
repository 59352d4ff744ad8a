"""From an evaluation to the bytes of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.page_text import PAGE
from lixia_kpi.render.document.html import blocks_html, section_html, sections
from lixia_kpi.render.markup import element, join
from lixia_kpi.render.report import report_document
from lixia_kpi.render.report.words import Words
from lixia_kpi.render.symbols import UNICODE
from lixia_kpi.render.web.assets import SCRIPT, STYLE, asset
from lixia_kpi.render.web.frame import page_bytes
from lixia_kpi.render.web.gap_table import gap_section
from lixia_kpi.render.web.summary import summary_section
from lixia_kpi.render.web.targets import targets_section
from lixia_kpi.version import __version__

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.document.html import Section
    from lixia_kpi.render.document.model import Document
    from lixia_kpi.render.markup import Html
    from lixia_kpi.tables.page import PageReport


def render_page(report: PageReport, *, lang: Lang, everything: bool = False) -> bytes:
    """Write an evaluation as a web page in one file; the same report and language always give the same bytes.

    Parameters
    ----------
    report
        the evaluation, its targets with their years and figures.
    lang
        `zh` or `en`.
    everything
        put the targets without an observation in the table of main indicators, too, and show them in the gap table
        from the start; they are on the page either way.

    Returns
    -------
    bytes
        An HTML page in UTF-8.
    """
    words = Words(report.report, lang=lang, symbols=UNICODE)
    document = report_document(report.report, lang=lang, everything=everything)
    first, *rest = sections(document)
    parts = [summary_section(words, blocks_html(first.blocks))]
    if report.targets:
        parts += [gap_section(words, report, everything=everything), targets_section(words, report)]
    parts += map(section_html, rest)
    return page_bytes(
        parts,
        title=document.title,
        header=_header(document),
        contents=_contents(words, rest, with_targets=bool(report.targets)),
        footer=_footer(words),
        style=asset(STYLE),
        script=asset(SCRIPT),
        lang=lang,
    )


def _header(document: Document) -> Html:
    facts = (element("p", fact) for fact in document.facts)
    return element("header", element("div", element("h1", document.title), *facts, class_="inner"))


def _contents(words: Words, found: list[Section], *, with_targets: bool) -> Html:
    parts = [("summary", words.say(PAGE, "summary"))]
    if with_targets:
        parts += [("gap", words.say(PAGE, "gap")), ("targets", words.say(PAGE, "targets"))]
    parts += [(section.id, section.heading) for section in found]
    entries = (element("li", element("a", name, href=f"#{place}")) for place, name in parts)
    return element("nav", element("ul", *entries), aria_label=words.say(PAGE, "contents"))


def _footer(words: Words) -> Html:
    report = words.report
    made = words.say(
        PAGE, "footer", plan=report.plan.id, rule=report.rule, method=report.method, interval=report.interval,
        version=__version__,
    )  # fmt: skip
    lines = (element("p", line) for line in (made, words.say(PAGE, "self_contained")))
    return element("footer", element("div", join(lines), class_="inner"))
