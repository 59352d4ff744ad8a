"""The words of the web page that stand around the evaluation: its parts, its controls, its charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "skip": ("跳到正文", "Skip to the content"),
    "contents": ("目录", "Contents"),
    "summary": ("要点", "At a glance"),
    "gap": ("指标缺口表", "Gap table"),
    "targets": ("逐项走势与依据", "Target by target: course and evidence"),
    "standing": ("进展状态", "Where the targets stand"),
    "all": ("全部目标 {count} 项", "All targets: {count}"),
    "all_one": ("全部目标 1 项", "All targets: 1"),
    "observed": ("其中有实际值 {count} 项", "With an observation: {count}"),
    "observed_one": ("其中有实际值 1 项", "With an observation: 1"),
    "lagging": ("滞后或未实现", "Behind or missed"),
    "good": ("达到或好于预期", "On track or better"),
    "good_final": ("实现或守住", "Met or held"),
    "more": ("等 {count} 项", "{count} in all"),
    "share": ("{name} {count} 项", "{name} {count}"),
    "footer": (
        "规划 {plan}；评价规则 {rule}；预测方法 {method}；区间 {interval}%；由 kpi {version} 生成。",
        "Plan {plan}; rule {rule}; projection {method}; interval {interval}%; made by kpi {version}.",
    ),
    "self_contained": (
        "本页是一个完整的文件，打开和打印都不需要网络；来源链接指向各数值的出处。",
        "This page is one complete file and needs no network to be read or printed; links lead to the sources of the "
        "figures.",
    ),
}

CONTROLS: Catalogue = {
    "form": ("筛选缺口表", "Filter the gap table"),
    "text": ("查找", "Find"),
    "hint": ("指标、领域、部门", "indicator, group, department"),
    "statuses": ("进展状态", "Status"),
    "all": ("全部状态", "All statuses"),
    "shown": ("显示 {shown} 项，共 {all} 项", "{shown} of {all} shown"),
    "nothing": ("没有符合条件的目标。", "No target matches."),
    "sort": ("点列标题排序", "Select a heading to sort"),
}
"""`{shown}` and `{all}` are filled in by the script of the page."""

TARGET: Catalogue = {
    "details": ("逐年数值、依据与说明", "Years, evidence and notes"),
    "years": ("逐年数值", "Year by year"),
    "figures": ("数值与来源", "Figures and sources"),
    "figure": ("{kind}（{when}）{value} {unit}", "{kind} ({when}) {value} {unit}"),
    "doubt": ("存疑", "Open to question"),
    "reasons": ("为何有空项", "Why something is missing"),
    "notes": ("提示", "To be known"),
    "formula": ("算法", "Formula"),
    "no_actual": ("目标 {target}，尚无实际值。", "Target {target}; nothing observed yet."),
    "required": ("每年要求 {rate}。", "Required a year: {rate}."),
    "no_data_group": ("没有实际值的目标（{count} 项）", "Targets without an observation ({count})"),
    "chapter": ("第 {chapter} 章", "chapter {chapter}"),
    "section": ("第 {section} 节", "section {section}"),
    "not_used": ("未采用", "not used"),
}

CHART: Catalogue = {
    "legend": ("图例", "Legend"),
    "target": ("目标", "target"),
    "unit": ("单位：{unit}", "Unit: {unit}"),
    "change": ("比基期变化，%", "change since the baseline, %"),
    "points": ("比基期变化，百分点", "change since the baseline, points"),
    "described": ("{name}走势图。", "Chart of {name}. "),
    "actual": ("最新实际值 {value}（{year} 年）。", "Latest actual {value} ({year}). "),
    "required": ("目标路径到 {year} 年为 {value}。", "The required pathway reaches {value} in {year}. "),
    "projected": ("预测到 {year} 年为 {value}{interval}。", "The projection reaches {value}{interval} in {year}. "),
    "interval": ("（{level}% 区间 {low} 至 {high}）", " ({level}% interval {low} to {high})"),
    "table": ("各年数值见下表。", "The years are in the table below."),
}

FORMULAS: Catalogue = {
    "compound": (
        "要求 (T/b)^(1/n) − 1，实际 (c/b)^(1/m) − 1，后续 (T/c)^(1/(Y−t)) − 1，完成 ln(c/b) ÷ ln(T/b)，"
        "进度比 = 完成 ÷ (m/n)。",
        "required (T/b)^(1/n) − 1, actual (c/b)^(1/m) − 1, needed (T/c)^(1/(Y−t)) − 1, done ln(c/b) ÷ ln(T/b), "
        "pace = done ÷ (m/n).",
    ),
    "straight": (
        "要求 (T−b)/n，实际 (c−b)/m，后续 (T−c)/(Y−t)，完成 (c−b)/(T−b)，进度比 = 完成 ÷ (m/n)。",
        "required (T−b)/n, actual (c−b)/m, needed (T−c)/(Y−t), done (c−b)/(T−b), pace = done ÷ (m/n).",
    ),
    "growth": (
        "各年增速连乘 Π(1+k)；完成 Σln(1+k) ÷ (n·ln(1+r))；后续 ((1+r)^n ÷ Π(1+k))^(1/(n−m)) − 1。",
        "yearly growth compounds to Π(1+k); done Σln(1+k) ÷ (n·ln(1+r)); needed ((1+r)^n ÷ Π(1+k))^(1/(n−m)) − 1.",
    ),
    "change": (
        "终点 b(1+p)，逐年复合；完成按对数计，降幅连乘、不相加。",
        "the goal is b(1+p), compounded year by year; done is a ratio of logarithms, cuts are not added.",
    ),
    "points": (
        "要求 x/n，后续 (x−已提高)/(Y−t)，完成 已提高 ÷ x。",
        "required x/n, needed (x−done)/(Y−t), completion done ÷ x.",
    ),
    "total": (
        "现值为期初以来各年之和 Σ：要求 T/n，后续 (T−Σ)/(Y−t)，完成 Σ/T。",
        "Σ is the sum since the period began: required T/n, needed (T−Σ)/(Y−t), done Σ/T.",
    ),
    "every_year": (
        "界限对每一年有效；完成为守住的年数 ÷ 有值的年数。",
        "the bound holds for each year; done is years held ÷ years observed.",
    ),
    "state": (
        "只判断是否达到，没有增速和进度。",
        "reached or not: there is no rate and no progress.",
    ),
    "symbols": (
        "b 基期值，c 最新值，T 目标值，n 基期到目标年的年数，m 到最新年份的年数，Y 目标年，t 最新年份。",
        "b baseline, c latest, T target, n years from baseline to target, m years to the latest, Y target year, "
        "t latest year.",
    ),
}
"""How the figures of a target follow, by its form; `compound` and `straight` are the two of a level."""
