"""SVG and PNG of a picture: well-formed, self-contained, the same twice, its Chinese really drawn."""

from __future__ import annotations

import struct
from xml.etree.ElementTree import fromstring

import pytest

from lixia_kpi.render.picture import png
from lixia_kpi.render.picture.font import the_font
from lixia_kpi.render.picture.png import render_png
from lixia_kpi.render.picture.scene import Area, Box, Dot, Line, Picture, Text
from lixia_kpi.render.picture.svg import render_svg

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</g><script>alert(1)</script>&amp;\"'\x00\x1b\ud800]]>"


def picture(*shapes, title="题", width=80.0, height=40.0):
    return Picture(width, height, title, "说明", "zh", shapes)


def text(words, **more):
    return Text(5, 25, words, 20, "#000000", **more)


def png_of(words):
    return render_png(picture(text(words)), the_font())


def test_every_shape_is_written_in_order():
    svg = fromstring(
        render_svg(
            picture(
                Box(0, 0, 10, 5, "#111111", "#222222"), Area(((0, 0), (1, 0), (1, 1)), "#333333"),
                Line(((0, 0), (5, 5)), "#444444", 2, (3, 1)), Dot((3, 4), 2, "#555555", "#666666"), text("下"),
            ),
            the_font(),
        )
    )  # fmt: skip
    assert [child.tag.removeprefix(SVG) for child in svg][4:] == ["rect", "polygon", "polyline", "circle", "g"]
    assert svg.find(f"{SVG}polyline").attrib["stroke-dasharray"] == "3 1"


def test_each_character_is_drawn_once_and_referred_to():
    svg = fromstring(render_svg(picture(text("历下历")), the_font()))
    outlines = {path.attrib["id"]: path.attrib["d"] for path in svg.iter(f"{SVG}path")}
    assert outlines == {f"u{ord(c):x}": the_font().glyph(c).outline for c in "下历"}
    assert [use.attrib["href"] for use in svg.iter(f"{SVG}use")] == ["#u5386", "#u4e0b", "#u5386"]


def test_words_stay_readable_for_machines():
    svg = fromstring(render_svg(picture(text("历下区 GDP", halo=True)), the_font()))
    assert (svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")) == ("题", "说明")
    groups = list(svg.iter(f"{SVG}g"))
    assert [group.get("aria-label") for group in groups] == [None, "历下区 GDP"]
    assert groups[0].get("aria-hidden") == "true"


def test_hostile_texts_stay_texts():
    written = render_svg(picture(text(HOSTILE), title=HOSTILE), the_font())
    svg = fromstring(written)
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {
        "svg", "title", "desc", "defs", "path", "rect", "g", "use",
    }  # fmt: skip
    assert svg.findtext(f"{SVG}title") == "</g><script>alert(1)</script>&amp;\"']]>"
    written.encode()


def test_nothing_is_fetched_from_outside():
    written = render_svg(picture(text("http://example.org")), the_font())
    assert not [word for word in ("url(", "src=", "xlink", "@import", "style") if word in written]
    assert all(use.attrib["href"].startswith("#") for use in fromstring(written).iter(f"{SVG}use"))


@pytest.mark.parametrize(("anchor", "x"), [("start", 5), ("middle", -5), ("end", -15)])
def test_anchor_moves_the_text_by_its_width(anchor, x):
    group = next(fromstring(render_svg(picture(text("下", anchor=anchor)), the_font())).iter(f"{SVG}g"))
    assert group.attrib["transform"].startswith(f"translate({x} 25)")


def test_png_has_twice_the_pixels():
    data = png_of("历")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (160, 80)


def test_png_of_a_huge_picture_is_bounded(monkeypatch):
    monkeypatch.setattr(png, "MOST_PIXELS", 3200)
    data = png_of("历")
    assert struct.unpack(">II", data[16:24]) == (80, 40)


def test_chinese_is_really_drawn():
    pictures = {word: png_of(word) for word in ("", "历", "下", "骨", "直", "历下")}
    assert len(set(pictures.values())) == len(pictures)


def test_same_picture_same_bytes():
    assert render_svg(picture(text("历下")), the_font()) == render_svg(picture(text("历下")), the_font())
    assert png_of("历下") == png_of("历下")
