"""The reasons why something is undefined, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

REASONS: Catalogue = {
    "unit_mismatch": (
        "实际值的单位不能换算成规划的单位（例如美元与人民币、家与个），因此没有采用。改正 actuals.csv 的单位；"
        "同一事物的另一种量词写进 unit_also。",
        "The unit of the actuals does not convert to the plan's (dollars and yuan, two different counters), so they "
        "are not used. Correct the unit in actuals.csv; another counter for the same thing goes into unit_also.",
    ),
    "no_actual": (
        "基期年之后没有年度实际值（半年、季度数据不算）。补充 actuals.csv。",
        "No yearly value after the baseline (half years and quarters do not count). Add it to actuals.csv.",
    ),
    "no_baseline": (
        "规划和实际值里都没有基期值，要求增速、完成进度都无从计算。把基期值写入 baseline_*.yaml。",
        "Neither the plan nor the actuals give a baseline, so there is no required rate and no completion. Enter it in "
        "baseline_*.yaml.",
    ),
    "rank_has_no_rate": (
        "位次不能按增速推算，只判断是否达到；缺口按位数计。",
        "A rank does not grow at a rate: it is reached or not; its gap is in places.",
    ),
    "milestone_has_no_rate": (
        "节点目标（如零突破）不能按增速推算，只判断到期时是否达到。",
        "A milestone does not grow at a rate: it is reached by its year or not.",
    ),
    "every_year_has_no_rate": (
        "逐年目标是每年都要守住的界限，没有增速；完成进度是守住的年份所占比例。",
        "A bound that every year is to keep has no rate; its completion is the share of observed years that kept it.",
    ),
    "non_positive": (
        "序列中有零或负值，复合增速没有意义，不用 0.001 之类的数代替。",
        "The series has zero or negative values, for which a compound rate has no meaning; none is made up.",
    ),
    "target_not_positive": (
        "目标值不大于零，复合增速没有意义。“不发生”宜写成 every_year <= 0。",
        "The target is zero or less and has no compound rate. 'None at all' is best written as every_year <= 0.",
    ),
    "target_equals_baseline": (
        "目标值与基期值相等，没有要走的路程，完成进度没有意义。",
        "Target and baseline are equal: there is no distance of which a share could be covered.",
    ),
    "met_at_baseline": (
        "基期就已满足目标，通常是底线或上限（耕地保有量、失业率）。只看是否守住：守住为已达标，突破为背离目标。",
        "The baseline already satisfies the target, usually a floor or a cap (farmland, unemployment). It is met "
        "while it holds and reversing when it is broken.",
    ),
    "met_at_latest": (
        "最新值已满足目标，此后各年只需守住，不再分解增量。",
        "The latest value already satisfies the target; the years that remain only have to hold it, and no increase is "
        "planned for them.",
    ),
    "form_not_judged": (
        "所选评价规则的原文没有评价这种目标形式的办法（例如期内累计，或者能耗强度规则遇到不是变化幅度的目标），因此不给结论。"
        "kpi rules 规则名 列出它能评价的形式。",
        "The text of the chosen rule gives no way to judge a target of this form (totals, or the energy-intensity rule "
        "on anything but a change), so there is no verdict. kpi rules NAME lists the forms it judges.",
    ),
    "level_unknown": (
        "规则按水平值计算年均增速，而这个指标只公布各年变化的百分点，又没有基期值，水平无从得知。"
        "把基期值写入 baseline_*.yaml。",
        "The rule takes compound rates of a level, but only yearly changes in points are published and there is no "
        "baseline, so the level is unknown. Enter the baseline in baseline_*.yaml.",
    ),
    "target_against_direction": (
        "目标要求的变化方向与指标的期望方向相反（例如越低越好，目标却是上升），规则无法评价。"
        "请核对 direction 和目标值的正负号。",
        "The target asks for a change against the wanted direction (lower is better, and it is to rise), which the "
        "rule cannot judge. Check direction and the sign of the target.",
    ),
    "target_year_not_after_baseline": (
        "规则所用的基期不早于目标年，没有可评价的时段。",
        "The baseline that the rule takes is not before the target year: there is no time to judge over.",
    ),
    "sign_change": (
        "基期与最新值一正一负，年均复合增速没有意义，规则不给结论。",
        "Baseline and latest value have different signs, so there is no compound rate and the rule gives no verdict.",
    ),
    "break_in_series": (
        "基期之后口径有变（breaks），前后数值不可比，不计算实际增速和进度；后续所需增速仍给出，预测只用变化之后的数值。",
        "The series breaks after the baseline, so values before and after do not compare: no actual rate, no "
        "completion. The needed rate is still given, and a projection uses what follows the break.",
    ),
    "missing_year": (
        "累计目标或逐年增速链缺少年份，总和不完整。已有的总和若已达到目标，仍为已达标。补齐缺少的年份。",
        "A total, or a chain of yearly changes, lacks a year, so the sum is incomplete. It is still met when what is "
        "known reaches the target. Add the missing year.",
    ),
    "too_few_years": (
        "规则要求的近年数据不够，例如 Destatis 要求最近五年至少四个数据。",
        "The rule asks for more recent observations than there are; Destatis for four in the last five years.",
    ),
    "not_finite": (
        "数值过大或过小，计算结果超出可表示的范围。请核对单位和数值。",
        "The values are so large or small that the arithmetic leaves the range of numbers. Check units and values.",
    ),
    "basis_differs": (
        "只有一个可比数值，所印历史增速与它的价格口径不同（不变价与现价），不据以外推：同一年里二者可相差几个百分点。"
        "有了第二个数值即可预测。",
        "There is one comparable value, and the growth printed for the past is on another price basis. It is not "
        "carried on: the two can differ by several points in a single year. With a second value there is a "
        "projection.",
    ),
    "one_point": (
        "可比的数值只有一个，不足以外推；若印有同口径的历史增速，则按它推算（printed_growth）。",
        "Only one comparable value: too little to project from, unless past growth on the same basis is printed "
        "(printed_growth).",
    ),
    "no_projection": (
        "这一方法对这一序列给不出预测。换一种方法试试（--method）。",
        "The method gives no projection for this series. Try another one (--method).",
    ),
    "no_gap": (
        "预测已满足目标，没有缺口可言，因此不回答补上缺口需要什么。",
        "The projection satisfies the target: there is no gap to close, so nothing is said about what would close it.",
    ),
    "target_year_observed": (
        "目标年已有实际值，结果已定，不再有后续所需增速。",
        "The target year is observed: the outcome is known and nothing is needed from here.",
    ),
    "interval_not_calibrated": (
        "预测由所印增速从单个数值推得，或数值全为零，没有可据以校准的误差，因此不给区间和达标概率。"
        "有两个以上可比数值后即有。",
        "The projection carries a printed growth on from a single value, or every value is zero: there are no errors "
        "to calibrate by, so no interval and no chance are given. They come with two comparable values.",
    ),
}
