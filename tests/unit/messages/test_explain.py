"""Every code that a user can meet is explained in both languages."""

from __future__ import annotations

import pytest

from lixia_kpi.assessment.codes import NOTES, REASONS, STATUSES
from lixia_kpi.messages.audit_text import FINDINGS
from lixia_kpi.messages.explain import KINDS, codes, explain
from lixia_kpi.messages.problems import PROBLEMS
from lixia_kpi.plan.model import FORMS
from lixia_kpi.render.explain import render_codes, render_explanation
from lixia_kpi.render.width import width
from lixia_kpi.tables.columns import COLUMNS


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("status", STATUSES),
        ("reason", REASONS),
        ("note", NOTES),
        ("form", FORMS),
        ("column", COLUMNS),
        ("finding", FINDINGS),
        ("problem", PROBLEMS),
    ],
)
def test_every_code_is_explained(kind, expected):
    assert set(expected) <= set(codes()[kind])
    assert set(codes()) == set(KINDS)


def test_chances_and_verdicts_of_a_backtest_are_explained():
    from lixia_kpi.backtest.verdict import VERDICTS
    from lixia_kpi.projection.likelihood import LIKELIHOODS

    assert codes()["chance"] == LIKELIHOODS
    assert codes()["verdict"] == VERDICTS
    assert [e.word for e in explain("very_likely", "zh")] == ["很可能"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_explanation_has_a_word_and_a_text(lang):
    for kind, known in codes().items():
        for code in known:
            item = next(e for e in explain(code, lang) if e.kind == kind)
            assert item.word
            assert item.text


def test_code_with_two_meanings_gives_both():
    assert [e.kind for e in explain("baseline_differs", "zh")] == ["note", "problem"]


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_fit_the_terminal(columns, lang):
    pages = [render_codes(lang=lang, width=columns, color=False)]
    pages += [render_explanation(code, lang=lang, width=columns, color=False) for code in ("pace", "missing_year")]
    assert max(width(line) for page in pages for line in page.splitlines()) <= columns


def test_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        render_explanation("no_such_code", lang="zh", width=80, color=False)
