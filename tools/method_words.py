"""What the pages of the projection methods say besides formula and source, which stand in the docstrings."""

from __future__ import annotations

from typing import NamedTuple

Words = tuple[str, str]


class MethodWords(NamedTuple):
    """A method: its formula in signs, how it is meant, the arithmetic of its example, where it ends."""

    formula: str
    meaning: Words
    example: Words
    limits: tuple[Words, ...]


_POSITIVE = (
    "任何一个观测值为零或负，就没有预测。",
    "There is no projection where an observed value is zero or negative.",
)
_TWO = ("至少要有两个数值。", "It takes two values at least.")
_ENDS = (
    "只看首末两点：其中一点反常，整个预测随之改变。",
    "Only the first and the last value count: where one of them is odd, the whole projection is.",
)

WORDS: dict[str, MethodWords] = {
    "last": MethodWords(
        "c",
        (
            "预测竞赛中用来衡量其他方法的“不变”预测。",
            "Standing still: what forecasting competitions measure others by.",
        ),
        ("2023 年为 {c}，以后各年都是 {c}。", "2023 was {c}, and so is every later year."),
        (("不延续任何走势。", "It carries on no trend at all."),),
    ),
    "linear": MethodWords(
        "c + k (c − b) / (t − y0)",
        (
            "连接首末两点的直线，不是最小二乘直线：中间各年不影响它。",
            "The straight line through the first and the last value, not a least-squares line: years between do not "
            "move it.",
        ),
        (
            "每年增加 ({c} − {b}) / 3 = {change}，2024 年为 {c} + {change} = {next}。",
            "A year adds ({c} − {b}) / 3 = {change}, so 2024 is {c} + {change} = {next}.",
        ),
        (_TWO, _ENDS),
    ),
    "cagr": MethodWords(
        "c ((c / b) ** (1 / (t − y0))) ** k",
        ("首末两点之间的年均复合增速保持不变。", "The compound rate between the first and the last value stays."),
        (
            "年均复合增速为 ({c} / {b})^(1/3) − 1 = {rate} %，2024 年为 {c} × (1 + {rate} %) = {next}。",
            "The compound rate is ({c} / {b})^(1/3) − 1 = {rate} %, so 2024 is {c} × (1 + {rate} %) = {next}.",
        ),
        (_TWO, _ENDS, _POSITIVE),
    ),
    "mean_growth": MethodWords(
        "c (1 + mean(y_i / y_{i−1} − 1)) ** k",
        (
            "逐年增速的算术平均，即通常所印的“平均增速”；跨过缺失年份的增速不是一年的增速，不计入。",
            "The arithmetic mean of the yearly growth rates, as it is usually printed; a rate across a missing year is "
            "no yearly rate and is left out.",
        ),
        (
            "各年增速 {growths} %，平均 {mean} %，2024 年为 {c} × (1 + {mean} %) = {next}。",
            "The yearly rates are {growths} %, their mean is {mean} %, so 2024 is {c} × (1 + {mean} %) = {next}.",
        ),
        (
            ("至少要有两个相邻的年份。", "It takes two neighbouring years at least."),
            (
                "起伏大时偏高：+50 % 之后 −50 %，平均为 0，实际少了四分之一。",
                "It leans upwards where growth swings: +50 % and then −50 % have the mean 0 and lose a quarter.",
            ),
            _POSITIVE,
        ),
    ),
    "loglinear": MethodWords(
        "c e^(β k)",
        (
            "对全部数值的对数拟合直线，取其斜率 β 为增速，从最新值起外推，不从拟合值起。",
            "A line is fitted to the logarithms of all values; its slope β gives the rate, carried on from the latest "
            "value and not from the fitted one.",
        ),
        (
            "拟合的斜率 β 合每年 {fitted} %，2024 年为 {c} × (1 + {fitted} %) = {next}。",
            "The fitted slope β is {fitted} % a year, so 2024 is {c} × (1 + {fitted} %) = {next}.",
        ),
        (_TWO, ("离得远的年份与最近的年份分量相同。", "Far years weigh as much as recent ones."), _POSITIVE),
    ),
    "theil_sen": MethodWords(
        "c + k · median over i < j of (y_j − y_i) / (j − i)",
        (
            "各对年份之间斜率的中位数，不受个别异常年份左右。",
            "The median of the slopes between all pairs of years, which single odd years hardly move.",
        ),
        (
            "六对年份的斜率为 {slopes}，中位数 {median}，2024 年为 {c} + {median} = {next}。",
            "The slopes of the six pairs are {slopes}; their median is {median}, so 2024 is {c} + {median} = {next}.",
        ),
        (
            _TWO,
            (
                "从最新值起外推：最新一年反常，预测随之平移。",
                "It starts from the latest value: where that one is odd, the projection is shifted.",
            ),
        ),
    ),
    "damped": MethodWords(
        "l + b (φ + φ² + … + φ^k)",
        (
            "指数平滑的水平 l 和趋势 b，趋势每年乘以 φ 而减弱。权重和 φ 从 54 种组合中选一步误差平方和最小的一种。",
            "The smoothed level l and trend b; the trend fades by φ a year. Weights and φ are those of 54 settings "
            "with the least squared one-step errors.",
        ),
        (
            "这四年里得到 2024 年 {next}、2025 年 {second}：增量由 {step1} 减为 {step2}。",
            "For these four years it gives {next} for 2024 and {second} for 2025: the increment falls from {step1} to "
            "{step2}.",
        ),
        (
            _TWO,
            (
                "十来个年度数值分不清相近的参数，所以用网格而不用优化。",
                "Some ten yearly values do not tell neighbouring settings apart, hence a grid and no optimiser.",
            ),
        ),
    ),
    "theta": MethodWords(
        "l_n + (b / 2)(k − 1 + (1 − (1 − α)^n) / α)",
        (
            "简单指数平滑的水平 l_n，加上最小二乘直线斜率 b 的一半；α 从 0.05 到 1 中选一步误差平方和最小的一个。",
            "The level l_n of simple exponential smoothing, carried on with half the slope b of the least-squares "
            "line; α is the one of 0.05 to 1 with the least squared one-step errors.",
        ),
        (
            "直线斜率 {slope}，其半为 {half}；2024 年为 {next}，此后每年增加 {half}。",
            "The slope of the line is {slope}, half of it {half}; 2024 is {next}, and each later year adds {half}.",
        ),
        (
            _TWO,
            ("只延续一半的趋势：对一直稳定上升的序列偏低。", "Half the trend only: low for series that rise steadily."),
        ),
    ),
    "printed_growth": MethodWords(
        "c (1 + g) ** k",
        (
            "只有一个数值时，按规划所印的同口径历史增速 g 外推；这是一种假定，并标明为假定。",
            "With a single value, the past growth g that the plan prints on the same basis is carried on: an "
            "assumption, and named as one.",
        ),
        (
            "数值 100，所印增速 7 %：次年 107，再次年 114.49。",
            "The value is 100 and the printed growth 7 %: 107 the next year, 114.49 the year after.",
        ),
        (
            ("没有区间和概率。", "There is no interval and no chance."),
            (
                "有两个以上数值就不用它，序列自己的增速已经知道。",
                "It is not used from two values on: the growth of the series itself is known then.",
            ),
            (
                "所印增速按不变价、数值按现价时不用。",
                "It is not used where the growth is at constant prices and the value at current ones.",
            ),
        ),
    ),
    "calibrated": MethodWords(
        "centre = c + Σ coefficient × feature of the series\nspread = volatility × exp(Σ coefficient × feature)",
        (
            "默认方法。变化稳定就大体延续，起伏不定就少延续；延续多少由一万二千多个真实年度序列拟合，"
            "区间和概率来自同类序列上的实际误差。",
            "The default. Steady change is largely carried on, noisy change is not; how much was fitted on some 12,000 "
            "real yearly series, and interval and chance come from the errors on series of the same kind.",
        ),
        (
            "2024 年 {next}、2025 年 {second}，介于 `last` 与 `cagr` 之间；80 % 区间见下表。",
            "It gives {next} for 2024 and {second} for 2025, between `last` and `cagr`; the 80 % interval is below.",
        ),
        (
            (
                "位次、只有一个数值的指数和率、全为零的序列没有预测。",
                "Ranks, a single value of an index or a rate, and series of nothing but zeros are not projected.",
            ),
            (
                "同时冲击所有序列的事件算一次，不是几千次：那样的年份里许多区间同时落空。",
                "A shock that hits all series at once is one event and not thousands: in such a year many intervals "
                "fail together.",
            ),
            (
                "规划本身、新政策或一次性项目的作用，别的序列的过去并不知道。",
                "The past of other series knows nothing of the plan itself, a new policy or a one-off project.",
            ),
        ),
    ),
}
