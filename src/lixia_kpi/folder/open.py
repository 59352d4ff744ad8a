"""A plan folder opened: every file read, every fault of all of them collected."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.reader import read_actuals
from lixia_kpi.actuals.repeated import repeated_years
from lixia_kpi.folder.agreement import check_agreement
from lixia_kpi.folder.checks import check_actuals, check_indicators
from lixia_kpi.folder.locate import ACTUALS, TARGETS, is_baseline, locate, shown_name
from lixia_kpi.plan.assemble import assemble
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import InputError, Place, Problem, by_place, has_errors
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.folder.locate import Shelf
    from lixia_kpi.plan.model import Baseline, Plan
    from lixia_kpi.plan.targets import TargetsFile


class PlanFolder(NamedTuple):
    """A plan with its actuals.

    `observations` are in the order of the files; `problems` are the warnings and notes, sorted by place; `name` is the
    folder as the user named it.
    """

    plan: Plan
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]
    name: str


def read_folder(
    folder: str | None, *, actuals: Sequence[tuple[str, bytes]] | None = None
) -> tuple[PlanFolder | None, list[Problem]]:
    """Read a plan folder with every fault of its files and between them.

    Parameters
    ----------
    folder
        as the user named it; None for the data that the package carries.
    actuals
        (name, content) of the actuals files that replace the folder's own; None for its own.

    Returns
    -------
    tuple
        the folder (None where any error was found) and all problems, sorted by place.

    Examples
    --------
    >>> read_folder("no/such/folder")[1][0].code
    'folder_not_found'
    """
    shelf, names, problems = locate(folder)
    if shelf is None:
        return None, problems
    return _read(shelf, names, problems, actuals)


def _read(
    shelf: Shelf, names: Sequence[str], problems: list[Problem], actuals: Sequence[tuple[str, bytes]] | None
) -> tuple[PlanFolder | None, list[Problem]]:
    targets = _targets(shelf, names, problems)
    baselines = _baselines(shelf, names, problems)
    observations = _observations(shelf, names, actuals, problems)
    plan = None
    if targets is not None:
        plan, faults = assemble(targets, baselines)
        problems += faults
        problems += check_indicators(observations, targets.places.keys() | {baseline.id for baseline in baselines})
        first = {baseline.id: baseline for baseline in reversed(baselines)}
        known = {indicator.id: indicator for indicator in targets.indicators}
        problems += check_actuals(observations, indicators=known, baselines=first, info=targets.info)
    if plan is not None:
        problems += check_agreement(plan, observations)
    found = by_place(problems)
    if plan is None or has_errors(found):
        return None, found
    return PlanFolder(plan, tuple(observations), tuple(found), shelf.name), found


def open_folder(folder: str | None, *, actuals: Sequence[tuple[str, bytes]] | None = None) -> PlanFolder:
    """Open a plan folder.

    Parameters
    ----------
    folder, actuals
        as for `read_folder`.

    Returns
    -------
    PlanFolder
        the plan with its actuals.

    Raises
    ------
    InputError
        with all problems, where any of them is an error.
    """
    opened, problems = read_folder(folder, actuals=actuals)
    if opened is None:
        raise InputError(problems)
    return opened


def read_shelf(shelf: Shelf) -> tuple[PlanFolder | None, list[Problem]]:
    """Read the plan on a shelf, wherever its files are kept, with every fault, as `read_folder` does."""
    return _read(shelf, sorted(shelf.names()), [], None)


def open_shelf(shelf: Shelf) -> PlanFolder:
    """Open the plan on a shelf, wherever its files are kept.

    Raises
    ------
    InputError
        with all problems, where any of them is an error.
    """
    opened, problems = read_shelf(shelf)
    if opened is None:
        raise InputError(problems)
    return opened


def _targets(shelf: Shelf, names: Sequence[str], problems: list[Problem]) -> TargetsFile | None:
    if TARGETS not in names:
        details = {"expected": TARGETS, "nearest": nearest(TARGETS, names) or ""}
        problems.append(Problem("missing_targets_file", Place(shown_name(shelf.name, TARGETS)), details=details))
        return None
    data = shelf.read(TARGETS)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    targets, faults = read_targets(data, file=shown_name(shelf.name, TARGETS))
    problems += faults
    return targets


def _baselines(shelf: Shelf, names: Sequence[str], problems: list[Problem]) -> list[Baseline]:
    baselines: list[Baseline] = []
    found = [name for name in names if is_baseline(name)]
    if not found:
        guess = nearest("baseline_2020.yaml", [name for name in names if name not in (TARGETS, ACTUALS)]) or ""
        details = {"expected": "baseline_*.yaml", "nearest": guess}
        place = Place(shown_name(shelf.name, "baseline_*.yaml"))
        problems.append(Problem("missing_baseline_file", place, "note", details))
    for name in found:
        data = shelf.read(name)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        read, faults = read_baseline(data, file=shown_name(shelf.name, name))
        baselines += read
        problems += faults
    return baselines


def _observations(
    shelf: Shelf, names: Sequence[str], actuals: Sequence[tuple[str, bytes]] | None, problems: list[Problem]
) -> list[Observation]:
    if actuals is None:
        if ACTUALS not in names:
            return []
        data = shelf.read(ACTUALS)
        if isinstance(data, Problem):
            problems.append(data)
            return []
        actuals = [(shown_name(shelf.name, ACTUALS), data)]
    observations: list[Observation] = []
    for file, data in actuals:
        read, faults = read_actuals(data, file=file)
        observations += read
        problems += faults
    if len(actuals) > 1:
        problems += repeated_years(observations)
    return observations
