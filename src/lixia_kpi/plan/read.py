"""The readers of a plan's files: bytes in, records and problems out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lixia_kpi.plan.baseline import baselines_from
from lixia_kpi.plan.collector import collector_paused
from lixia_kpi.plan.faults import Faults, TooManyFaultsError
from lixia_kpi.plan.nodes import read_nodes
from lixia_kpi.plan.targets import targets_from
from lixia_kpi.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.plan.model import Baseline
    from lixia_kpi.plan.nodes import Node
    from lixia_kpi.plan.targets import TargetsFile
    from lixia_kpi.problems import Problem

Records = TypeVar("Records")


def read_targets(data: bytes, *, file: str) -> tuple[TargetsFile | None, list[Problem]]:
    r"""Read a `targets.yaml`.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it, for the places of problems.

    Returns
    -------
    tuple
        what could be read, None where nothing could, and every problem of the file, in the order found.

    Examples
    --------
    >>> targets, problems = read_targets(b"schema: 1\nindicators: []\n", file="targets.yaml")
    >>> [(p.code, p.details["key"]) for p in problems]
    [('missing_key', 'plan')]
    """
    faults = Faults(file)
    with collector_paused():
        return _read(data, faults, targets_from), faults.problems


def read_baseline(data: bytes, *, file: str) -> tuple[list[Baseline], list[Problem]]:
    r"""Read a `baseline_*.yaml`.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it, for the places of problems.

    Returns
    -------
    tuple
        the baselines that could be read and every problem of the file, in the order found.

    Examples
    --------
    >>> text = "schema: 1\nyear: 2020\nindicators:\n  - {id: gdp, value: 1910.41, unit: 亿元}\n"
    >>> baselines, problems = read_baseline(text.encode(), file="baseline_2020.yaml")
    >>> baselines[0].value, problems
    (1910.41, [])
    """
    faults = Faults(file)
    with collector_paused():
        return _read(data, faults, baselines_from) or [], faults.problems


def _read(data: bytes, faults: Faults, records_from: Callable[[Node, Faults], Records | None]) -> Records | None:
    """The records of a file; None where it cannot be read to its end."""
    text, problems = decode(data, file=faults.file)
    faults.extend(problems)
    if text is None:
        return None
    node, problems = read_nodes(text, file=faults.file)
    faults.extend(problems)
    if node is None:
        return None
    try:
        return records_from(node, faults)
    except TooManyFaultsError:
        return None
