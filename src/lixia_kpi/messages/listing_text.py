"""The words around the listings of `kpi list` and `kpi required`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLES: Catalogue = {
    "list": ("{plan}{bullet}指标目录", "{plan}{bullet}indicators and targets"),
    "required": ("{plan}{bullet}规划要求的增速", "{plan}{bullet}rates that the plan requires"),
}

COUNTS: Catalogue = {
    "list": ("{rows} 项目标，{ids} 个指标。", "{rows} targets of {ids} indicators."),
    "required": (
        "{rows} 项目标，其中 {rated} 项可以算出要求增速。",
        "{rows} targets; for {rated} of them a required rate can be computed.",
    ),
}

LEGENDS: Catalogue = {
    "list": ("{missing} 规划未给出。", "{missing} not given by the plan."),
    "required": (
        "每年：% 年均复合，点 百分点，其余为该指标单位；{missing} 无，原因见脚注，或没有基期值。",
        "A year: % compounded, pt percentage points, else the indicator's unit; {missing} none, for the reason in the "
        "footnote or for want of a baseline.",
    ),
}
