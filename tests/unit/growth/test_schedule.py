import numpy as np

from lixia_kpi.growth import elapsed_share


def test_elapsed_share_of_the_period():
    assert elapsed_share(2020, [2020, 2022, 2025], 2025).tolist() == [0, 0.4, 1]


def test_a_period_without_length_is_undefined():
    assert np.isnan(elapsed_share([2020, 2020, np.nan], 2020, [2020, 2019, 2025])).all()
