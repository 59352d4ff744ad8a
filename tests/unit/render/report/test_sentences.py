"""The sentences of an evaluation are right for none, one and many, in both languages."""

from __future__ import annotations

import re

import pytest

from builders import indicator, judged, series
from builders import target as goal
from lixia_kpi.messages.report_text import counted
from lixia_kpi.plan.model import Name
from lixia_kpi.render.document import render_document_markdown
from lixia_kpi.render.report import report_document
from lixia_kpi.tables.report import ReportChoice, evaluation_report

PLACEHOLDER = re.compile(r"\{\w*\}|None(?! of)|\bnan\b")
SINGULAR_NOUN_AFTER_MANY = re.compile(r"\b(?:[02-9]|\d{2,}) (?:target|rule|other target|year)\b")
PLURAL_NOUN_AFTER_ONE = re.compile(r"(?<![\d.])\b1 (?:targets|others|of the targets)\b")


def plan(*values, **more):
    named = [Name(f"指标{n}", f"indicator {n}") for n in range(len(values))]
    return [
        series(indicator(goal(), id=f"i{n}", name=named[n], **more), {2023: value} if value else {}, baseline=100.0)
        for n, value in enumerate(values)
    ]


def text(series_, kind="midterm", lang="en", as_of=2023):
    evaluation = judged(*series_, as_of=as_of)
    report = evaluation_report(evaluation, ReportChoice(kind), by_pace=evaluation)
    return render_document_markdown(report_document(report, lang=lang))


PLANS = {
    "nothing": [],
    "one unobserved": [None],
    "one observed": [120.0],
    "two of three": [160.0, 120.0, None],
    "one of many": [120.0, *[None] * 6],
    "all lag": [105.0, 104.0, 103.0],
    "all met": [160.0, 170.0],
    "one met": [160.0, None],
}


@pytest.mark.parametrize("values", PLANS.values(), ids=PLANS.keys())
@pytest.mark.parametrize("kind", ["midterm", "final", "to_date"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_sentence_is_left_unfilled_or_ungrammatical(values, kind, lang):
    written = text(plan(*values), kind, lang, as_of=2025 if kind == "final" else 2023)
    assert not PLACEHOLDER.search(written)
    assert not SINGULAR_NOUN_AFTER_MANY.search(written)
    assert not PLURAL_NOUN_AFTER_ONE.search(written)
    assert "  \n" not in written.partition("##")[2]
    for line in written.splitlines():
        if line and line[0] not in "|#-" and lang == "zh":
            assert line.rstrip("*").endswith(("。", "：", "年", "%")), line


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        ([None, None], "规划的 2 项量化目标都没有基期以后的实际值。", "None of 2 quantified targets has been observed"),
        ([120.0, None], "的 1 项（50.0%），可以判断的 1 项。", "1 (50.0%) has been observed"),
        ([120.0, 130.0, None], "的 2 项（66.7%），可以判断的 2 项。", "2 (66.7%) have been observed"),
        ([120.0, 130.0], "规划的 2 项量化目标都有基期以后的实际值", "All 2 quantified targets have been observed"),
        ([120.0], "规划的 1 项量化目标", "a single quantified target"),
        ([], "范围内没有量化目标。", "There is no quantified target"),
    ],
)
def test_what_can_be_judged_is_said_first(values, zh, en):
    for lang, expected in (("zh", zh), ("en", en)):
        written = text(plan(*values), lang=lang)
        first = next(line for line in written.splitlines()[1:] if line.startswith(">"))
        if values != [120.0] or lang == "en":
            assert expected in first
        assert written.index(">") < written.index("##")


def test_lagging_target_says_what_it_would_take():
    written = text(plan(120.0))
    assert "120 (100m yuan) in 2023; target ≥150 (100m yuan) by 2025." in written
    assert "Done 45%, time elapsed 60%." in written
    assert "A year: 6.27% achieved, 8.45% required." in written
    assert "To meet the target in 2025 it takes 11.80% a year after 2023." in written


def test_points_are_percentage_points_and_other_units_are_named():
    share = [series(indicator(goal(value=65.0), measure="share", unit="%"), {2023: 61.0}, baseline=60.0)]
    assert "年均实际 0.33 个百分点，要求 1.00 个百分点。" in text(share, lang="zh")
    index = [series(indicator(goal(value=9.0), measure="index", unit="年"), {2023: 8.1}, baseline=8.0)]
    assert "年均实际 0.03 年，要求 0.20 年。" in text(index, lang="zh")
    total = [
        series(indicator(goal("total", value=30.0), measure="count", unit="所"), {2021: 1.0, 2022: 1.0, 2023: 2.0})
    ]
    assert "2023 年为 Σ4 所，目标 ≥30 所（2025 年）。" in text(total, lang="zh")
    assert "要求 6 所。" in text(total, lang="zh")


def test_missed_target_has_no_needed_rate():
    written = text([series(indicator(goal()), {2025: 140.0}, baseline=100.0)], "final", as_of=2025)
    assert "Short of the target by 10 (100m yuan)." in written
    assert "it takes" not in written
    assert "Completion rate 0.0%: of 1 with a result, 0 met or held and 1 missed." in written


def test_final_evaluation_says_what_awaits_its_result():
    written = text(plan(120.0, 145.0), "final", as_of=2025)
    assert "2 are due without figures for their target year" in written
    assert "so far ▲ ahead" in written
    assert "Completion rate" not in written.partition("Method")[0]


def test_natures_are_counted_apart():
    both = [*plan(120.0, binding=True), *plan(160.0, None, binding=False)]
    assert "Binding targets: 1, of which judged 1: 1 behind" in text(both)
    assert "Expected targets: 2, of which judged 1: 1 met early" in text(both)
    assert "不分别计数" in text(plan(120.0), lang="zh")


def test_counted_takes_the_nearest_wording():
    texts = {"a": ("{count} 项", "{count} items"), "a_one": ("一项", "one item")}
    assert [counted(texts, "a", "en", n) for n in (0, 1, 2)] == ["0 items", "one item", "2 items"]
