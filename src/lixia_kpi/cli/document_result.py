"""A document to the place and in the form that the options ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.option_types import DOCUMENT_FORMATS
from lixia_kpi.cli.option_values import known_name
from lixia_kpi.cli.output import format_of, write
from lixia_kpi.errors import UsageError
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from lixia_kpi.cli.options import DocumentOutput, Screen
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.report import EvaluationReport

DOCUMENT_SUFFIXES = {".docx": "docx", ".svg": "svg", ".png": "png", ".html": "html", ".htm": "html", ".xlsx": "xlsx"}
"""Suffixes that name a format of documents alone."""


def document_format(output: DocumentOutput) -> str:
    """Give the format: the option, else the one that the suffix of the file names, else the page for people."""
    if output.document_format is not None:
        return output.document_format
    if output.output is None or not Path(output.output).suffix:
        return "table"
    suffix = Path(output.output).suffix.lower()
    named = DOCUMENT_SUFFIXES.get(suffix) or format_of(output.output)
    if named is None:
        raise UsageError("unknown_suffix", {"file": output.output})
    return known_name("format", named, DOCUMENT_FORMATS)


def put_document(
    report: EvaluationReport, plan: Plan, output: DocumentOutput, screen: Screen, *, everything: bool
) -> None:
    """Write an evaluation: its figures as JSON, or the document in the language at hand."""
    format_ = document_format(output)
    if format_ == "json":
        write(_json(report).encode(), output.output)
        return
    from lixia_kpi.render.report import report_document

    lang = language_for(screen.lang, plan.info.language)
    if format_ == "markdown":
        from lixia_kpi.render.document import render_document_markdown

        text = render_document_markdown(
            report_document(report, lang=lang, ascii_only=screen.ascii, everything=everything)
        )
        write(text.encode(), output.output)
        return
    from lixia_kpi.render.document import render_document_terminal

    place = console(color=screen.color, ascii_only=screen.ascii, to_file=output.output is not None)
    document = report_document(report, lang=lang, ascii_only=place.ascii, everything=everything)
    page = render_document_terminal(document, width=place.width, color=place.color, ascii_only=place.ascii)
    write(encode_for_console(page, place.encoding), output.output)


def _json(report: EvaluationReport) -> str:
    from json import dumps

    from lixia_kpi.tables.report import report_record

    return dumps(report_record(report), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
