"""Units as people write them into headers, names and lines above a table."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from lixia_kpi.intake.traditional import simplified
from lixia_kpi.units.parse import is_counter, parse
from lixia_kpi.units.symbols import CHINESE_POWERS, ENGLISH_POWERS, SYMBOLS

_COUNTED = (
    "个 家 座 处 项 件 所 条 台 辆 张 名 次 人次 篇 起 例 对 栋 套 户 人 位 部 种 只 头 株 棵 亿 万 场 期 片 块 支 批",
    "床 间 艘 架 把 本 册 门 班 学位 床位 车位 家次 件次 例次 户次 标箱 人日 点 分 倍 级",
)
_COUNTERS = frozenset(word for line in _COUNTED for word in line.split())
_LINE = re.compile(
    r"^[(\[【]?\s*(?:计量)?单位\s*[:：]\s*(.+?)\s*[)\]】]?$|^\(?\s*units?\s*[:：]\s*(.+?)\s*\)?$", re.IGNORECASE
)
_DIVIDERS = re.compile("[、,，;；]|和|及| and ")
_BRACKETED = re.compile(r"^(.*?)\s*[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]$")


def plain_unit(text: str) -> str:
    """Write a unit in half width and simplified characters, without blanks around it.

    >>> plain_unit(" ％ "), plain_unit("億元")
    ('%', '亿元')
    """
    return simplified(normalize("NFKC", text)).strip()


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Tell whether a text is a unit: a measure, a power alone, or a counter that is often used.

    >>> is_unit("万平方米"), is_unit("家"), is_unit("初步核算数"), is_unit("")
    (True, True, False, False)
    """
    plain = plain_unit(text)
    if not plain or plain.isdigit() or len(plain) > 30:
        return False
    if plain.casefold() in SYMBOLS:
        return True
    above, _, below = plain.partition("/")
    if not below and " per " in plain:
        above, _, below = plain.partition(" per ")
    bare = without_power(above.strip())
    known = bare in _COUNTERS or bare == "" or bare.casefold() in SYMBOLS or not is_counter(above)
    return known and (not below or is_unit(below))


def without_power(text: str) -> str:
    """Take 万, 亿, million off a unit.

    >>> without_power("万人次"), without_power("million yuan"), without_power("千克")
    ('人次', 'yuan', '千克')
    """
    if text.strip().casefold() in SYMBOLS:
        return text.strip()
    for power, _ in CHINESE_POWERS:
        if text.startswith(power):
            return text.removeprefix(power)
    return " ".join(word for word in text.split() if word.casefold() not in ENGLISH_POWERS)


def units_of_line(text: str) -> tuple[str, ...] | None:
    """Read a line above a table that says in which unit its figures are.

    Parameters
    ----------
    text
        `单位：亿元`, `（单位：万元、%）`, `Unit: 100 million yuan`.

    Returns
    -------
    tuple of str or None
        the units, several where the line names several; None where it is no such line.

    Examples
    --------
    >>> units_of_line("单位：亿元、%"), units_of_line("(Unit: 100 million yuan)"), units_of_line("单位名称")
    (('亿元', '%'), ('100 million yuan',), None)
    """
    found = _LINE.match(plain_unit(text))
    if found is None:
        return None
    units = tuple(unit.strip() for unit in _DIVIDERS.split(found[1] or found[2]) if unit.strip())
    return units if units and all(map(is_unit, units)) else None


def trailing_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Take what stands in brackets at the end of a text off it.

    >>> trailing_brackets("地区生产总值（现价）（亿元）")
    ('地区生产总值', ('现价', '亿元'))
    """
    inside: list[str] = []
    base = normalize("NFKC", text).strip()
    while (found := _BRACKETED.match(base)) and found[1].strip():
        base = found[1].strip()
        inside.insert(0, found[2].strip())
    return base, tuple(inside)


def with_power(power: str, unit: str) -> str:
    """Put 万, 亿 or million before a unit.

    >>> with_power("万", "人次"), with_power("million", "yuan"), with_power("万", "%")
    ('万人次', 'million yuan', '万%')
    """
    return f"{power} {unit}".strip() if power.isascii() else f"{power}{unit}"


def has_power(unit: str) -> bool:
    """Tell whether a unit begins with a power: 万元 does, 元 does not, 千克 does not.

    >>> has_power("万元"), has_power("元"), has_power("千克"), has_power("billion yuan")
    (True, False, False, True)
    """
    if unit.strip().casefold() in SYMBOLS:
        return False
    return parse(unit).numerator != parse(without_power(unit) or "1").numerator
