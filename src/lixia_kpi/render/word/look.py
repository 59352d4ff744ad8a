"""How a document looks on paper: page, fonts and sizes, in Chinese by the customs of official documents.

Chinese documents follow the layout of GB/T 9704-2012 (党政机关公文格式): A4 with margins of 37, 26, 35 and 28 mm, text
of size three (16 pt) in 仿宋 (FangSong) on lines of 28 pt, headings in 黑体 (SimHei), the page number between dashes at
the foot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

TWIPS_PER_MM = 1440 / 25.4
PAGE = (11906, 16838)
"""A4 in twentieths of a point."""


class Face(NamedTuple):
    """A font for Latin text, one for Chinese text, and a size in points."""

    latin: str
    chinese: str
    size: float
    bold: bool = False


class Paper(NamedTuple):
    """One language's look; margins (top, right, bottom, left) in millimetres, lines and indent in points.

    `item` is for the entries of lists; `line` is the distance of lines of the text, `indent` how far its first lines
    are set in.
    """

    margins: tuple[float, float, float, float]
    title: Face
    fact: Face
    lead: Face
    text: Face
    item: Face
    heading: Face
    subheading: Face
    table: Face
    table_heading: Face
    note: Face
    foot: Face
    line: float = 15
    indent: float = 0

    @property
    def text_width(self) -> int:
        """Twips between the margins."""
        return PAGE[0] - round((self.margins[1] + self.margins[3]) * TWIPS_PER_MM)


_ROMAN, _SANS = "Times New Roman", "Arial"

_CHINESE = Paper(
    margins=(37, 26, 35, 28),
    title=Face(_ROMAN, "SimSun", 22, bold=True),
    fact=Face(_ROMAN, "KaiTi", 12),
    lead=Face(_ROMAN, "SimHei", 14),
    text=Face(_ROMAN, "FangSong", 16),
    item=Face(_ROMAN, "FangSong", 14),
    heading=Face(_ROMAN, "SimHei", 16, bold=True),
    subheading=Face(_ROMAN, "KaiTi", 16, bold=True),
    table=Face(_ROMAN, "SimSun", 9),
    table_heading=Face(_ROMAN, "SimHei", 9),
    note=Face(_ROMAN, "SimSun", 10.5),
    foot=Face(_ROMAN, "SimSun", 14),
    line=28,
    indent=32,
)
_ENGLISH = Paper(
    margins=(25.4, 25.4, 25.4, 25.4),
    title=Face(_SANS, "SimHei", 20, bold=True),
    fact=Face(_ROMAN, "SimSun", 10),
    lead=Face(_ROMAN, "SimSun", 12, bold=True),
    text=Face(_ROMAN, "SimSun", 11),
    item=Face(_ROMAN, "SimSun", 11),
    heading=Face(_SANS, "SimHei", 14, bold=True),
    subheading=Face(_SANS, "SimHei", 12, bold=True),
    table=Face(_ROMAN, "SimSun", 9),
    table_heading=Face(_ROMAN, "SimSun", 9, bold=True),
    note=Face(_ROMAN, "SimSun", 9),
    foot=Face(_ROMAN, "SimSun", 10),
)

FONTS: dict[str, tuple[str, str]] = {
    "FangSong": ("仿宋,仿宋_GB2312,STFangsong,Noto Serif CJK SC", "modern"),
    "SimSun": ("宋体,Songti SC,Noto Serif CJK SC", "auto"),
    "KaiTi": ("楷体,楷体_GB2312,STKaiti,Noto Serif CJK SC", "modern"),
    "SimHei": ("黑体,STHeiti,Noto Sans CJK SC", "modern"),
}
"""The Chinese fonts, by the names that every office program knows: by which other names a machine may have them or what
stands in for them, and their family."""


def paper_of(lang: Lang) -> Paper:
    """Give the look of a language."""
    return _CHINESE if lang == "zh" else _ENGLISH
