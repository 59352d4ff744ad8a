"""Every folder of faults in the actuals, or in the folder itself, says exactly what its `expected.txt` lists."""

from pathlib import Path

import pytest

from lixia_kpi.folder.open import read_folder

FOLDERS = Path(__file__).parents[2] / "data" / "invalid"
CASES = sorted(path for pattern in ("actuals_*", "folder_*") for path in FOLDERS.glob(pattern))


def test_there_are_cases():
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_faults_are_those_expected(case):
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    opened, problems = read_folder(str(case))
    found = [f"{str(p.place).removeprefix(str(case) + '/')}: {p.severity} {p.code}" for p in problems]
    assert found == expected
    assert (opened is None) == any(" error " in line for line in expected)
