"""What is asked for by the options of `kpi panel`."""

from __future__ import annotations

import pytest

from lixia_kpi.cli.options import PanelOutput
from lixia_kpi.cli.panel_engine import check_engine
from lixia_kpi.cli.panel_options import PanelEngine, PanelSummary
from lixia_kpi.cli.panel_output import wanted
from lixia_kpi.errors import UsageError


@pytest.mark.parametrize(
    ("output", "summary", "what", "format_"),
    [
        ({}, {}, "page", "table"),
        ({"output": "page.txt"}, {}, "page", "table"),
        ({"output": "rows.csv"}, {}, "rows", "csv"),
        ({"output": "rows.PQ"}, {}, "rows", "parquet"),
        ({"output": "rows", "panel_format": "jsonl"}, {}, "rows", "jsonl"),
        ({"output": "map.html"}, {}, "map", "html"),
        ({}, {"panel_report": "html"}, "map", "html"),
        ({"output": "map.htm"}, {"panel_report": "html"}, "map", "html"),
        ({}, {"summary": "regions"}, "counts", "table"),
        ({"output": "league.md"}, {"summary": "regions"}, "counts", "markdown"),
        ({"output": "league.json"}, {"summary": "indicators"}, "counts", "json"),
        ({"output": "league.csv", "excel": True, "columns": "region"}, {"summary": "regions"}, "counts", "csv"),
    ],
    ids=str,
)
def test_option_and_suffix_say_what_is_wanted(
    output: dict[str, str], summary: dict[str, str], what: str, format_: str
) -> None:
    assert wanted(PanelOutput(**output), PanelSummary(**summary)) == (what, format_)


@pytest.mark.parametrize(
    ("output", "summary", "code"),
    [
        ({"panel_format": "json"}, {}, "format_needs_summary"),
        ({"output": "a.md"}, {}, "format_needs_summary"),
        ({"panel_format": "parquet"}, {"summary": "regions"}, "unknown_format"),
        ({"output": "m.html"}, {"summary": "regions"}, "map_has_both"),
        ({"panel_format": "csv"}, {"panel_report": "html"}, "report_of_other_format"),
        ({"output": "rows.xlsx"}, {}, "unknown_suffix"),
        ({"columns": "region"}, {}, "columns_need_machine_format"),
        ({"columns": "region", "output": "m.html"}, {}, "columns_need_machine_format"),
        ({"excel": True, "output": "a.parquet"}, {}, "excel_needs_delimited"),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_refused(output: dict[str, str], summary: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as fault:
        wanted(PanelOutput(**output), PanelSummary(**summary))
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("engine", "temp", "code"),
    [
        ({"scheduler": "tcp://a:1"}, None, "scheduler_without_dask"),
        ({"engine": "dask", "scheduler": "tcp://a:1"}, None, "shared_folder_needed"),
    ],
    ids=["without-dask", "without-folder"],
)
def test_a_cluster_needs_its_engine_and_a_shared_folder(engine: dict[str, str], temp: str | None, code: str) -> None:
    with pytest.raises(UsageError) as fault:
        check_engine(PanelEngine(**engine), temp)
    assert fault.value.code == code


def test_a_missing_library_is_answered_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lixia_kpi.cli.panel_engine.find_spec", lambda name: None)
    check_engine(PanelEngine(), None)
    with pytest.raises(UsageError) as fault:
        check_engine(PanelEngine(engine="dask"), None)
    assert (fault.value.code, fault.value.details) == ("panel_library_missing", {"extra": "cluster"})
