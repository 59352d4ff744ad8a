"""The plans that travel with the program are valid; their only warnings are floors and caps that held at the start."""

from pathlib import Path

import pytest

from lixia_kpi.plan.assemble import assemble
from lixia_kpi.plan.read import read_baseline, read_targets

ROOT = Path(__file__).parents[3]
PLANS = [ROOT / "data", *sorted(path.parent for path in (ROOT / "examples").glob("*/targets.yaml"))]


@pytest.mark.parametrize("folder", PLANS, ids=lambda path: path.name)
def test_a_shipped_plan_is_valid(folder):
    targets, problems = read_targets((folder / "targets.yaml").read_bytes(), file="targets.yaml")
    baselines = []
    for path in sorted(folder.glob("baseline_*.yaml")):
        found, faults = read_baseline(path.read_bytes(), file=path.name)
        baselines += found
        problems += faults
    plan, between = assemble(targets, baselines)
    assert problems == []
    assert {problem.code for problem in between} <= {"met_at_baseline"}
    assert plan.indicators
    assert plan.baselines
