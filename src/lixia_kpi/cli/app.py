"""The program: its commands, each loaded when it is called, and its exit codes."""

from __future__ import annotations

import os
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Annotated

from click.exceptions import Exit
from typer import Context, Option, Typer
from typer.core import TyperGroup
from typer.main import get_command

from lixia_kpi.cli.command import build, help_option, parse
from lixia_kpi.cli.waiting import begin, end
from lixia_kpi.errors import KpiError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click

COMMANDS = (
    *("project", "required", "path", "list", "show", "compare", "rules", "annual", "whatif", "report", "check"),
    *("init", "template", "import", "edit", "panel", "backtest", "diff", "validate", "audit"),
    *("schema", "explain", "completion", "info"),
)
_COMPLETION_VARIABLE = "_KPI_COMPLETE"


class Program(TyperGroup):
    """The group of all commands; a command's module is imported when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        return build(cmd_name, import_module(f"lixia_kpi.cli.commands.{module}").run)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options before the command; UsageError for unknown ones."""
        return parse(super().parse_args, ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; UsageError with the nearest name where there is none."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            from lixia_kpi.text.nearest import nearest

            details = {"name": args[0], "nearest": nearest(args[0], COMMANDS) or "", "command": "kpi"}
            raise UsageError("unknown_command", details)
        return args[0], command, args[1:]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, which lists the commands."""
        return help_option()


def _version(value: bool) -> None:
    if value:
        from lixia_kpi.cli.output import write
        from lixia_kpi.version import __version__

        write(f"kpi {__version__}\n".encode(), None)
        raise Exit


def _begin(
    ctx: Context,
    version: Annotated[bool, Option("--version", callback=_version, is_eager=True)] = False,
    lang: Annotated[str | None, Option("--lang", metavar="zh|en")] = None,
) -> None:
    """Show the help where no command is named; a language named before the command is the command's."""
    if lang is not None:
        from lixia_kpi.cli.language import as_language

        ctx.default_map = {name: {"lang": as_language(lang)} for name in COMMANDS}
    if ctx.invoked_subcommand is None:
        from lixia_kpi.cli.help_page import show_help

        show_help(ctx)


def program() -> click.Command:
    """Make the command `kpi`."""
    app = Typer(
        cls=Program,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    app.callback()(_begin)
    return get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code; nothing that goes wrong leaves this function as an exception."""
    try:
        begin(" ".join(["kpi", *(name for name in arguments[:1] if name in COMMANDS)]))
        return _run(list(arguments))
    except KpiError as error:
        from lixia_kpi.cli.failure import report

        return report(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141
    except Exception as defect:
        from lixia_kpi.cli.failure import report_defect

        return report_defect(defect)
    finally:
        end()


def _run(arguments: list[str]) -> int:
    if os.environ.get(_COMPLETION_VARIABLE):
        from lixia_kpi.cli.completing import complete

        return complete(program())
    command = program()
    try:
        with command.make_context("kpi", arguments) as ctx:
            return int(command.invoke(ctx) or 0)
    except Exit as leave:
        return leave.exit_code
