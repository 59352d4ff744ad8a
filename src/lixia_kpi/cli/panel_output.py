"""The rows of a panel and its summary to the places and in the forms that the options ask for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import WITHOUT_PLAN, wanted_language
from lixia_kpi.cli.option_types import PANEL_FORMATS
from lixia_kpi.cli.option_values import known_name
from lixia_kpi.cli.output import SUFFIXES, write
from lixia_kpi.cli.streamed import open_output
from lixia_kpi.errors import UsageError
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.cli.options import PanelOutput, Screen
    from lixia_kpi.cli.panel_run import JudgedPanel
    from lixia_kpi.render.panel_rows.lines import DelimitedRows, JsonRows
    from lixia_kpi.render.panel_rows.parquet import ParquetRows
    from lixia_kpi.tables.panel_summary import PanelReport

    RowWriter = DelimitedRows | JsonRows | ParquetRows

PANEL_SUFFIXES = {**SUFFIXES, ".parquet": "parquet", ".pq": "parquet"}
DELIMITED = {"csv": (",", "\r\n"), "tsv": ("\t", "\n")}


def panel_format(output: PanelOutput) -> str:
    """Give the format: the option, else the one that the suffix of the file names, else the summary for people.

    Raises UsageError for a suffix that names no format and for options that do not go with the format.
    """
    format_ = output.panel_format
    if format_ is None and output.output is not None and Path(output.output).suffix:
        format_ = PANEL_SUFFIXES.get(Path(output.output).suffix.lower())
        if format_ not in PANEL_FORMATS:
            raise UsageError("unknown_suffix", {"file": output.output})
    format_ = format_ or "table"
    if output.excel and format_ not in DELIMITED:
        raise UsageError("excel_needs_delimited")
    if output.columns is not None and format_ == "table":
        raise UsageError("columns_need_machine_format")
    return format_


def check_panel(output: PanelOutput) -> None:
    """Raise UsageError where rows cannot be read or written: a library is missing, Parquet would go to a terminal."""
    if find_spec("pyarrow") is None:
        raise UsageError("panel_library_missing", {"extra": "panel"})
    format_ = panel_format(output)
    if format_ == "parquet" and output.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": format_})


@contextmanager
def open_rows(output: PanelOutput) -> Iterator[tuple[RowWriter, ...]]:
    """Open what writes the rows; nothing where only the summary is wanted."""
    format_ = panel_format(output)
    if format_ == "table":
        yield ()
        return
    from lixia_kpi.render.panel_rows.lines import DelimitedRows, JsonRows
    from lixia_kpi.render.panel_rows.parquet import ParquetRows
    from lixia_kpi.tables.columns import PANEL, columns

    chosen = columns(PANEL if output.columns is None else _chosen(output.columns, PANEL))
    with open_output(output.output) as sink:
        writer: RowWriter
        if format_ == "parquet":
            writer = ParquetRows(sink, chosen)
        elif format_ == "jsonl":
            writer = JsonRows(sink, chosen)
        else:
            delimiter, line_end = DELIMITED[format_]
            writer = DelimitedRows(sink, chosen, delimiter=delimiter, line_end=line_end, excel=output.excel)
        yield (writer,)
        writer.close()


def put_summary(judged: JudgedPanel, output: PanelOutput, screen: Screen, *, to_file: bool) -> None:
    """Write the summary for a person; to the file of the output only where no rows go there."""
    from lixia_kpi.render.panel_faults import render_fault_counts
    from lixia_kpi.render.panel_summary import render_panel_summary

    file = output.output if to_file else None
    lang = wanted_language(screen.lang) or (judged.plan.info.language if judged.plan else None) or WITHOUT_PLAN
    place = console(color=screen.color, ascii_only=screen.ascii, to_file=file is not None)
    page = render_panel_summary(
        report_of(judged), lang=lang, width=place.width, color=place.color, ascii_only=place.ascii
    )
    page += render_fault_counts(judged.faults, listed=judged.listed, lang=lang, width=place.width)
    write(encode_for_console(page, place.encoding), file)


def report_of(judged: JudgedPanel) -> PanelReport:
    """Give the summary of a panel with what it rests on."""
    from lixia_kpi.panel.tally_summary import summarise
    from lixia_kpi.tables.panel_summary import PanelReport

    options, indicators = judged.options, judged.plan.indicators if judged.plan else ()
    return PanelReport(
        summary=summarise(judged.tally, order=[indicator.id for indicator in indicators]),
        names={indicator.id: indicator.name for indicator in indicators},
        plan=judged.plan.info if judged.plan else None,
        rule=options.rule,
        method=options.method,
        interval=options.interval,
        as_of=options.as_of if options.as_of is not None else judged.tally.latest_year,
    )


def _chosen(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Read `a,b,c`; UsageError for an unknown column, with the nearest one, and for one named twice."""
    chosen = tuple(known_name("column", name.strip(), known) for name in text.split(","))
    for position, name in enumerate(chosen):
        if name in chosen[:position]:
            raise UsageError("doubled_column", {"name": name})
    return chosen
