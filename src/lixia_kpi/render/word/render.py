"""A document as a Word file: its parts, put together in one archive."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lixia_kpi.render.word.body import Body, foot_markup
from lixia_kpi.render.word.look import paper_of
from lixia_kpi.render.word.markup import DECLARATION, escaped
from lixia_kpi.render.word.styles import font_table, settings, styles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.render.document.model import Document
    from lixia_kpi.render.word.figure import Figure

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part: archives have to have one, and it must not be the clock's."""


def render_word(document: Document, *, dated: str, figures: Sequence[Figure] = (), heading: str = "") -> bytes:
    """Write a document as a Word file (Office Open XML).

    Parameters
    ----------
    document
        what is written.
    dated
        the date of the file, as 2024-03-31: that of its contents, never the clock's.
    figures
        pictures at its end.
    heading
        the heading above them.

    Returns
    -------
    The file; the same document gives the same bytes.
    """
    paper = paper_of(document.lang)
    body = Body(document, paper)
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "document": ("officeDocument", "word/document.xml"),
                "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _properties(document, dated),
        "word/document.xml": body.markup(figures, heading),
        "word/styles.xml": styles(paper, document.lang),
        "word/fontTable.xml": font_table(),
        "word/settings.xml": settings(document.lang),
        "word/footer1.xml": foot_markup(),
    }
    related = {
        "styles": ("styles", "styles.xml"),
        "fonts": ("fontTable", "fontTable.xml"),
        "settings": ("settings", "settings.xml"),
        "foot": ("footer", "footer1.xml"),
    }
    for number, figure in enumerate(figures, 1):
        parts[f"word/media/figure{number}.png"] = figure.png
        related[f"figure{number}"] = ("image", f"media/figure{number}.png")
    parts["word/_rels/document.xml.rels"] = _relations(related, body.links)
    return _archive(parts)


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_KIND}.document.main+xml",
        "word/styles.xml": f"{_KIND}.styles+xml",
        "word/fontTable.xml": f"{_KIND}.fontTable+xml",
        "word/settings.xml": f"{_KIND}.settings+xml",
        "word/footer1.xml": f"{_KIND}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def _relations(related: Mapping[str, tuple[str, str]], links: Sequence[str] = ()) -> str:
    found = [
        f'<Relationship Id="{name}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    ]
    found += [
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target="{escaped(link)}" TargetMode="External"/>'
        for number, link in enumerate(links, 1)
    ]
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'


def _properties(document: Document, dated: str) -> str:
    """Title, language and date; no name of a person."""
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{dated}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:creator>kpi</dc:creator>{moments}"
        f"<dc:language>{'zh-CN' if document.lang == 'zh' else 'en'}</dc:language></cp:coreProperties>"
    )


def _archive(parts: Mapping[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return stream.getvalue()
