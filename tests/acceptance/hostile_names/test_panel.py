"""A panel whose regions are hostile texts: they are text in the counts, on the screen and in the map."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import lxml.html
import pytest

from hostile import TEXTS, UNTIDY, WORKFLOW_COMMAND
from lixia_kpi.cli.app import run
from markdown_tables import cells_of, linkable

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of series whose regions are hostile texts."""
    file = tmp_path_factory.mktemp("panel") / "series.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["region", "id", "year", "value", "target", "target_year", "direction", "measure"])
        for number, words in enumerate((*TEXTS, *UNTIDY)):
            for year in range(2018, 2024):
                writer.writerow([words, "firms", year, 100 + number + year - 2018, 130, 2025, "up", "count"])
    return file


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "html"])
def test_regions_of_a_panel_are_text(panel, form, capfdbinary, monkeypatch):
    monkeypatch.setenv("KPI_LANG", "en")
    parts = [] if form == "html" else ["--summary", "regions"]
    assert run(["panel", str(panel), *parts, "-f", form]) == 0
    text = capfdbinary.readouterr().out.decode()
    if form == "csv":
        regions = [row["region"] for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]
        assert len(regions) == len(TEXTS) + len(UNTIDY)
        assert not [region for region in regions if region[:1] in ("=", "+", "-", "@") or region[:1] < " "]
        return
    if form == "html":
        page = lxml.html.document_fromstring(text)  # its rows leave out end tags that HTML lets them leave out
        assert not page.xpath("//img | //iframe | //object | //embed | //@*[starts-with(name(), 'on')]")
        assert all(address.startswith("#") for address in page.xpath("//a/@href"))
        (data,) = page.xpath("//script[@type='application/json']/text()")
        assert set(TEXTS) <= set(json.loads(data)["regions"])
        return
    assert {c for c in text if not c.isprintable()} <= {"\n", "\u3000", "\ue000", "\ufffd", "\U0010ffff"}
    if form == "table":
        assert not WORKFLOW_COMMAND.search(text)
    else:
        shown = {" ".join(cell.split()) for cells in cells_of(text) for cell in cells}
        assert {" ".join(words.split()) for words in TEXTS} <= shown
        assert linkable(text) == []
