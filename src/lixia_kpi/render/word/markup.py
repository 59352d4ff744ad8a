"""Pieces of WordprocessingML: paragraphs and runs of plain text, everything escaped."""

from __future__ import annotations

from lixia_kpi.render.xml_text import xml_text

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\r": " ", "\t": " "})


def escaped(text: str) -> str:
    r"""Escape what XML would take for markup; a line end is a blank.

    >>> escaped("a<b>\n\"c\"\x00")
    'a&lt;b&gt; &quot;c&quot;'
    """
    return xml_text(text).translate(_ESCAPES)


def run(text: str, *, bold: bool = False, ink: str = "") -> str:
    """Write a run of text; `ink` is a colour as `#RRGGBB`.

    >>> run("GDP", bold=True)
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">GDP</w:t></w:r>'
    """
    look = ("<w:b/>" if bold else "") + (f'<w:color w:val="{ink.lstrip("#")}"/>' if ink else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Write a paragraph in a style; `properties` are further ones, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'
