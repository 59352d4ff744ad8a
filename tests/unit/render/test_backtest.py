"""The page of a backtest: it fits the screen, and says what the figures say."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from lixia_kpi.backtest import Panel, backtest
from lixia_kpi.backtest.verdict import VERDICTS
from lixia_kpi.messages.backtest_text import VERDICTS as WORDS
from lixia_kpi.render.backtest import render_backtest
from lixia_kpi.render.width import width
from lixia_kpi.tables.backtest import BacktestReport
from unit.render.sample import PLAN


def made(level: int = 90) -> BacktestReport:
    rng = np.random.default_rng(2)
    walks = np.cumsum(rng.standard_normal((60, 10)) * 2 + 0.5, axis=1) + 50
    required = np.broadcast_to(np.linspace(50, 56, 10), walks.shape)
    panel = Panel.of(walks.tolist(), ["amount", "share"] * 30, required.tolist(), [True] * 60)
    return BacktestReport(PLAN, (), "auto", level, backtest(panel, level=level / 100))


REPORT = made()


def page(report=REPORT, *, lang="en", columns=120, ascii_only=False, color=False):
    return render_backtest(report, lang=lang, width=columns, color=color, ascii_only=ascii_only)


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_page_fits_the_terminal(columns, lang, ascii_only):
    text = page(lang=lang, columns=columns, ascii_only=ascii_only)
    assert max(map(width, text.splitlines())) <= columns
    assert text.isascii() or lang == "zh" or not ascii_only


def test_figures_are_those_of_the_backtest():
    text = page(columns=200)
    auto = next(s for s in REPORT.result.scores if (s.method, s.measure, s.horizon) == ("auto", None, None))
    line = next(line for line in text.splitlines() if line.startswith("  auto "))
    shown = [
        str(auto.origins), f"{auto.relative_error:.2f}", f"{100 * auto.coverage_80:.0f}%",
        f"{100 * auto.coverage:.0f}%", f"{auto.brier:.3f}", f"{auto.brier_required:.3f}",
    ]  # fmt: skip
    assert [cell for cell in shown if cell not in line.split()] == []
    assert "90% held" in text
    for reliability in REPORT.result.rise:
        assert re.search(
            rf" {reliability.count} +{100 * reliability.stated:.0f}% +{100 * reliability.happened:.0f}%", text
        )


def test_narrow_screens_keep_method_error_and_coverage():
    heading = next(line for line in page(columns=40).splitlines() if line.startswith("  Method"))
    assert "Error" in heading
    assert "80% held" in heading


@pytest.mark.parametrize("code", VERDICTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_verdict_has_a_sentence(code, lang):
    verdict = replace(REPORT.result.verdict, code=code)
    text = page(replace(REPORT, result=replace(REPORT.result, verdict=verdict)), lang=lang)
    joined = "".join(line.strip() + " " * (lang == "en") for line in text.splitlines())
    assert max(re.split(r"\{\w+\}", WORDS[code][lang == "en"]), key=len) in joined


def test_nothing_to_test_gives_a_verdict_and_no_table():
    text = page(BacktestReport(None, ("p\x1b.csv",), "auto", 80, backtest(Panel.of([], []))))
    assert "Too few origins to tell: 0 in 0 series" in text
    assert "Method" not in text
    assert text.startswith("p?.csv")


def test_colour_changes_nothing_but_escape_sequences():
    assert re.sub(r"\x1b\[[0-9;]*m", "", page(color=True)) == page()
