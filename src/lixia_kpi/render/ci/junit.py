"""JUnit XML, as Jenkins, GitLab and others read test reports: one case for everything that was checked.

Only what the common schema (Jenkins xUnit, `junit-10.xsd`) knows is written; the place of a failure stands in its text,
since that schema has no place for it. There is no time and no host: the same input gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.render.ci.annotation import Checked, Report

_FAILED = {"failed": "failure", "skipped": "skipped"}


def render_junit(report: Report) -> str:
    """Write a report as JUnit XML: a suite a group of cases, in the order in which they first occur."""
    suites: dict[str, list[Checked]] = {}
    for case in report.cases:
        suites.setdefault(case.suite, []).append(case)
    name = f"kpi {report.command}"
    root = Element("testsuites", {"name": name, **_counts(report.cases)})
    root.attrib.pop("skipped")  # the schema knows it of a suite only
    for suite, cases in suites.items():
        element = SubElement(root, "testsuite", {"name": _xml(suite), **_counts(cases)})
        for case in cases:
            _case(element, case, name)
    if report.remarks and len(root):
        SubElement(root[0], "system-out").text = _xml("\n".join([report.summary, *report.remarks]))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, case: Checked, classname: str) -> None:
    element = SubElement(suite, "testcase", classname=f"{classname}.{_xml(case.suite)}", name=_xml(case.name))
    if case.outcome in _FAILED:
        told = SubElement(element, _FAILED[case.outcome], message=_xml(case.message))
        if case.kind:
            told.set("type", _xml(case.kind))
        told.text = _xml(case.text) or None


def _counts(cases: Sequence[Checked]) -> dict[str, str]:
    counts = {"tests": len(cases), "failures": sum(case.outcome == "failed" for case in cases), "errors": 0}
    counts["skipped"] = sum(case.outcome == "skipped" for case in cases)
    return {name: str(count) for name, count in counts.items()}


def _xml(text: str) -> str:
    r"""Put the replacement character for what XML 1.0 cannot hold.

    >>> _xml("a\x00b\ud800\n")
    'a\ufffdb\ufffd\n'
    """
    return "".join(character if _allowed(ord(character)) else "\ufffd" for character in text)


def _allowed(code: int) -> bool:
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
