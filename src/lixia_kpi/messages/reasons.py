"""Why something is undefined: one short text a reason, as a footnote says it. `explanations` has the long ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

REASONS: Catalogue = {
    "unit_mismatch": (
        "实际值与规划的单位不能换算，未采用",
        "the unit of the actuals does not convert to the plan's; they are not used",
    ),
    "no_actual": ("基期之后没有实际值", "no actual after the baseline year"),
    "no_baseline": ("没有基期值，不计算增速和进度", "no baseline: no rate and no progress are computed"),
    "rank_has_no_rate": ("位次没有增速，只判断是否达到", "a rank has no rate; it is reached or not"),
    "milestone_has_no_rate": ("节点目标没有增速，只判断是否达到", "a milestone has no rate; it is reached or not"),
    "every_year_has_no_rate": (
        "逐年目标没有增速，按各年是否守住判断",
        "a bound for every year has no rate; each year keeps it or not",
    ),
    "non_positive": ("有零或负值，不能计算复合增速", "zero or negative values have no compound rate"),
    "target_not_positive": ("目标值不大于零，不能计算复合增速", "a target of zero or less has no compound rate"),
    "target_equals_baseline": (
        "目标值等于基期值，没有要走的路程",
        "the target equals the baseline: no distance to cover",
    ),
    "met_at_baseline": (
        "基期已满足目标（底线或上限），只看是否守住",
        "the baseline already satisfies the target (a floor or a cap): it holds or is broken",
    ),
    "met_at_latest": (
        "最新值已满足目标，只需守住",
        "the latest value already satisfies the target: it only has to be held",
    ),
    "form_not_judged": (
        "此规则不评价这种形式的目标",
        "not a form of target that the rule judges",
    ),
    "level_unknown": (
        "此规则按水平值计算增速，而只知道各年变化的百分点",
        "the rule takes rates of a level, and only yearly points are known",
    ),
    "target_against_direction": ("目标与期望方向相反", "the target points against the wanted direction"),
    "target_year_not_after_baseline": ("目标年不在基期之后", "the target year is not after the baseline year"),
    "sign_change": (
        "基期与最新值正负不同，没有年均增速",
        "baseline and latest differ in sign: there is no compound rate",
    ),
    "break_in_series": (
        "基期之后口径有变，前后不可比",
        "the series breaks after the baseline; values before and after do not compare",
    ),
    "missing_year": ("期内缺年份，累计不完整", "a year of the period is missing: the total is incomplete"),
    "too_few_years": ("近年数据太少", "too few recent observations"),
    "not_finite": ("数值超出可计算的范围", "the values leave the range of numbers"),
    "basis_differs": (
        "所印增速与水平值的价格口径不同（不变价、现价），不能据以外推",
        "the printed growth is on another price basis than the level and is not carried on",
    ),
    "one_point": ("只有一个观测值，不足以外推", "a single value is too little to project from"),
    "no_projection": ("没有可用的预测", "there is no projection"),
    "no_gap": ("预测没有缺口", "the projection falls short of nothing"),
    "target_year_observed": (
        "目标年已有实际值，不再有后续增速",
        "the target year is observed: nothing is needed from here",
    ),
    "interval_not_calibrated": (
        "可比数值不足两个或全为零，预测没有区间和概率",
        "fewer than two comparable values, or zeros only: no interval and no chance",
    ),
}
