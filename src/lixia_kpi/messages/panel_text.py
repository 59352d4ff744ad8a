"""The words of `kpi panel`: the summary of many regions, and the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "title": (
        "{plan}{bullet}{regions}，{indicators}",
        "{plan}{bullet}{regions}, {indicators}",
    ),
    "regions": ("{count} 个地区", "{count} regions"),
    "regions_one": ("1 个地区", "1 region"),
    "indicators_count": ("{count} 项指标", "{count} indicators"),
    "indicators_count_one": ("1 项指标", "1 indicator"),
    "panel": ("面板", "Panel"),
    "good": (
        "可判断的 {judged} 个目标中，{share} 符合预期或更好。",
        "Of {judged} targets that can be judged, {share} are on track or better.",
    ),
    "none_judged": ("没有可判断的目标。", "No target can be judged."),
    "league": ("各地区（符合预期或更好的占比，从高到低）", "Regions, by the share of targets on track or better"),
    "lead": ("领先的地区", "Regions in the lead"),
    "behind": ("最滞后的地区", "Regions most behind"),
    "indicators": ("各项指标（进度符合预期或更好的占比）", "Indicators, by the share of regions on track or better"),
    "indicators_behind": (
        "最滞后的指标（按达到预期的地区占比）",
        "Indicators most behind, by the share of regions on track",
    ),
    "empty": ("没有数据行。", "There are no rows."),
}

COLUMNS: Catalogue = {
    "rank": ("名次", "Place"),
    "region": ("地区", "Region"),
    "indicator": ("指标", "Indicator"),
    "share_good": ("达预期占比", "On track"),
    "judged": ("可判断", "Judged"),
    "mean_probability": ("平均概率", "Chance"),
    "not_judged": ("未判断", "Not judged"),
}

FOOT: Catalogue = {
    "tied": ("名次带 = 表示并列，由多个地区共有。", "A place with = is shared by several regions."),
    "unjudged_regions": (
        "{count} 个地区没有可判断的目标，没有名次。",
        "Regions in which nothing can be judged, without a place: {count}.",
    ),
    "all": (
        "--summary regions 列出全部地区，--summary indicators 列出全部指标，-o 地图.html 画出热力图。",
        "--summary regions lists every region, --summary indicators every indicator, -o FILE.html draws the map.",
    ),
}

MAP: Catalogue = {
    "map": ("进展状态热力图", "Map of statuses"),
    "map_label": (
        "地区乘指标的热力图，方向键移动，回车按所在指标排序",
        "Map of regions by indicators: arrow keys move, Enter sorts by the indicator at hand",
    ),
    "explained": (
        "每格是一个地区的一项指标：颜色和符号都表示状态；同一指标有几个目标的，显示其中最差的一个。"
        "点指标名按该项指标排序，再点一次倒序。空白为该地区没有这项指标。",
        "Each cell is one indicator of one region; colour and mark both give its status. Where an indicator has "
        "several targets, the worst of them is shown. Select the name of an indicator to sort by it, "
        "once more to turn the order round. Blank: the region does not have the indicator.",
    ),
    "without_script": (
        "热力图要靠脚本绘制；不用脚本也可以看下面两个表，内容是同样的计数。",
        "The map is drawn by a script; without one the two tables below give the counts.",
    ),
    "printing": (
        "打印时只印热力图当前所见部分，以及已展开的表。",
        "On paper: the part of the map that is in view, and the tables that are open.",
    ),
    "regions": ("各地区", "Regions"),
    "indicators": ("各项指标", "Indicators"),
    "regions_table": ("各地区计数（{count} 个，按占比从高到低）", "Counts by region ({count}, highest share first)"),
    "indicators_table": ("各项指标计数（{count} 项）", "Counts by indicator ({count})"),
    "made": (
        "评价规则 {rule}；预测方法 {method}；由 kpi {version} 生成。",
        "Rule {rule}; projection {method}; made by kpi {version}.",
    ),
    "self_contained": (
        "本页是一个完整的文件，打开和打印都不需要网络。",
        "This page is one complete file and needs no network to be read or printed.",
    ),
}

CONTROLS: Catalogue = {
    "form": ("筛选和排序", "Filter and sort"),
    "find": ("查找地区", "Find regions"),
    "hint": ("地区名称的一部分", "part of a name"),
    "sort": ("地区排序", "Sort regions"),
    "worst": ("占比从低到高", "most behind first"),
    "best": ("占比从高到低", "in the lead first"),
    "name": ("按名称", "by name"),
    "by_indicator": ("按一项指标，最差在前", "by one indicator, worst first"),
    "columns": ("指标排序", "Sort indicators"),
    "plan_order": ("原有顺序", "as they come"),
    "only": ("只突出", "Highlight"),
    "every": ("全部状态", "every status"),
}

SCRIPT: Catalogue = {
    "shown": ("显示 {shown} 个地区，共 {all} 个", "{shown} of {all} regions shown"),
    "nothing": ("没有符合条件的地区。", "No region matches."),
    "absent": ("没有这项指标", "does not have this indicator"),
    "chance": ("达标概率 {chance}%", "chance {chance}%"),
    "chance_low": ("达标概率 <1%", "chance <1%"),
    "chance_high": ("达标概率 >99%", "chance >99%"),
    "share": ("达预期占比 {share}%", "{share}% on track or better"),
    "unjudged": ("没有可判断的目标", "nothing can be judged"),
    "cell": ("{region} · {indicator}：{status}", "{region} · {indicator}: {status}"),
    "head": ("{name}：{said}", "{name}: {said}"),
    "between": ("，", ", "),
}
"""Filled in by the script of the map."""

FAILING: Catalogue = {
    "title": ("不达标的目标（{count} 个，最差在前）", "Targets that fail ({count}, worst first)"),
    "target": ("{region} · {name}（{id}，{year}）", "{region} · {name} ({id}, {year})"),
    "chance": ("，概率 {chance}", ", chance {chance}"),
    "more": ("另有 {count} 个未列出：-o 文件.csv 写出全部各行。", "{count} more: -o FILE.csv writes every row."),
}
