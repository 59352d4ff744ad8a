"""A page is one file that needs nothing else, holds every target, and is built as assistive technology expects."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from lixia_kpi.messages.page_text import CHART, CONTROLS, FORMULAS, PAGE, TARGET
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.web import render_page
from lixia_kpi.render.web.gap_table import COLUMNS
from pages import page_of, read_page, report_of
from workbooks import every_form

if TYPE_CHECKING:
    from pages import Node

LARGEST = 1_000_000
BOTH = ("zh", "en")
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """A plan with every form of target in every state."""
    return every_form(tmp_path_factory.mktemp("page") / "plan")


@pytest.fixture(
    scope="module", params=[(plan, lang) for plan in ("shipped", "every_form") for lang in BOTH], ids="-".join
)
def page(request, forms) -> Node:
    plan, lang = request.param
    return read_page(page_of(None if plan == "shipped" else forms, lang))


@pytest.mark.parametrize("lang", BOTH)
def test_every_target_is_a_row_with_the_figures_of_the_gap_table(forms, lang):
    for folder in (None, forms):
        report = report_of(folder)
        rows = read_page(render_page(report, lang=lang).decode()).one(id="gap-table").one("tbody").all("tr")
        assert len(rows) == len(report.targets) == len(report.report.items)
        for number, (row, item) in enumerate(zip(rows, report.report.items, strict=True), 1):
            assert row["data-status"] == item.status
            assert str(item["name_en" if lang == "en" else "name_zh"]) in row.one("th").text
            assert row.one("a")["href"] == f"#t{number}"
            cells = row.all("td")
            assert STATUSES[item.status][lang == "en"] in cells[0].text
            latest = item["latest"] if item.row.done is None else item.row.done
            for value, column in ((latest, "latest"), (item["completion"], "completion"), (item["gap"], "gap")):
                assert cells[COLUMNS.index(column) - 1].attributes.get("data-v") == (
                    None if value is None else repr(value)
                )


def test_nothing_is_loaded_from_anywhere(page):
    for node in page.walk():
        assert not {"src", "srcset", "style", "background", "action", "poster"} & set(node.attributes), node
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.name not in ("img", "iframe", "object", "embed", "base", "video", "audio", "use", "image")
        if node.name == "link":
            assert node["href"].startswith("data:")
        if node.name == "a" and not node["href"].startswith("#"):
            assert re.fullmatch(r"https?://\S+", node["href"])
            assert node["rel"] == "noopener noreferrer"
    style = page.one("style").text
    assert "@import" not in style
    assert "url(" not in style
    script = page.one("script").text
    assert not re.search(r"fetch|XMLHttp|import\b|innerHTML|eval|document\.write|https?:", script)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(page):
    policy = page.one("meta", http_equiv="Content-Security-Policy")["content"]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    for name in ("style", "script"):
        digest = b64encode(sha256(page.one(name).text.encode()).digest()).decode()
        assert parts[f"{name}-src"] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_ids_are_unique_and_every_reference_is_answered(page):
    ids = Counter(node["id"] for node in page.walk() if "id" in node.attributes)
    assert set(ids.values()) == {1}
    for node in page.walk():
        for name in ("aria-labelledby", "for"):
            if name in node.attributes:
                assert node[name] in ids
        if node.name == "a" and node["href"].startswith("#"):
            assert node["href"][1:] in ids


def test_headings_descend_without_a_leap(page):
    levels = [int(node.name[1]) for node in page.walk() if re.fullmatch(r"h[1-6]", node.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_tables_and_pictures_are_named(page):
    body = page.one("body")
    for name in ("header", "main", "footer"):
        assert len(body.all(name)) == 1
    assert body.one("nav")["aria-label"]
    assert body.one("a", class_="skip")["href"] == "#main"
    for table in page.all("table"):
        assert table.one("caption").text.strip()
        assert all(th["scope"] in ("col", "row", "colgroup", "rowgroup") for th in table.all("th"))
    scrolling = page.all("div", class_="scroll")
    assert len(scrolling) == len(page.all("table"))
    assert all(place["aria-label"] and place["tabindex"] == "0" and place["role"] == "group" for place in scrolling)
    drawings = [svg for svg in page.all("svg") if "aria-hidden" not in svg.attributes]
    assert drawings
    assert all(svg["role"] == "img" and svg["aria-label"] for svg in drawings)
    assert page.one(id="gap-count")["aria-live"] == "polite"


def test_it_is_in_the_language_it_says(page):
    lang = page.one("html")["lang"]
    assert lang in ("zh-CN", "en")
    texts = [node.text for node in page.all("h2", "legend", "dt", "nav")]
    assert len(texts) > 10
    assert all(bool(CHINESE.search(text)) is (lang == "zh-CN") for text in texts)


def test_it_can_be_read_without_its_script(page):
    """The table is whole, nothing but the filter is hidden, and no control stands there that does nothing."""
    assert [node["id"] for node in page.walk() if "hidden" in node.attributes] == ["gap-filter"]
    assert not page.all("button")
    controls = page.all("input", "select", "textarea")
    assert controls == page.one(id="gap-filter").all("input")


def test_counts_of_the_picture_add_up(forms):
    for folder in (None, forms):
        report = report_of(folder)
        page = read_page(render_page(report, lang="en").decode())
        entries = page.one("figure", class_="statuses").one("ul").all("li")
        assert sum(int(entry.one("b").text) for entry in entries) == len(report.targets)
        for bar in page.all("svg", class_="bar"):
            widths = [float(rect["width"].rstrip("%")) for rect in bar.all("rect")]
            assert sum(widths) == pytest.approx(100, abs=0.1)
            assert min(widths) >= 1.2


def test_every_figure_has_its_place_and_sources_are_links(page):
    targets = page.one(id="targets")
    places = [code.text for code in targets.all("code")]
    assert places
    assert all(re.fullmatch(r"(targets|baseline_\d+)\.yaml:\d+|actuals\.csv:\d+", place) for place in places)


def test_sources_of_the_shipped_plan_are_linked():
    report = report_of(None)
    page = read_page(page_of(None))
    addresses = {figure.source for target in report.targets for figure in target.figures if figure.source}
    linked = {a["href"] for a in page.one(id="targets").all("a")}
    assert {address for address in addresses if address.startswith("http")} <= linked


def test_doubts_reasons_and_notes_stand_with_their_target():
    report = report_of(None)
    page = read_page(page_of(None, "zh"))
    for number, target in enumerate(report.targets, 1):
        told = page.one(id=f"t{number}").text
        assert target.item.row.doubt is None or target.item.row.doubt in told
        assert (TARGET["reasons"][0] in told) == bool(target.item["reason"])


def test_the_same_report_gives_the_same_bytes_and_a_small_page():
    first = page_of(None)
    assert first == page_of(None)
    assert len(first.encode()) < LARGEST


def test_an_empty_scope_is_a_page_too():
    from dataclasses import replace

    report = report_of(None)
    empty = replace(report, report=replace(report.report, items=()), targets=())
    for lang in BOTH:
        page = read_page(render_page(empty, lang=lang).decode())
        assert not page.all(id="gap-table")
        assert page.one("p", class_="lead").text


def test_all_shows_every_target_from_the_start():
    for everything in (False, True):
        box = read_page(page_of(None, everything=everything)).one("input", value="no_data")
        assert ("checked" in box.attributes) is everything


def test_every_sentence_is_there_in_both_languages():
    for catalogue in (PAGE, CONTROLS, TARGET, CHART, FORMULAS):
        for zh, en in catalogue.values():
            assert zh
            assert en
            assert sorted(re.findall(r"\{\w+\}", zh)) == sorted(re.findall(r"\{\w+\}", en))
            assert not CHINESE.search(en)
