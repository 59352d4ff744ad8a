"""SARIF 2.1.0 (OASIS): results of an analysis, as code scanning services and editors read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lixia_kpi.messages.explain import explain

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.problems import Place
    from lixia_kpi.render.ci.annotation import Annotation, Report

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(report: Report, *, version: str, lang: Lang) -> str:
    """Write a report as a SARIF log with one run.

    What an earlier run found already is among the results, as `unchanged` and at the level `note`.

    Parameters
    ----------
    report
        what was found, worst first.
    version
        of kpi.
    lang
        of the explanations of the rules.
    """
    annotations = [*report.annotations, *report.known]
    codes = list(dict.fromkeys(annotation.rule for annotation in annotations))
    driver = {"name": "kpi", "version": version, "rules": [_rule(code, lang) for code in codes]}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": "zh-CN" if lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, **_notifications(report)}],
        "results": [_result(annotation, codes.index(annotation.rule)) for annotation in annotations],
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    known = explain(code, lang)
    if known:
        rule["shortDescription"] = {"text": known[0].word}
        rule["fullDescription"] = {"text": known[0].text}
        rule["help"] = {"text": f"{known[0].text}\nkpi explain {code}"}
    return rule


def _notifications(report: Report) -> dict[str, Any]:
    texts = [report.summary, *report.remarks]
    return {"toolExecutionNotifications": [{"level": "note", "message": {"text": _inert(text)}} for text in texts]}


def _result(annotation: Annotation, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": annotation.rule,
        "ruleIndex": index,
        "level": annotation.level,
        "message": {"text": _inert(f"{annotation.title}\n{annotation.text}")},
        "partialFingerprints": {"kpi/v1": annotation.identity},
    }
    if annotation.place.file:
        result["locations"] = [_location(annotation.place)]
    if annotation.also is not None:
        result["relatedLocations"] = [{"id": 1, **_location(annotation.also)}]
    if annotation.change is not None:
        result["baselineState"] = annotation.change
    return result


def _inert(text: str) -> str:
    """Write a text as a message of SARIF: braces are doubled, and `](`, which would make a link, is parted.

    >>> _inert("{0} [x](https://example.org)")
    '{{0}} [x] (https://example.org)'
    """
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line:
        region = {"startLine": place.line}
        physical["region"] = region | ({"startColumn": place.column} if place.column else {})
    return {"physicalLocation": physical}


def uri(file: str) -> str:
    r"""Write the name of a file as a URI reference: relative as the user named it, absolute ones as `file:`.

    >>> uri("data/规划 1.csv"), uri("./data\\targets.yaml"), uri("/srv/plan/actuals.csv"), uri("C:\\plan\\a.csv")
    ('data/%E8%A7%84%E5%88%92%201.csv', 'data/targets.yaml', 'file:///srv/plan/actuals.csv', 'file:///C:/plan/a.csv')
    """
    path = file.replace("\\", "/").removeprefix("./")
    if path.startswith("/"):
        return "file://" + _quoted(path)
    if path[1:3] == ":/":
        return f"file:///{path[0]}:{_quoted(path[2:])}"
    return _quoted(path)


def _quoted(path: str) -> str:
    """Quote the bytes of a name, those that are no UTF-8 included."""
    return quote(path, errors="surrogateescape")
