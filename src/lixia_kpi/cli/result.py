"""A result to the place and in the form that the options ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.option_values import chosen_columns
from lixia_kpi.cli.output import format_of, write
from lixia_kpi.errors import UsageError
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.cli.console import Console
    from lixia_kpi.cli.options import Output, Screen
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.table import Table

    Page = Callable[[Lang, Console], str]

DELIMITED = ("csv", "tsv")


def chosen_format(output: Output) -> str:
    """Give the format: the option, else the one that the suffix of the file names, else the table for people.

    Raises UsageError for a suffix that names no format and for options that do not go with the format.
    """
    format_ = output.format
    if format_ is None and output.output is not None and Path(output.output).suffix:
        format_ = format_of(output.output)
        if format_ is None:
            raise UsageError("unknown_suffix", {"file": output.output})
    format_ = format_ or "table"
    if output.excel and format_ not in DELIMITED:
        raise UsageError("excel_needs_delimited")
    if output.columns is not None and format_ == "table":
        raise UsageError("columns_need_machine_format")
    return format_


def put(make: Callable[[], Table], page: Page, plan: Plan | None, output: Output, screen: Screen) -> None:
    """Write a table: for a machine what `make` gives, for a person the `page`."""
    format_ = chosen_format(output)
    if format_ == "table":
        put_page(page, plan, output, screen)
    else:
        table = selected(make(), output.columns)
        write(machine_text(table, format_, excel=output.excel).encode(errors="backslashreplace"), output.output)


def put_record(
    make: Callable[[], dict[str, object]], page: Page, plan: Plan | None, output: Output, screen: Screen
) -> None:
    """Write what is no table: as JSON what `make` gives, on one line for `jsonl`; for a person the `page`."""
    format_ = chosen_format(output)
    if format_ == "table":
        put_page(page, plan, output, screen)
        return
    if format_ not in ("json", "jsonl") or output.columns is not None:
        raise UsageError("no_table", {"format": format_})
    from json import dumps

    text = dumps(make(), ensure_ascii=False, allow_nan=False, indent=2 if format_ == "json" else None)
    write(f"{text}\n".encode(), output.output)


def put_page(page: Page, plan: Plan | None, output: Output, screen: Screen) -> None:
    """Write a page for a person in the language and for the console at hand."""
    language = language_for(screen.lang, plan.info.language if plan else None)
    place = console(color=screen.color, ascii_only=screen.ascii, to_file=output.output is not None)
    write(encode_for_console(page(language, place), place.encoding), output.output)


def selected(table: Table, text: str | None) -> Table:
    """Give a table with the columns that `a,b,c` names, or as it is where nothing is named."""
    if text is None:
        return table
    return table.select(chosen_columns(text, (column.id for column in table.columns)))


def machine_text(table: Table, format_: str, *, excel: bool = False) -> str:
    """Write a table in a machine format."""
    if format_ == "csv":
        from lixia_kpi.render.delimited import render_csv

        return render_csv(table, excel=excel)
    if format_ == "tsv":
        from lixia_kpi.render.delimited import render_tsv

        return render_tsv(table, excel=excel)
    if format_ == "json":
        from lixia_kpi.render.json import render_json

        return render_json(table)
    if format_ == "jsonl":
        from lixia_kpi.render.jsonl import render_jsonl

        return render_jsonl(table)
    from lixia_kpi.render.markdown import render_markdown

    return render_markdown(table)
