"""The rows of `kpi edit`: one a changed field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.tables.columns import EDIT, columns
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.editing.changed_lines import ChangedLines
    from lixia_kpi.editing.edit import Edit
    from lixia_kpi.problems import Problem
    from lixia_kpi.tables.table import Value

SCHEMA_VERSION = 1
Outcome = Literal["added", "revised", "unchanged"]


class FileEdit(NamedTuple):
    """What is changed in one file: the fields, and the lines that differ."""

    file: str
    edits: tuple[Edit, ...]
    lines: tuple[ChangedLines, ...]


class EditReport(NamedTuple):
    """What `kpi edit` changes, whether it was written, and the warnings that it brings."""

    files: tuple[FileEdit, ...]
    applied: bool
    warnings: tuple[Problem, ...]

    @property
    def changed(self) -> int:
        """Count the fields that get another value."""
        return sum(outcome(edit) != "unchanged" for file in self.files for edit in file.edits)


def outcome(edit: Edit) -> Outcome:
    """Tell what becomes of a field."""
    if edit.before is None:
        return "added"
    return "unchanged" if edit.before == edit.change.value else "revised"


def edit_table(report: EditReport) -> Table:
    """Give the machine table; its head says whether the changes were written."""
    rows = tuple(_row(edit) for file in report.files for edit in file.edits)
    head = {"schema_version": SCHEMA_VERSION, "applied": report.applied, "changed": report.changed}
    return Table("edit", columns(EDIT), rows, head)


def _row(edit: Edit) -> dict[str, Value]:
    return {
        "id": edit.change.id or None,
        "field": edit.change.path,
        "change": outcome(edit),
        "old_text": edit.before,
        "new_text": edit.change.value,
        "file": edit.place.file,
        "line": edit.place.line,
        "column": edit.place.column,
    }
