"""From the files of an import to what they would change, and the rows added to the plan's file of actuals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.cli.opening import open_plan, read_actuals_files
from lixia_kpi.cli.option_values import known_name, match_parts
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.locate import ACTUALS, SHIPPED, shown_name
from lixia_kpi.folder.open import open_folder
from lixia_kpi.intake.append import appended
from lixia_kpi.intake.compare import compare, observation_of
from lixia_kpi.intake.plausible import with_doubts
from lixia_kpi.intake.read_files import read_files
from lixia_kpi.intake.read_table import Given
from lixia_kpi.problems import InputError, by_place, has_errors
from lixia_kpi.tables.intake import ImportReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.cli.import_options import Figures, Writing
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.intake.read_files import Reading
    from lixia_kpi.office.sheet import Sheet
    from lixia_kpi.problems import Problem

Book = tuple[str, "list[Sheet]"]
_CELLS = ("error_cell", "formula_without_value")
"""Warnings about cells; a cell that matters is refused with its address, the others are nobody's concern."""


class _NothingToWriteError(Exception):
    """Raised under the lock where another import has added everything meanwhile."""


class _Input(NamedTuple):
    """What was read: the plan, the entries of the files, the file to be written."""

    folder: PlanFolder
    reading: Reading
    files: tuple[str, ...]
    target: str


def preview(files: Sequence[str], plan: str | None, figures: Figures, writing: Writing) -> ImportReport:
    """Say what the files would change; nothing is written.

    Raises
    ------
    InputError
        with every fault, where a file or the plan cannot be read.
    UsageError
        for a sheet or an id that is not there.
    """
    return _report(_read(files, plan, figures), writing)


def apply(files: Sequence[str], plan: str | None, figures: Figures, writing: Writing) -> ImportReport:
    """Add the new and the revised figures to the plan's file of actuals, all of them or, where some are refused, none.

    With `--partial` those that are not refused. What is added is worked out anew once the lock is held, so that two
    imports at once lose nothing and add nothing twice.

    Raises
    ------
    InputError, UsageError
        as for `preview`.
    OutputError
        where the file cannot be written; it is then as it was before.
    """
    from lixia_kpi.cli.plan_file import folder_to_change, replace_under_lock

    found = _read(files, folder_to_change(plan), figures)
    report = _report(found, writing)
    if report.blocking and not writing.partial:
        return _with(report, held_back=True)
    if not any(change.is_written for change in report.changes):
        return _with(report, applied=True)

    def change(present: bytes | None) -> bytes:
        nonlocal report
        actuals = [] if present is None else [(found.target, present)]
        report = _report(found._replace(folder=open_folder(plan, actuals=actuals)), writing)
        rows = [observation_of(one.entry) for one in report.changes if one.is_written]
        if (report.blocking and not writing.partial) or not rows:
            raise _NothingToWriteError
        return appended(present, rows, file=found.target)

    try:
        replace_under_lock(found.target, change)
    except _NothingToWriteError:
        held = bool(report.blocking) and not writing.partial
        return _with(report, held_back=held, applied=not held)
    return _with(report, applied=True, written=sum(one.is_written for one in report.changes))


def _with(report: ImportReport, *, applied: bool = False, held_back: bool = False, written: int = 0) -> ImportReport:
    from dataclasses import replace

    return replace(report, applied=applied, held_back=held_back, written=written)


def _report(found: _Input, writing: Writing) -> ImportReport:
    folder, reading = found.folder, found.reading
    changes = compare(reading.entries, folder.observations, folder.plan)
    return ImportReport(
        plan=folder.plan,
        files=found.files,
        changes=with_doubts(changes, folder.observations, folder.plan),
        remarks=reading.remarks,
        target=found.target,
        strict=writing.strict,
    )


def _read(files: Sequence[str], plan: str | None, figures: Figures) -> _Input:
    folder = open_plan(plan, None)
    books = _books(files)
    known_ids = [indicator.id for indicator in folder.plan.indicators] + [b.id for b in folder.plan.baselines]
    matches = dict(map(match_parts, figures.match or ()))
    for id_ in matches.values():
        if id_ is not None:
            known_name("id", id_, known_ids)
    sheets = [sheet.name for _, book in books for sheet in book]
    for name in figures.sheet or ():
        known_name("sheet", name, sheets)
    reading = read_files(
        books,
        folder.plan,
        given=Given(figures.published, _status(figures.data_status), figures.figure_source),
        matches=matches,
        sheets=frozenset(figures.sheet or ()),
    )
    return _Input(folder, reading, tuple(files), shown_name(plan or SHIPPED, ACTUALS))


def _status(name: str | None) -> PublicationStatus | None:
    from lixia_kpi.actuals.observation import PUBLICATION_STATUSES

    return next((status for status in PUBLICATION_STATUSES if status == name), None)


def _books(files: Sequence[str]) -> list[Book]:
    """Read the sheets of every file; all faults of all files at once."""
    from lixia_kpi.office.read import read_sheets

    if len(set(files)) < len(files):
        doubled = next(file for number, file in enumerate(files) if file in files[:number])
        raise UsageError("file_twice", {"file": doubled})
    books: list[Book] = []
    problems: list[Problem] = []
    for file, data in read_actuals_files(files):
        sheets, faults = read_sheets(data, file=file)
        books.append((file, sheets))
        problems += [fault for fault in faults if fault.code not in _CELLS]
    if has_errors(problems):
        raise InputError(by_place(problems))
    return books
