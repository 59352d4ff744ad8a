"""A document as parts of a page: every block in its element, every text a text."""

from __future__ import annotations

import pytest

from lixia_kpi.render.document.html import blocks_html, section_html, sections, source_link
from lixia_kpi.render.document.model import (
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Row,
    Table,
)
from pages import read_page

TABLE = Table(
    (Column("Name", elastic=True), Column("Value", right=True)),
    (
        Row((Cell("Group <1>"),), "group"),
        Row((Cell("a & b"), Cell("1", "behind"))),
        Row((Cell("Sum"), Cell("1")), "total"),
    ),
    "Caption",
)


def test_sections_begin_at_headings_of_level_two():
    blocks = (Paragraph("lead", "lead"), Heading("One"), Heading("Below", 3), TABLE, Heading("Two"))
    first, one, two = sections(Document("T", (), blocks, "en"))
    assert (first.heading, one.heading, two.heading) == ("", "One", "Two")
    written = read_page(section_html(one)).one("section")
    assert written["aria-labelledby"] == written.one("h2")["id"]
    assert written.one("h3").text == "Below"
    assert written.one("table")


def test_table_has_caption_scopes_and_a_body_for_each_group():
    page = read_page(blocks_html((TABLE,)))
    assert page.one("caption").text == "Caption"
    assert [th["scope"] for th in page.one("thead").all("th")] == ["col", "col"]
    assert page.one("th", scope="rowgroup").text == "Group <1>"
    assert page.one("th", scope="rowgroup")["colspan"] == "2"
    assert [th.text for th in page.all("th", scope="row")] == ["a & b", "Sum"]
    assert [td["class"] for td in page.all("td")] == ["n st-behind", "n"]
    assert page.one("div", class_="scroll")["aria-label"] == "Caption"


def test_table_without_a_caption_is_named_by_its_section():
    bare = Table(TABLE.columns, TABLE.rows)
    page = read_page(blocks_html((bare,), named="Section"))
    assert (page.one("caption").text, page.one("caption")["class"]) == ("Section", "sr")


def test_entries_have_label_text_and_source():
    items = (Item("said", "label", "behind", "https://example.org/"), Item("alone"), Item(link="page 3"))
    first, second, third = read_page(blocks_html((Listing(items),))).all("li")
    assert first.one("span", class_="label st-behind").text == "label"
    assert first.one("a")["href"] == first.one("a").text == "https://example.org/"
    assert second.text.strip() == "alone"
    assert third.text.strip() == "page 3"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org", "《统计年鉴》第 3 页", "https://a b"])
def test_other_sources_are_texts(address):
    page = read_page(source_link(address))
    assert not page.all("a")
    assert page.text.strip() == address


def test_what_stands_in_blocks_is_never_markup():
    words = "<b onclick='x'>&amp;"
    blocks = (
        Heading(words, 3), Paragraph(words), Listing((Item(words, words, "", words),)),
        Table((Column(words),), (Row((Cell(words),)),), words),
    )  # fmt: skip
    page = read_page(blocks_html(blocks))
    assert not page.all("b")
    assert page.text.count(words) == 8
