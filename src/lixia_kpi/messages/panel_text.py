"""The words of `kpi panel`: the summary of many regions, and the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "title": (
        "{plan}{bullet}{regions} 个地区，{indicators} 项指标",
        "{plan}{bullet}{regions} regions, {indicators} indicators",
    ),
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
        "全部地区：kpi panel … --summary regions；全部指标：--summary indicators；地图：-o map.html。",
        "Every region: kpi panel … --summary regions; every indicator: --summary indicators; the map: -o map.html.",
    ),
    "left_aside": (
        "{count} 行数据不能用，已留在一边，见问题文件。",
        "Rows of the input that could not be used and were set aside: {count}, see the file of faults.",
    ),
}
