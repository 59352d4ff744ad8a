"""What an import would change: a page for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.import_text import COLUMN_HEADINGS, PAGE, SECTIONS, SEVERITY_WORDS, SHARED
from lixia_kpi.messages.periods import period_name
from lixia_kpi.messages.problems import problem_sentence
from lixia_kpi.messages.terms import PUBLICATION_STATUSES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.numbers import as_published, decimals_of, signed
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import left, right, width, wrap
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.intake.compare import Change
    from lixia_kpi.intake.entry import Entry, Finding
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.office.spot import Spot
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.intake import ImportReport

TABLES = {
    "revised": ("indicator", "moment", "old", "new", "revision", "standing", "cell"),
    "new": ("indicator", "moment", "new", "standing", "cell"),
    "unchanged": ("indicator", "moment", "new", "standing", "cell"),
}
_RIGHT = ("revision",)
_TONES = {"error": "off_track", "warning": "behind", "note": "pending"}
_SHARED = ("unit_from_plan", "year_from_title", "footnote_unexplained", "hidden_cell", "name_from_above")
"""Findings that many cells share: each is said once, with the cells."""
_WIDEST = 120
_LEAST = 40
_CELLS_SHOWN = 12


def render_import(
    report: ImportReport, *, everything: bool, lang: Lang, width: int | None, color: bool, ascii_only: bool
) -> str:
    """Write what an import would change or has changed.

    Parameters
    ----------
    report
        the changes and remarks.
    everything
        list unchanged figures, too, not only their number.
    lang, width, color, ascii_only
        as for the gap table.
    """
    return _Page(report, lang, width, Style(color=color), symbols(ascii_only=ascii_only)).text(everything=everything)


def finding_sentence(finding: Finding, lang: str) -> str:
    """Say what was found of a cell, in one line."""
    return problem_sentence(finding.code, finding.details, "zh" if lang == "zh" else "en")


class _Grid:
    """Columns as wide as their widest cell; nothing is written where there are no rows."""

    def __init__(self, rows: Sequence[Sequence[str]], to_the_right: Sequence[bool]) -> None:
        self._wide = [max(map(width, column)) for column in zip(*rows, strict=True)]
        self._put = [right if aligned else left for aligned in to_the_right]

    def cells(self, first: int) -> int:
        """Count the cells of a line that begins with column number `first`."""
        return sum(self._wide[first:]) + 2 * len(self._wide[first:]) + 2 * first

    def lines(self, row: Sequence[str], first: int) -> list[str]:
        """Write a row from a column on, indented by two, by four where the first column stands above."""
        if not self._wide:
            return []
        cells = [put(text, wide) for put, text, wide in zip(self._put, row, self._wide, strict=True)]
        return [("  " * (1 + first) + "  ".join(cells[first:])).rstrip()]


class _Page:
    """Writes one page."""

    def __init__(self, report: ImportReport, lang: Lang, room: int | None, style: Style, marks: Symbols) -> None:
        self._report, self._lang, self._style, self._marks = report, lang, style, marks
        self._room = None if room is None else max(room, _LEAST)
        self._names = report.names
        self._several = len(report.files) > 1

    def text(self, *, everything: bool) -> str:
        """Write the page: counts, then each kind of change, then what stands in the way of writing."""
        name = self._report.plan.info.name
        title = say(PAGE, "title", self._lang, plan=name[self._lang == "en"], bullet=f" {self._marks.bullet} ")
        lines = [self._style.bold(line) for line in self._wrapped(title)]
        between = "、" if self._lang == "zh" else ", "
        lines += self._wrapped(say(PAGE, "files", self._lang, files=with_codes(between.join(self._report.files))))
        lines += self._wrapped(say(PAGE, "counts", self._lang, **self._report.counts))
        for kind in ("revised", "new", *(["unchanged"] if everything else [])):
            lines += self._table(kind)
        lines += self._refused() + self._left_out() + self._remarks() + self._shared()
        return "\n".join([*lines, "", *self._ending()]) + "\n"

    def _of(self, kind: str) -> list[Change]:
        return [change for change in self._report.changes if change.kind == kind]

    def _table(self, kind: str) -> list[str]:
        """Changes of a kind in columns; the findings of each stand below it.

        Where the columns do not fit, the name of an indicator stands above its rows.
        """
        changes = self._of(kind)
        if not changes:
            return []
        columns = TABLES[kind]
        rows = [self._cells(change, columns) for change in changes]
        head = [say(COLUMN_HEADINGS, column, self._lang) for column in columns]
        grid = _Grid([head, *rows], [column in _RIGHT for column in columns])
        lines, above = self._heading(kind, len(changes)), ""
        apart = self._room is not None and grid.cells(0) > self._room
        if apart and self._room is not None and grid.cells(1) > self._room:
            grid = _Grid([], [])
        first = 1 if apart else 0
        lines += [self._style.secondary(row) for row in grid.lines(head, first)]
        for change, cells in zip(changes, rows, strict=True):
            if apart and cells[0] != above:
                above = cells[0]
                lines += self._wrapped(f"  {above}", indent=4)
            lines += grid.lines(cells, first) or self._wrapped("    " + "  ".join(filter(None, cells[1:])), indent=6)
            lines += self._findings(change.entry.findings)
        return lines

    def _cells(self, change: Change, columns: Sequence[str]) -> list[str]:
        entry, old = change.entry, change.old
        standing = say(PUBLICATION_STATUSES, entry.status, self._lang)
        cells = {
            "indicator": self._indicator(entry),
            "moment": self._moment(entry),
            "old": self._value(old.value, old.unit) if old else self._marks.missing,
            "new": self._value(entry.value, entry.unit),
            "revision": self._revision(change),
            "standing": f"{standing} {entry.published or ''}".strip(),
            "cell": self._spot(entry.spot),
        }
        return [with_codes(cells[column]) for column in columns]

    def _refused(self) -> list[str]:
        """Refused cells, each with its address and the reason."""
        changes = self._of("refused")
        lines = self._heading("refused", len(changes), "off_track") if changes else []
        for change in changes:
            entry = change.entry
            name = self._indicator(entry) if entry.id else entry.written
            words = (str(entry.spot), name, self._moment(entry), entry.text if entry.text != name else "")
            lines += self._wrapped("  " + with_codes("  ".join(word for word in words if word)), indent=4)
            lines += self._findings(entry.findings)
        return lines

    def _left_out(self) -> list[str]:
        changes = self._of("left_out")
        if not changes:
            return []
        names = [with_codes(f"{c.entry.written} ({self._spot(c.entry.spot)})") for c in changes]
        between = "、" if self._lang == "zh" else ", "
        return [*self._heading("left_out", len(changes)), *self._wrapped("  " + between.join(names), indent=2)]

    def _remarks(self) -> list[str]:
        remarks = self._report.remarks
        lines = self._heading("remarks", len(remarks)) if remarks else []
        for remark in remarks:
            spot = remark.spot
            place = str(spot) if remark.finding.code == "column_not_read" else f"{spot.file} {spot.sheet}".strip()
            lines += self._wrapped("  " + with_codes(place), indent=4) + self._findings([remark.finding])
        return lines

    def _shared(self) -> list[str]:
        """Findings that many cells share, each once with its cells."""
        cells: dict[tuple[str, str], tuple[Finding, list[str]]] = {}
        for change in self._report.changes:
            for finding in change.entry.findings:
                if finding.code in _SHARED:
                    key = (finding.code, finding_sentence(finding, self._lang))
                    cells.setdefault(key, (finding, []))[1].append(self._spot(change.entry.spot))
        lines = ["", self._style.bold(say(SECTIONS, "shared", self._lang))] if cells else []
        for finding, spots in cells.values():
            shown = ", ".join(spots[:_CELLS_SHOWN])
            if len(spots) > _CELLS_SHOWN:
                shown = say(SHARED, "more", self._lang, cells=shown)
            count = say(SHARED, "one" if len(spots) == 1 else "cells", self._lang, count=len(spots), cells=shown)
            lines += self._findings([finding], shared=True) + self._wrapped("      " + with_codes(count), indent=6)
        return lines

    def _findings(self, findings: Iterable[Finding], *, shared: bool = False) -> list[str]:
        lines = []
        for finding in findings:
            if shared or finding.code not in _SHARED:
                tone = _TONES[finding.severity]
                word = f"{self._marks.marks[tone]} {say(SEVERITY_WORDS, finding.severity, self._lang)}"
                text = with_codes(f"{finding.code}: {finding_sentence(finding, self._lang)}")
                first, *more = self._wrapped(f"    {word} {text}", indent=6)
                lines += [first.replace(word, self._style.status(tone, word), 1), *more]
        return lines

    def _ending(self) -> list[str]:
        """What was written, or what it takes."""
        report = self._report
        if report.applied:
            code = "written" if report.written else "nothing_to_write"
        else:
            code = "not_written" if any(change.is_written for change in report.changes) else "nothing_to_write"
        lines = self._wrapped(say(PAGE, code, self._lang, count=report.written, file=with_codes(report.target)))
        if report.blocking and not report.applied:
            held = "held_back" if report.held_back else "would_be_held_back"
            lines = self._wrapped(say(PAGE, held, self._lang, count=report.blocking))
        undated = sum(change.kind == "new" and change.entry.published is None for change in report.changes)
        if undated and not report.applied:
            lines += self._wrapped(say(PAGE, "undated", self._lang, count=undated))
        return lines

    def _heading(self, code: str, count: int, tone: str = "") -> list[str]:
        text = say(SECTIONS, code, self._lang, count=count)
        paint = (lambda line: self._style.status(tone, line)) if tone else self._style.bold
        return ["", *map(paint, self._wrapped(text))]

    def _wrapped(self, text: str, *, indent: int = 0) -> list[str]:
        return wrap(text, _WIDEST if self._room is None else self._room, indent=indent)

    def _indicator(self, entry: Entry) -> str:
        name = self._names.get(entry.id or "")
        return f"{name[self._lang == 'en']} ({entry.id})" if name else entry.id or entry.written

    def _moment(self, entry: Entry) -> str:
        if entry.year is None:
            return ""
        return (
            str(entry.year) if entry.period == "full-year" else f"{entry.year} {period_name(entry.period, self._lang)}"
        )

    def _value(self, value: float | None, unit: str) -> str:
        if value is None:
            return self._marks.missing
        return f"{self._minus(as_published(value))} {unit_name(unit, self._lang)}".strip()

    def _revision(self, change: Change) -> str:
        if change.size is None:
            return self._marks.missing
        text = signed(change.size, decimals_of(round(change.size, 4)))
        if change.percent is not None and change.entry.unit not in ("%", "points"):
            text += f" ({signed(change.percent, 1)}%)"
        return self._minus(text)

    def _minus(self, text: str) -> str:
        return text if "e" in text else text.replace("-", self._marks.minus)

    def _spot(self, spot: Spot) -> str:
        """A cell with its sheet; with its file, too, where there are several."""
        return str(spot) if self._several else spot.cell
