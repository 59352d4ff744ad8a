"""Cuts the font of the pictures out of Noto Sans CJK: every character of GB 2312 and those of European texts.

Run once and by hand: `python tools/write_font.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc`
(Debian: fonts-noto-cjk). The same font file and fonttools give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FONT = Path(__file__).parents[1] / "src" / "lixia_kpi" / "render" / "picture" / "font" / "kpi-sans-sc.otf"
FACE = "Noto Sans CJK SC"
FAMILY = "KPI Sans SC"
LAYOUT_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2010, 0x2027), (0x2030, 0x203B), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF),
    (0x2500, 0x257F), (0x25A0, 0x25FF), (0x2600, 0x2606), (0x2700, 0x27BF), (0x3000, 0x303F), (0x3200, 0x33FF),
    (0xFF01, 0xFFEE),
)  # fmt: skip


def characters() -> set[int]:
    """Give the code points: GB 2312, Latin, Greek, punctuation, numbers and signs of units."""
    found = {code for first, last in RANGES for code in range(first, last + 1)}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            found.update(map(ord, bytes((high, low)).decode("gb2312", errors="ignore")))
    return found


def main() -> None:
    fonts = TTCollection(sys.argv[1])
    font: TTFont = next(font for font in fonts if font["name"].getDebugName(4) == FACE)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += LAYOUT_TABLES
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    postscript = FAMILY.replace(" ", "") + "-Regular"
    for record in list(font["name"].names):
        named = {1: FAMILY, 3: postscript, 4: FAMILY, 6: postscript}
        if record.nameID in named:
            record.string = named[record.nameID]
    charstrings = font["CFF "].cff
    charstrings.fontNames = [postscript]
    charstrings.topDictIndex[0].FullName = FAMILY
    charstrings.topDictIndex[0].FamilyName = FAMILY
    font.recalcTimestamp = False
    font.save(FONT)


if __name__ == "__main__":
    main()
