"""All files of a new plan folder, by their name within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.header import TIDY
from lixia_kpi.folder.locate import ACTUALS, TARGETS
from lixia_kpi.messages.init_text import README
from lixia_kpi.plan.schema import SCHEMAS, schema_text
from lixia_kpi.render.plan_files.baseline import baseline_file
from lixia_kpi.render.plan_files.targets import targets_file
from lixia_kpi.render.plan_files.workflow import PLACE, workflow_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.founding.draft import Draft
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.office.spot import Spot
    from lixia_kpi.problems import Problem

_README = "README.md"


class NewFolder(NamedTuple):
    """The files of a new folder: content by name.

    `spots` gives the cell that a line of a file comes from, `assumed` counts the values that no cell gave, `notes` are
    what should be known of the table.
    """

    files: Mapping[str, bytes]
    spots: Mapping[tuple[str, int], Spot]
    assumed: int = 0
    notes: tuple[Problem, ...] = ()


def folder_of_draft(draft: Draft, *, lang: Lang, explained: bool) -> NewFolder:
    """Write a draft down.

    Parameters
    ----------
    draft : the plan.
    lang : of comments and README.
    explained : whether the first indicator has remarks on what its keys take.
    """
    head = draft.head
    targets, baseline = targets_file(draft, lang=lang, explained=explained), baseline_file(draft, lang=lang)
    baseline_name = f"baseline_{head.baseline_year}.yaml"
    name = head.name_en if lang == "en" else head.name_zh
    readme = README["text"][lang == "en"].format(
        name=name, start=head.start, end=head.end, baseline_year=head.baseline_year
    )
    texts = {
        _README: readme,
        TARGETS: targets.text(),
        baseline_name: baseline.text(),
        ACTUALS: ",".join(TIDY) + "\n",
        **_beside(lang),
    }
    spots = {
        (file, line): spot
        for file, lines in ((TARGETS, targets), (baseline_name, baseline))
        for line, spot in lines.spots.items()
    }
    return NewFolder({file: text.encode() for file, text in texts.items()}, spots, targets.assumed + baseline.assumed)


def folder_of_example(files: Mapping[str, bytes], *, lang: Lang) -> NewFolder:
    """Put beside the files of an example what every plan folder has."""
    beside = {file: text.encode() for file, text in _beside(lang).items()}
    return NewFolder(dict(sorted(files.items())) | beside, {})


def _beside(lang: Lang) -> dict[str, str]:
    schemas = {f"schema/{name}.schema.json": schema_text(name) for name in SCHEMAS}
    return schemas | {PLACE: workflow_file(lang)}
