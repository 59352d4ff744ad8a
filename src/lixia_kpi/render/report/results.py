"""The table of main indicators, and the counts by chapter, group and department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.report_text import COLUMNS, RESULTS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.document.model import Cell, Column, Item, Listing, Paragraph, Row, Table
from lixia_kpi.render.report.footnotes import ReportFootnotes

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report import Item as Target
    from lixia_kpi.tables.report.model import Tally

_COUNTS = ("targets", "observed", "judged", "good", "bad")


def results(words: Words, *, everything: bool) -> list[Block]:
    """Lay out the targets by chapter; those without an observation only where everything is wanted."""
    notes = ReportFootnotes(words.report.plan, lang=words.lang)
    rows: list[Row] = []
    column, tallies = words.parts()
    for tally in tallies:
        items = [item for item in tally.items if everything or item.observed]
        if items:
            rows.append(Row((Cell(_group(words, column, tally)),), "group"))
            rows += [_row(words, item, notes) for item in items]
    if not rows:
        return [Paragraph(words.say(RESULTS, "empty"))]
    blocks: list[Block] = [Table(_columns(words), tuple(rows))]
    marks = {"total": words.symbols.total, "missing": words.symbols.missing}
    blocks.append(Paragraph(words.say(RESULTS, "legend", **marks), "note"))
    if texts := notes.texts():
        blocks.append(Listing(tuple(Item(f"[{number}] {text}") for number, text in enumerate(texts, 1))))
    unlisted = words.report.whole.total - words.report.whole.observed
    if unlisted and not everything:
        blocks.append(Paragraph(words.counted(RESULTS, "unlisted", unlisted), "note"))
    return blocks


def breakdown(words: Words) -> list[Block]:
    """Count the targets by chapter, by group and by department, where there is more than one."""
    report = words.report
    tallies = (("chapter", report.by_chapter), ("group", report.by_group), ("owner", report.by_owner))
    return [_tallies(words, column, found) for column, found in tallies if len(found) > 1]


def _group(words: Words, column: str, tally: Tally) -> str:
    return words.say(RESULTS, "group", name=words.place(column, tally.key), total=tally.total, observed=tally.observed)


def _columns(words: Words) -> tuple[Column, ...]:
    ids = ("name", "unit", "baseline", "latest", "latest_year", "target", "done", "judgement")
    return tuple(
        Column(
            words.say(COLUMNS, column),
            right=column in ("baseline", "latest", "latest_year", "target", "done"),
            elastic=column in ("name", "unit"),
        )
        for column in ids
    )


def _row(words: Words, item: Target, notes: ReportFootnotes) -> Row:
    mark = notes.mark(item.row)
    unit = unit_name(str(item["unit"]), words.lang)
    figures = [words.cells.cell(item.row, column) for column in ("baseline", "latest", "latest_year", "target")]
    return Row((
        Cell(words.name(item) + (f" {mark}" if mark else "")),
        Cell(unit),
        *(Cell("".join(cell.lines), cell.tone) for cell in figures),
        _done(words, item),
        Cell(words.status(item), item.status),
    ))  # fmt: skip


def _done(words: Words, item: Target) -> Cell:
    """Completion beside the time elapsed to the same year."""
    if item["completion"] is None and item["elapsed"] is None:
        return Cell(words.symbols.missing, "secondary")
    shown = (words.figure(item, column) or words.symbols.missing for column in ("completion", "elapsed"))
    return Cell("/".join(shown))


def _tallies(words: Words, column: str, tallies: tuple[Tally, ...]) -> Table:
    headings = [Column(words.say(COLUMNS, column), elastic=True)]
    ending = "_final" if words.report.kind == "final" else ""
    codes = [count + ending if count + ending in COLUMNS else count for count in _COUNTS]
    headings += [Column(words.say(COLUMNS, code), right=True) for code in codes]
    rows = []
    for tally in tallies:
        numbers = (tally.total, tally.observed, tally.judged, tally.good, tally.judged - tally.good)
        rows.append(Row((Cell(words.place(column, tally.key)), *(Cell(str(number)) for number in numbers))))
    return Table(tuple(headings), tuple(rows))
