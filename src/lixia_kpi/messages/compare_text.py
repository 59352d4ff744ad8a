"""The words of `kpi compare`: names of the rules for narrow columns, short words for statuses, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLE = ("{plan}{bullet}评价规则对照", "{plan}{bullet}rules compared")

RULE_NAMES_SHORT: Catalogue = {
    "pace": ("进度", "pace"),
    "eurostat": ("欧盟", "EU"),
    "unsd_2022": ("UN22", "UN22"),
    "unsd_2023": ("UN23", "UN23"),
    "sdsn": ("SDSN", "SDSN"),
    "escap": ("亚太", "ESC"),
    "destatis": ("德国", "DE"),
    "statcan": ("加国", "SC"),
    "china_intensity": ("能耗", "CN"),
}
"""At most four cells: the headings of a narrow terminal."""

RULE_NAMES_MIDDLE: Catalogue = {
    "pace": ("进度比", "pace"),
    "eurostat": ("欧盟", "Eurostat"),
    "unsd_2022": ("UN 2022", "UN 2022"),
    "unsd_2023": ("UN 2023", "UN 2023"),
    "sdsn": ("SDSN", "SDSN"),
    "escap": ("亚太经社", "ESCAP"),
    "destatis": ("德国", "Destatis"),
    "statcan": ("加拿大", "StatCan"),
    "china_intensity": ("能耗强度", "China"),
}
"""At most eight cells: the headings of wider terminals."""

STATUSES_SHORTEST: Catalogue = {
    "met": ("达", "met"),
    "ahead": ("快", "ahd"),
    "on_track": ("符", "on"),
    "behind": ("滞", "beh"),
    "off_track": ("重", "off"),
    "reversing": ("逆", "rev"),
    "pending": ("未", "due"),
}
"""One Chinese character or three letters, behind the mark."""

STATUSES_SHORT: Catalogue = {
    "met": ("达标", "met"),
    "ahead": ("较快", "ahead"),
    "on_track": ("符合", "on"),
    "behind": ("滞后", "behind"),
    "off_track": ("严重", "off"),
    "reversing": ("背离", "revers."),
    "pending": ("未到", "not due"),
}
"""Two Chinese characters or about six letters, behind the mark."""

AGREEMENTS: Catalogue = {
    "same": ("一致", "same"),
    "differ": ("有别", "differ"),
    "hangs": ("相反", "hangs"),
    "only_one": ("仅一则", "only one"),
    "none": ("无", "none"),
}
"""`hangs` is a `differ` where some rules say on track or better and others behind or worse."""

FOOT: Catalogue = {
    "counts": ("{count} 项：{parts}。", "{count} targets: {parts}."),
    "count_one": ("{count} 项：{parts}。", "{count} target: {parts}."),
    "same": ("各规则一致 {n}", "all rules agree on {n}"),
    "differ": ("不一致 {n}", "they differ on {n}"),
    "only_one": ("只有一则规则能评价 {n}", "{n} judged by one rule only"),
    "none": ("没有规则能评价 {n}", "{n} judged by none"),
    "hanging": (
        "{n} 项的结论取决于用哪一则规则（有的认为符合预期或更好，有的认为滞后或更差）：{names}。",
        "{n} verdicts hang on the choice of rule (by some on track or better, by others behind or worse): {names}.",
    ),
    "hanging_one": (
        "{n} 项的结论取决于用哪一则规则（有的认为符合预期或更好，有的认为滞后或更差）：{names}。",
        "{n} verdict hangs on the choice of rule (by some on track or better, by others behind or worse): {names}.",
    ),
    "hanging_none": (
        "没有结论取决于用哪一则规则（符合预期或更好，还是滞后或更差）。",
        "No verdict hangs on the choice of rule (on track or better against behind or worse).",
    ),
    "more": ("等", " and others"),
    "refused": ("不作评价：{rules}。", "Refused: {rules}."),
    "refused_rule": ("{rules} {n} 项（{reasons}）", "{rules} {n} ({reasons})"),
    "refused_rules": ("{rules} 各 {n} 项（{reasons}）", "{rules} {n} each ({reasons})"),
    "refused_reason": ("{reason}", "{reason}"),
    "refused_reasons": ("{reason} {n}", "{reason}: {n}"),
    "no_data": (
        "另有 {count} 项没有实际值，未列出（kpi compare --all）。",
        "{count} more have no actual and are left out (kpi compare --all).",
    ),
    "filtered": ("按条件筛去 {count} 项。", "{count} filtered out."),
    "statuses": (
        "状态：{words}；{refused} 不作评价，{nothing} 缺少数据。",
        "Statuses: {words}; {refused} refused, {nothing} no data.",
    ),
    "names": ("列（--rule 规则名）：{names}。", "Columns (--rule NAME): {names}."),
    "hidden": ("宽度不够，未列出：{names}。", "Left out for want of width: {names}."),
    "peculiar": (
        "{mark} 结论可能取决于该规则的一个已知特性（RULE_quirk 列；kpi rules 规则名）。",
        "{mark} the verdict may hang on a documented peculiarity of its rule (column RULE_quirk; kpi rules NAME).",
    ),
    "base_year": (
        "各规则从规划的基期年（{year}）算起，到各目标的目标年为止；变化和增速目标按连乘指数评价。",
        "Every rule starts from the plan's base year ({year}) and runs to the target's own; changes and growth are "
        "judged on the compounded index.",
    ),
    "agreement": (
        "末列：{same}，{differ}（程度不同），{hangs}（一边符合预期或更好，一边滞后或更差），{only_one}。",
        "Last column: {same}, {differ} (in degree only), {hangs} (on track or better against behind or worse), "
        "{only_one}.",
    ),
    "empty": ("没有符合条件的目标。", "No target matches."),
}
