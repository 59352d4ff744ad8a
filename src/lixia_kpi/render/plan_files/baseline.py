"""The baseline file of a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.init_text import COMMENTS
from lixia_kpi.render.plan_files.lines import Lines

if TYPE_CHECKING:
    from lixia_kpi.founding.draft import Draft
    from lixia_kpi.messages.catalogue import Lang

_SCHEMA = "# yaml-language-server: $schema=schema/baseline.schema.json"


def baseline_file(draft: Draft, *, lang: Lang) -> Lines:
    """Write the values from which the targets of a draft count."""
    lines = Lines(lang)
    year = draft.head.baseline_year
    lines.add(_SCHEMA)
    lines.add(f"# {COMMENTS['baseline'][lines.english].format(year=year)}")
    lines.add("schema: 1")
    lines.add(f"year: {year}")
    lines.add()
    known = [indicator for indicator in draft.indicators if indicator.baseline]
    lines.add("indicators:" if known else "indicators: []")
    for indicator in known:
        lines.add()
        lines.add(f"  - id: {indicator.values['id'].text}")
        for key, given in indicator.baseline.items():
            lines.value("    ", key, given)
    return lines
