"""Text and marks stand out from their ground, in light and dark and on paper."""

from __future__ import annotations

import re

import pytest

from lixia_kpi.render.web.assets import SCRIPT, STYLE, asset

TEXT_RATIO, SHAPE_RATIO = 4.5, 3.0
INKS = (
    "ink", "dim", "link", "met", "ahead", "on-track", "behind", "off-track", "reversing", "grey", "none", "focus",
)  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    """The colours by name: light ones, dark ones, those of print; what is not set anew is that of light."""
    blocks = re.findall(r":root \{(.*?)\}", asset(STYLE), re.DOTALL)
    assert len(blocks) == 3
    light, dark, printed = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks)
    return {"light": light, "dark": light | dark, "print": light | printed}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_of_known_colours():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_is_legible_on_both_grounds(scheme):
    colours = palettes()[scheme]
    for ink in INKS:
        for ground in ("bg", "soft"):
            assert contrast(colours[ink], colours[ground]) >= TEXT_RATIO, (ink, ground)
    assert contrast(colours["on-band"], colours["band"]) >= TEXT_RATIO
    assert contrast(colours["fan"], colours["bg"]) >= SHAPE_RATIO


def test_every_status_has_an_ink_and_a_fill():
    from lixia_kpi.messages.statuses import STATUSES

    style = asset(STYLE)
    for status in STATUSES:
        assert re.search(rf"\.st-{status}\b[^{{]*\{{ color: var\(--", style)
        assert re.search(rf"\.fill-{status}\b[^{{]*\{{ fill: var\(--", style)


def test_nothing_in_the_files_ends_the_element_they_are_written_into():
    assert "</" not in asset(STYLE)
    assert "</script" not in asset(SCRIPT).lower()
    assert "<!--" not in asset(SCRIPT)
