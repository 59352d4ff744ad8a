"""Plans of every kind of target, made up by chance: what an indicator is, and what was observed of it in which unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lixia_kpi.plan.bounds import bounds_of_target, bounds_of_value
from lixia_kpi.plan.model import COMPARATORS, DIRECTIONS, FORMS, MEASURES
from lixia_kpi.plan.target_rules import broken_wording
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from random import Random

UNITS = {
    "amount": ("亿元", "万元", "万吨"), "count": ("个", "万人"), "share": ("%", "‰"), "rate": ("%", "‰", "张/千人"),
    "index": ("点",), "rank": ("位",),
}  # fmt: skip
OTHER_UNITS = {
    "亿元": ("万元", "billion yuan"), "万元": ("亿元",), "万吨": ("吨",), "万人": ("人",), "%": ("‰",), "‰": ("%",),
    "points": ("百分点", "基点"),
}  # fmt: skip
CHANGES = {"steady": 6.0, "flat": 3.0, "zero": 0.0, "falling": -4.0, "uneven": 2.5}
GROWTH = {"steady": 0.06, "flat": 0.0, "zero": 0.02, "falling": -0.05, "negative": 0.06, "uneven": 0.2}
STARTS = {"share": (5.0, 40.0, 88.0, 97.0, 99.5)}


class Observed(NamedTuple):
    """A value in one year, in a unit of its own."""

    year: int
    value: float
    unit: str


class Mixed(NamedTuple):
    """An indicator as a plan file has it, and what was observed of it; `own` is the unit of values and targets."""

    fields: dict[str, Any]
    own: str
    observed: tuple[Observed, ...]


def mixed_plan(random: Random, most: int = 12) -> list[Mixed]:
    """Make up some indicators that `kpi validate` has no fault to find with, each with targets and observed values."""
    found = (_indicator(random, f"i{number:02}") for number in range(random.randint(1, most)))
    return [one for one in found if one is not None]


def due_year(target: dict[str, Any]) -> int:
    """Give the year in which a target falls due."""
    return int(target["period"]["end"] if "period" in target else target["year"])


def _indicator(random: Random, name: str) -> Mixed | None:
    measure, direction = random.choice(MEASURES), random.choice(DIRECTIONS)
    unit = random.choice(UNITS[measure])
    observed_as = random.choice(("level", "level", "level", "yearly_change", "cumulative"))
    values = _values(random, measure, unit, observed_as)
    about = {"direction": direction, "measure": measure, "observed_as": observed_as}
    wanted = [_target(random, unit, dict(values).get(2020, values[0][1]), **about) for _ in range(3)] if values else []
    unlike = {(one["form"], one["op"], due_year(one)): one for one in wanted if one is not None}
    if not unlike:
        return None
    fields = {"id": name, "unit": unit, "targets": list(unlike.values()), **about}
    in_points = measure == "share" or all(one["form"] == "points" for one in unlike.values())
    own = unit if observed_as != "yearly_change" else random.choice(("%", "points")) if in_points else "%"
    return Mixed(fields, own, tuple(_observed(random, own, k, *pair) for k, pair in enumerate(values)))


def _observed(random: Random, own: str, place: int, year: int, value: float) -> Observed:
    """A value as it is published: now and then in another unit, the first in that of the indicator."""
    unit = random.choice(OTHER_UNITS[own]) if place and own in OTHER_UNITS and random.random() < 0.3 else own
    found = convert(value, own, unit)
    assert found is not None
    return Observed(year, found, unit)


def _values(random: Random, measure: str, unit: str, observed_as: str) -> list[tuple[int, float]]:
    """Years, some of them missing, and values that are possible."""
    years = range(random.choice((2014, 2017, 2019, 2020)), random.choice((2021, 2023, 2024, 2026)) + 1)
    kept = [year for year in years if random.random() < 0.75] if random.random() < 0.4 else list(years)
    kept = [random.choice(years)] if random.random() < 0.15 or not kept else kept
    if observed_as == "yearly_change":
        mean = CHANGES[random.choice(sorted(CHANGES))]
        values = [round(mean + random.choice((0.0, -1.5, 0.7)), 1) for _ in kept]
    elif measure == "rank":
        values = [float(random.randint(1, 20)) for _ in kept]
    else:
        values = _levels(random, measure, unit, len(kept))
    if observed_as == "cumulative":
        values = [round(sum(map(abs, values[: k + 1])), 2) for k in range(len(values))]
    bounds = bounds_of_value(measure, unit, observed_as)
    return [(year, value) for year, value in zip(kept, values, strict=True) if bounds.hold(value)]


def _levels(random: Random, measure: str, unit: str, count: int) -> list[float]:
    shape, start = random.choice(sorted(GROWTH)), random.choice(STARTS.get(measure, (3.0, 120.0, 1910.41)))
    start *= 10 if unit == "‰" else 1
    values = [start * (1 + GROWTH[shape] / (20 if measure == "share" else 1)) ** k for k in range(count)]
    if shape == "uneven":
        values = [value * random.uniform(0.9, 1.1) for value in values]
    if shape == "zero":
        values[random.randrange(count)] = 0.0
    if shape == "negative":
        values = [value - 1.2 * start for value in values]
    places = random.choice((0, 1, 2))
    return [round(value, places) for value in values]


def _target(
    random: Random, unit: str, start: float, *, direction: str, measure: str, observed_as: str
) -> dict[str, Any] | None:
    """A target that may be met, equal to the start, due before the latest value; None where it is none for this.

    Its figure has no decimals that a panel could not tell from the number alone.
    """
    form, op = random.choice(FORMS), random.choice(COMPARATORS)
    if broken_wording(form, op, direction=direction, measure=measure, observed_as=observed_as, unit=unit):
        return None
    sign = 1 if direction == "up" else -1
    if form in ("growth", "change", "points"):
        value = sign * random.choice((6.0, 2.5, 30.0))
    elif observed_as == "yearly_change":
        value = random.choice((0.0, 3.0, 2.5, -2.0))
    elif measure == "rank":
        value = float(random.randint(1, 10))
    else:
        scale = 5 if form == "total" else 1
        value = round(start * scale * (1 + sign * random.choice((0.0, 0.02, 0.3, -0.1))), random.choice((0, 1, 2)))
    bounds = bounds_of_target(form, op, measure, unit, observed_as)
    if not bounds.hold(value) or value == bounds.unreachable:
        return None
    when: dict[str, Any] = {"year": random.choice((2021, 2022, 2023, 2025, 2025, 2027))}
    if random.random() < 0.15:
        when = {"period": {"start": random.choice((2021, 2022)), "end": random.choice((2023, 2025))}}
    return {"form": form, "op": op, "value": int(value) if value.is_integer() else value, **when}
