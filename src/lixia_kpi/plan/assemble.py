"""Targets and baselines put together to the plan, and the rules that hold between the two files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.baseline import check_figure
from lixia_kpi.plan.model import Plan
from lixia_kpi.problems import Problem
from lixia_kpi.text.nearest import nearest
from lixia_kpi.units.conversion import conversion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lixia_kpi.plan.model import Baseline, Indicator, Target
    from lixia_kpi.plan.targets import TargetsFile
    from lixia_kpi.problems import Detail

_OWN_KEYS = ("name", "measure", "group")
_SLACK = 1e-9


def assemble(targets: TargetsFile, baselines: Iterable[Baseline]) -> tuple[Plan | None, list[Problem]]:
    """Put a plan together from its files.

    Parameters
    ----------
    targets
        what the targets file says.
    baselines
        the baselines of all baseline files, in the order of the files; the first of each id wins.

    Returns
    -------
    tuple
        the plan (None where its head could not be read) and the problems between the files: `unknown_indicator`,
        `baseline_shadowed`, `unit_mismatch`, `baseline_out_of_bounds`, `target_before_baseline`, `met_at_baseline`,
        and those of the formulas.
    """
    problems: list[Problem] = []
    first: dict[str, Baseline] = {}
    indicators = {indicator.id: indicator for indicator in targets.indicators}
    for baseline in baselines:
        if baseline.id in first:
            winner = first[baseline.id]
            details: dict[str, Detail] = {
                "id": baseline.id,
                "first_file": winner.place.file,
                "first_line": winner.place.line,
            }
            problems.append(Problem("baseline_shadowed", baseline.place, "note", details))
            continue
        first[baseline.id] = baseline
        indicator = indicators.get(baseline.id)
        if indicator is not None:
            problems.extend(_check_pair(indicator, baseline))
        elif baseline.id not in targets.places:
            problems.extend(_check_stranger(baseline, targets))
    plan_indicators, identities = targets.indicators, targets.identities
    derived: tuple[str, ...] = ()
    if identities or any(indicator.formula is not None for indicator in plan_indicators):
        from lixia_kpi.plan.formulas import settle_formulas

        settled = settle_formulas(plan_indicators, first.values(), identities)
        plan_indicators, derived, identities, faults = settled
        problems += faults
    if targets.info is None:
        return None, problems
    return Plan(targets.info, plan_indicators, tuple(first.values()), derived, identities), problems


def _check_stranger(baseline: Baseline, targets: TargetsFile) -> Iterator[Problem]:
    """A baseline without targets carries what the targets file does not say of it."""
    missing = [key for key in _OWN_KEYS if getattr(baseline, key) is None]
    if missing:
        guess = nearest(baseline.id, targets.places) or ""
        details = {"id": baseline.id, "nearest": guess, "missing": ", ".join(missing)}
        yield Problem("unknown_indicator", baseline.place, "error", details)


def _check_pair(indicator: Indicator, baseline: Baseline) -> Iterator[Problem]:
    """A baseline is in a unit of its indicator, precedes its targets, and does not satisfy them already."""
    for target in indicator.targets:
        if target.start is None and target.year <= baseline.year:
            details: dict[str, Detail] = {
                "id": indicator.id,
                "form": target.form,
                "year": target.year,
                "baseline_year": baseline.year,
            }
            yield Problem("target_before_baseline", target.place, "error", details)
    if baseline.unit is None:
        return
    factor = conversion(baseline.unit, indicator.unit, also=indicator.unit_also)
    if factor is None:
        mismatch = {"id": indicator.id, "unit": baseline.unit, "expected": indicator.unit}
        yield Problem("unit_mismatch", baseline.place, "error", mismatch)
    elif baseline.value is not None:
        value = factor.apply(baseline.value)
        yield from check_figure(baseline, indicator.measure, indicator.unit, value, baseline.place)
        for target in indicator.targets:
            if _counts_from(target, baseline) and _is_met(target, indicator, value):
                met: dict[str, Detail] = {
                    "id": indicator.id, "year": target.year, "op": target.op, "target": target.value, "baseline": value,
                    "baseline_year": baseline.year, "unit": indicator.unit,
                }  # fmt: skip
                yield Problem("met_at_baseline", target.place, "warning", met)


def _counts_from(target: Target, baseline: Baseline) -> bool:
    """Whether a target is a level that is reached from this very baseline."""
    return target.form == "level" and (target.start is None or target.start - 1 == baseline.year)


def _is_met(target: Target, indicator: Indicator, value: float) -> bool:
    """Whether a value satisfies a target, with a relative slack of 1e-9; `>` and `<` are strict."""
    is_up = indicator.direction == "up"
    margin = (value - target.value) * (1 if is_up else -1)
    slack = _SLACK * max(abs(value), abs(target.value))
    return margin > slack if target.op in (">", "<") else margin >= -slack
