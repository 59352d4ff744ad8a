"""Which language a person reads: `--lang`, else `KPI_LANG`, else the locale, else the plan's own."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.messages.catalogue import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
WITHOUT_PLAN: Lang = "en"
"""The language of help and of messages about usage, where neither option nor environment says one."""


def as_language(text: str) -> Lang:
    """Read a language name; UsageError for any other than `zh` and `en`."""
    for language in LANGUAGES:
        if text == language:
            return language
    raise UsageError("unknown_language", {"name": text, "known": ", ".join(LANGUAGES)})


def language_of_locale(environ: Mapping[str, str]) -> Lang | None:
    """Give the language that the locale names, None where it names neither Chinese nor English.

    The first of LC_ALL, LC_MESSAGES, LANG that is set decides, as everywhere; `C` and `POSIX` name no language.

    >>> language_of_locale({"LANG": "zh_CN.UTF-8"}), language_of_locale({"LC_ALL": "C.UTF-8", "LANG": "en_GB"})
    ('zh', None)
    """
    name = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "")
    if not name and os.name == "nt":
        import locale

        name = locale.getlocale()[0] or ""
    name = name.lower()
    if name.startswith(("zh", "chinese")):
        return "zh"
    return "en" if name.startswith(("en", "english")) else None


def language_for(option: str | None, own: Lang | None = None) -> Lang:
    """Give the language that option, environment or locale ask for, else the plan's own, else that without a plan.

    >>> language_for("zh", "en")
    'zh'
    """
    if option is not None:
        return as_language(option)
    if variable := os.environ.get("KPI_LANG"):
        return as_language(variable)
    return language_of_locale(os.environ) or own or WITHOUT_PLAN


def early_language(arguments: Sequence[str] | None = None) -> Lang:
    """Give the language before the command line is parsed: for help and for messages about usage.

    A wrong name is not complained about here, since parsing will do so.
    """
    words = sys.argv[1:] if arguments is None else arguments
    named = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    named += [words[i + 1] for i, word in enumerate(words[:-1]) if word == "--lang"]
    named += [os.environ.get("KPI_LANG", "")]
    for name in named:
        if name in LANGUAGES:
            return as_language(name)
    return language_of_locale(os.environ) or WITHOUT_PLAN
