"""The words of `kpi rules`, and of the cuts of a published rule wherever they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLE = ("评价规则", "Rules of judging progress")

LABELS: Catalogue = {
    "what": ("说明", "what it does"),
    "formula": ("公式", "formula"),
    "cuts": ("分档", "cuts"),
    "years": ("用于规划", "in a plan"),
    "forms": ("目标形式", "forms of target"),
    "methods": ("方法", "methods"),
    "refuses": ("不作评价", "refuses"),
    "quirks": ("已知特性", "peculiarities"),
    "source": ("来源", "source"),
}

LADDERS: Catalogue = {
    "target": ("有目标", "with a target"),
    "anticipated": ("有目标", "with a target"),
    "growth": ("没有目标", "without a target"),
}

QUANTITIES: Catalogue = {
    "ratio": ("比值", "ratio"),
    "fraction/year": ("年均增速", "rate a year"),
    "share of the planned distance": ("推算走完计划路程的份额", "share of the planned distance"),
    "share of the distance still to go that would be covered": (
        "推算走完剩余路程的份额",
        "share of the distance still to go",
    ),
    "completion over elapsed time": ("完成进度与时序进度之比", "completion over elapsed time"),
}
"""What is cut, by the unit of the ladder."""

PHRASES: Catalogue = {
    "cuts": ("{quantity}：{steps}。", "{quantity}: {steps}."),
    "at_least": ("{sign}{cut} {category}（{status}）", "{sign}{cut} {category} ({status})"),
    "lowest": ("以下 {category}（{status}）", "below {category} ({status})"),
    "scaled": ("，接近自然极限时按系数降低", ", lowered by a coefficient near a natural limit"),
    "in_use": (
        "规则 {rule} 的分档：{cuts} 进度比一列仍为本工具所算。",
        "Cuts of {rule}: {cuts} The pace column stays this tool's own.",
    ),
    "years": (
        "从规划的基期年到目标自己的目标年，不用规则自己的年份",
        "from the plan's base year to the target's own year, not the rule's own years",
    ),
    "usual": ("{name}（默认）", "{name} (usual)"),
    "hint": (
        "kpi rules 规则名 另列分档、不作评价的情形和已知特性；kpi compare 并列各规则的结论。",
        "kpi rules NAME adds cuts, refusals and peculiarities; kpi compare sets the verdicts side by side.",
    ),
}
