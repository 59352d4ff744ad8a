"""The header of an actuals file: which form it has, and in which column each field stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.problems import Problem
from lixia_kpi.text.invisible import plain_form
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from lixia_kpi.actuals.rows import Row
    from lixia_kpi.problems import Detail

TIDY = ("id", "year", "value", "unit", "period", "status", "published", "source", "note")
_REQUIRED_IN_TIDY = ("id", "year", "value", "unit")
_REQUIRED_IN_WIDE = ("id", "unit")
# Read by people only; a file may carry them.
_NAMES = ("name", "name_zh", "name_en")


class Header(NamedTuple):
    """Columns by name, for the wide form the year of each year column, and how many columns there are."""

    names: dict[str, int]
    years: dict[int, int]
    size: int

    @property
    def is_wide(self) -> bool:
        """Whether each year has a column of its own."""
        return bool(self.years)


def read_header(row: Row, *, file: str) -> tuple[Header, list[Problem]]:
    """Recognise the form by the header: wide where a column is named by a year and none `value`, else tidy.

    Parameters
    ----------
    row
        the first row.
    file
        its file as the user named it.

    Returns
    -------
    tuple
        the header, and the problems: `missing_columns`, `duplicate_column`, `unknown_column`.

    Examples
    --------
    >>> from lixia_kpi.actuals.rows import read_rows
    >>> header, problems = read_header(read_rows("id,unit,2021,2022", file="a.csv")[0][0], file="a.csv")
    >>> header.years, problems
    ({2: 2021, 3: 2022}, [])
    """
    problems: list[Problem] = []
    names: dict[str, int] = {}
    years: dict[int, int] = {}
    unknown: dict[int, str] = {}
    cells = [plain_form(cell).casefold() for cell in row.cells]
    wide = "value" not in cells and any(map(_is_year, cells))
    seen: dict[str, int] = {}
    for index, name in enumerate(cells):
        if name in seen:
            twice: dict[str, Detail] = {"column": name, "first": seen[name] + 1}
            problems.append(Problem("duplicate_column", row.place(index, file), details=twice))
            continue
        if name:
            seen[name] = index
        if wide and _is_year(name):
            years[index] = int(name)
        elif name in TIDY and not (wide and name == "year"):
            names[name] = index
        elif name not in _NAMES:
            unknown[index] = row.cells[index].strip()
    for index, written in unknown.items():
        if written:
            guess = nearest(written.casefold(), [name for name in TIDY if name not in names]) or ""
            details: dict[str, Detail] = {"column": written, "nearest": guess}
            problems.append(Problem("unknown_column", row.place(index, file), "warning", details))
    missing = [name for name in (_REQUIRED_IN_WIDE if wide else _REQUIRED_IN_TIDY) if name not in names]
    if missing:
        problems.append(Problem("missing_columns", row.place(0, file), details={"columns": ", ".join(missing)}))
    return Header(names, years, len(cells)), problems


def _is_year(name: str) -> bool:
    return len(name) == 4 and name.isascii() and name.isdigit() and name[:2] in {"18", "19", "20", "21"}
