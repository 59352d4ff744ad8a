"""The two states of a plan that `kpi diff` compares, as the command line names them.

A state is a plan folder, `vintage:DATE` (the plan at hand with what was published up to that day), or `git:REV` and
`git:REV:FOLDER` (the folder as it was in a revision of its repository). The plan at hand is `--plan`, else the folder
that the other side names, else the one that kpi brings along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.cli.option_values import date
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.open import open_folder, open_shelf

if TYPE_CHECKING:
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.folder.open import PlanFolder

VINTAGE, REVISION = "vintage:", "git:"


class Named(NamedTuple):
    """A state as it was named: a folder, with a date or a revision or neither."""

    text: str
    folder: str | None = None
    vintage: str | None = None
    revision: str | None = None


class Side(NamedTuple):
    """A state opened: its name as it was written, the plan, and the choices that hold for it."""

    name: str
    folder: PlanFolder
    options: Options


def read_name(text: str) -> Named:
    """Read how a state is named.

    >>> read_name("git:v1.0:data")
    Named(text='git:v1.0:data', folder='data', vintage=None, revision='v1.0')
    """
    if text.startswith(VINTAGE):
        return Named(text, vintage=date(text.removeprefix(VINTAGE)))
    if text.startswith(REVISION):
        revision, _, folder = text.removeprefix(REVISION).partition(":")
        return Named(text, folder=folder or None, revision=revision)
    return Named(text, folder=text)


def open_sides(old: str, new: str, plan: str | None, options: Options) -> tuple[Side, Side]:
    """Open both states.

    Raises
    ------
    InputError
        with every fault of a state that cannot be read.
    UsageError
        for a date that is none, a revision that is not there, a revision of no folder.
    """
    first, second = read_name(old), read_name(new)
    return (
        _open(first, plan or second.folder, options),
        _open(second, plan or first.folder, options),
    )


def _open(named: Named, other: str | None, options: Options) -> Side:
    folder = named.folder or other
    if named.revision is None:
        chosen = options if named.vintage is None else options._replace(vintage=named.vintage)
        return Side(named.text, open_folder(folder), chosen)
    if folder is None:
        raise UsageError("revision_without_folder", {"name": named.text})
    from lixia_kpi.folder.git_shelf import git_shelf

    return Side(named.text, open_shelf(git_shelf(named.revision, folder)), options)
