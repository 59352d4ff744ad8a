"""One page for each rule of judging progress, in both languages, from the records that the code judges by."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi import load_plan
from lixia_kpi.assessment.by_rule import FORMS_JUDGED
from lixia_kpi.assessment.codes import RULE_NAMES
from lixia_kpi.assessment.rules import rule_named
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.rules import (
    RULE_CATEGORIES,
    RULE_EXPLANATIONS,
    RULE_QUIRKS,
    RULE_REASONS,
    RULE_TITLES,
)
from lixia_kpi.messages.rules_text import LADDERS, PHRASES, QUANTITIES
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.terms import FORMS
from reference_pages import GENERATED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.assessment.rules import Ladder, Rule
    from lixia_kpi.messages.catalogue import Catalogue, Lang
    from lixia_kpi.tables.table import Value

ROOT = Path(__file__).parents[1]
PAGE: Catalogue = {
    "formula": ("公式", "Formula"),
    "symbols": (
        "b 为基期 y0 年的数值，c 为最新 t 年的数值，T 为目标年 Y 的目标值；d 在越高越好时为 +1，越低越好时为 −1；"
        "A 为实际年均增速，R 为要求的年均增速。",
        "b is the value of the base year y0, c the latest value, of year t, T the target of year Y; d is +1 where more "
        "is better and −1 where less is; A is the actual yearly rate, R the required one.",
    ),
    "cuts": ("分档", "Cuts"),
    "cuts_head": ("| {quantity} | 规则的用词 | 进展状态 |", "| {quantity} | the rule's word | status |"),
    "below": ("以下", "below"),
    "scaled": ("接近自然极限时界限按系数降低。", "Near a natural limit the cuts are lowered by a coefficient."),
    "example": ("算例", "Worked example"),
    "figures": (
        "{name}：b = {b}（{y0} 年），c = {c}（{t} 年），T = {goal}（{year} 年），因此 A = {actual} %，"
        "R = {required} %；按对数完成 {done} %，时序 {elapsed} %。",
        "{name}: b = {b} ({y0}), c = {c} ({t}), T = {goal} ({year}), hence A = {actual} %, R = {required} %; by "
        "logarithms {done} % is done in {elapsed} % of the time.",
    ),
    "share": (
        "{name} 是比重：b = {b}（{y0} 年），c = {c}（{t} 年），T = {goal}（{year} 年）；完成 (c−b)/(T−b) = {done} %，"
        "时序 {elapsed} %。",
        "{name} is a share: b = {b} ({y0}), c = {c} ({t}), T = {goal} ({year}); (c−b)/(T−b) = {done} % is done in "
        "{elapsed} % of the time.",
    ),
    "intensity": (
        "国家“十一五”规划：{name}五年下降 {goal} %，实际下降 {latest} %；完成 ln(1 − {latest} %) / ln(1 − {goal} %) = "
        "{done} %，时序 100 %。",
        "The national 11th plan: {name} was to fall by {goal} % in five years and fell by {latest} %; "
        "ln(1 − {latest} %) / ln(1 − {goal} %) = {done} % is done in 100 % of the time.",
    ),
    "judged": ("规则由此得出：", "From this the rule makes:"),
    "limits": ("界限", "Limits"),
    "forms": ("评价的目标形式：{forms}。", "Forms of target that it judges: {forms}."),
    "methods": ("方法：{methods}，第一个为默认。", "Methods: {methods}, the first being the usual one."),
    "in_plan": ("用于规划时，{text}。", "In a plan it runs {text}."),
    "refuses": ("不作评价", "What it refuses"),
    "refuses_head": ("| 代码 | 情形 |", "| code | case |"),
    "quirks": ("已知特性", "Peculiarities"),
    "quirks_lead": (
        "结论可能取决于下列情形之一，`kpi compare` 在 `{name}_quirk` 一列标出：",
        "A verdict may hang on one of these, which `kpi compare` marks in the column `{name}_quirk`:",
    ),
    "source": ("来源", "Source"),
    "overview": ("各规则并列", "All rules side by side"),
}
EXAMPLES = ("gdp", "green_coverage")
INTENSITY, INTENSITY_PLAN = "energy_intensity", "examples/national_11fyp"
"""The example of the rule that judges nothing but cumulative changes."""
SHOWN = ("value", "category", "status", "reason")


def rule_pages(lang: Lang) -> dict[str, str]:
    """Give the page of every rule by its name."""
    return {name: rule_page(rule_named(name), lang) for name in RULE_NAMES}


def rule_page(rule: Rule, lang: Lang) -> str:
    """Write what a rule does, its formula, cuts, an example worked out, its limits and its source."""
    colon = ": " if lang == "en" else "："
    lines = [f"# {rule.name}{colon}{say(RULE_TITLES, rule.name, lang)}", "", GENERATED, ""]
    lines += [f"- {line}" for line in say(RULE_EXPLANATIONS, rule.name, lang).split("\n")]
    lines += ["", *_title("formula", lang), "```text", *_folded(rule.formula), "```", "", say(PAGE, "symbols", lang)]
    lines += ["", *_title("cuts", lang)]
    for ladder in rule.ladders:
        lines += [*_ladder(rule, ladder, lang, named=len(rule.ladders) > 1), ""]
    lines += [*_title("example", lang), *_example(rule.name, lang)]
    lines += ["", *_title("limits", lang), *_limits(rule, lang), ""]
    lines += _codes("refuses", rule.refuses, REASONS | RULE_REASONS, lang)
    lines += _codes("quirks", rule.quirks, RULE_QUIRKS, lang, name=rule.name)
    lines += [*_title("source", lang), f"{rule.source[0].upper()}{rule.source[1:]}."]
    return "\n".join(lines) + "\n"


def _title(code: str, lang: Lang) -> list[str]:
    return [f"## {say(PAGE, code, lang)}", ""]


def _folded(formula: str) -> list[str]:
    """One equation a line."""
    return formula.replace(", A = ", "\nA = ").replace(", R = ", "\nR = ").split("\n")


def _ladder(rule: Rule, ladder: Ladder, lang: Lang, *, named: bool) -> list[str]:
    name = say(LADDERS, ladder.name, lang)
    lines = [f"{name[0].upper()}{name[1:]}{'：' if lang == 'zh' else ':'}", ""] if named else []
    lines += [say(PAGE, "cuts_head", lang, quantity=say(QUANTITIES, ladder.unit, lang)), "|---|---|---|"]
    percent = ladder.unit == "fraction/year"
    for step in ladder.steps:
        cut = f"{100 * step.cut:g} %" if percent else f"{step.cut:g}"
        lines.append(_step(rule, f"{'>' if step.strict else '≥'} {cut.replace('-', '−')}", step.category, lang))
    lines.append(_step(rule, say(PAGE, "below", lang), ladder.lowest, lang))
    if any(step.scaled for step in ladder.steps):
        lines += ["", say(PAGE, "scaled", lang)]
    return lines


def _step(rule: Rule, cut: str, category: str, lang: Lang) -> str:
    status = rule.statuses.get(category)
    word = say(STATUSES, status, lang) if status in STATUSES else ""
    return f"| {cut} | {say(RULE_CATEGORIES, category, lang)} | {word} |"


def _example(name: str, lang: Lang) -> list[str]:
    lines, asked = [], " ".join(EXAMPLES)
    if name == "china_intensity":
        lines, asked = [say(PAGE, "intensity", lang, **_intensity(lang)), ""], f"{INTENSITY} --plan {INTENSITY_PLAN}"
    else:
        for indicator, phrase in zip(EXAMPLES, ("figures", "share"), strict=True):
            lines += [say(PAGE, phrase, lang, **_figures(_rows()[indicator], lang)), ""]
    columns = ",".join(["id", *(f"{name}_{part}" for part in SHOWN)])
    lines += [say(PAGE, "judged", lang), "", "```console"]
    return [*lines, f"$ kpi compare {asked} --rule {name} -f csv --columns {columns}", "```"]


def _intensity(lang: Lang) -> dict[str, object]:
    (row,) = (r for r in load_plan(ROOT / INTENSITY_PLAN).project().rows if r["id"] == INTENSITY)
    name = str(row["name_zh" if lang == "zh" else "name_en"])
    return {
        "name": name if lang == "zh" else name[0].lower() + name[1:],
        "goal": f"{-float(str(row['target'])):g}",
        "latest": f"{-float(str(row['projected'])):.1f}",
        "done": f"{100 * float(str(row['completion'])):.1f}",
    }


@cache
def _rows() -> Mapping[str, Mapping[str, Value]]:
    return {str(row["id"]): row for row in load_plan().project(as_of=2023).rows if row["id"] in EXAMPLES}


def _figures(row: Mapping[str, Value], lang: Lang) -> dict[str, object]:
    b, c, goal = (float(str(row[key])) for key in ("baseline", "latest", "target"))
    y0, t, year = (int(str(row[key])) for key in ("baseline_year", "latest_year", "target_year"))
    return {
        "name": row["name_zh" if lang == "zh" else "name_en"], "b": f"{b:g}", "c": f"{c:g}", "goal": f"{goal:g}",
        "y0": y0, "t": t, "year": year,
        "actual": f"{100 * math.expm1(math.log(c / b) / (t - y0)):.2f}",
        "required": f"{100 * math.expm1(math.log(goal / b) / (year - y0)):.2f}",
        "done": f"{100 * float(str(row['completion'])):.1f}", "elapsed": f"{100 * (t - y0) / (year - y0):.0f}",
    }  # fmt: skip


def _limits(rule: Rule, lang: Lang) -> list[str]:
    between = "、" if lang == "zh" else ", "
    forms = between.join(say(FORMS, form, lang) for form in FORMS_JUDGED[rule.name])
    lines = [f"- {say(PAGE, 'forms', lang, forms=forms)}"]
    if rule.methods:
        lines.append(f"- {say(PAGE, 'methods', lang, methods=between.join(f'`{m}`' for m in rule.methods))}")
    if rule.target_year is not None:
        lines.append(f"- {say(PAGE, 'in_plan', lang, text=say(PHRASES, 'years', lang))}")
    return lines


def _codes(code: str, names: Sequence[str], words: Catalogue, lang: Lang, **details: str) -> list[str]:
    if not names:
        return []
    lead = [say(PAGE, f"{code}_lead", lang, **details), ""] if f"{code}_lead" in PAGE else []
    lines = [*_title(code, lang), *lead, say(PAGE, "refuses_head", lang), "|---|---|"]
    return [*lines, *(f"| `{name}` | {say(words, name, lang)} |" for name in names), ""]
