"""The sheets of several files to entries, and what is to be said of files and sheets as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.intake.entry import Finding
from lixia_kpi.intake.figure import Figure, read_figure
from lixia_kpi.intake.layout import find_tables
from lixia_kpi.intake.names import Names
from lixia_kpi.intake.read_table import TableReader
from lixia_kpi.intake.unit_choice import PlanUnit
from lixia_kpi.office.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lixia_kpi.intake.entry import Entry
    from lixia_kpi.intake.layout import Layout
    from lixia_kpi.intake.read_table import Given
    from lixia_kpi.office.sheet import Sheet
    from lixia_kpi.plan.model import Plan

_LONGEST = 60


class Remark(NamedTuple):
    """What is to be said of a file, a sheet or a column; `spot` is where, a sheet as a whole at its first cell."""

    spot: Spot
    finding: Finding


class Reading(NamedTuple):
    """All entries of the files, in their order, and the remarks."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


def read_files(
    files: Sequence[tuple[str, Sequence[Sheet]]],
    plan: Plan,
    *,
    given: Given,
    matches: Mapping[str, str | None],
    sheets: Collection[str] = (),
) -> Reading:
    """Read the tables of files.

    Parameters
    ----------
    files
        the name of each as the user gave it, and its sheets.
    plan
        whose indicators are looked for.
    given
        what holds for figures that do not say it themselves.
    matches
        names that the user has matched, to an id, or to None where they are to be left out.
    sheets
        the names of those that are read; all that are not hidden where empty.

    Returns
    -------
    Reading
        entries and remarks: `hidden_sheet_not_read`, `sheet_without_table`, `no_table`, `column_not_read`.
    """
    names, units = Names(plan, matches), _units(plan)
    entries: list[Entry] = []
    remarks: list[Remark] = []
    for file, book in files:
        tables = 0
        for sheet in book:
            if sheet.name not in sheets if sheets and sheet.name else sheet.hidden:
                if not sheets:
                    remarks.append(_of_sheet(file, sheet, "hidden_sheet_not_read", "warning"))
                continue
            layouts = find_tables(sheet, names)
            tables += len(layouts)
            if not layouts and len(sheet.rows) and len(book) > 1:
                remarks.append(_of_sheet(file, sheet, "sheet_without_table", "note"))
            for layout in layouts:
                reader = TableReader(sheet, file, layout, names=names, units=units, given=given)
                entries += reader.entries()
                remarks += _columns_not_read(sheet, file, layout, names)
        if not tables:
            remarks.append(Remark(Spot(file, "", 0, 0), Finding("no_table")))
    return Reading(tuple(entries), tuple(remarks))


def _units(plan: Plan) -> dict[str, PlanUnit]:
    units = {baseline.id: PlanUnit(baseline.unit or "") for baseline in plan.baselines}
    for indicator in plan.indicators:
        if indicator.observed_as == "yearly_change":
            units[indicator.id] = PlanUnit("%", (), True)
        else:
            units[indicator.id] = PlanUnit(indicator.unit, indicator.unit_also)
    return units


def _of_sheet(file: str, sheet: Sheet, code: str, severity: str) -> Remark:
    finding = Finding(code, "warning" if severity == "warning" else "note", {"sheet": sheet.name[:_LONGEST]})
    return Remark(Spot(file, sheet.name, 0, 0), finding)


def _columns_not_read(sheet: Sheet, file: str, layout: Layout, names: Names) -> Iterator[Remark]:
    """The columns whose header is not understood although figures stand below it."""
    for column in layout.of_role("unknown"):
        texts = [sheet.rows[row][column.at].text for row in range(layout.last + 1, layout.end)]
        if any(text and isinstance(read_figure(text), Figure) for text in texts):
            offers = names.offers(column.text) if column.text else ()
            details = {"column": column.text[:_LONGEST], "nearest": ", ".join(offers)}
            yield Remark(Spot(file, sheet.name, layout.last, column.at), Finding("column_not_read", "warning", details))
