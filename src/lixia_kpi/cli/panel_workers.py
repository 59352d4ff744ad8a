"""Who judges the series of a panel: this thread, threads or worker processes.

Nothing here needs numpy or pyarrow: worker processes are started before this one loads its libraries, so that all of
them load at the same time.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lixia_kpi.panel.engine_processes import can_start_processes, process_engine
from lixia_kpi.panel.freed_memory import keep_freed_memory
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.sources import are_large, find_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lixia_kpi.cli.panel_options import PanelEngine
    from lixia_kpi.cli.panel_output import Wanted
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.sources import Source

JUDGE = "lixia_kpi.panel.run_parts"
"""The module that every worker needs."""

WRITERS = {"parquet": "lixia_kpi.render.panel_rows.parquet"}
OTHER_WRITER = "lixia_kpi.render.panel_rows.lines"


@contextmanager
def start_early(files: Sequence[str], engine: PanelEngine, want: Wanted) -> Iterator[MapPartitions | None]:
    """Start what the options ask for on this machine; nothing where a cluster does the work.

    Parameters
    ----------
    files : as they are named; what is not there counts as nothing.
    engine, want : the options.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # others give memory back and ask for it anew
    keep_freed_memory()
    if engine.engine == "dask":
        yield None
        return
    writers = [WRITERS.get(want.format, OTHER_WRITER)] if want.what == "rows" else []
    with start_engine(find_sources(files)[0], engine.engine, engine.jobs, writers) as map_partitions:
        yield map_partitions


@contextmanager
def start_engine(
    sources: Sequence[Source], name: str | None, jobs: int | None, writers: Sequence[str]
) -> Iterator[MapPartitions]:
    """Give the engine for so many blocks at a time, as many as there are processors where nothing is said.

    Processes judge large panels; they start at once and import modules, so that they are ready when all is read.

    Parameters
    ----------
    sources : the files.
    name : `threads` or `processes`; None where the size of the files decides.
    jobs : how much is worked on at a time.
    writers : modules that prepare rows for writing.
    """
    workers = workers_of(jobs)
    if workers == 1:
        yield serially
    elif (name or ("processes" if are_large(sources) else "threads")) == "processes" and can_start_processes():
        with process_engine(workers, [JUDGE, *writers]) as map_partitions:
            yield map_partitions
    else:
        yield in_threads(workers)


def workers_of(jobs: int | None) -> int:
    """Say how much is worked on at a time."""
    if jobs is not None:
        return jobs
    from lixia_kpi.projection.workers import usable_cores

    return usable_cores()
