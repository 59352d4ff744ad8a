"""The outcome of a target in an evaluation: its status and its dates put into the classes that evaluations count.

A mid-term evaluation counts targets by where they stand; a final one counts only those whose result is settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.tables.table import Value

Kind = Literal["midterm", "final", "to_date"]

OUTCOMES = (
    *("met_early", "met", "held", "ahead", "on_track", "behind", "missed"),
    *("awaiting", "not_due", "pending", "undetermined", "no_data"),
)
"""met_early: satisfied before the target year; met: in the target year; held: a floor or cap that held at the baseline
and holds; ahead, on_track, behind: by pace, `behind` with off_track and reversing; missed: the target year is observed
and the target not satisfied; awaiting: the target year has come and is not observed (final evaluations only); not_due:
its target year comes later (final evaluations only); pending: a milestone or rank that is not met and not due."""

JUDGED = OUTCOMES[:7]
GOOD = OUTCOMES[:5]
LAGGING = ("behind", "missed")
LAGGING_STATUSES = ("reversing", "off_track", "behind")
"""Worst first."""


def is_settled(values: Mapping[str, Value]) -> bool:
    """Whether later figures cannot change the result.

    The target year is observed and the target met or missed (a bound of every year that misses an earlier year is
    neither), or the target is one that stays met: a sum of the period that is reached, a milestone that is passed.
    """
    if values["latest_year"] is not None and values["latest_year"] == values["target_year"]:
        return values["status"] == "met" or values["status"] in LAGGING_STATUSES
    stays = values["form"] == "milestone" or (values["form"] == "total" and values["direction"] == "up")
    return values["status"] == "met" and stays


def outcome_of(values: Mapping[str, Value], kind: Kind, year: int | None) -> str:
    """Name the outcome of a target.

    Parameters
    ----------
    values : columns of the gap table.
    kind : of the evaluation.
    year : of the evaluation; None where nothing is observed.

    Examples
    --------
    >>> row = {"status": "met", "form": "level", "direction": "up", "latest_year": 2023, "target_year": 2025,
    ...        "arrival_year": 2022, "reason": ()}
    >>> outcome_of(row, "midterm", 2023), outcome_of(row, "final", 2025)
    ('met_early', 'awaiting')
    >>> outcome_of(row | {"reason": ("met_at_baseline",)}, "midterm", 2023)
    'held'
    """
    status = str(values["status"])
    if status in ("undetermined", "no_data"):
        return status
    settled = is_settled(values)
    if kind == "final" and not settled:
        return "not_due" if year is not None and _year(values, "target_year") > year else "awaiting"
    if status == "met":
        return _how_met(values)
    if settled:
        return "missed"
    return "behind" if status in LAGGING_STATUSES else status


def _how_met(values: Mapping[str, Value]) -> str:
    reasons = values["reason"]
    if isinstance(reasons, tuple) and "met_at_baseline" in reasons:
        return "held"
    due = _year(values, "target_year")
    reached = values["arrival_year"] if isinstance(values["arrival_year"], int) else _year(values, "latest_year")
    return "met_early" if reached < due else "met"


def _year(values: Mapping[str, Value], column: str) -> int:
    year = values[column]
    if not isinstance(year, int):
        raise TypeError(f"{column} is no year: {year!r}")
    return year
