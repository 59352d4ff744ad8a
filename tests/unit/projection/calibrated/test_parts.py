"""Parts that are joined for a question: the same series, the same answers, fewer steps."""

import numpy as np
import pytest

from lixia_kpi.projection import project_array
from lixia_kpi.projection.calibrated.kinds import KINDS
from lixia_kpi.projection.calibrated.parts import Part, joined
from lixia_kpi.projection.calibrated.survey import Shape

SHAPE = Shape(0, 5, False, KINDS[4])
ERRORS = np.zeros((1, 31))


def part(start, stop, *, shape=SHAPE, standard=ERRORS, rows=None):
    return Part(slice(start, stop) if rows is None else rows, slice(start, stop), shape, standard)


def test_parts_that_follow_one_another_are_one():
    (one,) = joined([part(0, 10), part(10, 20), part(20, 25)], most=100)
    assert (one.rows, one.inside, one.shape) == (slice(0, 25), slice(0, 25), SHAPE)
    assert one.standard is ERRORS


def test_no_joined_part_is_longer_than_asked():
    found = joined([part(start, start + 10) for start in range(0, 50, 10)], most=20)
    assert [one.inside for one in found] == [slice(0, 20), slice(20, 40), slice(40, 50)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(part(10, 20, shape=SHAPE._replace(behind=1)), id="another shape"),
        pytest.param(part(10, 20, standard=ERRORS.copy()), id="other errors"),
        pytest.param(part(10, 20, rows=slice(12, 22)), id="a hole in the batch"),
        pytest.param(part(12, 22, rows=slice(10, 20)), id="a hole in what is stored"),
        pytest.param(part(10, 20, rows=np.arange(10, 20)), id="picked rows"),
    ],
)
def test_what_does_not_follow_stays_apart(other):
    assert joined([part(0, 10), other], most=100) == [part(0, 10), other]


def test_there_may_be_none():
    assert joined([], most=10) == []


def test_a_large_batch_has_the_chances_of_small_ones():
    generator = np.random.default_rng(5)
    values = 100 * np.exp(np.cumsum(0.02 + 0.08 * generator.standard_normal((60_000, 6)), axis=1))
    values[30_000:30_040] = 100.0  # series that never changed share no errors with the rest
    target = 1.1 * values[:, -1]

    def chances(rows):
        found = project_array(values[rows], horizon=3, measure="amount", workers=1)
        return found.chance(target[rows], step=3, direction="up")

    whole = chances(slice(None))
    apart = np.concatenate([chances(slice(start, start + 500)) for start in range(0, 60_000, 500)])
    np.testing.assert_array_equal(whole, apart)
