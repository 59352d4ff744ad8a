"""The page of help that a command shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.cli.console import console
from lixia_kpi.cli.help import command_help, help_width, program_help
from lixia_kpi.cli.language import early_language
from lixia_kpi.cli.output import write
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from click import Context


def show_help(ctx: Context) -> None:
    """Write the help of a command, or of the program, to standard output."""
    from click import Group

    screen = console()
    lang, cells = early_language(), help_width(screen.width)
    if isinstance(ctx.command, Group):
        text = program_help(ctx, ctx.command.list_commands(ctx), lang=lang, cells=cells)
    else:
        text = command_help(ctx, lang=lang, cells=cells)
    write(encode_for_console(text, screen.encoding), None)
