"""The rows of a panel, its summary and its map to the places and in the forms that the options ask for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.option_types import FORMATS, PANEL_FORMATS
from lixia_kpi.cli.option_values import chosen_columns, known_name
from lixia_kpi.cli.output import SUFFIXES, write
from lixia_kpi.cli.result import machine_text, selected
from lixia_kpi.cli.streamed import open_output
from lixia_kpi.errors import UsageError
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from lixia_kpi.cli.options import PanelOutput, Screen
    from lixia_kpi.cli.panel_options import PanelSummary
    from lixia_kpi.cli.panel_run import JudgedPanel
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.panel_rows.lines import DelimitedRows, JsonRows
    from lixia_kpi.render.panel_rows.parquet import ParquetRows
    from lixia_kpi.tables.panel_summary import PanelReport, Part

    RowWriter = DelimitedRows | JsonRows | ParquetRows

PANEL_SUFFIXES = {**SUFFIXES, ".parquet": "parquet", ".pq": "parquet", ".html": "html", ".htm": "html"}
DELIMITED = {"csv": (",", "\r\n"), "tsv": ("\t", "\n")}


class Wanted(NamedTuple):
    """What is asked for: the page for people, counts by region or indicator, the map, or all rows; and the format."""

    what: Literal["page", "counts", "map", "rows"]
    format: str


def wanted(output: PanelOutput, summary: PanelSummary) -> Wanted:
    """Say what is asked for by the options and by the suffix of the file.

    Raises
    ------
    UsageError
        A suffix names no format, or options do not go together.
    """
    format_ = output.panel_format
    if format_ is None and output.output is not None and Path(output.output).suffix:
        format_ = PANEL_SUFFIXES.get(Path(output.output).suffix.lower())
        if format_ is None:
            raise UsageError("unknown_suffix", {"file": output.output})
    if summary.panel_report is not None and format_ is None:
        format_ = summary.panel_report
    format_ = known_name("format", format_ or "table", PANEL_FORMATS)
    if output.excel and format_ not in DELIMITED:
        raise UsageError("excel_needs_delimited")
    if output.columns is not None and format_ in ("table", "html"):
        raise UsageError("columns_need_machine_format")
    if summary.panel_report is not None and format_ != summary.panel_report:
        raise UsageError("report_of_other_format", {"report": summary.panel_report, "format": format_})
    if format_ == "html":
        if summary.summary is not None:
            raise UsageError("map_has_both", {"summary": summary.summary})
        return Wanted("map", format_)
    if summary.summary is not None:
        return Wanted("counts", known_name("format", format_, FORMATS))
    if format_ in ("json", "markdown"):
        raise UsageError("format_needs_summary", {"format": format_})
    return Wanted("page" if format_ == "table" else "rows", format_)


def check_panel(output: PanelOutput, want: Wanted) -> None:
    """Raise UsageError where rows cannot be read or written: a library is missing, Parquet would go to a terminal."""
    if find_spec("pyarrow") is None:
        raise UsageError("panel_library_missing", {"extra": "panel"})
    if want.format == "parquet" and output.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": want.format})


@contextmanager
def open_rows(output: PanelOutput, want: Wanted) -> Iterator[tuple[RowWriter, ...]]:
    """Open what writes the rows; nothing where none are asked for."""
    if want.what != "rows":
        yield ()
        return
    with open_output(output.output) as sink:
        writer = row_writer(sink, output, want)
        try:
            yield (writer,)
        except BaseException:
            writer.abandon()
            raise
        writer.close()


def row_writer(sink: BinaryIO, output: PanelOutput, want: Wanted) -> RowWriter:
    """Make what writes rows into a sink."""
    from lixia_kpi.render.panel_rows.lines import DelimitedRows, JsonRows
    from lixia_kpi.render.panel_rows.parquet import ParquetRows
    from lixia_kpi.tables.columns import PANEL, columns

    chosen = columns(PANEL if output.columns is None else chosen_columns(output.columns, PANEL))
    if want.format == "parquet":
        return ParquetRows(sink, chosen)
    if want.format == "jsonl":
        return JsonRows(sink, chosen)
    delimiter, line_end = DELIMITED[want.format]
    return DelimitedRows(sink, chosen, delimiter=delimiter, line_end=line_end, excel=output.excel)


def put_panel(judged: JudgedPanel, output: PanelOutput, summary: PanelSummary, screen: Screen, want: Wanted) -> None:
    """Write what is asked for, and the page for people on the screen where rows or a map went to a file."""
    report = report_of(judged)
    lang = language_for(screen.lang, judged.plan.info.language if judged.plan else None)
    part: Part = "regions" if summary.summary == "regions" else "indicators"
    if want.what == "counts" and want.format != "table":
        _put_counts(report, part, output, want)
        return
    if want.what == "map":
        from lixia_kpi.render.heat_map import render_heat_map

        write(render_heat_map(report, lang=lang), output.output)
    if want.what in ("rows", "map") and output.output is None:
        return
    _put_page(judged, report, part if want.what == "counts" else None, output, screen, lang, want)


def _put_counts(report: PanelReport, part: Part, output: PanelOutput, want: Wanted) -> None:
    """Write the counts by region or indicator as a table for machines."""
    from lixia_kpi.tables.panel_summary import summary_table

    table = selected(summary_table(report, part), output.columns)
    write(machine_text(table, want.format, excel=output.excel).encode(errors="replace"), output.output)


def _put_page(
    judged: JudgedPanel, report: PanelReport, part: Part | None, output: PanelOutput, screen: Screen, lang: Lang,
    want: Wanted,
) -> None:  # fmt: skip
    """Write the page for people; to the file of the output only where nothing else goes there."""
    from lixia_kpi.render.panel_failing import render_panel_failing
    from lixia_kpi.render.panel_faults import render_fault_counts
    from lixia_kpi.render.panel_summary import render_panel_summary

    file = output.output if want.format == "table" else None
    place = console(color=screen.color, ascii_only=screen.ascii, to_file=file is not None)
    page = render_panel_summary(
        report, part=part, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii
    )
    page += render_panel_failing(
        judged.plans, judged.failing, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii
    )
    page += render_fault_counts(judged.faults, listed=judged.listed, lang=lang, width=place.width)
    write(encode_for_console(page, place.encoding), file)


def report_of(judged: JudgedPanel) -> PanelReport:
    """Give the summary of a panel with what it rests on."""
    from lixia_kpi.panel.tally_summary import summarise
    from lixia_kpi.tables.panel_summary import PanelReport

    options = judged.options
    return PanelReport(
        summary=summarise(judged.tally, order=tuple(judged.names)),
        names=judged.names,
        plan=judged.plan.info if judged.plan else None,
        rule=options.rule,
        method=options.method,
        interval=options.interval,
        as_of=options.as_of if options.as_of is not None else judged.tally.latest_year,
        faults=judged.faults,
    )
