"""Faults of files as a report for continuous integration: one annotation and one case a fault, errors first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.check_text import CASES, FAULTS
from lixia_kpi.messages.problems import problem_sentence
from lixia_kpi.render.ci.annotation import Annotation, Checked, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.problems import Problem

_GRAVEST_FIRST = {"error": 0, "warning": 1, "note": 2}


def faults_report(problems: Sequence[Problem], lang: Lang) -> Report:
    """Say faults in words, errors before warnings before notes, each in the order given.

    Parameters
    ----------
    problems
        sorted by place.
    lang
        of every text.
    """
    ordered = sorted(problems, key=lambda problem: _GRAVEST_FIRST[problem.severity])
    counts = {severity: sum(p.severity == severity for p in problems) for severity in _GRAVEST_FIRST}
    return Report(
        command="validate",
        annotations=_annotations(ordered, lang),
        cases=_cases(problems, lang),
        summary=say(FAULTS, "counts", lang, **counts),
    )


def _annotations(problems: Sequence[Problem], lang: Lang) -> tuple[Annotation, ...]:
    seen: dict[str, int] = {}
    annotations = []
    for problem in problems:
        kind = f"{problem.place.file}/{problem.code}/{problem.details.get('id', '')}"
        seen[kind] = seen.get(kind, 0) + 1
        annotations.append(_annotation(problem, f"{kind}/{seen[kind]}", lang))
    return tuple(annotations)


def _annotation(problem: Problem, identity: str, lang: Lang) -> Annotation:
    severity = say(FAULTS, problem.severity, lang)
    return Annotation(
        rule=problem.code,
        level=problem.severity,
        place=problem.place,
        title=say(FAULTS, "title", lang, severity=severity, code=problem.code),
        text=problem_sentence(problem.code, problem.details, lang),
        identity=identity,
        label=problem.code,
    )


def _cases(problems: Sequence[Problem], lang: Lang) -> tuple[Checked, ...]:
    """Make a case of every fault, an error a failure, the rest skipped; one case passes where there is no fault."""
    if not problems:
        return (Checked("files", say(CASES, "no_fault", lang), "passed"),)
    cases = []
    for problem in problems:
        text = problem_sentence(problem.code, problem.details, lang)
        name = f"{problem.place.line}:{problem.place.column} {problem.code}"
        failed = problem.severity == "error"
        place = f"{problem.place}: {text}" if failed else ""
        case = Checked(problem.place.file, name, "failed" if failed else "skipped", problem.code, text, place)
        cases.append(case)
    return tuple(cases)
