"""Plans for tests of the workbook: every form of target in every state that its formulas tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acceptance.plans import make_plan
from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.tables.workbook import WorkbookReport, workbook_report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Years = dict[int, float]


class Sample:
    """Collects indicators with their baselines and actuals, each under an id of its own."""

    def __init__(self) -> None:
        self.indicators: list[dict[str, Any]] = []
        self.baselines: list[dict[str, Any]] = []
        self.actuals: list[dict[str, Any]] = []

    def add(
        self,
        name: str,
        values: Years,
        target: Mapping[str, Any],
        *,
        baseline: float | None = None,
        previous_total: float | None = None,
        unit: str = "亿元",
        published_in: str | None = None,
        **fields: Any,
    ) -> None:
        targets = target.get("several", (target,))
        self.indicators.append({"id": name, "unit": unit, "targets": targets, **fields})
        starting = {"value": baseline, "previous_total": previous_total}
        known = {key: value for key, value in starting.items() if value is not None}
        if known:
            self.baselines.append({"id": name, "unit": unit, **known})
        for year, value in values.items():
            self.actuals.append({"id": name, "year": year, "value": value, "unit": published_in or unit})

    def write(self, folder: Path, **plan: Any) -> Path:
        return make_plan(
            folder, indicators=self.indicators, baselines=self.baselines, actuals=self.actuals, plan=plan or None
        )


def every_form(folder: Path) -> Path:
    """Write a plan with every form of target, ahead and behind, met and missed, complete and with holes."""
    sample = Sample()
    _levels(sample)
    _relative(sample)
    _rises(sample)
    _totals(sample)
    _bounds(sample)
    _states(sample)
    return sample.write(folder)


def _levels(sample: Sample) -> None:
    add = sample.add
    add("compound", {2021: 110, 2022: 125, 2023: 140}, {"value": 200}, baseline=100)
    add("compound_converted", {2021: 11, 2023: 14}, {"value": 200}, baseline=100, published_in="billion yuan")
    add("compound_down", {2022: 90, 2023: 88}, {"value": 80, "op": "<="}, baseline=100, direction="down")
    add("compound_met", {2022: 190, 2023: 205}, {"value": 200, "op": ">"}, baseline=100)
    add("compound_missed", {2023: 150, 2025: 198}, {"value": 200}, baseline=100)
    add("compound_far_missed", {2025: 120}, {"value": 200}, baseline=100)
    add("compound_lost", {2025: 90}, {"value": 200}, baseline=100)
    add("compound_on_the_cut", {2021: 100 * 2 ** (0.95 * 0.2)}, {"value": 200}, baseline=100)
    add("compound_reversing", {2021: 95}, {"value": 200}, baseline=100)
    add("compound_zero_latest", {2022: 0}, {"value": 200}, baseline=100)
    add("compound_zero_baseline", {2022: 5}, {"value": 200}, baseline=0)
    add("compound_negative", {2022: 5}, {"value": 200}, baseline=-10)
    add("compound_without_baseline", {2022: 120, 2023: 130}, {"value": 200})
    add("compound_without_actual", {}, {"value": 200}, baseline=100)
    add("compound_broken", {2021: 110, 2022: 60, 2023: 70}, {"value": 200}, baseline=100, breaks=[2022])
    add("floor_kept", {2022: 230}, {"value": 200}, baseline=220)
    add("floor_broken", {2022: 190}, {"value": 200}, baseline=220)
    add("floor_unobserved", {}, {"value": 200}, baseline=220)
    add("equal_to_baseline", {2022: 101}, {"value": 100, "op": ">"}, baseline=100)
    add("about", {2023: 191}, {"value": 200, "op": "~"}, baseline=100)
    add("about_within_ten", {2023: 181}, {"value": 200, "op": "~", "tolerance": 10}, baseline=100)
    add("exactly", {2023: 199.6}, {"value": 200, "op": "="}, baseline=100)
    add("a_range", {2023: 6}, {"value": 7, "value_high": 8, "year": 2024}, baseline=2, measure="count", unit="个")
    share = {"measure": "share", "unit": "%"}
    add("straight", {2021: 41, 2023: 44}, {"value": 50}, baseline=40, **share)
    add("straight_down", {2022: 5.5, 2023: 5}, {"value": 3.5, "op": "<"}, baseline=6, direction="down", **share)
    add("straight_broken", {2021: 41, 2022: 60}, {"value": 50}, baseline=40, breaks=[2022], **share)
    add("straight_missed", {2025: 46}, {"value": 50}, baseline=40, **share)
    add("straight_without_baseline", {2022: 45}, {"value": 50}, **share)
    add("a_rate", {2022: 3.1}, {"value": 4}, baseline=3, measure="rate", unit="%")
    add("an_index", {2022: 103}, {"value": 110}, baseline=100, measure="index", unit="点")


def _relative(sample: Sample) -> None:
    add = sample.add
    changes = {"observed_as": "yearly_change", "published_in": "%"}
    growth, cut = {"form": "growth", "value": 7}, {"form": "change", "value": -13.5, "op": "<="}
    add("growth", {2021: 8, 2022: 6.5, 2023: 7}, growth, **changes)
    add("growth_with_a_hole", {2021: 8, 2023: 7}, growth, **changes)
    add("growth_at_its_end", {2021: 8, 2022: 6, 2023: 7, 2024: 7.5, 2025: 6.4}, growth, **changes)
    add("growth_by_levels", {2021: 109, 2022: 115}, growth, baseline=100)
    add("growth_cap_kept", {2021: 1}, {"form": "growth", "value": 3, "op": "<="}, direction="down", **changes)
    add("growth_cap_broken", {2021: 5}, {"form": "growth", "value": 3, "op": "<="}, direction="down", **changes)
    add("change", {2021: -2, 2022: -3.1, 2023: -2.4}, cut, direction="down", **changes)
    add("change_by_levels", {2021: 96, 2022: 93}, cut, baseline=100, direction="down")
    add("change_met", {2021: -8, 2022: -7}, cut, direction="down", **changes)
    add("change_broken", {2021: 96, 2022: 50}, cut, baseline=100, direction="down", breaks=[2022])
    add("change_without_baseline", {2022: 96}, cut, direction="down")
    add("two_targets", {2021: 106, 2022: 111}, {"several": ({"value": 140}, growth)}, baseline=100)


def _rises(sample: Sample) -> None:
    points, share = {"form": "points", "value": 5}, {"measure": "share", "unit": "%"}
    sample.add("points", {2021: 41, 2022: 42.5}, points, baseline=40, **share)
    sample.add("points_broken", {2021: 41, 2022: 60}, points, baseline=40, breaks=[2022], **share)
    sample.add("points_without_baseline", {2022: 42}, points, **share)
    changes = {"observed_as": "yearly_change", "published_in": "points"}
    sample.add("points_a_year", {2021: 1, 2022: 0.8, 2023: 1.2}, points, **share, **changes)
    sample.add("points_a_year_with_a_hole", {2021: 1, 2023: 1.2}, points, **share, **changes)


def _totals(sample: Sample) -> None:
    add, total = sample.add, {"form": "total", "value": 20}
    add("total", {2021: 3.5, 2022: 4.1, 2023: 4.4}, total, baseline=3.2)
    add("total_after_another", {2021: 3.5}, total, previous_total=15)
    add("total_falling", {2021: 1.5}, total, baseline=9)
    add("total_steady", {2021: 4}, total, baseline=4)
    add("total_with_a_hole", {2021: 3.5, 2023: 4.4}, total)
    add("total_met_with_a_hole", {2021: 13.5, 2023: 8.4}, total)
    add("total_missed", {2021: 3, 2022: 3, 2023: 3, 2024: 3, 2025: 3}, total)
    add("total_cumulative", {2021: 3.5, 2022: 7.9}, total, observed_as="cumulative")
    add("total_capped", {2021: 3, 2022: 4}, {**total, "op": "<="}, direction="down")
    add("total_broken", {2021: 3, 2022: 4}, total, breaks=[2022])
    add("total_of_three_years", {2021: 3, 2022: 4}, {**total, "year": 2023}, baseline=5, previous_total=14)
    add("total_unobserved", {}, total)


def _bounds(sample: Sample) -> None:
    add, cap = sample.add, {"form": "every_year", "op": "<=", "value": 3.5}
    rate = {"measure": "rate", "unit": "%", "direction": "down"}
    add("bound_held", {2021: 3.4, 2022: 3.5}, cap, **rate)
    add("bound_broken_before", {2021: 3.6, 2022: 3.5}, cap, **rate)
    add("bound_broken_now", {2021: 3.4, 2022: 3.9}, cap, **rate)
    add("bound_of_all_years", {2021: 3.4, 2022: 3.4, 2023: 3.4, 2024: 3.4, 2025: 3.4}, cap, **rate)
    add("bound_unobserved", {}, cap, **rate)
    add(
        "bound_about",
        {2021: 19.2, 2022: 18},
        {"form": "every_year", "op": "~", "value": 20},
        measure="count",
        unit="条",
    )
    add(
        "bound_exact",
        {2021: 19.6, 2022: 21},
        {"form": "every_year", "op": "=", "value": 20},
        measure="count",
        unit="条",
    )


def _states(sample: Sample) -> None:
    rank = {"measure": "rank", "unit": "位", "direction": "down"}
    top = {"op": "<=", "value": 10}
    sample.add("rank_pending", {2022: 14}, top, baseline=20, **rank)
    sample.add("rank_met", {2022: 9}, top, **rank)
    sample.add("rank_missed", {2025: 11}, top, **rank)
    first = {"form": "milestone", "value": 1}
    sample.add("milestone_pending", {2022: 0}, first, measure="count", unit="家", baseline=0)
    sample.add("milestone_met", {2022: 1}, first, measure="count", unit="家", baseline=0)
    sample.add("milestone_missed", {2025: 0}, first, measure="count", unit="家")


def report_of(folder: Path | None, **options: Any) -> WorkbookReport:
    """Judge a plan folder, the shipped one when None, and gather its workbook."""
    opened = open_folder(None if folder is None else str(folder))
    wanted = Options(**options)
    series = series_of(opened, as_of=wanted.as_of, vintage=wanted.vintage)
    return workbook_report(evaluate(series, opened.plan.info, wanted), opened.plan, opened.observations)
