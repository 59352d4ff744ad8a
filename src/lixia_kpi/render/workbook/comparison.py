"""Whether a value satisfies a target, as a formula that gives 1 or 0; a row of values gives a row of them."""

from __future__ import annotations

SLACK = "slack"
"""The name of the cell with the relative difference that counts as none."""


def holds(value: str, op: str, target: str, *, sign: str, tolerance: str, decimals: str, rounded: bool = True) -> str:
    """Write the comparison of `growth.satisfies`.

    Parameters
    ----------
    value, target : cells, or an expression for the value.
    op : comparator of the target.
    sign, tolerance, decimals : cells: 1 or −1 by direction, percent, printed decimals.
    rounded : whether `=` also compares rounded values.

    Examples
    --------
    >>> holds("G5", ">=", "I5", sign="E5", tolerance="G6", decimals="H5")
    '(G5>=I5-slack*ABS(I5))*1'
    """
    slack = f"{SLACK}*ABS({target})"
    short = f"{sign}*({target}-{value})"
    if op in (">=", "<"):
        return f"({value}{op}{target}-{slack})*1"
    if op in ("<=", ">"):
        return f"({value}{op}{target}+{slack})*1"
    if op == "~":
        return f"({short}<=ABS({target})*{tolerance}/100+{slack})*1"
    reached = f"({short}<={slack})"
    if not rounded:
        return f"{reached}*1"
    return f"(({reached}+({sign}*({target}-ROUND({value},{decimals}))<={slack}))>0)*1"
