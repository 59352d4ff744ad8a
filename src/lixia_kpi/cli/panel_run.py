"""From files of a panel to judged blocks, as the options ask for."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.options import Options
from lixia_kpi.cli.streamed import open_output
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.open import open_folder
from lixia_kpi.panel.block import Setting
from lixia_kpi.panel.blocks import blocks_of
from lixia_kpi.panel.fault_list import FaultList
from lixia_kpi.panel.faults import FaultCount, ReadingFaults
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.reading import read_panel_files
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.run import run_blocks
from lixia_kpi.panel.sources import find_sources
from lixia_kpi.panel.store import Store
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.targets_of_columns import TargetsOfColumns
from lixia_kpi.panel.targets_of_plan import TargetsOfPlan
from lixia_kpi.plan.model import OWN_CUTS
from lixia_kpi.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.cli.options import PanelEvidence
    from lixia_kpi.panel.mapping import MapPartitions
    from lixia_kpi.panel.run import Accumulator
    from lixia_kpi.panel.targets import Targets
    from lixia_kpi.plan.model import Name, Plan
    from lixia_kpi.tables.gap import GapRow


class PanelRequest(NamedTuple):
    """What is to be judged, and by what means."""

    files: tuple[str, ...]
    plan: str | None
    baseline_year: int | None
    faults: str | None
    jobs: int | None
    temp: str | None
    cells: bool = False


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


def judge_panel(request: PanelRequest, evidence: PanelEvidence, writers: Sequence[Accumulator]) -> JudgedPanel:
    """Judge every series of the files and hand the rows to the writers.

    Raises
    ------
    InputError
        with every file that cannot be read and every fault of the plan.
    UsageError
        for a folder of temporary files that is none.
    """
    if request.temp is not None and not Path(request.temp).is_dir():
        raise UsageError("no_temporary_folder", {"folder": request.temp})
    plan = None if request.plan is None else open_folder(request.plan).plan
    sources, problems = find_sources(request.files)
    if problems:
        raise InputError(problems)
    options = options_of_panel(evidence)
    setting = Setting(options, OWN_CUTS if plan is None else plan.info.cuts)
    tally, vocabulary = Tally(cells=request.cells), Vocabulary()
    with Store(request.temp) as store, _fault_list(request) as listed:
        reading = read_panel_files(sources, store, vocabulary, ReadingFaults)
        count = FaultCount(listed)
        reading.hand_over(count)
        targets: Targets = (
            TargetsOfColumns(vocabulary, request.baseline_year) if plan is None else TargetsOfPlan(vocabulary, plan)
        )
        blocks = blocks_of(store, targets, count)
        run_blocks(blocks, setting, (tally, *writers), map_partitions=engine(request.jobs))
        if listed is not None:
            with open_output(request.faults) as sink:
                listed.write(sink)
    return JudgedPanel(options, plan, names_of(plan), tally, count.counts, listed is not None)


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


def engine(jobs: int | None) -> MapPartitions:
    """Give the engine for so many blocks at a time, as many as there are processors where nothing is said."""
    workers = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    return serially if workers == 1 else in_threads(workers)


def _fault_list(request: PanelRequest) -> FaultList | nullcontext[None]:
    return nullcontext() if request.faults is None else FaultList(request.temp)
