"""How Sphinx makes the site of these pages: once for each language, `make site`.

The English pages lie here, the Chinese ones under `zh/` with the same names; the built pages ask for nothing elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

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

    runs = re.compile(r"[\u3400-\u9fff]+")

    def split(self, text: str) -> list[str]:
        """Give Latin words, and every piece of two to four Chinese characters."""
        words = self.latin1_letters.findall(text)
        for run in self.runs.findall(text):
            words += [run[i : i + n] for n in (2, 3, 4) for i in range(len(run) - n + 1)]
        return words


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Chinese pages be searched by pieces."""
    app.add_search_language(ChineseByPieces)
    return {"parallel_read_safe": True}
