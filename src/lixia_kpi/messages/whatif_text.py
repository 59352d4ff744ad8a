"""The words around the comparison of `kpi whatif`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLE = ("{plan}{bullet}假定测算", "{plan}{bullet}what if")

ASSUMED: Catalogue = {
    "growth": ("假定年增 {rate}", "assuming {rate} a year"),
    "best_year": ("按最好年份 {rate}", "at the best year's {rate}"),
    "halve_gap": ("缺口减半需 {rate}", "halving the gap: {rate}"),
    "value": ("假定 {year} 年为 {figure}", "assuming {figure} in {year}"),
    "target": ("目标改为 {figure}", "target {figure}"),
    "target_year": ("目标改为 {year} 年 {figure}", "target {figure} by {year}"),
    "shock": ("{year} 年冲击 {rate}", "shock of {rate} in {year}"),
    "recover": ("{years} 年恢复", "recovered in {years} years"),
    "from": ("只看到 {year} 年", "as known in {year}"),
}

FOOT: Catalogue = {
    "pairs": (
        "每个目标两行：现状，假定之下。{mark} 含假定值，不是公布值。",
        "Two lines a target: as things are, and as assumed. {mark} rests on assumed, not published, figures.",
    ),
    "growth_for": (
        "50%、80%、90%所需：从现在起每年增长多少，预测分布以这一概率恰好达到目标。",
        "For 50%, 80%, 90%: the steady yearly rate from now on whose projection just reaches the target with that "
        "chance.",
    ),
    "before": ("现状：", "As things are: "),
    "after": ("假定之下：", "As assumed: "),
    "empty": ("没有符合条件的目标。", "No target matches."),
}
