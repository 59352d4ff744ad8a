"""Whether two figures with the room they leave can stand in a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lixia_kpi.formula.span import Span
    from lixia_kpi.plan.model import Relation

_SLACK = 1e-9


def hold_together(
    left: Span, right: Span, relation: Relation, tolerance: float = 0.0
) -> Literal["contradicts", "implies", "holds"]:
    """Compare two figures.

    Parameters
    ----------
    left, right
        in one unit, with the room that comparators and rounding leave.
    relation
        `=`, `<=` or `>=`.
    tolerance
        percent of the larger printed figure by which they may miss it.

    Returns
    -------
    str
        `contradicts` where no values within the room satisfy the relation; `implies` where the printed figures do not
        satisfy it and only a comparator (突破, 以上 …) leaves the room for it; else `holds`.

    Examples
    --------
    >>> from math import inf
    >>> from lixia_kpi.formula.span import Span, exactly
    >>> part, whole = Span(1000, 1000, inf, True), Span(200, 200, inf, True)
    >>> hold_together(part, whole, "<="), hold_together(exactly(1000), exactly(200), "<=")
    ('implies', 'contradicts')
    """
    if relation == ">=":
        return hold_together(right, left, "<=", tolerance)
    largest = max(abs(left.value), abs(right.value))
    slack = largest * (tolerance / 100 + _SLACK)
    too_high = left.low > right.high + slack
    too_low = relation == "=" and left.high < right.low - slack
    if too_high or too_low:
        return "contradicts"
    above = left.value > right.value + slack
    below = relation == "=" and left.value < right.value - slack
    return "implies" if (above or below) and (left.one_sided or right.one_sided) else "holds"
