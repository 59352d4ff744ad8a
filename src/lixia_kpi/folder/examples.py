"""The plans that the package carries as examples: in a working copy beside the code, in a wheel within the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.folder.locate import TARGETS, locate
from lixia_kpi.problems import InputError, Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SHIPPED_EXAMPLE = "shipped"
"""The plan that is used when none is named."""
_FOLDER = "examples"


def example_names() -> list[str]:
    """List the examples.

    Returns
    -------
    list of str
        `shipped` for the plan that is used when none is named, then the others by name.

    Examples
    --------
    >>> "climate_health_2030" in example_names()
    True
    """
    folder = _folder()
    found = [] if folder is None else [entry.name for entry in folder.iterdir() if (entry / TARGETS).is_file()]
    return [SHIPPED_EXAMPLE, *sorted(found)]


def read_example(name: str) -> dict[str, bytes]:
    """Read the plan files of an example: targets, baselines, actuals, README; not those of a level below.

    Parameters
    ----------
    name
        one of `example_names`.

    Returns
    -------
    dict
        content by the name of the file.

    Raises
    ------
    InputError
        a file of the package cannot be read.
    """
    folder = _folder()
    if name != SHIPPED_EXAMPLE and folder is not None:
        return {entry.name: entry.read_bytes() for entry in (folder / name).iterdir() if entry.is_file()}
    shelf, names, problems = locate(None)
    if shelf is None:
        raise InputError(problems)
    content = {name: shelf.read(name) for name in names if "." in name}
    if faults := [data for data in content.values() if isinstance(data, Problem)]:
        raise InputError(faults)
    return {name: data for name, data in content.items() if isinstance(data, bytes)}


def _folder() -> Traversable | None:
    package = Path(__file__).parent.parent
    inside = files("lixia_kpi") / _FOLDER
    places = (package / _FOLDER, package.parent.parent / _FOLDER, inside)
    return next((place for place in places if place.is_dir()), None)
