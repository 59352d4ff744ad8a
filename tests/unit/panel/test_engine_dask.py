"""Dask workers: results in order, each once, also where a worker is killed; what is wrong is said by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cluster_work import FAULTY, KILLED, work
from lixia_kpi.errors import UsageError
from lixia_kpi.panel import engine_dask
from lixia_kpi.panel.engine_dask import dask_engine

if TYPE_CHECKING:
    from pathlib import Path


def test_a_killed_worker_costs_its_own_share_and_every_result_is_there_once(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with dask_engine(workers=2) as (run, workers):
        assert workers == 2
        assert list(run(work, [(number, str(tmp_path)) for number in range(12)])) == list(range(12))
        starts = [path.name.split("-")[0] for path in tmp_path.iterdir()]
        assert starts.count(str(KILLED)) == 2
        assert len(starts) <= 12 + 4
        with pytest.raises(ValueError, match="a fault of the work itself"):
            list(run(work, [(FAULTY, str(tmp_path))]))
    assert capfd.readouterr() == ("", "")


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_dask, "SECONDS_TO_ANSWER", 0.2)
    for address in ("tcp://127.0.0.1:9", "nonsense"):
        with pytest.raises(UsageError) as fault, dask_engine(scheduler=address):
            pass
        assert fault.value.code == "scheduler_not_reached"
        assert fault.value.details == {"scheduler": address}
