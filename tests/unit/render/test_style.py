"""Colours are legible on dark and light backgrounds and told apart by colour-blind readers."""

from __future__ import annotations

import itertools

import pytest

from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.style import SECONDARY_COLOUR, STATUS_COLOURS, Style
from lixia_kpi.render.symbols import ASCII, UNICODE


def channels(colour):
    """The linear red, green and blue of an entry of the xterm palette of 256 colours."""
    if colour >= 232:
        levels = [8 + 10 * (colour - 232)] * 3
    else:
        steps = [0, 95, 135, 175, 215, 255]
        index = colour - 16
        levels = [steps[index // 36], steps[index // 6 % 6], steps[index % 6]]
    shares = [level / 255 for level in levels]
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def luminance(rgb):
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def deuteranope(rgb):
    """How the colour is seen without the green cones (Viénot, Brettel and Mollon 1999, linear RGB)."""
    red, green, blue = rgb
    yellow = 0.29275 * red + 0.70725 * green
    return [yellow, yellow, -0.02234 * red + 0.02234 * green + blue]


@pytest.mark.parametrize("colour", sorted({*STATUS_COLOURS.values(), SECONDARY_COLOUR}))
def test_contrast_on_black_and_on_white(colour):
    light = luminance(channels(colour))
    assert (light + 0.05) / 0.05 >= 3.5
    assert 1.05 / (light + 0.05) >= 3.5


@pytest.mark.parametrize(
    ("good", "bad"), list(itertools.product(("met", "ahead", "on_track"), ("behind", "off_track", "reversing")))
)
def test_good_and_bad_differ_without_green_cones(good, bad):
    seen = [deuteranope(channels(STATUS_COLOURS[status])) for status in (good, bad)]
    assert sum(abs(a - b) for a, b in zip(*seen, strict=True)) > 0.25


def test_every_status_has_a_colour_and_its_own_mark():
    assert set(STATUS_COLOURS) == set(STATUSES)
    for marks in (UNICODE.marks, ASCII.marks):
        assert list(marks) == list(STATUSES)
        assert len(set(marks.values())) == len(marks)
    assert all(mark.isascii() for mark in ASCII.marks.values())


def test_without_colour_there_is_no_escape_sequence():
    style = Style(color=False)
    assert style.status("met", "x") == style.bold("x") == style.secondary("x") == "x"
