"""The sentences of an evaluation (`kpi report`): every one is filled with figures, none praises or blames.

A code with the ending `_none` or `_one` is the wording for 0 or 1; `counted` chooses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Detail, Lang

TITLES: Catalogue = {
    "midterm": ("{plan}中期评估报告（{year} 年）", "{plan}: mid-term evaluation, {year}"),
    "final": ("{plan}终期评估报告（{year} 年）", "{plan}: final evaluation, {year}"),
    "to_date": ("{plan}实施情况评估（截至 {year} 年）", "{plan}: evaluation to {year}"),
    "no_year": ("{plan}实施情况评估", "{plan}: evaluation"),
}

FACTS: Catalogue = {
    "period": (
        "规划期 {start}{dash}{end} 年，基期 {base} 年",
        "period {start}{dash}{end}, baseline year {base}",
    ),
    "elapsed": ("时序进度 {percent}", "{percent} of the period elapsed"),
    "latest": ("最新实际值为 {year} 年", "latest observation {year}"),
    "vintage": ("只用 {date} 及以前公布的数值", "figures published up to {date}"),
    "scope": (
        "只涉及 {names}，其余 {count} 项目标不在内",
        "confined to {names}; {count} other targets are outside of it",
    ),
    "scope_one": ("只涉及 {names}，其余 1 项目标不在内", "confined to {names}; 1 other target is outside of it"),
    "scope_none": ("只涉及 {names}", "confined to {names}"),
    "chapter": ("第 {number} 章", "chapter {number}"),
    "chapter_title": ("第 {number} 章", "Chapter {number}"),
    "no_chapter": ("未注明章次", "No chapter named"),
    "no_owner": ("规划未写明责任部门", "No department named"),
}

SECTIONS: Catalogue = {
    "overall": ("总体情况", "Overall"),
    "results": ("主要指标完成情况", "Main indicators"),
    "met_early": ("提前实现的目标", "Targets met before their year"),
    "due": ("已到期的目标", "Targets due"),
    "lagging": ("滞后和未实现的目标", "Targets behind or missed"),
    "breakdown": ("分类情况", "Counts by part of the plan"),
    "rules": ("评价规则之间的差异", "Where the published rules differ"),
    "doubts": ("疑点", "Doubts"),
    "gaps": ("数据缺口", "Data gaps"),
    "method": ("方法说明", "Method"),
    "sources": ("数据来源", "Sources of the latest values"),
}

OUTCOMES: Catalogue = {
    "met_early": ("提前实现", "met early"),
    "met": ("按期实现", "met on time"),
    "held": ("守住底线", "held"),
    "ahead": ("快于预期", "ahead"),
    "on_track": ("符合预期", "on track"),
    "behind": ("滞后", "behind"),
    "missed": ("未实现", "missed"),
    "awaiting": ("待目标年数据", "awaiting result"),
    "not_due": ("尚未到期", "not due"),
    "pending": ("未到期", "not due"),
    "undetermined": ("无法判断", "undetermined"),
    "no_data": ("缺少数据", "no data"),
}
"""The classes that evaluations count; `behind` is 滞后, 严重滞后 and 背离目标 together."""

ABLE: Catalogue = {
    "midterm": ("可以判断的", "judged"),
    "to_date": ("可以判断的", "judged"),
    "final": ("已有结果的", "settled"),
}
"""What a target is that counts: judged by where it stands, or by its result. Every text may use it as `able`."""

LEAD: Catalogue = {
    "coverage": (
        "规划的 {total} 项量化目标中，有基期以后实际值的 {observed} 项（{percent}），{able} {judged} 项。",
        "Of {total} quantified targets, {observed} ({percent}) have been observed since the baseline year; "
        "{able}: {judged}.",
    ),
    "coverage_one": (
        "规划的 {total} 项量化目标中，有基期以后实际值的 1 项（{percent}），{able} {judged} 项。",
        "Of {total} quantified targets, 1 ({percent}) has been observed since the baseline year; {able}: {judged}.",
    ),
    "coverage_none": (
        "规划的 {total} 项量化目标都没有基期以后的实际值。",
        "None of {total} quantified targets has been observed since the baseline year.",
    ),
    "single": (
        "本报告只涉及 1 项量化目标，有基期以后实际值的 {observed} 项，{able} {judged} 项。",
        "This report is about a single quantified target; observed since the baseline year: {observed}, "
        "{able}: {judged}.",
    ),
    "complete": (
        "规划的 {total} 项量化目标都有基期以后的实际值，{able}也是 {total} 项。",
        "All {total} quantified targets have been observed since the baseline year, and as many are {able}.",
    ),
    "no_targets": ("范围内没有量化目标。", "There is no quantified target in the scope."),
    "speaks_for": (
        "以下结论只代表{able} {judged} 项，不代表规划整体。",
        "What follows speaks for the {judged} targets {able}, not for the plan as a whole.",
    ),
    "speaks_for_one": (
        "以下结论只代表{able} 1 项，不代表规划整体。",
        "What follows speaks for the one target {able}, not for the plan as a whole.",
    ),
    "speaks_for_none": (
        "没有{able}目标，本报告不对规划的执行情况下结论。",
        "No target is {able}, and nothing is concluded about how the plan is carried out.",
    ),
    "awaiting": (
        "{count} 项已到期而没有目标年的数据，只列最新进展，不计入完成率。",
        "{count} are due without figures for their target year: they are shown as they stood last and do not count "
        "in the completion rate.",
    ),
    "awaiting_one": (
        "1 项已到期而没有目标年的数据，只列最新进展，不计入完成率。",
        "1 is due without a figure for its target year: it is shown as it stood last and does not count in the "
        "completion rate.",
    ),
}

OVERALL: Catalogue = {
    "time": (
        "规划期 {years} 年已过 {gone} 年，时序进度 {percent}。",
        "{gone} of the {years} years of the plan are over, {percent} of the time.",
    ),
    "time_one": (
        "规划期 {years} 年已过 1 年，时序进度 {percent}。",
        "1 of the {years} years of the plan is over, {percent} of the time.",
    ),
    "time_none": ("规划期 {years} 年尚未过完第 1 年。", "None of the {years} years of the plan is over."),
    "judged": ("{able} {count} 项目标：{outcomes}。", "The {count} targets {able}: {outcomes}."),
    "judged_one": ("{able} 1 项目标：{outcomes}。", "The one target {able}: {outcomes}."),
    "judged_none": ("没有{able}目标。", "No target is {able}."),
    "outcome": ("{name} {count} 项", "{count} {name}"),
    "of_which": ("（其中{parts}）", " (of these {parts})"),
    "rate": (
        "实现、守住、快于预期或符合预期的占 {rate}（{good}/{judged}），滞后或未实现的占 {bad_rate}（{bad}/{judged}）。",
        "Met, held, ahead or on track: {rate} ({good} of {judged}); behind or missed: {bad_rate} ({bad} of {judged}).",
    ),
    "rate_final": (
        "完成率 {rate}：已有结果的 {judged} 项目标中实现或守住 {good} 项，未实现 {bad} 项。",
        "Completion rate {rate}: of {judged} with a result, {good} met or held and {bad} missed.",
    ),
    "completion": (
        "可以计算完成进度的有 {count} 项，其中 {above} 项的完成进度不低于各自的时序进度。",
        "A completion share can be computed for {count} targets; for {above} it is at or above the share of time "
        "elapsed.",
    ),
    "completion_one": (
        "可以计算完成进度的有 1 项，其中 {above} 项的完成进度不低于时序进度。",
        "A completion share can be computed for 1 target; for {above} it is at or above the share of time elapsed.",
    ),
    "nature": (
        "{nature}目标 {total} 项，{able} {judged} 项：{outcomes}。",
        "{nature}: {total}, of which {able} {judged}: {outcomes}.",
    ),
    "nature_none": ("{nature}目标 {total} 项，{able} 0 项。", "{nature}: {total}, none {able}."),
    "nature_unstated": (
        "规划没有注明哪些目标是约束性、哪些是预期性，不分别计数。",
        "The plan does not say which targets are binding and which expected; they are not counted apart.",
    ),
    "awaiting": (
        "已到期而没有目标年数据的 {count} 项，按最新实际值：{outcomes}。",
        "Due without figures for the target year: {count}; as they stood last, {outcomes}.",
    ),
}

NATURES: Catalogue = {
    "binding": ("约束性", "Binding targets"),
    "expected": ("预期性", "Expected targets"),
    "unstated": ("未注明属性的", "Neither said"),
}
NATURE_HEADINGS: Catalogue = {
    "binding": ("约束性", "Binding"),
    "expected": ("预期性", "Expected"),
    "unstated": ("未注明", "Not said"),
    "all": ("合计", "All"),
}

COLUMNS: Catalogue = {
    "outcome": ("结果", "Outcome"),
    "chapter": ("章", "Chapter"),
    "group": ("领域", "Group"),
    "owner": ("责任部门", "Department"),
    "name": ("指标", "Indicator"),
    "unit": ("单位", "Unit"),
    "baseline": ("基期值", "Base"),
    "latest": ("实际值", "Actual"),
    "latest_year": ("年份", "Year"),
    "target": ("目标值", "Target"),
    "done": ("完成/时序", "Done/time"),
    "judgement": ("进展判断", "Judgement"),
    "targets": ("目标数", "Targets"),
    "observed": ("有数据", "Observed"),
    "judged": ("可判断", "Judged"),
    "good": ("达到或好于预期", "On track or better"),
    "bad": ("滞后或未实现", "Behind or missed"),
    "judged_final": ("已有结果", "Settled"),
    "good_final": ("实现或守住", "Met or held"),
    "bad_final": ("未实现", "Missed"),
}

RESULTS: Catalogue = {
    "group": ("{name}（目标 {total} 项，有数据 {observed} 项）", "{name} (targets {total}, observed {observed})"),
    "unlisted": (
        "表中只列有实际值的目标；没有实际值的 {count} 项列在“数据缺口”。",
        "The table has the targets with an observation; the {count} without are listed under Data gaps.",
    ),
    "unlisted_one": (
        "表中只列有实际值的目标；没有实际值的 1 项列在“数据缺口”。",
        "The table has the targets with an observation; the one without is listed under Data gaps.",
    ),
    "empty": ("没有有实际值的目标。", "No target has an observation."),
    "doubtful": ("定义、范围或单位存疑，见“疑点”", "definition, scope or unit is open to question: see Doubts"),
    "provisional": ("暂 {status}", "so far {status}"),
    "legend": (
        "“完成/时序”为完成进度和到该年份的时序进度；{total} 期初以来累计；{missing} 无。",
        "Done/time: completion share and share of time elapsed up to the year; {total} sum since the period began; "
        "{missing} none.",
    ),
}


def counted(catalogue: Catalogue, code: str, lang: Lang, count: int, /, **details: Detail) -> str:
    """Give the text of a code for a count: that for 0 or 1 where there is one, else that for many.

    >>> texts = {"left": ("{count} 项", "{count} left"), "left_none": ("无", "nothing left")}
    >>> counted(texts, "left", "en", 2), counted(texts, "left", "en", 0)
    ('2 left', 'nothing left')
    """
    ending = {0: "_none", 1: "_one"}.get(count, "")
    return say(catalogue, code + ending if code + ending in catalogue else code, lang, count=count, **details)
