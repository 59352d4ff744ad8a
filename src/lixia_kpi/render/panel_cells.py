"""The cells that every summary of a panel shows: names, shares, places in the league."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.render.numbers import chance, percent

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import IntArray
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.panel.tally_summary import Standing
    from lixia_kpi.tables.panel_summary import PanelReport, Part


def share_text(fraction: float, missing: str) -> str:
    """Write a share with one decimal; only none is 0% and only all is 100%.

    >>> [share_text(share, "-") for share in (0.0, 0.00001, 0.5, 0.9999, 1.0, float("nan"))]
    ['0%', '0.1%', '50.0%', '99.9%', '100%', '-']
    """
    if fraction != fraction:
        return missing
    return percent(fraction) if fraction in (0.0, 1.0) else f"{min(max(100 * fraction, 0.1), 99.9):.1f}%"


def chance_text(fraction: float, missing: str) -> str:
    """Write a mean chance in whole percent."""
    return missing if fraction != fraction else chance(fraction)


def rank_texts(standing: Standing, places: IntArray) -> list[str]:
    """Write places in the league, `=` behind those that others share, nothing where there is none."""
    rank = standing.rank
    shared = np.bincount(rank) > 1
    return ["" if place == 0 else f"{place}=" if shared[place] else f"{place}" for place in rank[places].tolist()]


def shown_names(report: PanelReport, part: Part, places: IntArray, lang: Lang) -> list[str]:
    """Give the names of regions, or of indicators as their plan has them; nothing in them moves the cursor."""
    named = report.standing(part).names
    shown = []
    for place in places.tolist():
        known = report.names.get(named[place]) if part == "indicators" else None
        name = named[place] if known is None else known.en if lang == "en" else known.zh
        shown.append("".join(c if c.isprintable() else "?" for c in name))
    return shown
