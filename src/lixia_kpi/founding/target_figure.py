"""A cell with a target: `2500`, `≥65%`, `突破2500`, `40–45`, `控制在 5.5 以内`, `about 20`."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from lixia_kpi.intake.figure import Figure, Unreadable, read_figure

_BEFORE = (
    (">=", "不低于|不少于|不小于|至少|达到|达|at least|no less than|>="),
    ("<=", "不高于|不超过|不大于|控制在|至多|at most|no more than|up to|<="),
    (">", "突破|超过|高于|大于|more than|over|>"),
    ("<", "低于|小于|less than|under|<"),
    ("~", "约|大约|about|around|~"),
    ("=", "="),
)
_AFTER = (("<=", "以内|以下"), (">=", "以上"), ("~", "左右"))
_WORD_BEFORE = tuple((op, re.compile(rf"(?:{words})\s*", re.IGNORECASE)) for op, words in _BEFORE)
_WORD_AFTER = tuple((op, re.compile(rf"\s*(?:{words})$")) for op, words in _AFTER)
_RANGE = re.compile(r"([\d.,]+)\s*%?\s*(?:-|–|—|~|至|to)\s*([\d.,]+\s*\D*)", re.IGNORECASE)
_SIGNS = frozenset(">=<~")


class TargetFigure(NamedTuple):
    """The target of a cell: its value as written plainly, the other end of a range, comparator, word, unit."""

    value: str
    high: str | None = None
    op: str | None = None
    wording: str | None = None
    unit: str | None = None


def read_target(text: str) -> TargetFigure | Unreadable | None:
    """Read a cell with a target.

    Parameters
    ----------
    text
        the cell.

    Returns
    -------
    TargetFigure, Unreadable or None
        None where the cell says that there is none.

    Examples
    --------
    >>> read_target("≥65%")
    TargetFigure(value='65', high=None, op='>=', wording=None, unit='%')
    >>> read_target("突破2,500").wording, read_target("40–45").high
    ('突破', '45')
    """
    plain = normalize("NFKC", text).replace("≥", ">=").replace("≤", "<=").replace("≈", "~").strip()
    op, wording = None, None
    for found, pattern in _WORD_BEFORE:
        if match := pattern.match(plain):
            op, word, plain = found, match[0].strip(), plain[match.end() :]
            wording = None if _SIGNS.issuperset(word) else word
            break
    for found, pattern in _WORD_AFTER:
        if match := pattern.search(plain):
            op, plain = found, plain[: match.start()]
            wording = f"{wording or ''}…{match[0].strip()}" if wording else match[0].strip()
            break
    high = None
    if match := _RANGE.fullmatch(plain):
        high = read_figure(match[2].strip())
        plain = match[1]
    figure = read_figure(plain)
    if figure is None or isinstance(figure, Unreadable):
        return figure
    if isinstance(high, Unreadable):
        return high
    unit = figure.unit or figure.power or (None if high is None else high.unit)
    return TargetFigure(plain_number(figure), None if high is None else plain_number(high), op, wording, unit)


def plain_number(figure: Figure) -> str:
    """Write a figure with the decimals it had, nothing else.

    >>> plain_number(Figure(65.0, 1)), plain_number(Figure(-13.5, 1))
    ('65.0', '-13.5')
    """
    return f"{figure.value:.{figure.decimals}f}"
