"""Targets as arrays: one case a target, every case on one path from a start to a goal.

The seven forms of target differ only in the quantity that travels:

=============  ==========================================  =========  =============
path           quantity in year y                          start      goal
=============  ==========================================  =========  =============
compound       the value                                   b          T
straight       the value                                   b          T
relative       value / b, or Π(1 + k) of yearly changes    1          1 + p or (1 + r) ** n
rise           value − b, or the sum of yearly points      0          x
sum            the sum of the yearly values                0          T
bound          the value                                   (none)     T, in every year
state          the value                                   (none)     T, met or not
=============  ==========================================  =========  =============

`compound` and `relative` travel by a rate, `straight`, `rise` and `sum` by equal steps.

Everything that judges targets works on these arrays alone, so that the targets of a plan (`plan_cases`) and those of
very many series are judged by the same lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.plan.bounds import share_limit

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

COMPOUND_MEASURES = ("amount", "count")
WHOLE = 100.0
"""What the whole is in percent."""

_PATHS = {
    "growth": "relative",
    "change": "relative",
    "points": "rise",
    "total": "sum",
    "every_year": "bound",
    "milestone": "state",
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cases:
    """All cases as arrays, (cases,) unless said otherwise; `years` names the columns of `values`.

    Parameters
    ----------
    path, form, op, direction, measure
        codes.
    base_year, due_year
        y0 and Y.
    baseline
        b [unit of the indicator], NaN where there is none.
    target
        as printed [unit, percent or points].
    tolerance, decimals
        of the comparison; NaN where the default holds.
    start, goal
        of the path quantity.
    years
        (years,) all years from the first to the last that any case needs.
    values
        (cases, years) observed values, baseline included where it is a level [unit, percent or points].
    yearly_change, cumulative
        how the indicator is observed.
    usable_from
        first year that is comparable with the latest: the last break that is not after the latest observation.
    level_beside
        the level in the base year of an indicator observed as yearly changes [unit], NaN where none is known.
    previous_total
        the sum of the five years before [unit], NaN where none is known.
    printed_growth
        published growth that may be carried on from a single value [fraction a year], NaN where there is none.
    basis_differs
        a published growth is known and stands on another price basis.
    unit_mismatch
        a published figure stands in a unit that does not convert to the indicator's.
    whole
        what the whole is in the unit of a share: 100 in %, 1000 in ‰; 100 for every other measure.
    """

    path: NameArray
    form: NameArray
    op: NameArray
    direction: NameArray
    measure: NameArray
    base_year: IntArray
    due_year: IntArray
    baseline: FloatArray
    target: FloatArray
    tolerance: FloatArray
    decimals: FloatArray
    start: FloatArray
    goal: FloatArray
    years: IntArray
    values: FloatArray
    yearly_change: BoolArray
    cumulative: BoolArray
    usable_from: IntArray
    level_beside: FloatArray
    previous_total: FloatArray
    printed_growth: FloatArray
    basis_differs: BoolArray
    unit_mismatch: BoolArray
    whole: FloatArray

    _known: dict[str, BoolArray] = field(default_factory=dict, init=False)

    def on(self, path: str) -> BoolArray:
        """Whether a case is on a path; asked for many times, compared once."""
        return self._once(path, lambda: self.path == path)

    @property
    def of_growth(self) -> BoolArray:
        """Whether the target is an average growth over the whole span."""
        return self._once("of growth", lambda: self.form == "growth")

    @property
    def upward(self) -> BoolArray:
        """Whether more is better."""
        return self._once("upward", lambda: self.direction == "up")

    @property
    def by_rate(self) -> BoolArray:
        """Whether the path is travelled by a rate rather than by equal steps."""
        return self._once("by rate", lambda: self.on("compound") | self.on("relative"))

    @property
    def from_levels(self) -> BoolArray:
        """Whether the quantity is measured from the level of the baseline."""
        return self._once(
            "from levels",
            lambda: (
                self.on("compound")
                | self.on("straight")
                | ((self.on("relative") | self.on("rise")) & ~self.yearly_change)
            ),
        )

    @property
    def span(self) -> BoolArray:
        """(cases, years) the years that count toward the target: after the base year, up to the target year."""
        return self._once(
            "span", lambda: (self.years > self.base_year[:, None]) & (self.years <= self.due_year[:, None])
        )

    def _once(self, name: str, work: Callable[[], BoolArray]) -> BoolArray:
        """Answer from what is known, or work it out and keep it, safe from being written to."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = np.asarray(work())
            found.flags.writeable = False
        return found


def path_of(form: str, measure: str) -> str:
    """Name the path of a target (see the module's table).

    >>> path_of("level", "amount"), path_of("level", "share"), path_of("total", "amount")
    ('compound', 'straight', 'sum')
    """
    if form == "level":
        if measure == "rank":
            return "state"
        return "compound" if measure in COMPOUND_MEASURES else "straight"
    return _PATHS[form]


def whole_of(measure: str, unit: str) -> float:
    """Give what the whole is in the unit of a share, 100 for every other measure.

    >>> whole_of("share", "‰"), whole_of("share", "%"), whole_of("rate", "‰")
    (1000.0, 100.0, 100.0)
    """
    return share_limit(unit) if measure == "share" else WHOLE


def ends_of(
    path: NameArray, form: NameArray, baseline: FloatArray, target: FloatArray, span: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Give start and goal of the path quantity.

    Parameters
    ----------
    path, form : (cases,) codes.
    baseline, target : (cases,) b and T, NaN where there is none.
    span : (cases,) n, the years from the base year to the target year.
    """
    relative, rise, total = path == "relative", path == "rise", path == "sum"
    level = (path == "compound") | (path == "straight")
    start = np.where(level, baseline, np.where(relative, 1.0, np.where(rise | total, 0.0, np.nan)))
    with np.errstate(all="ignore"):
        growing = 1 + target / 100
        whole = np.where(form == "growth", np.where(growing > 0, growing, np.nan) ** span, growing)
    return start, np.where(relative, whole, target)
