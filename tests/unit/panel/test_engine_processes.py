"""Worker processes: every result in order, whatever becomes of the workers, and none of them left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from lixia_kpi.panel import process_link
from lixia_kpi.panel.engine_processes import can_start_processes, process_engine
from process_work import PARENT, backwards, doubled, failing, killed_away_from_home, lasting

pytestmark = pytest.mark.skipif(not can_start_processes(), reason="processes are handed no descriptors here")


def parts(count=9, size=1000):
    return [np.arange(size) + 1000.0 * number for number in range(count)]


def is_alive(process):
    """Whether a process is there and not only waits for its exit code to be read."""
    state = Path(f"/proc/{process}/stat")
    try:
        os.kill(process, 0)
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(processes, seconds=10.0):
    """Wait until no process is there any more."""
    end = time.monotonic() + seconds
    while any(map(is_alive, processes)) and time.monotonic() < end:
        time.sleep(0.02)
    return not any(map(is_alive, processes))


def test_results_come_in_order_from_other_processes_which_end_with_the_engine():
    with process_engine(2) as engine:
        found = list(engine(doubled, parts()))
        assert [numbers.tolist() for _, numbers in found] == [(2 * part).tolist() for part in parts()]
        workers = {process for process, _ in found}
        assert os.getpid() not in workers
        assert len(workers) == 2
        again = list(engine(backwards, parts(3)))
        assert [numbers[-1] for numbers in again] == [0.0, 1000.0, 2000.0]
    assert gone(workers)


@pytest.mark.parametrize("without", ["room", "memory"])
def test_what_does_not_fit_into_common_memory_comes_all_the_same(monkeypatch, without):
    if without == "room":
        monkeypatch.setattr(process_link, "ROOM", 4096)
    else:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    with process_engine(1) as engine:
        found = list(engine(doubled, parts(3, 100_000)))
    assert os.getpid() not in {process for process, _ in found}
    assert [numbers.tolist() for _, numbers in found] == [(2 * part).tolist() for part in parts(3, 100_000)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_result_stays_whole_while_its_worker_has_the_next_work_already(monkeypatch, workers):
    take, pauses = process_link.Link.take, iter([0.3, *[0.0] * 30])

    def slowly(link, word, *, lasting):
        time.sleep(next(pauses) if lasting else 0)
        return take(link, word, lasting=lasting)

    monkeypatch.setattr(process_link.Link, "take", slowly)
    with process_engine(workers) as engine:
        found = list(engine(doubled, parts(12)))
    assert os.getpid() not in {process for process, _ in found}
    assert [numbers.tolist() for _, numbers in found] == [(2 * part).tolist() for part in parts(12)]


def test_a_killed_worker_costs_nothing_but_time(monkeypatch):
    monkeypatch.setenv(PARENT, str(os.getpid()))
    with process_engine(2) as engine:
        assert list(engine(killed_away_from_home, range(12))) == list(range(12))


def test_an_error_is_that_of_the_work_itself():
    with process_engine(1) as engine:
        results = engine(failing, range(9))
        assert [next(results), next(results)] == [0, 1]
        with pytest.raises(LookupError, match=str(os.getpid())):
            next(results)


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/interpreter")
    with process_engine(2) as engine:
        assert {process for process, _ in engine(doubled, parts(3))} == {os.getpid()}


def test_work_that_nobody_waits_for_any_more_is_not_finished():
    begun = time.monotonic()
    with process_engine(2) as engine:
        results = engine(lasting, [0.0, *[600.0] * 5])
        assert next(results) == 0.0
        results.close()
        assert time.monotonic() < begun + 60
        ((process, _),) = engine(doubled, parts(1))
        assert process == os.getpid()


KILLED = """
import os, signal
from lixia_kpi.panel.engine_processes import process_engine
from process_work import doubled
import numpy as np
with process_engine(1) as engine:
    (process, _), = engine(doubled, [np.zeros(3)])
    print(process, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def python(*arguments):
    """Run Python on the modules that this one has."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)


def test_a_worker_ends_when_the_one_it_works_for_is_killed():
    done = python("-c", KILLED)
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
    assert gone([int(done.stdout)])


def test_a_script_without_a_guard_is_not_run_again(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(KILLED.rpartition("    os.kill")[0] + 'print("once")\n', encoding="utf-8")
    done = python(script)
    assert (done.stdout.split()[1:], done.stderr) == (["once"], "")
