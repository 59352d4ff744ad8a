"""LibreOffice turns the Word document into pages: each has its number, every sentence is there, no glyph is missing.

Run by `make prove`; needs LibreOffice, poppler and a Chinese font (Debian: `apt install libreoffice-writer
poppler-utils fonts-noto-cjk`) and fails without them.
"""

from __future__ import annotations

import re
import shutil
import subprocess

import docx
import pytest

from acceptance.evaluated_plan import evaluated_plan
from acceptance.kpi import run

CASES = {
    "shipped_zh": ("--midterm", "2023", "--lang", "zh"),
    "shipped_en": ("--midterm", "2023", "--lang", "en"),
    "every_outcome": ("--final", "2025", "--lang", "zh"),
}
PAGES = {"shipped_zh": (8, 20), "shipped_en": (6, 14), "every_outcome": (6, 18)}
"""How many pages there may be: fonts differ from machine to machine."""


@pytest.fixture(scope="module", params=CASES)
def pages(request, tmp_path_factory):
    for tool in ("soffice", "pdftotext", "pdffonts"):
        assert shutil.which(tool), f"{tool} is needed for this proof: apt install libreoffice-writer poppler-utils"
    folder = tmp_path_factory.mktemp("word")
    plan = evaluated_plan(folder / "plan", to=2025) if request.param == "every_outcome" else None
    file = folder / "report.docx"
    run("report", *CASES[request.param], *(("--plan", plan) if plan else ()), "-o", file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pdf = file.with_suffix(".pdf")
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return request.param, docx.Document(file), pdf, text.split("\f")[:-1]


def bare(text: str) -> str:
    """A text without blanks and line ends, as pages break it anywhere; hyphens too."""
    return re.sub(r"[\s\u00a0\u00ad-]", "", text)


def test_number_of_pages_and_the_number_on_each(pages):
    name, _, _, texts = pages
    least, most = PAGES[name]
    assert least <= len(texts) <= most
    for number, text in enumerate(texts, 1):
        assert re.search(rf"— ?{number} ?—", text)


def test_every_heading_paragraph_and_cell_is_on_the_pages(pages):
    _, document, _, texts = pages
    printed = bare("".join(re.sub(r"— ?\d+ ?—", "", text) for text in texts))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert len(headings) >= 8
    assert not [text for text in headings if bare(text) not in printed]
    notes = [p.text for p in document.paragraphs if p.text and p.style.name in ("Note", "Lead", "Subtitle", "Caption")]
    assert not [text for text in notes if bare(text) not in printed]
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert not [text for text in cells if len(text) < 8 and bare(text) not in printed]


def test_head_of_the_table_is_repeated_where_it_goes_on(pages):
    name, document, _, texts = pages
    table = next(table for table in document.tables if len(table.columns) == 8)
    first = table.rows[0].cells[0].text
    last = bare(table.rows[-1].cells[0].text)[:12]
    begin = next(i for i, text in enumerate(texts) if first in text.split("\n"))
    end = next(i for i, text in enumerate(texts) if i >= begin and last in bare(text))
    assert all(first in texts[i].split("\n") for i in range(begin, end + 1)), name


def test_pictures_are_as_wide_as_the_text(pages):
    _, document, pdf, _ = pages
    listed = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True, timeout=60).stdout
    rows = [line.split() for line in listed.decode().splitlines()[2:]]
    shown = [row for row in rows if row[2] == "image"]
    assert len(shown) == len(document.inline_shapes) > 4


def test_all_fonts_are_embedded_and_no_glyph_is_missing(pages):
    _, _, pdf, texts = pages
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, timeout=60).stdout.decode()
    rows = fonts.splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row) for row in rows), fonts
    assert not set("".join(texts)) & set("\ufffd□")
