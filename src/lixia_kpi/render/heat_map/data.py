"""What the script of the map draws: names, shares, statuses and chances, packed so that a country fits in a page."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.messages.panel_text import SCRIPT
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.panel.tally_cells import NO_CHANCE
from lixia_kpi.render.markup import Html
from lixia_kpi.render.symbols import UNICODE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.panel.tally_summary import Standing
    from lixia_kpi.tables.panel_summary import PanelReport


def map_data(report: PanelReport, *, lang: Lang) -> Html:
    """Write the data of a map as JSON that may stand inside a script element.

    Parameters
    ----------
    report : a summary that has a map.
    lang : of the words that the script shows.

    Raises
    ------
    ValueError
        The summary was made without a map.
    """
    status, chance = report.summary.status, report.summary.chance
    if status is None or chance is None:
        raise ValueError("the summary has no map")
    english = lang == "en"
    indicators = report.summary.indicators
    names = [report.names.get(name) for name in indicators.names]
    shown = [known and (known.en if english else known.zh) for known in names]
    content = {
        "regions": report.summary.regions.names,
        "regionShares": _shares(report.summary.regions),
        "ids": indicators.names,
        "names": [
            name if not known or known == name else f"{known} ({name})"
            for name, known in zip(indicators.names, shown, strict=True)
        ],
        "short": [known or name for name, known in zip(indicators.names, shown, strict=True)],
        "shares": _shares(indicators),
        "statuses": list(STATUSES),
        "marks": [UNICODE.marks[status] for status in STATUSES],
        "words": [text[english] for text in STATUSES.values()],
        "say": {code: text[english] for code, text in SCRIPT.items()},
        "cells": _base64(half_bytes(status)),
        "chances": _base64(chance) if (chance != NO_CHANCE).any() else "",
    }
    written = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Html(written.encode(errors="replace").decode().replace("<", "\\u003c"))


def half_bytes(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Pack numbers under 16, row by row, two in a byte, the first of them in its upper half.

    >>> half_bytes(np.array([[1, 2], [15, 4], [9, 0]], dtype=np.uint8)).tolist()
    [18, 244, 144]
    >>> half_bytes(np.array([[7]], dtype=np.uint8)).tolist()
    [112]
    """
    flat = np.zeros(values.size + values.size % 2, dtype=np.uint8)
    flat[: values.size] = values.ravel()
    return np.bitwise_or(np.left_shift(flat[0::2], np.uint8(4)), flat[1::2])


def _base64(values: NDArray[np.uint8]) -> str:
    return b64encode(np.ascontiguousarray(values).tobytes()).decode("ascii")


def _shares(standing: Standing) -> list[float | None]:
    """Give shares in percent with one decimal, as the page shows them."""
    return [None if share != share else round(100 * share, 1) for share in standing.share.tolist()]
