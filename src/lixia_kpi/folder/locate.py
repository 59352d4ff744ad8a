"""Where the files of a plan are: in a folder on disk, or in the data that the package carries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.problems import Place, Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

TARGETS = "targets.yaml"
ACTUALS = "actuals.csv"
SHIPPED = "data"


class Shelf(Protocol):
    """What holds the files of a plan."""

    name: str

    def names(self) -> list[str]:
        """List the names of its files."""

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""


class DiskShelf:
    """A folder on disk; `name` is what problems call it."""

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name

    def names(self) -> list[str]:
        """List the names of its files."""
        return [entry.name for entry in Path(self.path).iterdir()]

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""
        return read_bytes(shown_name(self.path, name), file=shown_name(self.name, name))


class PackageShelf:
    """The data of a package that is not unpacked on disk."""

    def __init__(self, folder: Traversable, name: str) -> None:
        self.folder = folder
        self.name = name

    def names(self) -> list[str]:
        """List the names of its files."""
        return [entry.name for entry in self.folder.iterdir()]

    def read(self, name: str) -> bytes | Problem:
        """Read one of its files."""
        try:
            return (self.folder / name).read_bytes()
        except (OSError, KeyError):
            return Problem("file_not_found", Place(shown_name(self.name, name)))


def locate(folder: str | None) -> tuple[Shelf | None, list[str], list[Problem]]:
    """Find a plan folder and list its files.

    Parameters
    ----------
    folder
        the folder as the user named it; None for the data that the package carries.

    Returns
    -------
    tuple
        the shelf (None where there is none), the names on it in order, and the problem that stands in the way:
        `folder_not_found`, `not_a_folder`, `folder_not_readable`.

    Examples
    --------
    >>> locate("no/such/folder")[2][0].code
    'folder_not_found'
    """
    try:
        shelf = _shipped() if folder is None else DiskShelf(folder, folder)
        return shelf, sorted(shelf.names()), []
    except NotADirectoryError:
        return None, [], [Problem("not_a_folder", Place(folder or SHIPPED))]
    except (FileNotFoundError, ValueError):
        return None, [], [Problem("folder_not_found", Place(folder or SHIPPED))]
    except OSError as fault:
        return None, [], [Problem("folder_not_readable", Place(folder or SHIPPED), details={"errno": fault.errno or 0})]


def shown_name(folder: str, name: str) -> str:
    """Name a file of a folder as the user would.

    Parameters
    ----------
    folder
        the folder as the user named it.
    name
        the file in it.

    Returns
    -------
    str
        the two joined; the bare file for the current folder.

    Examples
    --------
    >>> shown_name("examples/national_11fyp/", "targets.yaml"), shown_name(".", "targets.yaml")
    ('examples/national_11fyp/targets.yaml', 'targets.yaml')
    """
    if folder in (".", "./", ""):
        return name
    return folder + name if folder.endswith(("/", "\\")) else f"{folder}/{name}"


def is_baseline(name: str) -> bool:
    """Tell whether a file of that name is a baseline file.

    Parameters
    ----------
    name
        the bare name.

    Returns
    -------
    bool
        True for `baseline_*.yaml`.

    Examples
    --------
    >>> is_baseline("baseline_2020.yaml"), is_baseline("baseline.yml")
    (True, False)
    """
    return name.startswith("baseline_") and name.endswith(".yaml")


def _shipped() -> Shelf:
    """Find the package's data: unpacked beside the code, in a working copy above it, else inside an archive."""
    package = Path(__file__).parent.parent
    for place in (package / SHIPPED, package.parent.parent / SHIPPED):
        if (place / TARGETS).is_file():
            return DiskShelf(str(place), SHIPPED)
    from importlib.resources import files

    return PackageShelf(files("lixia_kpi") / SHIPPED, SHIPPED)
