"""The summary of a panel in a terminal: how many targets stand where, who is most behind, who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.codes import ORDERED_STATUSES
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.panel_text import COLUMNS, FOOT, PAGE
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import FOOT as GAP_FOOT
from lixia_kpi.messages.table_text import HEAD
from lixia_kpi.render.gap.foot import count_lines
from lixia_kpi.render.panel_cells import chance_text, rank_texts, share_text, shown_names
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import left, right, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.growth.arrays import IntArray
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.panel.tally_summary import Standing
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.panel_summary import PanelReport, Part

SHOWN = 5
"""How many regions and indicators are named where not all are asked for."""

ALL_SHOWN = 2 * SHOWN
"""Up to so many regions the whole league is shown."""

_LEAST = 30
_WIDEST_TEXT = 120
_WIDE = 120
_SHORT_NAME = 16
_BEHIND = ORDERED_STATUSES[3:]
_NARROW_COLUMNS = ("share_good", "judged", "mean_probability", *_BEHIND)
_WIDE_COLUMNS = ("share_good", "judged", "mean_probability", *ORDERED_STATUSES, "not_judged")
_DROPPED = ("mean_probability", *_BEHIND, "judged")
"""What goes first where the name would have no room."""


class _Setting(NamedTuple):
    lang: Lang
    marks: Symbols
    style: Style
    room: int | None

    @property
    def wide(self) -> bool:
        return self.room is None or self.room >= _WIDE

    @property
    def text(self) -> int:
        return min(self.room or _WIDEST_TEXT, _WIDEST_TEXT)


def render_panel_summary(
    report: PanelReport, *, part: Part | None = None, lang: Lang, width: int | None, color: bool, ascii_only: bool
) -> str:
    """Write the summary of a panel for a person.

    Parameters
    ----------
    report
        the summary.
    part
        `regions` or `indicators` for all of these; None for those that are most behind and those that lead.
    lang, width, color, ascii_only
        as for the gap table.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`; names wrap, nothing is cut.
    """
    room = None if width is None else max(width, _LEAST)
    setting = _Setting(lang, symbols(ascii_only=ascii_only), Style(color=color), room)
    lines = _head(report, setting)
    if not report.summary.regions.names:
        return "\n".join([*lines, "", say(PAGE, "empty", lang)]) + "\n"
    lines += ["", *_counts(report, setting)]
    for heading, of, places in _sections(report, part):
        if len(places):
            heads = wrap(say(PAGE, heading, lang), setting.text)
            lines += ["", *map(setting.style.bold, heads), *_table(report, of, places, setting)]
    foot = _foot(report, setting, whole=part is not None)
    return "\n".join([*lines, "", *map(setting.style.secondary, foot)]) + "\n"


def _sections(report: PanelReport, part: Part | None) -> list[tuple[str, Part, IntArray]]:
    """Give heading, kind and places of what is listed."""
    regions, indicators = report.summary.regions, report.summary.indicators
    if part == "regions":
        return [("league", "regions", regions.league)]
    if part == "indicators":
        return [("indicators", "indicators", indicators.league)]
    behind: tuple[str, Part, IntArray] = ("indicators_behind", "indicators", indicators.worst[:SHOWN])
    if len(regions.names) <= ALL_SHOWN:
        return [("league", "regions", regions.league), behind]
    return [
        ("behind", "regions", regions.worst[:SHOWN]),
        behind,
        ("lead", "regions", regions.league[:SHOWN]),
    ]


def title(report: PanelReport, *, lang: Lang, marks: Symbols) -> str:
    """Name the panel: its plan where it has one, how many regions and indicators."""
    bullet = f" {marks.bullet} "
    named = say(PAGE, "panel", lang)
    if report.plan is not None:
        name = report.plan.name
        named = (name.en if lang == "en" else name.zh) + bullet + named
    regions = _counted("regions", len(report.summary.regions.names), lang)
    indicators = _counted("indicators_count", len(report.summary.indicators.names), lang)
    return say(PAGE, "title", lang, plan=named, bullet=bullet, regions=regions, indicators=indicators)


def _counted(code: str, count: int, lang: Lang) -> str:
    return say(PAGE, f"{code}_one" if count == 1 else code, lang, count=count)


def facts(report: PanelReport, *, lang: Lang) -> str:
    """Say what the panel is judged by."""
    year = report.as_of
    said = [
        say(HEAD, "no_actuals", lang) if year is None else say(HEAD, "as_of", lang, year=year),
        say(HEAD, "rule", lang, rule=report.rule),
        say(HEAD, "method", lang, method=report.method),
    ]
    return ("，" if lang == "zh" else ", ").join(said)


def answer(report: PanelReport, *, lang: Lang) -> str:
    """Say which share of what can be judged is on track."""
    judged, good = int(report.summary.regions.judged.sum()), int(report.summary.regions.good.sum())
    if not judged:
        return say(PAGE, "none_judged", lang)
    return say(PAGE, "good", lang, judged=judged, share=share_text(good / judged, ""))


def cuts_texts(report: PanelReport, *, lang: Lang, marks: Symbols) -> list[str]:
    """Say by which cuts the statuses were given; nothing where every region has its own."""
    if report.rule != "pace" or report.plan is None:
        return []
    words = {f"word_{status}": say(STATUSES, status, lang) for status in STATUSES}
    cuts = {name: f"{value:.2f}" for name, value in report.plan.cuts._asdict().items()}
    return [say(GAP_FOOT, "cuts", lang, at_least=marks.at_least, **cuts, **words)]


def _head(report: PanelReport, setting: _Setting) -> list[str]:
    """Put name and facts on one line where they fit."""
    named, said = title(report, lang=setting.lang, marks=setting.marks), facts(report, lang=setting.lang)
    bold, secondary = setting.style.bold, setting.style.secondary
    if setting.room is None or width(named) + 3 + width(said) <= setting.text:
        return [f"{bold(named)}   {secondary(said)}"]
    return [*map(bold, wrap(named, setting.text)), *map(secondary, wrap(said, setting.text))]


def _counts(report: PanelReport, setting: _Setting) -> list[str]:
    """Say which share of what can be judged is on track, and how many targets have each status."""
    counts = dict(zip(STATUSES, report.summary.statuses.tolist(), strict=True))
    shown = count_lines(counts, lang=setting.lang, symbols=setting.marks, style=setting.style, width=setting.text)
    return [*wrap(answer(report, lang=setting.lang), setting.text), *shown]


def _table(report: PanelReport, part: Part, places: IntArray, setting: _Setting) -> list[str]:
    """Set regions or indicators in columns, their names wrapped."""
    standing = report.standing(part)
    columns = _WIDE_COLUMNS if setting.wide else _NARROW_COLUMNS
    named = say(COLUMNS, "region" if part == "regions" else "indicator", setting.lang)
    names = [named, *shown_names(report, part, places, setting.lang)]
    headings = [_heading(column, setting) for column in columns]
    rows = [headings, *_figures(standing, places, columns, setting)]
    sizes = [max(width(row[i]) for row in rows) for i in range(len(columns))]
    ranks = (
        [say(COLUMNS, "rank", setting.lang), *rank_texts(standing, places)] if part == "regions" else [""] * len(names)
    )
    margin = max(map(width, ranks)) + 2 if part == "regions" else 0
    longest = max(map(width, names))
    kept = _fitting(columns, sizes, margin + min(longest, _SHORT_NAME), setting.room)
    taken = margin + sum(sizes[i] + 2 for i in kept)
    room = longest if setting.room is None else max(min(longest, setting.room - taken), 4)
    lines = []
    for rank, name, row in zip(ranks, names, rows, strict=True):
        begin, *more = wrap(name, room)
        start = right(rank, margin - 2) + "  " if margin else ""
        lines.append(start + left(begin, room) + "".join("  " + right(row[i], sizes[i]) for i in kept))
        lines += [" " * margin + text for text in more]
    return [setting.style.secondary(lines[0]), *lines[1:]]


def _fitting(columns: Sequence[str], sizes: Sequence[int], beside: int, room: int | None) -> list[int]:
    """Keep as many columns as there is room for; `beside` is what place and name take."""
    kept = list(range(len(columns)))
    for dropped in _DROPPED:
        if room is None or beside + sum(sizes[i] + 2 for i in kept) <= room:
            break
        kept = [i for i in kept if columns[i] != dropped]
    return kept


def _figures(standing: Standing, places: IntArray, columns: Sequence[str], setting: _Setting) -> Iterable[list[str]]:
    """Write the figures of each name."""
    missing = setting.marks.missing
    judged = standing.judged[places]
    texts: dict[str, list[str]] = {
        "share_good": [share_text(share, missing) for share in standing.share[places].tolist()],
        "judged": list(map(str, judged.tolist())),
        "mean_probability": [chance_text(mean, missing) for mean in standing.chance[places].tolist()],
        "not_judged": list(map(str, (standing.targets[places] - judged).tolist())),
    }
    for position, status in enumerate(ORDERED_STATUSES):
        texts[status] = list(map(str, standing.statuses[places, position].tolist()))
    return (list(row) for row in zip(*(texts[column] for column in columns), strict=True))


def _heading(column: str, setting: _Setting) -> str:
    """Head a column; a status by its mark alone where there is little room, the counts above say what it means."""
    if column not in STATUSES:
        return say(COLUMNS, column, setting.lang)
    mark = setting.marks.marks[column]
    return f"{mark} {say(STATUSES, column, setting.lang)}" if setting.wide else mark


def _foot(report: PanelReport, setting: _Setting, *, whole: bool) -> list[str]:
    """Say who has no place, what ties are, where the rest is, and the cuts."""
    lang, regions = setting.lang, report.summary.regions
    texts = []
    unjudged = int((regions.judged == 0).sum())
    if unjudged:
        texts.append(say(FOOT, "unjudged_regions", lang, count=unjudged))
    ranks = regions.rank[regions.rank > 0].tolist()
    if len(set(ranks)) < len(ranks):
        texts.append(say(FOOT, "tied", lang))
    if not whole:
        texts.append(say(FOOT, "all", lang))
    texts += cuts_texts(report, lang=lang, marks=setting.marks)
    return [line for text in texts for line in wrap(text, setting.text, indent=2)]
