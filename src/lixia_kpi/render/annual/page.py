"""The yearly targets as one text: a row a target and a column a year, or what each year brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.annual_text import FOOT, NO_OWNER, TITLES, YEAR_STATUSES
from lixia_kpi.messages.headings import HEADINGS
from lixia_kpi.render.annual.cells import AnnualCells
from lixia_kpi.render.gap.foot import footnote_lines
from lixia_kpi.render.rows.body import frame, heading, heading_lines, lay_out_rows, row_lines
from lixia_kpi.render.rows.footnotes import Footnotes
from lixia_kpi.render.rows.layout import NARROWEST, Layout
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import Symbols, symbols
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.annual import AnnualReport
    from lixia_kpi.tables.gap import GapRow

_CELLS_OF_A_YEAR = 9
_CELLS_OF_THE_REST = {"narrow": 22, "middle": 62, "wide": 72}
_ROOM_FOR_A_DIFFERENCE = 50
_WIDEST_TEXT = 120
_NOTES_OF_THE_PLAN = ("doubtful", "undated")


class Setting(NamedTuple):
    """How the page is written: language, marks, style, columns of the terminal (None: as many as it takes)."""

    lang: Lang
    symbols: Symbols
    style: Style
    room: int | None
    grouped: bool

    @property
    def size(self) -> str:
        """Which of the three layouts fits."""
        if self.room is None or self.room >= 140:
            return "wide"
        return "middle" if self.room >= 100 else "narrow"


def render_annual(
    report: AnnualReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool, grouped: bool = True
) -> str:
    """Write the yearly targets for a person.

    Parameters
    ----------
    report
        the yearly targets.
    lang, width, color, ascii_only
        as for the gap table.
    grouped
        put targets under the department that answers for them, where any is named, else under their group.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`; years that do not fit beside each other follow
    below.
    """
    room = None if width is None else max(width, NARROWEST)
    setting = Setting(lang, symbols(ascii_only=ascii_only), Style(color=color), room, grouped)
    name = report.plan.name.en if lang == "en" else report.plan.name.zh
    title = TITLES[report.start][lang == "en"].format(plan=name, bullet=f" {setting.symbols.bullet} ")
    lines = [setting.style.bold(line) for line in wrap(title, room or _WIDEST_TEXT)]
    if report.against:
        rows = [_as_shown(row) for row in report.rows if _to_be_judged(report, row)]
        lines += _against(report, rows, setting) if rows else ["", FOOT["empty"][lang == "en"]]
    elif report.rows:
        lines += _by_year(report, setting)
    else:
        lines += ["", FOOT["empty"][lang == "en"]]
    return "\n".join(lines) + "\n"


def _by_year(report: AnnualReport, setting: Setting) -> list[str]:
    """One row a target, a column a year."""
    english = setting.lang == "en"
    targets = report.targets()
    spread = sum(sum(row.values["planned"] is not None for row in rows) > 1 for rows in targets)
    rows = [_one_row(years) for years in targets]
    footnotes = Footnotes(report.plan, lang=setting.lang)
    lines: list[str] = []
    for years in _blocks(report.years, setting):
        lines += ["", *_table(report, rows, _layout(report, years, setting), footnotes, setting)]
    count = FOOT["all_spread" if spread == len(targets) else "targets"][english].format(
        count=len(targets), spread=spread
    )
    return [*lines, *wrap(count, _text_width(setting)), *_foot(footnotes, "legend", setting)]


def _against(report: AnnualReport, rows: list[GapRow], setting: Setting) -> list[str]:
    """One row a target and year, with what the year brought."""
    columns = ["name", *(["year"] if len({row.values["year"] for row in rows}) > 1 else [])]
    if setting.size != "narrow":
        columns.insert(1, "unit")
    columns += ["planned", "actual"]
    if setting.room is None or setting.room >= _ROOM_FOR_A_DIFFERENCE:
        columns.append("difference")
    if setting.size == "wide" and any(row.values["cumulative"] is not None for row in rows):
        columns += ["cumulative", "actual_cumulative"]
    layout = Layout((*columns, "status"), unit_in_name=setting.size == "narrow", indent=1 + (setting.size != "narrow"))
    footnotes = Footnotes(report.plan, lang=setting.lang)
    table = _table(report, rows, layout, footnotes, setting)
    return ["", *table, *_results(rows, setting), *_foot(footnotes, "legend_against", setting)]


def _to_be_judged(report: AnnualReport, row: GapRow) -> bool:
    """Whether a year has a target and, where several years are shown, is not past what is observed."""
    year = row.values["year"]
    several = len(report.years) > 1
    return row.values["planned"] is not None and not (several and isinstance(year, int) and year > (report.as_of or 0))


def _as_shown(row: GapRow) -> GapRow:
    """Keep what the plan and the year say; notes on the outlook belong to the gap table."""
    notes, reasons = row.values["notes"], row.values["reason"]
    kept = tuple(n for n in notes if n in _NOTES_OF_THE_PLAN) if isinstance(notes, tuple) else ()
    said = tuple(r for r in reasons if r != "no_actual") if isinstance(reasons, tuple) else ()
    return row._replace(values={**row.values, "notes": kept, "reason": said})


def _one_row(years: list[GapRow]) -> GapRow:
    """Put the years of one target beside each other."""
    row = _as_shown(years[0])
    said = [_as_shown(year).values["reason"] for year in years]
    reasons = [code for codes in said if isinstance(codes, tuple) for code in codes]
    planned = {str(year.values["year"]): year.values["planned"] for year in years}
    return row._replace(values={**row.values, **planned, "reason": tuple(dict.fromkeys(reasons))})


def _blocks(years: tuple[int, ...], setting: Setting) -> list[tuple[int, ...]]:
    """Split the years into as many as stand beside each other."""
    most = len(years)
    if setting.room is not None:
        most = max((setting.room - _CELLS_OF_THE_REST[setting.size]) // _CELLS_OF_A_YEAR, 1)
    return [years[first : first + most] for first in range(0, len(years), most)]


def _layout(report: AnnualReport, years: tuple[int, ...], setting: Setting) -> Layout:
    columns = tuple(map(str, years))
    if setting.size == "narrow":
        return Layout(("name", *columns), unit_in_name=True, indent=1)
    start = ("baseline",) if report.start == "baseline" else ("latest", "latest_year")
    return Layout(("name", "unit", *start, *columns, "target", "target_year"), unit_in_name=False, indent=2)


def _table(
    report: AnnualReport, rows: list[GapRow], layout: Layout, footnotes: Footnotes, setting: Setting
) -> list[str]:
    """Headings, rules and rows."""
    lang, style = setting.lang, setting.style
    cells = AnnualCells(report.plan, (0, 0), lang=lang, symbols=setting.symbols)
    lines = lay_out_rows(_groups(report, rows, setting), layout, cells, footnotes, baseline_as_latest=False)
    headings = {c: c if c.isdigit() else heading(c, lang) for c in layout.columns}
    headings |= {"status": HEADINGS["year_status"][lang == "en"]}
    shape = frame(lines, layout, headings, setting.room)
    rule = style.secondary(setting.symbols.rule * shape.total)
    above, named = heading_lines(shape, headings, setting.symbols.rule, lang)
    written = [*([style.secondary(above)] if above else []), style.bold(named), rule]
    for line in lines:
        written += row_lines(line, shape, layout, style)
    return [*written, rule]


def _groups(report: AnnualReport, rows: list[GapRow], setting: Setting) -> list[tuple[str, list[GapRow]]]:
    if not setting.grouped:
        return [("", rows)]
    found: dict[str, list[GapRow]] = {}
    for row in rows:
        owner = str(row.values["owner"] or NO_OWNER[setting.lang == "en"])
        found.setdefault(owner if report.by_owner else str(row.values["group"]), []).append(row)
    return list(found.items())


def _results(rows: list[GapRow], setting: Setting) -> list[str]:
    """How many yearly targets were met, not met and cannot be judged."""
    english = setting.lang == "en"
    counts = [(code, sum(row.values["year_status"] == code for row in rows)) for code in YEAR_STATUSES]
    said = (", " if english else "，").join(
        f"{YEAR_STATUSES[code][english]} {count}" for code, count in counts if count
    )
    return wrap(FOOT["results"][english].format(count=len(rows)) + said, _text_width(setting))


def _foot(footnotes: Footnotes, legend: str, setting: Setting) -> list[str]:
    wide = _text_width(setting)
    text = FOOT[legend][setting.lang == "en"].format(missing=setting.symbols.missing)
    lines = [*footnote_lines(footnotes.texts(), width=wide), *wrap(text, wide, indent=2)]
    return [setting.style.secondary(line) for line in lines]


def _text_width(setting: Setting) -> int:
    return min(setting.room or _WIDEST_TEXT, _WIDEST_TEXT)
