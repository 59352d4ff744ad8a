"""The words of a comparison of two states of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "title": ("{plan}{bullet}修订", "{plan}{bullet}revisions"),
    "sides": ("从 {before} 到 {after}", "from {before} to {after}"),
    "figures": ("修订的数值（{count}）", "Revised figures ({count})"),
    "statuses": ("变动的状态（{count}）", "Moved statuses ({count})"),
    "nothing": ("没有不同。", "Nothing differs."),
    "no_figures": ("没有修订的数值", "no figure was revised"),
    "no_statuses": ("没有变动的状态", "no status moved"),
    "counts": ("新增 {added}，删去 {removed}，修订 {revised}", "{added} added, {removed} removed, {revised} revised"),
    "moves": ("好转 {better}，变差 {worse}，其他 {other}", "{better} better, {worse} worse, {other} other"),
}

KIND_WORDS: Catalogue = {
    "target": ("目标值", "target"),
    "baseline": ("基期值", "baseline"),
    "actual": ("实际值", "actual"),
}

CHANGE_WORDS: Catalogue = {
    "added": ("新增", "added"),
    "removed": ("删去", "removed"),
    "revised": ("修订", "revised"),
    "better": ("好转", "better"),
    "worse": ("变差", "worse"),
    "other": ("其他", "other"),
}

PARTS: Catalogue = {
    "upper_end": ("上限", "upper end"),
    "previous_total": ("前五年累计", "previous total"),
    "growth": ("所印增速", "printed growth"),
}

COLUMN_HEADINGS: Catalogue = {
    "indicator": ("指标", "Indicator"),
    "figure": ("数值", "Figure"),
    "change": ("改动", "Change"),
    "before": ("原", "Before"),
    "after": ("现", "After"),
    "revision": ("修订", "Revision"),
    "target": ("目标", "Target"),
}
