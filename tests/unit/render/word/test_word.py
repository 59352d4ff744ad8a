"""A Word file, read back by python-docx: every block in its style, nothing taken for markup, the same bytes twice."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

import docx
import pytest
from docx.oxml.ns import qn

from lixia_kpi.render.document.model import Cell, Column, Document, Heading, Item, Listing, Paragraph, Row, Table
from lixia_kpi.render.picture.font import the_font
from lixia_kpi.render.picture.png import render_png
from lixia_kpi.render.picture.scene import Picture, Text
from lixia_kpi.render.word import Figure, render_word
from lixia_kpi.render.word.look import paper_of

HOSTILE = "<w:p/>&amp; \"'\x00\x1f\ud800]]> {PAGE} \\* \n第二行"
SAFE = "<w:p/>&amp; \"']]> {PAGE} \\*  第二行"
TABLE = Table(
    (Column("指标", elastic=True), Column("值", right=True)),
    (
        Row((Cell("第 1 章"),), "group"),
        Row((Cell("产值"), Cell("100", "behind"))),
        Row((Cell("合计"), Cell("1")), "total"),
    ),
    caption="主要指标",
)
BLOCKS = (
    Paragraph("先读", "lead"), Heading("一、总体情况"), Paragraph("正文"), Heading("（一）细节", 3), TABLE, TABLE,
    Paragraph("注释", "note"),
    Listing((Item("落后", "产值", "behind"), Item("[1] 脚注"), Item(label="来源", link="https://example.org/?a=1&b=2"))),
)  # fmt: skip


def word(blocks=BLOCKS, lang="zh", title="评估报告（2023 年）", **more):
    return render_word(Document(title, ("事实",), tuple(blocks), lang), dated="2024-03-31", **more)


def read(data):
    return docx.Document(BytesIO(data))


def styled(document):
    return [(p.style.name, p.text) for p in document.paragraphs if p.text]


def test_blocks_keep_their_order_and_have_styles():
    assert styled(read(word())) == [
        ("Title", "评估报告\n（2023 年）"), ("Subtitle", "事实"), ("Lead", "先读"), ("Heading 1", "一、总体情况"),
        ("Body Text", "正文"), ("Heading 2", "（一）细节"), ("Caption", "主要指标"), ("Caption", "主要指标"),
        ("Note", "注释"), ("List Paragraph", "产值：落后"), ("Note", "[1] 脚注"),
        ("List Paragraph", "来源：\nhttps://example.org/?a=1&b=2"),
    ]  # fmt: skip


def test_table_has_every_cell_a_repeated_head_and_whole_rows():
    table = read(word()).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["指标", "值"], ["第 1 章", "第 1 章"], ["产值", "100"], ["合计", "1"],
    ]  # fmt: skip
    rows = [row._tr for row in table.rows]
    assert [tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for tr in rows] == [True, False, False, False]
    assert all(tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for tr in rows)
    assert table.rows[2].cells[1].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT


def test_two_tables_never_touch():
    body = list(read(word()).element.body)
    kinds = [element.tag for element in body]
    assert not [i for i in range(len(kinds) - 1) if kinds[i] == kinds[i + 1] == qn("w:tbl")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [1, 2, 8, 14])
def test_tables_are_no_wider_than_the_text(lang, columns):
    cells = tuple(Cell("很长的名称" * 6 if i == 0 else "1234567.8") for i in range(columns))
    headings = tuple(Column("标题", elastic=i == 0) for i in range(columns))
    table = read(word([Table(headings, (Row(cells),))], lang)).tables[0]
    widths = [column.width.twips for column in table.columns]
    assert min(widths) > 0
    assert sum(widths) <= paper_of(lang).text_width


def test_page_is_a4_with_official_margins_and_a_page_number():
    section = read(word()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.mm) for margin in margins] == [37, 26, 35, 28]
    foot = section.footer.paragraphs[0]
    field = foot._p.find(qn("w:fldSimple"))
    assert field.get(qn("w:instr")).strip() == "PAGE"
    assert foot.text == "—  —"


def test_styles_name_fonts_for_chinese_and_the_table_of_fonts_what_stands_in():
    data = word()
    fonts = {
        style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in read(data).styles
        if style.type == docx.enum.style.WD_STYLE_TYPE.PARAGRAPH
    }
    chosen = (fonts["Normal"], fonts["Title"], fonts["Heading 1"], fonts["Table Text"])
    assert chosen == ("FangSong", "SimSun", "SimHei", "SimSun")
    known = fromstring(zipfile.ZipFile(BytesIO(data)).read("word/fontTable.xml"))
    others = {font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")) for font in known}
    assert set(fonts.values()) <= set(others)
    assert others["FangSong"].split(",")[:2] == ["仿宋", "仿宋_GB2312"]


def test_hostile_texts_stay_texts():
    table = Table((Column(HOSTILE),), (Row((Cell(HOSTILE),)), Row((Cell(HOSTILE),), "group")), caption=HOSTILE)
    blocks = [Heading(HOSTILE), Paragraph(HOSTILE), table, Listing((Item(HOSTILE, HOSTILE, link=HOSTILE),))]
    document = read(word(blocks, title=HOSTILE))
    assert {cell.text for row in document.tables[0].rows for cell in row.cells} == {SAFE}
    texts = [text for _, text in styled(document)]
    assert texts[0] == SAFE
    assert texts[2:5] == [SAFE] * 3
    assert texts[5] == f"{SAFE}：{SAFE}\n{SAFE}"
    assert document.core_properties.title == SAFE


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", 'https://a"b', "https://a b", "ftp://example.org"]
)
def test_only_web_addresses_become_links(address):
    data = word([Listing((Item(label="来源", link=address), Item(label="网页", link="https://example.org/?a=1&b=2")))])
    relations = fromstring(zipfile.ZipFile(BytesIO(data)).read("word/_rels/document.xml.rels"))
    outside = [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]
    assert outside == ["https://example.org/?a=1&b=2"]
    assert address in "".join(text for _, text in styled(read(data)))


def test_figures_have_their_picture_caption_and_description():
    shown = Picture(60, 30, "", "", "zh", (Text(5, 20, "历下", 12, "#000000"),))
    png = render_png(shown, the_font())
    data = word(figures=[Figure(png, "图 1 产值", "说明 <1>", 2.0)], heading="附图")
    document = read(data)
    assert styled(document)[-2:] == [("Heading 1", "附图"), ("Caption", "图 1 产值")]
    (shape,) = document.inline_shapes
    assert shape.width.twips == paper_of("zh").text_width
    assert shape.width / shape.height == pytest.approx(2.0, rel=1e-4)
    assert shape._inline.docPr.get("descr") == "说明 <1>"
    assert zipfile.ZipFile(BytesIO(data)).read("word/media/figure1.png") == png


def test_same_document_same_bytes_and_no_date_of_the_clock():
    assert word() == word()
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(word())).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = read(word()).core_properties
    assert f"{properties.created:%Y-%m-%d}" == f"{properties.modified:%Y-%m-%d}" == "2024-03-31"
    assert (properties.author, properties.language) == ("kpi", "zh-CN")
