"""Many plan folders judged at once, each by its own plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.locate import TARGETS
from lixia_kpi.folder.open import read_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.panel.run import add_rows
from lixia_kpi.problems import InputError, by_place, has_errors
from lixia_kpi.tables.panel_rows import rows_of_plans
from lixia_kpi.tables.project import gap_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.options import Options
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.panel.run import Accumulator
    from lixia_kpi.plan.model import Name
    from lixia_kpi.problems import Problem
    from lixia_kpi.tables.gap import GapRow


class JudgedPlans(NamedTuple):
    """Plans with their judged rows, and the names of all their indicators, as the first plan that has one gives it."""

    plans: tuple[tuple[str, tuple[GapRow, ...]], ...]
    names: dict[str, Name]


def are_plan_folders(paths: Sequence[str]) -> bool:
    """Whether plan folders are named: at least one of the paths has the file of a plan in it."""
    return any((Path(path) / TARGETS).is_file() for path in paths)


def judge_folders(paths: Sequence[str], options: Options, accumulators: Sequence[Accumulator]) -> JudgedPlans:
    """Judge every target of every folder and hand the rows on.

    Raises
    ------
    InputError
        with every fault of every folder, where any of them is an error.
    UsageError
        for a folder that is named twice.
    """
    folders: list[PlanFolder] = []
    problems: list[Problem] = []
    for path in paths:
        folder, found = read_folder(path)
        problems += found
        if folder is not None:
            folders.append(folder)
    if has_errors(problems):
        raise InputError(by_place(problems))
    regions = regions_of(paths)
    plans = tuple((region, _judged(folder, options)) for region, folder in zip(regions, folders, strict=True))
    rows = rows_of_plans(plans)
    add_rows(rows, accumulators)
    names = {indicator.id: indicator.name for folder in reversed(folders) for indicator in folder.plan.indicators}
    order = dict.fromkeys(indicator.id for folder in folders for indicator in folder.plan.indicators)
    return JudgedPlans(plans, {name: names[name] for name in order})


def regions_of(paths: Sequence[str]) -> list[str]:
    """Name regions after their folders; where two have one name, by the paths as they were given.

    >>> regions_of(["plans/lixia/", "plans/shizhong"]), regions_of(["2023/lixia", "2024/lixia", "new/tianqiao"])
    (['lixia', 'shizhong'], ['2023/lixia', '2024/lixia', 'tianqiao'])
    """
    shown = [path.replace("\\", "/").rstrip("/") or path for path in paths]
    for path in shown:
        if shown.count(path) > 1:
            raise UsageError("file_twice", {"file": path})
    names = [Path(path).resolve().name if set(path) <= set("./") else path.rpartition("/")[2] for path in shown]
    return [path if names.count(name) > 1 else name for path, name in zip(shown, names, strict=True)]


def _judged(folder: PlanFolder, options: Options) -> tuple[GapRow, ...]:
    series = series_of(folder, as_of=options.as_of, vintage=options.vintage)
    return gap_rows(evaluate(series, folder.plan.info, options))
