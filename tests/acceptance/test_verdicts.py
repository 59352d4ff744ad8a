"""Every verdict and reason code of the gap table, through the installed command on plan folders written for it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan

SHARE = {"measure": "share", "unit": "%"}
COUNT = {"measure": "count", "unit": "家"}
RATE = {"measure": "rate", "unit": "%", "direction": "down"}
FALL = {"direction": "down", "unit": "万吨"}
YEARLY = {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}
INDEX = {"measure": "index", "unit": "点"}
FIVE_YEARS = {"start": 2021, "end": 2025}


def level(op: str = ">=", value: float = 150, **more: Any) -> dict[str, Any]:
    return {"form": "level", "op": op, "value": value, **more}


def total(op: str, value: float) -> dict[str, Any]:
    return {"form": "total", "op": op, "value": value, "period": FIVE_YEARS}


CASES: dict[str, dict[str, Any]] = {
    # levels: ahead, on the pathway, behind, hardly moving, away from the target
    "ahead": {"is": INDEX, "target": level(), "base": 100, "seen": {2022: 130}, "status": "ahead"},
    "on_track": {"is": INDEX, "target": level(), "base": 100, "seen": {2022: 120}, "status": "on_track", "pace": 1.0},
    "behind": {"is": INDEX, "target": level(), "base": 100, "seen": {2022: 115}, "status": "behind"},
    "off_track": {"is": INDEX, "target": level(), "base": 100, "seen": {2022: 101}, "status": "off_track"},
    "reversing": {"is": INDEX, "target": level(), "base": 100, "seen": {2022: 99}, "status": "reversing"},
    "compound": {
        "target": level(">", 2500), "base": 1910.41, "seen": {2023: 2446.9}, "status": "ahead",
        "required_rate": 5.5268, "actual_rate": 8.6000, "needed_rate": 1.0792, "elapsed": 0.6, "completion": 0.9202,
    },
    # met: at any time, strict where the plan is, within the tolerance of about
    "met_early": {"target": level(), "base": 100, "seen": {2022: 151}, "status": "met", "arrival_year": 2022},
    "met_exactly": {"target": level(), "base": 100, "seen": {2024: 150}, "status": "met"},
    "more_than_is_strict": {"target": level(">"), "base": 100, "seen": {2024: 150}, "status": "ahead"},
    "about_holds": {"target": level("~", 100), "base": 50, "seen": {2025: 95.1}, "status": "met"},
    "about_fails": {"target": level("~", 100), "base": 50, "seen": {2025: 94.9}, "status": "behind"},
    "about_own_tolerance": {
        "target": level("~", 100, tolerance=10), "base": 50, "seen": {2025: 90.5}, "status": "met",
    },
    "equality_is_rounded": {"is": INDEX, "target": level("=", 20), "base": 10, "seen": {2025: 19.98}, "status": "met"},
    "a_floor_is_not_rounded": {
        "is": INDEX, "target": level(">=", 20), "base": 10, "seen": {2025: 19.98}, "status": "behind",
        "notes": "rounds_to_target",
    },
    "a_range": {
        "is": COUNT, "target": level(">=", 7, value_high=8), "base": 2, "seen": {2023: 7}, "status": "met",
        "target_high": 8,
    },
    "met_but_worsening": {
        "target": level(), "base": 100, "seen": {2022: 160, 2023: 155}, "status": "met", "notes": "met_but_worsening",
    },
    # the target year itself is observed: met or missed, and a miss is never better than behind
    "missed_narrowly": {
        "is": INDEX, "target": level(), "base": 100, "seen": {2025: 149}, "status": "behind", "needed_rate": None,
        "reason": "target_year_observed", "gap": -1.0, "method": "observed",
    },
    "missed_widely": {"is": INDEX, "target": level(), "base": 100, "seen": {2025: 110}, "status": "off_track"},
    "missed_backwards": {"is": INDEX, "target": level(), "base": 100, "seen": {2025: 90}, "status": "reversing"},
    "missed_without_baseline": {"target": level(), "seen": {2025: 120}, "status": "off_track"},
    "later_years_do_not_count": {
        "is": INDEX, "target": level(year=2023), "base": 100, "seen": {2023: 140, 2024: 160}, "status": "behind",
        "latest_year": 2023,
    },
    # floors and caps that the baseline already satisfies
    "floor_kept": {
        "target": level(">=", 120), "base": 122, "seen": {2022: 121}, "status": "met", "completion": None,
        "pace": None, "reason": "met_at_baseline",
    },
    "floor_broken": {"target": level(">=", 120), "base": 122, "seen": {2022: 119}, "status": "reversing"},
    "cap_kept": {"is": RATE, "target": level("<=", 5), "base": 4.2, "seen": {2022: 4.4}, "status": "met"},
    "cap_broken": {"is": RATE, "target": level("<=", 5), "base": 4.2, "seen": {2022: 5.1}, "status": "reversing"},
    "hundred_percent": {
        "is": SHARE, "target": level(">=", 100), "base": 90, "seen": {2022: 96, 2023: 99}, "status": "ahead",
    },
    # undefined, with a reason
    "no_actual": {"target": level(), "base": 100, "seen": {}, "status": "no_data", "reason": "no_actual"},
    "no_baseline": {
        "target": level(), "seen": {2023: 120}, "status": "undetermined", "reason": "no_baseline",
        "required_rate": None, "needed_rate": 11.8034,
    },
    "zero_base": {
        "is": COUNT, "target": level(">=", 15), "base": 0, "seen": {2022: 5}, "status": "undetermined",
        "reason": "non_positive",
    },
    "fallen_to_zero": {
        "is": COUNT, "target": level(">=", 15), "base": 9, "seen": {2022: 0}, "status": "undetermined",
        "reason": "non_positive",
    },
    "target_not_positive": {
        "is": FALL, "target": level("<=", 0), "base": 9, "seen": {2022: 5}, "status": "undetermined",
        "reason": "target_not_positive",
    },
    "target_equals_baseline": {
        "target": level(">", 100), "base": 100, "seen": {2022: 100}, "status": "undetermined",
        "reason": "target_equals_baseline",
    },
    "break_in_series": {
        "is": {"breaks": [2023]}, "target": level(), "base": 100, "seen": {2021: 110, 2023: 130, 2024: 135},
        "status": "undetermined", "reason": "break_in_series", "actual_rate": None, "needed_rate": 11.1111,
    },
    "one_point": {"target": level(), "seen": {2022: 120}, "status": "undetermined", "reason": "one_point"},
    "basis_differs": {
        "is": {"basis": "current_prices"}, "target": level(), "base": 100, "seen": {}, "status": "no_data",
        "growth": {"value": 7, "from": 2016, "to": 2020, "basis": "constant_prices"}, "reason": "basis_differs",
    },
    "printed_growth": {
        "is": {"basis": "current_prices"}, "target": level(), "base": 100, "seen": {}, "status": "no_data",
        "growth": {"value": 7, "from": 2016, "to": 2020, "basis": "current_prices"}, "method": "printed_growth",
        "projected": 140.2552,
    },
    # ranks and milestones: met or not
    "rank_met": {"is": {**RATE, "measure": "rank", "unit": "位"}, "target": level("<=", 10), "base": 14,
                 "seen": {2022: 9}, "status": "met"},
    "rank_pending": {
        "is": {**RATE, "measure": "rank", "unit": "位"}, "target": level("<=", 10), "base": 14, "seen": {2022: 12},
        "status": "pending", "gap": -2.0, "reason": "rank_has_no_rate",
    },
    "rank_missed": {"is": {**RATE, "measure": "rank", "unit": "位"}, "target": level("<=", 10), "base": 14,
                    "seen": {2025: 12}, "status": "off_track"},
    "milestone_pending": {
        "is": COUNT, "target": {"form": "milestone", "value": 1}, "base": 0, "seen": {2023: 0}, "status": "pending",
        "reason": "milestone_has_no_rate",
    },
    "milestone_met": {"is": COUNT, "target": {"form": "milestone", "value": 1}, "base": 0, "seen": {2023: 1},
                      "status": "met"},
    "milestone_missed": {"is": COUNT, "target": {"form": "milestone", "value": 1}, "base": 0, "seen": {2025: 0},
                         "status": "off_track"},
    # average growth: met only at the end, a missing year breaks the chain
    "growth_behind": {
        "is": YEARLY, "target": {"form": "growth", "value": 7}, "seen": {2021: 7.8, 2022: 4.5, 2023: 6},
        "status": "behind", "required_rate": 7, "actual_rate": 6.0914, "needed_rate": 8.3768,
    },
    "growth_not_met_early": {
        "is": YEARLY, "target": {"form": "growth", "value": 7}, "seen": dict.fromkeys(range(2021, 2025), 9),
        "status": "ahead",
    },
    "growth_met_at_the_end": {
        "is": YEARLY, "target": {"form": "growth", "value": 7}, "seen": dict.fromkeys(range(2021, 2026), 7),
        "status": "met",
    },
    "growth_missed": {
        "is": YEARLY, "target": {"form": "growth", "value": 7}, "seen": dict.fromkeys(range(2021, 2026), 6.9),
        "status": "behind",
    },
    "growth_with_a_gap": {
        "is": YEARLY, "target": {"form": "growth", "value": 7}, "seen": {2021: 7.8, 2023: 6}, "status": "undetermined",
        "reason": "missing_year",
    },
    # cumulative change: compounded, never added
    "change": {
        "is": {**YEARLY, "direction": "down"}, "target": {"form": "change", "op": "<=", "value": -17},
        "seen": {2021: 1.51, 2022: -2.20, 2023: -4.18}, "status": "off_track", "completion": 0.2681,
        "needed_rate": -6.5920,
    },
    "change_from_levels": {
        "is": FALL, "target": {"form": "change", "op": "<=", "value": -10}, "base": 100, "seen": {2023: 95},
        "status": "behind", "target_level": 90.0,
    },
    "change_about": {
        "is": FALL, "target": {"form": "change", "op": "~", "value": -20}, "base": 100, "seen": {2025: 80.9},
        "status": "met",
    },
    # points
    "points": {
        "is": SHARE, "target": {"form": "points", "value": 5}, "base": 30, "seen": {2023: 33}, "status": "on_track",
        "required_rate": 1, "target_level": 35.0,
    },
    "points_without_baseline": {
        "is": SHARE, "target": {"form": "points", "value": 5}, "seen": {}, "status": "no_data", "required_rate": 1,
    },
    # totals
    "total": {
        "target": total(">", 20), "previous": 14.2, "seen": {2021: 3.6, 2022: 4.4}, "status": "on_track",
        "required_rate": 4, "required_growth": 7.0899, "completion": 0.4, "needed_rate": 4,
    },
    "total_with_a_gap": {
        "is": COUNT, "target": total(">", 30), "seen": {2022: 12}, "status": "undetermined", "reason": "missing_year",
        "completion": None,
    },
    "total_met_whatever_is_missing": {"is": COUNT, "target": total(">", 30), "seen": {2022: 31}, "status": "met"},
    "total_as_running_sum": {
        "is": {**COUNT, "observed_as": "cumulative"}, "target": total(">=", 10), "seen": {2022: 5}, "status": "ahead",
        "completion": 0.5,
    },
    "total_capped": {"is": FALL, "target": total("<=", 100), "seen": {2021: 60, 2022: 60}, "status": "reversing"},
    # every year
    "bound_held": {"is": RATE, "target": {"form": "every_year", "op": "<=", "value": 3.5},
                   "seen": {2021: 3.1, 2022: 3.5}, "status": "on_track", "completion": 1, "pace": None},
    "bound_broken_once": {"is": RATE, "target": {"form": "every_year", "op": "<=", "value": 3.5},
                          "seen": {2021: 3.6, 2022: 3.5}, "status": "behind"},
    "bound_broken_now": {"is": RATE, "target": {"form": "every_year", "op": "<=", "value": 3.5},
                         "seen": {2021: 3.1, 2022: 3.6}, "status": "off_track"},
    "bound_held_throughout": {"is": RATE, "target": {"form": "every_year", "op": "<=", "value": 3.5},
                              "seen": dict.fromkeys(range(2021, 2026), 3.5), "status": "met"},
}  # fmt: skip

_NOT_COLUMNS = ("is", "target", "base", "seen", "growth", "previous", "reason", "notes")


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """All cases in one plan, judged in one run."""
    indicators, baselines, actuals = [], [], []
    for name, case in CASES.items():
        what = case.get("is", {})
        indicators.append({"id": name, **what, "targets": [dict(case["target"])]})
        baseline = {"value": case.get("base"), "growth": case.get("growth"), "previous_total": case.get("previous")}
        if any(value is not None for value in baseline.values()):
            baselines.append({"id": name, **{key: value for key, value in baseline.items() if value is not None}})
        actuals += [(name, year, value) for year, value in case["seen"].items()]
    folder = make_plan(tmp_path_factory.mktemp("verdicts"), indicators=indicators, baselines=baselines, actuals=actuals)
    found = json.loads(run("project", "--plan", folder, "--all", "-f", "json").out)["rows"]
    return {row["id"]: row for row in found}


@pytest.mark.parametrize("name", CASES)
def test_the_row_says(rows, name):
    case, row = CASES[name], rows[name]
    assert row["status"] == case["status"]
    for column, value in case.items():
        if column in _NOT_COLUMNS:
            continue
        expected = pytest.approx(value, rel=1e-4) if isinstance(value, int | float) else value
        assert row[column] == expected, column
    for column in ("reason", "notes"):
        if column in case:
            assert case[column] in row[column].split(";")


def test_a_share_at_its_bound_is_never_projected_over_it(rows):
    assert rows["hundred_percent"]["projected"] <= 100


def test_an_undefined_figure_always_has_a_reason(rows):
    for row in rows.values():
        if row["status"] == "undetermined":
            assert row["reason"]


def test_unit_mismatch_is_refused_and_dollars_never_become_yuan(tmp_path):
    folder = make_plan(tmp_path, indicators=[{"id": "gdp"}], actuals=[("gdp", 2022, 300, "亿美元")])
    assert "unit_mismatch" in run("project", "--plan", folder, code=2).err


def test_units_of_one_dimension_convert_exactly(tmp_path):
    folder = make_plan(
        tmp_path,
        indicators=[{"id": "gdp"}, {"id": "green", "unit": "万平方米"}],
        actuals=[("gdp", 2022, 228.29, "billion yuan"), ("green", 2022, 200000, "square metres")],
    )
    got = {r["id"]: r["latest"] for r in json.loads(run("project", "--plan", folder, "-f", "json").out)["rows"]}
    assert got == {"gdp": 2282.9, "green": 20}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    old, new = "2023-02-01", "2024-02-01"
    return make_plan(
        tmp_path_factory.mktemp("revisions"),
        indicators=[{"id": "gdp"}],
        baselines=[{"id": "gdp", "value": 100}],
        actuals=[
            {"id": "gdp", "year": 2022, "value": 121, "status": "actual", "published": old},
            {"id": "gdp", "year": 2022, "value": 125, "status": "actual", "published": new},
            {"id": "gdp", "year": 2022, "value": 130, "status": "expected", "published": new},
            {"id": "gdp", "year": 2022, "value": 60, "period": "H1", "published": old},
            {"id": "gdp", "year": 2023, "value": 133, "status": "preliminary", "published": new},
        ],
    )


class TestWhichObservationsCount:
    def row(self, folder, *options):
        return json.loads(run("project", "--plan", folder, "-f", "json", *options).out)["rows"][0]

    def test_the_latest_revision_of_an_actual(self, folder):
        assert self.row(folder, "--as-of", "2022")["latest"] == 125

    def test_a_vintage_hides_what_was_published_later(self, folder):
        got = self.row(folder, "--vintage", "2023-12-31")
        assert (got["latest_year"], got["latest"]) == (2022, 121)

    def test_a_preliminary_figure_is_used_and_said(self, folder):
        got = self.row(folder)
        assert (got["latest"], "latest_preliminary" in got["notes"]) == (133, True)

    def test_a_half_year_is_never_a_year(self, folder):
        assert self.row(folder, "--as-of", "2021")["latest"] is None
