"""What `kpi check` and `kpi validate` write for CI satisfies the published schemas, whatever the plan says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from acceptance.kpi import run
from hostile import hostile_plan

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "reference" / "schemas"
EVERYTHING = ("--fail-on", "met", "--fail-on", "no_data")


@cache
def sarif() -> Draft4Validator:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


@cache
def junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return hostile_plan(tmp_path_factory.mktemp("schemas") / "plan", untidy=True)


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    file = tmp_path_factory.mktemp("earlier") / "earlier.json"
    run("project", "--all", "--as-of", "2022", "-f", "json", "-o", file)
    return file


@pytest.fixture(
    params=["shipped", "everything", "chance", "hostile", "baseline", "passing", "valid", "untidy", "faults"]
)
def lines(request, hostile, earlier):
    """The command lines of which the output is held against the schemas."""
    return {
        "shipped": ["check"],
        "everything": ["check", *EVERYTHING],
        "chance": ["check", "--min-chance", "50%", "--lang", "zh"],
        "hostile": ["check", "--plan", hostile, *EVERYTHING],
        "baseline": ["check", "--baseline", earlier, *EVERYTHING],
        "passing": ["check", "gdp"],
        "valid": ["validate", ROOT / "data"],
        "untidy": ["validate", hostile],
        "faults": ["validate", *sorted((ROOT / "tests" / "data" / "invalid").iterdir())[:60]],
    }[request.param]


def test_sarif_satisfies_its_schema(lines):
    log = json.loads(run(*lines, "-f", "sarif", code=None).stdout)
    assert [f"{list(error.absolute_path)}: {error.message[:200]}" for error in sarif().iter_errors(log)] == []


def test_junit_satisfies_its_schema(lines):
    document = etree.fromstring(run(*lines, "-f", "junit", code=None).stdout)
    assert junit().validate(document), junit().error_log


def test_the_schemas_refuse_what_is_wrong():
    log = json.loads(run("check", "-f", "sarif", code=1).stdout)
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not sarif().is_valid(log)
    report = run("check", "-f", "junit", code=1).stdout.replace(b"<testcase ", b"<testcase file='a' ", 1)
    assert not junit().validate(etree.fromstring(report))
