"""The page in a real browser: it asks for nothing, its script works, and axe-core finds nothing to complain about.

Run by `make prove`; needs Chromium with its driver (Debian: `apt install chromium chromium-driver fonts-noto-cjk`) and
axe-core, which `make prove` fetches, and fails without them.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Literal

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from hostile import hostile_plan
from lixia_kpi.render.web import render_page
from pages import report_of
from prove.axe import assert_no_violation
from prove.chromium import LAPTOP, PHONE, Site, look
from workbooks import every_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium import webdriver
    from selenium.webdriver.remote.webelement import WebElement

PAGES = [(plan, lang) for plan in ("shipped", "every_form") for lang in ("zh", "en")]
LONGEST_TO_WRITE, LONGEST_TO_OPEN = 1.0, 1.0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    plans = {"shipped": None, "every_form": every_form(tmp_path_factory.mktemp("page") / "plan")}
    served = Site()
    for plan, lang in PAGES:
        served.pages[f"/{plan}/{lang}"] = render_page(report_of(plans[plan]), lang=lang)
    yield served
    served.close()


@pytest.fixture(params=PAGES, ids="-".join)
def address(request: pytest.FixtureRequest, site: Site) -> str:
    return site.address("/" + "/".join(request.param))


def rows(browser: webdriver.Chrome) -> list[WebElement]:
    return [row for row in browser.find_elements(By.CSS_SELECTOR, "#gap-table tbody tr") if row.is_displayed()]


def column(browser: webdriver.Chrome, number: int) -> list[str]:
    shown = "[...document.querySelectorAll('#gap-table tbody tr:not([hidden])')]"
    return list(browser.execute_script(f"return {shown}.map(row => row.cells[arguments[0]].innerText)", number))


def heading(browser: webdriver.Chrome, number: int) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, f"#gap-table th[data-column='{number}']")


def show_all(browser: webdriver.Chrome) -> None:
    for box in browser.find_elements(By.CSS_SELECTOR, "#gap-filter input[type=checkbox]"):
        if not box.is_selected():
            box.click()


def test_nothing_is_asked_for_and_nothing_goes_wrong(browser: webdriver.Chrome, site: Site, address: str) -> None:
    browser.get("about:blank")
    browser.get_log("browser"), browser.get_log("performance")
    site.asked.clear()
    look(browser, address)
    for details in browser.find_elements(By.TAG_NAME, "details")[:5]:
        browser.execute_script("arguments[0].open = true", details)
    browser.execute_script(
        "window.dispatchEvent(new Event('beforeprint')); window.dispatchEvent(new Event('afterprint'))"
    )
    time.sleep(0.3)
    assert ["/" + "/".join(address.rsplit("/", 2)[1:])] == site.asked
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_only_tables_scroll_sideways(browser: webdriver.Chrome, address: str, size: tuple[int, int]) -> None:
    look(browser, address, size)
    browser.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= size[0]
    ends = "return [...document.querySelectorAll('.scroll')].map(region => region.getBoundingClientRect().right)"
    assert max(browser.execute_script(ends)) <= size[0]


def test_sorting_puts_values_in_order_and_missing_ones_last(browser: webdriver.Chrome, address: str) -> None:
    look(browser, address)
    show_all(browser)
    head = heading(browser, 5)
    before = column(browser, 0)
    assert head.get_attribute("aria-sort") == "none"
    for direction in ("ascending", "descending"):
        head.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
        assert head.get_attribute("aria-sort") == direction
        found = column(browser, 5)
        numbers = [float(text.lstrip("Σ").rstrip("%点pt").replace("−", "-")) for text in found if text != "–"]
        assert found[len(numbers) :] == ["–"] * (len(found) - len(numbers))
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert sorted(column(browser, 0)) == sorted(before)
    heading(browser, 1).find_element(By.TAG_NAME, "button").click()
    assert head.get_attribute("aria-sort") == "none"
    statuses = browser.execute_script(
        "return [...document.querySelectorAll('#gap-table tbody tr')].map(r => Number(r.cells[1].dataset.v))"
    )
    assert statuses == sorted(statuses)


def test_filter_shows_what_fits_and_says_how_many(browser: webdriver.Chrome, address: str) -> None:
    look(browser, address)
    every = len(browser.find_elements(By.CSS_SELECTOR, "#gap-table tbody tr"))
    shown = len(rows(browser))
    hidden = browser.find_elements(By.CSS_SELECTOR, "#gap-table tbody tr[data-status=no_data]")
    assert shown == every - len(hidden)
    count = browser.find_element(By.ID, "gap-count")
    assert str(shown) in count.text
    assert str(every) in count.text
    show_all(browser)
    assert len(rows(browser)) == every
    search = browser.find_element(By.CSS_SELECTOR, "#gap-filter input[type=search]")
    wanted = str(browser.execute_script("return document.querySelector('#gap-table tbody tr').dataset.find")).split()[0]
    search.send_keys(wanted.upper())
    found = [str(row.get_attribute("data-find")) for row in rows(browser)]
    assert 1 <= len(found) < every
    assert all(wanted in words for words in found)
    search.send_keys(" zzzz")
    assert rows(browser) == []
    assert count.text.startswith(("显示 0 项", "0 of"))
    assert len(count.text.split(" · ")) == 2


def test_links_lead_to_the_target_and_open_what_is_folded(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/shipped/zh"))
    show_all(browser)
    link = browser.find_element(By.CSS_SELECTOR, "#gap-table tr[data-status=no_data] a")
    place = (link.get_attribute("href") or "").partition("#")[2]
    assert not browser.find_element(By.ID, place).is_displayed()
    link.send_keys(Keys.ENTER)
    assert browser.find_element(By.ID, place).is_displayed()
    assert browser.find_element(By.ID, place).rect["y"] > 0


def test_keyboard_reaches_the_content_first(browser: webdriver.Chrome, site: Site) -> None:
    look(browser, site.address("/shipped/zh"))
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    active = browser.switch_to.active_element
    assert active.get_attribute("class") == "skip"
    assert active.rect["y"] >= 0
    active.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "main"


def test_without_script_the_whole_table_is_there(browser: webdriver.Chrome, site: Site) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        look(browser, site.address("/shipped/zh"))
        assert len(rows(browser)) == 133
        assert not browser.find_element(By.ID, "gap-filter").is_displayed()
        assert not browser.find_elements(By.TAG_NAME, "button")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_axe_finds_nothing(browser: webdriver.Chrome, address: str, size: tuple[int, int], scheme: str) -> None:
    look(browser, address, size, scheme)
    show_all(browser)
    opening = "[...document.querySelectorAll('details')].slice(0, 8).forEach(d => { d.open = true })"
    browser.execute_script(opening)
    assert_no_violation(browser)


def test_page_is_written_and_opened_in_less_than_a_second(browser: webdriver.Chrome, site: Site) -> None:
    report = report_of(None)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        render_page(report, lang="zh")
        seconds.append(time.process_time() - start)
    assert min(seconds) < LONGEST_TO_WRITE
    opened = []
    for _ in range(3):
        look(browser, site.address("/shipped/zh"))
        opened.append(
            browser.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd / 1000")
        )
    assert 0 < min(opened) < LONGEST_TO_OPEN


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_script_of_a_hostile_plan_runs(
    browser: webdriver.Chrome, site: Site, tmp_path: Path, lang: Literal["zh", "en"]
) -> None:
    """Names that are scripts in a careless page set its title, say something on the console or ask for something."""
    page = render_page(report_of(hostile_plan(tmp_path / "plan", untidy=True)), lang=lang, everything=True)
    site.pages[f"/hostile/{lang}"] = page
    browser.get_log("browser"), site.asked.clear()
    look(browser, site.address(f"/hostile/{lang}"))
    for details in browser.find_elements(By.TAG_NAME, "details"):
        browser.execute_script("arguments[0].open = true", details)
    time.sleep(0.3)
    assert site.asked == [f"/hostile/{lang}"]
    assert browser.get_log("browser") == []
    assert browser.title != "evil"
    assert browser.find_elements(By.CSS_SELECTOR, "img, iframe, object, embed, [onerror], [onload]") == []
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 1
