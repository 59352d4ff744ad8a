"""A plan folder as it would be with other contents of some of its files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lixia_kpi.folder.open import read_shelf
from lixia_kpi.problems import InvalidChangeError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.folder.locate import Shelf
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.problems import Problem

_PLACES = ("line", "column", "place")


class EditedShelf:
    """A shelf some of whose files have other contents."""

    def __init__(self, shelf: Shelf, contents: Mapping[str, bytes]) -> None:
        self.shelf = shelf
        self.contents = contents
        self.name = shelf.name

    def names(self) -> list[str]:
        """List the names of its files."""
        return list(dict.fromkeys([*self.shelf.names(), *self.contents]))

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""
        return self.contents[name] if name in self.contents else self.shelf.read(name)


def check_edited(shelf: Shelf, contents: Mapping[str, bytes]) -> tuple[PlanFolder | None, list[Problem]]:
    """See what other contents of files would bring: faults that were there before are passed over.

    Parameters
    ----------
    shelf
        the files as they are.
    contents
        the new contents by the names of the files.

    Returns
    -------
    tuple
        the plan as it would be, None where errors remain that were there before; and the warnings and notes that are
        new, by place.

    Raises
    ------
    InvalidChangeError
        with every error that is new.
    """
    before = Counter(map(_kind, read_shelf(shelf)[1]))
    opened, problems = read_shelf(EditedShelf(shelf, contents))
    new = []
    for problem in problems:
        if before[_kind(problem)] > 0:
            before[_kind(problem)] -= 1
        else:
            new.append(problem)
    errors = [problem for problem in new if problem.severity == "error"]
    if errors:
        raise InvalidChangeError(errors)
    return opened, new


def _kind(problem: Problem) -> tuple[object, ...]:
    """What a problem says, wherever it stands: lines move where something is added."""
    details = tuple((key, value) for key, value in problem.details.items() if not key.endswith(_PLACES))
    return (problem.place.file, problem.code, problem.severity, details)
