"""The SDG Index's arrows."""

from __future__ import annotations

import math

import pytest

from lixia_kpi.assessment.rules import assess


def one(values, years=(2015, 2020), **options):
    return assess("sdsn", years=years, values=values, **{"direction": "up", "target": 80, **options})


@pytest.mark.parametrize(
    ("latest", "arrow", "status"),
    [
        (49.0, "decreasing", "reversing"),
        (50.0, "stagnating", "off_track"),
        (54.9, "stagnating", "off_track"),
        (55.0, "moderately_improving", "behind"),
        (60.0, "on_track", "on_track"),
        (80.0, "on_track", "met"),
    ],
)
def test_arrows_from_the_base(latest, arrow, status):
    got = one([50.0, latest])
    assert (str(got.category), str(got.status)) == (arrow, status)


def test_the_needed_pace_may_be_counted_from_the_latest_year():
    base, latest = one([50.0, 58.0]), one([50.0, 58.0], method="latest")
    assert float(base.value) == pytest.approx(0.8)
    assert float(latest.value) == pytest.approx(1.6 / 2.2)
    assert float(base.details["needed_rate"]) == pytest.approx(2.2)
    assert str(one([50.0, 55.2]).category) == "moderately_improving"
    assert str(one([50.0, 55.2], method="latest").category) == "stagnating"


def test_a_fall_above_the_threshold_keeps_the_arrow_unless_the_2018_edition_is_asked_for():
    got, old = one([95.0, 85.0]), one([95.0, 85.0], method="base_2018")
    assert (str(got.category), str(got.status), str(got.quirk)) == ("on_track", "met", "achieved_hides_trend")
    assert (str(old.category), str(old.status), str(old.quirk)) == ("maintaining", "met", "")


def test_a_fall_from_above_to_below_the_threshold_decreases():
    assert one([95.0, 75.0]).category == "decreasing"
    assert one([80.0, 79.0]).category == "decreasing"


def test_normalising_to_a_scale_between_worst_and_best_changes_nothing():
    def scaled(x):
        return 100 * (x - 400) / (100 - 400)

    values, target = [300.0, 270.0], 180.0
    raw = one(values, target=target, direction="down")
    normal = one([scaled(v) for v in values], target=scaled(target))
    assert (str(raw.category), float(raw.value)) == (str(normal.category), pytest.approx(float(normal.value)))


def test_a_neighbouring_year_may_stand_in_and_no_other():
    assert one([50.0, 60.0], years=[2016, 2020]).quirk == "neighbouring_year"
    assert one([50.0, 60.0], years=[2017, 2020]).reason == "no_baseline"


def test_what_is_refused():
    assert one([50.0, 60.0], target=None).reason == "no_target"
    assert one([50.0, 60.0], target_year=2020, method="latest").reason == "target_year_observed"
    assert one([50.0, 60.0], target_year=2014).reason == "target_year_not_after_baseline"
    assert one([50.0, 40.0], target=None).category == "not_available"
    unseen = one([50.0, math.nan])
    assert (str(unseen.reason), str(unseen.status)) == ("no_actual", "no_data")
    assert one([50.0, 60.0], target_year=2015).reason == "target_year_not_after_baseline"
    assert one([50.0, 60.0], target_year=2016, method="latest").reason == "target_year_observed"


def test_what_a_verdict_may_hang_on_is_named():
    assert one([50.0, 60.0]).quirk == "on_the_cut"
    assert one([50.0, 59.0]).quirk == ""
    assert one([50.0, 50.0]).quirk == "on_the_cut"
    assert one([50.0, 45.0]).quirk == ""
    assert one([85.0, 85.0]).quirk == ""
    assert one([50.0, 90.0]).quirk == ""


def test_the_2018_edition_may_count_from_the_latest_year_too():
    assert one([95.0, 85.0], method="latest_2018").category == "maintaining"
    assert one([85.0, 95.0], method="base_2018").category == "on_track"
    for method, ratio in (("base_2018", 0.8), ("latest_2018", 1.6 / 2.2)):
        assert float(one([50.0, 58.0], method=method).value) == pytest.approx(ratio)
    assert one([95.0, 75.0], method="base_2018").category == "decreasing"
