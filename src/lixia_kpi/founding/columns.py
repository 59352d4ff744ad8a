"""The columns of a table of targets: the names by which each goes, and what a header cell says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from lixia_kpi.intake.headers import folded
from lixia_kpi.intake.moment import read_moment

if TYPE_CHECKING:
    from collections.abc import Mapping

Field = Literal[
    "id", "name", "name_zh", "name_en", "group", "chapter", "section", "heading", "measure", "form", "direction",
    "unit", "observed_as", "basis", "binding", "owner", "target_year", "target_op", "target", "target_high",
    "tolerance", "wording", "dated", "baseline_year", "baseline", "doubt", "order",
]  # fmt: skip
"""What a column holds; `name` is in the language of the plan, `order` (the number of the row) is left alone."""
FIELDS: tuple[Field, ...] = get_args(Field)

NAMES: Mapping[Field, tuple[str, ...]] = {
    "id": ("代码", "编号", "指标代码", "指标编号", "编码", "indicator id", "code"),
    "name": ("指标", "指标名称", "名称", "主要指标", "项目", "indicator", "indicator name"),
    "name_zh": ("中文名", "中文名称", "Name (zh)", "chinese name"),
    "name_en": ("英文名", "英文名称", "Name (en)", "english name"),
    "group": ("领域", "类", "分组", "指标类别", "分类", "category", "theme", "area"),
    "chapter": ("章", "chapter no"),
    "section": ("节", "section no"),
    "heading": ("段首", "标题", "lead heading"),
    "measure": ("类别", "量度", "kind", "type of figure"),
    "form": ("目标形式", "形式", "type of target", "target form"),
    "direction": ("方向", "期望方向", "指标方向", "wanted direction", "polarity"),
    "unit": ("单位", "计量单位", "units", "unit of measure"),
    "observed_as": ("实际值口径", "observed as"),
    "basis": ("价格", "价格口径", "prices", "price basis"),
    "binding": ("属性", "指标属性", "约束性", "nature"),
    "owner": ("责任部门", "责任单位", "牵头单位", "牵头部门", "department", "responsible"),
    "target_year": ("目标年", "目标年份", "due", "due year", "target year"),
    "target_op": ("比较", "比较符", "op", "comparator", "operator"),
    "target": ("目标", "目标值", "规划目标", "规划目标值", "target value", "goal"),
    "target_high": ("目标上限", "upper end", "target upper"),
    "tolerance": ("容差", "tolerance percent"),
    "wording": ("原文用词", "用词", "as printed"),
    "dated": ("注明年份", "dated in plan"),
    "baseline_year": ("基期年", "基期年份", "base year"),
    "baseline": ("基期值", "基期", "现状值", "现状", "base value", "baseline value"),
    "doubt": ("疑点", "open question", "doubts"),
    "order": ("序号", "no.", "no", "number", "#"),
}


class Column(NamedTuple):
    """A column, counted from 0: what it holds, and the year that its header names."""

    at: int
    field: Field
    year: int | None = None


def column_of(at: int, header: str) -> Column | None:
    """Tell what a header cell says.

    Parameters
    ----------
    at
        which column it is, from 0.
    header
        the cell: a name of a field, its key, or a year as in `2025年目标`, `2030 target`, `2020年`.

    Returns
    -------
    Column or None
        None where it says nothing that belongs to a table of targets.

    Examples
    --------
    >>> column_of(3, "2025年目标"), column_of(0, "指标名称")
    (Column(at=3, field='target', year=2025), Column(at=0, field='name', year=None))
    """
    if field := _BY_NAME.get(folded(header).rstrip(":.*")):
        return Column(at, field)
    moment = read_moment(header)
    if moment.year is None:
        return None
    if moment.kind == "plan":
        return Column(at, "target", moment.year)
    said = folded(moment.rest)
    plain = moment.kind in ("", "level") and (not said or said in _BASE_WORDS)
    return Column(at, "baseline", moment.year) if plain else None


_BASE_WORDS = frozenset({"基期", "基期值", "现状", "现状值", "baseline", "base"})
_BY_NAME: dict[str, Field] = {folded(name).rstrip(":.*"): field for field in FIELDS for name in (field, *NAMES[field])}
