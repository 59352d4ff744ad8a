"""What a person is told on standard error when a command cannot do what was asked."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from lixia_kpi.cli.language import early_language
from lixia_kpi.cli.waiting import end
from lixia_kpi.errors import SeveralUsageError
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.usage import HINTS, INTERNAL, USAGE
from lixia_kpi.problems import InputError
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from lixia_kpi.errors import KpiError
    from lixia_kpi.messages.catalogue import Lang

DEFECT = 70


def report(error: KpiError) -> int:
    """Say what is wrong and give the exit code."""
    lang = early_language()
    if isinstance(error, InputError):
        _say(invalid_input(error, lang))
    else:
        errors = error.errors if isinstance(error, SeveralUsageError) else (error,)
        _say("".join(sentence(one, lang) for one in errors))
    return error.exit_code


def sentence(error: KpiError, lang: Lang) -> str:
    """Say an error in words: what is wrong, the nearest right name, where to read on."""
    known = {key: with_codes(value) if isinstance(value, str) else value for key, value in error.details.items()}
    details = {"option": "", **known}
    text = f"kpi: {say(USAGE, error.code, lang, **details)}"
    stop, between = ("。", "") if lang == "zh" else (".", " ")
    text += stop
    if details.get("nearest"):
        hint = say(HINTS, "nearest", lang, nearest=details["nearest"])
        text += between + hint[0].upper() + hint[1:]
    if "command" in details:
        text += "\n" + say(HINTS, "see_help", lang, command=details["command"])
    return text + "\n"


def invalid_input(error: InputError, lang: Lang) -> str:
    """List the faults as `kpi validate` does, and say how many they are."""
    from lixia_kpi.render.problems import render_problems

    count = sum(problem.severity == "error" for problem in error.problems)
    hint = say(HINTS, f"{error.hint}_one" if count == 1 else error.hint, lang, count=count)
    return f"{render_problems(error.problems, lang)}{hint}\n"


def report_defect(defect: Exception) -> int:
    """Say in both languages that kpi itself failed and how to report it; the traceback only with KPI_DEBUG."""
    if os.environ.get("KPI_DEBUG"):
        import traceback

        _say("".join(traceback.format_exception(defect)))
    details = {"fault": type(defect).__name__, "place": _place(defect)}
    languages: tuple[Lang, Lang] = ("zh", "en")
    _say("".join(say(INTERNAL, code, lang, **details) + "\n" for lang in languages for code in ("defect", "report")))
    return DEFECT


def _place(defect: Exception) -> str:
    """Give module and line of our own code where the defect showed, no path of the machine."""
    place, step = "?", defect.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("lixia_kpi"):
            place = f"{module}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _say(text: str) -> None:
    """Write to standard error whatever its encoding; where there is none, the exit code has to do."""
    end()
    if sys.stderr is None:
        return
    try:
        from lixia_kpi.render.encode import encode_for_console

        sys.stderr.flush()
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.buffer.write(encode_for_console(text, encoding))
        sys.stderr.buffer.flush()
    except (OSError, ValueError):
        pass
