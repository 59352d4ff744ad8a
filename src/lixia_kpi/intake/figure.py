"""One cell of somebody's table to a figure: grouping, full width, 万 and 亿, units, remarks and footnote marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from lixia_kpi.actuals.wide import MISSING
from lixia_kpi.intake.status_words import status_of
from lixia_kpi.intake.traditional import simplified
from lixia_kpi.intake.unit_text import with_power
from lixia_kpi.text.invisible import strip_invisible
from lixia_kpi.text.number import Number, NumberFault, parse_number, printed_decimals
from lixia_kpi.units.symbols import CHINESE_POWERS, ENGLISH_POWERS

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import PublicationStatus

NO_FIGURE = MISSING | frozenset(
    "— －－ ——— - / \\ × x 暂无 暂无数据 无数据 未统计 未公布 尚未公布 待公布 待定 暂缺 缺 缺失 保密 空 nil none tbd "
    "#n/a not_available".replace("_", " ").split(" ")
)
"""What people write where there is no figure."""
DITTO = frozenset(["同上", "〃", "″", "”", '"', "''", "″″", "々", "ditto", "do.", "idem"])
"""What people write for the cell above."""

_MARKS = r"(?:[①-⑳❶-❿⓵-⓾*＊†‡§※¹²³⁴-⁹]|[\[［〔]\d{1,2}[\]］〕]|注\d?)"
_IS_MARK = re.compile(r"注?\d{1,2}|注")
_LEADING = re.compile(rf"^((?:{_MARKS}\s*)+)(?=\S)")
_TRAILING = re.compile(rf"(?<=\S)((?:\s*{_MARKS})+)$")
_REMARK = re.compile(r"^(.*?[^\s(])\s*[(\[【]([^()\[\]【】]*)[)\]】]$")
_IN_BRACKETS = re.compile(r"^\(\s*[^()]*\d[^()]*\)$")
_APOSTROPHES = "'’‘`"
"""What people write before a number to keep it text."""
_DOWN = ("下降", "减少", "降低", "回落")
_DIRECTION = re.compile(rf"^({'|'.join(_DOWN)}|增长|上升|提高|增加)\s*(.+)$")
_MINUS = re.compile(r"^[−–—‐‑‒﹣－](?=\s*[\d.])")
_GROUPED = r"\d{1,3}(?:[,'’ ]\d{3})+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"^(?P<sign>[+-]?)\s*(?P<money>[¥$€£]|rmb|人民币|us\$|usd)?\s*"
    rf"(?P<number>{_GROUPED}|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)\s*(?P<rest>[^\d\s].*)?$",
    re.IGNORECASE,
)
_LETTER_FLAG = re.compile(r"^(.*\d)\s?([per])$")
_FLAGS: dict[str, PublicationStatus] = {"p": "preliminary", "e": "expected", "r": "actual"}
_MONEY = {"¥": "元", "rmb": "元", "人民币": "元", "$": "美元", "us$": "美元", "usd": "美元", "€": "欧元", "£": "英镑"}
_POWERS = frozenset(power for power, _ in CHINESE_POWERS) | frozenset(ENGLISH_POWERS)
_SHARES = ("%", "‰", "个百分点", "百分点")
_NOT_A_UNIT = tuple(",;:、~-+.()[]/")
_FAULTS = {
    "comparator_in_number": "figure_with_comparator",
    "range_in_number": "figure_is_a_range",
    "decimal_comma": "figure_with_comma",
}
_SIGNIFICANT = 15
"""Digits that a spreadsheet keeps; what is beyond them is noise of binary fractions."""


class Figure(NamedTuple):
    """A number as a cell has it: `unit` as written in the cell, `power` where only 万, 亿 or million stands there.

    `remarks` stood in brackets, `marks` lead to footnotes, `doubts` are codes of what may be read in another way,
    `money` is the unit of a sign of money before the number.
    """

    value: float
    decimals: int
    unit: str | None = None
    power: str | None = None
    status: PublicationStatus | None = None
    remarks: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    money: str | None = None


class Unreadable(NamedTuple):
    """Why a cell is no figure, and the plain number that was probably meant (None: no guess)."""

    code: str
    suggestion: str | None = None


@lru_cache(maxsize=65536)
def read_figure(text: str) -> Figure | Unreadable | None:
    """Read a cell.

    Parameters
    ----------
    text
        the cell as typed: `1,234.5`, `１２％`, `3.5万`, `1.2亿元`, `1234（初步核算数）`, `1234①`, `—` …

    Returns
    -------
    Figure, Unreadable or None
        None where the cell says that there is no figure.

    Examples
    --------
    >>> read_figure("3.5万")[:4], read_figure("—")
    ((3.5, 1, None, '万'), None)
    >>> read_figure("１，２３４（初步核算数）").status, read_figure("约1200")
    ('preliminary', Unreadable(code='figure_with_comparator', suggestion='1200'))
    """
    number = parse_number(text)
    if isinstance(number, Number):
        return _figure(text.strip(), number)
    visible = strip_invisible(text).strip()
    if visible.casefold() in NO_FIGURE:
        return None
    if visible in DITTO:
        return Unreadable("ditto_value")
    visible, marks = _without_marks(visible)
    plain = _MINUS.sub("-", simplified(normalize("NFKC", visible)).replace("。", ".").strip().lstrip(_APOSTROPHES))
    if plain.casefold() in NO_FIGURE:
        return None
    if _IN_BRACKETS.match(plain):
        return _negative(plain[1:-1])
    plain, remarks, numbers = _without_remarks(plain)
    return _read(plain, text, remarks, marks + numbers)


def read_growth(text: str) -> Figure | Unreadable | None:
    """Read a cell of a column of growth, where 增长 and 下降 may stand for the sign.

    Parameters
    ----------
    text
        the cell.

    Returns
    -------
    Figure, Unreadable or None
        as `read_figure`.

    Examples
    --------
    >>> read_growth("下降3.1%").value, read_growth("增长 5.2%").value, read_growth("持平").value
    (-3.1, 5.2, 0.0)
    """
    plain = simplified(normalize("NFKC", text)).strip()
    found = _DIRECTION.match(plain)
    if found is None:
        return read_figure("0" if plain == "持平" else text)
    figure = read_figure(found[2])
    if isinstance(figure, Figure) and found[1] in _DOWN and figure.value > 0:
        return figure._replace(value=-figure.value)
    return figure


def _read(plain: str, text: str, remarks: tuple[str, ...], marks: tuple[str, ...]) -> Figure | Unreadable | None:
    if plain.casefold() in NO_FIGURE:
        return None
    status = next((said for remark in remarks if (said := status_of(remark))), None)
    if flagged := _LETTER_FLAG.match(plain):
        plain, status = flagged[1], status or _FLAGS[flagged[2]]
    found = _NUMBER.match(plain)
    if found is None:
        return _refused(text)
    digits = found["sign"] + re.sub("[,'’ ]", "", found["number"])
    number = parse_number(digits)
    if isinstance(number, NumberFault):
        return Unreadable("not_a_figure")
    rest, money = (found["rest"] or "").strip(), _MONEY.get((found["money"] or "").casefold(), "")
    if rest and (words := status_of(rest)):
        status, rest = status or words, ""
    if any(character.isdigit() for character in rest) or rest.startswith(_NOT_A_UNIT):
        return _refused(text)
    unit, power = (None, rest) if rest.casefold() in _POWERS else (rest or None, None)
    if money and power:
        unit, power = with_power(power, money), None
    if any(_is_level(remark, unit) for remark in remarks):
        return Unreadable("two_numbers")
    units = tuple(remark for remark in remarks if unit is None and remark in _SHARES)
    unit = unit or next(iter(units), None)
    figure = _figure(digits, number)
    return figure._replace(
        unit=unit, power=power, status=status, remarks=remarks, marks=marks, money=None if unit else money or None
    )


def _negative(inside: str) -> Figure | Unreadable:
    """Read a number in brackets, as accountants write one below zero."""
    figure = read_figure(inside)
    if not isinstance(figure, Figure) or figure.value < 0:
        return Unreadable("not_a_figure")
    return figure._replace(value=-figure.value or 0.0, doubts=("bracketed_number",))


def _figure(plain: str, number: Number) -> Figure:
    """Leave out the digits that only binary fractions brought."""
    if sum(character.isdigit() for character in plain) <= _SIGNIFICANT:
        return Figure(*number)
    value = float(f"{number.value:.{_SIGNIFICANT}g}")
    return Figure(value, min(number.decimals, printed_decimals(repr(value).removesuffix(".0"))))


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Take footnote marks off both ends."""
    marks: list[str] = []
    for pattern in (_TRAILING, _LEADING):
        if found := pattern.search(text):
            marks.append(found[1].strip())
            text = (text[: found.start()] + text[found.end() :]).strip()
    return text, tuple(marks)


def _without_remarks(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Take remarks in brackets off the end; one of one or two digits is a footnote mark."""
    remarks: list[str] = []
    marks: list[str] = []
    while found := _REMARK.match(text):
        text, remark = found[1].strip(), found[2].strip()
        (marks if _IS_MARK.fullmatch(remark) else remarks).append(remark)
    return text, tuple(remarks), tuple(marks)


def _is_level(remark: str, unit: str | None) -> bool:
    """Tell whether a remark is a second figure; percent beside an amount is its growth and none."""
    if not any(character.isdigit() for character in remark):
        return False
    figure = read_figure(remark)
    return isinstance(figure, Figure) and (figure.unit not in _SHARES or unit in _SHARES)


def _refused(text: str) -> Unreadable:
    from lixia_kpi.text.number_fault import explain

    fault = explain(text)
    return Unreadable(_FAULTS.get(fault.code, "not_a_figure"), fault.suggestion)
