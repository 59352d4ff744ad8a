"""The engine that the options of `kpi panel` ask for."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lixia_kpi.cli.panel_output import row_writer
from lixia_kpi.cli.panel_run import judge_panel
from lixia_kpi.errors import UsageError
from lixia_kpi.projection.workers import usable_cores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.cli.options import PanelEvidence, PanelOutput
    from lixia_kpi.cli.panel_options import PanelEngine
    from lixia_kpi.cli.panel_output import RowWriter, Wanted
    from lixia_kpi.cli.panel_run import JudgedPanel, PanelRequest
    from lixia_kpi.panel.mapping import MapPartitions


def check_engine(engine: PanelEngine, temp: str | None) -> None:
    """Raise UsageError where an engine cannot be had, or options do not go together."""
    if engine.scheduler is not None and engine.engine != "dask":
        raise UsageError("scheduler_without_dask")
    if engine.engine == "dask" and find_spec("distributed") is None:
        raise UsageError("panel_library_missing", {"extra": "cluster"})
    if engine.scheduler is not None and temp is None:
        raise UsageError("shared_folder_needed")


def judge_on_engine(
    request: PanelRequest, evidence: PanelEvidence, engine: PanelEngine, writers: Sequence[RowWriter],
    output: PanelOutput, want: Wanted, started: MapPartitions | None,
) -> JudgedPanel:  # fmt: skip
    """Judge every series of the files, by the engine that is started or in parts by the workers of Dask."""
    if engine.engine != "dask":
        return judge_panel(request, evidence, writers, started)
    from lixia_kpi.cli.panel_parts import judge_in_parts
    from lixia_kpi.panel.engine_dask import dask_engine

    make_writer = partial(row_writer, output=output, want=want) if writers else None
    jobs = engine.jobs or usable_cores()
    with dask_engine(scheduler=engine.scheduler, workers=jobs) as (map_partitions, workers):
        return judge_in_parts(request, evidence, writers, make_writer, map_partitions=map_partitions, workers=workers)
