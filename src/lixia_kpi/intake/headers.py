"""The header names of a table of figures in both languages: what a template prints and an import recognises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from unicodedata import normalize

from lixia_kpi.intake.traditional import simplified
from lixia_kpi.text.invisible import strip_invisible

if TYPE_CHECKING:
    from collections.abc import Mapping

Field = Literal[
    "id", "name", "unit", "definition", "last_year", "last_value", "year", "period", "value", "status", "published",
    "source", "note", "growth", "target", "owner", "order",
]  # fmt: skip
"""What a column of a table of figures holds. `growth` is only compared with the figures; `target`, `owner` and `order`
(the number of the row) are left alone, as are `definition`, `last_year` and `last_value`."""
FIELDS: tuple[Field, ...] = get_args(Field)


class Names(NamedTuple):
    """The names under which a field goes; the first of each language is the one that a template prints."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


HEADERS: Mapping[Field, Names] = {
    "id": Names(("编号", "指标编号", "指标代码", "代码", "指标编码", "编码"), ("ID", "indicator ID", "code")),
    "name": Names(
        ("指标", "指标名称", "名称", "项目", "主要指标", "统计指标", "指标项目"),
        ("Indicator", "name", "indicator name", "item"),
    ),
    "unit": Names(("单位", "计量单位", "指标单位"), ("Unit", "units", "unit of measure")),
    "definition": Names(("口径", "指标解释", "口径说明", "指标口径", "统计口径"), ("Definition", "scope")),
    "last_year": Names(("上次年份",), ("Last year reported",)),
    "last_value": Names(
        ("上次数值", "上年数值", "上年同期", "去年同期", "上年值", "上年数", "上年实际"),
        ("Last value", "previous value", "same period last year"),
    ),
    "year": Names(("年份", "年度", "数据年份", "统计年度", "报告年度", "时间"), ("Year", "reference year")),
    "period": Names(("期间", "时期", "统计期间", "报告期"), ("Period", "reference period")),
    "value": Names(
        ("本期数值", "数值", "本期值", "本期数", "实际值", "完成值", "完成数", "完成情况", "实际完成", "实绩", "绝对值",
         "总量", "数据", "本年实际", "本年累计", "累计完成"),
        ("Value", "actual", "figure", "amount", "level"),
    ),
    "status": Names(("数据状态", "数据性质"), ("Data status", "status of the figure")),
    "published": Names(
        ("发布日期", "公布日期", "发布时间", "公布时间", "填报日期", "报送日期"),
        ("Published", "publication date", "date published", "release date"),
    ),
    "source": Names(("来源", "数据来源", "资料来源", "出处"), ("Source", "data source")),
    "note": Names(("备注", "说明", "注", "附注"), ("Note", "notes", "remark", "remarks", "comment")),
    "growth": Names(
        ("同比增长", "增长", "增速", "同比", "增幅", "同比增速", "比上年增长", "同比增减", "增长率", "较上年增长"),
        ("Growth", "growth rate", "change", "year on year", "yoy", "y/y", "change on the year before"),
    ),
    "target": Names(
        ("目标", "目标值", "规划目标", "规划目标值", "年度目标", "目标任务", "基期值", "基期",
         "完成率", "完成进度", "目标完成率", "完成比例", "进度"),
        ("Target", "goal", "target value", "baseline"),
    ),
    "owner": Names(
        ("责任单位", "责任部门", "牵头单位", "牵头部门", "填报单位", "填报部门", "部门"),
        ("Owner", "department", "responsible department"),
    ),
    "order": Names(("序号", "顺序", "行号"), ("No.", "no", "number", "#")),
}  # fmt: skip
"""Every name by field."""


def printed_header(field: Field, lang: Literal["zh", "en"]) -> str:
    """Give the name that a template prints over a field.

    >>> printed_header("value", "zh"), printed_header("value", "en")
    ('本期数值', 'Value')
    """
    return (HEADERS[field].zh if lang == "zh" else HEADERS[field].en)[0]


def folded(text: str) -> str:
    r"""Write a name so that names which differ in width, case, blanks or script only become the same.

    >>> folded("ＧＤＰ 指标_ID\n")
    'gdp指标id'
    """
    plain = text if text.isascii() else simplified(normalize("NFKC", strip_invisible(text)))
    return "".join(plain.casefold().replace("_", " ").split())


def field_of(header: str) -> Field | None:
    """Tell which field a header names; None where it names none.

    Parameters
    ----------
    header
        the cell; width, case and blanks do not count; the field's own key (`last_value`) is a name, too.

    Returns
    -------
    str or None
        the field.

    Examples
    --------
    >>> field_of("计量 单位"), field_of("Publication date"), field_of("last_value"), field_of("2021年")
    ('unit', 'published', 'last_value', None)
    """
    return _BY_NAME.get(folded(header).rstrip(":.*"))


_BY_NAME: dict[str, Field] = {
    folded(name).rstrip(":.*"): field for field in FIELDS for name in (field, *HEADERS[field].zh, *HEADERS[field].en)
}
