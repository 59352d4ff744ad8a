"""From files of a panel to judged blocks, as the options ask for."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.options import Options
from lixia_kpi.cli.panel_workers import start_engine, workers_of
from lixia_kpi.cli.streamed import open_output
from lixia_kpi.errors import UsageError
from lixia_kpi.panel.block import Setting
from lixia_kpi.panel.blocks import blocks_of
from lixia_kpi.panel.fault_list import FaultList
from lixia_kpi.panel.faults import FaultCount, ReadingFaults
from lixia_kpi.panel.key_ranges import key_parts
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.reading import read_panel_files
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.run import run_blocks
from lixia_kpi.panel.run_parts import PartWork, run_parts
from lixia_kpi.panel.sources import find_sources
from lixia_kpi.panel.store import Store
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.targets_of_columns import TargetsOfColumns
from lixia_kpi.panel.targets_of_plan import TargetsOfPlan
from lixia_kpi.plan.model import OWN_CUTS
from lixia_kpi.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lixia_kpi.cli.options import PanelEvidence
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.run import Accumulator
    from lixia_kpi.panel.sources import Source
    from lixia_kpi.panel.targets import Targets
    from lixia_kpi.plan.model import Name, Plan
    from lixia_kpi.tables.gap import GapRow

PARTS_OF_A_WORKER = 4
"""So many parts at least for each worker: at the end none waits long for the others."""


class PanelRequest(NamedTuple):
    """What is to be judged, and by what means; `engine` is None where the size of the files decides."""

    files: tuple[str, ...]
    plan: str | None
    baseline_year: int | None
    faults: str | None
    jobs: int | None
    temp: str | None
    cells: bool = False
    engine: str | None = None


class JudgedPanel(NamedTuple):
    """What is known when all rows have gone by.

    `plan` is the plan that applies to every region, `names` are those of the indicators, in order; `faults` counts what
    could not be used, `listed` says whether a file holds it; `plans` are the rows of plan folders, `failing` the
    statuses that fail the gate, worst first.
    """

    options: Options
    plan: Plan | None
    names: Mapping[str, Name]
    tally: Tally
    faults: Mapping[str, int]
    listed: bool
    plans: tuple[tuple[str, tuple[GapRow, ...]], ...] = ()
    failing: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether any target has a status that fails."""
        return self.tally.any_of(self.failing)


class Choices(NamedTuple):
    """What decides about the rows of a panel, beside its files."""

    options: Options
    plan: Plan | None
    baseline_year: int | None
    cells: bool


def judge_panel(
    request: PanelRequest, evidence: PanelEvidence, writers: Sequence[Accumulator], started: MapPartitions | None = None
) -> JudgedPanel:
    """Judge every series of the files and hand the rows to the writers.

    Parameters
    ----------
    request, evidence : what is judged, and how.
    writers : take the rows.
    started : the engine that judges; None where the one that the request asks for is to be started.

    Raises
    ------
    InputError
        with every file that cannot be read and every fault of the plan.
    UsageError
        for a folder of temporary files that is none.
    """
    choices, sources = begin_panel(request, evidence)
    modules = [type(writer).__module__ for writer in writers]
    engine = start_engine(sources, request.engine, request.jobs, modules) if started is None else nullcontext(started)
    with fault_list(request) as listed, engine as map_partitions:
        tally, count = judge_sources(
            sources, choices, writers, temp=request.temp, listed=listed, map_partitions=map_partitions,
            map_blocks=threads(request), workers=workers_of(request.jobs),
        )  # fmt: skip
        write_faults(request, listed)
    return judged_panel(choices, tally, count, listed=listed is not None)


def begin_panel(request: PanelRequest, evidence: PanelEvidence) -> tuple[Choices, list[Source]]:
    """Open the plan and find the files."""
    if request.temp is not None and not Path(request.temp).is_dir():
        raise UsageError("no_temporary_folder", {"folder": request.temp})
    plan = None if request.plan is None else _plan_of(request.plan)
    sources, problems = find_sources(request.files)
    if problems:
        raise InputError(problems)
    return Choices(options_of_panel(evidence), plan, request.baseline_year, request.cells), sources


def _plan_of(folder: str) -> Plan:
    from lixia_kpi.folder.open import open_folder

    return open_folder(folder).plan


def judge_sources(
    sources: Sequence[Source], choices: Choices, writers: Sequence[Accumulator], *, temp: str | None,
    listed: FaultList | None, map_partitions: MapPartitions, map_blocks: MapPartitions = serially, workers: int = 1,
) -> tuple[Tally, FaultCount]:  # fmt: skip
    """Read files, judge their series block by block, and hand the rows to the writers.

    Parameters
    ----------
    sources, choices : what is judged, and how.
    writers : take the rows.
    temp : folder of temporary files.
    listed : takes what cannot be used.
    map_partitions : the engine that judges.
    map_blocks : the engine that parses delimited files, of threads, in which runs of rows are then sorted, too.

    Raises
    ------
    InputError
        with every file that cannot be read.
    """
    plan = choices.plan
    setting = Setting(choices.options, OWN_CUTS if plan is None else plan.info.cuts)
    tally, count = Tally(cells=choices.cells), FaultCount(listed)
    accumulators = (tally, *writers)
    make_targets: Callable[[Vocabulary], Targets] = (
        partial(TargetsOfColumns, baseline_year=choices.baseline_year) if plan is None
        else partial(TargetsOfPlan, plan=plan)
    )  # fmt: skip
    if parts := key_parts(sources, PARTS_OF_A_WORKER * workers):
        work = PartWork(make_targets, setting, [one.prepare for one in accumulators], listed is not None)
        run_parts(parts, work, accumulators, count, map_partitions=map_partitions)
        return tally, count
    vocabulary = Vocabulary()
    with Store(temp, in_threads=map_blocks is not serially) as store:
        read_panel_files(sources, store, vocabulary, ReadingFaults, map_blocks=map_blocks).hand_over(count)
        blocks = blocks_of(store, make_targets(vocabulary), count)
        run_blocks(blocks, setting, accumulators, map_partitions=map_partitions)
    return tally, count


def judged_panel(choices: Choices, tally: Tally, count: FaultCount, *, listed: bool) -> JudgedPanel:
    """Say what is known when all rows have gone by."""
    return JudgedPanel(choices.options, choices.plan, names_of(choices.plan), tally, count.counts, listed)


def write_faults(request: PanelRequest, listed: FaultList | None) -> None:
    """Write the list of faults where one is asked for."""
    if listed is not None:
        with open_output(request.faults) as sink:
            listed.write(sink)


def judge_plans(request: PanelRequest, evidence: PanelEvidence, writers: Sequence[Accumulator]) -> JudgedPanel:
    """Judge every target of plan folders, each by its own plan, and hand the rows to the writers.

    Raises
    ------
    InputError
        with every fault of every folder, where any of them is an error.
    UsageError
        for options that go with files of series alone.
    """
    from lixia_kpi.cli.panel_folders import judge_folders

    for name, value in (
        ("--plan", request.plan),
        ("--baseline-year", request.baseline_year),
        ("--faults", request.faults),
    ):
        if value is not None:
            raise UsageError("not_with_plan_folders", {"name": name})
    options, tally = options_of_panel(evidence), Tally(cells=request.cells)
    judged = judge_folders(request.files, options, (tally, *writers))
    return JudgedPanel(options, None, judged.names, tally, {}, False, judged.plans)


def names_of(plan: Plan | None) -> dict[str, Name]:
    """Give the names of the indicators of a plan, in order."""
    return {} if plan is None else {indicator.id: indicator.name for indicator in plan.indicators}


def options_of_panel(evidence: PanelEvidence) -> Options:
    """Give the choices that change figures."""
    return Options(
        as_of=evidence.as_of,
        to=evidence.to,
        method=evidence.method,
        rule=evidence.rule,
        interval=evidence.interval,
    )


def threads(request: PanelRequest) -> MapPartitions:
    """Give an engine of as many threads as are asked for."""
    workers = workers_of(request.jobs)
    return serially if workers == 1 else in_threads(workers)


def fault_list(request: PanelRequest) -> FaultList | nullcontext[None]:
    """Give what lists faults, nothing where no list is asked for."""
    return nullcontext() if request.faults is None else FaultList(request.temp)
