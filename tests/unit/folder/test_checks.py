"""Values that an indicator cannot have are refused in the unit of the indicator, whatever they are printed in."""

from __future__ import annotations

import pytest

from builders import PLACE, indicator, target
from lixia_kpi.actuals.observation import Observation
from lixia_kpi.folder.checks import check_observation, in_own_unit

SHARE = indicator(target(), id="x", measure="share", unit="%")
CHANGE = indicator(target("growth"), id="x", observed_as="yearly_change", unit="亿元")


@pytest.mark.parametrize(
    ("of", "value", "unit", "own", "codes"),
    [
        (SHARE, 100.0, "%", 100.0, []), (SHARE, 100.01, "%", 100.01, ["actual_out_of_bounds"]),
        (SHARE, 1000.0, "‰", 100.0, []), (SHARE, 1001.0, "‰", 100.1, ["actual_out_of_bounds"]),
        (SHARE, 1.0, "亿元", None, ["unit_mismatch"]),
        (CHANGE, -150.0, "‰", -15.0, []), (CHANGE, -1000.0, "‰", -100.0, ["actual_out_of_bounds"]),
        (CHANGE, -99.9, "%", -99.9, []), (CHANGE, -100.0, "%", -100.0, ["actual_out_of_bounds"]),
        (CHANGE, 5.0, "亿元", None, ["unit_mismatch"]),
    ],
)  # fmt: skip
def test_bounds_hold_in_the_indicators_own_unit(of, value, unit, own, codes):
    row = Observation("x", 2021, value, unit, PLACE)
    assert in_own_unit(row, of) == own
    assert [problem.code for problem in check_observation(row, of)] == codes
