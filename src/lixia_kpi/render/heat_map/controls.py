"""The filter and the orders of the map; they are hidden until the script shows them, for they do nothing without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.panel_text import CONTROLS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.markup import Html, element
from lixia_kpi.render.panel_cells import shown_names
from lixia_kpi.render.symbols import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.panel_summary import PanelReport


def controls(report: PanelReport, *, lang: Lang) -> Html:
    """Write the form: find regions, sort regions and indicators, show one status alone.

    Parameters
    ----------
    report : the summary.
    lang : of the words.
    """
    hint = say(CONTROLS, "hint", lang)
    field = element("input", type="search", id="map-find", placeholder=hint, autocomplete="off", spellcheck="false")
    find = element("label", element("span", say(CONTROLS, "find", lang)), " ", field, class_="find")
    names = shown_names(report, "indicators", np.arange(len(report.summary.indicators.names)), lang)
    by_indicator = element(
        "optgroup", *_options((str(place), name) for place, name in enumerate(names)),
        label=say(CONTROLS, "by_indicator", lang),
    )  # fmt: skip
    orders = [*_options((code, say(CONTROLS, code, lang)) for code in ("worst", "best", "name")), by_indicator]
    column_orders = _options((code, say(CONTROLS, code, lang)) for code in ("plan_order", "worst", "best", "name"))
    found = report.summary.statuses.tolist()
    statuses = [
        (str(place), f"{UNICODE.marks[status]} {say(STATUSES, status, lang)}")
        for place, status in enumerate(STATUSES)
        if found[place]
    ]
    return element(
        "form", find,
        _choice("map-sort", say(CONTROLS, "sort", lang), orders),
        _choice("map-columns", say(CONTROLS, "columns", lang), column_orders),
        _choice("map-only", say(CONTROLS, "only", lang), _options([("", say(CONTROLS, "every", lang)), *statuses])),
        element("p", "", id="map-count", role="status", aria_live="polite"),
        id="map-controls", class_="controls", role="search", aria_label=say(CONTROLS, "form", lang), hidden=True,
    )  # fmt: skip


def _options(choices: Iterable[tuple[str, str]]) -> list[Html]:
    return [element("option", name, value=value) for value, name in choices]


def _choice(place: str, name: str, options: list[Html]) -> Html:
    return element("label", element("span", name), " ", element("select", *options, id=place))
