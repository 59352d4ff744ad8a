"""Pathways from the base year, and from a start of one's own."""

from __future__ import annotations

import math

import numpy as np
import pytest

from builders import indicator, judged, series, target
from lixia_kpi.assessment.pathway import pathway_from, required_pathway


def cases():
    amount = indicator(target(value=161.051), id="amount")
    share = indicator(target(value=50), target(value=46, year=2023), id="share", measure="share", unit="%")
    rank = indicator(target(op="<=", value=10), id="rank", measure="rank", direction="down", unit="位")
    bound = indicator(target("every_year", "<=", 3.5), id="bound", measure="rate", direction="down", unit="%")
    return judged(
        series(amount, {}, baseline=100),
        series(share, {}, baseline=40),
        series(rank, {}, baseline=20),
        series(bound, {}),
    ).cases


def test_each_target_has_its_own_pathway_to_its_own_year():
    found = required_pathway(cases())
    assert found[0].tolist() == pytest.approx([100, 110, 121, 133.1, 146.41, 161.051])
    assert found[1].tolist() == pytest.approx([40, 42, 44, 46, 48, 50])
    assert found[2].tolist() == pytest.approx([40, 42, 44, 46, math.nan, math.nan], nan_ok=True)
    assert np.isnan(found[3]).all()
    assert found[4].tolist() == pytest.approx([math.nan, *[3.5] * 5], nan_ok=True)


def test_from_a_start_of_ones_own():
    what = cases()
    start = np.array([133.1, 44.0, 45.0, 12.0, np.nan])
    found = pathway_from(what, start, np.full(5, 2023, dtype=np.intp))
    assert found[0].tolist() == pytest.approx([133.1, 146.41, 161.051])
    assert found[1].tolist() == pytest.approx([44, 47, 50])
    assert np.isnan(found[2]).all()  # its target year is the start year
