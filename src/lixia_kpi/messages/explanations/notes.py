"""The notes, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

NOTES: Catalogue = {
    "pace_and_projection_differ": (
        "状态由进度比得出，达标概率由预测得出，二者方向不同（状态较好而概率低于一半，或相反）。这很常见，二者都如实列出。",
        "The status follows from the pace, the chance from the projection, and they point different ways (good with a "
        "chance under one half, or the reverse). This is common; both are shown.",
    ),
    "rounds_to_target": (
        "按公布的小数位四舍五入后等于目标值，但实际没有达到（例如 19.98 对 20），不算达标。",
        "Rounded to the printed decimals the value equals the target, but it does not reach it (19.98 for 20): not "
        "met.",
    ),
    "met_but_worsening": (
        "已达标，但最近一次变化朝相反方向，可能守不住。",
        "Met, but the latest change went the wrong way: it may not last.",
    ),
    "hangs_on_quirk": (
        "按规则原样计算，而结论可能取决于它的一个已知特性（例如以 0.001 代替零、达标掩盖变差的走势、恰在界限上）。"
        "kpi compare 的 RULE_quirk 列给出代码，kpi rules 规则名 逐一说明。本工具自己的规则没有这类特性。",
        "The rule is applied as its office applies it, and the verdict may hang on a documented peculiarity of it "
        "(zero taken as 0.001, a reached target hiding a worsening trend, a value exactly on a cut). RULE_quirk in "
        "kpi compare has the code, kpi rules NAME explains each. The tool's own rule has none.",
    ),
    "only_one_observation": (
        "基期之后只有一个实际值，判断偏早，下一年的数据可能改变结论。",
        "A single value since the baseline: the verdict is early and the next year may change it.",
    ),
    "values_left_out": (
        "这个序列有数值未使用：同年的值不一致、单位不能换算或无法识别。kpi panel --faults 文件 逐条列出。",
        "Values of this series were left out: years with different values, units that do not convert, or cells that "
        "are no number. kpi panel --faults FILE lists each.",
    ),
    "latest_preliminary": (
        "最新值是初步数，之后可能修订。",
        "The latest value is preliminary and may be revised.",
    ),
    "latest_expected": (
        "最新值是发布时的预计数（“预计”），不是最终数。",
        "The latest value was an expected one when it was published, not a final one.",
    ),
    "baseline_differs": (
        "基期年另有公布值，与基期文件的值相差超出四舍五入。以基期文件为准；请核对来源。",
        "Another figure is published for the baseline year and differs beyond rounding. The baseline file is used; "
        "check the sources.",
    ),
    "derived": (
        "这个指标的部分或全部年份没有公布值，按规划文件中的公式由其他指标推算。有公布值的年份用公布值；"
        "公式、各年推算值和推算不出的原因见 kpi show。",
        "Some or all years of this indicator are not published but computed by the formula of the plan file. "
        "Where a figure is published it is used; kpi show lists the formula, its values and why there is none.",
    ),
    "doubtful": (
        "规划自身的定义、范围或单位存疑，kpi show ID 给出具体说明。",
        "The plan's own definition, scope or unit is open to question; kpi show ID says how.",
    ),
    "undated": (
        "规划没有写明这一目标的年份，按规划期末计。",
        "The plan names no year for this target; the last year of its period is assumed.",
    ),
}
