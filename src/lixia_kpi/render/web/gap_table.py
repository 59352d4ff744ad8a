"""The gap table of the page: every target a row; the script adds sorting and the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.headings import HEADINGS
from lixia_kpi.messages.page_text import CONTROLS, PAGE
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import FOOT, SPANS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.document.html import scrolling
from lixia_kpi.render.markup import Html, element
from lixia_kpi.render.report.footnotes import ReportFootnotes

if TYPE_CHECKING:
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.page import PageReport
    from lixia_kpi.tables.report import Item
    from lixia_kpi.tables.table import Value

_SPANS = {
    "rates": ("required_rate", "actual_rate", "needed_rate"),
    "progress": ("completion", "elapsed", "pace"),
    "outlook": ("projected", "interval", "probability", "gap"),
}
COLUMNS = (
    "name", "status", "group", "unit", "baseline", "latest", "latest_year", "target", "target_year",
    *(column for span in _SPANS.values() for column in span),
)  # fmt: skip
_TEXTS = ("name", "status", "group", "unit")
_ORDER = {status: position for position, status in enumerate(STATUSES)}


def gap_section(words: Words, report: PageReport, *, everything: bool) -> Html:
    """Write the section: controls, table, legend, footnotes.

    Parameters
    ----------
    words
        of the evaluation.
    report
        the targets, in the order of the rows.
    everything
        show the targets without an observation from the start; else the script hides them until they are asked for.
    """
    notes = ReportFootnotes(words.report.plan, lang=words.lang)
    title = words.say(PAGE, "gap")
    rows = [_row(words, target.item, number, notes) for number, target in enumerate(report.targets, 1)]
    caption = element("caption", title, class_="sr")
    table = element("table", caption, _head(words), element("tbody", *rows), id="gap-table")
    texts = [element("li", text) for text in notes.texts()]
    return element(
        "section",
        element("h2", title, id="gap-h"),
        _controls(words, everything=everything),
        scrolling(table, label=title),
        element("p", words.say(FOOT, "units", **_marks(words)), class_="note"),
        element("ol", *texts, class_="footnotes") if texts else "",
        id="gap", aria_labelledby="gap-h",
    )  # fmt: skip


def _marks(words: Words) -> dict[str, str | int | float]:
    return {"total": words.symbols.total, "missing": words.symbols.missing, "base": words.report.plan.baseline_year}


def _controls(words: Words, *, everything: bool) -> Html:
    """The filter; it is hidden until the script shows it, for it does nothing without."""
    found = [item.status for item in words.report.items]
    boxes = []
    for status in STATUSES:
        if status in found:
            shown = everything or status != "no_data" or set(found) == {"no_data"}
            box = element("input", type="checkbox", value=status, checked=shown)
            name = f"{words.symbols.marks[status]} {words.say(STATUSES, status)}"
            count = element("span", str(found.count(status)), class_="dim")
            boxes.append(element("label", box, " ", element("span", name, class_=f"st-{status}"), " ", count))
    hint = words.say(CONTROLS, "hint")
    field = element("input", type="search", placeholder=hint, autocomplete="off", spellcheck="false")
    find = element("label", element("span", words.say(CONTROLS, "text")), " ", field, class_="find")
    statuses = element("fieldset", element("legend", words.say(CONTROLS, "statuses")), *boxes)
    output = element(
        "p", "", id="gap-count", role="status", aria_live="polite",
        data_shown=CONTROLS["shown"][words.english], data_nothing=CONTROLS["nothing"][words.english],
    )  # fmt: skip
    label = words.say(CONTROLS, "form")
    return element(
        "form", find, statuses, output, element("p", words.say(CONTROLS, "sort"), class_="dim"),
        id="gap-filter", class_="controls", role="search", aria_label=label, hidden=True,
    )  # fmt: skip


def _head(words: Words) -> Html:
    """Two rows of headings: what belongs together above, each column below."""
    spanned = {column for columns in _SPANS.values() for column in columns}
    above = [_heading(words, column, rowspan=2) for column in COLUMNS if column not in spanned]
    above += [
        element("th", words.say(SPANS, span), scope="colgroup", colspan=len(columns), class_="span")
        for span, columns in _SPANS.items()
    ]
    below = [_heading(words, column) for columns in _SPANS.values() for column in columns]
    return element("thead", element("tr", *above), element("tr", *below))


def _heading(words: Words, column: str, *, rowspan: int | None = None) -> Html:
    if column == "interval":
        name = f"{words.report.interval}%{'' if words.lang == 'zh' else ' '}{words.say(HEADINGS, 'interval').lower()}"
    else:
        name = words.say(HEADINGS, column)
    return element(
        "th", name, scope="col", rowspan=rowspan, class_=None if column in _TEXTS else "n",
        data_column=COLUMNS.index(column),
    )  # fmt: skip


def _row(words: Words, item: Item, number: int, notes: ReportFootnotes) -> Html:
    mark = notes.mark(item.row)
    name = element("a", words.name(item), href=f"#t{number}")
    cells = [element("th", name, element("sup", mark) if mark else "", scope="row")]
    cells += [_cell(words, item, column) for column in COLUMNS[1:]]
    words_of_row = " ".join(str(item[c] or "") for c in ("id", "owner", "name_en" if words.lang == "zh" else "name_zh"))
    return element("tr", *cells, data_status=item.status, data_find=words_of_row)


def _cell(words: Words, item: Item, column: str) -> Html:
    if column == "unit":
        return element("td", unit_name(str(item["unit"]), words.lang), class_="nowrap")
    if column == "group":
        return element("td", words.place("group", item["group"]), class_="nowrap")
    cell = words.cells.cell(item.row, column)
    shown = "".join(cell.lines)
    if column == "status":
        return element("td", shown, class_=f"st-{item.status} nowrap", data_v=_ORDER[item.status])
    key = _sorted_by(item, column)
    missing = cell is words.cells.missing
    sort_key = repr(key) if isinstance(key, int | float) and not missing else None
    return element("td", shown, class_="n dim" if missing else "n", data_v=sort_key)


def _sorted_by(item: Item, column: str) -> Value:
    """The value that a column is sorted by: what the cell shows, of an interval its lower end."""
    if column == "latest" and item.row.done is not None:
        return item.row.done
    return item["projected_low" if column == "interval" else column]
