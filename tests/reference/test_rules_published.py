"""Verdicts and figures that offices have published, reproduced from the series they were taken from."""

from __future__ import annotations

import pytest

from lixia_kpi.assessment.rules import assess
from lixia_kpi.growth import log_completion, straight_completion


@pytest.mark.parametrize(
    ("years", "values", "target", "limit", "direction", "score"),
    [
        # EUSTAT, tabla_resumen.csv and data/indicator_*.csv of EUSTAT-DES/data (commits 0734d4b2, 07d8cf7e, 36207b6c)
        (
            [2008, 2012, 2014, 2016, 2018, 2020, 2022],
            [14.8, 15.4, 18.5, 16.4, 17.7, 17.8, 16.5],
            8.2,
            None,
            "down",
            -2.58743841144272,
        ),
        ([2015, 2023], [99.9, 99.9], 99.9, None, "up", 5.0),
    ],
)
def test_scores_that_eustat_publishes(years, values, target, limit, direction, score):
    got = assess("eurostat", years=years, values=values, target=target, limit=limit, direction=direction)
    assert float(got.score) == pytest.approx(score, abs=1e-12)


@pytest.mark.parametrize(
    ("yearly", "target", "completion", "equivalent", "remaining"),
    [([1.51, -2.20, -4.18], -17, 0.268, 1.34, -6.59)],
)
def test_qinghai_2009_energy_intensity(yearly, target, completion, equivalent, remaining):
    """Qinghai Statistics Bureau, 2009: 26.8 % done, 1.34 planned years, −6.59 % a year needed, −12.75 % in all."""
    got = assess(
        "china_intensity",
        years=[2006, 2007, 2008],
        values=yearly,
        target=target,
        target_year=2010,
        direction="down",
    )
    assert float(got.value) == pytest.approx(completion, abs=5e-4)
    assert float(got.details["equivalent_years"]) == pytest.approx(equivalent, abs=5e-3)
    assert float(got.details["remaining_yearly"]) == pytest.approx(remaining, abs=5e-3)
    assert float(got.details["remaining_change"]) == pytest.approx(-12.75, abs=5e-3)
    assert float(got.details["elapsed"]) == pytest.approx(0.6)
    assert (str(got.category), str(got.status)) == ("behind_schedule", "behind")


def test_twenty_percent_with_15_61_after_four_years_needs_5_20_and_not_4_39():
    got = assess(
        "china_intensity",
        years=[2009],
        values=[-15.61],
        method="cumulative",
        baseline_year=2005,
        target=-20,
        target_year=2010,
        direction="down",
    )
    assert float(got.details["remaining_yearly"]) == pytest.approx(-5.20, abs=5e-3)


def test_13_5_percent_with_7_3_then_3_8_needs_3_0_in_the_fifth_year():
    got = assess(
        "china_intensity",
        years=[2020, 2023, 2024],
        values=[100, 100 * (1 - 0.073), 100 * (1 - 0.073) * (1 - 0.038)],
        method="levels",
        target=-13.5,
        target_year=2025,
        direction="down",
    )
    assert float(got.details["remaining_yearly"]) == pytest.approx(-3.0, abs=5e-2)


def test_pension_cover_counts_as_gap_closed_beside_the_log_ratio():
    assert float(straight_completion(174, 210, 223)) == pytest.approx(0.735, abs=5e-4)
    assert float(log_completion(174, 210, 223)) == pytest.approx(0.758, abs=5e-4)
    options = {"years": [2020, 2023], "values": [174, 210], "target": 223, "target_year": 2025, "direction": "up"}
    straight = assess("pace", measure="count", method="straight", **options)
    assert float(straight.details["completion"]) == pytest.approx(0.735, abs=5e-4)
    assert float(assess("escap", baseline_year=2020, **options).value) == pytest.approx(7.35, abs=5e-3)
