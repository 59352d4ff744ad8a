"""Pages for tests: written from a plan folder, and read back by the parser of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Literal

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.render.web import render_page
from lixia_kpi.tables.page import PageReport, page_report
from lixia_kpi.tables.report import ReportChoice, evaluation_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOID = {"meta", "link", "input", "br"}


def report_of(
    folder: Path | None, kind: Literal["midterm", "final", "to_date"] = "midterm", **options: Any
) -> PageReport:
    """Judge a plan folder, the shipped one when None, and gather its page."""
    opened = open_folder(None if folder is None else str(folder))
    wanted = Options(**options)
    series = series_of(opened, as_of=wanted.as_of, vintage=wanted.vintage)
    evaluation = evaluate(series, opened.plan.info, wanted)
    report = evaluation_report(evaluation, ReportChoice(kind), by_pace=evaluation)
    return page_report(report, evaluation, opened.plan, opened.observations)


def page_of(folder: Path | None, lang: Literal["zh", "en"] = "zh", *, everything: bool = False, **options: Any) -> str:
    """Write the page of a plan folder."""
    return render_page(report_of(folder, **options), lang=lang, everything=everything).decode()


@dataclass
class Node:
    """An element: its name, its attributes, what stands in it."""

    name: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in it, elements below included."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name] or ""

    def walk(self) -> Iterator[Node]:
        """The element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *names: str, **attributes: str) -> list[Node]:
        """Every element below of these names and with these attributes."""
        wanted = {key.removesuffix("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            node for node in self.walk()
            if node is not self and (not names or node.name in names)
            and all(node.attributes.get(key) == value for key, value in wanted.items())
        ]  # fmt: skip

    def one(self, *names: str, **attributes: str) -> Node:
        """The only element of these names and attributes."""
        (found,) = self.all(*names, **attributes)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"doubled attribute in <{tag}>"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(page: str) -> Node:
    """Read a page; every element must be closed in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.top]
    return reader.top
