"""Published rules of judging progress, one a file, each applied as its office applies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules import (
    china_intensity,
    destatis,
    escap,
    eurostat,
    pace,
    sdsn,
    statcan,
    unsd_2022,
    unsd_2023,
)
from lixia_kpi.assessment.rules.question import (
    Question,
    read_direction,
    read_names,
    read_numbers,
    read_values,
    read_year,
    read_years,
)
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import NOT_FINITE, Assessment, finite
from lixia_kpi.plan.model import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import IntArray, NameArray

__all__ = ["NOT_AVAILABLE", "NOT_FINITE", "RULES", "Assessment", "Ladder", "Rule", "Step", "assess", "rule_named"]

RULES: dict[str, Rule] = {
    module.RULE.name: module.RULE
    for module in (pace, eurostat, unsd_2022, unsd_2023, sdsn, escap, destatis, statcan, china_intensity)
}
"""Every rule by name, the tool's own first."""


def rule_named(name: str) -> Rule:
    """Give a rule by name.

    Raises
    ------
    ValueError
        There is no such rule; the message offers the nearest name.
    """
    if name in RULES:
        return RULES[name]
    from lixia_kpi.text.nearest import nearest

    meant = nearest(name, RULES)
    hint = f"; did you mean {meant!r}?" if meant else ""
    raise ValueError(f"unknown rule {name!r}{hint} Known rules: {', '.join(RULES)}")


def assess(
    rule: str,
    *,
    years: Sequence[int | str] | ArrayLike,
    values: ArrayLike,
    direction: str | Sequence[str] | NameArray,
    target: ArrayLike | None = None,
    target_year: ArrayLike | None = None,
    baseline_year: ArrayLike | None = None,
    limit: ArrayLike | None = None,
    method: str | None = None,
    measure: str | Sequence[str] | NameArray | None = None,
    cuts: Mapping[str, float] | None = None,
) -> Assessment:
    """Judge series by a published rule.

    Parameters
    ----------
    rule : one of `RULES`.
    years : (years,) calendar years of the columns, in any order; a range such as `2015-16` is its first year.
    values : (years,) for one series or (series, years), NaN where missing [unit of the indicator; for
        `china_intensity` percent].
    direction : `up` or `down`, one for all or one a series; there is no default.
    target : T, one for all or one a series; None or NaN where there is none [unit of the indicator].
    target_year : Y; 2030 for the rules of the 2030 Agenda when absent.
    baseline_year : y0; 2015 for the rules of the 2030 Agenda when absent, for the others the first year of `years`
        (for `china_intensity` the year before it, or that year itself with method `levels`).
    limit : natural limit of the values (100 for a share), used by `statcan` and `eurostat` where there is no target.
    method : variant of the rule, one of its `methods`; the usual one when absent.
    measure : of the indicator; `pace` takes amounts and counts by rates, the others by equal steps.
    cuts : cuts that replace the rule's own, by `ladder.category`, such as `{"growth.significant_progress": 0.05}`.

    Returns
    -------
    Assessment
        Arrays (series,); for one series numpy scalars.

    Raises
    ------
    ValueError
        An unknown rule, direction, method, measure or cut; shapes that do not fit; years that are missing, not whole
        or come twice; infinite numbers.

    Notes
    -----
    Source: each rule's own file and `RULES[name].source`.

    Examples
    --------
    >>> v = assess("statcan", years=[2015, 2020, 2023], values=[50.0, 55.0, 58.0], target=65, direction="up")
    >>> str(v.category), round(float(v.value), 4), round(float(v.score), 4), str(v.status)
    ('substantial_progress', 1.0613, 3.2947, 'on_track')
    >>> batch = assess("destatis", years=range(2018, 2024), values=[[9, 8, 7, 6, 5, 4], [9, 9, 9, 9, 9, 9]],
    ...                target=2, direction="down")
    >>> batch.category.tolist()
    ['sun', 'thunderstorm']
    """
    chosen = rule_named(rule)
    columns = read_years(years)
    array = read_values(values, len(columns))
    series = array.shape[0]
    order = np.argsort(columns)
    columns, array = columns[order], array[:, order]
    wanted = read_numbers(target, "target", series)
    question = Question(
        years=columns,
        values=array,
        baseline_year=_baseline_year(chosen, baseline_year, method, columns, series),
        target=wanted,
        target_year=_target_year(chosen, target_year, wanted, columns, series),
        direction=read_direction(direction, series),
        limit=read_numbers(limit, "limit", series),
        measure=read_names("" if measure is None else measure, ("", *MEASURES), "measure", series),
        method=_method(chosen, method),
        cuts=_cuts(chosen, cuts),
    )
    with np.errstate(all="ignore"):
        verdict = finite(chosen.judge(question))
    return verdict.single() if np.ndim(values) == 1 else verdict


def _baseline_year(rule: Rule, year: ArrayLike | None, method: str | None, columns: IntArray, series: int) -> IntArray:
    if year is None:
        from_changes = rule.name == "china_intensity" and method != "levels"
        year = rule.baseline_year or int(columns[0]) - int(from_changes)
    return read_year(year, "baseline_year", series)


def _target_year(rule: Rule, year: ArrayLike | None, target: ArrayLike, columns: IntArray, series: int) -> IntArray:
    if year is None:
        year = rule.target_year
    if year is None and bool(np.isnan(target).all()):
        year = int(columns[-1])
    return read_year(year, "target_year", series)


def _method(rule: Rule, method: str | None) -> str:
    if method is None:
        return ""
    if method not in rule.methods:
        known = ", ".join(rule.methods) or "no methods"
        raise ValueError(f"unknown method {method!r} of rule {rule.name!r}: it has {known}")
    return method


def _cuts(rule: Rule, cuts: Mapping[str, float] | None) -> dict[str, float]:
    known = {f"{ladder.name}.{step.category}" for ladder in rule.ladders for step in ladder.steps}
    unknown = sorted(set(cuts or {}) - known)
    if unknown:
        raise ValueError(f"unknown cut {unknown[0]!r} of rule {rule.name!r}: it has {', '.join(sorted(known))}")
    return dict(cuts or {})
