"""The statuses, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

STATUSES: Catalogue = {
    "met": (
        "最新值已满足目标（年均增长目标要到目标年才算）。提前达标也算；若走势在变差，另有提示 met_but_worsening。",
        "The latest value satisfies the target (a target of average growth only once its year is observed). Early "
        "counts too; a worsening trend is noted as met_but_worsening.",
    ),
    "ahead": (
        "进度比（完成进度÷时序进度）不低于 ahead 分档，默认 1.05。",
        "The pace (completion / elapsed) is at or above the cut for ahead, 1.05 unless the plan file says otherwise.",
    ),
    "on_track": (
        "进度比不低于 on_track 分档，默认 0.95；逐年目标则是已观测的各年都守住。",
        "The pace is at or above the cut for on_track, 0.95 by default; for a bound of every year: every observed year "
        "kept it.",
    ),
    "behind": (
        "进度比不低于 behind 分档，默认 0.60，但低于 on_track；目标年已过而差得不多也是滞后，不会更好。"
        "看“后续”一列：从现在起每年需要多少。",
        "The pace is at or above the cut for behind, 0.60 by default, but below on_track; a miss in the target year is "
        "never better than this. See the needed rate: what it takes a year from here.",
    ),
    "off_track": (
        "进度比低于 behind 分档但不为负；或目标年已过而差得很多；或最近一年突破了逐年的底线。",
        "The pace is below the cut for behind but not negative; or the target year is past and missed by far; or the "
        "latest year broke the bound of every year.",
    ),
    "reversing": (
        "比基期还差：完成进度为负；或基期已满足的底线、上限现在被突破。",
        "Worse than the baseline: completion is negative; or a floor or cap that the baseline satisfied is now broken.",
    ),
    "pending": (
        "节点或位次目标尚未到期，也未达到。到期而未达到为 off_track。",
        "A milestone or rank that is not reached and not yet due. Once due and not reached it is off_track.",
    ),
    "undetermined": (
        "有实际值，但不能判断；reason 一列说明原因，例如没有基期值、口径变化、缺少年份。",
        "There are actuals, but they cannot be judged; the reason says why: no baseline, a break in the series, a "
        "missing year.",
    ),
    "no_data": (
        "基期之后没有可用的实际值。把公布值写入 actuals.csv 即可判断；kpi required 列出规划本身的要求。",
        "Nothing usable is observed after the baseline. Enter published values in actuals.csv; kpi required says "
        "what the plan alone demands.",
    ),
}
