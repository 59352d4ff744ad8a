"""The form of a panel file by the names of its columns: tidy, one row a year, or wide, one column a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.fields import FIRST_YEAR, LAST_YEAR
from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WORDS = ("unit", "direction", "measure", "form", "op", "observed_as")
"""What is measured and how the target is worded."""

NUMBERS = ("target", "target_year", "baseline_year")
"""The figures of the target."""

ATTRIBUTES = (*WORDS, *NUMBERS)
"""Columns that say the same of every row of a series."""

FIELDS = ("region", "id", "year", "value", "period", *ATTRIBUTES)
"""Columns that are read; others are passed over."""


class Form(NamedTuple):
    """Which column of a file holds what: `fields` by field, `years` by year for the wide form, by the column's name."""

    fields: Mapping[str, str]
    years: Mapping[int, str]

    @property
    def is_wide(self) -> bool:
        """Whether each year has a column of its own."""
        return bool(self.years)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that are read, in a fixed order."""
        return (*self.fields.values(), *self.years.values())


def recognise(names: Sequence[str], *, file: str, given: Iterable[str] = ()) -> tuple[Form, list[Problem]]:
    """Recognise the form of a file: wide where columns are named by years and none `value`, else tidy.

    Parameters
    ----------
    names : of the columns, in the order of the file.
    file : its name as the user gave it.
    given : fields that are known from elsewhere, as from the names of the folders the file lies in.

    Returns
    -------
    tuple
        the form, and the problems: `panel_columns_missing`, `duplicate_column`.

    Examples
    --------
    >>> recognise(["Region", "id", "2021", "2022"], file="p.csv")[0].years
    {2021: '2021', 2022: '2022'}
    >>> recognise(["id", "value"], file="p.csv")[1][0].details["columns"]
    'year'
    """
    plain = [name.strip().casefold() for name in names]
    years = {int(name): names[k] for k, name in enumerate(plain) if _is_year(name)} if "value" not in plain else {}
    read = tuple(field for field in FIELDS if not (years and field == "year"))
    fields = {field: names[plain.index(field)] for field in read if field in plain}
    problems = [
        Problem("duplicate_column", Place(file, 1), details={"column": name, "first": plain.index(name) + 1})
        for name in dict.fromkeys(plain)
        if plain.count(name) > 1 and (name in read or _is_year(name))
    ]
    needed = ("id",) if years else ("id", "year", "value")
    missing = [field for field in needed if field not in fields and field not in given]
    if missing:
        others = [name for name in plain if name not in fields]
        details = {"columns": ", ".join(missing), "nearest": nearest(missing[0], others) or ""}
        problems.append(Problem("panel_columns_missing", Place(file, 1), details=details))
    return Form(fields, years), problems


def _is_year(name: str) -> bool:
    return len(name) == 4 and name.isascii() and name.isdigit() and FIRST_YEAR <= int(name) <= LAST_YEAR
