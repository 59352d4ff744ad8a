"""The method as the workbook explains it: how each figure is computed, and how a status follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

SUBJECTS: Catalogue = {
    "symbols": ("符号", "Symbols"),
    "compound": ("复合增长（总量、数量）", "Compound (amounts, counts)"),
    "straight": ("等量变化（比重、指数、比率）", "Equal steps (shares, indices, rates)"),
    "growth": ("年均增长", "Average growth"),
    "change": ("累计变化", "Change over the period"),
    "points": ("提高百分点", "Rise in points"),
    "total": ("期内累计", "Total over the period"),
    "every_year": ("每年守住", "Bound of every year"),
    "state": ("位次、节点", "Ranks, milestones"),
    "pace": ("时序、完成、进度比", "Elapsed, completion, pace"),
    "gap": ("缺口", "Gap"),
    "compare": ("是否达标", "Met or not"),
    "floor": ("底线与上限", "Floors and caps"),
    "status": ("进展状态", "Status"),
    "other_rule": ("评价规则", "Rule"),
    "projection": ("预测", "Projection"),
    "empty": ("空格", "Empty cells"),
}
"""In the order of the sheet."""

TEXTS: Catalogue = {
    "symbols": (
        "b 基期值，c 最新值，T 目标值，y0 基期年，t 最新年份，Y 目标年；n = Y − y0，m = t − y0。",
        "b baseline, c latest, T target, y0 base year, t latest year, Y target year; n = Y − y0, m = t − y0.",
    ),
    "compound": (
        "要求 (T/b)^(1/n) − 1；实际 (c/b)^(1/m) − 1；后续 (T/c)^(1/(Y−t)) − 1；完成 ln(c/b) ÷ ln(T/b)；"
        "路径 b(T/b)^(k/n)。",
        "Required (T/b)^(1/n) − 1; actual (c/b)^(1/m) − 1; needed (T/c)^(1/(Y−t)) − 1; done ln(c/b) ÷ ln(T/b); "
        "pathway b(T/b)^(k/n).",
    ),
    "straight": (
        "要求 (T−b)/n；实际 (c−b)/m；后续 (T−c)/(Y−t)；完成 (c−b)/(T−b)；路径为直线。单位：百分点每年。",
        "Required (T−b)/n; actual (c−b)/m; needed (T−c)/(Y−t); done (c−b)/(T−b); the pathway is straight. "
        "Points a year.",
    ),
    "growth": (
        "目标为年均 r：终点 (1+r)^n，现值 Π(1+k) 或 c/b；逐年增速连乘，从不相加。完成 ln(现值) ÷ ln(终点)；"
        "到目标年才判断是否达标。",
        "A target of r a year: goal (1+r)^n, now Π(1+k) or c/b; yearly changes are multiplied, never added. Done "
        "ln(now) "
        "÷ ln(goal); met or not is decided in the target year.",
    ),
    "change": (
        "目标为累计 p：终点 1+p，现值 Π(1+k) 或 c/b，其余同复合增长。",
        "A target of p over the period: goal 1+p, now Π(1+k) or c/b, the rest as for compound growth.",
    ),
    "points": (
        "目标为提高 x 个百分点：现值为 c − b 或逐年增减之和；要求 x/n，后续 (x−现值)/(Y−t)，完成 现值/x。",
        "A target of x points: now is c − b or the sum of the yearly points; required x/n, needed (x−now)/(Y−t), "
        "done now/x.",
    ),
    "total": (
        "现值为各年之和 Σ：要求 T/n，后续 (T−Σ)/(Y−t)，完成 Σ/T。折合年增由上期累计 P 得 (T/P)^(1/5) − 1，"
        "否则为使 Σ b(1+g)^k = T 的 g（RATE 函数，再走一步牛顿法）。",
        "Now is the sum Σ of the years: required T/n, needed (T−Σ)/(Y−t), done Σ/T. Growth required is (T/P)^(1/5) − 1 "
        "from the previous total P, else the g at which Σ b(1+g)^k = T (the function RATE and one of Newton's steps).",
    ),
    "every_year": (
        "要求和后续就是界限本身；完成为守住的年数 ÷ 有值的年数；没有进度比。",
        "Required and needed are the bound itself; done is years held ÷ years observed; there is no pace.",
    ),
    "state": (
        "没有增速和进度：达到，或未到期，或到期未达到。位次的缺口按位数计。",
        "No rate and no progress: reached, pending, or due and not reached. The gap of a rank is in places.",
    ),
    "pace": (
        "时序 = m/n；进度比 = 完成 ÷ 时序，正好沿目标路径推进时为 1。",
        "Elapsed = m/n; pace = done ÷ elapsed, 1 exactly on the pathway.",
    ),
    "gap": (
        "预测值减目标值，方向为降时取反：负数总是表示达不到。缺口率为其占目标值绝对值的百分比，比重、比率、位次不计。",
        "Projected minus target, turned round where down is better: negative always means short of the target. "
        "Gap % is "
        "its share of the size of the target; none for shares, rates and ranks.",
    ),
    "compare": (
        "用未四舍五入的数值比较，相差不超过较大者的十亿分之一算相等；“=”另按所印小数位四舍五入比较，"
        "“≈”允许差容差以内，未注明时为 5%（本工具自定）。",
        "Unrounded values are compared; a difference of up to 1e-9 of the target counts as none. Only = is also "
        "compared "
        "after rounding to the printed decimals; ≈ may fall short by the tolerance, 5 % unless stated (the "
        "tool's own).",
    ),
    "floor": (
        "基期已满足的目标只看是否守住：守住为已达标，突破为背离目标；完成和进度比没有意义，留空。",
        "A target that the baseline satisfies is kept or broken: met, or reversing; done and pace have no "
        "meaning and stay "
        "empty.",
    ),
    "status": (
        "已达标优先；目标年已有值而未达标的，完成不低于 behind 分档为滞后，不低于 0 为严重滞后，小于 0 为背离目标；"
        "其余按进度比分档（见上表，本工具自定）。每年守住的目标：各年都守住为符合预期，期内全部守住为已达标，"
        "曾突破而最近一年守住为滞后，最近一年突破为严重滞后。",
        "Met goes first. Once the target year is observed a miss is behind where done reaches the cut of behind, "
        "off track "
        "down to 0, reversing below. Otherwise the pace decides by the cuts above (the tool's own). A bound of "
        "every year "
        "is on track while every year held, met once the whole period held, behind where an earlier year broke it, off "
        "track where the latest did.",
    ),
    "other_rule": (
        "进展状态按规则 {rule} 得出，在本工作簿中为程序算出的文字，不随改动重算；kpi rules 说明该规则。",
        "The status follows from the rule {rule}; in this workbook it is the program's word and does not follow "
        "changes; "
        "kpi rules explains the rule.",
    ),
    "projection": (
        "预测值、区间和概率由程序算出，不是公式。方法见“计算过程”的预测方法一列；短序列的区间按真实年度序列校准，"
        "未校准时不列。",
        "Projections, intervals and chances come from the program and are no formulas. The method stands on the "
        "sheet of "
        "workings; intervals are calibrated on real yearly series and left out where they are not.",
    ),
    "empty": (
        "算不出的格留空，原因写在缺口表最后一列，长的说明见“存疑与说明”。从不以零或估计代替。",
        "What cannot be computed stays empty, the reason stands in the last column of the gap table and at "
        "length among "
        "the doubts and notes. Nothing is replaced by zero or by a guess.",
    ),
}

CONSTANTS: Catalogue = {
    "ahead": ("分档：快于预期，进度比不低于", "Cut: ahead, pace at least"),
    "on_track": ("分档：符合预期，进度比不低于", "Cut: on track, pace at least"),
    "behind": ("分档：滞后，进度比不低于", "Cut: behind, pace at least"),
    "slack": ("相等的相对误差", "Relative difference that counts as none"),
}

STATUS_HEADING = ("状态用词（公式引用这些格）", "The words of the statuses (formulas refer to these cells)")
CONSTANT_HEADING = ("判断用的数值（公式引用这些格）", "The numbers of the decisions (formulas refer to these cells)")
