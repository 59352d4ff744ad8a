"""Faults of files, one a line, as editors and CI systems read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.problems import problem_sentence
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.problems import Problem

LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def problem_line(problem: Problem, lang: Lang) -> str:
    """Write one fault: `FILE:LINE:COLUMN: error|warning|note CODE: message`.

    Examples
    --------
    >>> from lixia_kpi.problems import Place, Problem
    >>> problem_line(Problem("nul_byte", Place("targets.yaml", 3, 7), details={"byte": 90}), "en")
    'targets.yaml:3:7: error nul_byte: byte 90 is NUL: the file is damaged or not text; save it again as UTF-8 text'
    """
    text = problem_sentence(problem.code, problem.details, lang)
    line = f"{problem.place}: {problem.severity} {problem.code}: {text}"
    return with_codes(line)


def render_problems_json(problems: Iterable[Problem]) -> str:
    """Write faults as one JSON object; the sentence in both languages, so that it depends on none."""
    from lixia_kpi.render.json import dump

    lines = []
    for problem in problems:
        place = problem.place
        record: dict[str, object] = {"file": place.file, "line": place.line, "column": place.column}
        record |= {"severity": problem.severity, "code": problem.code}
        record |= {f"message_{lang}": problem_sentence(problem.code, problem.details, lang) for lang in LANGUAGES}
        lines.append("    " + dump({**record, "details": dict(problem.details)}))
    body = '"problems": [\n' + ",\n".join(lines) + "\n  ]" if lines else '"problems": []'
    return f'{{\n  "schema_version": 1,\n  {body}\n}}\n'


def render_problems(problems: Iterable[Problem], lang: Lang) -> str:
    """Write faults one a line, in the order given; nothing where there is none."""
    return "".join(problem_line(problem, lang) + "\n" for problem in problems)
