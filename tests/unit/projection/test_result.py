from dataclasses import FrozenInstanceError
from statistics import NormalDist

import numpy as np
import pytest

from lixia_kpi.projection import Projection


class Normal:
    """Independent normal values around a centre, one spread a step: a distribution with known answers."""

    def __init__(self, centre, spread):
        self.centre, self.spread = centre, spread

    def quantile(self, q):
        return self.centre + self.spread * NormalDist().inv_cdf(q)

    def quantiles(self, *probabilities):
        return [self.quantile(q) for q in probabilities]

    def chance(self, target, *, step, direction):
        rows = np.arange(len(self.centre))
        score = (target - self.centre[rows, step - 1]) / self.spread[step - 1]
        below = np.array([NormalDist().cdf(z) for z in score])
        return np.where(direction == "up", 1 - below, below)


@pytest.fixture
def projection():
    centre = np.array([[10.0, 12.0], [50.0, 40.0]])
    method = np.array(["linear", "linear"])
    return Projection(centre, interval=0.8, method=method, distribution=Normal(centre, spread=np.array([1.0, 2.0])))


def test_the_interval_lies_at_the_quantiles_of_the_distribution(projection):
    z = 1.2815515655446004
    np.testing.assert_allclose(projection.lower, projection.centre - z * np.array([1.0, 2.0]))
    np.testing.assert_allclose(projection.upper, projection.centre + z * np.array([1.0, 2.0]))
    np.testing.assert_allclose(projection.quantile(0.5), projection.centre)


def test_chances_by_series_step_and_direction(projection):
    np.testing.assert_allclose(projection.chance(12, step=2, direction="up")[0], 0.5)
    chances = projection.chance([10, 42], step=np.array([1, 2]), direction=["up", "down"])
    np.testing.assert_allclose(chances, [0.5, NormalDist().cdf(1)])


@pytest.mark.parametrize("step", [0, 3, -1, 1.5, [1, 3]])
def test_a_step_outside_the_horizon_is_refused(projection, step):
    with pytest.raises(ValueError, match="step must be a whole number from 1 to 2"):
        projection.chance(12, step=step, direction="up")


def test_wrong_names_shapes_and_probabilities_are_refused(projection):
    with pytest.raises(ValueError, match="direction must be one of up, down"):
        projection.chance(12, step=1, direction="upwards")
    with pytest.raises(ValueError, match="broadcast"):
        projection.chance([1, 2, 3], step=1, direction="up")
    for q in (0, 1, 80):
        with pytest.raises(ValueError, match="between 0 and 1"):
            projection.quantile(q)


def test_a_projection_is_frozen(projection):
    with pytest.raises(FrozenInstanceError):
        projection.interval = 0.9
