"""A panel judged in parts by the workers of an engine: each reads, judges and writes its own; here they are joined.

A part that is worked on again, because a worker was lost, writes the same files again: every series is there once.
"""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import uuid4

from lixia_kpi.cli.panel_run import begin_panel, fault_list, judge_sources, judged_panel, write_faults
from lixia_kpi.errors import OutputError
from lixia_kpi.panel.engine_split import bounds_of, keys_of, part_of, pieces_of, put_into_parts
from lixia_kpi.panel.fault_list import FaultList
from lixia_kpi.panel.faults import FaultCount, ReadingFaults
from lixia_kpi.panel.mapping import serially
from lixia_kpi.panel.reading import check_sources
from lixia_kpi.panel.sources import Source
from lixia_kpi.panel.tally import Tally
from lixia_kpi.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from lixia_kpi.cli.options import PanelEvidence
    from lixia_kpi.cli.panel_output import RowWriter
    from lixia_kpi.cli.panel_run import Choices, JudgedPanel, PanelRequest
    from lixia_kpi.panel.mapping import MapPartitions

P = TypeVar("P")
R = TypeVar("R")

PARTS_OF_A_WORKER = 4
"""So many parts for each worker: a slow one does not hold up the others for long."""


class Part(NamedTuple):
    """The files of the series between two keys."""

    number: int
    sources: tuple[Source, ...]


class Job(NamedTuple):
    """What every part is judged by, and where its files go; `make_writer` is None where no rows are wanted."""

    choices: Choices
    make_writer: Callable[[BinaryIO], RowWriter] | None
    lists_faults: bool
    folder: str


class Judged(NamedTuple):
    """What came of a part: its counts, and the names of its files."""

    tally: Tally
    faults: dict[str, int]
    rows: str
    listed: str


def judge_in_parts(
    request: PanelRequest, evidence: PanelEvidence, writers: Sequence[RowWriter],
    make_writer: Callable[[BinaryIO], RowWriter] | None, *, map_partitions: MapPartitions, workers: int,
) -> JudgedPanel:  # fmt: skip
    """Judge every series of the files in parts and hand the rows of the parts to the writers, in order.

    Raises
    ------
    InputError
        with every file that cannot be read and every fault of the plan.
    UsageError
        for a folder of temporary files that is none, and what the engine raises.
    """
    choices, sources = begin_panel(request, evidence)
    check_sources(sources)
    tally, reading = Tally(cells=choices.cells), ReadingFaults()
    with TemporaryDirectory(prefix="kpi-panel-", dir=request.temp) as folder, fault_list(request) as listed:
        parts = _split(sources, folder, reading, map_partitions, PARTS_OF_A_WORKER * workers)
        count = FaultCount(listed)
        reading.hand_over(count)
        job = Job(choices, make_writer, listed is not None, folder)
        for judged in map_partitions(partial(told, work=partial(judge_part, job=job)), parts):
            tally.merge(judged.tally)
            for code, times in judged.faults.items():
                count.count(code, times)
            if listed is not None:
                listed.take_kept(Path(judged.listed))
            for writer in writers:
                writer.append(judged.rows)
        write_faults(request, listed)
    return judged_panel(choices, tally, count, listed=listed is not None)


def judge_part(part: Part, *, job: Job) -> Judged:
    """Judge the series of one part and write its rows.

    Parameters
    ----------
    part : its files.
    job : what every part is judged by.
    """
    rows, faults = Path(job.folder, f"rows{part.number}"), Path(job.folder, f"faults{part.number}")
    judge = partial(judge_sources, part.sources, job.choices, temp=job.folder, map_partitions=serially)
    with FaultList(job.folder) as list_:
        listed = list_ if job.lists_faults else None
        if job.make_writer is None:
            tally, count = judge((), listed=listed)
        else:
            place = rows.with_suffix(f".{uuid4().hex}")
            with place.open("wb") as sink:
                writer = job.make_writer(sink)
                tally, count = judge((writer,), listed=listed)
                writer.close()
            place.replace(rows)
        list_.keep(faults)
    return Judged(tally, count.counts, str(rows), str(faults))


def told(part: P, *, work: Callable[[P], R]) -> R:
    """Do the work of a worker; what it cannot read or write is told in a form that reaches the one who asked.

    Parameters
    ----------
    part : what is worked on.
    work : the function.

    Raises
    ------
    InputError
        for a file that this worker cannot read, as where it does not see the folder.
    OutputError
        where there is no room for temporary files.
    """
    try:
        return work(part)
    except OSError as fault:
        place, text = str(fault.filename or ""), fault.strerror or str(fault)
        if fault.errno == errno.ENOSPC:
            raise OutputError("disk_full", {"file": place, "fault": text}) from None
        raise InputError([Problem("panel_not_readable", Place(place), details={"fault": text})]) from None


def _split(
    sources: Sequence[Source], folder: str, reading: ReadingFaults, map_partitions: MapPartitions, parts: int
) -> list[Part]:
    """Cut the panel into parts; files of one region that lie in one part whole stay where they are."""
    pieces = pieces_of(sources)
    bounds = bounds_of((key for keys in map_partitions(partial(told, work=keys_of), pieces) for key in keys), parts)
    found: list[list[Source]] = [[] for _ in range(len(bounds) + 1)]
    left = []
    for piece in pieces:
        part = part_of(piece.source.given["region"], bounds) if "region" in piece.source.given else None
        if part is None:
            left.append(piece)
        elif piece.source not in found[part]:
            found[part].append(piece.source)
    put_piece = partial(told, work=partial(put_into_parts, bounds=bounds, folder=folder))
    for put in map_partitions(put_piece, left):
        for line in put.ragged:
            reading.ragged(line)
        for part, file in put.files.items():
            found[part].append(Source(file, {}, ""))
    return [Part(number, tuple(of_part)) for number, of_part in enumerate(found) if of_part]
