"""How an evaluation (`kpi report`) was made: the notes at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

LABELS: Catalogue = {
    "rule": ("评价规则", "Rule"),
    "cuts": ("分档", "Cuts"),
    "classes": ("分类", "Classes"),
    "completion": ("完成进度与时序进度", "Completion and elapsed time"),
    "rate": ("比例", "Shares"),
    "projection": ("外推", "Projection"),
    "figures": ("取数", "Figures used"),
    "rounding": ("取整", "Rounding"),
    "plan": ("规划文本", "The plan"),
}

METHOD: Catalogue = {
    "classes": (
        "提前实现：目标年以前的实际值已满足目标。按期实现：目标年满足目标。守住底线：基期已满足的底线或上限仍然满足。"
        "滞后：包括滞后、严重滞后和背离目标。未实现：目标年已有实际值而不满足目标。"
        "未到期：位次或节点目标未到期且未满足。无法判断：有实际值，但缺少判断所需的其他数据，原因逐项列出。",
        "Met early: an observation before the target year satisfies the target. Met on time: that of the target "
        "year does. Held: a floor or cap that the baseline satisfied is still satisfied. Behind: behind, off track and "
        "reversing together. Missed: the target year is observed and the target not satisfied. Not due: a "
        "rank or milestone neither due nor satisfied. Undetermined: observed, but something else that a judgement "
        "needs is missing; the reason stands with each.",
    ),
    "classes_final": (
        "终期评估只把有结果的目标计为实现或未实现：目标年已有实际值，或累计目标已完成、节点已实现。"
        "已到期而没有目标年数据的单列，所注“暂”为按最新实际值的进展。",
        "A final evaluation counts as met or missed only what has a result: the target year is observed, or a total is "
        "reached or a milestone passed already. What is due without figures for its target year is counted apart, and "
        "so far marks where it stood by its latest observation.",
    ),
    "completion": (
        "总量和个数的完成进度为 ln(实际值/基期值)/ln(目标值/基期值)，"
        "比重、指数和比率为 (实际值-基期值)/(目标值-基期值)，累计目标为累计完成/目标；"
        "累计降幅按逐年连乘，不相加。时序进度为基期到该目标最新实际值年份的年数除以基期到目标年的年数，"
        "各目标可以不同。",
        "Completion is ln(actual/base)/ln(target/base) for amounts and counts, (actual - base)/(target - base) for "
        "shares, indices and rates, sum to date/target for totals; cuts over several years compound and are not added. "
        "Elapsed time is the years from the baseline to the target's own latest observation over those to its target "
        "year, and differs between targets.",
    ),
    "rate": (
        "“达到或好于预期”的比例，分母只含可以判断的目标，不含未到期、无法判断和缺少数据的目标。",
        "Shares on track or better are of the targets judged, without those not due, undetermined or without data.",
    ),
    "rate_final": (
        "完成率为实现或守住的目标数除以已有结果的目标数，没有结果的目标不在分母内。",
        "The completion rate is targets met or held over targets settled; those without a result are in neither.",
    ),
    "projection": (
        "方法：{method}；外推到{at}，说明按现有走势会到哪里，不是预言，也不改变进展判断。",
        "Method: {method}, carried on to {at}: where the present course leads. It is no forecast of policy and changes "
        "no judgement.",
    ),
    "own_year": ("各目标的目标年", "each target's own year"),
    "year": (" {year} 年", "{year}"),
    "no_chance": (
        "没有校准区间的，不列区间和概率。",
        "Where no calibrated interval exists, neither interval nor chance is given.",
    ),
    "figures": (
        "只用全年或年末数；同一年有几个公布值时，正式数先于初步数、预计数，再取公布最晚的。基期值以规划为准。"
        "公布的增速与水平值价格口径不同的，不互相推算。",
        "Full-year and year-end figures only; where a year has several, actual comes before preliminary and expected, "
        "then the latest published. The plan's own baseline counts. Where published growth and levels stand on "
        "different prices, one is not derived from the other.",
    ),
    "rounding": (
        "判断用未取整的数；表中实际值和目标值按原文小数位，推算值最多两位小数，完成和时序进度取整到 1%，"
        "占比取一位小数。",
        "Judgements use unrounded figures. Actuals and targets are shown as printed, computed values with two decimals "
        "at most, completion and elapsed time in whole percent, shares with one decimal.",
    ),
    "plan": ("{title}", "{title}"),
    "plan_published": ("{title}（{published} 公布）", "{title} (published {published})"),
}
