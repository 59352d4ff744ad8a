"""The readers of a plan's files: bytes in, records and problems out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.baseline import baselines_from
from lixia_kpi.plan.faults import Faults, TooManyFaultsError
from lixia_kpi.plan.nodes import read_nodes
from lixia_kpi.plan.targets import targets_from
from lixia_kpi.text.decode import decode

if TYPE_CHECKING:
    from lixia_kpi.plan.model import Baseline
    from lixia_kpi.plan.nodes import Node
    from lixia_kpi.plan.targets import TargetsFile
    from lixia_kpi.problems import Problem


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
    node, faults = _nodes(data, file)
    if node is None:
        return None, faults.problems
    try:
        return targets_from(node, faults), faults.problems
    except TooManyFaultsError:
        return None, faults.problems


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
    node, faults = _nodes(data, file)
    if node is None:
        return [], faults.problems
    try:
        return baselines_from(node, faults), faults.problems
    except TooManyFaultsError:
        return [], faults.problems


def _nodes(data: bytes, file: str) -> tuple[Node | None, Faults]:
    """The nodes of a file, with the faults found so far."""
    faults = Faults(file)
    text, problems = decode(data, file=file)
    faults.extend(problems)
    if text is None:
        return None, faults
    node, problems = read_nodes(text, file=file)
    faults.extend(problems)
    return node, faults
