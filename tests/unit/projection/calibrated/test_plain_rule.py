"""The blocks of the package give what the rule says, written down plainly for one series."""

import numpy as np
import pytest

from lixia_kpi.projection.calibrated import predict
from lixia_kpi.projection.calibrated.standard import PROBABILITIES
from plain_rule import quantiles

HORIZON = 12


def walks(measure, years, series=12):
    generator = np.random.default_rng([years, len(measure)])
    trend, noise = generator.normal(0.04, 0.05, (series, 1)), np.exp(generator.normal(-3, 1, (series, 1)))
    steps = trend + noise * generator.normal(size=(series, years))
    walked = np.exp(generator.normal(3, 2, (series, 1)) + np.cumsum(steps, axis=1))
    if measure == "share":
        return 100 * walked / (walked + 50) * 0.999 + 0.0123
    return walked - 20 if measure == "rate" else walked


@pytest.mark.parametrize("years", [2, 3, 4, 5, 6, 7, 8, 10, 15])
@pytest.mark.parametrize("measure", ["amount", "count", "share", "rate"])
def test_every_quantile_is_that_of_the_plain_rule(measure, years):
    values = walks(measure, years)
    found = predict(values, horizon=HORIZON, measure=measure)
    for place in (5, 15, 27):
        ours = found.quantile(PROBABILITIES[place])
        for row, series in enumerate(values):
            plain = quantiles(series.tolist(), measure, HORIZON, place)
            np.testing.assert_allclose(ours[row], plain, rtol=1e-10, atol=1e-11 * np.abs(series).max())
