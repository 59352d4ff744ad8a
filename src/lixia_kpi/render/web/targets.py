"""Target by target: chart, a few sentences, and on demand the years, the evidence and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.page_text import CHART, PAGE, TARGET
from lixia_kpi.messages.path_text import LEGEND
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.markup import NOTHING, Html, element, join
from lixia_kpi.render.report.lagging import what_it_takes
from lixia_kpi.render.report.words import lagging_phrase
from lixia_kpi.render.web.chart import chart_svg
from lixia_kpi.render.web.evidence import evidence
from lixia_kpi.render.web.years import described, path_unit, years_table

if TYPE_CHECKING:
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.page import PageReport, PageTarget
    from lixia_kpi.tables.report import Item


def targets_section(words: Words, report: PageReport) -> Html:
    """Write the section: what has an observation as cards, everything else below, folded."""
    numbered = list(enumerate(report.targets, 1))
    seen = [(number, target) for number, target in numbered if target.item["status"] != "no_data"]
    unseen = [(number, target) for number, target in numbered if target.item["status"] == "no_data"]
    parts = [element("h2", words.say(PAGE, "targets"), id="targets-h"), _legend(words)]
    if seen:
        parts.append(element("div", *(_card(words, number, target) for number, target in seen), class_="cards"))
    if unseen:
        parts.append(element("h3", words.say(TARGET, "no_data_group", count=len(unseen))))
        parts.append(element("div", *(_folded(words, number, target) for number, target in unseen), class_="folded"))
    return element("section", *parts, id="targets", aria_labelledby="targets-h")


def _legend(words: Words) -> Html:
    """What the marks of all charts mean."""
    shapes = {
        "actual": (_stroke("act"), element("circle", cx=14, cy=7, r=3.5, class_="dot")),
        "required": (_stroke("req"),),
        "projected": (_stroke("proj"),),
        "interval": (element("rect", x=1, y=1, width=26, height=12, class_="fan"),),
        "target": (element("path", d="M14 1l6 6-6 6-6-6z", class_="goal"),),
    }  # fmt: skip
    entries = []
    for code, shape in shapes.items():
        name = words.say(LEGEND, code, interval=words.report.interval) if code in LEGEND else words.say(CHART, code)
        picture = element("svg", *shape, viewBox="0 0 28 14", width=28, height=14, aria_hidden="true")
        entries.append(element("li", picture, " ", name))
    return element("ul", *entries, class_="legend", aria_label=words.say(CHART, "legend"))


def _stroke(kind: str) -> Html:
    return element("line", x1=1, x2=27, y1=7, y2=7, class_=kind)


def _card(words: Words, number: int, target: PageTarget) -> Html:
    item, name = target.item, words.name(target.item)
    title = f"t{number}-h"
    unit = element("span", " ", unit_name(str(item["unit"]), words.lang), class_="unit")
    head = element("div", element("h3", name, unit, id=title), _badge(words, item), class_="cardhead")
    of_what = element("span", f" ({name})" if words.english else f"（{name}）", class_="sr")
    more = element(
        "details", element("summary", words.say(TARGET, "details"), of_what),
        years_table(words, target.path, name), evidence(words, target), class_="more",
    )  # fmt: skip
    return element(
        "article", head, _chart(words, target, name), element("p", standing(words, item)), more,
        id=f"t{number}", class_=f"card edge-{item.status}", aria_labelledby=title, tabindex="-1",
    )  # fmt: skip


def _folded(words: Words, number: int, target: PageTarget) -> Html:
    """A target without an observation: its name and what is promised, everything else behind it."""
    item, name = target.item, words.name(target.item)
    promised = element("span", " ", words.due_target(item), class_="promised")
    content = [_chart(words, target, name), element("p", standing(words, item))]
    if any(row.get("required") is not None for row in target.path.rows):
        content.append(years_table(words, target.path, name))
    content.append(evidence(words, target))
    return element(
        "details", element("summary", element("span", name, class_="name"), promised),
        element("div", *content, id=f"t{number}", tabindex="-1"),
    )  # fmt: skip


def _badge(words: Words, item: Item) -> Html:
    return element("p", words.status(item), class_=f"badge st-{item.status}")


def _chart(words: Words, target: PageTarget, name: str) -> Html:
    due = target.item["target_year"]
    drawing = chart_svg(
        target.path.rows, due=due if isinstance(due, int) else 0, label=described(words, target.path, name)
    )
    if not drawing:
        return NOTHING
    unit = path_unit(words, target.path)
    if unit == unit_name(str(target.item["unit"]), words.lang):
        return element("figure", drawing)
    return element("figure", element("figcaption", words.say(CHART, "unit", unit=unit)), drawing)


def standing(words: Words, item: Item) -> str:
    """Say where a target stands; where it is not met, what it takes, too."""
    if item["status"] == "no_data":
        parts = [words.say(TARGET, "no_actual", target=words.due_target(item))]
        if rate := words.figure(item, "required_rate"):
            parts.append(words.say(TARGET, "required", rate=rate))
        return words.sentences(parts)
    if item["status"] != "met":
        return what_it_takes(words, item)
    figure = words.figure
    completion, elapsed = figure(item, "completion"), figure(item, "elapsed")
    latest, year = figure(item, "latest"), str(item["latest_year"])
    return words.sentences((
        lagging_phrase(words, "position", year=year, latest=latest, target=words.due_target(item)),
        lagging_phrase(words, "completion", completion=completion, elapsed=elapsed),
        lagging_phrase(words, "rates", actual=figure(item, "actual_rate"), required=figure(item, "required_rate")),
    ))  # fmt: skip


def links(words: Words, numbered: list[tuple[int, Item]]) -> Html:
    """Name targets with their status, each a link to its place on the page."""
    return join(
        element(
            "li", element("a", words.name(item), href=f"#t{number}"), " ",
            element("span", words.status(item), class_=f"st-{item.status} nowrap"),
        )
        for number, item in numbered
    )  # fmt: skip
