"""A picture to the place that the options ask for."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.output import write
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Picture

PICTURE_SUFFIXES = {".svg": "svg", ".png": "png"}
LIBRARIES = {"svg": ("fontTools",), "png": ("fontTools", "resvg_py")}
"""The libraries that a format needs."""


def picture_format(format_: str | None, file: str | None) -> str | None:
    """Give the format of a picture: the option, else the one that the suffix names; None where no picture is asked for.

    >>> picture_format("png", None), picture_format(None, "GDP.SVG"), picture_format("csv", "gdp.svg")
    ('png', 'svg', None)
    """
    if format_ is not None:
        return format_ if format_ in LIBRARIES else None
    return PICTURE_SUFFIXES.get(Path(file).suffix.lower()) if file is not None else None


def check_picture(format_: str, file: str | None, *, for_tables: bool = False) -> None:
    """Raise UsageError where a picture cannot be written.

    A library is missing, a PNG would go to a terminal, or options that tables alone have were given (`for_tables`).
    """
    if for_tables:
        raise UsageError("picture_is_no_table", {"format": format_})
    if not all(find_spec(library) for library in LIBRARIES[format_]):
        raise UsageError("library_missing", {"format": format_, "extra": "charts"})
    if format_ == "png" and file is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": format_})


def put_picture(make: Callable[[Font], Picture], format_: str, file: str | None) -> None:
    """Write a picture; `make` lays it out with the font that the package brings along."""
    from lixia_kpi.render.picture.font import the_font

    font = the_font()
    if format_ == "svg":
        from lixia_kpi.render.picture.svg import render_svg

        write(render_svg(make(font), font).encode(), file)
        return
    from lixia_kpi.render.picture.png import render_png

    write(render_png(make(font), font), file)
