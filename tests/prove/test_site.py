"""The site of the documentation: built without a warning, asks for nothing elsewhere, leads from page to page, fits.

Needs what `make site` installs, man-db and Chromium.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prove.chromium import LAPTOP, PHONE, look

if TYPE_CHECKING:
    from selenium import webdriver

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh")
LOADS = re.compile(
    r"<(?:script|img|iframe|source|video|embed)\b[^>]*?\bsrc=[\"']?([^\"' >]+)|<link\b[^>]*?\bhref=[\"']?([^\"' >]+)"
)
IN_STYLES = re.compile(r"url\(\s*[\"']?([^)\"']+)|@import\s+[\"']([^\"']+)")


@pytest.fixture(scope="module")
def site() -> Path:
    done = subprocess.run(["make", "site", f"VENV={sys.prefix}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    return ROOT / "build" / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Path]:
    found = sorted(page for page in site.rglob("*.html") if page.parent.name != "_static")
    assert len(found) > 90
    return found


def test_no_page_and_no_style_asks_for_anything_elsewhere(site: Path, pages: list[Path]) -> None:
    for page in pages:
        for found in LOADS.findall(page.read_text("utf-8")):
            address = found[0] or found[1]
            assert not re.match(r"(?:[a-z]+:)?//", address), f"{page.relative_to(site)} loads {address}"
    for style in site.rglob("*.css"):
        for found in IN_STYLES.findall(style.read_text("utf-8")):
            address = found[0] or found[1]
            assert not re.match(r"(?:[a-z]+:)?//", address), f"{style.relative_to(site)} loads {address}"


def test_every_link_within_the_site_leads_somewhere(site: Path, pages: list[Path]) -> None:
    for page in pages:
        for address in re.findall(r"<a\b[^>]*?\bhref=\"([^\"#?]+)", page.read_text("utf-8")):
            if not re.match(r"[a-z]+:", address):
                assert (page.parent / address).exists(), f"{page.relative_to(site)} leads to {address}"


def test_pages_speak_their_language_and_lead_to_the_other(site: Path) -> None:
    for lang, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        for name in ("index", "rules/eurostat", "methods/theta", "columns"):
            page = (site / lang / f"{name}.html").read_text("utf-8")
            assert re.search(r"<html[^>]* lang=\"([a-z]+)", page)[1] == lang
            assert f"{other}/{name}.html" in page
        assert ("下一页" in (site / lang / "index.html").read_text("utf-8")) == (lang == "zh")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("name", ["index", "tour", "department", "rules/eurostat", "methods/theta", "columns", "files"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_fit_the_screen(
    browser: webdriver.Chrome, site: Path, lang: str, name: str, size: tuple[int, int]
) -> None:
    browser.get("about:blank")
    browser.get_log("performance"), browser.get_log("browser")
    look(browser, (site / lang / f"{name}.html").as_uri(), size)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= size[0]
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert browser.get_log("browser") == []


@pytest.mark.parametrize(("lang", "words"), [("en", "pathway"), ("zh", "要求增速"), ("zh", "里程碑")])
def test_the_search_finds_words_in_both_languages(browser: webdriver.Chrome, site: Path, lang: str, words: str) -> None:
    look(browser, (site / lang / "search.html").as_uri() + f"?q={words}")
    browser.implicitly_wait(5)
    assert browser.find_elements("css selector", "#search-results li a")


@pytest.mark.parametrize("page", sorted((ROOT / "man").rglob("*.1")), ids=lambda page: "-".join(page.parts[-3:]))
def test_manual_pages_are_what_man_expects(page: Path) -> None:
    assert shutil.which("man"), "man is needed for this proof: apt install man-db"
    done = subprocess.run(
        ["man", "--warnings=w", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)],
        capture_output=True, check=False, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")
    name = subprocess.run(
        ["lexgrog", str(page)], capture_output=True, text=True, check=False, env={"LC_ALL": "C.UTF-8"}
    )
    assert f'{page.name}: "{page.stem} - ' in name.stdout.replace(f"{page.parent}/", "")
