"""Forms to the place and in the form that the options ask for."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.output import write
from lixia_kpi.cli.output_fault import output_error
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.locate import shown_name
from lixia_kpi.messages.template_text import FACTS
from lixia_kpi.render.encode import encode_for_console
from lixia_kpi.tables.template import by_owner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.cli.options import Screen
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.template import Template

TEMPLATE_SUFFIXES = {".xlsx": "xlsx", ".csv": "csv"}
_LONGEST_NAME = 60


def chosen_template_format(format_: str | None, file: str | None, *, by_owner: bool, excel: bool) -> str:
    """Give the format: the option, else the one that the suffix names, else a workbook; UsageError where it cannot."""
    if by_owner and file is None:
        raise UsageError("folder_for_templates")
    if format_ is None and file is not None and not by_owner and (suffix := Path(file).suffix):
        format_ = TEMPLATE_SUFFIXES.get(suffix.lower())
        if format_ is None:
            raise UsageError("unknown_suffix", {"file": file})
    format_ = format_ or "xlsx"
    if excel and format_ != "csv":
        raise UsageError("excel_needs_delimited")
    if format_ == "xlsx" and find_spec("xlsxwriter") is None:
        raise UsageError("library_missing", {"format": "xlsx", "extra": "office"})
    if format_ == "xlsx" and file is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": "xlsx"})
    return format_


def put_template(template: Template, format_: str, file: str | None, screen: Screen, *, excel: bool) -> None:
    """Write one form."""
    write(_content(template, format_, _language(template, screen), excel=excel), file)


def put_templates(template: Template, format_: str, folder: str | None, screen: Screen, *, excel: bool) -> None:
    """Write a form for each department into a folder, and list the files.

    Raises
    ------
    UsageError
        no indicator that is asked for names a department.
    OutputError
        the folder cannot be made or written to; the files before are there.
    """
    templates = by_owner(template)
    if folder is None or all(one.owner is None for one in templates):
        raise UsageError("no_owners")
    lang = _language(template, screen)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        raise output_error(fault, folder) from fault
    wanted = [one.owner or FACTS["no_owner"][lang == "en"] for one in templates]
    lines = []
    for one, name in zip(templates, file_names(wanted), strict=True):
        file = shown_name(folder, f"{name}.{format_}")
        write(_content(one, format_, lang, excel=excel), file)
        lines.append(FACTS["by_owner_file"][lang == "en"].format(file=file, count=len(one.rows)))
    write(encode_for_console("\n".join(lines) + "\n", console().encoding), None)


def file_names(wanted: Iterable[str]) -> list[str]:
    r"""Turn names of departments into names of files that every system takes, each different from the others.

    >>> file_names(["发改局", "../发改局", "A/B", "a b.", "CON"])
    ['发改局', '发改局 2', 'A_B', 'a b', 'CON_']
    """
    taken: set[str] = set()
    names = []
    for text in wanted:
        plain = "".join(c if c.isalnum() or c in " -()（）" else "_" for c in text).strip(" _")[:_LONGEST_NAME].strip()
        plain = f"{plain}_" if plain.casefold() in ("con", "prn", "aux", "nul", "") else plain
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain} {count}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _content(template: Template, format_: str, lang: Lang, *, excel: bool) -> bytes:
    if format_ == "csv":
        from lixia_kpi.render.template.delimited import render_template_csv

        return render_template_csv(template, lang=lang, excel=excel).encode()
    from lixia_kpi.render.template.workbook import render_template_workbook

    return render_template_workbook(template, lang=lang)


def _language(template: Template, screen: Screen) -> Lang:
    return language_for(screen.lang, template.plan.language)
