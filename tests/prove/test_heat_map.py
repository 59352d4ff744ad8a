"""The map of a country in a real browser: it asks for nothing, sorts, filters and tells, and axe-core has no complaint.

Run by `make prove`; needs what tests/prove/test_page.py needs.
"""

from __future__ import annotations

import json
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.messages.statuses import STATUSES as WORDS
from lixia_kpi.render.heat_map import render_heat_map
from lixia_kpi.render.symbols import UNICODE
from prove.axe import assert_no_violation
from prove.chromium import LAPTOP, PHONE, Site, look
from unit.render.panel_sample import panel_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium import webdriver
    from selenium.webdriver.remote.webelement import WebElement

COUNTRY = panel_report(3000, 150)
FEW = panel_report(6, 4)
LONGEST_TO_OPEN, LONGEST_TO_SORT, LONGEST_TO_DRAW = 2.0, 0.5, 0.05
CELL = 22
LIGHT = ["#0b5394", "#1565b5", "#006a70", "#a84300", "#b91c1c", "#8e0f2a"]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    served = Site()
    for lang in ("zh", "en"):
        served.pages[f"/country/{lang}"] = render_heat_map(COUNTRY, lang=lang)
        served.pages[f"/few/{lang}"] = render_heat_map(FEW, lang=lang)
    yield served
    served.close()


def view(browser: webdriver.Chrome) -> WebElement:
    return browser.find_element(By.ID, "map-view")


def told(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.ID, "map-detail").text


def choose(browser: webdriver.Chrome, control: str, value: str) -> None:
    Select(browser.find_element(By.ID, control)).select_by_value(value)


def walk(browser: webdriver.Chrome, *keys: str) -> list[str]:
    """Press keys in the map and give what it says after each."""
    said = []
    for key in keys:
        view(browser).send_keys(key)
        said.append(told(browser))
    return said


def regions_shown(browser: webdriver.Chrome, count: int) -> list[str]:
    """The first regions, from the top down, as the keyboard finds them."""
    first = walk(browser, Keys.CONTROL + Keys.HOME, *[Keys.ARROW_DOWN] * (count - 1))
    return [text.split(" · ")[0] for text in first]


def said_of(region: int, indicator: int, lang: str = "en") -> str:
    """What the map has to say of a cell."""
    summary = COUNTRY.summary
    assert summary.status is not None
    assert summary.chance is not None
    status, chance = STATUSES[summary.status[region, indicator]], int(summary.chance[region, indicator])
    id_ = summary.indicators.names[indicator]
    known = COUNTRY.names.get(id_)
    name = f"{known.en if lang == 'en' else known.zh} ({id_})" if known else id_
    word = f"{UNICODE.marks[status]} {WORDS[status][lang == 'en']}"
    percent = {0: "<1", 100: ">99"}.get(chance, str(chance))
    likely = "" if chance == 255 else f", chance {percent}%" if lang == "en" else f"，达标概率 {percent}%"
    return f"{summary.regions.names[region]} · {name}{': ' if lang == 'en' else '：'}{word}{likely}"


@pytest.mark.parametrize("page", ["/country/zh", "/few/en"])
def test_nothing_is_asked_for_and_the_console_is_silent(browser: webdriver.Chrome, site: Site, page: str) -> None:
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get_log("performance")
    site.asked.clear()
    look(browser, site.address(page))
    walk(browser, Keys.HOME, Keys.ARROW_DOWN)
    choose(browser, "map-sort", "1")
    assert browser.get_log("browser") == []
    assert site.asked == [page]
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = {e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"}
    assert {url for url in sent if not url.startswith("data:")} <= {site.address(page), "about:blank"}


def test_every_arrow_tells_the_cell_it_leads_to(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    choose(browser, "map-sort", "best")
    order = COUNTRY.summary.regions.share.argsort()[::-1]
    best = COUNTRY.summary.regions.share[order[0]]
    named = {name: place for place, name in enumerate(COUNTRY.summary.regions.names)}
    keys = [Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT, Keys.ARROW_UP]
    places = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]
    texts = walk(browser, Keys.CONTROL + Keys.HOME, *keys)
    shown = regions_shown(browser, 3)
    assert COUNTRY.summary.regions.share[named[shown[0]]] == best
    assert texts == [said_of(named[shown[row]], column) for row, column in places]
    last = walk(browser, Keys.CONTROL + Keys.END)[0]
    assert last == said_of(named[last.split(" · ")[0]], 149)
    assert view(browser).get_property("scrollTop") > 60_000


def margins(browser: webdriver.Chrome, regions: int, indicators: int) -> tuple[int, int]:
    """Width of the names and height of the headings beside the cells [pixels]."""
    style = "const s = document.getElementById('map-size').style; return [parseInt(s.width), parseInt(s.height)]"
    width, height = browser.execute_script(style)
    return width - indicators * CELL, height - regions * CELL


def test_the_pointer_tells_the_cell_below_it(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/zh"))
    choose(browser, "map-sort", "name")
    names = COUNTRY.summary.regions.names
    left, top = margins(browser, 3000, 150)
    browser.execute_script("document.getElementById('map-view').scrollIntoView({block: 'center'})")
    box = view(browser).rect
    for row, column, scrolled in ((0, 0, 0), (3, 7, 0), (5, 2, 100)):
        browser.execute_script("document.getElementById('map-view').scrollTop = arguments[0]", scrolled * CELL)
        across = int(left + (column + 0.5) * CELL - box["width"] / 2)
        down = int(top + (row + 0.5) * CELL - box["height"] / 2)
        ActionChains(browser).move_to_element_with_offset(view(browser), across, down).perform()
        assert told(browser) == said_of(names.index(f"第{row + scrolled}区"), column, "zh")
        tip = browser.find_element(By.ID, "map-tip")
        assert tip.is_displayed()
        assert tip.text == told(browser)
    ActionChains(browser).move_to_element_with_offset(
        view(browser), int(left + 2.5 * CELL - box["width"] / 2), int(20 - box["height"] / 2)
    ).click().perform()
    assert Select(browser.find_element(By.ID, "map-sort")).first_selected_option.get_attribute("value") == "2"


def test_regions_are_found_by_name(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    search = browser.find_element(By.ID, "map-find")
    count = browser.find_element(By.ID, "map-count")
    search.send_keys("第299")
    fits = sorted(name for name in COUNTRY.summary.regions.names if "第299" in name)
    assert count.text == f"{len(fits)} of 3000 regions shown"
    assert sorted(regions_shown(browser, len(fits))) == fits
    search.send_keys("zzz")
    assert count.text == "0 of 3000 regions shown · No region matches."
    search.clear()
    search.send_keys(" ")
    assert count.text == "3000 of 3000 regions shown"


@pytest.mark.parametrize("how", ["worst", "best"])
def test_regions_sort_by_share(browser: webdriver.Chrome, site: Site, how: str) -> None:
    look(browser, site.address("/country/en"))
    choose(browser, "map-sort", how)
    named = {name: place for place, name in enumerate(COUNTRY.summary.regions.names)}
    shares = [round(100 * COUNTRY.summary.regions.share[named[name]], 1) for name in regions_shown(browser, 12)]
    every = sorted((round(100 * share, 1) for share in COUNTRY.summary.regions.share), reverse=how == "best")
    assert shares == every[:12]


def test_regions_sort_by_name_as_people_do(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    choose(browser, "map-sort", "name")
    assert regions_shown(browser, 12) == [f"第{number}区" for number in range(12)]


def test_one_indicator_sorts_the_regions_and_turns_round(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    status = COUNTRY.summary.status
    assert status is not None
    named = {name: place for place, name in enumerate(COUNTRY.summary.regions.names)}
    choose(browser, "map-sort", "17")
    assert {STATUSES[status[named[name], 17]] for name in regions_shown(browser, 12)} == {"reversing"}
    walk(browser, Keys.CONTROL + Keys.HOME, *[Keys.ARROW_RIGHT] * 17, Keys.ENTER)
    assert {STATUSES[status[named[name], 17]] for name in regions_shown(browser, 12)} == {"met"}
    last = walk(browser, Keys.CONTROL + Keys.END)[0].split(" · ")[0]
    assert STATUSES[status[named[last], 17]] == "no_data"


def test_indicators_sort_by_share(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    choose(browser, "map-columns", "worst")
    first = walk(browser, Keys.CONTROL + Keys.HOME)[0]
    worst = COUNTRY.summary.indicators.names[COUNTRY.summary.indicators.worst[0]]
    assert f" · {worst}" in first or f"({worst})" in first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cells_have_the_colour_of_their_status(browser: webdriver.Chrome, site: Site, scheme: str) -> None:
    look(browser, site.address("/country/en"), LAPTOP, scheme)
    choose(browser, "map-sort", "name")
    left, top = margins(browser, 3000, 150)
    browser.set_script_timeout(60)
    colours = browser.execute_async_script(
        "const [left, top, done] = arguments, found = [];"
        "requestAnimationFrame(() => requestAnimationFrame(() => {"
        "const pen = document.querySelector('#map-view canvas').getContext('2d');"
        "for (let r = 0; r < 10; r += 1) for (let c = 0; c < 20; c += 1)"
        "  found.push([...pen.getImageData(left + c * 22 + 3, top + r * 22 + 3, 1, 1).data].slice(0, 3));"
        "done(found) }))",
        left, top,
    )  # fmt: skip
    wanted = browser.execute_script(
        "const style = getComputedStyle(document.documentElement);"
        "return ['met', 'ahead', 'on-track', 'behind', 'off-track', 'reversing']"
        ".map(name => style.getPropertyValue('--' + name).trim())"
    )
    assert (wanted == LIGHT) == (scheme == "light")
    status = COUNTRY.summary.status
    assert status is not None
    for place, colour in enumerate(colours):
        region = COUNTRY.summary.regions.names.index(f"第{place // 20}区")
        cell = int(status[region, place % 20])
        shown = "#" + "".join(f"{part:02x}" for part in colour)
        assert (shown == wanted[cell]) if cell < 6 else (shown not in wanted)


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("page", ["/country/zh", "/few/en"])
def test_only_the_map_and_tables_scroll_sideways(
    browser: webdriver.Chrome, site: Site, page: str, size: tuple[int, int]
) -> None:
    look(browser, site.address(page), size)
    browser.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= size[0]
    frame = browser.execute_script(
        "const f = document.getElementById('map-view').getBoundingClientRect(); return f.right"
    )
    assert frame <= size[0]


def test_without_script_the_counts_are_there(browser: webdriver.Chrome, site: Site) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        look(browser, site.address("/few/en"))
        assert browser.find_element(By.ID, "map-none").is_displayed()
        assert not view(browser).is_displayed()
        assert not browser.find_element(By.ID, "map-controls").is_displayed()
        rows = browser.find_elements(By.CSS_SELECTOR, "#regions tbody tr, #indicators tbody tr")
        assert [row.is_displayed() for row in rows] == [True] * 10
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_paper_shows_what_is_in_view_and_not_sixty_thousand_pixels(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/en"))
    printed: dict[str, Any] = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pages = b64decode(printed["data"]).count(b"/Type /Page\n")
    assert 1 <= pages <= 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("page", ["/country/zh", "/few/en"])
def test_axe_finds_nothing(
    browser: webdriver.Chrome, site: Site, page: str, size: tuple[int, int], scheme: str
) -> None:
    look(browser, site.address(page), size, scheme)
    walk(browser, Keys.HOME)
    assert_no_violation(browser)


def test_a_country_opens_and_sorts_in_no_time(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/country/zh"))
    opened = browser.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd / 1000")
    assert 0 < opened < LONGEST_TO_OPEN
    sorting = browser.execute_script(
        "const s = document.getElementById('map-sort'), start = performance.now(); s.value = '3';"
        "s.dispatchEvent(new Event('change')); return (performance.now() - start) / 1000"
    )
    assert 0 < sorting < LONGEST_TO_SORT
    browser.set_script_timeout(60)
    drawing = browser.execute_async_script(
        "const done = arguments[0], view = document.getElementById('map-view'), times = [];"
        "let last = performance.now();"
        "const step = () => { const now = performance.now(); times.push(now - last); last = now;"
        " view.scrollTop += 440; if (times.length < 60) requestAnimationFrame(step);"
        " else done(times.sort((a, b) => a - b)[30] / 1000) }; requestAnimationFrame(step)"
    )
    assert 0 < drawing < LONGEST_TO_DRAW
