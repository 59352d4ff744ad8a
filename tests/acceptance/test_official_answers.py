"""Official Chinese figures through the whole command: from the files of a plan to what is printed.

Each is compared to half a unit of the last digit that its source prints. Sources: Qinghai Statistics Bureau, 2009 (a
cut of energy intensity by 17 % over five years); published texts on cuts of 20 % and 13.5 %; a pension cover of 174
that is to be 223 and has come to 210 (million people), which counts as 73.5 % done.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan

if TYPE_CHECKING:
    from pathlib import Path

INTENSITY = {"measure": "index", "direction": "down", "unit": "指数"}


def rows(folder: Path, command: str = "project", *args: str) -> list[dict[str, Any]]:
    return json.loads(run(command, *args, "--plan", folder, "-f", "json").stdout)["rows"]


def cut(percent: float, **more: Any) -> dict[str, Any]:
    target = {"form": "change", "op": "<=", "value": -percent, "year": 2025}
    return {"id": "intensity", **INTENSITY, **more, "targets": [target]}


@pytest.fixture
def qinghai(tmp_path):
    """A cut of 17 % in five years, of which three are known: +1.51, −2.20, −4.18 %."""
    changes = {2021: 1.51, 2022: -2.20, 2023: -4.18}
    return make_plan(
        tmp_path,
        indicators=[cut(17, observed_as="yearly_change")],
        actuals=[("intensity", year, change, "%") for year, change in changes.items()],
    )


def test_cut_of_17_percent_is_26_8_percent_done_and_needs_6_59_a_year(qinghai):
    (row,) = rows(qinghai)
    assert row["completion"] == pytest.approx(0.268, abs=0.0005)
    assert row["needed_rate"] == pytest.approx(-6.59, abs=0.005)
    assert row["elapsed"] == 0.6
    assert row["completion"] < 0.286 - 0.0005  # what adding percentages would give


def test_cut_of_17_percent_amounts_to_1_34_planned_years(qinghai):
    (row,) = rows(qinghai, "compare")
    assert row["equivalent_years"] == pytest.approx(1.34, abs=0.005)
    assert row["china_intensity_value"] == pytest.approx(0.268, abs=0.0005)
    assert (row["china_intensity_category"], row["china_intensity_status"]) == ("behind_schedule", "behind")
    shown = run("show", "intensity", "--plan", qinghai, "--lang", "zh").out
    assert "按对数 26.8%，相当于规划的 1.34 年" in shown


def test_cut_of_17_percent_from_levels_gives_the_same(qinghai, tmp_path):
    levels = {2020: 100.0}
    for year, change in {2021: 1.51, 2022: -2.20, 2023: -4.18}.items():
        levels[year] = levels[year - 1] * (1 + change / 100)
    folder = make_plan(
        tmp_path / "levels",
        indicators=[cut(17)],
        baselines=[{"id": "intensity", "value": 100}],
        actuals=[("intensity", year, level) for year, level in levels.items() if year > 2020],
    )
    (by_changes,), (by_levels,) = rows(qinghai, "compare"), rows(folder, "compare")
    for rule in ("eurostat", "unsd_2022", "unsd_2023", "sdsn", "escap", "statcan", "china_intensity"):
        assert by_levels[f"{rule}_category"] == by_changes[f"{rule}_category"], rule
        assert by_levels[f"{rule}_value"] == pytest.approx(by_changes[f"{rule}_value"], rel=1e-9), rule


def test_cut_of_20_percent_with_15_61_after_four_years_needs_5_20_and_not_4_39(tmp_path):
    folder = make_plan(
        tmp_path,
        indicators=[cut(20)],
        baselines=[{"id": "intensity", "value": 100}],
        actuals=[("intensity", 2024, 100 - 15.61)],
    )
    (row,) = rows(folder)
    assert row["needed_rate"] == pytest.approx(-5.20, abs=0.005)


def test_cut_of_13_5_percent_with_7_3_and_then_3_8_needs_3_0_in_the_fifth_year(tmp_path):
    after_three = 100 - 7.3
    folder = make_plan(
        tmp_path,
        indicators=[cut(13.5)],
        baselines=[{"id": "intensity", "value": 100}],
        actuals=[("intensity", 2023, after_three), ("intensity", 2024, after_three * (1 - 0.038))],
    )
    (row,) = rows(folder)
    assert row["needed_rate"] == pytest.approx(-3.0, abs=0.05)


def test_yearly_cuts_that_come_to_19_98_percent_do_not_meet_20_and_say_so(tmp_path):
    changes = (-4.0, -4.1, -4.2, -4.5, -5.0)
    folder = make_plan(
        tmp_path,
        indicators=[cut(20, observed_as="yearly_change")],
        actuals=[("intensity", 2021 + k, change, "%") for k, change in enumerate(changes)],
    )
    (row,) = rows(folder, "compare")
    assert row["pace_status"] == "behind"
    assert row["china_intensity_category"] == "behind_schedule"
    assert row["completion"] == pytest.approx(0.9986, abs=0.0005)
    assert "rounds_to_target" in row["notes"].split(";")


def test_pension_cover_of_210_is_73_5_percent_by_gap_closed_beside_the_log_ratio(tmp_path):
    folder = make_plan(
        tmp_path,
        indicators=[{"id": "cover", "measure": "count", "unit": "人", "targets": [{"value": 223e6}]}],
        baselines=[{"id": "cover", "value": 174e6}],
        actuals=[("cover", 2023, 210e6)],
    )
    (row,) = rows(folder, "compare")
    assert row["gap_closed"] == pytest.approx(0.735, abs=0.0005)
    assert row["escap_value"] == pytest.approx(7.35, abs=0.005)
    assert row["completion"] == pytest.approx(0.758, abs=0.0005)  # ln(210/174) / ln(223/174)
    shown = run("show", "cover", "--plan", folder, "--lang", "en").out
    assert (
        " ".join(shown.split()).count("75.8% by logs, or 3.79 years of the plan; gap closed (straight line) 73.5%") == 1
    )


@pytest.mark.parametrize("observed_as", ["level", "cumulative"])
def test_totals_are_done_by_plain_share_on_a_schedule_of_fifths(tmp_path, observed_as):
    """110 homes in five years, 22 a year: after k years 20, 40, 60, 80, 100 % are done, and pace is 1 throughout."""
    total = {"measure": "count", "unit": "套", "observed_as": observed_as}
    for done in range(1, 6):
        built = [("homes", 2020 + k, 22.0 * (k if observed_as == "cumulative" else 1)) for k in range(1, done + 1)]
        folder = make_plan(
            tmp_path / str(done),
            indicators=[{"id": "homes", **total, "targets": [{"form": "total", "value": 110}]}],
            actuals=built,
        )
        (row,) = rows(folder, "compare")
        assert row["completion"] == pytest.approx(done / 5, abs=1e-12)
        assert row["gap_closed"] == pytest.approx(done / 5, abs=1e-12)
        assert row["pace_value"] == pytest.approx(1, abs=1e-12)
        assert row["pace_status"] == ("met" if done == 5 else "on_track")
        refused = {row[f"{rule}_reason"] for rule in ("eurostat", "unsd_2022", "sdsn", "escap", "destatis", "statcan")}
        assert refused == {"form_not_judged"}
        assert row["agreement"] == "only_one"
