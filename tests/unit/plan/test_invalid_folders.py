"""Every folder of faults in the plan itself says exactly what its `expected.txt` lists, place by place."""

from pathlib import Path

import pytest

from lixia_kpi.plan.assemble import assemble
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import by_place

FOLDERS = Path(__file__).parents[2] / "data" / "invalid"
CASES = sorted(path for path in FOLDERS.iterdir() if not path.name.startswith(("actuals_", "folder_")))


def problems_of(folder):
    targets, problems = read_targets((folder / "targets.yaml").read_bytes(), file="targets.yaml")
    baselines, more = read_baseline((folder / "baseline_2020.yaml").read_bytes(), file="baseline_2020.yaml")
    between = [] if targets is None else assemble(targets, baselines)[1]
    return by_place([*problems, *more, *between])


def test_there_are_cases():
    assert len(CASES) >= 95


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_faults_are_those_expected(case):
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected
    assert [f"{p.place}: {p.severity} {p.code}" for p in problems_of(case)] == expected
