"""A document as Markdown: every block, and texts that look like markup."""

from __future__ import annotations

import pytest

from lixia_kpi.render.document import (
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Row,
    Table,
    render_document_markdown,
)

TABLE = Table(
    (Column("Name", elastic=True), Column("Value", right=True)),
    (Row((Cell("Group"),), "group"), Row((Cell("a|b"), Cell("1"))), Row((Cell("All"), Cell("1")), "total")),
    caption="Counts",
)


def written(*blocks, lang="en", facts=()):
    return render_document_markdown(Document("Title", facts, blocks, lang))


def test_every_block():
    text = written(
        Paragraph("Read this", "lead"),
        Heading("One", 2),
        Heading("Two", 3),
        Paragraph("Text."),
        Listing((Item("text", "label"), Item("alone"), Item(label="label"))),
        TABLE,
        facts=("first", "second"),
    )
    assert text == (
        "# Title\n\nfirst  \nsecond\n\n> **Read this**\n\n## One\n\n### Two\n\nText.\n\n"
        "- **label**: text\n- alone\n- **label**\n\n"
        "**Counts**\n\n| Name | Value |\n| --- | ---: |\n| **Group** |  |\n| a\\|b | 1 |\n| **All** | **1** |\n"
    )


def test_label_and_text_are_joined_as_the_language_does():
    assert "- **名**：文\n" in written(Listing((Item("文", "名"),)), lang="zh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("12) no list", "12\\) no list"),
        ("3 of 5", "3 of 5"),
        ("<script>", "&lt;script&gt;"),
        ("a *b* _c_ `d` ~e~", "a \\*b\\* \\_c\\_ \\`d\\` \\~<!-- -->e\\~"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("R&D", "R&D"),
        ("R&amp;D", "R&amp;amp;D"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_is_never_markup(text, expected):
    assert written(Paragraph(text)).endswith(f"\n\n{expected}\n")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://example.org/a_b", " <https://example.org/a_b>"),
        ("http://example.org/a b", " http:<!-- -->//example.org/a b"),
        ("https://example.org/>x", " https:<!-- -->//example.org/&gt;x"),
        ("javascript:alert(1)", " javascript:alert(1)"),
        ("yearbook 2016", " yearbook 2016"),
    ],
)
def test_only_an_address_is_a_link(link, expected):
    assert written(Listing((Item(label="GDP", link=link),))).endswith(f"- **GDP**{expected}\n")
