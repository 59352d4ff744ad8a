"""The words around the yearly targets of `kpi annual`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLES: Catalogue = {
    "baseline": ("{plan}{bullet}年度计划{bullet}自基期起", "{plan}{bullet}annual targets{bullet}from the baseline"),
    "latest": (
        "{plan}{bullet}年度计划{bullet}自最新值起",
        "{plan}{bullet}annual targets{bullet}from the latest value",
    ),
}

YEAR_STATUSES: Catalogue = {
    "met": ("完成", "met"),
    "not_met": ("未完成", "not met"),
    "no_data": ("缺少数据", "no data"),
}

NO_OWNER = ("未写明责任部门", "No department named")
PERIOD = ("{year} 年", "{year}")

FOOT: Catalogue = {
    "targets": (
        "{count} 项目标，其中 {spread} 项逐年分解，其余只有到期年的目标。",
        "Targets: {count}; {spread} broken down into years; the others have a figure for their last year only.",
    ),
    "all_spread": ("{count} 项目标，全部逐年分解。", "Targets: {count}, all of them broken down into years."),
    "results": ("{count} 项年度目标：", "Yearly targets: {count}; "),
    "legend": (
        "水平值为当年应达到的水平；% 当年比上年变化，点 当年百分点，累计目标为当年完成量；按规划的小数位取整，"
        "末年等于目标值；{missing} 无。",
        "Levels are those of the year; % change on the year before, pt points of the year, totals what the year has "
        "to bring; rounded as the plan prints, the last year is the target; {missing} none.",
    ),
    "legend_against": (
        "差额为实际减计划，负数表示不及计划；{missing} 无。",
        "Diff. is actual minus planned, negative when short of it; {missing} none.",
    ),
    "empty": ("没有符合条件的年度目标。", "No yearly target matches."),
}
