"""The heading of every column, by column id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import RULE_NAMES

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

HEADINGS: Catalogue = {
    "id": ("代码", "Id"),
    "name": ("指标", "Indicator"),
    "name_zh": ("指标", "Name (zh)"),
    "name_en": ("英文名", "Name"),
    "group": ("领域", "Group"),
    "chapter": ("章", "Chapter"),
    "section": ("节", "Section"),
    "heading": ("段首", "Heading"),
    "measure": ("类别", "Measure"),
    "form": ("目标形式", "Form"),
    "direction": ("方向", "Direction"),
    "unit": ("单位", "Unit"),
    "basis": ("价格", "Prices"),
    "binding": ("属性", "Nature"),
    "owner": ("责任部门", "Owner"),
    "baseline_year": ("基期年", "Base year"),
    "baseline": ("基期值", "Baseline"),
    "latest_year": ("年份", "Year"),
    "latest": ("实际值", "Latest"),
    "target_year": ("目标年", "Due"),
    "target_op": ("比较", "Op"),
    "target": ("目标值", "Target"),
    "target_high": ("目标上限", "Upper end"),
    "target_unit": ("目标单位", "Target unit"),
    "target_level": ("目标水平", "Target level"),
    "rate_unit": ("增速单位", "Rate unit"),
    "required_rate": ("要求", "Req."),
    "required_growth": ("要求年增", "Growth required"),
    "actual_rate": ("实际", "Actual"),
    "needed_rate": ("后续", "Needed"),
    "elapsed": ("时序", "Elapsed"),
    "completion": ("完成", "Done"),
    "pace": ("进度比", "Pace"),
    "projected": ("预测值", "Proj."),
    "projected_low": ("预测下限", "Lower"),
    "projected_high": ("预测上限", "Upper"),
    "interval": ("区间", "Interval"),
    "probability": ("概率", "Chance"),
    "gap": ("缺口", "Gap"),
    "gap_percent": ("缺口率", "Gap %"),
    "arrival_year": ("预计达标年", "Arrival"),
    "method": ("方法", "Method"),
    "rule": ("规则", "Rule"),
    "status": ("进展状态", "Status"),
    "reason": ("原因", "Reason"),
    "notes": ("提示", "Notes"),
    "trend": ("走势", "Trend"),
    "dated": ("注明年份", "Dated"),
    "doubt": ("疑点", "Doubt"),
    "year": ("年份", "Year"),
    "required": ("目标路径", "Required"),
    "actual": ("实际值", "Actual"),
    "chance": ("概率", "Chance"),
    "planned": ("计划", "Planned"),
    "cumulative": ("累计", "Sum"),
    "actual_cumulative": ("实际累计", "Actual sum"),
    "difference": ("差额", "Diff."),
    "year_status": ("年度结果", "Result"),
    "from": ("起点", "From"),
    "kind": ("所改", "Kind"),
    "change": ("改动", "Change"),
    "part": ("部分", "Part"),
    "old": ("原值", "Old"),
    "old_unit": ("原单位", "Old unit"),
    "new": ("现值", "New"),
    "new_unit": ("现单位", "New unit"),
    "old_status": ("原状态", "Old status"),
    "new_status": ("现状态", "New status"),
    "revision": ("修订", "Revision"),
    "revision_percent": ("修订率", "Revision %"),
    "assumption": ("假定", "Assumption"),
    "after_assumed": ("含假定值", "Assumed"),
    "assumed_rate": ("假定增速", "Assumed rate"),
    "growth_for_50": ("50%所需", "For 50%"),
    "growth_for_80": ("80%所需", "For 80%"),
    "growth_for_90": ("90%所需", "For 90%"),
    "gap_closed": ("缺口弥合", "Gap closed"),
    "equivalent_years": ("相当年数", "Equivalent years"),
    "agreement": ("各规则", "Rules"),
    "hangs_on_rule": ("取决于规则", "Hangs on rule"),
}
_COMPARED = "latest_year latest target needed_rate projected gap completion pace probability status target_year"
for _column in _COMPARED.split():
    _zh, _en = HEADINGS[_column]
    HEADINGS[f"before_{_column}"] = (f"现状{_zh}", f"{_en} before")
    HEADINGS[f"after_{_column}"] = (f"假定后{_zh}", f"{_en} after")
_OF_A_RULE: Catalogue = {
    "category": ("类别", "category"),
    "value": ("数值", "value"),
    "status": ("进展状态", "status"),
    "reason": ("原因", "reason"),
    "quirk": ("特性", "peculiarity"),
}
for _rule in RULE_NAMES:
    for _part, (_zh, _en) in _OF_A_RULE.items():
        HEADINGS[f"{_rule}_{_part}"] = (f"{_rule} {_zh}", f"{_rule} {_en}")
