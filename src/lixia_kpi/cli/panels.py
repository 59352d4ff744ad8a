"""Panel files as the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.panel_file import read_panel
from lixia_kpi.cli.opening import read_actuals_files
from lixia_kpi.problems import InputError, by_place, has_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.actuals.panel_file import PanelSeries
    from lixia_kpi.problems import Problem


def read_panels(files: Sequence[str]) -> list[PanelSeries]:
    """Read panel files, plain or gzipped; `-` is standard input.

    Raises
    ------
    InputError
        with every fault, where a file cannot be read or is invalid.
    """
    series: list[PanelSeries] = []
    problems: list[Problem] = []
    for file, data in read_actuals_files(files):
        found, faults = read_panel(data, file=file)
        series += found
        problems += faults
    if has_errors(problems):
        raise InputError(by_place(problems))
    return series
