"""From `gdp target=2600 owner=统计局` to a changed plan folder, written or only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.cli.option_values import known_name
from lixia_kpi.cli.plan_file import replace_all_under_lock
from lixia_kpi.editing.changed_lines import changed_lines
from lixia_kpi.editing.edit import BASELINES, HEAD, Change, Edit, edit_file, has_record, ids_of
from lixia_kpi.errors import SeveralUsageError, UsageError
from lixia_kpi.folder.edited import check_edited
from lixia_kpi.folder.locate import TARGETS, is_baseline, locate, shown_name
from lixia_kpi.problems import InputError, Problem
from lixia_kpi.tables.edit import EditReport, FileEdit
from lixia_kpi.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.folder.locate import Shelf
    from lixia_kpi.plan.model import Plan


def read_changes(words: Sequence[str]) -> list[Change]:
    """Read `[ID] FIELD=VALUE…`: changes before the first id are of the plan's head, then of the id before them.

    Raises
    ------
    SeveralUsageError
        with every word that is no change, every id without one.
    """
    changes: list[Change] = []
    faults: list[UsageError] = []
    id_, bare = HEAD, ""
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            faults += [UsageError("edit_without_change", {"id": bare})] if bare else []
            id_ = bare = field.strip()
            continue
        bare = ""
        change = Change(id_, field.strip(), value.strip())
        if not change.path or not change.value:
            faults.append(UsageError("edit_form", {"value": word}))
        else:
            changes.append(change)
    if bare:
        faults.append(UsageError("edit_without_change", {"id": bare}))
    if faults:
        raise SeveralUsageError(faults)
    return changes


def edit_plan(folder: str, changes: Sequence[Change], *, apply: bool) -> tuple[EditReport, Plan | None]:
    """Change fields of a plan folder; without `apply` only see what that would be.

    Gives also the plan as it then is, None where it has faults that it had before.

    Raises
    ------
    InputError
        where a file cannot be read, and with the faults that a change would bring.
    SeveralUsageError
        with every change that cannot be made.
    OutputError
        where a file cannot be written; it is then as it was before.
    """
    shelf, names, problems = locate(folder)
    if shelf is None:
        raise InputError(problems)
    by_file = _by_file(shelf, names, changes)
    paths = [shown_name(folder, name) for name in by_file]
    made: list[tuple[EditReport, Plan | None]] = []

    def change(contents: list[bytes | None]) -> list[bytes]:
        after, files = {}, []
        for (name, own), path, content in zip(by_file.items(), paths, contents, strict=True):
            after[name], edits = edit_file(content or b"", own, file=path)
            files.append(_file_edit(path, edits, content or b"", after[name]))
        opened, warnings = check_edited(shelf, after)
        made.append((EditReport(tuple(files), apply, tuple(warnings)), opened.plan if opened else None))
        return list(after.values())

    if apply:
        replace_all_under_lock(paths, change)
    else:
        change([_read(shelf, name) for name in by_file])
    return made[0]


def _by_file(shelf: Shelf, names: Sequence[str], changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Sort the changes by the file in which the field stands."""
    known = ids_of(_read(shelf, TARGETS))
    baselines = {name: _read(shelf, name) for name in names if is_baseline(name)}
    found: dict[str, list[Change]] = {}
    faults: list[UsageError] = []
    for change in changes:
        try:
            found.setdefault(_file_of(change, known, baselines), []).append(change)
        except UsageError as fault:
            faults.append(fault)
    if faults:
        raise SeveralUsageError(faults)
    return dict(sorted(found.items(), reverse=True))


def _file_of(change: Change, known: Sequence[str], baselines: dict[str, bytes]) -> str:
    if change.id == HEAD or change.path.partition(".")[0] != BASELINES:
        if change.id != HEAD:
            known_name("id", change.id, known)
        return TARGETS
    name = next((name for name, data in baselines.items() if has_record(data, change.id)), None)
    if name is None:
        known_name("id", change.id, known)
        raise UsageError("record_not_there", {"id": change.id})
    return name


def _read(shelf: Shelf, name: str) -> bytes:
    data = shelf.read(name)
    if isinstance(data, Problem):
        raise InputError([data])
    return data


def _file_edit(path: str, edits: list[Edit], before: bytes, after: bytes) -> FileEdit:
    texts = [decode(data, file=path)[0] or "" for data in (before, after)]
    return FileEdit(path, tuple(edits), tuple(changed_lines(*texts)))
