"""Whatever stands in a table of targets: it is read or refused cell by cell, and what is written reads back."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.founding.columns import FIELDS
from lixia_kpi.founding.draft import Source, Wishes
from lixia_kpi.founding.proof import faults_of
from lixia_kpi.founding.read_targets import read_targets
from lixia_kpi.office.sheet import Cell, Sheet
from lixia_kpi.render.plan_files.folder import folder_of_draft

HEADERS = ("name", "unit", "direction", "2030 target", "2025", *FIELDS)
USUAL = (
    "A",
    "up",
    "下降",
    "%",
    "亿元",
    "5",
    "≥65%",
    "40–45",
    "2030",
    "2025",
    "level",
    "every_year",
    "gdp",
    "=1",
    "true",
    "",
)
CELLS = st.one_of(st.sampled_from(USUAL), st.text(max_size=8))


@st.composite
def tables(draw):
    header = draw(st.lists(st.sampled_from(HEADERS), min_size=3, max_size=9, unique=True))
    rows = draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=4))
    return [header, *rows]


@given(tables(), st.sampled_from([None, (2026, 2030)]))
def test_any_table_is_read_or_refused(table, period):
    sheet = Sheet("s", [[Cell(text) for text in row] for row in table])
    draft, problems = read_targets(Source("t.xlsx", (sheet,)), Wishes(id="p", name="P", period=period))
    assert draft is not None or problems
    assert all(p.place.file == "t.xlsx" for p in problems)
    if draft is None or not draft.head.end:
        return
    made = folder_of_draft(draft, lang="en", explained=False)
    written = yaml.safe_load(made.files["targets.yaml"])
    assert len(written["indicators"]) == len(draft.indicators)
    faults = faults_of(made.files, "new", made.spots)
    assert all(fault.place.file == "t.xlsx" and "cell" in fault.details for fault in faults)
