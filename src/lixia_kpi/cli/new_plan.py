"""A new plan as the options ask for it: an example, from a table of targets, or from next to nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.opening import read_actuals_files
from lixia_kpi.cli.output import write
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.examples import read_example
from lixia_kpi.folder.locate import shown_name
from lixia_kpi.founding.draft import Head, Source
from lixia_kpi.founding.ids import snake_case
from lixia_kpi.founding.proof import faults_of
from lixia_kpi.founding.read_targets import read_targets
from lixia_kpi.founding.skeleton import USUAL_PERIOD, skeleton
from lixia_kpi.messages.init_text import EXAMPLE, SAID
from lixia_kpi.office.read import read_sheets
from lixia_kpi.problems import InputError, by_place, has_errors
from lixia_kpi.render.encode import encode_for_console
from lixia_kpi.render.plan_files.folder import folder_of_draft, folder_of_example
from lixia_kpi.render.problems import render_problems

if TYPE_CHECKING:
    from lixia_kpi.cli.options import Screen
    from lixia_kpi.founding.draft import Wishes
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.plan_files.folder import NewFolder

_USUAL_ID = "my_plan"


def example_folder(name: str, lang: Lang) -> NewFolder:
    """Give the files of an example."""
    return folder_of_example(read_example(name), lang=lang)


def plan_of_table(file: str, folder: str, wishes: Wishes) -> NewFolder:
    """Read a table of targets and write the plan that it makes.

    Raises
    ------
    InputError
        with every fault of the table, each with its cell.
    UsageError
        the base year does not lie before the period.
    """
    ((name, data),) = read_actuals_files([file])
    sheets, problems = read_sheets(data, file=name)
    if has_errors(problems):
        raise InputError(problems)
    draft, faults = read_targets(Source(name, tuple(sheets)), wishes)
    if draft is None or not draft.head.end:
        raise InputError(by_place(faults))
    head = draft.head
    _check_years(head.start, head.end, head.baseline_year)
    draft = draft._replace(head=head._replace(id=head.id or _id_of(folder)))
    made = folder_of_draft(draft, lang=wishes.language, explained=False)
    faults += faults_of(made.files, folder, made.spots)
    if has_errors(faults):
        raise InputError(by_place(faults))
    return made._replace(notes=tuple(faults))


def plan_of_nothing(folder: str, wishes: Wishes) -> NewFolder:
    """Write a plan of one indicator that is clearly an example."""
    lang, english = wishes.language, wishes.language == "en"
    start, end = wishes.period or USUAL_PERIOD
    base = start - 1 if wishes.baseline_year is None else wishes.baseline_year
    _check_years(start, end, base)
    names = (wishes.name or EXAMPLE["plan"][0], wishes.name_en or wishes.name or EXAMPLE["plan"][1])
    head = Head(wishes.id or _id_of(folder), *names, start, end, base, lang)
    group, unit, note = (EXAMPLE[code][english] for code in ("group", "unit", "note"))
    draft = skeleton(head, name=EXAMPLE["indicator"], group=group, unit=unit, note=note)
    made = folder_of_draft(draft, lang=lang, explained=True)
    if faults := faults_of(made.files, folder, {}):
        raise InputError(faults)
    return made


def say_made(folder: str, made: NewFolder, lang: Lang, screen: Screen) -> None:
    """List the files and say what to do next."""
    english = lang == "en"
    lines = [shown_name(folder, file) for file in made.files]
    lines += render_problems(made.notes, lang).splitlines()
    if made.assumed:
        lines.append(SAID["assumed" if made.spots else "example"][english].format(count=made.assumed))
    lines.append(SAID["next"][english].format(folder=folder))
    place = console(ascii_only=screen.ascii)
    write(encode_for_console("\n".join(lines) + "\n", place.encoding), None)


def _check_years(start: int, end: int, base: int) -> None:
    if not base < start <= end:
        raise UsageError("years_of_plan", {"start": start, "end": end, "baseline_year": base})


def _id_of(folder: str) -> str:
    return snake_case(Path(folder).resolve().name) or _USUAL_ID
