"""A line on standard error while a command takes longer than a second; on a terminal only, gone before it answers."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event, Thread

AFTER = 1.0
"""Seconds without an answer before the line appears; as often it is brought up to date."""

_CLEAR = "\r\x1b[K"
_running: list[tuple[Thread, Event]] = []


def begin(command: str) -> None:
    """Begin to watch the time, where standard error is a terminal that can take a line back."""
    if _running or not _can_show():
        return
    from threading import Event, Thread

    done = Event()
    thread = Thread(target=_show, args=(command, done), daemon=True)
    _running.append((thread, done))
    thread.start()


def end() -> None:
    """Take the line back; to be called before anything is written."""
    while _running:
        thread, done = _running.pop()
        done.set()
        thread.join()


def _can_show() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    except ValueError:  # closed
        return False


def _show(command: str, done: Event) -> None:
    seconds = 0.0
    shown = False
    while not done.wait(AFTER):
        seconds += AFTER
        shown = _write(_CLEAR + _line(command, seconds)) or shown
    if shown:
        _write(_CLEAR)


def _line(command: str, seconds: float) -> str:
    from lixia_kpi.cli.language import early_language
    from lixia_kpi.messages.catalogue import say
    from lixia_kpi.messages.usage import WAITING

    return say(WAITING, "working", early_language(), command=command, seconds=f"{seconds:.0f}")


def _write(text: str) -> bool:
    from lixia_kpi.render.encode import encode_for_console

    try:
        os.write(sys.stderr.fileno(), encode_for_console(text, sys.stderr.encoding or "utf-8"))
    except (OSError, ValueError):
        return False
    return True
