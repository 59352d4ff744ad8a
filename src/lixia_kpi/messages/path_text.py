"""The words of the chart and the years of `kpi path`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

LEGEND: Catalogue = {
    "actual": ("实际值", "actual"),
    "required": ("目标路径", "required pathway"),
    "projected": ("预测", "projection"),
    "interval": ("{interval}% 区间", "{interval}% interval"),
}

PATH: Catalogue = {
    "target": ("目标 {target}（{year} 年）", "target {target} by {year}"),
    "required": ("要求 {rate} 每年", "required {rate} a year"),
    "needed": ("后续 {rate} 每年", "needed from now {rate} a year"),
    "method": ("预测 {method}", "projection {method}"),
    "change": ("比基期变化，%", "change since the baseline, %"),
    "points": ("比基期变化，百分点", "change since the baseline, points"),
    "continuation": (
        "若以往年均增长 {growth} 照旧（是假定，不是预测），{year} 年为 {value}。",
        "If past growth of {growth} a year simply carried on (an assumption, not the projection): {value} in {year}.",
    ),
    "chances": ("概率的说法：{bounds}。", "Chances: {bounds}."),
    "nothing": ("没有可画的数值。", "There is no value to draw."),
    "none": ("没有目标。", "There is no target."),
}

YEAR_HEADINGS: Catalogue = {
    "year": ("年份", "Year"),
    "required": ("目标路径", "Required"),
    "actual": ("实际值", "Actual"),
    "projected": ("预测值", "Projected"),
    "interval": ("{interval}% 区间", "{interval}% interval"),
    "chance": ("概率", "Chance"),
    "said": ("说法", "In words"),
}
