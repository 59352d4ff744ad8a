"""The help of a command as text: usage, what it answers, its options under the headings of their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click import Option

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.command_help import DETAILS, LAYOUT, PROGRAM, SUMMARIES
from lixia_kpi.messages.option_help import OPTIONS
from lixia_kpi.render.width import left, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click import Command, Context, Parameter

    from lixia_kpi.messages.catalogue import Lang

USUAL_WIDTH = 80
_WIDEST = 100
_NAMES_AT_MOST = 26


def program_help(ctx: Context, commands: Sequence[str], *, lang: Lang, cells: int) -> str:
    """Say what `kpi` answers and list its commands."""
    usage = f"kpi {say(LAYOUT, 'options_word', lang)} {say(LAYOUT, 'command_word', lang)}"
    lines = [say(LAYOUT, "usage", lang, line=usage), "", *wrap(say(PROGRAM, "summary", lang), cells), ""]
    lines += [say(LAYOUT, "commands", lang)]
    lines += _two_columns([(name, say(SUMMARIES, name, lang)) for name in commands], cells)
    lines += ["", say(LAYOUT, "Options", lang)]
    lines += _two_columns([entry(p, ctx, lang) for p in ctx.command.get_params(ctx)], cells)
    lines += ["", *wrap(say(PROGRAM, "hint", lang), cells)]
    return "\n".join(lines) + "\n"


def command_help(ctx: Context, *, lang: Lang, cells: int) -> str:
    """Say what a command answers and list its arguments and options."""
    command = ctx.command
    name = command.name or ""
    summary = say(SUMMARIES, name, lang)
    lines = [say(LAYOUT, "usage", lang, line=usage_line(ctx, lang)), ""]
    lines += wrap(summary[0].upper() + summary[1:] + ("。" if lang == "zh" else "."), cells)
    lines += wrap(say(DETAILS, name, lang), cells)
    for heading, parameters in sections(command, ctx):
        lines += ["", say(LAYOUT, heading, lang)]
        lines += _two_columns([entry(parameter, ctx, lang) for parameter in parameters], cells)
    return "\n".join(lines) + "\n"


def usage_line(ctx: Context, lang: Lang) -> str:
    """Write how a command is called: `kpi show [OPTIONS] ID`."""
    words = [ctx.command_path, say(LAYOUT, "options_word", lang)]
    words += [_argument_usage(p) for p in ctx.command.params if p.param_type_name == "argument"]
    return " ".join(words)


def _argument_usage(parameter: Parameter) -> str:
    word = str(parameter.metavar)
    word = word if parameter.required else f"[{word}]"
    return f"{word}..." if parameter.nargs == -1 else word


def sections(command: Command, ctx: Context) -> list[tuple[str, list[Parameter]]]:
    """Parameters by the name of their group, in the order of the command; `--help` with those that have none."""
    found: dict[str, list[Parameter]] = {}
    for parameter in command.get_params(ctx):
        group = "Arguments" if parameter.param_type_name == "argument" else None
        group = group or getattr(parameter, "rich_help_panel", None) or "Options"
        found.setdefault(group, []).append(parameter)
    last = found.pop("Options")
    first = [("Arguments", found.pop("Arguments"))] if "Arguments" in found else []
    return [*first, *found.items(), ("Options", last)]


def entry(parameter: Parameter, ctx: Context, lang: Lang) -> tuple[str, str]:
    """Give the two cells of a line: how the parameter is written, what it means."""
    if not isinstance(parameter, Option):
        return str(parameter.metavar), say(OPTIONS, str(parameter.name), lang)
    names = ", ".join(sorted(parameter.opts, key=len))
    if not parameter.is_flag:
        names += f" {parameter.metavar}"
    extras = []
    if isinstance(parameter.default, (str, int)) and not parameter.is_flag:
        extras.append(say(LAYOUT, "default", lang, value=parameter.default))
    if parameter.envvar:
        extras.append(say(LAYOUT, "environment", lang, name=str(parameter.envvar)))
    if parameter.multiple:
        extras.append(say(LAYOUT, "repeatable", lang))
    text = say(OPTIONS, str(parameter.name), lang)
    if not extras:
        return names, text
    return names, f"{text}（{'，'.join(extras)}）" if lang == "zh" else f"{text} ({', '.join(extras)})"


def _two_columns(entries: Sequence[tuple[str, str]], cells: int) -> list[str]:
    first = min(max(width(names) for names, _ in entries), _NAMES_AT_MOST)
    lines = []
    for names, text in entries:
        rows = wrap(text, cells - first - 4)
        if width(names) > first:
            lines.append(f"  {names}")
            names = ""
        lines.append(f"  {left(names, first)}  {rows[0]}")
        lines += [" " * (first + 4) + row for row in rows[1:]]
    return lines


def help_width(terminal: int | None) -> int:
    """Give the width of help: that of the terminal, at least 60 and at most 100 cells; 80 where there is none."""
    return USUAL_WIDTH if terminal is None else max(60, min(terminal, _WIDEST))
