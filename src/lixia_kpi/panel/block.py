"""What is judged at once: series of one panel side by side, each with the target it is set against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.options import Options
from lixia_kpi.plan.model import OWN_CUTS, Cuts

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.coded import Coded


class Kind(NamedTuple):
    """What rows have in common: what is measured, how the target is worded, and what a plan says of both.

    The fields are those of the columns of `kpi project`, besides `observed_as`, `breaks`, `tolerance`, `decimals`
    (None: as many as the target is written with), `dated` and `doubtful`.
    """

    measure: str
    form: str
    op: str
    direction: str
    unit: str | None = None
    observed_as: str = "level"
    basis: str | None = None
    breaks: tuple[int, ...] = ()
    target_high: float | None = None
    tolerance: float | None = None
    decimals: int | None = None
    dated: bool = True
    doubtful: bool = False
    name_zh: str | None = None
    name_en: str | None = None
    group: str | None = None
    chapter: int | None = None
    section: int | None = None
    binding: bool | None = None
    owner: str | None = None


class Setting(NamedTuple):
    """What holds for a whole run: the choices of the command line and the cuts of the statuses."""

    options: Options = Options()
    cuts: Cuts = OWN_CUTS


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelBlock:
    """Series with one target each; arrays (rows,) unless said otherwise, in the order of region, id and target year.

    Parameters
    ----------
    region, id
        whose series it is.
    kinds, kind
        what rows have in common, and which of them each row is of.
    target
        T, as printed [unit, percent or points].
    due_year, base_year
        Y and y0.
    years
        (years,) the columns of `values`.
    values
        (rows, years) observed values, NaN where missing [unit of the kind].
    unit_mismatch
        a value was left out because its unit does not convert.
    left_out
        a value was left out for any reason.
    """

    region: Coded
    id: Coded
    kinds: tuple[Kind, ...]
    kind: IntArray
    target: FloatArray
    due_year: IntArray
    base_year: IntArray
    years: IntArray
    values: FloatArray
    unit_mismatch: BoolArray
    left_out: BoolArray
