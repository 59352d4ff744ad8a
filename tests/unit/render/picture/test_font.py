"""The outlines come from the font that the package brings along, and it has what the product itself writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lixia_kpi.render.picture.captions import SYMBOLS
from lixia_kpi.render.picture.font import the_font

SOURCE = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def font():
    return the_font()


def test_every_character_of_gb2312_has_an_outline(font):
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = [code.decode("gb2312", errors="ignore") for code in codes]
    drawn = {character: font.glyph(character).outline for character in characters if character}
    assert len(drawn) == 6763
    assert all(drawn.values())
    assert len(set(drawn.values())) == 6763


def test_every_character_of_the_catalogues_and_the_shipped_plan_is_there(font):
    files = [*(SOURCE / "src" / "lixia_kpi" / "messages").rglob("*.py"), *(SOURCE / "data").glob("*.*")]
    texts = "".join(file.read_text(encoding="utf-8") for file in files) + "".join(SYMBOLS.marks.values())
    assert not [c for c in sorted(set(texts) - set("\n\t")) if not font.has(c)]


def test_a_character_without_outline_is_a_box(font):
    box = font.glyph("𠮷")
    assert box.outline
    assert box.advance > 0
    assert font.glyph("🙂") == box != font.glyph("吉")


def test_invisible_characters_take_no_room(font):
    assert font.width("历\u200b下\u202e", 10) == font.width("历下", 10) == 20


@pytest.mark.parametrize(
    "text", ["现代服务业增加值占服务业增加值比重", "a" * 90, "Finance value added as a share of the city's"]
)
def test_lines_are_no_wider_than_the_room(font, text):
    lines = font.wrap(text, 12, 100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(font.width(line, 12) for line in lines) <= 100
    assert font.width(font.shorten(text, 12, 100), 12) <= 100
    assert font.shorten("短", 12, 100) == "短"
