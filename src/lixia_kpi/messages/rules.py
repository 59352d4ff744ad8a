"""The published rules in words: titles, five-line explanations, categories, refusals, peculiarities."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

RULE_TITLES: Catalogue = {
    "pace": ("进度比（本工具）", "Pace (this tool)"),
    "eurostat": ("欧盟统计局趋势评价", "Eurostat trend assessment"),
    "unsd_2022": ("联合国统计司进展图（2022）", "UN Statistics Division progress chart (2022)"),
    "unsd_2023": ("联合国统计司进展图（2023）", "UN Statistics Division progress chart (2023)"),
    "sdsn": ("可持续发展目标指数趋势箭头", "SDG Index trend arrows"),
    "escap": ("联合国亚太经社会进展评价", "UN ESCAP progress assessment"),
    "destatis": ("德国联邦统计局天气符号", "Destatis weather symbols"),
    "statcan": ("Open SDG 进展指标（加拿大统计局）", "Open SDG progress measure (Statistics Canada)"),
    "china_intensity": ("能耗强度下降进度（对数比）", "Energy-intensity progress (log ratio)"),
}

RULE_EXPLANATIONS: Catalogue = {
    "pace": (
        "完成进度除以时序进度：完成的路程与用去的时间之比。\n"
        "总量和个数按对数计算完成进度，比重、指数和率按等步长计算。\n"
        "达标优先于进度比；基期已满足的底线或上限，守住为已达标，突破为背离目标。\n"
        "目标年已有数据时只有达标与未达标，未达标最好为滞后。\n"
        "没有官方文件给出数值界限，界限为本工具所定，可在规划文件中修改。",
        "Completion over elapsed time: the share of the way done against the share of the time gone.\n"
        "Amounts and counts are completed by logarithms, shares, indices and rates by equal steps.\n"
        "Met beats pace; a floor or cap that held at the baseline is met while it holds and reversing once broken.\n"
        "In the target year a target is met or missed, and a miss is never better than behind.\n"
        "No official text gives numeric cuts: these are the tool's own and can be set in the plan file.",
    ),
    "eurostat": (
        "有目标时比较实际年均增速与要求年均增速，均从基期（2015 年，缺则取最近年份）算起。\n"
        "没有目标时只看朝期望方向的年均增速；接近自然极限时界限按系数降低。\n"
        "最新值达到目标即为显著进展；得分从 −5 到 5，比值 60% 处为 0。\n"
        "无目标的界限、最近年份和极限系数取自巴斯克统计局公开的程序。\n"
        "零以 0.001 代替，基期为负则变号；结论取决于此时加以标注。",
        "With a target, the actual compound rate over the required one, both from 2015 or the nearest year.\n"
        "Without a target, the compound rate in the wanted direction; near a natural limit the cuts are lowered.\n"
        "A latest value at the target is significant progress; the score runs from −5 to 5, 0 at a ratio of 60 %.\n"
        "Cuts without a target, nearest year and limit are those of the Basque statistical office's published code.\n"
        "Zero stands as 0.001 and a negative baseline turns the sign; a verdict that hangs on this is flagged.",
    ),
    "unsd_2022": (
        "实际年均增速与要求年均增速之比，均从 2015 年算起，不用其他年份代替。\n"
        "大于 0.95 为显著进展，0.5 至 0.95 为尚可，−0.1 至 0.5 为有限或没有进展，再低为恶化。\n"
        "没有目标时看年均增速：大于 1%、0.5% 至 1%、−1% 至 0.5%、低于 −1%。\n"
        "最新值达到目标按显著进展计；也可直接给出要求增速（方法 required_rate，单位为百分比）。\n"
        "基期已越过目标时，直接相除会把恶化算成进展；此处按期望方向取正负并标注。",
        "The actual compound rate over the required one, both from 2015 and from no other year.\n"
        "Above 0.95 substantial, from 0.5 fair, from −0.1 limited or none, below that deterioration.\n"
        "Without a target the compound rate: above 1 %, from 0.5 %, from −1 %, below −1 % a year.\n"
        "A met target counts as substantial; method required_rate takes the required rate itself, in percent.\n"
        "With a baseline beyond the target the bare quotient calls worsening progress: the sign follows the direction.",
    ),
    "unsd_2023": (
        "把最新值按自身年均增速推到目标年，看覆盖了计划路程的多大份额。\n"
        "0.95 及以上得 3 分，0.10 至 0.95 得 2 分，低于 0.10 得 1 分。\n"
        "没有目标时年均增速 2% 及以上、0.5% 至 2%、低于 0.5%。\n"
        "最新值达到目标，或距 0% 或 100% 的目标不超过一个百分点，按达到计。\n"
        "缺 2015 年时先取其后、再取其前的年份；与 2022 年规则的差别在于用推算的路程而不是增速。",
        "The latest value is carried to the target year at its own rate; what share of the planned distance is that?\n"
        "From 0.95 score 3, from 0.10 score 2, below that score 1.\n"
        "Without a target the compound rate: from 2 %, from 0.5 %, below 0.5 % a year.\n"
        "A met target counts as reached, and so does a value within one point of a target of 0 or 100 %.\n"
        "Without 2015 the next year serves, else the one before; unlike 2022, distances are compared and not rates.",
    ),
    "sdsn": (
        "每年走过的点数与每年需要的点数之比，按直线计算，目标为绿色门槛。\n"
        "比值 1 及以上或已达到门槛为正轨，0.5 至 1 为适度改善，0 至 0.5 为停滞，负值为下降。\n"
        "需要的速度可从基期（base）或最新年份（latest）算起，两种算法会得出不同箭头。\n"
        "归一化到 0 至 100 是线性变换，在比值中消去，因此不必给出最优值和最差值。\n"
        "超过门槛但在下降时，2019 年版仍为正轨；2018 年版另设箭头（方法 base_2018、latest_2018）。",
        "Points gained a year over points needed a year, on straight lines; the target is the green threshold.\n"
        "From 1, or at the threshold, on track; from 0.5 moderately improving; from 0 stagnating; below decreasing.\n"
        "The needed pace is counted from the base or from the latest year (methods base, latest): the arrows differ.\n"
        "Normalising to 0–100 is affine and cancels in the ratio, so best and worst values are not asked for.\n"
        "Falling while above the threshold is on track as in 2019; base_2018 and latest_2018 give the fifth arrow.",
    ),
    "escap": (
        "现状指数：10 × 已走路程 / 计划路程，0 为基期，10 为目标，负值为后退。\n"
        "预期进展：用 2000 年以来的数据作加权直线推到目标年，看缺口占计划路程的份额。\n"
        "推算达到目标为保持，走完一部分为加快，没有前进为扭转。\n"
        "官方权重和界限没有可读的公开文本：此处首年权重为 1，每后一年加 1，界限为本工具所定。\n"
        "比例平衡类指标两侧皆不利，用方法 parity。",
        "Current status index: 10 × distance covered / distance planned; 0 at the baseline, 10 at the target.\n"
        "Anticipated progress: a weighted straight line through the years since 2000, carried to the target year.\n"
        "Maintain where it meets the target, accelerate where it covers part of the way, reverse where none.\n"
        "No readable text has the weights or cuts: the first year weighs 1 and each later one 1 more, our own choice.\n"
        "Parity indicators, where both sides are bad, take the method parity.",
    ),
    "destatis": (
        "最近五年（至少四个数据）的年均变化量推到目标年，看还缺剩余路程的多少。\n"
        "缺不到 5% 为晴，5% 至 20% 为晴间多云，20% 以上为多云，方向相反或不动为雷雨。\n"
        "已达到的目标和逐年目标：达到且未变差为晴，达到但在变差为晴间多云，未达到但在改善为多云，否则雷雨。\n"
        "只有方向的目标：看平均变化与最近一次变化的方向。\n"
        "数值是剩余路程中能够走完的份额；逐年和方向类为朝期望方向的年均变化量。",
        "The mean yearly change of the last five years (four points at least) is carried on to the target year.\n"
        "Missing under 5 % of the way to go: sun; up to 20 %: sun and cloud; more: cloud; wrong way: thunderstorm.\n"
        "Reached targets and bounds for every year: sun, or sun and cloud when worsening; short of it: cloud when "
        "improving, else thunderstorm.\n"
        "A mere direction: the mean change and the last one must both point the right way for a sun.\n"
        "The value is the share of the way to go that would be covered; else the mean change in the wanted sense.",
    ),
    "statcan": (
        "朝期望方向的年均增速；有目标时除以要求增速的绝对值，基期为 2015 年或其后第一年。\n"
        "有目标：0.95、0.6、0；无目标：1.5%、0.5%、0，接近自然极限时乘以系数 1 − (b/l)^4.44。\n"
        "最新值达到目标即为目标已达到，得 5 分，不论走势。\n"
        "得分从 −5 到 5 分段线性；有目标时忽略极限。\n"
        "零以 0.001 代替、基期为负变号、目标与基期异号时用复数模：照用并标注。",
        "The compound rate in the wanted direction, over the size of the required one where there is a target; "
        "from 2015 or the next year.\n"
        "With a target cuts at 0.95, 0.6, 0; without at 1.5 %, 0.5 %, 0, times 1 − (b/l)^4.44 near a natural limit.\n"
        "A latest value at the target is target_achieved with score 5, whatever the trend.\n"
        "The score runs from −5 to 5 by straight pieces; a limit is ignored where there is a target.\n"
        "Zero stands as 0.001, a negative baseline turns the sign, a target across zero gives a complex root: flagged.",
    ),
    "china_intensity": (
        "逐年变化连乘，百分比从不相加：F = Π(1+k)。\n"
        "完成进度 = ln F / ln(1+T)，正好按计划推进时等于时序进度。\n"
        "等效年数 = 完成进度 × 规划年数；计划年均 = (1+T)^(1/n) − 1。\n"
        "剩余降幅 = (1+T)/F − 1，剩余年均为其按年数开方。\n"
        "数值为逐年变化（changes）、累计变化（cumulative）或水平值（levels），单位为百分比；状态词为本工具所定。",
        "Yearly changes are multiplied and never added: F = Π(1+k).\n"
        "Completion = ln F / ln(1+T), which equals elapsed time on an even path.\n"
        "Equivalent years = completion × years planned; planned a year = (1+T)^(1/n) − 1.\n"
        "Still needed = (1+T)/F − 1, a year its root over the years left.\n"
        "Values are changes, cumulative changes (percent) or levels, by method; the category words are the tool's own.",
    ),
}

RULE_CATEGORIES: Catalogue = {
    "not_available": ("无法评价", "not available"),
    "met": ("已达标", "met"),
    "ahead": ("快于预期", "ahead"),
    "on_track": ("正轨", "on track"),
    "behind": ("滞后", "behind"),
    "off_track": ("严重滞后", "off track"),
    "reversing": ("背离目标", "reversing"),
    "pending": ("未到期", "pending"),
    "significant_progress": ("显著进展", "significant progress"),
    "moderate_progress": ("中等进展", "moderate progress"),
    "insufficient_progress": ("进展不足", "insufficient progress"),
    "no_progress": ("没有进展", "no progress"),
    "movement_away": ("偏离目标", "movement away"),
    "moderate_movement_away": ("中度偏离", "moderate movement away"),
    "significant_movement_away": ("显著偏离", "significant movement away"),
    "substantial_progress": ("大幅进展", "substantial progress"),
    "fair_progress": ("尚可，需加快", "fair progress, acceleration needed"),
    "limited_or_no_progress": ("有限或没有进展", "limited or no progress"),
    "limited_progress": ("有限进展", "limited progress"),
    "deterioration": ("恶化", "deterioration"),
    "target_achieved": ("目标已达到", "target achieved"),
    "stagnation_or_regression": ("停滞或倒退", "stagnation or regression"),
    "maintaining": ("保持", "maintaining"),
    "moderately_improving": ("适度改善", "moderately improving"),
    "stagnating": ("停滞", "stagnating"),
    "decreasing": ("下降", "decreasing"),
    "maintain": ("保持", "maintain"),
    "accelerate": ("加快", "accelerate"),
    "reverse": ("扭转", "reverse the trend"),
    "sun": ("晴", "sun"),
    "sun_cloud": ("晴间多云", "sun and cloud"),
    "cloud": ("多云", "cloud"),
    "thunderstorm": ("雷雨", "thunderstorm"),
    "completed": ("已完成", "completed"),
    "on_schedule": ("达到进度要求", "on schedule"),
    "behind_schedule": ("落后于进度", "behind schedule"),
    "moved_away": ("不降反升", "moved away"),
}

RULE_REASONS: Catalogue = {
    "no_target": ("此规则只评价有目标值的指标", "the rule judges only indicators with a target"),
}
"""Why a rule gives no verdict, where it is not one of the reasons that rows of a plan have."""

RULE_QUIRKS: Catalogue = {
    "zero_as_0_001": ("零以 0.001 代替，结果取决于单位", "zero stands as 0.001, so the verdict depends on the unit"),
    "sign_turned": ("基期为负，增速变号", "a negative baseline turns the sign of the rate"),
    "target_across_zero": (
        "目标与基期异号，要求增速是复数的模",
        "target and baseline differ in sign: the required rate is the size of a complex number",
    ),
    "achieved_hides_trend": ("已达标，掩盖了变差的走势", "a reached target hides a worsening trend"),
    "achieved_without_trend": ("已达标，但没有可计算的走势", "a reached target without a trend that could be computed"),
    "limit_ignored": ("有目标时忽略自然极限", "the natural limit is ignored where there is a target"),
    "base_beyond_target": ("基期已越过目标", "the baseline already lay beyond the target"),
    "large_ratio": ("要求增速接近零，比值大而无用", "the required rate is near zero and the ratio of unhelpful size"),
    "zero_target": ("目标为零，要求增速为 −100%", "a target of zero asks for −100 % a year"),
    "near_limit": ("距 0% 或 100% 不超过一个百分点，按达到计", "within one point of 0 or 100 %: counted as reached"),
    "neighbouring_year": ("基期缺数据，用相邻年份", "a neighbouring year stands in for the baseline year"),
    "reached_but_anticipated_to_leave": (
        "已达到，但推算将离开目标",
        "reached, but anticipated to leave the target again",
    ),
    "judged_as_bound": (
        "目标已提前达到，按逐年目标评价",
        "the target is reached already and judged as a bound to be kept",
    ),
    "unchanged_short_of_bound": (
        "未达到且没有变化，规则原文两可",
        "short of the bound and unchanged: the rule's text allows two readings",
    ),
    "on_the_cut": ("恰在界限上", "exactly on a cut"),
}
"""Documented peculiarities of a rule that a verdict may hang on."""
