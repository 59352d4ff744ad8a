"""The counts behind the map as two tables, by region and by indicator: they are there without a script, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import ORDERED_STATUSES
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.panel_text import COLUMNS, MAP
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.document.html import scrolling
from lixia_kpi.render.markup import Html, element, text
from lixia_kpi.render.panel_cells import chance_text, rank_texts, share_text, shown_names
from lixia_kpi.render.symbols import UNICODE

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.panel_summary import PanelReport, Part

_FIGURES = ("share_good", "judged", "mean_probability", *ORDERED_STATUSES, "not_judged")


def counts_section(report: PanelReport, part: Part, *, lang: Lang, opened: bool) -> Html:
    """Write the section of the regions, the highest share first, or of the indicators, in their order.

    Parameters
    ----------
    report : the summary.
    part : `regions` or `indicators`.
    lang : of the words.
    opened : whether the table is open from the start.
    """
    heading = say(MAP, part, lang)
    title = say(MAP, f"{part}_table", lang, count=len(report.standing(part).names))
    caption = element("caption", heading, class_="sr")
    table = element("table", caption, _head(part, lang), _body(report, part, lang), class_="counts")
    shown = element("details", element("summary", title), scrolling(table, label=title), open=opened)
    place = f"{part}-h"
    return element("section", element("h2", heading, id=place), shown, id=part, aria_labelledby=place)


def _head(part: Part, lang: Lang) -> Html:
    named = ("rank", "region") if part == "regions" else ("indicator",)
    headings = [say(COLUMNS, column, lang) for column in named]
    for column in _FIGURES:
        status = column in STATUSES
        headings.append(
            f"{UNICODE.marks[column]} {say(STATUSES, column, lang)}" if status else say(COLUMNS, column, lang)
        )
    return element("thead", element("tr", *(element("th", heading, scope="col") for heading in headings)))


def _body(report: PanelReport, part: Part, lang: Lang) -> Html:
    """Write the rows with as few characters as they take: there may be thousands."""
    standing = report.standing(part)
    places = standing.league if part == "regions" else np.arange(len(standing.names))
    missing = UNICODE.missing
    ranks = rank_texts(standing, places) if part == "regions" else [""] * len(places)
    judged = standing.judged[places]
    columns = [
        [share_text(share, missing) for share in standing.share[places].tolist()],
        judged.tolist(),
        [chance_text(mean, missing) for mean in standing.chance[places].tolist()],
        *standing.statuses[places, : len(ORDERED_STATUSES)].T.tolist(),
        (standing.targets[places] - judged).tolist(),
    ]
    rows = []
    for rank, name, *figures in zip(ranks, shown_names(report, part, places, lang), *columns, strict=True):
        start = f"<td>{rank}" if part == "regions" else ""
        rows.append(f'<tr>{start}<th scope="row">{text(name)}' + "".join(f"<td>{figure}" for figure in figures))
    return element("tbody", Html("\n".join(rows)))
