"""The words of pictures: captions, labels and what is told to those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PICTURE: Catalogue = {
    "name": ("{name}（{unit}）", "{name} ({unit})"),
    "target": ("目标 {target}（{year} 年）", "target {target} by {year}"),
    "title": ("目标路径、实际值与预测：{names}", "Required pathway, actuals and projection: {names}"),
    "source": ("数据来源：{source}", "Source: {source}"),
    "computed": (
        "目标路径由基期值和目标值算出，预测由实际值外推，均非官方数据。",
        "Pathways follow from baseline and target, projections from the actuals; neither is an official figure.",
    ),
    "nothing": ("没有可画的数值", "There is no value to draw"),
    "counts": ("各类目标数", "Targets by outcome"),
    "none_observed": ("没有一项目标有基期以后的实际值。", "No target has been observed since the baseline."),
    "figure": ("图 {number}  {name}", "Figure {number}. {name}"),
    "heading": ("附图：有实际值的目标走势", "Charts: the targets that have been observed"),
}

DESCRIPTION: Catalogue = {
    "name": ("{name}（{unit}），{judgement}。", "{name} ({unit}), {judgement}."),
    "actual": ("实际值：{values}。", "Actuals: {values}."),
    "projected": ("预测：{values}。", "Projection: {values}."),
    "target": ("{target}。", "{target}."),
    "value": ("{year} 年 {value}", "{value} in {year}"),
}

LEGEND: Catalogue = {
    "actual": ("实际值", "actual"),
    "required": ("目标路径", "required pathway"),
    "target": ("目标值", "target"),
    "projected": ("预测", "projection"),
    "interval": ("预测的 {interval}% 区间", "{interval}% interval of the projection"),
}
