"""Nothing that stands in a data file becomes an element, an attribute, a script or a link of the page."""

from __future__ import annotations

from html import unescape

import pytest

from acceptance.plans import make_plan
from lixia_kpi.render.markup import element, is_web_address, text
from pages import page_of, read_page

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "=cmd|' /C calc'!A0",
    "--><svg onload=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;",
    "]]><![CDATA[",
    "{shown} {all} {name} %s",
    "javascript:alert(1)",
)
SOURCES = (
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", 'https://example.org/"onclick="alert(1)',
    "https://example.org/<b>", "https://example.org/a b", "vbscript:x", "//example.org/x",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    indicators = [
        {
            "id": f"hostile_{number}", "name": {"zh": words, "en": words}, "heading": words, "owner": words,
            "group": "economy", "doubt": words, "targets": [{"wording": words}],
        }
        for number, words in enumerate(HOSTILE)
    ]  # fmt: skip
    actuals = [
        {"id": f"hostile_{number}", "year": 2021 + number % 3, "value": 120, "source": source, "note": source}
        for number, source in enumerate(SOURCES)
    ]
    baselines = [{"id": f"hostile_{n}", "value": 100, "note": words} for n, words in enumerate(HOSTILE)]
    plan = {"name": {"zh": HOSTILE[0], "en": HOSTILE[1]}}
    return make_plan(
        tmp_path_factory.mktemp("hostile") / "plan",
        indicators=indicators,
        baselines=baselines,
        actuals=actuals,
        plan=plan,
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_texts_stay_texts(folder, lang):
    plain = page_of(None, lang)
    written = page_of(folder, lang, everything=True)
    page = read_page(written)
    allowed = {(node.name, name) for node in read_page(plain).walk() for name in node.attributes}
    assert {(node.name, name) for node in page.walk() for name in node.attributes} <= allowed
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert page.one("script").text == read_page(plain).one("script").text
    names = [row.one("th").one("a").text for row in page.one(id="gap-table").one("tbody").all("tr")]
    assert names == list(HOSTILE)
    assert page.one("title").text.startswith(HOSTILE[lang == "en"])


def test_only_addresses_of_the_web_become_links(folder):
    page = read_page(page_of(folder))
    assert {a["href"] for a in page.all("a") if not a["href"].startswith("#")} == set()
    for source in SOURCES:
        assert not is_web_address(source)
        assert source in page.one(id="targets").text


def test_what_a_page_must_not_contain_is_replaced():
    assert text("a\x00b\x1bc\ud800d\x85e\tf\ng") == "a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng"
    element("p", "\ud800").encode()
    assert unescape(element("p", "<&\"'>", title="<&\"'>")) == '<p title="<&"\'>"><&"\'></p>'
