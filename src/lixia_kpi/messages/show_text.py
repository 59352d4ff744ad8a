"""The words of `kpi show`: its sections and what stands before each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

SECTIONS: Catalogue = {
    "definition": ("定义", "Definition"),
    "target": ("目标", "Target"),
    "baseline": ("基期", "Baseline"),
    "observations": ("公布值", "Published figures"),
    "derivation": ("按公式推算", "By formula"),
    "doubt": ("疑点", "Open to question"),
}

LABELS: Catalogue = {
    "id": ("代码", "id"),
    "other_name": ("英文名", "Chinese name"),
    "group": ("领域", "group"),
    "place": ("出处", "place in the plan"),
    "measure": ("类别", "measure"),
    "direction": ("方向", "direction"),
    "unit": ("单位", "unit"),
    "unit_also": ("同义单位", "also written as"),
    "observed_as": ("实际值口径", "observed as"),
    "formula": ("公式", "formula"),
    "basis": ("价格", "prices"),
    "binding": ("属性", "nature"),
    "owner": ("责任部门", "owner"),
    "breaks": ("口径变化", "breaks"),
    "target": ("目标值", "target"),
    "form": ("形式", "form"),
    "wording": ("原文用词", "wording"),
    "tolerance": ("容差", "tolerance"),
    "target_level": ("目标水平", "target level"),
    "required_rate": ("要求（每年）", "required a year"),
    "required_growth": ("要求年增", "growth required"),
    "actual_rate": ("实际（每年）", "actual a year"),
    "needed_rate": ("后续（每年）", "needed a year"),
    "latest": ("最新值", "latest"),
    "progress": ("进度", "progress"),
    "completion_beside": ("完成进度", "completion"),
    "projected": ("预测值", "projected"),
    "gap": ("缺口", "gap"),
    "probability": ("达标概率", "chance"),
    "continuation": ("若增速照旧", "if growth carried on"),
    "arrival_year": ("预计达标年", "expected to be met"),
    "status": ("进展状态", "status"),
    "reason": ("说明", "why"),
    "notes": ("提示", "note"),
    "value": ("基期值", "value"),
    "previous_total": ("上一期累计", "previous total"),
    "growth": ("所印增速", "printed growth"),
    "derived": ("推算", "derived"),
    "source": ("来源", "source"),
    "note": ("注", "note"),
}

PHRASES: Catalogue = {
    "chance": ("{chance}（{likelihood}）", "{chance} ({likelihood})"),
    "continuation": (
        "{value}（假定年均增长 {growth} 不变，不是预测）",
        "{value} (assuming {growth} a year as before; not the projection)",
    ),
    "place": ("第 {chapter} 章第 {section} 节", "chapter {chapter}, section {section}"),
    "chapter": ("第 {chapter} 章", "chapter {chapter}"),
    "heading": ("“{heading}”", '"{heading}"'),
    "by": ("{value}（{year} 年）", "{value} by {year}"),
    "in": ("{value}（{year} 年）", "{value} in {year}"),
    "undated": ("规划未写明年份", "the plan names no year"),
    "progress": (
        "时序 {elapsed}，完成 {completion}，进度比 {pace}",
        "{elapsed} of the time elapsed, {completion} done, pace {pace}",
    ),
    "by_logs": (
        "按对数 {done}，相当于规划的 {years} 年；按缺口弥合（直线）{closed}",
        "{done} by logs, or {years} years of the plan; gap closed (straight line) {closed}",
    ),
    "by_steps": ("{done}，相当于规划的 {years} 年", "{done}, or {years} years of the plan"),
    "growth": ("{value}%，{start}–{end} 年", "{value}% a year, {start}-{end}"),
    "derived_missing": ("无值：没有 {id} 的数值", "no value: there is no figure of {id}"),
    "derived_division_by_zero": ("无值：除数为零", "no value: division by zero"),
    "derived_too_large": ("无值：结果过大", "no value: the result is too large"),
    "derived_out_of_bounds": ("不采用：该指标不可能有的值", "not used: a value that the indicator cannot have"),
    "used": ("用作年度值", "used as the year"),
    "unused": ("不用作年度值", "not used as a year"),
    "published": ("{date} 公布", "published {date}"),
    "no_targets": ("规划没有给出目标。", "The plan gives no target."),
    "no_baseline": ("没有基期值。", "There is no baseline."),
    "no_observations": ("没有公布值。", "Nothing published."),
}

ON_YEAR: Catalogue = {
    "%": (
        "按所公布的水平，比上年同期（{year} 年 {value} {unit}）{change}%",
        "{change}% on the same period of {year} ({value} {unit}), by the levels published",
    ),
    "points": (
        "比上年同期（{year} 年 {value} {unit}）{change} 个百分点",
        "{change} points on the same period of {year} ({value} {unit})",
    ),
    "break_between": (
        "{year} 年同期为 {value} {unit}，之后口径有变，不可比",
        "{value} {unit} in the same period of {year}, before a break: they do not compare",
    ),
    "not_positive": (
        "{year} 年同期为 {value} {unit}，不能据以算增速",
        "{value} {unit} in the same period of {year}: no growth can be said of it",
    ),
    "unit_mismatch": (
        "{year} 年同期为 {value} {unit}，单位不同",
        "{value} {unit} in the same period of {year}, in another unit",
    ),
}
