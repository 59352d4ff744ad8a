"""The map of a panel: one file, every cell in it, counts that are there without a script."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import TEXTS
from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.tally_summary import summarise
from lixia_kpi.plan.model import Name
from lixia_kpi.render.heat_map import render_heat_map
from lixia_kpi.render.heat_map.data import half_bytes
from lixia_kpi.tables.panel_summary import PanelReport
from unit.render.panel_sample import panel_report

REPORT = panel_report(60, 7)
LARGEST = 2_000_000


class Reader(HTMLParser):
    """Reads elements with their attributes, texts by element, and rows of tables."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.rows: list[list[str]] = []
        self._at = ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._at = tag
        self.texts.setdefault(tag, []).append("")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        if self._at:
            self.texts[self._at][-1] += data
        if self._at in ("td", "th"):
            self.rows[-1][-1] += data.strip()

    def handle_endtag(self, tag):
        self._at = ""


def data_of(page: bytes) -> dict:
    script = re.search(rb'<script type="application/json" id="map-data">(.*?)</script>', page, re.DOTALL)
    assert script is not None
    return json.loads(script.group(1))


def cells_of(data: dict) -> np.ndarray:
    packed = np.frombuffer(b64decode(data["cells"]), dtype=np.uint8)
    shape = len(data["regions"]), len(data["ids"])
    return np.stack([packed >> 4, packed & 15], axis=1).ravel()[: shape[0] * shape[1]].reshape(shape)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_needs_nothing_but_itself(lang):
    page = render_heat_map(REPORT, lang=lang)
    assert page == render_heat_map(REPORT, lang=lang)
    read = Reader(page)
    assert not [
        (tag, name, value)
        for tag, attributes in read.elements
        for name, value in attributes.items()
        if name in ("src", "srcset", "action", "background")
        or (name == "href" and not str(value).startswith(("#", "data:")))
    ]
    assert "@import" not in page.decode()
    assert re.findall(rb"(?:url\(|fetch\(|XMLHttpRequest|import\()", page) == []


def test_only_its_own_style_and_script_may_run():
    page = render_heat_map(REPORT, lang="en").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy.group(1).replace("&#x27;", "'")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style is not None
    assert script is not None
    for content in (style.group(1), script.group(1)):
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in allowed
    assert "style=" not in re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)


def test_every_cell_name_and_share_is_in_the_data():
    summary = REPORT.summary
    data = data_of(render_heat_map(REPORT, lang="en"))
    assert summary.status is not None
    assert summary.chance is not None
    assert (cells_of(data) == summary.status).all()
    chances = np.frombuffer(b64decode(data["chances"]), dtype=np.uint8)
    assert (chances == summary.chance.ravel()).all()
    assert data["regions"] == list(summary.regions.names)
    assert data["regionShares"] == [round(100 * share, 1) for share in summary.regions.share]
    assert data["ids"] == list(summary.indicators.names)
    assert data["names"][:3] == [
        "Gross regional product (gdp)", "Modern services in the value added of services (services)", "indicator_0",
    ]  # fmt: skip
    assert data["statuses"] == list(STATUSES)


def test_without_a_script_the_counts_stand_in_tables():
    read = Reader(render_heat_map(REPORT, lang="en"))
    regions, indicators = REPORT.summary.regions, REPORT.summary.indicators
    rows = [row for row in read.rows if len(row) == 12][1:]
    assert [row[1] for row in rows] == [regions.names[i] for i in regions.league]
    for row in rows:
        place = regions.names.index(row[1])
        counts = regions.statuses[place]
        assert row[3] == str(regions.judged[place])
        assert row[5:] == [*map(str, counts[:6]), str(counts[6:].sum())]
    rows = [row for row in read.rows if len(row) == 11][1:]
    assert len(rows) == len(indicators.names)
    assert [row[2] for row in rows] == [str(judged) for judged in indicators.judged]


def test_words_and_marks_stand_beside_the_colours():
    page = render_heat_map(REPORT, lang="zh").decode()
    found = re.findall(r'<span class="st-(\w+)">(.) ([^<]+)</span> <b>(\d+)</b>', page)
    counts = dict(zip(STATUSES, REPORT.summary.statuses.tolist(), strict=True))
    assert [(s, int(n)) for s, _, _, n in found] == 2 * [(s, n) for s, n in counts.items() if n]


def test_names_are_texts_wherever_they_stand():
    names = [*TEXTS, "a\ud800b", "\x00\x1b[2J", "</script>"]
    count = len(names)
    tally = Tally(cells=True)
    rows, columns = np.divmod(np.arange(count * count), count)
    tally.count(
        Coded(names, rows), Coded(names, columns), rows % 6, np.full(len(rows), 0.5), np.full(len(rows), 2020.0)
    )  # fmt: skip
    report = PanelReport(
        summarise(tally), {name: Name(name, name) for name in names[:9]}, None, "pace", "auto", 80, 2020
    )
    page = render_heat_map(report, lang="en")
    read = Reader(page)
    assert [a for tag, a in read.elements if tag == "script"] == [{"type": "application/json", "id": "map-data"}, {}]
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in Reader(render_heat_map(REPORT, lang="en")).elements}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    data = data_of(page)
    assert sorted(data["regions"]) == sorted(name.encode(errors="replace").decode() for name in names)


def test_a_country_fits_into_two_megabytes():
    page = render_heat_map(panel_report(3000, 150), lang="zh")
    assert len(page) < LARGEST


def test_a_panel_without_rows_has_a_page_without_a_map():
    page = render_heat_map(PanelReport(summarise(Tally(cells=True)), {}, None, "pace", "auto", 80, None), lang="en")
    assert b"There are no rows." in page
    assert b"map-view" not in re.sub(rb"<(style|script).*?</\1>", b"", page, flags=re.DOTALL)


def test_a_summary_without_cells_has_no_map():
    with pytest.raises(ValueError, match="map"):
        render_heat_map(REPORT._replace(summary=summarise(Tally())), lang="en")


@given(st.lists(st.integers(0, 15), max_size=9))
def test_half_bytes_hold_each_number(values):
    packed = half_bytes(np.array(values, dtype=np.uint8))
    unpacked = [half for byte in packed.tolist() for half in (byte >> 4, byte & 15)]
    assert unpacked[: len(values)] == values
    assert len(packed) == (len(values) + 1) // 2
