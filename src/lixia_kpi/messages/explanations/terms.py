"""The forms of target and the methods of projection, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

FORMS: Catalogue = {
    "level": (
        "期末达到某一水平（突破 2500 亿元）。总量和数量按复合增速，比重、指数、比率按每年百分点。",
        "A level at the end (over 250 billion yuan). Amounts and counts move by a compound rate, shares, indices and "
        "rates by points a year.",
    ),
    "growth": (
        "年均增长若干（年均增长 7%）。各年增速连乘，与要求比较；到目标年才能判定达标。",
        "Average growth (7 % a year). Yearly growth is compounded and compared; it is met only once the target year is "
        "observed.",
    ),
    "change": (
        "期内累计变化若干（五年累计下降 13.5%）。各年变化连乘，不相加。",
        "A change over the whole period (down 13.5 % in five years). Yearly changes compound; they are never added.",
    ),
    "points": (
        "期内提高若干百分点（提高 5 个百分点），没有基期值也能算每年要求。",
        "A rise by points over the period (5 percentage points); the rate a year needs no baseline.",
    ),
    "total": (
        "期内合计达到若干（五年累计 20 亿美元），各年相加；缺一年则不完整。",
        "A sum over the period (2 billion dollars in five years); the years are added, and one that is missing "
        "leaves it incomplete.",
    ),
    "every_year": (
        "每年都要达到或守住（每年新增 20 条，失业率控制在 3.5% 以内）。",
        "A bound for each year (20 new ones a year, unemployment within 3.5 %).",
    ),
    "milestone": (
        "到某年实现一件事（零突破），只有达到与未达到。",
        "Something that is there by a year (the first one ever): reached or not.",
    ),
}

METHODS: Catalogue = {
    "auto": (
        "按指标类别和数值个数选择方法，并在 method 一列写明选了哪一种。",
        "Chooses by measure and number of values, and says in the column method what it chose.",
    ),
    "cagr": (
        "按首末两点的年均复合增速外推：v(1+g)^k。",
        "Carries on the compound growth between the first and the last value: v(1+g)^k.",
    ),
    "linear": (
        "按首末两点的年均增量外推：v + dk。",
        "Carries on the yearly increment between the first and the last value: v + dk.",
    ),
    "last": ("保持最新值不变。", "Carries on the latest value unchanged."),
    "mean_growth": ("按各年增速的平均外推。", "Carries on the mean of the yearly growth rates."),
    "loglinear": (
        "对各年数值的对数拟合直线，取其增速，从最新值起外推。",
        "Fits a line to the logarithms of all values and carries its growth rate on from the latest value.",
    ),
    "printed_growth": (
        "只有一个数值时，按规划所印的同口径历史增速外推；没有区间和概率。",
        "With a single value, carries on the past growth that the plan prints on the same basis; without interval or "
        "chance.",
    ),
    "calibrated": (
        "在一万多个真实年度序列上拟合的规则：变化稳定就大体延续，起伏不定就少延续；区间和概率来自同类序列上的实际误差。"
        "见 docs/method.md。",
        "The rule fitted on thousands of real yearly series: steady change is largely carried on, noisy change is not; "
        "interval and chance come from its errors on series of the same kind (docs/method.md).",
    ),
    "theta": (
        "指数平滑后的水平，加上拟合直线斜率的一半。",
        "The exponentially smoothed level, carried on with half the slope of a fitted line.",
    ),
    "damped": (
        "阻尼趋势的指数平滑：趋势逐年减弱。",
        "Exponential smoothing with a damped trend, which fades year by year.",
    ),
    "theil_sen": (
        "各对年份之间斜率的中位数，从最新值起外推；不受个别异常年份左右。",
        "The median of the slopes between all pairs of years, carried on from the latest value; single odd years "
        "hardly move it.",
    ),
}
