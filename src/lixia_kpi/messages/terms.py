"""The words for what a plan file names by code: groups, measures, forms, directions, comparators, methods, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

GROUPS: Catalogue = {
    "economy": ("经济", "Economy"),
    "industry": ("产业", "Industry"),
    "innovation": ("创新", "Innovation"),
    "city": ("城市", "City"),
    "environment": ("生态环境", "Environment"),
    "openness": ("开放", "Openness"),
    "livelihood": ("民生", "Livelihood"),
    "governance": ("治理", "Governance"),
}

MEASURES: Catalogue = {
    "amount": ("总量", "amount"),
    "count": ("数量", "count"),
    "share": ("比重", "share"),
    "index": ("指数", "index"),
    "rate": ("比率", "rate"),
    "rank": ("位次", "rank"),
}

FORMS: Catalogue = {
    "level": ("期末水平", "level"),
    "growth": ("年均增长", "average growth"),
    "change": ("累计变化", "cumulative change"),
    "points": ("提高百分点", "change in points"),
    "total": ("期内累计", "total over the period"),
    "every_year": ("每年", "every year"),
    "milestone": ("节点", "milestone"),
}

DIRECTIONS: Catalogue = {
    "up": ("越高越好", "higher is better"),
    "down": ("越低越好", "lower is better"),
}

BASES: Catalogue = {
    "current_prices": ("现价", "current prices"),
    "constant_prices": ("不变价", "constant prices"),
}

OBSERVED_AS: Catalogue = {
    "level": ("水平值", "level"),
    "yearly_change": ("比上年变化", "change on the year before"),
    "cumulative": ("期初以来累计", "sum since the period began"),
}

PUBLICATION_STATUSES: Catalogue = {
    "actual": ("正式数", "actual"),
    "preliminary": ("初步数", "preliminary"),
    "expected": ("预计数", "expected"),
}

FIGURE_KINDS: Catalogue = {
    "target": ("目标", "target"),
    "baseline": ("基期值", "baseline"),
    "previous_total": ("上期累计", "previous total"),
    "printed_growth": ("规划所印历史增速", "printed growth"),
    "published": ("公布值", "published"),
    "derived": ("按公式推算", "by formula"),
}

FLAGS: Catalogue = {
    "true": ("是", "yes"),
    "false": ("否", "no"),
}

BINDING: Catalogue = {
    "true": ("约束性", "binding"),
    "false": ("预期性", "expected"),
}

METHODS: Catalogue = {
    "auto": ("自动选择", "auto"),
    "cagr": ("年均复合增速外推", "compound growth carried on"),
    "linear": ("年均增量外推", "yearly increment carried on"),
    "last": ("保持最新值", "latest value carried on"),
    "mean_growth": ("平均增速外推", "mean growth carried on"),
    "loglinear": ("对数线性增速外推", "log-linear growth carried on"),
    "printed_growth": ("规划所印历史增速外推", "printed past growth carried on"),
    "calibrated": ("校准预测", "calibrated rule"),
    "theta": ("Theta 法", "Theta"),
    "damped": ("阻尼趋势指数平滑", "damped trend smoothing"),
    "theil_sen": ("泰尔–森趋势外推", "Theil-Sen slope carried on"),
}
