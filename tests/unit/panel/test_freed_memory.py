"""Memory that is freed stays with the process, where its C library can be told so."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lixia_kpi.panel import freed_memory
from lixia_kpi.panel.freed_memory import keep_freed_memory

FAULTS = """
import resource
import sys
import numpy as np
from lixia_kpi.panel.freed_memory import keep_freed_memory
if sys.argv[1] == "told":
    assert keep_freed_memory()
np.ones(2 << 20)
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(20):
    np.ones(3 << 19), np.ones(1 << 20)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(how):
    environment = {"PYTHONPATH": ":".join(sys.path), "NUMPY_MADVISE_HUGEPAGE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", FAULTS, how], env=environment, capture_output=True, check=True, text=True
    )
    return int(done.stdout)


@pytest.mark.skipif(not keep_freed_memory(), reason="this C library cannot be told")
def test_memory_is_not_asked_for_anew():
    assert faults("told") < faults("not told") / 2


def test_other_systems_are_left_alone(monkeypatch):
    monkeypatch.setattr(freed_memory.sys, "platform", "darwin")
    assert not keep_freed_memory()
