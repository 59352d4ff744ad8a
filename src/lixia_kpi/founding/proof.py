"""A new plan read before it is written, so that what is made always opens; faults are said of the table's cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.folder.locate import shown_name
from lixia_kpi.folder.open import open_shelf
from lixia_kpi.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.office.spot import Spot


class MemoryShelf:
    """Files of a plan that are not on any disk."""

    def __init__(self, files: Mapping[str, bytes], name: str) -> None:
        self.files = files
        self.name = name

    def names(self) -> list[str]:
        """List the names of its files; those of folders within are none of a plan."""
        return [name for name in self.files if "/" not in name]

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""
        data = self.files.get(name)
        return Problem("file_not_found", Place(shown_name(self.name, name))) if data is None else data


def faults_of(files: Mapping[str, bytes], name: str, spots: Mapping[tuple[str, int], Spot]) -> list[Problem]:
    """See whether the files are a valid plan.

    Parameters
    ----------
    files
        content by name.
    name
        of the folder, as the user named it.
    spots
        the cell that a line of a file comes from, by file and line.

    Returns
    -------
    list of Problem
        none where they are; else every fault, said of the cell that stands on its line or next to it.
    """
    try:
        open_shelf(MemoryShelf(files, name))
    except InputError as error:
        return [_at_cell(fault, name, spots) for fault in error.problems]
    return []


def _at_cell(fault: Problem, name: str, spots: Mapping[tuple[str, int], Spot]) -> Problem:
    lines = [
        (abs(line - fault.place.line), line, spot)
        for (file, line), spot in spots.items()
        if shown_name(name, file) == fault.place.file
    ]
    if not lines:
        return fault
    _, _, spot = min(lines)
    return fault._replace(place=spot.place, details={**fault.details, "cell": spot.cell})
