"""Every finding is one sentence in both languages, with its figures and without holes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lixia_kpi.audit
from lixia_kpi.audit.finding import Figure, Finding, Moment
from lixia_kpi.formula.evaluate import UndefinedReason
from lixia_kpi.formula.span import exactly
from lixia_kpi.messages.audit_sentence import audit_sentence
from lixia_kpi.messages.audit_text import FINDINGS
from lixia_kpi.plan.model import Name
from lixia_kpi.problems import Place

PLACE = Place("targets.yaml", 3, 5)
NAME = Name("名称", "Name")
DETAILS = {
    "relation": "<=", "tolerance": "1", "missing_zh": "缺项", "missing_en": "gap", "words": "突破, 达到",
    "first_place": "a.yaml:1:1", "status": "expected", "start": "2015", "end": "2020", "span": "yearly",
    "formula": "a / b", "form": "growth", "printed": "7 %", "base": "100",
}  # fmt: skip


def finding(code, **changes):
    figure = Figure("gdp", Name("产值", "Output"), ">=", exactly(28.0), "万元", PLACE)
    fields = {
        "code": code, "result": "implies", "severity": "note", "place": PLACE, "check": "c", "name": NAME,
        "moment": Moment("target", 2025), "figures": (figure,), "value": 12.25, "other": 89.28571428, "unit": "万人",
        "details": DETAILS,
    }  # fmt: skip
    return Finding(**(fields | changes))


def codes_in_source():
    """The codes that the checks give to a finding; a reason that a formula has no value ends some of them."""
    text = "".join(f.read_text(encoding="utf-8") for f in Path(lixia_kpi.audit.__file__).parent.glob("*.py"))
    kinds = "identity|figure|two|baseline_and|actuals|growth|formula|stated"
    return set(re.findall(rf'"((?:{kinds})_[a-z_]+)"', text))


def test_every_code_of_the_checks_has_words_and_no_words_are_idle():
    reasons = UndefinedReason.__args__
    named = codes_in_source()
    ended = {f"identity_{r}" for r in reasons if r != "out_of_bounds"} | {f"formula_{r}" for r in reasons} - {
        "formula_missing"
    }
    assert named | ended == set(FINDINGS)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_sentence_is_whole(code, lang):
    unit = "%" if code.startswith("growth") else "万人"
    text = audit_sentence(finding(code, unit=unit), lang)
    assert "\n" not in text
    assert "{" not in text
    assert "  " not in text
    assert "None" not in text
    assert NAME.zh in text if lang == "zh" else NAME.en in text


@given(st.floats(-1e15, 1e15), st.one_of(st.none(), st.floats(-1e15, 1e15)), st.sampled_from(sorted(FINDINGS)))
def test_no_figure_breaks_a_sentence(value, other, code):
    for lang in ("zh", "en"):
        text = audit_sentence(finding(code, value=value, other=other), lang)
        assert "nan" not in text.replace("finance", "")
        assert "\n" not in text


def test_figures_are_as_printed_and_computed_ones_have_four_digits():
    text = audit_sentence(finding("figure_implied_by_bounds", value=89.28571428), "en")
    assert text.startswith("Output ≥28 x 10k yuan imply Name (target of 2025) of about 89.29 x 10k persons;")
    assert "944.1 " in audit_sentence(finding("figure_implied", value=944.1225), "en")
    assert "1910.41 " in audit_sentence(finding("figure_implied", value=1910.41), "en")
    assert "130.5958 " in audit_sentence(
        finding("figure_implied", figures=(Figure("a", NAME, "", exactly(130.5958), "亿元", PLACE),)), "en"
    )


def test_the_note_is_said_in_the_language_of_the_reader():
    both = "规划未印人口数 / the plan prints no population"
    assert audit_sentence(finding("figure_implied", note=both), "zh").endswith("；规划未印人口数")
    assert audit_sentence(finding("figure_implied", note=both), "en").endswith("; the plan prints no population")
    assert audit_sentence(finding("figure_implied", note="one only"), "zh").endswith("；one only")


def test_a_finding_about_one_indicator_does_not_repeat_its_name():
    figure = Figure("gdp", NAME, ">", exactly(150.0), "亿元", PLACE)
    text = audit_sentence(finding("two_comparators", figures=(figure, figure._replace(op=">="))), "zh")
    assert text.count("名称") == 1
    assert ">150 亿元、≥150 亿元" in text
