"""The words around the gap table: its head, its qualifiers and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

HEAD: Catalogue = {
    "title": ("{plan}{bullet}缺口表", "{plan}{bullet}gap table"),
    "period": ("{start}{dash}{end} 年", "{start}{dash}{end}"),
    "as_of": ("数据截至 {year} 年", "data to {year}"),
    "no_actuals": ("尚无实际值", "no actuals yet"),
    "elapsed": ("时序 {percent}%", "{percent}% of the period elapsed"),
    "rule": ("规则 {rule}", "rule {rule}"),
    "method": ("预测 {method}", "projection {method}"),
    "interval": ("{interval}% 区间", "{interval}% interval"),
}

SPANS: Catalogue = {
    "rates": ("年均", "a year"),
    "progress": ("进度", "progress"),
    "outlook": ("目标年", "target year"),
}

INTERVAL_HEADING = ("{interval}%区间", "{interval}% interval")
POINTS = ("点", "pt")

QUALIFIERS: Catalogue = {
    "growth": ("年均增长", "average growth"),
    "change": ("累计变化", "change over the period"),
    "points": ("提高", "rise"),
    "total": ("累计", "total"),
    "every_year": ("每年", "every year"),
    "milestone": ("节点", "milestone"),
    "year": ("{year} 年", "by {year}"),
    "period": ("{start}{dash}{end} 年", "{start}{dash}{end}"),
}

FOOT: Catalogue = {
    "counts": ("{count} 项：", "{count} targets: "),
    "count_one": ("{count} 项：", "{count} target: "),
    "target_only": (
        "另有 {count} 项只有目标值，未列出：kpi project --all 全部列出，kpi required 看要求。",
        "{count} more have a target only and are left out: kpi project --all lists them, "
        "kpi required what each requires.",
    ),
    "baseline_only": (
        "另有 {count} 项只有基期值，未列出（kpi project --all）。",
        "{count} more have a baseline only and are left out (kpi project --all).",
    ),
    "filtered": ("按条件筛去 {count} 项。", "{count} filtered out."),
    "baseline_year": ("基期为 {year} 年", "the baseline is that of {year}"),
    "no_chance": (
        "以上各行都没有区间和达标概率（要有两个以上可比数值），不列。",
        "No row has an interval or a chance (they take two comparable values): left out.",
    ),
    "cuts": (
        "分档（进度比=完成÷时序）：{at_least}{ahead} {word_ahead}，{at_least}{on_track} {word_on_track}，"
        "{at_least}{behind} {word_behind}，{at_least}0 {word_off_track}，<0 {word_reversing}；"
        "本工具自定，可在规划文件中改。",
        "Cuts (pace = done / elapsed): {at_least}{ahead} {word_ahead}, {at_least}{on_track} {word_on_track}, "
        "{at_least}{behind} {word_behind}, {at_least}0 {word_off_track}, <0 {word_reversing}; "
        "this tool's own, set in the plan file.",
    ),
    "units": (
        "每年：% 年均复合，点 百分点，其余为该指标单位；{total} 期初以来累计；{missing} 无。",
        "A year: % compounded, pt percentage points, else the indicator's unit; "
        "{total} sum since the period began; {missing} none.",
    ),
    "units_short": (
        "每年：% 年均复合，点 百分点，其余为该指标单位；{total} 期初以来累计；{missing} 无；年份 {base} 为基期值。",
        "A year: % compounded, pt percentage points, else the indicator's unit; "
        "{total} sum since the period began; {missing} none; "
        "a latest of {base} is the baseline.",
    ),
    "empty": ("没有符合条件的目标。", "No target matches."),
}
