"""The sentences of the lists in an evaluation (`kpi report`): met early, due, behind; rules, doubts, data gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

LISTS: Catalogue = {
    "met_early": (
        "目标 {target}，{arrival} 年达到；{year} 年为 {latest}。",
        "Target {target}, reached in {arrival}; {latest} in {year}.",
    ),
    "met_early_now": ("目标 {target}，{year} 年达到 {latest}。", "Target {target}, reached in {year} with {latest}."),
    "met_early_unknown": ("目标 {target}，{year} 年为 {latest}。", "Target {target}; {latest} in {year}."),
    "met_early_none": ("没有提前实现的目标。", "No target has been met before its year."),
    "due": (
        "到 {year} 年应完成的目标 {count} 项：实现 {met} 项，未实现 {missed} 项，没有目标年结果 {open} 项。",
        "Due by {year}: {count} targets; {met} met, {missed} missed, {open} without a result for the target year.",
    ),
    "due_one": (
        "到 {year} 年应完成的目标 1 项：实现 {met} 项，未实现 {missed} 项，没有目标年结果 {open} 项。",
        "Due by {year}: 1 target; {met} met, {missed} missed, {open} without a result for the target year.",
    ),
    "due_item": ("目标 {target}；{year} 年为 {latest}，{outcome}。", "Target {target}; {latest} in {year}: {outcome}."),
    "due_item_no_data": ("目标 {target}；没有实际值。", "Target {target}; no observation."),
    "lagging": (
        "{count} 项，按进展状态由差到好排列，同一状态按进度比由低到高。",
        "{count} targets, worst status first and within a status the lowest pace first.",
    ),
    "lagging_one": ("1 项。", "1 target."),
    "lagging_none": ("{able}目标中没有滞后或未实现的。", "None of the targets {able} is behind or missed."),
}

LAGGING: Catalogue = {
    "position": ("{year} 年为 {latest}，目标 {target}。", "{latest} in {year}; target {target}."),
    "completion": ("完成进度 {completion}，时序进度 {elapsed}。", "Done {completion}, time elapsed {elapsed}."),
    "rates": ("年均实际 {actual}，要求 {required}。", "A year: {actual} achieved, {required} required."),
    "needed": (
        "要在 {due} 年实现目标，{year} 年以后年均需 {needed}。",
        "To meet the target in {due} it takes {needed} a year after {year}.",
    ),
    "projected": ("按现有走势，{at} 年为 {projected}", "On the present course it stands at {projected} in {at}"),
    "interval": ("（{level}% 区间 {interval}）", " ({level}% interval {interval})"),
    "short": ("，比目标差 {gap}。", ", {gap} short of the target."),
    "beyond": ("，比目标好 {gap}。", ", {gap} better than the target."),
    "stop": ("。", "."),
    "chance": ("实现目标的概率 {chance}。", "Chance of meeting the target {chance}."),
    "arrival": ("按此走势 {arrival} 年达到目标。", "At that course the target is reached in {arrival}."),
    "missed": ("与目标相差 {gap}。", "Short of the target by {gap}."),
    "held": (
        "有实际值的年份中，守住要求的占 {completion}。",
        "The bound was kept in {completion} of the years observed.",
    ),
}

RULES: Catalogue = {
    "judged": (
        "有实际值的 {observed} 项目标按 {rules} 种公布的评价规则分别评价：结论一致 {same} 项，程度不同 {differ} 项，"
        "只有一种规则能评价 {only_one} 项，都不能评价 {none} 项。",
        "Observed targets judged by each of {rules} rules: {observed}. One status {same}, different statuses {differ}, "
        "judged by one rule only {only_one}, by none {none}.",
    ),
    "hanging": (
        "有 {count} 项的结论取决于采用哪种规则，按有的规则符合预期或更好，按有的规则滞后或更差：",
        "For {count} targets the verdict hangs on the rule: on track or better by some, behind or worse by others.",
    ),
    "hanging_one": (
        "有 1 项的结论取决于采用哪种规则，按有的规则符合预期或更好，按有的规则滞后或更差：",
        "For 1 target the verdict hangs on the rule: on track or better by some, behind or worse by others.",
    ),
    "hanging_none": (
        "没有一项的结论取决于采用哪种规则（符合预期或更好，还是滞后或更差）。",
        "For no target does the verdict hang on the rule (on track or better, or behind or worse).",
    ),
    "verdict": ("{status}：{rules}", "{status}: {rules}"),
}

DOUBTS: Catalogue = {
    "undetermined": (
        "有实际值而不能判断的目标 {count} 项：",
        "Observed and not to be judged: {count} targets.",
    ),
    "undetermined_one": ("有实际值而不能判断的目标 1 项：", "Observed and not to be judged: 1 target."),
    "defined": (
        "有实际值的目标中，定义、范围或单位存疑的 {count} 项：",
        "Observed with a definition, scope or unit that is open to question: {count} targets.",
    ),
    "defined_one": (
        "有实际值的目标中，定义、范围或单位存疑的 1 项：",
        "Observed with a definition, scope or unit that is open to question: 1 target.",
    ),
    "standing": ("最新值不是正式数的 {count} 项：", "Latest value not final: {count} targets."),
    "standing_one": ("最新值不是正式数的 1 项：", "Latest value not final: 1 target."),
    "figure": ("{year} 年 {value}，{standing}", "{value} in {year}, {standing}"),
    "others": (
        "没有实际值的目标中，另有 {count} 项存疑，此处不列。",
        "Among the targets without an observation {count} more are open to question; they are not listed here.",
    ),
    "others_one": (
        "没有实际值的目标中，另有 1 项存疑，此处不列。",
        "Among the targets without an observation 1 more is open to question; it is not listed here.",
    ),
    "undated": (
        "{count} 项目标规划未写年份，按规划期末年计。",
        "The plan names no year for {count} targets; its last year is assumed.",
    ),
    "undated_one": (
        "1 项目标规划未写年份，按规划期末年计。",
        "The plan names no year for 1 target; its last year is assumed.",
    ),
    "none": ("没有记录的疑点。", "No doubt is on record."),
}

GAPS: Catalogue = {
    "count": (
        "{count} 项目标（{percent}）没有基期以后的年度实际值，不作判断：",
        "{count} targets ({percent}) have no yearly figure after the baseline year and are not judged.",
    ),
    "count_one": (
        "1 项目标（{percent}）没有基期以后的年度实际值，不作判断：",
        "1 target ({percent}) has no yearly figure after the baseline year and is not judged.",
    ),
    "count_none": ("全部目标都有实际值。", "Every target has been observed."),
    "place": ("{name}（{count} 项）", "{name} ({count})"),
    "entry": ("{name}（{target}）", "{name} {target}"),
    "older": (
        "实际值早于 {year} 年的有 {count} 项：{names}。",
        "Observed, but not for {year}: {count} targets: {names}.",
    ),
    "older_one": ("实际值早于 {year} 年的有 1 项：{names}。", "Observed, but not for {year}: 1 target: {names}."),
    "older_entry": ("{name}（{year} 年）", "{name} ({year})"),
}
