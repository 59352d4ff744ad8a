"""How Sphinx makes the site of these pages: once for each language, `make site`.

The English pages lie here, the Chinese ones under `zh/` with the same names; the built pages ask for nothing elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.search.zh import SearchChinese

from lixia_kpi.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
TRANSLATED = {str(page.relative_to(HERE / "zh").with_suffix("")) for page in (HERE / "zh").rglob("*.md")}

release = __version__
project = "kpi"
author = "The lixia-kpi developers"
project_copyright = author
extensions = ["myst_parser"]
exclude_patterns = ["zh"]
templates_path = [str(HERE / "_templates")]
html_theme = "furo"
html_static_path = [str(HERE / "_static")]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
html_title = "kpi"
html_context = {"translated": TRANSLATED}
html_sidebars = {
    "**": [
        "sidebar/brand.html", "language.html", "sidebar/search.html", "sidebar/scroll-start.html",
        "sidebar/navigation.html", "sidebar/scroll-end.html",
    ]
}  # fmt: skip
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
pygments_style = "default"
highlight_language = "text"
suppress_warnings = [
    "misc.highlighting_failure",  # what a terminal shows is not always what a lexer expects
]


class ChineseByPieces(SearchChinese):
    """Chinese words are found by their pieces of two to four characters: no dictionary of words is needed."""

    language_name = "English"  # the stemmer of its Latin words, which the page of the search asks for by this name
    runs = re.compile(r"[\u3400-\u9fff]+")

    def split(self, text: str) -> list[str]:
        """Give Latin words, and every piece of two to four Chinese characters."""
        words = self.latin1_letters.findall(text)
        for run in self.runs.findall(text):
            words += [run[i : i + n] for n in (2, 3, 4) for i in range(len(run) - n + 1)]
        return words


CHINESE = {
    "On this page": "本页",
    "Next": "下一页",
    "Previous": "上一页",
    "Home": "首页",
    "Back to top": "回到开头",
    "Search": "搜索",
    "Made with ": "制作：",
}
"""The words of the theme that its own catalogues lack."""


_WIDE = "\u2018-\u201d\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
LINE_END = re.compile(f"(?<=[{_WIDE}])\n *(?=[{_WIDE}])")
FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def join_lines(app: Sphinx, page: str, source: list[str]) -> None:
    """Join the lines of Chinese paragraphs: a browser would show a blank where a line of the source ends."""
    if app.config.language.startswith("zh"):
        parts = FENCED.split(source[0])
        parts[::2] = [LINE_END.sub("", part) for part in parts[::2]]
        source[0] = "".join(parts)


def speak_chinese(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    """Give the theme its words in the language of the page."""
    if app.config.language.startswith("zh"):
        translate = app.builder.templates.environment.globals["gettext"]
        context["_"] = context["gettext"] = lambda text: CHINESE.get(text) or translate(text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Chinese pages be searched by pieces, and speak Chinese."""
    app.add_search_language(ChineseByPieces)
    app.connect("html-page-context", speak_chinese)
    app.connect("source-read", join_lines)
    return {"parallel_read_safe": True}
