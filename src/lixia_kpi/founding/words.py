"""The words of a table of targets for what a plan names by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.intake.headers import folded
from lixia_kpi.plan.model import BASES, COMPARATORS, DIRECTIONS, FORMS, MEASURES, OBSERVED_AS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "direction": {
        "up": "上升 提高 增加 增长 越高越好 越大越好 正向 正 ↑ 升 higher increase rise higherisbetter +",
        "down": "下降 降低 减少 越低越好 越小越好 逆向 负向 逆 负 ↓ 降 lower decrease fall lowerisbetter -",
    },
    "measure": {
        "amount": "总量 金额 数额",
        "count": "数量 个数 number",
        "share": "比重 占比 百分比 percentage proportion",
        "index": "指数",
        "rate": "比率 率",
        "rank": "位次 排名 名次 ranking",
    },
    "form": {
        "level": "期末水平 水平 期末值",
        "growth": "年均增长 年均增速 averagegrowth",
        "change": "累计变化 累计增长 累计下降 cumulativechange",
        "points": "提高百分点 百分点 changeinpoints",
        "total": "期内累计 累计 五年累计 totalovertheperiod",
        "every_year": "每年 everyyear",
        "milestone": "节点 零突破",
    },
    "target_op": {">=": "≥ ＞＝ 不低于 不少于", ">": "＞ 高于 超过 突破", "<=": "≤ ＜＝ 不高于 不超过", "<": "＜ 低于",
                  "=": "＝ 等于", "~": "≈ ～ 约 左右"},
    "observed_as": {
        "level": "水平值",
        "yearly_change": "比上年变化 changeontheyearbefore",
        "cumulative": "期初以来累计 sumsincetheperiodbegan",
    },
    "basis": {
        "current_prices": "现价 当年价 currentprices",
        "constant_prices": "不变价 可比价 constantprices",
    },
    "binding": {"true": "约束性 约束 是 binding yes", "false": "预期性 预期 否 expected no indicative"},
    "dated": {"true": "是 yes", "false": "否 no"},
}  # fmt: skip
_CODES: Mapping[str, Iterable[str]] = {
    "direction": DIRECTIONS, "measure": MEASURES, "form": FORMS, "target_op": COMPARATORS, "observed_as": OBSERVED_AS,
    "basis": BASES, "binding": ("true", "false"), "dated": ("true", "false"),
}  # fmt: skip
WORD_FIELDS = frozenset(_CODES)
_BY_WORD: dict[str, dict[str, str]] = {
    name: {folded(word): code for code in codes for word in (code, *_WORDS[name][code].split())}
    for name, codes in _CODES.items()
}


def code_of(name: str, text: str) -> str | None:
    """Give the code that a word of a column stands for.

    Parameters
    ----------
    name
        of the column, one of `WORD_FIELDS`.
    text
        the cell.

    Returns
    -------
    str or None
        None where the word is none of them.

    Examples
    --------
    >>> code_of("direction", "越低越好"), code_of("target_op", "≥"), code_of("measure", "things")
    ('down', '>=', None)
    """
    return _BY_WORD[name].get(folded(text))


def codes_for(name: str) -> str:
    """List the codes of a column."""
    return ", ".join(_CODES[name])
