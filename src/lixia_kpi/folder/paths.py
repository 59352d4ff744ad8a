"""Files and folders named one by one, each checked as what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lixia_kpi.actuals.reader import read_actuals
from lixia_kpi.folder.locate import ACTUALS, TARGETS, is_baseline
from lixia_kpi.folder.open import read_folder
from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import Place, Problem, by_place

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["targets", "baseline", "actuals"]

_SEEN_BY_CONTENT = 65536


def check_paths(paths: Sequence[str]) -> list[Problem]:
    """Check files and folders: a folder with the rules between its files, a file by itself.

    Parameters
    ----------
    paths
        as the user named them.

    Returns
    -------
    list of Problem
        everything found, sorted by place.

    Examples
    --------
    >>> [problem.code for problem in check_paths(["no/such/file.yaml"])]
    ['file_not_found']
    """
    problems: list[Problem] = []
    for path in paths:
        problems += _folder(path) if _is_folder(path) else _file(path)
    return by_place(problems)


def plan_folders(paths: Sequence[str]) -> list[str]:
    """Put the plan folder in the place of each file of a plan, so that the rules between its files are checked too.

    Parameters
    ----------
    paths
        as the user named them.

    Returns
    -------
    list of str
        each folder and each other path once, in the order given.

    Examples
    --------
    >>> plan_folders(["no/such/actuals.csv"])
    ['no/such/actuals.csv']
    """
    return list(dict.fromkeys(map(_plan_folder, paths)))


def _plan_folder(path: str) -> str:
    place = Path(path)
    in_plan = place.name in (TARGETS, ACTUALS) or is_baseline(place.name)
    if in_plan and not _is_folder(path) and (place.parent / TARGETS).is_file():
        return str(place.parent)
    return path


def kind_of(name: str, data: bytes) -> Kind | None:
    r"""Tell what a file is, by its name, else by its first lines.

    Parameters
    ----------
    name
        its bare name or path.
    data
        its content.

    Returns
    -------
    str or None
        `targets`, `baseline`, `actuals`; None where it is none of them.

    Examples
    --------
    >>> kind_of("baseline_2020.yaml", b""), kind_of("plan.yml", b"schema: 1\nplan:\n"), kind_of("notes.md", b"# Notes")
    ('baseline', 'targets', None)
    """
    bare = name.replace("\\", "/").rpartition("/")[2].casefold()
    if bare.endswith((".csv", ".tsv")):
        return "actuals"
    if bare.endswith((".yaml", ".yml")):
        if bare.startswith("targets"):
            return "targets"
        if bare.startswith("baseline"):
            return "baseline"
    lines = [line.rstrip() for line in data[:_SEEN_BY_CONTENT].removeprefix(b"\xef\xbb\xbf").splitlines()]
    if any(line.startswith(b"plan:") for line in lines):
        return "targets"
    if any(line.startswith((b"year:", b"indicators:")) for line in lines):
        return "baseline"
    header = next((line for line in lines if line), b"").lower()
    cells = [cell.strip(b' "') for mark in (b",", b";", b"\t") for cell in header.split(mark)]
    return "actuals" if b"id" in cells else None


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _folder(path: str) -> list[Problem]:
    return read_folder(path)[1]


def _file(path: str) -> list[Problem]:
    data = read_bytes(path, file=path)
    if isinstance(data, Problem):
        return [data]
    match kind_of(path, data):
        case "targets":
            return read_targets(data, file=path)[1]
        case "baseline":
            return read_baseline(data, file=path)[1]
        case "actuals":
            return read_actuals(data, file=path)[1]
        case _:
            return [Problem("unknown_kind_of_file", Place(path))]
