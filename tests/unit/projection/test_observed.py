import numpy as np
from hypothesis import given

from lixia_kpi.projection.observed import observed
from strategies import series


@given(series())
def test_first_and_latest_agree_with_a_plain_loop(values):
    seen = observed(values)
    for i, row in enumerate(values):
        points = [(year, value) for year, value in enumerate(row.tolist()) if value == value]
        assert seen.count[i] == len(points)
        if points:
            assert (seen.first[i], seen.latest[i]) == (points[0][1], points[-1][1])
            assert seen.span[i] == points[-1][0] - points[0][0]
            assert seen.behind[i] == len(row) - 1 - points[-1][0]
        else:
            assert np.isnan([seen.first[i], seen.latest[i]]).all()


def test_no_series_at_all():
    assert observed(np.empty((0, 3))).steps(2).shape == (0, 2)
