"""Which engine judges a panel: by what is asked for, else by the size of the files."""

from __future__ import annotations

import os

import numpy as np
import pytest

from lixia_kpi.cli.panel_workers import start_engine
from lixia_kpi.panel import sources
from lixia_kpi.panel.engine_processes import can_start_processes
from lixia_kpi.panel.sources import source_of
from process_work import doubled

HERE, ELSEWHERE = True, False


@pytest.mark.skipif(not can_start_processes(), reason="processes are handed no descriptors here")
@pytest.mark.parametrize(
    ("jobs", "wanted", "least", "place"),
    [
        (2, None, 100, HERE),
        (2, None, 99, ELSEWHERE),
        (2, "threads", 0, HERE),
        (2, "processes", 1000, ELSEWHERE),
        (1, "processes", 0, HERE),
    ],
)
def test_large_files_are_judged_by_processes(tmp_path, monkeypatch, jobs, wanted, least, place):
    monkeypatch.setattr(sources, "WORTH_PROCESSES", least)
    (tmp_path / "p.csv").write_bytes(b"x" * 99)
    with start_engine([source_of(str(tmp_path / "p.csv"))], wanted, jobs, []) as map_partitions:
        found = list(map_partitions(doubled, [np.arange(3.0), np.ones(2)]))
    assert [numbers.tolist() for _, numbers in found] == [[0.0, 2.0, 4.0], [2.0, 2.0]]
    assert {process == os.getpid() for process, _ in found} == {place}


def test_without_processes_threads_judge(monkeypatch):
    monkeypatch.setattr("lixia_kpi.cli.panel_workers.can_start_processes", lambda: False)
    with start_engine([], "processes", 2, []) as map_partitions:
        assert [process for process, _ in map_partitions(doubled, [np.ones(2)])] == [os.getpid()]
