"""A plan folder judged by `kpi project`, and the same targets and values as rows of a panel: one answer."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from acceptance.plans import make_plan
from lixia_kpi import load_plan
from lixia_kpi.assessment.codes import RULE_NAMES
from lixia_kpi.assessment.options import Options
from lixia_kpi.panel.block import Setting
from lixia_kpi.tables.columns import PROJECT
from lixia_kpi.units.conversion import convert
from mixed_plans import due_year, mixed_plan
from panels import judge_rows

ONLY_IN_PLANS = ("name_zh", "name_en", "group", "chapter", "section", "basis", "binding", "owner", "target_high")
OF_CHANGES = ("unit", "target_unit")
ATTRIBUTES = ("direction", "measure", "form", "op", "observed_as")


def choices(random):
    """Give options of the command line."""
    return {
        "as_of": random.choice((None, None, 2021, 2023, 2025)), "to": random.choice((None, None, None, 2030)),
        "interval": random.choice((80, 95)), "method": random.choice(("auto", "auto", "auto", "linear", "last")),
        "rule": random.choice(("pace", *RULE_NAMES)),
    }  # fmt: skip


def projected(random, mixed, options, folder):
    """Write a plan folder, some baselines into the file for them, and judge it; give the plan and rows by id."""
    baselines, actuals, indicators = [], [], []
    for one in mixed:
        breaks = [random.choice((2019, 2021, 2022))] if random.random() < 0.1 else []
        of_plan = one.fields["observed_as"] == "level" and random.random() < 0.3
        indicators.append({**one.fields, "breaks": breaks} if breaks else one.fields)
        for year, value, unit in one.observed:
            if of_plan and year == 2020:
                baselines.append({"id": one.fields["id"], "value": value, "unit": unit})
            else:
                actuals.append((one.fields["id"], year, value, unit))
    plan = load_plan(make_plan(folder, indicators=indicators, baselines=baselines, actuals=actuals))
    rows = {}
    for row in plan.project(everything=True, **options).rows:
        rows.setdefault(row["id"], []).append(row)
    return plan.plan, rows


def as_columns(random, mixed):
    """Give the rows of a panel that name their targets, of levels in rows that are in the unit of the indicator."""
    lines = []
    for one in mixed:
        for place, target in enumerate(one.fields["targets"]):
            said = {**one.fields, **target}
            everywhere, changes = random.random() < 0.5, one.fields["observed_as"] == "yearly_change"
            for number, (year, value, unit) in enumerate(one.observed):
                named = not number or (everywhere and (changes or unit == one.own))
                goal = convert(float(target["value"]), one.own, unit) if changes else float(target["value"])
                lines.append({
                    "region": f"{place}", "id": one.fields["id"], "year": year, "value": value, "unit": unit,
                    "target": goal if named else None, "target_year": due_year(target),
                    "baseline_year": target.get("period", {"start": 2021})["start"] - 1,
                    **{name: said[name] for name in ATTRIBUTES},
                })  # fmt: skip
    random.shuffle(lines)
    return {name: [line[name] for line in lines] for name in lines[0]}


def as_rows(mixed):
    """Give the rows of a panel for which a plan holds."""
    lines = [("A", one.fields["id"], *observed) for one in mixed for observed in one.observed]
    return dict(zip(("region", "id", "year", "value", "unit"), map(list, zip(*lines, strict=True)), strict=True))


def differences(row, other, without=()):
    """Give the columns of a plan's row and a panel's in which they differ, numbers by more than 1e-12."""
    found = {}
    for column in PROJECT:
        one, two = row[column], other[column]
        if isinstance(one, tuple):
            one = ";".join(one) or None
        same = one == two or str(one).lower() == two
        if isinstance(one, int | float) and isinstance(two, float):
            same = math.isclose(one, two, rel_tol=1e-12, abs_tol=1e-12)
        if not same and column not in without:
            found[column] = (one, two)
    return found


@settings(max_examples=20)
@given(st.integers(0, 10**9))
def test_rows_with_targets_and_rows_under_a_plan_are_judged_as_the_plan(seed):
    random = Random(seed)
    mixed, options = mixed_plan(random), choices(random)
    if not mixed:
        return
    with tempfile.TemporaryDirectory() as folder:
        plan, wanted = projected(random, mixed, options, Path(folder) / "plan")
    setting = Setting(Options(**options), plan.info.cuts)
    under_plan = judge_rows(as_rows(mixed), plan=plan, setting=setting).rows
    order = [row for name in sorted(wanted) for row in sorted(wanted[name], key=lambda row: row["target_year"])]
    assert [differences(*pair) for pair in zip(order, under_plan, strict=True)] == [{}] * len(order)

    judged = {(row["id"], row["region"]): row for row in judge_rows(as_columns(random, mixed), setting=setting).rows}
    broken = {indicator.id for indicator in plan.indicators if indicator.breaks}
    for one in mixed:
        without = ONLY_IN_PLANS + (OF_CHANGES if one.fields["observed_as"] == "yearly_change" else ())
        for place, row in enumerate(wanted[one.fields["id"]]):
            found = judged.pop((one.fields["id"], str(place)))
            if one.fields["id"] not in broken:
                assert differences(row, found, without) == {}, (one, place)
    assert judged == {}
