"""The rows of one table to entries: each cell under a column of figures with everything that row and column say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.intake.entry import Entry, Finding
from lixia_kpi.intake.figure import Figure, Unreadable, read_figure, read_growth
from lixia_kpi.intake.labels import LabelReader
from lixia_kpi.intake.merged import origins
from lixia_kpi.intake.moment import Moment
from lixia_kpi.intake.status_words import status_of, status_within
from lixia_kpi.intake.surroundings import footnote_of, is_note, mark_key, surroundings_of
from lixia_kpi.intake.unit_choice import choose_unit
from lixia_kpi.office.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.intake.column import Column
    from lixia_kpi.intake.labels import Labels
    from lixia_kpi.intake.layout import Layout
    from lixia_kpi.intake.names import Names
    from lixia_kpi.intake.unit_choice import PlanUnit
    from lixia_kpi.office.sheet import Sheet
    from lixia_kpi.problems import Detail

_NOTHING = Moment()
_LONGEST = 60
_FAULTS = {"error_cell": "cell_with_error", "formula_without_value": "cell_without_value"}


class Given(NamedTuple):
    """What the command line says for figures that do not say it themselves."""

    published: str | None = None
    status: PublicationStatus | None = None
    source: str | None = None


class _Cell(NamedTuple):
    """A cell with a figure in it, and the column that it stands in."""

    column: Column
    text: str
    figure: Figure | Unreadable


class TableReader:
    """Reads the rows of one table.

    Parameters
    ----------
    sheet, file
        the sheet, and the file as the user named it.
    layout
        where the table is and what its columns hold.
    names
        of the indicators.
    units
        of the indicators, by id.
    given
        by the command line.
    """

    def __init__(
        self,
        sheet: Sheet,
        file: str,
        layout: Layout,
        *,
        names: Names,
        units: Mapping[str, PlanUnit],
        given: Given,
    ) -> None:
        self._sheet, self._file, self._layout = sheet, file, layout
        self._names, self._units, self._given = names, units, given
        self._around = surroundings_of(sheet, layout)
        self._footnotes = dict(self._around.footnotes)
        self._labels = LabelReader(layout, names, self._text, self._merged)
        self._values = layout.of_role("value")
        self._growths = layout.of_role("growth")
        self._years = frozenset(column.year for column in self._values if column.year is not None)
        self._across = any(column.ids for column in self._values)
        labels = [column.at for column in layout.of_role("label")]
        self._origins = origins(sheet.merged, rows=range(layout.last + 1, layout.end), columns=labels)

    def entries(self) -> Iterator[Entry]:
        """Read every row of the body; rows of chapters, notes and signatures have no figures and give nothing."""
        for row in range(self._layout.last + 1, self._layout.end):
            first = next((text for cell in self._sheet.rows[row] if (text := cell.text.strip())), "")
            if not first or is_note(first):
                continue
            labels = self._labels.read(row)
            values = self._cells(row, self._values)
            growths = self._cells(row, self._growths)
            known = labels.found.ids or any(isinstance(cell.figure, Figure) for cell in values)
            if (values or growths) and (known or not footnote_of(first)):
                yield from self._row(row, labels, values, growths)

    def _text(self, row: int, column: int) -> str:
        return self._sheet.rows[row][column].text.strip()

    def _merged(self, row: int, column: int) -> str:
        """The text of the merged cell that covers a cell."""
        origin = self._origins.get((row, column))
        return self._text(*origin) if origin else ""

    def _cells(self, row: int, columns: list[Column]) -> list[_Cell]:
        found = []
        for column in columns:
            cell = self._sheet.rows[row][column.at]
            if cell.fault:
                found.append(_Cell(column, cell.text, Unreadable(_FAULTS[cell.fault])))
            elif (
                cell.text
                and (figure := (read_growth if column.role == "growth" else read_figure)(cell.text)) is not None
            ):
                found.append(_Cell(column, cell.text.strip(), figure))
        return found

    def _row(self, row: int, labels: Labels, values: list[_Cell], growths: list[_Cell]) -> Iterator[Entry]:
        if self._across:
            if labels.moment.year is None and any(finding.code == "year_unclear" for finding in labels.findings):
                yield self._no_year(row, labels)
                return
            for cell in values:
                yield self._entry(row, labels, cell, cell.column.ids, cell.column.text, ())
            return
        if labels.found.left_out:
            return
        ids, findings = _identified(labels)
        if ids == () and not findings:
            spot = Spot(self._file, self._sheet.name, row, labels.at)
            yield self._unknown(spot, labels, values or growths)
            return
        shown = values
        if ids and ids[0] in self._units and self._units[ids[0]].yearly_change and growths:
            shown = growths
        if not shown:
            spot = Spot(self._file, self._sheet.name, row, growths[0].column.at)
            yield Entry(spot, labels.written, growths[0].text).with_findings(Finding("growth_only", "note"))
        for cell in shown:
            entry = self._entry(row, labels, cell, ids, labels.written, findings)
            yield entry._replace(growth=self._growth(entry, growths, cell))

    def _no_year(self, row: int, labels: Labels) -> Entry:
        """A row of sums or averages below the years, once."""
        at = next(iter(self._layout.of_field("year")), None)
        spot = Spot(self._file, self._sheet.name, row, at.at if at else 0)
        text = self._text(row, spot.column)
        return Entry(spot, text, text).with_findings(Finding("row_without_year", "note", {"found": text[:_LONGEST]}))

    def _unknown(self, spot: Spot, labels: Labels, cells: list[_Cell]) -> Entry:
        """A row that no indicator of the plan goes with, once, whatever the number of its figures."""
        offers = self._names.offers(labels.written) if labels.written else ()
        entry = Entry(spot, labels.written, text=labels.written, offers=offers)
        if not labels.written:
            return entry._replace(spot=spot._replace(column=cells[0].column.at)).with_findings(
                Finding("row_without_name")
            )
        details = {
            "found": labels.written[:_LONGEST],
            "nearest": ", ".join(offers),
            "first": offers[0] if offers else "",
        }
        return entry.with_findings(Finding("unknown_name", "error" if offers else "note", details))

    def _entry(
        self, row: int, labels: Labels, cell: _Cell, ids: tuple[str, ...], written: str, findings: tuple[Finding, ...]
    ) -> Entry:
        column, figure = cell.column, cell.figure
        spot = Spot(self._file, self._sheet.name, row, column.at)
        entry = Entry(spot, written, cell.text, ids[0] if len(ids) == 1 else None)
        if len(ids) > 1:
            entry = entry.with_findings(
                Finding("ambiguous_name", details={"found": written[:_LONGEST], "ids": ", ".join(ids)})
            )
        entry = self._dated(entry, labels, column).with_findings(*findings, *labels.findings)
        if row in self._sheet.hidden_rows or column.at in self._sheet.hidden_columns:
            entry = entry.with_findings(Finding("hidden_cell", "warning"))
        entry = entry._replace(published=labels.published or self._around.published or self._given.published)
        if isinstance(figure, Unreadable):
            details = {
                "column": column.text[:_LONGEST],
                "value": cell.text[:_LONGEST],
                "suggestion": figure.suggestion or "",
            }
            return entry.with_findings(Finding(figure.code, details=details))
        remarks, status, marked = self._remarks(figure)
        entry = entry._replace(
            value=figure.value,
            decimals=figure.decimals,
            status=figure.status
            or status
            or labels.status
            or self._noted(labels, column)
            or column.status
            or self._given.status
            or "actual",
            source=labels.source or self._around.source or self._given.source or spot.name,
            note="; ".join(text for text in (labels.note, *remarks) if text) or None,
        ).with_findings(
            *marked, *(Finding(doubt, "warning", {"found": cell.text[:_LONGEST]}) for doubt in figure.doubts)
        )
        plan = self._units.get(entry.id or "")
        if plan is None:
            return entry
        stated = column.unit or "%"
        if column.role != "growth":
            stated = labels.unit or labels.found.unit or column.unit or ""
        unit, said = choose_unit(figure, stated, self._around.units, plan)
        return entry._replace(unit=unit).with_findings(*said)

    def _dated(self, entry: Entry, labels: Labels, column: Column) -> Entry:
        """Find the year and the period: of the column, of the row, of the title; two that differ are refused."""
        title, findings = self._around.moment, list[Finding]()
        years = {year for year in (column.year, labels.moment.year) if year is not None}
        if len(years) > 1:
            details: dict[str, Detail] = {"found": str(labels.moment.year), "year": column.year or 0}
            findings.append(Finding("years_differ", details=details))
        unclear = any(finding.code == "year_unclear" for finding in labels.findings)
        if not years and not unclear:
            findings.append(self._of_title())
        period = column.period or labels.period or labels.moment.period
        if period is None and (title.year in years | self._years or not years | self._years):
            period = title.period
        year = min(years, default=None if unclear else title.year)
        return entry._replace(year=year, period=period or "full-year").with_findings(*findings)

    def _of_title(self) -> Finding:
        """What is to be said of a figure whose year is that of the title, or nowhere."""
        title = self._around.moment
        if title.year is None:
            return Finding("no_year")
        details: dict[str, Detail] = {"found": self._around.title[:_LONGEST], "year": title.year}
        if title.kind == "plan":
            return Finding("figures_of_a_plan", details=details)
        return Finding("year_from_title", "note", details)

    def _noted(self, labels: Labels, column: Column) -> PublicationStatus | None:
        """The status that the note of a row gives, where it is nothing else; of several years the latest has it."""
        latest = column.year is None or column.year == max(self._years, default=column.year)
        return status_of(labels.note) if labels.note and latest else None

    def _remarks(self, figure: Figure) -> tuple[list[str], PublicationStatus | None, list[Finding]]:
        """The remarks of a cell with the notes that its footnote marks lead to, and the status that these give."""
        remarks, findings = list(figure.remarks), []
        status: PublicationStatus | None = None
        for mark in (part for marks in figure.marks for part in marks.split()):
            note = self._footnotes.get(mark_key(mark))
            if note is None:
                findings.append(Finding("footnote_unexplained", "warning", {"found": mark}))
            else:
                remarks.append(note)
                status = status or status_within(note)
        return remarks, status, findings

    def _growth(self, entry: Entry, growths: list[_Cell], own: _Cell) -> Figure | None:
        """The growth printed for the same year and period; one without a year is that of the latest year."""
        latest = max((column.year or 0 for column in self._values), default=0)
        for cell in growths:
            year = cell.column.year or (latest or entry.year)
            same = year == entry.year and (cell.column.period or entry.period) == entry.period
            if same and cell is not own and isinstance(cell.figure, Figure):
                return cell.figure._replace(unit=cell.figure.unit or cell.column.unit)
        return None


def _identified(labels: Labels) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The indicator of a row by its id and its name; where the two name different ones, neither is taken."""
    if labels.given is None:
        return labels.found.ids, ()
    if labels.found.ids and labels.given not in labels.found.ids:
        details = {"found": labels.written[:_LONGEST], "given": labels.given, "ids": ", ".join(labels.found.ids)}
        return (), (Finding("id_and_name_differ", details=details),)
    return (labels.given,), ()
