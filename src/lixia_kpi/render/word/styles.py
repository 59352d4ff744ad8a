"""The styles, fonts and settings of a document, so that whoever edits it changes one style and not every paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.word.look import FONTS
from lixia_kpi.render.word.markup import DECLARATION, NAMESPACES, escaped

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.word.look import Face, Paper

_KEPT = "<w:keepNext/><w:keepLines/>"


def styles(paper: Paper, lang: Lang) -> str:
    """Write `styles.xml`."""
    line = _lines(paper.line, lang)
    after = 0 if lang == "zh" else 120
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{_twips(paper.indent)}"/>' if paper.indent else ""
    unset = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    heads = f'<w:spacing w:before="{200 if lang == "en" else 0}" w:after="{after}" {line}/>'
    tight = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    middle = '<w:jc w:val="center"/>'
    title = '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>'
    small = '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
    items = f'<w:spacing w:before="0" w:after="{after or 40}" {_lines(round(paper.item.size * 1.7), lang)}/>'
    both = '<w:jc w:val="both"/>'
    parts = [
        _style("Normal", "Normal", paper.text, f'<w:spacing w:before="0" w:after="{after}" {line}/>{both}', ""),
        _style("Title", "Title", paper.title, _KEPT + title + unset + middle, "Normal"),
        _style("Subtitle", "Subtitle", paper.fact, small + unset + middle, "Normal"),
        _style("Heading1", "heading 1", paper.heading, _KEPT + heads + indent + _level(0), "Normal"),
        _style("Heading2", "heading 2", paper.subheading, _KEPT + heads + indent + _level(1), "Normal"),
        _style("BodyText", "Body Text", paper.text, indent, "Normal"),
        _style("Lead", "Lead", paper.lead, _BAR + small + '<w:ind w:left="170"/>', "Normal"),
        _style("ListParagraph", "List Paragraph", paper.item, items + indent + '<w:jc w:val="left"/>', "Normal"),
        _style("Note", "Note", paper.note, small, "Normal"),
        _style("Caption", "caption", paper.note, small + middle, "Normal"),
        _style("Figure", "Figure", paper.note, "<w:keepNext/>" + small + middle, "Normal"),
        _style("TableText", "Table Text", paper.table, tight + '<w:jc w:val="left"/>', "Normal"),
        _style("TableHeading", "Table Heading", paper.table_heading, "<w:keepNext/>" + tight + middle, "Normal"),
        _style("Footer", "footer", paper.foot, tight + middle, "Normal"),
    ]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_face(paper.text)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>'
        '<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{_borders()}</w:tblBorders></w:tblPr></w:style>"
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{''.join(parts)}{table}</w:styles>"


def font_table() -> str:
    """Write `fontTable.xml`: the names under which a machine without a font may have it or one that stands in."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{escaped(others)}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (others, family) in FONTS.items()
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def settings(lang: Lang) -> str:
    """Write `settings.xml`."""
    east_asian = "zh-CN"
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{"en-US" if lang == "en" else east_asian}" w:eastAsia="{east_asian}"/>'
        "</w:settings>"
    )


_BAR = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="0072B2"/></w:pBdr>'


def _style(code: str, name: str, face: Face, properties: str, based_on: str) -> str:
    default = ' w:default="1"' if not based_on else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    follower = '<w:next w:val="BodyText"/>' if code.startswith(("Title", "Subtitle", "Heading")) else ""
    custom = ' w:customStyle="1"' if code in ("Lead", "Note", "Figure", "TableText", "TableHeading") else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{code}"><w:name w:val="{name}"/>{base}{follower}'
        f"<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{_face(face)}</w:rPr></w:style>"
    )


def _face(face: Face) -> str:
    size = round(2 * face.size)
    bold = "<w:b/>" if face.bold else '<w:b w:val="0"/>'
    return (
        f'<w:rFonts w:ascii="{face.latin}" w:eastAsia="{face.chinese}" w:hAnsi="{face.latin}" w:cs="{face.latin}"/>'
        f'{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _lines(points: float, lang: Lang) -> str:
    """The distance of lines: exact in Chinese, a multiple of the font's own in English."""
    return f'w:line="{_twips(points)}" w:lineRule="exact"' if lang == "zh" else 'w:line="264" w:lineRule="auto"'


def _level(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in sides)


def _twips(points: float) -> int:
    return round(20 * points)
