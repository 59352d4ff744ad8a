"""The verdicts of a backtest, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

VERDICTS: Catalogue = {
    "too_few": (
        "序列不足 30 个或起点不足 100 个，不下结论；可加上其他年份或其他地区的序列再试。",
        "Fewer than 30 series or 100 origins, so nothing is concluded; try again with more years, or with the series "
        "of other places.",
    ),
    "overconfident": (
        "80% 区间覆盖不到 76%，或布赖尔得分比概率自身所示高 0.02 以上，且超出两倍标准误；所给区间和概率不宜照用。",
        "The 80 % interval held less than 76 %, or the Brier score exceeds what the chances promise by more than 0.02, "
        "both beyond two standard errors; do not take its intervals and chances at their word here.",
    ),
    "too_wide": (
        "80% 区间覆盖超过 84%，且超出两倍标准误；可以使用，只是偏保守。",
        "The 80 % interval held more than 84 %, beyond two standard errors; it can be used and errs on the safe side.",
    ),
    "no_better": (
        "区间和概率可信，误差却不小于保持最新值不变。",
        "Intervals and chances hold, but the error is not below that of standing still.",
    ),
    "trusted": (
        "区间和概率经得起检验，误差小于保持最新值不变。",
        "Intervals and chances hold, and the error is below that of standing still.",
    ),
}
