"""The page of an audit: worst first, every line within the terminal, nothing cut in a pipe."""

import pytest

from lixia_kpi.audit.audit import audit
from lixia_kpi.folder.open import open_folder
from lixia_kpi.render.audit import render_audit
from lixia_kpi.render.width import width

FOLDER = open_folder(None)
FINDINGS = audit(FOLDER)


def page(columns=None, *, lang="en", everything=False, color=False, ascii_only=False, findings=FINDINGS):
    return render_audit(
        findings, FOLDER.plan.info, level="warning", everything=everything, lang=lang, width=columns, color=color,
        ascii_only=ascii_only,
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns, lang):
    assert max(map(width, page(columns, lang=lang, everything=True).splitlines())) <= columns


def test_folding_leaves_nothing_out():
    def letters(text):
        return "".join(text.split())

    assert letters(page(60)) == letters(page())


def test_headings_go_from_contradictions_to_notes_and_count():
    lines = page().splitlines()
    headings = [line for line in lines if line.startswith(("▼", "▽", "○", "✓"))]
    assert [line[2:] for line in headings] == ["contradiction (1)", "doubtful (4)", "note (6)"]
    assert page(everything=True).count("✓ agrees") == 1


def test_colour_and_ascii():
    assert "\x1b[" in page(color=True)
    assert "\x1b[" not in page()
    assert page(ascii_only=True, lang="en").splitlines()[2].startswith("! contradiction")


def test_a_plan_without_findings():
    assert "Contradictions 0, doubtful 0, notes 0." in page(findings=())
    assert "Another" not in page(findings=())
