"""The command class of `kpi`: its help and its complaints are our own, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click import Command, Context, Option
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption
from click.exceptions import UsageError as ClickUsageError
from typer import Typer
from typer.core import TyperCommand
from typer.main import get_command

from lixia_kpi.cli.option_groups import spread
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from click import Parameter


class KpiCommand(TyperCommand):
    """A command that says what is wrong with its command line by code."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse; UsageError for anything the command does not take."""
        rest = parse(super().parse_args, ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise UsageError("extra_argument", {"name": ctx.args[0], "command": ctx.command_path})
        if not ctx.resilient_parsing and (ctx.params.get("output") or ctx.params.get("faults")):
            from lixia_kpi.cli.output_place import check_output_place

            check_output_place(ctx)
        return rest

    def get_help_option(self, ctx: Context) -> Option | None:
        """Give `--help`, which prints the page of this command."""
        return help_option()

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the line that a shell shows beside the name of the command."""
        from lixia_kpi.cli.language import early_language
        from lixia_kpi.messages.catalogue import say
        from lixia_kpi.messages.command_help import SUMMARIES

        return say(SUMMARIES, self.name or "", early_language(()))


def build(name: str, run: Callable[..., int]) -> Command:
    """Make the command of a function whose parameters are typer options and groups of them."""
    app = Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    settings = {"allow_extra_args": True}
    app.command(name, cls=KpiCommand, context_settings=settings)(spread(run))
    return get_command(app)


def help_option() -> Option:
    """Make the option `--help`."""
    return Option(["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help)


def _show_help(ctx: Context, parameter: Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from lixia_kpi.cli.help_page import show_help

        show_help(ctx)
        ctx.exit()


def parse(parser: Callable[[Context, list[str]], list[str]], ctx: Context, args: list[str]) -> list[str]:
    """Let click parse, and say its complaints by our own codes."""
    command = {"command": ctx.command_path}
    try:
        return parser(ctx, args)
    except NoSuchOption as fault:
        from lixia_kpi.text.nearest import nearest

        known = [name for parameter in ctx.command.get_params(ctx) for name in parameter.opts]
        details = {"name": fault.option_name, "nearest": nearest(fault.option_name, known) or ""}
        raise UsageError("unknown_option", details | command) from None
    except BadOptionUsage as fault:
        flags = [p for p in ctx.command.get_params(ctx) if fault.option_name in p.opts and isinstance(p, Option)]
        code = "option_takes_no_value" if flags and flags[0].is_flag else "option_needs_value"
        raise UsageError(code, {"name": fault.option_name} | command) from None
    except MissingParameter as fault:
        name = fault.param.metavar if fault.param and fault.param.metavar else "?"
        raise UsageError("missing_argument", {"name": name} | command) from None
    except ClickUsageError as fault:
        raise UsageError("wrong_usage", {"text": fault.format_message()} | command) from None
