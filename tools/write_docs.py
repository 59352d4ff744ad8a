"""Writes the pages that follow from the code: reference, rules, methods, manual pages, output in examples.

`make docs` runs it. A test compares what it would write with what is there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from console_blocks import BEGIN, refreshed, run_all
from man_pages import man_pages
from method_pages import method_pages
from reference_pages import columns_page, commands_page, statuses_page, with_keys
from rule_pages import rule_pages

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

ROOT = Path(__file__).parents[1]
FOLDERS: dict[Lang, Path] = {"en": ROOT / "docs", "zh": ROOT / "docs" / "zh"}


def pages() -> dict[Path, str]:
    """Give every generated page by its path."""
    written = {path: text for lang in FOLDERS for path, text in from_the_code(lang).items()}
    by_hand = (*ROOT.glob("README*.md"), *FOLDERS["en"].rglob("*.md"))
    texts = {path: path.read_text(encoding="utf-8") for path in by_hand if path not in written} | written
    examples = {path: text for path, text in texts.items() if f"{BEGIN}\n" in text}
    run_all(examples.values())
    return {**written, **{path: refreshed(text) for path, text in examples.items()}, **man_pages()}


def from_the_code(lang: Lang) -> dict[Path, str]:
    """Give the pages of a language that are made of records, help and catalogues."""
    folder = FOLDERS[lang]
    files = folder / "files.md"
    return {
        folder / "columns.md": columns_page(lang),
        folder / "commands.md": commands_page(lang),
        folder / "statuses.md": statuses_page(lang),
        files: with_keys(files.read_text(encoding="utf-8"), lang),
        **{folder / "rules" / f"{name}.md": text for name, text in rule_pages(lang).items()},
        **{folder / "methods" / f"{name}.md": text for name, text in method_pages(lang).items()},
    }


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
