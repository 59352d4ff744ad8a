from __future__ import annotations

import numpy as np
import pytest

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.errors import UsageError
from lixia_kpi.panel import tally_cells
from lixia_kpi.panel.tally_cells import NO_CHANCE, CellTally

ABSENT = len(STATUSES)


def code(status: str) -> int:
    return STATUSES.index(status)


def cell(*targets: tuple[str, float]) -> tuple[int, int]:
    """The cell of one indicator in one region with these targets."""
    cells = CellTally()
    zeros = np.zeros(len(targets), dtype=np.int64)
    cells.add(zeros, zeros, np.array([code(s) for s, _ in targets]), np.array([chance for _, chance in targets]))
    status, chance = cells.tables(np.array([0]), np.array([0]))
    return int(status[0, 0]), int(chance[0, 0])


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("chance", "shown"), [(0.0, 0), (0.004, 0), (0.5, 50), (1.0, 100), (float("nan"), NO_CHANCE)])
def test_one_target_is_its_own_cell(status: str, chance: float, shown: int) -> None:
    assert cell((status, chance)) == (code(status), shown)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("met", "ahead", "ahead"),
        ("behind", "off_track", "off_track"),
        ("reversing", "no_data", "reversing"),
        ("met", "undetermined", "met"),
        ("pending", "no_data", "pending"),
        ("pending", "undetermined", "pending"),
    ],
)
def test_of_two_targets_the_worse_is_shown_and_what_is_judged_before_what_is_not(
    one: str, other: str, kept: str
) -> None:
    assert cell((one, 0.5), (other, 0.5))[0] == cell((other, 0.5), (one, 0.5))[0] == code(kept)


def test_of_two_targets_with_one_status_the_lower_chance_is_shown() -> None:
    assert cell(("behind", 0.4), ("behind", 0.2), ("behind", float("nan"))) == (code("behind"), 20)


def test_where_there_is_no_target_the_cell_says_so() -> None:
    cells = CellTally()
    cells.add(np.array([1]), np.array([0]), np.array([0]), np.array([np.nan]))
    status, chance = cells.tables(np.array([0, 1, 2]), np.array([0, 1]))
    assert status.tolist() == [[ABSENT, ABSENT], [0, ABSENT], [ABSENT, ABSENT]]
    assert (chance == NO_CHANCE).all()


def test_a_map_beyond_what_can_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally_cells, "MOST_CELLS", 6)
    cells = CellTally()
    cells.add(np.array([1]), np.array([2]), np.array([0]), np.array([0.5]))
    with pytest.raises(UsageError) as fault:
        cells.add(np.array([2]), np.array([0]), np.array([0]), np.array([0.5]))
    assert fault.value.code == "map_too_large"
    assert fault.value.details == {"regions": 3, "indicators": 3, "most": 6}
