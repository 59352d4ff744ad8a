"""The CI file of a new plan folder: GitHub Actions that check the files whenever they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.init_text import WORKFLOW

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

PLACE = ".github/workflows/plan.yml"
_TEXT = """name: {name}
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  plan:
    runs-on: ubuntu-latest
    env:
      KPI_LANG: {lang}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install lixia-kpi
      - name: {files}
        run: kpi validate . -f github
      - name: {figures}
        run: kpi project --plan . --all -f markdown >> "$GITHUB_STEP_SUMMARY"
"""


def workflow_file(lang: Lang) -> str:
    """Write the workflow; the plan folder is the root of the repository."""
    return _TEXT.format(lang=lang, **{code: text[lang == "en"] for code, text in WORKFLOW.items()})
