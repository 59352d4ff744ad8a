"""`kpi explain`: what a code or a column means."""

from typing import Annotated

from typer import Argument

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.option_types import CODE
from lixia_kpi.cli.options import Output, Screen
from lixia_kpi.messages.catalogue import Lang

Code = Annotated[str | None, Argument(metavar="CODE", click_type=CODE)]


def run(screen: Screen, code: Code = None) -> int:
    """Say in words what a code means, in each of its meanings; without one, list them all."""
    from lixia_kpi.cli.result import put_page
    from lixia_kpi.messages.explain import codes, explain
    from lixia_kpi.render.explanation import render_codes, render_explanations

    def page(lang: Lang, place: Console) -> str:
        if code is None:
            return render_codes(codes(), lang=lang, width=place.width, color=place.color)
        return render_explanations(explain(code, lang), lang=lang, width=place.width, color=place.color)

    put_page(page, None, Output(), screen)
    return 0
