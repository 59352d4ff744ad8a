"""Where everything stands: the sheets, their columns and the row of every target, value and figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.messages.terms import GROUPS
from lixia_kpi.messages.workbook_text import SHEETS
from lixia_kpi.render.workbook.names import sheet_names
from lixia_kpi.render.workbook.reference import Reference
from lixia_kpi.tables.columns import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.workbook import WorkbookReport

GAP = (
    "group", "name", "unit", "baseline_year", "baseline", "latest_year", "latest", "target_year", "target",
    "target_unit", "rate_unit", "required_rate", "actual_rate", "needed_rate", "elapsed", "completion", "pace",
    "projected", "gap", "probability", "status", "remark",
)  # fmt: skip
WORKINGS = (
    "id", "name", "form", "path", "sign", "op", "tolerance", "decimals", "previous_total", "break_year", "span", "goal",
    "now", "compared", "broken", "observed_years", "held_years", "met_at_baseline", "met", "final",
    "required_growth", "target_level", "gap_percent", "low", "high", "arrival_year", "method", "difference",
)  # fmt: skip
PATHS = (
    "id", "name", "unit", "year", "required", "actual", "projection", "low", "high", "chance",
    "drawn_projection", "drawn_low", "drawn_width",
)  # fmt: skip
VALUES = ("id", "name", "unit", "observed_as")
SOURCES = (
    "name", "kind", "year", "period", "value", "printed_unit", "factor", "own_value", "own_unit", "used",
    "standing", "published", "citation", "source", "note", "address", "id",
)  # fmt: skip

CONSTANTS = ("ahead", "on_track", "behind", "slack")
"""Names `cut_ahead`, `cut_on_track`, `cut_behind` and `slack`, on the sheet of the method."""

HEAD_ROW = 3
"""The row of the headings: a title, a line of facts and an empty line stand above."""
FIRST_ROW = HEAD_ROW + 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions of a report in one language.

    Parameters
    ----------
    names
        the name of each sheet by its code; groups are `group:CODE`.
    groups
        rows of each group, groups in the order of the plan.
    years
        first and last year of the sheet of values.
    value_rows
        the row of each indicator on the sheet of values.
    path_rows
        (rows,) the first row of each target on the sheet of pathways.
    """

    report: WorkbookReport
    names: Mapping[str, str]
    groups: Mapping[str, tuple[int, ...]]
    years: tuple[int, int]
    value_rows: Mapping[str, int]
    path_rows: tuple[int, ...]

    def gap(self, row: int, column: str) -> Reference:
        """A cell of the gap table, by target."""
        return Reference(self.names["gap"], FIRST_ROW + row, GAP.index(column))

    def workings(self, row: int, column: str) -> Reference:
        """A cell of the workings, by target."""
        return Reference(self.names["workings"], FIRST_ROW + row, WORKINGS.index(column))

    def path(self, row: int, step: int, column: str) -> Reference:
        """A cell of the pathways, by target and years after the base year."""
        return Reference(self.names["paths"], self.path_rows[row] + step, PATHS.index(column))

    def program(self, row: int, column: str) -> Reference:
        """A cell of the program's own figures, by target."""
        return Reference(self.names["rows"], 1 + row, PROJECT.index(column))

    def source(self, figure: int, column: str) -> Reference:
        """A cell of the sources, by figure."""
        return Reference(self.names["sources"], FIRST_ROW + figure, SOURCES.index(column))

    def value(self, row: int, year: int) -> Reference:
        """The value of a target's indicator in a year."""
        return Reference(self.names["values"], self.value_row(row), len(VALUES) + year - self.years[0])

    def value_row(self, row: int) -> int:
        """The row of a target's indicator on the sheet of values."""
        return self.value_rows[self.report.case(row).indicator.id]

    def values(self, row: int, first: int, last: int) -> Reference:
        """The values of a target's indicator from one year to another."""
        start, end = self.value(row, first), self.value(row, last)
        return start._replace(last=end.column)

    def year_headings(self, first: int, last: int) -> Reference:
        """The years above the values."""
        column = len(VALUES) - self.years[0]
        return Reference(self.names["values"], HEAD_ROW, column + first, column + last)

    def constant(self, code: str) -> Reference:
        """A number of the decisions, on the sheet of the method."""
        return Reference(self.names["method"], FIRST_ROW + CONSTANTS.index(code), 1)

    def status(self, position: int) -> Reference:
        """The word of a status, on the sheet of the method."""
        return Reference(self.names["method"], FIRST_ROW + len(CONSTANTS) + 2 + position, 1)


def lay_out(report: WorkbookReport, lang: Lang) -> Layout:
    """Give every row its place.

    Parameters
    ----------
    report : what is shown.
    lang : the language of the names of sheets.
    """
    groups: dict[str, list[int]] = {}
    for row, shown in enumerate(report.gap.rows):
        groups.setdefault(str(shown.values["group"]), []).append(row)
    codes = ("contents", "gap", *(f"group:{group}" for group in groups),
             "paths", "workings", "values", "sources", "method", "remarks", "rows")  # fmt: skip
    english = lang == "en"
    wanted = [_words(code, english=english) for code in codes]
    cases = [report.case(row) for row in range(len(report.gap.rows))]
    ids = dict.fromkeys(case.indicator.id for case in cases)
    path_rows, next_row = [], FIRST_ROW
    for path in report.paths:
        path_rows.append(next_row)
        next_row += len(path.rows)
    return Layout(
        report=report,
        names=dict(zip(codes, sheet_names(wanted), strict=True)),
        groups={group: tuple(rows) for group, rows in groups.items()},
        years=_years(report),
        value_rows={name: FIRST_ROW + position for position, name in enumerate(ids)},
        path_rows=tuple(path_rows),
    )


def _words(code: str, *, english: bool) -> str:
    group = code.removeprefix("group:")
    if group == code:
        return SHEETS[code][english]
    return GROUPS[group][english] if group in GROUPS else group


def _years(report: WorkbookReport) -> tuple[int, int]:
    """All years from the first value or base year to the last target year."""
    info = report.gap.plan
    found = [info.baseline_year, info.end]
    for row in range(len(report.gap.rows)):
        case = report.case(row)
        found += [case.base_year, case.target.year, *(item.year for item in case.series.values)]
    return min(found), max(found)
