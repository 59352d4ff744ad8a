"""What every web page has around its parts: the head with its policy, the way past the contents, the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.page_text import PAGE
from lixia_kpi.render.markup import NOTHING, Html, element
from lixia_kpi.render.web.assets import ICON, content_policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Lang

_TAGS = {"zh": "zh-CN", "en": "en"}


def page_bytes(
    parts: Iterable[Html], *, title: str, header: Html, contents: Html, footer: Html, style: Html, script: Html,
    lang: Lang, data: Html = NOTHING,
) -> bytes:  # fmt: skip
    r"""Put a page together: one file that loads nothing.

    Parameters
    ----------
    parts
        the sections, in order.
    title
        of the page, for the tab of a browser.
    header, contents, footer
        the elements around the sections.
    style, script
        as they are written into the page; the policy allows these two and nothing else.
    lang
        `zh` or `en`.
    data
        an element that the script reads.

    Returns
    -------
    bytes
        An HTML page in UTF-8.

    Examples
    --------
    >>> around = dict.fromkeys(("header", "contents", "footer", "style", "script"), NOTHING)
    >>> page_bytes([], title="a < b", lang="zh", **around).decode().partition("<meta")[0]
    '<!DOCTYPE html>\n<html lang="zh-CN"><head>'
    """
    body = element(
        "body",
        element("a", say(PAGE, "skip", lang), href="#main", class_="skip"),
        header,
        contents,
        element("main", *parts, id="main", tabindex="-1"),
        footer,
        data,
        element("script", script),
    )
    page = element("html", _head(title, style, script), body, lang=_TAGS[lang])
    return f"<!DOCTYPE html>\n{page}\n".encode(errors="replace")


def _head(title: str, style: Html, script: Html) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=content_policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("link", rel="icon", href=ICON),
        element("style", style),
    )
